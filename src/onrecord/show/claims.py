"""A reading -> its claims in words: who holds what, how sure, about what, and by which words."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from onrecord.claim import Claim, Event, Stance
from onrecord.reading import Reading
from onrecord.show.people import agents_of, called
from onrecord.show.segments import trimmed
from onrecord.show.stances import Degree, degree, outer, passes_on
from onrecord.show.visible import one_line, shortened
from onrecord.show.when import times_of, when
from onrecord.span import Span
from onrecord.statement import Agent, Statement

QUOTED = 80  # characters of evidence; the whole of it is in the text
LABEL = 80  # characters of what an event is called


class Holder(Struct, frozen=True):
    """Somebody through whom a claim came, and what they make of it."""

    name: str
    degree: Degree
    passes_on: bool


class Told(Struct, frozen=True):
    """A claim in words. ``number`` is its place among the claims, from 1.

    ``holder`` and ``degree`` are those of the innermost holder, who says it; ``others`` are those it came
    through, outermost first. ``degree`` is None where no stance is read.
    """

    number: int
    claim: Claim
    holder: str
    degree: Degree | None
    text: str
    event: str
    time: str
    condition: str
    evidence: tuple[str, ...]
    why: str
    others: tuple[Holder, ...]

    @property
    def aside(self) -> tuple[str, ...]:
        """What else there is to know of it, in a line."""
        condition = f"condition: {self.condition}" if self.condition else ""
        about = f"about: {self.event}" if self.event else ""
        p = f"p {self.claim.p:.2f}" if self.claim.p is not None else ""
        return tuple(part for part in (about, self.time, condition, self.claim.act or "", p) if part)

    @property
    def committed(self) -> tuple[Holder, ...]:
        """The others who say something of their own on it, instead of passing it on."""
        return tuple(each for each in self.others if not each.passes_on)


def told(reading: Reading) -> tuple[Told, ...]:
    """The claims of ``reading``, in order."""
    known = _Known(reading)
    return tuple(known.told(number, claim) for number, claim in enumerate(reading.claims, start=1))


def by_statement(found: tuple[Told, ...]) -> dict[str, list[Told]]:
    """Claims by the id of the statement that they are part of."""
    grouped: dict[str, list[Told]] = {}
    for each in found:
        if each.claim.statement is not None:
            grouped.setdefault(each.claim.statement, []).append(each)
    return grouped


def degrees(found: list[Told]) -> tuple[Degree, ...]:
    """The different degrees of some claims: a statement may be sure of one thing and hope for another."""
    return tuple(dict.fromkeys(each.degree for each in found if each.degree))


def rests_on(claim: Claim, text: str) -> Iterator[Span]:
    """The places of the words that the claim's stances rest on, each once, the innermost holder's first."""
    seen: set[Span] = set()
    for stance in reversed(claim.stances):
        for span in stance.evidence:
            place = trimmed(text, span)
            if place and place not in seen:
                seen.add(place)
                yield place


def named(stance: Stance, agents: Mapping[str, Agent]) -> str:
    """Who holds a stance, where it is not whoever makes the statement."""
    return called(stance.holder, agents) if stance.holder else "somebody"


def quoted(text: str, place: Span) -> str:
    """The words at ``place``, as far as they fit into a line."""
    return shortened(one_line(place.of(text)).strip(), QUOTED)


def labelled(event: Event, text: str) -> str:
    """What an event is called: its label, else its first words in the article, else its type."""
    words = (one_line(span.of(text)).strip() for span in event.triggers)
    named = one_line(event.label or "").strip() or next(filter(None, words), "")
    return shortened(named or one_line(event.type or "") or "an event", LABEL)


class _Known:
    """What there is to look up in a reading."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.article.text
        self.agents: Mapping[str, Agent] = agents_of(reading)
        self.statements: Mapping[str, Statement] = {each.id: each for each in reading.statements}
        self.events = {event.id: event for event in reading.events}
        self.times = times_of(reading)

    def told(self, number: int, claim: Claim) -> Told:
        statement = self.statements.get(claim.statement or "")
        event = self.events.get(claim.event or "")
        speaks = claim.stances[-1] if claim.stances else None
        function = statement.function if statement else None
        bound = claim.time or (event.time if event else None)
        return Told(
            number=number,
            claim=claim,
            holder=self._holder(speaks, statement),
            degree=degree(speaks, claim.act, function) if speaks else None,
            text=one_line(claim.text).strip(),
            event=labelled(event, self.text) if event else "",
            time=when(bound, self.times, self.text),
            condition=one_line(claim.condition or "").strip(),
            evidence=tuple(quoted(self.text, place) for place in rests_on(claim, self.text)),
            why=one_line((speaks.why if speaks else "") or "").strip(),
            others=tuple(
                Holder(named(each, self.agents), outer(each), passes_on(each)) for each in claim.stances[:-1]
            ),
        )

    def _holder(self, stance: Stance | None, statement: Statement | None) -> str:
        """Whose claim it is; where nobody could be told, the words for them in the text."""
        id = stance.holder if stance else statement.speaker if statement else None
        if id and (id in self.agents or statement is None or not statement.source):
            return called(id, self.agents)
        if statement is None or not statement.source:
            return ""
        return shortened(one_line(statement.source[0].of(self.text)).strip(), 60)
