"""GDELT's Global Quotation Graph -> articles: what an article quoted, with a few words around.

A line of a ``.gqg.json`` file is one article: ``date`` (when GDELT saw it), ``url``, ``title``, ``lang`` and
``quotes``, each of a ``quote`` with the text before and after it (``pre``, ``post``).
https://blog.gdeltproject.org/announcing-the-global-quotation-graph/
"""

import re
from collections.abc import Iterator, Mapping

from onrecord.article import Flaw
from onrecord.ingest.story import Known, item, told
from onrecord.ingest.unread import Item, Unread

OPENING, CLOSING = " \"“„«‘'", " \"”»’'"
MARKS = OPENING + CLOSING
CLOSE_UP = frozenset(",.;:!?)]…’”")
ENDED = re.compile(r"([,.!?])[\"”»’]")  # "No," she said: the comma is the quotation's
LANGUAGES = {"english": "en", "eng": "en"}
EXCERPTS = Flaw(
    "excerpts",
    0,
    0,
    "GDELT has only the quotations of this article with a few words around: the rest is missing.",
)


def is_gqg(value: object) -> bool:
    """Is this a line of the Global Quotation Graph: an address and a list of quotations, and no text?

    >>> is_gqg({"url": "https://courier.example/cod", "lang": "ENGLISH", "quotes": [{"quote": "No."}]})
    True
    """
    if not isinstance(value, Mapping) or not isinstance(value.get("url"), str) or "text" in value:
        return False
    quotes = value.get("quotes")
    return isinstance(quotes, list) and all(isinstance(one, Mapping) and "quote" in one for one in quotes)


def article_from_gqg(value: Mapping[str, object], *, place: str) -> Item:
    """What GDELT kept of an article: its headline and each quotation in its context, a paragraph each.

    Contexts overlap where quotations are close. A paragraph leaves out the quotations beside its own, so
    that nobody is read to have said a thing twice. The quotation marks, which GDELT drops, are put back.

    >>> line = {"url": "u:1", "title": "Cod", "quotes": [{"pre": "Moe said: ", "quote": "No.", "post": ""}]}
    >>> article_from_gqg(line, place="x")[0].text
    'Cod\\n\\nMoe said: “No.”'
    """
    title, quotes = _text(value.get("title")), list(_quotes(value.get("quotes")))
    if not quotes:
        return Unread(place, "GDELT found no quotation in this article.")
    around = ["", *(quote for _, quote, _ in quotes), ""]
    body = [_paragraph(*quote, around[index], around[index + 2]) for index, quote in enumerate(quotes)]
    date, language = _text(value.get("date")), _text(value.get("lang")).lower()
    known = Known(
        url=_text(value.get("url")),
        title=title,
        published=date,
        published_how="gdelt date",
        language=LANGUAGES.get(language, language),
    )
    return item(told(title, body), known, (EXCERPTS,))


def _quotes(value: object) -> Iterator[tuple[str, str, str]]:
    """Before, quotation and after, of those that have words."""
    for one in value if isinstance(value, list) else ():
        if isinstance(one, Mapping) and (quote := _text(one.get("quote")).strip(MARKS)):
            yield _text(one.get("pre")), quote, _text(one.get("post"))


def _paragraph(pre: str, quote: str, post: str, earlier: str, later: str) -> str:
    if earlier and earlier in pre:
        pre = pre.rpartition(earlier)[2].lstrip(MARKS + ",.")
    if later and later in post:
        post = post.partition(later)[0].rstrip(MARKS)
    pre = _without_end_of_another(pre.rstrip(OPENING))
    if ended := ENDED.match(post):
        quote, post = quote + ended[1], post[ended.end() :]
    post = _without_start_of_another(post.lstrip(CLOSING))
    before = f"{pre} " if pre and pre[-1] not in "([" else pre
    after = post if not post or post[0] in CLOSE_UP else f" {post}"
    return f"{before}“{quote}”{after}"


def _without_end_of_another(pre: str) -> str:
    """What stands behind the end of a quotation whose start is cut off."""
    if pre.count('"') % 2:
        pre = pre.partition('"')[2]
    opened, closed = pre.find("“"), pre.find("”")
    return (pre[closed + 1 :] if closed >= 0 and not 0 <= opened < closed else pre).strip()


def _without_start_of_another(post: str) -> str:
    """What stands before the start of a quotation whose end is cut off."""
    if post.count('"') % 2:
        post = post.rpartition('"')[0]
    opened, closed = post.rfind("“"), post.rfind("”")
    return (post[:opened] if opened > closed else post).strip()


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
