"""How grave the differences are together: 0 faithful, 1 mild, 2 material, 3 contradicts."""

from math import ceil

from onrecord.claim import Difference, DifferenceKind

# Certainty, conditions and holders change what a reader takes the news to be; the rest shades it.
WEIGHTS: dict[DifferenceKind, float] = {
    "certainty": 1.0,
    "condition_dropped": 1.0,
    "holder_changed": 1.0,
    "chain_dropped": 0.5,
    "event_narrowed": 0.5,
    "event_widened": 0.5,
    "ignorance_dropped": 0.5,
    "time_shifted": 0.5,
}
MATERIAL, CONTRADICTS = 2, 3


def severity(differences: tuple[Difference, ...], *, contradicted: bool) -> int:
    """The sum of the weights, rounded up to at most "material"; 3 only where somebody contradicts.

    >>> from onrecord.span import Span
    >>> severity((Difference("chain_dropped", (Span(0, 9),), (Span(20, 29),)),), contradicted=False)
    1
    """
    kinds = {d.kind for d in differences}
    if contradicted and "certainty" in kinds:
        return CONTRADICTS
    return min(ceil(sum(WEIGHTS[kind] for kind in kinds)), MATERIAL)
