"""Rows of a record as the entries that people get."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, cast

from msgspec.json import Decoder
from sqlalchemy import Connection, Row, Select, func, select

from onrecord.ask.portions import where
from onrecord.claim import Participant, TimeBound
from onrecord.entry import Outcome, Position, Report, Source, Superseded, Utterance, Who
from onrecord.record import tables
from onrecord.span import Span
from onrecord.statement import SaidOn

A, S, C = tables.articles.c, tables.statements.c, tables.claims.c
U, P, E = tables.utterances.c, tables.positions.c, tables.events.c
LATE = "9999"  # what has no date comes last, as where it is linked
SOURCE = (
    A.id.label("article_id"), A.url, A.outlet.label("article_outlet"), A.title, A.published, A.status,
    A.moment, A.original, A.agency, A.superseded_by, A.superseded_why,
)  # fmt: skip
REPORT: Select[Any] = select(
    S.id, S.statement, S.kind, S.text, S.spans, S.level, S.person, S.speaker_name, S.said_on, S.said_how,
    S.day, S.words, S.start, S.utterance, S.utterance_why, S.shown, *SOURCE,
).join_from(tables.statements, tables.articles, S.article == A.id)  # fmt: skip
SEEN = (func.coalesce(A.moment, LATE), A.id)  # first-seen order of articles
SPEAKER = tables.people.alias("speaking")
UTTERANCE: Select[Any] = select(*U, SPEAKER.c.name).join_from(
    tables.utterances, SPEAKER, U.person == SPEAKER.c.id, isouter=True
)
POSITION: Select[Any] = (
    select(
        *P, C.statement, C.claim.label("claim_id"), C.trigger, C.evidence, SPEAKER.c.name, *SOURCE[:6]
    )
    .join_from(tables.positions, tables.claims, P.claim == C.id)
    .join(tables.articles, C.article == A.id)
    .join(SPEAKER, P.person == SPEAKER.c.id, isouter=True)
)  # fmt: skip


EVENT = select(tables.events)
_SOURCES = select(*SOURCE)
_NAMES = select(tables.people.c.id, tables.people.c.name)
_PART = select(tables.participants)
_pairs = Decoder(list[tuple[int, int]]).decode
_roles = Decoder(list[list[tuple[int, int]]]).decode


def spans(kept: str) -> tuple[Span, ...]:
    """The spans of a column."""
    return tuple(Span(start, end) for start, end in _pairs(kept))


def source(row: Row[Any]) -> Source:
    """The article of a row with the columns of `SOURCE`."""
    return Source(row.article_id, row.url, row.article_outlet, row.title, row.published, row.status)


def sources(connection: Connection, ids: Iterable[str | None]) -> dict[str, Source]:
    """Articles by id."""
    return {row.article_id: source(row) for row in where(connection, _SOURCES, A.id, ids)}


def report(row: Row[Any]) -> Report:
    """The report of a row of `REPORT`."""
    told, cue, content = _roles(row.spans)
    return Report(
        article=source(row),
        statement=row.statement,
        kind=row.kind,
        text=row.text,
        source=tuple(Span(*pair) for pair in told),
        cue=tuple(Span(*pair) for pair in cue),
        content=tuple(Span(*pair) for pair in content),
        level=row.level,
        copy_of=row.original,
        superseded=row.superseded_by is not None,
        why=row.utterance_why,
    )


def who(person: str | None, *names: str | None) -> Who | None:
    """A person by the first name that there is; None where nobody is named."""
    name = next((name for name in names if name), None)
    return Who(person, name or "") if person or name else None


def said_on(row: Row[Any]) -> SaidOn | None:
    """When something was said."""
    return SaidOn(row.said_on, row.said_how or "") if row.said_on else None


def superseded(by: str | None, why: str | None) -> Superseded | None:
    """What took it back, if anything did."""
    return Superseded(by, why or "") if by else None


def time(row: Row[Any]) -> TimeBound | None:
    """When an event is."""
    if not (row.relation or row.bound or row.earliest or row.latest):
        return None
    return TimeBound(row.relation, row.bound, row.earliest, row.latest)


def names(connection: Connection, people: Iterable[str | None]) -> dict[str, str]:
    """What people are called, by id."""
    return {row.id: row.name for row in where(connection, _NAMES, tables.people.c.id, people)}


def reports(connection: Connection, utterances: Iterable[str]) -> dict[str, list[Row[Any]]]:
    """The rows of the reports of utterances, each in first-seen order."""
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in where(connection, REPORT, S.utterance, utterances):
        found[row.utterance].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row.moment or LATE, row.article_id, row.start, row.id))
    return found


def utterances(connection: Connection, ids: Sequence[str]) -> list[Utterance]:
    """Utterances in the order of their ids here."""
    told = reports(connection, ids)
    rows = {row.id: row for row in where(connection, UTTERANCE, U.id, ids)}
    return [_utterance(rows[id], told[id]) for id in ids if id in rows]


def _utterance(row: Row[Any], told: Iterable[Row[Any]]) -> Utterance:
    return Utterance(
        id=row.id,
        speaker=who(row.person, row.name, row.speaker) or Who(None, ""),
        said_on=said_on(row),
        venue=row.venue,
        function=row.function,
        reports=tuple(report(one) for one in told),
        negated=row.negated,
    )


def positions(connection: Connection, ids: Sequence[str]) -> list[Position]:
    """Positions in the order of their ids here."""
    rows = {row.id: row for row in where(connection, POSITION, P.id, ids)}
    return [_position(rows[id]) for id in ids if id in rows]


def _position(row: Row[Any]) -> Position:
    return Position(
        id=row.id,
        holder=Who(row.person, row.name or row.holder),
        event=row.event,
        utterance=row.utterance,
        said_on=said_on(row),
        value=row.value,
        kind=row.uu,
        polarity=row.polarity,
        act=row.act,
        text=row.text,
        change=row.change,
        article=source(row),
        statement=inner(row.statement),
        claim=row.claim_id,
        trigger=spans(row.trigger),
        evidence=spans(row.evidence),
        why=row.why,
        reports=row.reports,
        superseded=superseded(row.superseded_by, row.superseded_why),
    )


def inner(id: str | None) -> str:
    """The id inside its article of something that the record calls "article/id".

    >>> inner("9f2c4a1b5d6e7f80/s1")
    's1'
    """
    return (id or "").partition("/")[2]


def taking_part(connection: Connection, events: Iterable[str]) -> dict[str, list[tuple[Participant, str]]]:
    """Who takes part in events, with their names, sorted by these."""
    found: dict[str, list[tuple[Participant, str]]] = defaultdict(list)
    for row in where(connection, _PART, tables.participants.c.event, events):
        found[row.event].append((Participant(row.person or row.name, row.role), row.name))
    for several in found.values():
        several.sort(key=lambda one: (one[1], one[0].agent, one[0].role or ""))
    return found


def outcome(row: Row[Any], known: dict[str, Source]) -> Outcome | None:
    """What became of an event; ``known`` has the article that tells it."""
    article = known.get(outcome_article(row) or "")
    if row.happened is None or article is None:
        return None
    return Outcome(bool(row.happened), row.closed_on, article, inner(row.outcome), row.outcome_why or "")


def outcome_article(row: Row[Any]) -> str | None:
    """The article that tells what became of an event."""
    return cast("str | None", row.outcome.partition("/")[0]) if row.outcome else None


def span(start: int | None, end: int | None) -> Span | None:
    """A span of two columns, None where they are empty."""
    return None if start is None or end is None else Span(start, end)
