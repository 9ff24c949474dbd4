"""How well things are put together: pairwise and B-cubed precision and recall of two ways to label items.

Both compare which items share a label, never the labels themselves. Pairs are what a reader meets ("these two
are one saying"), but a large group counts by the square of its size; B-cubed (Bagga and Baldwin, 1998) counts
every item once.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations
from typing import NamedTuple, TypeVar

from evaluation.whole import Prf, harmonic, prf

Item = TypeVar("Item", bound=Hashable)
Labels = Mapping[Item, Hashable]


class Share(NamedTuple):
    """So many of so many."""

    right: int
    of: int

    @property
    def rate(self) -> float:
        return self.right / self.of if self.of else 1.0


class Pairs(NamedTuple):
    """Pairs of items that gold joins, that were found joined, and that are both."""

    both: int = 0
    found: int = 0
    gold: int = 0

    @property
    def prf(self) -> Prf:
        """The three figures; where nothing was to be joined and nothing was, all is well."""
        if not self.found and not self.gold:
            return Prf(1.0, 1.0, 1.0)
        if not self.found:
            return Prf(1.0, 0.0, 0.0)
        return prf(self.both, self.found, self.gold)


def pairwise(gold: Labels[Item], found: Labels[Item], within: Labels[Item] | None = None) -> Pairs:
    """Count the pairs. An item that ``found`` lacks is joined with nothing.

    With ``within`` (the article an item stands in) only pairs across two of them count.

    >>> pairwise(dict(zip("abcd", [1, 1, 1, 2])), dict(zip("abd", "xxx")))
    Pairs(both=1, found=3, gold=3)
    """
    common = [item for item in gold if item in found]

    def count(labels: Labels[Item]) -> int:
        every = _pairs_in(labels.values())
        return every - _pairs_in((label, within[item]) for item, label in labels.items()) if within else every

    return Pairs(
        count({item: (gold[item], found[item]) for item in common}),
        count({item: found[item] for item in common}),
        count(gold),
    )


def _pairs_in(labels: Iterable[Hashable]) -> int:
    """How many pairs have one label."""
    return sum(n * (n - 1) // 2 for n in Counter(labels).values())


def b_cubed(gold: Labels[Item], found: Labels[Item]) -> Prf:
    """The mean over items of how much of its group is right, and of how much of its group was found.

    Precision is over the items that were found and recall over all of gold's: what was missed recalls
    nothing.

    >>> b_cubed(dict(zip("abcd", [1, 1, 2, 2])), dict(zip("abcd", "xxxx")))
    Prf(p=0.5, r=1.0, f1=0.6666666666666666)
    """
    common = [item for item in gold if item in found]
    if not gold:
        return Prf(1.0, 1.0, 1.0)
    if not common:
        return Prf(0.0, 0.0, 0.0)
    both = Counter((gold[item], found[item]) for item in common)
    joined, whole = Counter(found[item] for item in common), Counter(gold.values())
    precise = sum(n * n / joined[label] for (_, label), n in both.items())
    recalled = sum(n * n / whole[label] for (label, _), n in both.items())
    return harmonic(precise / len(common), recalled / len(gold))


def given(gold: Labels[Item], found: Labels[Item]) -> dict[Item, Hashable]:
    """The gold labels of the items that were found at all."""
    return {item: label for item, label in gold.items() if item in found}


def wrong(gold: Labels[Item], found: Labels[Item]) -> tuple[list[tuple[Item, Item]], list[tuple[Item, Item]]]:
    """The pairs of found items that are wrongly apart, and those that are wrongly joined."""
    apart, joined = [], []
    for a, b in combinations([item for item in gold if item in found], 2):
        same, together = gold[a] == gold[b], found[a] == found[b]
        if same and not together:
            apart.append((a, b))
        elif together and not same:
            joined.append((a, b))
    return apart, joined
