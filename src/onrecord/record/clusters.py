"""Clusters from scored pairs: the best pair first, and never over a conflict (order-independent)."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:

    class Ordered(Hashable, Protocol):
        """What can be sorted and be in a set."""

        def __lt__(self, other: Any, /) -> bool: ...


Item = TypeVar("Item", bound="Ordered")


def clustered(
    items: Iterable[Item],
    pairs: Iterable[tuple[float, Item, Item]],
    apart: Callable[[Item, Item], bool] | None = None,
    against: Callable[[Sequence[Item], Sequence[Item]], bool] = lambda _left, _right: False,
) -> list[tuple[Item, ...]]:
    """``items`` in groups. ``pairs`` are (score, one, other) that may be joined, best first.

    Two groups are joined by a pair unless some member of the one is ``apart`` from some of the other, or the
    groups as wholes speak ``against`` it. Ties are broken by the items themselves, so that the outcome hangs
    on the set of items and not on their order.

    >>> clustered("abcd", [(2.0, "a", "b"), (1.0, "b", "c")], lambda one, other: {one, other} == {"a", "c"})
    [('a', 'b'), ('c',), ('d',)]
    """
    group: dict[Item, list[Item]] = {item: [item] for item in items}
    foes: dict[Item, set[Item]] = defaultdict(set)  # a group is called by its first item
    ranked = sorted((-score, min(one, other), max(one, other)) for score, one, other in pairs)
    for _, one, other in ranked:
        left, right = group[one], group[other]
        if left is right or right[0] in foes[left[0]]:
            continue
        if apart and any(apart(a, b) for a in left for b in right):
            foes[left[0]].add(right[0])
            foes[right[0]].add(left[0])
            continue
        if against(left, right):
            continue
        larger, smaller = (left, right) if len(left) >= len(right) else (right, left)
        for foe in foes.pop(smaller[0], ()):
            foes[foe].add(larger[0])
            foes[larger[0]].add(foe)
        larger.extend(smaller)
        group |= dict.fromkeys(smaller, larger)
    distinct = {id(members): members for members in group.values()}
    return sorted(tuple(sorted(members)) for members in distinct.values())


def components(items: Sequence[Item], pairs: Iterable[tuple[Item, Item]]) -> list[tuple[Item, ...]]:
    """``items`` in groups of those that chains of pairs connect."""
    return clustered(items, ((1.0, one, other) for one, other in pairs))
