"""Who is given the word, by outlet or month: `stats`."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, Subquery, case, func, select

from onrecord.answer import Count, Spoke, Stats
from onrecord.ask import entries
from onrecord.ask.conditions import condition, of_statements
from onrecord.ask.entries import A, S
from onrecord.ask.names import outlets
from onrecord.ask.portions import most, place, token
from onrecord.ask.shown import shown
from onrecord.entry import Who
from onrecord.query import And, Query
from onrecord.record import tables

By = Literal["outlet", "month"]
TOP = 5  # speakers who are named
TOTAL = "all"


def stats(
    connection: Connection,
    query: Query | None = None,
    by: By = "outlet",
    *,
    limit: int = 50,
    after: str | None = None,
) -> Stats:
    """Counts over the statements that match, and of their articles; every report counts, reprints too.

    Outlets come by how many statements they have, months from the first on; what has no outlet or no day is
    counted under None. `Count` says what is counted.
    """
    limit, asked = most(limit), query or And(())
    told = _statements(connection, asked, by)
    rows = sorted(connection.execute(_counts(told, told.c.name)), key=partial(_order, by=by))
    last = place(after, (str,))
    names = [token(row.name or "") for row in rows]
    start = names.index(after) + 1 if last and after in names else len(rows) if last else 0
    page = rows[start : start + limit]
    top = _top(connection, told, [row.name for row in page])
    total = connection.execute(_counts(told, None)).first()
    return Stats(
        query=shown(asked),
        by=by,
        rows=tuple(_count(row, top[row.name]) for row in page),
        total=_count(total, []) if total else Count(None, 0, 0, 0, 0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        next=token(page[-1].name or "") if len(rows) > start + limit else None,
    )


def _statements(connection: Connection, query: Query, by: By) -> Subquery:
    """The statements that match, each under the name that it is counted by."""
    scope = of_statements(connection.dialect.name, partial(outlets, connection))
    unnamed = case((tables.agents.c.kind == "unnamed", 1), else_=0)
    return (
        select(
            (S.outlet if by == "outlet" else func.substr(S.day, 1, 7)).label("name"),
            S.article,
            S.utterance,
            S.person,
            S.kind,
            case((S.person.is_not(None), 0), (S.speaker.is_(None), 1), else_=unnamed).label("unnamed"),
            case((A.original.is_not(None), S.article), else_=None).label("copy"),
        )
        .join_from(tables.statements, tables.articles, S.article == A.id)
        .join(tables.agents, S.speaker == tables.agents.c.id, isouter=True)
        .where(condition(query, scope))
        .subquery("told")
    )


def _counts(told: Subquery, name: ColumnElement[Any] | None) -> Any:
    c = told.c
    columns = (
        func.count(c.article.distinct()).label("articles"),
        func.count().label("statements"),
        func.count(c.utterance.distinct()).label("utterances"),
        func.count(c.person.distinct()).label("speakers"),
        func.count(c.person).label("by_speakers"),
        func.coalesce(func.sum(c.unnamed), 0).label("unnamed"),
        *(func.count(case((c.kind == kind, 1))).label(kind) for kind in ("direct", "indirect", "mixed")),
        func.count(c.copy.distinct()).label("copies"),
    )
    if name is None:
        return select(func.max(TOTAL).label("name"), *columns)
    return select(name.label("name"), *columns).group_by(name)


def _order(row: Row[Any], by: By) -> tuple[Any, ...]:
    if by == "month":
        return row.name is None, row.name or ""
    return -row.statements, row.name is None, row.name or ""


def _count(row: Row[Any], top: Sequence[Spoke]) -> Count:
    return Count(
        name=row.name,
        articles=row.articles,
        statements=row.statements,
        utterances=row.utterances,
        speakers=row.speakers,
        per_speaker=_share(row.by_speakers, row.speakers),
        unnamed=_share(row.unnamed, row.statements),
        direct=_share(row.direct, row.statements),
        indirect=_share(row.indirect, row.statements),
        mixed=_share(row.mixed, row.statements),
        reprints=_share(row.copies, row.articles),
        top=tuple(top),
    )


def _share(part: int, whole: int) -> float:
    return round(int(part) / int(whole), 4) if whole else 0.0


def _top(
    connection: Connection, told: Subquery, names: Sequence[str | None]
) -> dict[str | None, list[Spoke]]:
    """Of each outlet or month the speakers with most statements."""
    c = told.c
    counted = (
        select(c.name, c.person, func.count().label("statements"))
        .where(c.person.is_not(None))
        .group_by(c.name, c.person)
        .subquery("counted")
    )
    place = func.row_number().over(
        partition_by=counted.c.name, order_by=(counted.c.statements.desc(), counted.c.person)
    )
    ranked = select(counted, place.label("place")).subquery("ranked")
    rows = [
        row
        for row in connection.execute(select(ranked).where(ranked.c.place <= TOP).order_by(ranked.c.place))
        if row.name in names
    ]
    called = entries.names(connection, (row.person for row in rows))
    found: dict[str | None, list[Spoke]] = defaultdict(list)
    for row in rows:
        found[row.name].append(Spoke(Who(row.person, called.get(row.person, "")), row.statements))
    return found
