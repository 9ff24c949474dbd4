"""Which candidates of the network are claims, and whose: the innermost statement that holds a word has it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.read.claims.subject import about
from onrecord.read.clauses import AUXILIARIES, words
from onrecord.read.network.propose import Proposed
from onrecord.span import Span
from onrecord.statement import Statement

WORD_BEFORE, WORD_BEHIND = re.compile(r"\w+\Z"), re.compile(r"\w*")
LONGEST_WORD = 30
SURE = 0.3  # of both parts of a phrase
LONGEST_GAP = 12
BETWEEN = AUXILIARIES | frozenset("not never also only just still already to".split())
DETERMINERS = frozenset("a an the any no some".split())
LIGHT = frozenset(
    form
    for verb in (
        "take takes took taken taking",
        "make makes made making",
        "give gives gave given giving",
        "have has had having",
        "bear bears bore borne bearing",
        "hold holds held holding",
        "do does did doing done",
        "pay pays paid paying",
        "play plays played playing",
        "reach reaches reached reaching",
    )
    for form in verb.split()
)


class Least(NamedTuple):
    """The least probability of a trigger: of any, of the best one of a statement, of a parent's best one.

    Nearly every statement holds a claim, so that its best candidate needs little; the words of one that holds
    another statement are mostly that one's.
    """

    any: float
    best: float
    parent: float


def claimed(
    text: str, statements: Sequence[Statement], candidates: Iterable[Proposed], least: Least
) -> dict[str, list[Proposed]]:
    """The claims of each statement, in order of the text; key "" holds those in nobody's words."""
    of: dict[str, list[Proposed]] = defaultdict(list)
    every = joined(text, candidates)
    whole = (Span(0, len(text)),)
    holders = innermost(statements, [c.trigger for c in every])
    every = about(text, every, [holder.content if holder else whole for holder in holders])
    for candidate, holder in zip(every, innermost(statements, [c.trigger for c in every]), strict=True):
        of[holder.id if holder else ""].append(candidate)
    parents = {s.parent for s in statements}
    out = {}
    for id_, mine in of.items():
        kept = [c for c in mine if c.p >= least.any]
        best = max(mine, key=lambda c: c.p)
        if not kept and best.p >= (least.parent if id_ in parents else least.best):
            kept = [best]
        if kept:
            out[id_] = sorted(kept, key=lambda c: c.trigger)
    return out


def joined(text: str, candidates: Iterable[Proposed]) -> list[Proposed]:
    """The candidates, those that are one verb phrase as one: "take place", "bear a resemblance"."""
    out: list[Proposed] = []
    headed = (c._replace(trigger=_headed(text, c.trigger)) for c in candidates)
    for right in sorted(headed, key=lambda c: c.trigger):
        left = out[-1] if out else None
        if left and min(left.p, right.p) >= SURE and _one_phrase(text, left.trigger, right.trigger):
            surer = max(left, right, key=lambda c: c.p)
            out[-1] = surer._replace(trigger=_headed(text, Span(left.trigger.start, right.trigger.end)))
        else:
            out.append(right)
    return out


def _headed(text: str, trigger: Span) -> Span:
    """The trigger in whole words, from its main word on: without auxiliaries, "to" and "not" before it."""
    before = WORD_BEFORE.search(text, max(0, trigger.start - LONGEST_WORD), trigger.start)
    behind = WORD_BEHIND.match(text, trigger.end, trigger.end + LONGEST_WORD)
    inside = before and text[trigger.start : trigger.start + 1].isalnum()
    trigger = Span(
        before.start() if before and inside else trigger.start, behind.end() if behind else trigger.end
    )
    said = words(text, trigger)
    first = next((w.start for w in said if w.lower not in AUXILIARIES and w.lower not in {"to", "not"}), None)
    return trigger if first is None else Span(first, trigger.end)


def _one_phrase(text: str, left: Span, right: Span) -> bool:
    """Whether two triggers stand side by side, or the first is a light verb and the second its noun."""
    if not 0 <= right.start - left.end <= LONGEST_GAP:
        return left.end > right.start
    gap = text[left.end : right.start].lower().split()
    if left.of(text).lower() in AUXILIARIES:  # "did not comment"
        return all(word in BETWEEN for word in gap)
    return not gap or (len(gap) == 1 and gap[0] in DETERMINERS and left.of(text).lower() in LIGHT)


def innermost(statements: Sequence[Statement], places: Sequence[Span]) -> Iterator[Statement | None]:
    """For each of ``places``, in order, the deepest statement whose content holds its beginning.

    The contents are gone through once beside the places, so that a long article costs no more a word.
    """
    contents = sorted(((c, s) for s in statements for c in s.content), key=lambda pair: pair[0])
    sizes = {s.id: sum(c.end - c.start for c in s.content) for s in statements}
    open_here: list[tuple[Span, Statement]] = []
    at = 0
    for place in places:
        while at < len(contents) and contents[at][0].start <= place.start:
            open_here.append(contents[at])
            at += 1
        open_here = [(c, s) for c, s in open_here if c.end > place.start]
        yield max((s for _, s in open_here), key=lambda s: (s.level, -sizes[s.id]), default=None)
