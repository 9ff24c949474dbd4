"""A page's tree -> the paragraphs of its article.

Which elements are the article is for trafilatura to say (Barbaresi 2021, doi:10.18653/v1/2021.acl-demo.15).
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from onrecord.ingest.headline import same_words

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

Element: TypeAlias = Any  # of lxml, which has no types

SHORTEST = 20  # characters of an article: a line of breaking news
SHORT = 250  # characters below which it is worth looking twice; trafilatura's own limit
LONG = 50_000  # characters of a page beyond which nothing of it may stay in any cache
BLOCKS = frozenset(  # of HTML, and of the simpler markup that trafilatura gives
    "p head quote list item table row code div body h1 h2 h3 h4 h5 h6 html title section article main header"
    " footer aside figure figcaption blockquote pre ul ol li dl dt dd tr hr address details summary".split()
)
# Five words, or a script without spaces; bounded, since a page may be one word of a megabyte.
FULL_SENTENCE = re.compile(r"\b\w{1,50}(?:\W{1,20}\w{1,50}){4}|[^\W\d_a-zA-Z]{12}")


def article_prose(tree: Element) -> list[str]:
    """The paragraphs of the article on a page; none where the page is an index of others."""
    found = _found(tree)
    if sum(map(len, tree.itertext())) > LONG:
        _forget()
    return [] if len(found) == 1 and _is_index(tree) else found


def is_prose(paragraphs: list[str], headline: str | None) -> bool:
    """Is there anything like a sentence besides the headline?"""
    lines = (line for line in paragraphs if not (headline and same_words(line, headline)))
    return any(FULL_SENTENCE.search(line) for line in lines)


def _found(tree: Element) -> list[str]:
    """The paragraphs that trafilatura finds, at its own limit too where a page holds far more than it found.

    Below that limit it looks further, as a page of several short items needs, and where it then finds nothing
    better gives all there is in one piece, menus and all, as no short article needs.
    """
    found = _extracted(tree, SHORTEST)
    size = sum(map(len, found))
    if size >= SHORT or size * 2 > sum(len("".join(part.itertext())) for part in tree.iter("p")):
        return found
    more = _extracted(tree, SHORT)
    return more if len(more) > max(1, len(found)) else found


def _is_index(tree: Element) -> bool:
    """Is most of a page links, as on the front page of a paper?"""
    linked = sum(len("".join(link.itertext())) for link in tree.iter("a"))
    return linked * 2 > sum(map(len, tree.itertext()))


def _forget() -> None:
    """Empty trafilatura's caches, which keep the last thousand strings that it cleaned, however long."""
    from trafilatura import utils

    utils.line_processing.cache_clear()
    utils.trim.cache_clear()


@cache
def _options(shortest: int) -> "Extractor":
    """How trafilatura reads: without comments of readers, and with what it takes for too short an article."""
    from trafilatura.settings import Extractor

    options = Extractor(output_format="python", comments=False, tables=True)
    options.min_extracted_size = shortest
    return options


def _extracted(tree: Element, shortest: int) -> list[str]:
    """The paragraphs of a page's article, as trafilatura finds them; none where it finds none or stumbles."""
    import logging

    from trafilatura import bare_extraction

    quiet = logging.getLogger("trafilatura")
    if not quiet.handlers:
        quiet.addHandler(logging.NullHandler())  # or Python prints what it warns of
    # Any bytes may be a page, and what an extractor raises for them is not listed anywhere.
    try:
        page = bare_extraction(tree, options=_options(shortest))
    except Exception:
        return []
    return paragraphs(page.body) if page and not isinstance(page, dict) else []


def paragraphs(body: Element) -> list[str]:
    """The text of the blocks below ``body``, each once; a line break in a block stays one."""
    from lxml import etree  # type: ignore[import-untyped]

    found: list[str] = []
    words: list[str] = []

    def close() -> None:
        lines = (" ".join(line.split()) for line in "".join(words).split("\x00"))
        if paragraph := "\n".join(line for line in lines if line).strip(" |"):
            found.append(paragraph)
        words.clear()

    for event, element in etree.iterwalk(body, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if name in BLOCKS:
            close()
        if event == "start":
            words.append(element.text or "" if name else "")
            continue
        if name in {"lb", "br"}:
            words.append("\x00")
        elif name in {"cell", "td", "th"}:
            words.append(" | ")
        if element is not body:
            words.append(element.tail or "")
    close()
    return found
