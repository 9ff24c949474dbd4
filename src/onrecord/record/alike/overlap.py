"""What two pieces of text have in common: weighted words, and the longest run of the same words."""

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.record.alike.rarity import weight

FUNCTION = 0.45  # what weighs less joins words and says nothing
LONGEST = 400  # terms that are compared in order; a statement is far shorter


class Overlap(NamedTuple):
    """Shares of weight, and words in a row.

    ``of_shorter`` is how much of the lighter text stands in the other, ``of_both`` how much of all words they
    share (weighted Jaccard), ``run`` the most words in a row that both have, ``weight`` that of the words
    shared.
    """

    of_shorter: float
    of_both: float
    run: int
    weight: float


def overlap(one: Sequence[str], other: Sequence[str]) -> Overlap:
    """What the index terms of two texts have in common.

    >>> from onrecord.terms import terms
    >>> told = overlap(terms("We will not close the harbour"), terms("the harbour would not be closed"))
    >>> told.of_shorter > 0.9, told.run
    (True, 2)
    """
    left, right = _content(one), _content(other)
    shared = sum(weight(term) for term in left & right)
    light, heavy = sorted((sum(map(weight, left)), sum(map(weight, right))))
    either = light + heavy - shared
    return Overlap(
        shared / light if light else 0.0,
        shared / either if either else 0.0,
        run(one[:LONGEST], other[:LONGEST]) if shared else 0,
        shared,
    )


def run(one: Sequence[str], other: Sequence[str]) -> int:
    """The most terms in a row that both have.

    >>> run("a b c d".split(), "x b c y".split())
    2
    """
    if tuple(one) == tuple(other):
        return len(one)
    best = 0
    places: dict[str, list[int]] = {}
    for at, term in enumerate(other):
        places.setdefault(term, []).append(at)
    ending: dict[int, int] = {}  # the length of the common run that ends at each place of the other
    for term in one:
        ending = {at: ending.get(at - 1, 0) + 1 for at in places.get(term, ())[:LONGEST]}
        best = max(best, max(ending.values(), default=0))
    return best


def _content(terms: Sequence[str]) -> set[str]:
    return {term for term in terms if weight(term) >= FUNCTION}
