"""Claims beside gold: one to one within matched statements, by trigger, overlapping or within 25 characters.

Evidence plays no part. What the comparison says in figures is in ``claim_figures``.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from evaluation.dates import Days, days, overlap
from evaluation.identity import ARTICLE, best, characters, dice
from evaluation.marked import Happening, Marked, Proposed, Whole
from evaluation.whole import Comparison as Statements

PASSING = frozenset(
    "published_by reported_by cited_by in_interview_with translated_by posted_by document_of".split()
)
Events = Mapping[str | None, Happening]


class Answer(NamedTuple):
    """A gold claim and the one found for it, and what of it is right.

    ``level`` and ``found_level`` are those of the statements; ``kind`` and ``time`` are None where there is
    nothing to compare; ``outer`` has one entry for each holder that is neither speaker nor messenger.
    """

    gold: Proposed
    found: Proposed | None
    level: int
    found_level: int
    right: bool
    act: bool
    kind: bool | None
    time: bool | None
    outer: tuple[bool, ...]

    @property
    def said(self) -> str | None:
        """The value that was found."""
        return self.found.stance.value if self.found else None


class Comparison(NamedTuple):
    """The claims of a reading beside those of gold: an answer for each gold claim of a statement that counts.

    ``levels`` has the level of the statement of each claim found that counts, ``spurious`` those of them
    that were found for no gold claim.
    """

    answers: tuple[Answer, ...]
    levels: tuple[int, ...]
    spurious: tuple[Proposed, ...]


def compare(gold: Whole, found: Whole, statements: Statements) -> Comparison:
    """Put the claims of a reading beside those of gold, once their statements are."""
    side = _Sides(gold, found, statements)
    answers, used = list[Answer](), set[int]()
    for id_, claims in _by_statement(gold.claims).items():
        # Gold claims whose statement was not found may still be found in the article's own voice.
        other = side.claims.get(side.twins.get(id_ or ""), [])
        match = best(
            {
                (i, j): nearness(trigger(a, side.gold_events), trigger(b, side.found_events))
                for i, a in enumerate(claims)
                for j, b in enumerate(other)
            },
            least=0.75,
        )
        used.update(id(other[j]) for j in match.values())
        if id_ not in side.optional:
            answers += [
                side.answer(claim, other[match[i]] if i in match else None) for i, claim in enumerate(claims)
            ]
    counted = [claim for id_, of in side.claims.items() if id_ not in side.spare for claim in of]
    return Comparison(
        tuple(answers),
        tuple(side.found_levels.get(claim.statement, 1) for claim in counted),
        tuple(claim for claim in counted if id(claim) not in used),
    )


class _Sides:
    """The two readings, with what is looked up in them."""

    def __init__(self, gold: Whole, found: Whole, statements: Statements) -> None:
        self.twins = {pair.gold.id: pair.found.id for pair in statements.pairs}
        self.who = statements.who
        self.optional = {s.id for s in gold.statements if s.optional}
        self.spare = {self.twins[id_] for id_ in self.optional if id_ in self.twins}
        self.levels, self.found_levels = _levels(gold.statements), _levels(found.statements)
        self.carriers = {s.id: {h.agent for h in s.chain if h.relation in PASSING} for s in gold.statements}
        self.claims = _by_statement(claim for claim in found.claims if claim.stances)
        self.gold_events, self.found_events = _events(gold), _events(found)

    def answer(self, gold: Proposed, found: Proposed | None) -> Answer:
        """A gold claim beside the one that was found for it, or beside none."""
        twin = self.twins.get(gold.statement or "")
        bound, level = days(gold.time.bound) if gold.time else None, self.levels.get(gold.statement, 1)
        time = overlap(bound, self._bound(found)) if bound else None
        if found is None:  # right where gold accepts that the claim is not made
            right = None in gold.stance.accepted
            return Answer(gold, None, level, 1, right=right, act=False, kind=None, time=time, outer=())
        a, b = gold.stance, found.stance
        return Answer(
            gold,
            found,
            level,
            self.found_levels.get(twin, 1),
            b.value in a.accepted,
            found.act in {gold.act, *gold.accept_act},
            b.kind == a.kind if a.value == b.value == "Uu" and a.kind else None,
            time,
            tuple(self._outer(gold, found)),
        )

    def _bound(self, claim: Proposed | None) -> Days | None:
        """The days of a claim that was found, of its own or its event's."""
        if claim is None:
            return None
        event = self.found_events.get(claim.event)
        time = claim.time or (event.time if event else None)
        return days(time.bound) if time else None

    def _outer(self, gold: Proposed, found: Proposed) -> Iterable[bool]:
        said = {self.who.get(stance.holder or ""): stance.value for stance in found.stances[:-1]}
        messengers = {ARTICLE, *self.carriers.get(gold.statement or "", ())}
        for stance in gold.stances[:-1]:
            if stance.holder not in messengers:
                yield said.get(stance.holder, "Uu") in stance.accepted


def _levels(statements: Iterable[Marked]) -> dict[str | None, int]:
    return {s.id: s.level for s in statements}


def _events(whole: Whole) -> Events:
    return {event.id: event for event in whole.events}


def _by_statement(claims: Iterable[Proposed]) -> dict[str | None, list[Proposed]]:
    out = defaultdict[str | None, list[Proposed]](list)
    for claim in claims:
        out[claim.statement].append(claim)
    return dict(out)


def trigger(claim: Proposed, events: Events) -> frozenset[int]:
    """The characters of a claim's trigger; its event's where it has none of its own."""
    event = events.get(claim.event)
    return characters(claim.trigger or (event.triggers if event else ()))


def nearness(gold: frozenset[int], found: frozenset[int]) -> float:
    """How near two triggers are: above 1 where they overlap, 0.75 at 25 characters.

    A gold claim without any trigger is content with whatever claim of the statement is left.
    """
    if not gold:
        return 0.75
    if gold & found:
        return 1 + dice(gold, found)
    if not found:
        return 1 - 99 / 100
    return 1 - min(abs(x - y) for x in (min(gold), max(gold)) for y in (min(found), max(found))) / 100
