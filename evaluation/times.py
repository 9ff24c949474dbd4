"""How well time expressions agree with gold: which words they are, and which TIMEX3 value they have.

- times: P, R, F1 of spans that overlap, one to one; time exact: F1 of spans that are the same
- time value: accuracy of the value on spans that overlap, to the letter; time days: of those whose gold value
  is days, the share of values with a day in common
"""

from collections.abc import Iterable
from typing import NamedTuple

from evaluation.dates import days, overlap
from evaluation.identity import best, characters, dice
from evaluation.marked import When, Whole
from evaluation.whole import prf, share
from onrecord import Span


class Counts(NamedTuple):
    """What a comparison counts; counts of articles add up."""

    gold: int = 0
    found: int = 0
    hit: int = 0
    exact: int = 0
    value: int = 0
    dated: int = 0
    days: int = 0

    @property
    def figures(self) -> dict[str, float | None]:
        """Every figure by its name."""
        if not self.gold:
            return {}
        spans = prf(self.hit, self.found, self.gold)
        return {
            "times P": spans.p,
            "times R": spans.r,
            "times": spans.f1,
            "time exact": prf(self.exact, self.found, self.gold).f1,
            "time value": share(self.value, self.hit),
            "time days": share(self.days, self.dated),
        }


def total(counts: Iterable[Counts]) -> Counts:
    """The counts of a set from those of its articles."""
    return Counts(*map(sum, zip(Counts(), *counts, strict=True)))


def compare(gold: Whole, found: Whole) -> Counts:
    """Count how the time expressions of an article agree with gold's; nothing where gold has none."""
    if not gold.times:
        return Counts()
    pairs = matched(gold.times, found.times)
    dated = [(g, f) for g, f in pairs if days(g.value)]
    return Counts(
        gold=len(gold.times),
        found=len(found.times),
        hit=len(pairs),
        exact=sum((g.start, g.end) == (f.start, f.end) for g, f in pairs),
        value=sum(g.value == f.value for g, f in pairs),
        dated=len(dated),
        days=sum(overlap(days(g.value), days(f.value)) for g, f in dated),
    )


def matched(gold: Iterable[When], found: Iterable[When]) -> list[tuple[When, When]]:
    """Which expression is which: those that overlap most first, one to one."""
    left, right = tuple(gold), tuple(found)
    a, b = ([characters([Span(time.start, time.end)]) for time in side] for side in (left, right))
    likeness = {(i, j): dice(x, y) for i, x in enumerate(a) for j, y in enumerate(b)}
    return [(left[i], right[j]) for i, j in best(likeness, least=1e-9).items()]
