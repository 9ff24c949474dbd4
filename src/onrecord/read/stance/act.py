"""The speech act of a proposition: what its speaker does with it."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from onrecord.claim import Act
from onrecord.read.stance.compose import Step
from onrecord.read.stance.lexicon import closed
from onrecord.read.stance.operators import CERTAIN, OPEN, Degree
from onrecord.read.stance.place import Place
from onrecord.statement import Statement

BY_KIND: dict[str, Act] = {
    "question": "ask",
    "declined": "decline",
    "no_response": "decline",
    "not_confirmed": "decline",
}
OWN = frozenset(["i", "we"])
RULING = frozenset(["rule_out", "not rule_out", "left_open", "not left_open"])
NOT_TO_BE = frozenset(["won't", "wouldn't"])
FUTURE = frozenset(["will", "would", "not will", "not would"])


def act_of(
    text: str, degree: Degree, steps: Sequence[Step], at: Place | None, statement: Statement | None
) -> Act:
    """What the operators make of it: what is open is asked for or hoped for, what is to come promised.

    A promise is of one's own: "we will", "said she would". What others will do is expected.
    """
    to_come = takewhile(lambda s: s.name not in RULING, steps)  # "would not rule it out" is no "would"
    future = next((s for s in to_come if s.name in FUTURE or s.spans[0].of(text).lower() in NOT_TO_BE), None)
    own = future is not None and _own(future, at, statement)
    if degree.strength == OPEN:
        return _open(text, degree, steps, future=future is not None, own=own)
    acts = {s.act for s in steps}
    if not degree.positive:
        reported = future is not None and statement is not None and statement.kind == "indirect"
        will_not = any(s.name == "not" for s in steps) and (own or reported)
        return (
            "decline" if "decline" in acts or will_not or any(s.name == "decide" for s in steps) else "deny"
        )
    return _held(degree, acts, steps, future=future is not None, own=own)


def _held(degree: Degree, acts: set[Act | None], steps: Sequence[Step], *, future: bool, own: bool) -> Act:
    """The act of something held to be so, or likely."""
    for act in ("concede", "threaten"):
        if act in acts:
            return act
    if own or (not future and any(s.act == "promise" and s.of_cue for s in steps)):
        return "promise"
    if degree.strength == CERTAIN:
        return "expect" if future else "assert"
    return "expect" if "expect" in acts else "assert"


def _open(text: str, degree: Degree, steps: Sequence[Step], *, future: bool, own: bool) -> Act:
    """The act of something left open, by the operator that opened it."""
    opened = next((s for s in steps if degree.kind in {s.effect, s.effect.removeprefix("-")}), None)
    if degree.kind == "desire":
        return "assert" if opened and opened.name in {"support", "oppose"} else "hope"
    if degree.kind == "deontic" and opened:
        persuades = any(
            span.of(text).lower().partition(" ")[0] in closed("persuading") for span in opened.spans
        )
        return "ask" if persuades else opened.act or "assert"
    if degree.kind == "conditional" and future:
        return "promise" if own else "expect"
    return BY_KIND.get(degree.kind or "", "assert")


def _own(future: Step, at: Place | None, statement: Statement | None) -> bool:
    """Whether the speaker is the subject of what is to come."""
    if at is None:
        return False
    words = at.scan.words
    k = bisect_left(at.scan.starts, future.spans[0].start)
    subjects = OWN | closed("reported") if statement is not None and statement.kind == "indirect" else OWN
    near = [word.lower.partition("'")[0] for word in words[max(at.low, k - 2) : k + 1]]
    return any(word in subjects for word in near)
