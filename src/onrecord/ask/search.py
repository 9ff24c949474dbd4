"""Find statements: `search`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, select

from onrecord.answer import Answer, Claimed, Hit
from onrecord.ask import entries
from onrecord.ask.conditions import claim_scope, condition, conjuncts, of_claims, of_statements
from onrecord.ask.entries import REPORT, C, S, U
from onrecord.ask.names import outlets, suggestions
from onrecord.ask.order import LONG, ORDER, SHORT, Found, Place
from onrecord.ask.portions import most, place, portions, token, where
from onrecord.ask.ranking import Ranking
from onrecord.ask.shown import shown
from onrecord.query import And, Not, Query
from onrecord.record import tables


def search(
    connection: Connection, query: Query, *, limit: int = 20, after: str | None = None, every: bool = False
) -> Answer:
    """The statements that match, in the order of `onrecord.ask.order`, each utterance once.

    The first report of an utterance stands for all, or, where it does not match, another one; with
    ``every`` each report comes, and those in articles that were replaced or withdrawn too. ``after`` is
    ``next`` of the answer before.
    """
    limit = most(limit)
    ranking = Ranking(connection, query, every=every)
    found = list(islice(_once(ranking, _after(after), limit + 2), limit + 1))
    rows = hits(connection, query, [one.place.id for one in found[:limit]])
    last = found[limit - 1].place if len(found) > limit else None
    return Answer(
        query=shown(query),
        rows=tuple(rows),
        next=token(last.band, last.backwards, last.id) if last else None,
        order=ORDER,
        suggestions=suggestions(connection, query) if not found and after is None else (),
    )


def hits(connection: Connection, query: Query, ids: Sequence[str]) -> list[Hit]:
    """Statements in the order of their ids here, each with its claims and how often it is reported."""
    rows = {row.id: row for row in where(connection, REPORT, S.id, ids)}
    names = entries.names(connection, (row.person for row in rows.values()))
    claims = _claims(connection, query, ids)
    told = select(U.id, U.reports)
    reports = {
        row.id: row.reports for row in where(connection, told, U.id, (r.utterance for r in rows.values()))
    }
    return [
        Hit(
            id=id,
            speaker=entries.who(row.person, names.get(row.person), row.speaker_name),
            said_on=entries.said_on(row),
            day=row.day,
            report=entries.report(row),
            claims=tuple(claims[id]),
            utterance=row.utterance,
            reports=reports.get(row.utterance, 1),
            why=_why(row),
        )
        for id in ids
        if (row := rows.get(id)) is not None
    ]


def _after(after: str | None) -> Place | None:
    told = place(after, (int, str, str))
    return Place(*told) if told else None


def _once(ranking: Ranking, after: Place | None, size: int) -> Iterator[Found]:
    """What is found, without what another report of its utterance stands for."""
    found = ranking.found(after)
    if ranking.every:
        yield from found
        return
    for some in portions(found, size):
        first = ranking.standing_for(one.utterance for one in some if one.utterance)
        yield from (one for one in some if one.utterance is None or first[one.utterance] == one.place)


def _claims(connection: Connection, query: Query, ids: Iterable[str]) -> dict[str, list[Claimed]]:
    """The claims of statements: those that match where claims are asked for."""
    columns = select(C.id, C.claim, C.statement, C.text, C.value, C.uu, C.act, C.event, C.trigger, C.why)
    scope = claim_scope(
        of_statements(connection.dialect.name, partial(outlets, connection), probe=True), tables.claims
    )
    asked = [part for part in conjuncts(query, of_statements("", lambda _: [])) if of_claims(part)]
    asked = [part for part in asked if not isinstance(part, Not)]
    if asked:
        columns = columns.where(condition(asked[0] if len(asked) == 1 else And(tuple(asked)), scope))
    found: dict[str, list[Claimed]] = defaultdict(list)
    for row in sorted(where(connection, columns, C.statement, ids), key=lambda row: _number(row.claim)):
        found[row.statement].append(_claimed(row))
    return found


def _claimed(row: Row[Any]) -> Claimed:
    return Claimed(
        row.id, row.text, row.value, row.uu, row.act, row.event, entries.spans(row.trigger), row.why
    )


def _number(id: str) -> tuple[int, str]:
    """Claims of an article in its order: c2 before c10."""
    return len(id), id


def _why(row: Row[Any]) -> str:
    if row.words < SHORT:
        size = f"fewer than {SHORT} words"
    else:
        size = f"more than {LONG} words" if row.words > LONG else f"{SHORT} to {LONG} words"
    return f"{size} long, {f'of {row.day}' if row.day else 'no day known'}"
