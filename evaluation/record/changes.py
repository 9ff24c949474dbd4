"""Positions: which labelled steps are found, and which changes a record tells that did not happen.

A **change** is a position of the record that says firmer, softer or reversed and that nothing superseded. It
is judged where its event is a labelled one, since for those all positions are labelled; what the record says
of other events is not. It is **false** unless the truth has the same change of the same holder on the same
event between the two utterances in question. The reasons, one each:

- no position: the holder has no labelled position on the event, or is nobody who is labelled
- no words: it rests on words that the truth does not list as a report, so there is no step there
- no step: the utterance is labelled, but is no step of this position
- taken back: the step is there, but was corrected or disavowed, so that it changed nothing
- same utterance: the position before it rests on the same labelled utterance
- earlier: the position before it rests on a later step of the truth, so that time runs backwards
- any change, such as repeated: that is what the truth says of this step

What a step should say follows from the step before it in the record. If that is the one before it in the
truth, or is no step of the truth at all, it is the labelled change (and what `accepted` adds to it); if it is
another one, since the record missed some between, it is what the two values make of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from evaluation.record import lines
from evaluation.record.matched import Matched
from onrecord.entry import Position

CHANGES = ("firmer", "softer", "reversed")
REASONS = (
    "no position", "no words", "no step", "taken back", "same utterance", "earlier", "repeated", "first",
    "corrected", "disavowed", *CHANGES,
)  # fmt: skip
RANK = {"CT": 3, "PR": 2, "PS": 1}


class Change(NamedTuple):
    """A change that the record tells, the position before it, and the reason why it is false if it is."""

    before: Position | None
    position: Position
    reason: str | None


class Aligned(NamedTuple):
    """A step of the truth and the positions of the record that are this step."""

    holder: str
    event: str
    step: lines.Step
    found: tuple[Position, ...]


def aligned(matched: Matched) -> list[Aligned]:
    """Every labelled step with the positions of the same holder and event that rest on its utterance."""
    found: dict[tuple[str | None, str | None, str | None], list[Position]] = defaultdict(list)
    for one in matched.layers.positions:
        found[matched.holder(one.holder), matched.event(one.event), matched.saying(one)].append(one)
    return [
        Aligned(holder, event, step, tuple(found[holder, event, step.utterance]))
        for (holder, event), position in matched.truth.positions.items()
        for step in position.steps
    ]


def value_right(one: Aligned) -> bool:
    """Whether the first position found has the value of the step, or one that is also accepted."""
    return bool(one.found) and one.found[0].value in one.step.values


def change_right(one: Aligned, matched: Matched) -> bool:
    """Whether the first position found has the step's change; what corrects another may say "corrected"."""
    position = matched.truth.positions[one.holder, one.event]
    right = accepted(position.standing, position.standing.index(one.step))
    if one.step.utterance in {step.superseded_by for step in position.steps}:
        right |= {"corrected"}
    return bool(one.found) and one.found[0].change in right


def changes(matched: Matched) -> list[Change]:
    """All changes of labelled events that the record tells, each judged."""
    found = []
    for position, before in _with_before(matched.layers.positions):
        event = matched.event(position.event)
        if event is not None and position.change in CHANGES and position.superseded is None:
            found.append(Change(before, position, _reason(matched, event, position, before)))
    return found


def made_of(before: lines.Step, after: lines.Step) -> frozenset[str]:
    """The changes that two steps' values can be said to make, by rank of certainty and by side.

    Where the first does not commit, what was said before it is not known here, and readers differ; so they do
    where both are only possible, "may" and "may not".
    """
    return frozenset().union(*(_made(one, other) for one, other in product(before.values, after.values)))


def _made(before: str, after: str) -> set[str]:
    one, other = RANK.get(before[:2], 0), RANK.get(after[:2], 0)
    if one and other and before[-1] != after[-1]:
        return {"reversed", "repeated"} if one == other == 1 else {"reversed"}
    if not one:
        return {"firmer", "reversed"} if other else {"firmer", "softer", "repeated"}
    return {"repeated"} if one == other else {"firmer"} if other > one else {"softer"}


def accepted(steps: Sequence[lines.Step], at: int) -> frozenset[str]:
    """The changes that may be told of a step, next to the one before it: the labelled one, mostly.

    Where either value may be another, and where somebody begins or ceases to commit, it is also what the
    values make of it: who declined to say and now says no may be called firmer, or reversed for an old yes.
    """
    label = frozenset({steps[at].change})
    if not at:
        return label
    before, now = steps[at - 1], steps[at]
    one_commits = (before.value[:2] in RANK) != (now.value[:2] in RANK)
    return label | made_of(before, now) if one_commits or before.also_accepted or now.also_accepted else label


def _reason(matched: Matched, event: str, position: Position, before: Position | None) -> str | None:
    gold = matched.truth.positions.get((matched.holder(position.holder) or "", event))
    if gold is None:
        return "no position"
    now = matched.saying(position)
    if now is None:
        return "no words"
    steps = {step.utterance: step for step in gold.steps}
    if now not in steps:
        return "no step"
    if steps[now].superseded_by:
        return "taken back"
    was = matched.saying(before) if before else None
    if was == now:
        return "same utterance"
    return _differs(gold.standing, now, was, position.change)


def _differs(steps: Sequence[lines.Step], now: str, was: str | None, change: str) -> str | None:
    """The labelled change, if it is another than the one told."""
    order = [step.utterance for step in steps]
    at = order.index(now)
    if was not in order or order.index(was) == at - 1:
        return None if change in accepted(steps, at) else steps[at].change
    if order.index(was) > at:
        return "earlier"
    made = made_of(steps[order.index(was)], steps[at])
    return None if change in made else min(made)


def _with_before(positions: Iterable[Position]) -> Iterator[tuple[Position, Position | None]]:
    """Each position with the one before it of the same holder and event that still stands."""
    last: dict[tuple[str, str], Position] = {}
    for one in positions:
        yield one, last.get(whose(one))
        if one.superseded is None:
            last[whose(one)] = one


def whose(position: Position) -> tuple[str, str]:
    return position.holder.id or f"named {position.holder.name}", position.event
