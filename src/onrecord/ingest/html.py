"""A web page -> the article on it, without what stands around it.

`stated` reads what the page states of itself, `tidy` keeps what an extractor would lose, `prose` finds the
paragraphs.
"""

import re
from typing import Any, TypeAlias

from onrecord.article import Flaw
from onrecord.ingest.charsets import decode_markup, without_declaration
from onrecord.ingest.headline import same_words
from onrecord.ingest.markup import MarkupError, paragraphs_of_html, slimmed
from onrecord.ingest.prose import SHORT, article_prose, is_prose
from onrecord.ingest.stated import stated
from onrecord.ingest.text import article_from_text
from onrecord.ingest.tidy import tidied
from onrecord.ingest.unread import Item, Unread

Element: TypeAlias = Any  # of lxml, which has no types

MAX_PAGE = 16 * 2**20  # bytes; news pages have up to some 5 MB, nearly all of it scripts
MAX_TAGS = 200_000
MAX_ELEMENTS = 40_000  # what is left without scripts; the extractor's time grows faster than this

NUL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
CONTAINER = re.compile(
    r"</?(?:div|span|section|font|center|b|i|u|em|strong|small|big|a|ul|ol|li|dl|dd|dt|blockquote|table|tbody"
    r"|tr|td|form|main|article)(?=[\s/>])[^<>]{0,2000}>",
    re.IGNORECASE,
)
NO_PROSE = "No article text was found on this page. Is it an article, and is it all there?"
TOO_ODD = "This page nests its elements too deeply to be read, or has too long a piece. Save its text alone."
TOO_DEEP = (
    "This page nests its elements too deeply to be read whole, or has too long a piece: it was read without "
    "most of them, so that paragraphs may run together or be missing."
)


def article_from_html(data: bytes, *, place: str, url: str | None = None, charset: str | None = None) -> Item:
    """The article on a page, or why there is none.

    ``url`` is where the page came from and ``charset`` what the server said of its encoding. The text is the
    headline and the paragraphs, with a blank line between them.

    >>> page = b"<title>Cod cut</title><p>Norway will cut its cod quota by a third, Ingrid Moe said.</p>"
    >>> article, flaws = article_from_html(page, place="cod.html")
    >>> article.title, article.published
    ('Cod cut', None)
    """
    if len(data) > MAX_PAGE:
        return Unread(place, f"This page is larger than {MAX_PAGE // 2**20} MB. Save its text alone.")
    text, undecoded = decode_markup(data, charset)
    if undecoded and not text:
        return Unread(place, undecoded[0].detail)
    if text.count("<") > MAX_TAGS:
        return Unread(place, f"This page has more than {MAX_TAGS} tags. Save its text alone.")
    tree, deep = _parsed(text)
    if tree is None:
        return Unread(place, "There is nothing on this page. Is it the right file?")
    said = stated(tree, url)
    struck = tidied(tree)
    if tree.xpath("count(.//*)") > MAX_ELEMENTS:
        return Unread(place, f"This page has more than {MAX_ELEMENTS} elements. Save its text alone.")
    prose = article_prose(tree)
    if said.body and len(said.body) > sum(map(len, prose)) < SHORT:
        prose = _stated_prose(said.body) or prose
    if not is_prose(prose, said.headline):
        return Unread(place, TOO_ODD if deep else NO_PROSE)
    article, flaws = article_from_text(
        with_headline(said.headline, "\n\n".join(prose)),
        url=said.url,
        outlet=said.outlet,
        title=said.headline,
        author=said.author,
        published=said.published,
        published_how=said.published_how,
        modified=said.modified,
        language=said.language,
    )
    page = tuple(Flaw(flaw.kind, 0, 0, f"In the page: {flaw.detail}") for flaw in undecoded)
    return article, (*page, *deep, *struck, *flaws)


def with_headline(headline: str | None, prose: str) -> str:
    """Headline, blank line, paragraphs; the headline once, where the paragraphs begin with it."""
    first, _, rest = prose.partition("\n\n")
    if not headline or first == headline:
        return prose
    return f"{headline}\n\n{rest if same_words(first, headline) else prose}"


def _stated_prose(body: str) -> list[str]:
    """The paragraphs of a body that the page states of itself; none where it cannot be read."""
    if "</p>" not in body:
        return body.split("\n\n")
    try:
        return paragraphs_of_html(body)
    except MarkupError:
        return []


def _parsed(text: str) -> tuple[Element | None, tuple[Flaw, ...]]:
    """The tree of a page. libxml2 stops at 256 levels, so a deeper page is parsed again with fewer."""
    text = slimmed(NUL.sub("", without_declaration(text)))
    tree, cut = _tree(text)
    if not cut:
        return tree, ()
    tree, _ = _tree(CONTAINER.sub(" ", text))
    return tree, (Flaw("too_deep", 0, 0, TOO_DEEP),)


def _tree(text: str) -> tuple[Element | None, bool]:
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", collect_ids=False)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        tree = None
    return tree, any(entry.level_name == "FATAL" for entry in parser.error_log)
