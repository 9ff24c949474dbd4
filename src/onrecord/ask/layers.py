"""The layers that a record has of its own, as they are: utterances, events, positions, reprints, people.

Each is read in portions and comes in one order, by day, moment and id, so that anybody can check or score it,
and two records of the same articles give the same lines. With a query only those come that it matches: an
utterance by any of its reports, an event by any of its claims, a position by its own.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select, true

from onrecord.ask import entries
from onrecord.ask.conditions import claim_scope, condition, of_positions, of_statements
from onrecord.ask.entries import LATE, SOURCE, A, C, E, P, S, U
from onrecord.ask.names import named, outlets
from onrecord.ask.portions import streamed, where
from onrecord.entry import Copy, Occurrence, Person, Position, Reprints, Role, Spoken, Utterance
from onrecord.query import And, Equals, Query, Words
from onrecord.record import tables

M = tables.mentioned_events.c
PEOPLE = tables.people.c


def utterances(connection: Connection, query: Query | None = None) -> Iterator[Utterance]:
    """The acts of saying, each with all its reports."""
    ids = (
        select(U.id)
        .join_from(tables.utterances, tables.statements, U.statement == S.id)
        .join(tables.articles, S.article == A.id)
        .order_by(func.coalesce(U.day, LATE), func.coalesce(A.moment, LATE), U.id)
    )
    if query:
        ids = ids.where(U.id.in_(_statements(connection, query, "utterance")))
    return streamed(connection, ids, entries.utterances)


def events(connection: Connection, query: Query | None = None) -> Iterator[Occurrence]:
    """The events, each with all its mentions; the one that was spoken of first comes first."""
    ids = (
        select(E.id)
        .join_from(tables.events, tables.mentioned_events, E.id == M.id, isouter=True)
        .join(tables.articles, M.article == A.id, isouter=True)
        .order_by(func.coalesce(M.day, LATE), func.coalesce(A.moment, LATE), E.id)
    )
    if query:
        ids = ids.where(E.id.in_(_claims(connection, query)))
    return streamed(connection, ids, occurrences)


def positions(connection: Connection, query: Query | None = None) -> Iterator[Position]:
    """The positions of everybody, in order of saying."""
    ids = (
        select(P.id)
        .join_from(tables.positions, tables.claims, P.claim == C.id)
        .join(tables.statements, C.statement == S.id)
        .join(tables.articles, C.article == A.id)
        .order_by(func.coalesce(P.day, LATE), func.coalesce(A.moment, LATE), P.id)
    )
    if query:
        scope = of_positions(connection.dialect.name, partial(outlets, connection))
        ids = ids.where(condition(query, scope))
    return streamed(connection, ids, entries.positions)


def reprints(connection: Connection, query: Query | None = None) -> Iterator[Reprints]:
    """The articles that others copy, each with its copies; by a query, those in which a statement matches."""
    copies = tables.articles.alias("copies")
    groups = select(copies.c.original).where(copies.c.original.is_not(None))
    if query:
        groups = groups.where(_any(copies.c.id, copies.c.original, _statements(connection, query, "article")))
    ids = (
        select(A.id)
        .where(A.id.in_(groups.correlate(None)))
        .order_by(func.coalesce(A.day, LATE), func.coalesce(A.moment, LATE), A.id)
    )
    return streamed(connection, ids, _reprints)


def people(connection: Connection, query: Query | None = None) -> Iterator[Person]:
    """Everybody with a name, by the day on which they are first spoken of."""
    ids = select(PEOPLE.id).where(of_people(connection, query))
    return streamed(connection, ids.order_by(func.coalesce(PEOPLE.first, LATE), PEOPLE.id), persons)


def of_people(connection: Connection, query: Query | None) -> ColumnElement[bool]:
    """Whether a person matches: by name alone, spoken of or speaking, or by what they said."""
    if query is None or query == And(()):
        return true()
    if isinstance(query, Words | Equals) and query.field == "who":
        return PEOPLE.id.in_(named(query, connection.dialect.name))
    return PEOPLE.id.in_(_statements(connection, query, "person"))


def occurrences(connection: Connection, ids: Sequence[str]) -> list[Occurrence]:
    """Events in the order of their ids here."""
    rows = {row.id: row for row in where(connection, select(tables.events), E.id, ids)}
    part = entries.taking_part(connection, ids)
    told = _mentions(connection, ids)
    known = entries.sources(connection, map(entries.outcome_article, rows.values()))
    return [
        Occurrence(
            id=id,
            type=rows[id].type,
            mode=rows[id].mode,
            label=rows[id].label,
            participants=tuple(one for one, _ in part[id]),
            names=tuple(name for _, name in part[id]),
            time=entries.time(rows[id]),
            mentions=tuple(told[id]),
            outcome=entries.outcome(rows[id], known),
        )
        for id in ids
        if id in rows
    ]


def persons(connection: Connection, ids: Sequence[str]) -> list[Person]:
    """People in the order of their ids here."""
    names, roles = tables.names.c, tables.roles.c
    called: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in where(connection, select(tables.names), names.person, ids):
        called[row.person].append(row)
    given: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in where(connection, select(tables.roles), roles.person, ids):
        given[row.person].append(row)
    why = defaultdict(set)
    a = tables.agents.c
    for row in where(connection, select(a.person, a.person_why).distinct(), a.person, ids):
        if row.person_why:
            why[row.person].add(row.person_why)
    rows = {row.id: row for row in where(connection, select(tables.people), PEOPLE.id, ids)}
    return [_person(rows[id], called[id], given[id], sorted(why[id])) for id in ids if id in rows]


def _person(row: Row[Any], called: list[Row[Any]], given: list[Row[Any]], why: list[str]) -> Person:
    called.sort(key=lambda one: (-one.articles, one.name))
    given.sort(key=lambda one: (one.first or LATE, one.role, one.organization or ""))
    return Person(
        id=row.id,
        name=row.name,
        kind=row.kind,
        names=tuple(one.name for one in called),
        roles=tuple(Role(one.role, one.organization, one.first, one.last, one.articles) for one in given),
        wikidata=row.wikidata,
        statements=row.statements,
        articles=row.articles,
        first=row.first,
        last=row.last,
        why=tuple(why),
    )


def _mentions(connection: Connection, ids: Sequence[str]) -> dict[str, list[Spoken]]:
    query = select(
        M.id, M.event, M.mention, M.triggers, M.label, M.relation, M.bound, M.earliest, M.latest, M.event_why,
        *SOURCE,
    ).join_from(tables.mentioned_events, tables.articles, M.article == A.id)  # fmt: skip
    rows = where(connection, query, M.event, ids)
    claims: dict[str, list[str]] = defaultdict(list)
    of = select(C.mention, C.claim).order_by(C.id)
    for row in where(connection, of, C.mention, [row.id for row in rows]):
        claims[row.mention].append(row.claim)
    found: dict[str, list[Spoken]] = defaultdict(list)
    for row in sorted(rows, key=_seen):
        spoken = Spoken(
            article=entries.source(row),
            event=row.mention,
            triggers=entries.spans(row.triggers),
            claims=tuple(claims[row.id]),
            label=row.label,
            time=entries.time(row),
            why=row.event_why,
        )
        found[row.event].append(spoken)
    return found


def _reprints(connection: Connection, ids: Sequence[str]) -> list[Reprints]:
    query = select(*SOURCE, A.id, A.agency_why, A.copy_kind, A.copy_share, A.copy_why)
    originals = {row.id: row for row in where(connection, query, A.id, ids)}
    copies: dict[str, list[Copy]] = defaultdict(list)
    for row in sorted(where(connection, query, A.original, ids), key=_seen):
        copy = Copy(entries.source(row), row.copy_kind, row.copy_share or 0.0, row.copy_why or "")
        copies[row.original].append(copy)
    return [_group(originals[id], copies[id]) for id in ids if id in originals]


def _group(first: Row[Any], copies: list[Copy]) -> Reprints:
    return Reprints(first.id, entries.source(first), tuple(copies), first.agency, first.agency_why)


def _seen(row: Row[Any]) -> tuple[str, str, str]:
    return row.moment or LATE, row.article_id, row.id


def _statements(connection: Connection, query: Query, column: str) -> Select[Any]:
    """A column of the statements that match."""
    scope = of_statements(connection.dialect.name, partial(outlets, connection))
    found = tables.statements.c[column]
    return select(found).where(condition(query, scope), found.is_not(None)).correlate(None)


def _claims(connection: Connection, query: Query) -> Select[Any]:
    """The events of the claims that match, each with its statement."""
    scope = of_statements(connection.dialect.name, partial(outlets, connection))
    scope = claim_scope(scope, tables.claims)
    joined = tables.claims.join(tables.statements, C.statement == S.id)
    return (
        select(C.event)
        .select_from(joined)
        .where(condition(query, scope), C.event.is_not(None))
        .correlate(None)
    )


def _any(one: ColumnElement[Any], other: ColumnElement[Any], ids: Select[Any]) -> ColumnElement[bool]:
    return one.in_(ids) | other.in_(ids)
