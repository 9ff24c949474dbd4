"""Where a proposition stands: its words, its sentence, its clause."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.read.clauses import clause
from onrecord.read.sentences import sentence_at, sentences
from onrecord.read.stance.lexicon import Hit, Scanned, scanned
from onrecord.span import Span

WINDOW = 60  # words looked at on either side, however long a sentence is


class Place(NamedTuple):
    """A proposition in its sentence, by the numbers of words in the text.

    ``first`` and ``head`` are the first and the last word of the trigger, ``low`` and ``high`` bound the
    words that may count. ``quoted``: the words are direct speech, in which "he" is another.
    """

    text: str
    scan: Scanned
    first: int
    head: int
    low: int
    high: int
    sentence: Span
    quoted: bool

    def lower(self, i: int) -> str:
        """Word ``i`` in lower case, empty behind the last one."""
        return self.scan.words[i].lower if i < len(self.scan.words) else ""

    def gap(self, i: int) -> str:
        """What stands between word ``i`` and the one before it."""
        return self.text[self.scan.words[i - 1].end : self.scan.words[i].start]

    def hit(self, i: int) -> Hit | None:
        """The operator that word ``i`` is part of."""
        return self.scan.hits[i]

    def clause_of(self, i: int) -> Span:
        """The clause that word ``i`` is in."""
        return clause(self.text, self.scan.starts[i], self.sentence)


def place(
    text: str, within: Sequence[Span], trigger: tuple[Span, ...], *, quoted: bool = False
) -> Place | None:
    """Where a trigger stands; what counts is its sentence, as far as it lies in the hull of ``within``."""
    if not trigger:
        return None
    scan = scanned(text)
    inside = (t for t in trigger if within and within[0].start <= t.start < within[-1].end)
    chosen = next(inside, None) or min(trigger)  # an article says a thing first in its headline
    first = bisect_left(scan.starts, chosen.start)
    head = bisect_left(scan.starts, chosen.end) - 1
    if first > head:
        return None
    sentence = sentence_at(_sentences(text), scan.starts[head])
    start, end = sentence.start, sentence.end
    if within and within[0].start <= scan.starts[head] < within[-1].end:
        start, end = max(start, within[0].start), min(end, within[-1].end)
    low = max(bisect_left(scan.starts, start), head - WINDOW)
    high = min(bisect_left(scan.starts, end), head + WINDOW)
    return Place(text, scan, first, head, low, high, Span(start, end), quoted)


@lru_cache(maxsize=16)
def _sentences(text: str) -> tuple[Span, ...]:
    return sentences(text)
