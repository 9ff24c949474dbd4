"""Reports that cite: "the daily reported, **citing two diplomats**, that ..." is the diplomats' statement.

The network reads who reported. Whoever is cited is added as the second source, as people mark it; the chain
then leads from the one who reports to the one who is cited.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from onrecord.knowledge import looks_like_outlet
from onrecord.read.network.link import Candidate, Spans
from onrecord.read.network.mentions import Name
from onrecord.span import Span

WHO = r"(?P<who>[^\W_][^,;:.!?\n“”\"]{1,90}?(?:, (?:who|which|whom)\b[^,;:.!?\n“”\"]{2,90})?)"
END = r"(?=,|;|:|\.|\n|$| that\b| as (?:saying|telling|asking|warning)\b| (?:said|reported|wrote)\b)"
BEHIND = re.compile(
    r"(?: (?:on|in|earlier|later|last|this|a|yesterday|today)\b[^,;:.!?\n]{0,40})?,?"
    rf" (?P<cue>citing|quoting) {WHO}{END}"
)
BEFORE = re.compile(rf"(?P<cue>[Cc]iting|[Qq]uoting) {WHO},\s*$")
QUOTED = re.compile(
    r" (?P<who>[^\W_][^,;:.!?\n“”\"]{1,90}?(?:, [^,;:.!?\n“”\"]{2,60}?)?),?"
    r" (?P<cue>as (?:saying|telling|asking|warning))\b"
)
REPORTS = re.compile(
    r"\b(?:report(?:s|ed)?|wr(?:ote|ites)|sa(?:id|ys)|told|carried|broadcast)\b", re.IGNORECASE
)
QUOTES = re.compile(r"\b(?:quote[sd]?|cite[sd]?)$", re.IGNORECASE)
CITES = re.compile(r".*\b(?:citing|quoting)|as (?:saying|telling|asking|warning)", re.IGNORECASE)
REACH = 140


def cited(text: str, names: Sequence[Name], found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates; those of outlets that cite somebody get that source and cue as well.

    A person who cites somebody still speaks: "Obi said, citing a report, that ..." is Obi's. ``names`` are
    those of the article, in order.
    """
    people = [name for name in names if name.kind == "person" and _surely(text[name.start : name.end])]
    for c in found:
        match = None if any(_named(people, span) for span in c.source) else _match(text, c)
        yield _with(text, c, match) if match else c


def _surely(name: str) -> bool:
    """Whether a name taken for a person's is no paper's: outlets of one word are easily mistaken."""
    return len(name.split()) > 1 and not looks_like_outlet(name)


def _named(people: Sequence[Name], span: Span) -> bool:
    """Whether a person's name stands in a stretch."""
    first = bisect_left(people, span.start, key=lambda name: name.end)
    return first < len(people) and people[first].start < span.end


def speaking(text: str, source: Spans, cue: Spans) -> Spans:
    """The part of a source that speaks: of one that cites another, whoever is cited."""
    cites = len(source) > 1 and any(CITES.fullmatch(span.of(text)) for span in cue)
    return source[-1:] if cites else source


def _match(text: str, c: Candidate) -> re.Match[str] | None:
    """The words that cite somebody, right behind the cue or right before the source."""
    if len(c.source) != 1 or len(c.cue) != 1:
        return None
    cue, source = c.cue[0], c.source[0]
    said = cue.of(text)
    if QUOTES.search(said):
        return QUOTED.match(text, cue.end, cue.end + REACH)
    if not REPORTS.search(said) or "citing" in source.of(text):
        return None
    return BEHIND.match(text, cue.end, cue.end + REACH) or BEFORE.search(
        text, max(0, source.start - REACH), source.start
    )


def _with(text: str, c: Candidate, match: re.Match[str]) -> Candidate:
    who, cue = (Span(match.start(name), match.end(name)) for name in ("who", "cue"))
    content = tuple(_behind(text, span, max(who.end, cue.end)) for span in c.content)
    kept = tuple(span for span in content if span.start < span.end)
    if not kept or any(span.start < who.end and who.start < span.end for span in kept):
        return c
    return c._replace(source=tuple(sorted((*c.source, who))), cue=tuple(sorted((*c.cue, cue))), content=kept)


def _behind(text: str, span: Span, end: int) -> Span:
    """A content that took in the citing words, without them."""
    if not span.start < end <= span.end:
        return span
    start = end
    while start < span.end and not text[start].isalnum() and text[start] not in "“\"'‘":
        start += 1
    return Span(start, span.end)
