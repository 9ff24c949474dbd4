"""Whether stated probabilities are what they say: of answers with p = 0.8, four in five should be right."""

from collections.abc import Iterable
from typing import NamedTuple

from evaluation.claims import Answer

BINS = 10


class Bin(NamedTuple):
    """Answers whose p lies from ``low`` on, up to the next bin."""

    low: float
    n: int
    p: float
    right: float


def bins(answers: Iterable[tuple[float, bool]]) -> list[Bin]:
    """The bins that hold anything: mean p and share of right answers (Naeini et al., AAAI 2015).

    >>> bins([(0.75, True), (0.75, False), (1.0, True)])
    [Bin(low=0.7, n=2, p=0.75, right=0.5), Bin(low=0.9, n=1, p=1.0, right=1.0)]
    """
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for p, right in answers:
        held[min(int(p * BINS), BINS - 1)].append((p, right))
    return [
        Bin(i / BINS, len(of), sum(p for p, _ in of) / len(of), sum(right for _, right in of) / len(of))
        for i, of in enumerate(held)
        if of
    ]


def of_values(answers: Iterable[Answer]) -> list[tuple[float, bool]]:
    """The p of each value that was found for a gold claim, and whether it is accepted."""
    return [
        (answer.found.stance.p, answer.right)
        for answer in answers
        if answer.found and answer.found.stance.p is not None
    ]
