"""How positions moved: `timeline`."""

from collections.abc import Iterable, Sequence
from functools import partial
from heapq import merge
from itertools import islice
from typing import Any, TypeGuard

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, Row, Select, Text, func, literal_column, or_, select

from onrecord.answer import Line, Step, Timeline, Topic
from onrecord.ask import entries
from onrecord.ask.conditions import Condition, condition, conjuncts, of_part, of_positions
from onrecord.ask.days import bounds
from onrecord.ask.entries import EVENT, LATE, C, E, P, S
from onrecord.ask.fulltext import hits, only
from onrecord.ask.names import named, outlets, suggestions
from onrecord.ask.portions import most, place, token, where
from onrecord.ask.shown import shown
from onrecord.entry import Position
from onrecord.query import And, Between, Equals, Level, Not, Or, Query, Words
from onrecord.record import tables

MOST = 20_000  # positions of one side of a comparison; the rest is for a narrower query
FEW = 20  # holders who are looked up one by one
SOME = 1_000  # positions or claims that are looked up one by one
OF_STATEMENTS = frozenset({"said", "outlet", "kind", "via", "level"})
# As in the index positions_said, to the letter: an index of expressions is found by their text.
day_column: ColumnElement[str] = literal_column("coalesce(positions.day, '9999')", Text)
_SIZES = select(P.event, P.person, func.count().label("size")).group_by(P.event, P.person)
_TOLD = tables.claims.alias("told").c


class Spot(Struct, frozen=True):
    """Where a position stands on a timeline."""

    id: str
    event: str
    person: str
    place: int
    day: str


def timeline(connection: Connection, query: Query, *, limit: int = 50, after: str | None = None) -> Timeline:
    """The positions that match in order of saying, put together by event and holder.

    ``who`` is the holder here, ``since`` and ``until`` are about the day of saying, and what is asked of
    statements holds for the first report of each. ``limit`` counts positions: the next page, which begins
    ``after`` ``next`` of this one, has what was said later, so that a line may come up again there.
    """
    limit = most(limit)
    spots = _read(connection, query, limit + 1, _after(after))
    page, more = spots[:limit], len(spots) > limit
    return Timeline(
        query=shown(query),
        rows=tuple(_lines(connection, page)),
        next=token(page[-1].day, page[-1].id) if more else None,
        suggestions=suggestions(connection, query) if not spots and after is None else (),
    )


def matching(connection: Connection, query: Query) -> tuple[list[Spot], bool]:
    """The positions that match, in order of saying, and whether there are more than `MOST`."""
    spots = _read(connection, query, MOST + 1, None)
    return spots[:MOST], len(spots) > MOST


def topics(connection: Connection, events: Sequence[str]) -> dict[str, Topic]:
    """Events as a timeline names them, by id."""
    rows = where(connection, EVENT, E.id, events)
    known = entries.sources(connection, map(entries.outcome_article, rows))
    part = entries.taking_part(connection, events)
    return {
        row.id: Topic(
            id=row.id,
            type=row.type,
            mode=row.mode,
            label=row.label,
            names=tuple(name for _, name in part[row.id]),
            time=entries.time(row),
            outcome=entries.outcome(row, known),
        )
        for row in rows
    }


def step(position: Position, day: str | None) -> Step:
    """A position with how exactly its day is known."""
    return Step(position, *bounds(position.said_on, day))


def _after(after: str | None) -> tuple[str, str] | None:
    told = place(after, (str, str))
    return (told[0], told[1]) if told else None


def _lines(connection: Connection, page: Sequence[Spot]) -> list[Line]:
    """The positions of a page by event and holder, each line where its first position stands."""
    positions = {one.id: one for one in entries.positions(connection, [spot.id for spot in page])}
    events = topics(connection, list(dict.fromkeys(spot.event for spot in page)))
    lines: dict[tuple[str, str], list[Spot]] = {}
    for spot in page:
        lines.setdefault((spot.event, spot.person), []).append(spot)
    sizes = _sizes(connection, lines)
    return [
        Line(
            event=events[line[0]],
            holder=positions[some[0].id].holder,
            steps=tuple(step(positions[spot.id], None if spot.day == LATE else spot.day) for spot in some),
            whole=len(some) == sizes[line],
        )
        for line, some in lines.items()
    ]


