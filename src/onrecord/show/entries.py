"""A reading -> the list of its statements as a page in a browser has it: entries, chains, speakers."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from onrecord.reading import Reading
from onrecord.show.chain import Step, answered, qualities
from onrecord.show.claims import Told
from onrecord.show.order import groups
from onrecord.show.people import ARTICLE, introduced
from onrecord.show.segments import trimmed
from onrecord.show.totals import counted
from onrecord.show.visible import one_line, shortened
from onrecord.span import Span, words
from onrecord.statement import Agent

QUOTED = 80  # characters of evidence; the whole of it is lit in the text
Chains = Sequence[tuple[Step, ...]]  # the chain of each statement, in order


class Hop(Struct, frozen=True):
    """A step of a chain: ``short`` in the line, the others in the list that it opens to.

    ``proof`` are the words it rests on, to which the page links.
    """

    short: str
    relation: str
    name: str
    behalf: str
    explicit: bool
    proof: str


class Entry(Struct, frozen=True):
    """A statement in the list beside its article; ``noted`` says whether the text has a mark to return to."""

    number: int
    level: int
    parent: int | None
    source: str
    cue: str
    content: str
    question: str
    chain: tuple[Hop, ...]
    claims: tuple[Told, ...]
    qualities: str
    p: str
    noted: bool


class Said(Struct, frozen=True):
    """Entries under a heading: a speaker, or none where the list is in the order of the text."""

    entries: tuple[Entry, ...]
    name: str = ""
    more: str = ""
    count: str = ""


class Person(Struct, frozen=True):
    """An agent in the list of who is in the article, with the numbers of its statements."""

    name: str
    kind: str
    more: str
    numbers: tuple[int, ...]


class Known(Struct, frozen=True):
    """What is known of an article's statements: who may be meant, the chain of each, its claims by its id.

    ``noted`` are the numbers of those that have a footnote mark in the text.
    """

    agents: Mapping[str, Agent]
    chains: Chains
    claims: Mapping[str, Sequence[Told]]
    noted: set[int]


def entries(reading: Reading, known: Known, *, by_speaker: bool) -> tuple[Said, ...]:
    """The statements in the order of the text, or under their speakers."""
    found = tuple(_entries(reading, known))
    if not by_speaker:
        return (Said(found),)
    return tuple(
        Said(
            tuple(found[number - 1] for number in group.numbers),
            *(introduced(group.agent, known.agents) if group.agent else ("unresolved", "")),
            count=counted(len(group.numbers), "statement"),
        )
        for group in groups(reading)
    )


def people(reading: Reading, agents: Mapping[str, Agent]) -> tuple[Person, ...]:
    """Everybody in the article, those who say most first; the article itself only where it speaks."""
    said = {group.agent.id: group.numbers for group in groups(reading) if group.agent}
    silent = [id for id in agents if id not in said and id != ARTICLE]
    return tuple(Person(*_named(agents[id], agents), numbers=said.get(id, ())) for id in [*said, *silent])


def _named(agent: Agent, agents: Mapping[str, Agent]) -> tuple[str, str, str]:
    name, more = introduced(agent, agents)
    return name, agent.kind, more


def _entries(reading: Reading, known: Known) -> Iterator[Entry]:
    text = reading.article.text
    numbers = {statement.id: number for number, statement in enumerate(reading.statements, start=1)}
    for number, (statement, chain) in enumerate(zip(reading.statements, known.chains, strict=True), start=1):
        yield Entry(
            number=number,
            level=statement.level,
            parent=numbers.get(statement.parent or ""),
            source=one_line(words(statement.source, text)),
            cue=one_line(words(statement.cue, text)),
            content=one_line(words(statement.content, text)),
            question=answered(statement, known.agents, text),
            chain=tuple(_hop(step, text) for step in chain),
            claims=tuple(known.claims.get(statement.id, ())),
            qualities=", ".join(qualities(statement)),
            p=f"{statement.p:.2f}",
            noted=number in known.noted,
        )


def _hop(step: Step, text: str) -> Hop:
    return Hop(
        short=str(step),
        relation=step.relation.replace("_", " ") if step.relation else "",
        name=step.name,
        behalf=step.behalf,
        explicit=step.explicit,
        proof=_proof(step.evidence, text),
    )


def _proof(evidence: Span | None, text: str) -> str:
    found = trimmed(text, evidence) if evidence else None
    return shortened(one_line(found.of(text)), QUOTED) if found else ""
