"""How well the differences of headlines from their articles agree with gold: F1 on their kinds."""

from collections.abc import Iterable
from typing import NamedTuple

from evaluation.marked import Titled, Whole
from evaluation.whole import prf


class Counts(NamedTuple):
    """What a comparison counts; counts of articles add up."""

    articles: int = 0
    gold: int = 0
    found: int = 0
    hit: int = 0

    @property
    def figures(self) -> dict[str, float | None]:
        """Every figure by its name."""
        if not self.articles:
            return {}
        kinds = prf(self.hit, self.found, self.gold)
        return {"headline P": kinds.p, "headline R": kinds.r, "headline": kinds.f1}


def total(counts: Iterable[Counts]) -> Counts:
    """The counts of a set from those of its articles."""
    return Counts(*map(sum, zip(Counts(), *counts, strict=True)))


def compare(gold: Whole, found: Whole) -> Counts:
    """Count the kinds of difference of one headline; nothing where gold says nothing of it."""
    if gold.headline is None:
        return Counts()
    a, b = _kinds(gold.headline), _kinds(found.headline or Titled())
    return Counts(1, len(a), len(b), len(a & b))


def _kinds(headline: Titled) -> set[str]:
    return {difference.kind for difference in headline.differences}
