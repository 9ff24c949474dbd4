"""The claim of a reading that a gold claim is about, and what is compared of it before and after a change."""

from collections.abc import Callable

from evaluation.claims import nearness
from evaluation.dates import Days, days
from evaluation.identity import characters, dice, names
from evaluation.marked import Marked, Proposed, Spans, Whole
from evaluation.perturb.edit import What
from onrecord import Span

Place = Callable[[Span], Span]
NEAR = 0.75  # by `nearness`, 25 characters


def claim_at(whole: Whole, trigger: Spans, statement: Marked | None, place: Place) -> Proposed | None:
    """The claim whose trigger overlaps, of the same statement first; else the nearest one of that statement.

    ``place`` says where the gold spans are in the text that was read.
    """
    at = characters(map(place, trigger))
    twin = _twin(whole, characters(map(place, statement.cue + statement.content))) if statement else None
    known = statement is None or twin is not None
    best, out = (False, False, 0.0), None
    for claim in whole.claims:
        near, own = _nearness(at, claim), known and claim.statement == twin
        rank = (near > 1, own, near)
        if claim.stances and (near > 1 or (own and near >= NEAR)) and rank > best:
            best, out = rank, claim
    return out


def _nearness(at: frozenset[int], claim: Proposed) -> float:
    return nearness(at, characters(claim.trigger)) if claim.trigger else 0.0


def _twin(whole: Whole, at: frozenset[int]) -> str | None:
    """The statement whose cue and content overlap by half, the one that does most."""
    every = [(dice(at, characters(s.cue + s.content)), s.id) for s in whole.statements]
    overlap, id_ = max(every, default=(0.0, ""))
    return id_ if overlap >= 0.5 else None


def same(what: What, a: tuple[Whole, Proposed], b: tuple[Whole, Proposed]) -> bool:
    """Whether two claims of two readings say the same, as far as ``what`` goes."""
    if what == "bound":
        return _bound(*a) == _bound(*b)
    speaker = _same_speaker(a, b)
    if what == "speaker":
        return speaker
    return _value(a[1]) == _value(b[1]) and (speaker or what == "value")


def answer(what: What, whole: Whole, claim: Proposed | None) -> str:
    """What a claim says, in a few words."""
    if claim is None:
        return "no claim"
    if what == "bound":
        return " ".join(str(day) for day in _bound(whole, claim) or ()) or "no time"
    value = " ".join(filter(None, _value(claim)))
    return value if what == "value" else f"{value}, {_speaker(whole, claim)}"


def _value(claim: Proposed) -> tuple[str | None, ...]:
    """Value, kind and polarity; only of an Uu do kind and polarity say anything."""
    stance = claim.stance
    if stance.value != "Uu":
        return (stance.value,)
    return stance.value, stance.kind, "-" if stance.polarity == "-" else None


def _bound(whole: Whole, claim: Proposed) -> Days | None:
    event = next((event for event in whole.events if event.id == claim.event), None)
    time = claim.time or (event.time if event else None)
    return days(time.bound) if time else None


def _speaker(whole: Whole, claim: Proposed) -> str | None:
    holder = claim.stance.holder
    return next((agent.name for agent in whole.agents if agent.id == holder), holder)


def _same_speaker(a: tuple[Whole, Proposed], b: tuple[Whole, Proposed]) -> bool:
    """Whether the speakers of two claims have a name in common; ids mean nothing between two readings."""
    one, other = _names(*a), _names(*b)
    return bool(one & other) if one or other else True


def _names(whole: Whole, claim: Proposed) -> set[tuple[str, ...]]:
    holder = claim.stance.holder
    unknown = {(holder,)} if holder else set[tuple[str, ...]]()
    return next((names(agent) for agent in whole.agents if agent.id == holder), unknown)
