"""Whose copy an article says it is: the agency in its credit, dateline, byline or last lines."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from msgspec import Struct

from onrecord.article import Article
from onrecord.knowledge import Knowledge, looks_like_outlet, outlet, shipped

How = Literal["outlet", "credit", "dateline", "byline", "last line"]

LONGEST = 200  # code points; no credit, dateline or byline is longer
MOST = 40  # names; a text that claims more credits than that is none to trust

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")
_PARTS = re.compile(
    r"\s*(?:[,;/|+•·]|\s[-–—]\s|\b(?:and|with|for|via|by|from|staff|wires?)\b)\s*", re.IGNORECASE
)
_LAST = re.compile(
    r"^\W{0,3}(?:source|agency|via|from)\s?:\s?(?P<named>[^\n.]{2,60})"
    r"|^\W{0,3}(?:copyright|©|\(c\))[\s©\d,-]{0,12}(?P<owned>[^\n.]{2,60})"
    r"|^[(\[](?P<alone>[^()\[\]\n]{2,40})[)\]]\s*$"
    r"|^\W{0,3}with (?:reporting|material|files) (?:by|from) (?P<from>[^\n.]{2,60})",
    re.IGNORECASE | re.MULTILINE,
)
_TAIL = 600  # code points at the end in which a last line stands
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
_CALLED_AGENCY = ("agency", "news service", "newswire", "wire service")


class Credit(Struct, frozen=True):
    """An agency that an article names as its source: by its own name where it is known, and where it stands.

    ``how`` is "outlet" where the article is the agency's own item. It is not ``sure`` for a name in a byline
    or a last line that need not be an outlet's at all; it counts beside an article of an outlet of that name.
    """

    agency: str
    how: How
    sure: bool = True


def credited(article: Article, known: Knowledge | None = None) -> tuple[Credit, ...]:
    """The agencies that an article credits, each once, the surest place first.

    In brackets in a dateline stands an agency, known or not, be it the outlet itself. A credit names one as
    well, unless it names the outlet or the writer. In a byline or a last line only what is known as an
    agency, or calls itself one, is sure: people stand there too.

    >>> from onrecord.article import Block
    >>> credited(Article("a", "OSLO, Nov 13 (Kestrel) - Norway agreed.", (Block("dateline", 0, 25),)))
    (Credit(agency='Kestrel', how='dateline', sure=True),)
    >>> credited(Article("a", "", credit="Jane Doe/AP", author="Jane Doe"))
    (Credit(agency='Associated Press', how='credit', sure=True),)
    """
    known = known or shipped()
    found: dict[str, Credit] = {}
    for name, how, trusted in islice(_named(article), MOST):
        credit = _credit(article, known, name, how, trusted)
        if credit:
            before = found.get(folded(credit.agency))
            if before is None or (credit.sure and not before.sure):
                found[folded(credit.agency)] = credit
    return tuple(sorted(found.values(), key=lambda credit: not credit.sure))


def _credit(article: Article, known: Knowledge, name: str, how: How, trusted: bool) -> Credit | None:
    """What a name in some place is evidence of."""
    own, writer = folded(article.outlet or ""), folded(article.author or "")
    found = outlet(known, name)
    if found:
        return Credit(found.name, how) if found.kind == "agency" else None
    if looks_like_outlet(name) and name.lower().endswith(_CALLED_AGENCY):
        return Credit(name, how)  # it says that it is one
    if folded(name) == own and how == "dateline" and trusted:
        return Credit(name, "outlet")  # who puts its own name there is an agency
    theirs = folded(name) == own or (writer and folded(name) in writer)
    if theirs or (how in ("outlet", "dateline") and not trusted):
        return None
    return Credit(name, how, trusted)


def _named(article: Article) -> Iterator[tuple[str, How, bool]]:
    """Names that could be an agency's, where they stand, and whether an unknown one is an agency's there."""
    if article.outlet and article.outlet.strip():
        yield article.outlet.strip(), "outlet", False
    yield from ((part, "credit", True) for part in _split(article.credit or ""))
    for block in article.blocks:
        words = article.text[block.start : min(block.end, block.start + LONGEST)]
        if block.kind == "dateline":
            for bracketed in _BRACKETS.findall(words):
                yield from ((part, "dateline", True) for part in _split(bracketed))
            yield from ((part, "dateline", False) for part in _split(_BRACKETS.sub(",", words)))
        elif block.kind == "byline":
            yield from ((part, "byline", False) for part in _split(words))
    yield from ((part, "byline", False) for part in _split(article.author or ""))
    for match in _LAST.finditer(article.text[-_TAIL:]):
        yield from ((part, "last line", False) for part in _split(match[match.lastgroup or 0]))


def _split(words: str) -> Iterator[str]:
    for part in _PARTS.split(words[:LONGEST]):
        name = " ".join(part.split()).strip("().,:*_-–— ")
        if any(letter.isalpha() for letter in name) and not _MONTH.match(name):
            yield name


def folded(name: str) -> str:
    """A name without case, article and "news agency"."""
    words = name.casefold().removeprefix("the ").strip()
    for called in (" news agency", " agency", " news service"):
        words = words.removesuffix(called)
    return words