def _sizes(connection: Connection, lines: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """How many positions each line has in all."""
    sizes = _SIZES.where(P.person.in_({person for _, person in lines}))
    rows = where(connection, sizes, P.event, (event for event, _ in lines))
    return {(row.event, row.person): row.size for row in rows}


def _read(connection: Connection, query: Query, limit: int, after: tuple[str, str] | None) -> list[Spot]:
    """The first positions that match behind a place, in order of saying."""
    people, leading = _plan(connection, query)
    found = _spots(connection, query).where(*leading).order_by(day_column, P.id).limit(limit)
    if after is not None:
        day, id = after
        found = found.where(day_column >= day, or_(day_column > day, P.id > id))
    rows: Iterable[Row[Any]]
    if people is None:
        rows = connection.execute(found)
    else:  # an index has the positions of one holder in order
        each = (connection.execute(found.where(P.person == person)).all() for person in people)
        rows = islice(merge(*each, key=lambda row: (row.day or LATE, row.id)), limit)
    return [Spot(row.id, row.event, row.person, row.place, row.day or LATE) for row in rows]


def _spots(connection: Connection, query: Query) -> Select[Any]:
    """The narrow rows of the positions that match."""
    found = select(P.id, P.event, P.person, P.place, P.day)
    fields = asked(query)
    if fields & (OF_STATEMENTS | {"about"}):
        found = found.join_from(tables.positions, tables.claims, P.claim == C.id)
    if fields & OF_STATEMENTS:
        found = found.join(tables.statements, C.statement == S.id)
    scope = of_positions(connection.dialect.name, partial(outlets, connection), probe=True)
    return found.where(condition(query, scope))


def _plan(connection: Connection, query: Query) -> tuple[list[str] | None, list[Condition]]:
    """Whose positions are read one after the other, or else which condition leads to them.

    Few holders are read one by one in order of saying. Where words are asked for too, the index of words
    leads (SQLite), unless the holders said little; and where the words stand in many claims, only the
    holders' own are looked up. PostgreSQL finds its way by itself.
    """
    scope = of_positions(connection.dialect.name, partial(outlets, connection))
    parts = conjuncts(query, scope)
    who = next((part for part in parts if _is_who(part)), None)
    about = next((part for part in parts if only(part, "about")), None)
    people = _people(connection, who) if who is not None else None
    if people is not None and (
        about is None or _count(connection, select(P.person).where(P.person.in_(people))) <= SOME
    ):
        return people, []
    if scope.dialect != "sqlite":
        return None, []
    if about is None:
        return None, [of_part(part, scope) for part in parts if who is None and _is_event(part)]
    numbers = hits("claims", about)
    told = select(_TOLD.id).where(_TOLD.number.in_(numbers))
    if who is not None and _count(connection, numbers) > SOME:
        told = select(_TOLD.id).where((_TOLD.number + 0).in_(numbers))
        told = told.where(of_part(who, replace(scope, who=_TOLD.person)))
    return None, [P.id.in_(told.correlate(None))]


def _people(connection: Connection, who: Words | Equals) -> list[str] | None:
    """The holders whom a name means, where they are few."""
    query = named(who, connection.dialect.name).limit(FEW + 1)
    found = sorted(str(id) for (id,) in connection.execute(query))
    return found if len(found) <= FEW else None


def _is_who(part: Query) -> TypeGuard[Words | Equals]:
    return isinstance(part, Words | Equals) and part.field == "who"


def _is_event(part: Query) -> bool:
    return isinstance(part, Equals) and part.field == "event"


def _count(connection: Connection, rows: Select[Any]) -> int:
    """How many rows there are, counted to one more than some."""
    some = rows.limit(SOME + 1).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0


def asked(query: Query) -> frozenset[str]:
    """The fields that a query has."""
    match query:
        case And() | Or():
            return frozenset().union(*map(asked, query.items))
        case Not():
            return asked(query.item)
        case Level():
            return frozenset({"level"})
        case Between():
            return frozenset({"day"})
        case Words() | Equals():
            return frozenset({query.field})
