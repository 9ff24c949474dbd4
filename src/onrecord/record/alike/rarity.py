"""How much sharing a word tells, from the table that training/rarity.py makes."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

NUMBER = 1.0  # a figure that is shared tells as much as a name


def weight(term: str) -> float:
    """0 for a word that is everywhere, 1 for a rare one.

    >>> weight("the") < 0.3 < weight("meet") < weight("dredger")
    True
    """
    return _weights().get(term, NUMBER)


def rare(terms: Iterable[str], most: int, *, least: float = 0.5) -> tuple[str, ...]:
    """The ``most`` rarest different terms, in their order; what weighs less than ``least`` is left out.

    >>> rare(("the", "dredger", "will", "leav", "vellport"), 2)
    ('dredger', 'vellport')
    """
    different = [term for term in dict.fromkeys(terms) if weight(term) >= least]
    kept = set(sorted(different, key=lambda term: (-weight(term), term))[:most])
    return tuple(term for term in different if term in kept)


@cache
def _weights() -> dict[str, float]:
    lines = Path(__file__).with_name("rarity.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {term: float(told) for term, told in rows if term != "term"}
