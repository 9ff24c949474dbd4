"""Operators as they are applied: a predicate and its negation become one, then all go outward."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.claim import Act
from onrecord.read.stance.lexicon import Hit, Scanned
from onrecord.read.stance.operators import OPERATORS, Degree, applied
from onrecord.span import Span

BETWEEN = frozenset(["will", "would", "keep", "may", "likely"])  # "will not be able", "may not be able"
NEGATABLE = frozenset(name for name, row in OPERATORS.items() if row.governs) | {"likely", "unlikely"}
DENIALS = frozenset(["rule_out", "deny"])  # who refuses to rule out leaves open
CONCORD = frozenset(["nor", "neither"])


class Step(NamedTuple):
    """One operator as it is applied: its name, effect and act, all its words, whether the cue has them."""

    name: str
    effect: str
    act: Act | None
    spans: tuple[Span, ...]
    of_cue: bool = False


def step(name: str, spans: Sequence[Span], *, negated: bool = False, of_cue: bool = False) -> Step:
    """An operator of the table, as it stands or negated."""
    row = OPERATORS[name]
    if negated:
        return Step(f"not {name}", row.negated, row.negated_act, tuple(spans), of_cue)
    return Step(name, row.affirmed, row.act, tuple(spans), of_cue)


def folded(scan: Scanned, hits: Sequence[Hit], *, of_cue: bool = False) -> list[Step]:
    """Hits, innermost first, as steps: "not" goes with the predicate that it negates."""
    hits, concord = _without_concord(scan, hits)
    steps: list[Step] = []
    used: set[int] = set()
    for i, hit in enumerate(hits):
        if i in used or hit.name == "keep":
            continue
        k = _negation(hits, i) if hit.name in NEGATABLE else None
        spans = _spans(scan, hit)
        if k is not None:
            used.add(k)
            spans += _spans(scan, hits[k])
        if hit.name == "not" or k is not None:
            spans += [span for one in concord for span in _spans(scan, one)]
        steps.append(step(hit.name, spans, negated=k is not None, of_cue=of_cue))
    return _future_last(steps)


def composed(steps: Iterable[Step]) -> Degree:
    """All effects in order, from full commitment to the bare proposition."""
    degree = Degree()
    for one in steps:
        degree = applied(one.effect, degree)
    return degree


def one_denial(inner: Sequence[Step], outer: Sequence[Step]) -> list[Step]:
    """All steps; who refuses, in the cue, to rule out what follows, in the content, has not ruled it out."""
    if inner and outer and inner[-1].name in DENIALS and outer[0].name == "refuse":
        spans = (*inner[-1].spans, *outer[0].spans)
        return [*inner[:-1], step(inner[-1].name, spans, negated=True), *outer[1:]]
    return [*inner, *outer]


def _future_last(steps: list[Step]) -> list[Step]:
    """ "Nobody would come" as "would not come": the negation is of the verb, wherever it stands."""
    for i in range(len(steps) - 1):
        if (steps[i].name, steps[i + 1].name) == ("would", "not"):
            steps[i], steps[i + 1] = steps[i + 1], steps[i]
    return steps


def _without_concord(scan: Scanned, hits: Sequence[Hit]) -> tuple[list[Hit], list[Hit]]:
    """Hits without "nor" and "neither" where another negation stands, and those: "never pay nor ask"."""
    negations = [h for h in hits if h.name == "not"]
    concord = [h for h in negations if scan.words[h.first].lower in CONCORD]
    if len(concord) == len(negations):
        concord = concord[1:]
    return [h for h in dict.fromkeys(hits) if h not in concord], concord


def _negation(hits: Sequence[Hit], i: int) -> int | None:
    """The number of the negation that goes with predicate ``i``: the next outward, but for modals."""
    negations = {"not", "refuse"} if hits[i].name in DENIALS else {"not"}
    for k in range(i + 1, len(hits)):
        if hits[k].name in negations:
            return k
        if hits[k].name not in BETWEEN:
            return None
    return None


def _spans(scan: Scanned, hit: Hit) -> list[Span]:
    """Its words, and its particle where that stands apart."""
    whole = Span(scan.words[hit.first].start, scan.words[hit.last - 1].end)
    particle = [] if hit.apart is None else [scan.words[hit.apart]]
    return [whole, *(Span(word.start, word.end) for word in particle)]
