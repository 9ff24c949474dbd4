"""The sentence around each statement's cue, with what is reported blanked out.

Who passed the words on is said by the reporter, around the cue ("told the Courier in an interview"). What
looks like it inside the reported words belongs to them. Blanked characters keep their place, so that offsets
hold.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.span import Span
from onrecord.statement import Statement

BLANK = "\u2592"
SPACED = re.compile("[\xa0\u2002\u2003\u2009\u202f\t]")
LONGEST = 4_000
END = re.compile(rf"[.!?]+[\"”’')\]]*[ \t]+(?={BLANK}|[\"“‘'(\[]{{0,3}}(?:{BLANK}|[^\W_a-z]))|\n+|\r")
SHORTENED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Prof|Rev|Hon|St|Jr|Sr|vs|No|Inc|Co|Corp|Ltd|"
    r"Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K|U\.N|a\.m|p\.m|[^\W\d_])\.$"
)


class Clause(NamedTuple):
    """One sentence of the article, blanked; ``start`` is its place in the text."""

    start: int
    words: str
    paragraph: int

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.words)

    def of(self, span: Span) -> str:
        """What a stretch of the text is here."""
        return self.words[span.start - self.start : span.end - self.start]

    def span(self, found: re.Match[str], group: int | str = 0) -> Span:
        """The place in the text of what an expression found in ``words``."""
        return Span(self.start + found.start(group), self.start + found.end(group))


class Sentences(NamedTuple):
    """All sentences of an article, blanked, and which of them each statement stands in."""

    all: tuple[Clause, ...]
    of: Mapping[str, Clause]

    def empty(self) -> Iterator[Clause]:
        """Those in which no statement is made."""
        taken = {c.start for c in self.of.values()}
        return (c for c in self.all if c.start not in taken)


def sentences(text: str, statements: Sequence[Statement]) -> Sentences:
    """Every sentence; a statement without any span stands in an empty one."""
    blanked = _blanked(text, statements)
    bounds = [*_bounds(blanked), len(text)]
    breaks = [m.start() for m in re.finditer(r"\n+", blanked)]
    every = tuple(
        Clause(a, blanked[a : min(b, a + LONGEST)], bisect_right(breaks, a))
        for a, b in pairwise(bounds)
        if a < b
    )
    starts = [c.start for c in every]
    of = {}
    for s in statements:
        place = anchor(s)
        i = bisect_right(starts, place.start) - 1 if place else -1
        of[s.id] = every[i] if i >= 0 else Clause(0, "", 0)
    return Sentences(every, of)


def anchor(s: Statement) -> Span | None:
    """Where a statement is made: its cue, else its source, else its content."""
    return next((spans[0] for spans in (s.cue, s.source, s.content) if spans), None)


def _blanked(text: str, statements: Iterable[Statement]) -> str:
    """The text without the contents of level 1, but for cues, sources and the mark that ends a sentence."""
    outer = [s for s in statements if s.parent is None]
    contents = [_within(span, text) for s in outer for span in s.content]
    plain = spaced(text)
    kept = {_mark(text, span) for span in contents}
    out = list(plain)
    for a, b in _merged(contents):
        out[a:b] = [c if c in "\n\r" or i in kept else BLANK for i, c in enumerate(plain[a:b], a)]
    for a, b in _merged(_within(span, text) for s in outer for span in (*s.cue, *s.source)):
        out[a:b] = plain[a:b]
    return "".join(out)


def _within(span: Span, text: str) -> Span:
    return Span(max(0, span.start), min(len(text), span.end))


def _merged(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """The stretches that spans cover, each place once."""
    reached = 0
    for span in sorted(spans):
        if span.end > max(reached, span.start):
            yield max(reached, span.start), span.end
            reached = span.end


def spaced(text: str) -> str:
    """The text with plain spaces only, so that expressions need know no others; no place moves."""
    return SPACED.sub(" ", text)


def _mark(text: str, span: Span) -> int:
    """The place of the full stop, question or exclamation mark at the end of a stretch, else -1."""
    at = span.end - 1
    while at >= span.start and text[at] in "\"”’')]":
        at -= 1
    return at if at >= span.start and text[at] in ".!?" else -1


def _bounds(text: str) -> list[int]:
    """Where sentences begin."""
    out = [0]
    for m in END.finditer(text):
        stop = m.start() + 1
        if not (text[m.start()] == "." and SHORTENED.search(text, max(0, stop - 8), stop)):
            out.append(m.end())
    return out
