"""How much of two articles is the same text: shares of exact sets, and how the shared text lies."""

from collections.abc import Sequence, Set

from msgspec import Struct

from onrecord.record.same.lexicon import count
from onrecord.record.same.shingles import SHINGLE, Sketch, Slot

LEAD = count("copy", "lead")


class Likeness(Struct, frozen=True):
    """What two articles have in common. Shares run from 0 to 1 and count different shingles.

    ``a_in_b`` is the share of a's shingles that b has (containment), ``resemblance`` that of the shingles of
    both among those of either (Jaccard). ``own`` and ``run`` look at the article that stands in the other one
    to the greater part: ``own`` is the share of its shingles outside quotation marks that the other has (None
    where it has too few), ``run`` how many words of it are shared in a row on average. ``lead`` is the share
    of the first shingles of one article that the other has, the greater of the two. ``slots`` are the places
    that have the same words around a figure or a weekday in both, ``agree`` those with the same figure.
    """

    shared: int
    a_in_b: float
    b_in_a: float
    resemblance: float
    own: float | None
    lead: float
    run: float
    slots: int
    agree: int

    @property
    def within(self) -> float:
        """The greater of the two containments."""
        return max(self.a_in_b, self.b_in_a)

    @property
    def both(self) -> float:
        """The smaller of the two containments."""
        return min(self.a_in_b, self.b_in_a)


def compared(a: Sketch, b: Sketch) -> Likeness:
    """The likeness of two articles, by their sketches.

    >>> from onrecord.article import Article
    >>> from onrecord.record.same.shingles import sketch
    >>> long = sketch(Article("a", "Norway will cut its quota of cod by a fifth, its minister said in Oslo."))
    >>> cut = sketch(Article("b", "Its minister said in Oslo."))
    >>> likeness = compared(cut, long)
    >>> likeness.a_in_b, likeness.b_in_a
    (1.0, 0.09090909090909091)
    """
    of_a, of_b = a.different, b.different
    both = of_a & of_b
    a_in_b, b_in_a = _share(len(both), len(of_a)), _share(len(both), len(of_b))
    inner = a if (a_in_b, len(of_b)) >= (b_in_a, len(of_a)) else b
    slots, agree = _agreeing(a.slots, b.slots)
    return Likeness(
        shared=len(both),
        a_in_b=a_in_b,
        b_in_a=b_in_a,
        resemblance=_share(len(both), len(of_a) + len(of_b) - len(both)),
        own=_own(inner.shingles, both),
        lead=max(_lead(a.shingles, both), _lead(b.shingles, both)),
        run=_run(inner.shingles, both),
        slots=slots,
        agree=agree,
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _own(shingles: Sequence[int], both: Set[int]) -> float | None:
    own = {shingle >> 1 for shingle in shingles if not shingle & 1}
    return len(own & both) / len(own) if len(own) >= count("copy", "least_own") else None


def _lead(shingles: Sequence[int], both: Set[int]) -> float:
    first = shingles[:LEAD]
    return _share(sum(shingle >> 1 in both for shingle in first), len(first))


def _run(shingles: Sequence[int], both: Set[int]) -> float:
    """Words that are shared in a row, on average over the runs: n shingles in a row are n + 4 words."""
    runs = total = 0
    before = False
    for shingle in shingles:
        here = shingle >> 1 in both
        total += here
        runs += here and not before
        before = here
    return total / runs + SHINGLE - 1 if runs else 0.0


def _agreeing(a: Sequence[Slot], b: Sequence[Slot]) -> tuple[int, int]:
    """The places with the same words around them, and those among them that are filled alike."""
    there: dict[int, set[int]] = {}
    for slot in b:
        there.setdefault(slot.around, set()).add(slot.filler)
    here: dict[int, bool] = {}
    for slot in a:
        if slot.around in there:
            here[slot.around] = here.get(slot.around, False) or slot.filler in there[slot.around]
    return len(here), sum(here.values())
