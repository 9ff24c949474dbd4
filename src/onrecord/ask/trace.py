"""One statement back to its first saying: `trace`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from onrecord.answer import Passed, Told, Trace
from onrecord.ask import entries
from onrecord.ask.entries import REPORT, UTTERANCE, A, P, S, U
from onrecord.ask.portions import most, place, token, where
from onrecord.ask.search import search
from onrecord.entry import Source
from onrecord.errors import RecordError
from onrecord.query import Query
from onrecord.record import tables

COPIED = (A.copy_kind, A.copy_share, A.copy_why, A.agency_why)


def trace(
    connection: Connection, asked: str | Query, *, limit: int = 200, after: str | None = None
) -> Trace | None:
    """A statement, every report of the same act of saying, and the way of each; None where nothing matches.

    ``asked`` is the id of a statement, "article/s1" or "https://...#s1" with the url of its article, or a
    query, of which the best hit is taken. Reports come as they were first seen.
    """
    id, found = (_stated(connection, asked), None) if isinstance(asked, str) else _best(connection, asked)
    if id is None:
        return None
    row = connection.execute(REPORT.where(S.id == id)).one()
    told = entries.reports(connection, [row.utterance])[row.utterance] if row.utterance else [row]
    limit, first = most(limit), _first(told, after)
    page = told[first : first + limit]
    said = connection.execute(UTTERANCE.where(U.id == row.utterance)).first() if row.utterance else None
    names = entries.names(connection, [row.person])
    committed = connection.scalars(select(P.id).where(P.utterance == row.utterance).order_by(P.id))
    return Trace(
        statement=id,
        speaker=entries.who(row.person, names.get(row.person), row.speaker_name),
        utterance=entries.utterances(connection, [row.utterance])[0] if said else None,
        reports=tuple(_told(connection, page)),
        positions=tuple(entries.positions(connection, list(committed) if said else [])),
        superseded=entries.superseded(said.superseded_by, said.superseded_why) if said else None,
        found=found,
        next=token(page[-1].id) if len(told) > first + limit else None,
    )


def _stated(connection: Connection, id: str) -> str:
    """The statement that an id means; RecordError where there is none."""
    found = connection.scalar(select(S.id).where(S.id == id))
    if found is not None:
        return str(found)
    url, mark, statement = id.rpartition("#")
    if mark:
        query = select(S.id).join_from(tables.statements, tables.articles, S.article == A.id)
        named = or_(A.url == url, A.guid == url, A.given_id == url)
        newest = A.superseded_by.is_not(None), A.moment.desc().nulls_last(), A.id
        found = connection.scalar(query.where(named, S.statement == statement).order_by(*newest).limit(1))
        if found is not None:
            return str(found)
    raise RecordError(
        f"The record has no statement {id[:80]!r}. `onrecord search` shows the ids of those that it has."
    )


def _best(connection: Connection, query: Query) -> tuple[str | None, str | None]:
    answer = search(connection, query, limit=1)
    return (answer.rows[0].id, f"the best of what matches {answer.query}") if answer.rows else (None, None)


def _first(told: Sequence[Row[Any]], after: str | None) -> int:
    last = place(after, (str,))
    if last is None:
        return 0
    return next((at + 1 for at, row in enumerate(told) if row.id == last[0]), len(told))


def _told(connection: Connection, rows: Sequence[Row[Any]]) -> list[Told]:
    chains = _chains(connection, [row.id for row in rows])
    originals = entries.sources(connection, (row.original for row in rows))
    query = select(A.id, *COPIED)
    copied = {row.id: row for row in where(connection, query, A.id, (row.article_id for row in rows))}
    return [
        Told(
            report=entries.report(row),
            moment=row.moment,
            chain=tuple(chains[row.id]),
            original=originals.get(row.original),
            agency=row.agency,
            superseded=entries.superseded(row.superseded_by, row.superseded_why),
            why=_why(row, copied[row.article_id], originals.get(row.original)),
        )
        for row in rows
    ]


def _why(row: Row[Any], copied: Row[Any], original: Source | None) -> str | None:
    """Why it is a report of this utterance, and why its article is a copy or an agency's."""
    copy = f"{copied.copy_kind} of {original.outlet or original.id}: {copied.copy_why}" if original else None
    words = f"{row.agency}'s words: {copied.agency_why}" if row.agency else None
    return "; ".join(part for part in (row.utterance_why, copy, words) if part) or None


def _chains(connection: Connection, statements: Iterable[str]) -> dict[str, list[Passed]]:
    hops, agents = tables.hops.c, tables.agents.c
    query = select(tables.hops, agents.person).join_from(
        tables.hops, tables.agents, hops.agent == agents.id, isouter=True
    )
    found: dict[str, list[Passed]] = defaultdict(list)
    for row in sorted(where(connection, query, hops.statement, statements), key=lambda row: row.position):
        evidence = entries.span(row.start, row.end)
        found[row.statement].append(Passed(row.name, row.relation, bool(row.explicit), row.person, evidence))
    return found
