"""Articles of invented news, read by hand: who is sure of what, and what the article tells itself."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, Row, select

from onrecord.article import Article
from onrecord.claim import Claim, Event, Participant, Stance, StanceValue, TimeBound, UuKind
from onrecord.reading import Reading
from onrecord.record import tables
from onrecord.record.keep import keep
from onrecord.record.keys import KEYS
from onrecord.record.linking import link
from onrecord.record.rows import rows_of
from onrecord.span import Span
from onrecord.statement import Agent, Mention, SaidOn, Statement, StatementFunction

STAR = re.compile(r"\*([^*]+)\*")
LINKED = (
    "articles", "agents", "people", "names", "roles", "mentioned_events", "events", "participants",
    "statements", "utterances", "claims", "positions",
)  # fmt: skip
GIVEN_IN_ORDER = ("number",)


class Line(Struct, frozen=True):
    """A sentence about the event between stars: somebody's, or the article's own where nobody speaks."""

    words: str
    speaker: str | None = None
    value: StanceValue = "CT+"
    uu: UuKind | None = None
    type: str | None = None
    mode: str | None = None
    people: tuple[str, ...] = ()
    time: TimeBound | None = None
    ahead: bool = False
    told: bool | None = None
    cue: str = "said that"
    negated: bool = False
    label: str | None = None
    on: str | None = None
    how: str = "explicit"
    function: StatementFunction = "speech"
    inside: int | None = None
    principal: str | None = None


def article(day: str, *lines: Line, **given: Any) -> Reading:
    """The reading of an article of ``day`` of these sentences, each with an event of its own."""
    text, agents, told = "", dict[str, Agent](), list[Told]()
    for number, line in enumerate(lines):
        for name in (line.speaker, *line.people):
            if name:
                agents[name] = _named(agents.get(name), name, len(text))
        if line.speaker and line.principal:
            agents[line.speaker] = replace(agents[line.speaker], on_behalf_of=(line.principal,))
        told.append(_sentence(number, line, len(text)))
        text += f"{told[-1].sentence}.\n"
    given = {"outlet": "Vell Gazette", "published": f"{day}T08:00:00+00:00"} | given
    place = str(given["outlet"]).lower().replace(" ", "-")
    made = Article(day, text, **{"url": f"https://{place}.example/{day}/{len(text)}"} | given)
    return Reading(
        made,
        agents=tuple(agents.values()),
        statements=tuple(one.statement for one in told if one.statement),
        events=tuple(one.event for one in told),
        claims=tuple(one.claim for one in told if one.claim),
    )


class Told(NamedTuple):
    """What is read of one sentence."""

    sentence: str
    event: Event
    statement: Statement | None
    claim: Claim | None


def _named(agent: Agent | None, name: str, at: int) -> Agent:
    mentions = agent.mentions if agent else ()
    return Agent(name, name, "person", mentions=(*mentions, Mention(at, at + len(name), "name")))


def _sentence(number: int, line: Line, at: int) -> Told:
    opening = f"{line.speaker} {line.cue} " if line.speaker else ""
    start = at + len(opening)
    words = STAR.sub(r"\1", line.words)
    found = STAR.search(line.words)
    assert found, line.words
    trigger = (Span(start + found.start(), start + found.start() + len(found[1])),)
    people = tuple(Participant(name, "actor") for name in line.people)
    event = Event(
        f"e{number}", line.type, line.mode, trigger, people, line.time, line.label or words,
        ahead=line.ahead, told=line.told,
    )  # fmt: skip
    if not line.speaker:
        return Told(words, event, None, None)
    source, cue = Span(at, at + len(line.speaker)), Span(at + len(line.speaker) + 1, start - 1)
    statement = Statement(
        f"s{number}", "direct" if words[0] == "“" else "indirect", (source,), (cue,),
        (Span(start, start + len(words)),), 1.0, speaker=line.speaker, negated=line.negated,
        said_on=SaidOn(line.on, line.how) if line.on else None, function=line.function,
        level=1 if line.inside is None else 2, parent=None if line.inside is None else f"s{line.inside}",
    )  # fmt: skip
    stances = (Stance(line.speaker, line.value, line.uu, p=0.9, why="told"),)
    claim = Claim(f"c{number}", f"s{number}", event.id, words, trigger, stances, time=line.time, p=0.9)
    return Told(opening + words, event, statement, claim)


def add(connection: Connection, readings: Iterable[Reading], batches: Sequence[int] = ()) -> list[str]:
    """Keep and link readings, so many at a time; the ids of their articles."""
    left = [rows_of(reading, KEYS) for reading in readings]
    ids = [rows.id for rows in left]
    sizes = iter(batches)
    while left:
        size = max(1, next(sizes, len(left)))
        link(connection, keep(connection, left[:size]))
        left = left[size:]
    return ids


def linked(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables that linking writes to, but for the numbers that they got as they came."""
    return {
        name: sorted(
            (
                tuple(row)
                for row in connection.execute(select(*(c for c in table.c if c.name not in GIVEN_IN_ORDER)))
            ),
            key=repr,
        )
        for name, table in ((name, tables.metadata.tables[name]) for name in LINKED)
    }


def rows(connection: Connection, name: str, *columns: str) -> list[Row[Any]]:
    """Some columns of a table, sorted by its first ones."""
    table = tables.metadata.tables[name]
    wanted = [table.c[column] for column in columns]
    return list(connection.execute(select(*wanted).order_by(*wanted)))
