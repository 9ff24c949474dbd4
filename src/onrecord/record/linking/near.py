"""Which statements of a record are worth comparing: by whose they are, of which day, their rare words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, select

from onrecord.record import tables
from onrecord.record.linking.rows import where
from onrecord.record.linking.statements import ordinal
from onrecord.record.utterances import BESIDE, table

S, C, G = tables.statements.c, tables.claims.c, tables.agents.c
K = tables.statement_keys.c
PLACE = select(S.id, S.article, S.person, S.day, S.recalled, G.kind).join_from(
    tables.statements, tables.agents, S.speaker == G.id, isouter=True
)
OTHER = tables.statement_keys.alias("other")
SHARED = (  # how many keys two statements share, in like spans of days
    select(K.statement, OTHER.c.statement.label("other"), func.count().label("many"))
    .join_from(tables.statement_keys, OTHER, OTHER.c.key.between(K.key - BESIDE, K.key + BESIDE))
    .where(OTHER.c.statement != K.statement)
    .group_by(K.statement, OTHER.c.statement)
)
NEAR, RECALLED, QUOTED = (int(table()["days"][name]) for name in ("near", "recalled", "quoted"))
MOST = 300  # statements of an article that are compared with those of others
VERBATIM = 3  # keys that two named speakers' words must share to be looked at: three rare words


class Place(NamedTuple):
    """What is known of a statement before it is read: whose, of which day, and whether it looks back."""

    id: str
    article: str
    person: str | None
    day: int | None
    recalled: bool
    named: bool


Places = dict[str, Place]


class Days:
    """What one speaker said, by day."""

    def __init__(self) -> None:
        self.said: dict[int, list[Place]] = defaultdict(list)
        self.recalled: dict[int, list[Place]] = defaultdict(list)

    def add(self, place: Place) -> None:
        """Put in one that has a day."""
        self.said[place.day or 0].append(place)
        if place.recalled:
            self.recalled[place.day or 0].append(place)

    def near(self, other: Place) -> Iterator[Place]:
        """What may be of the day of another one; where the later of the two looks back, weeks before."""
        day = other.day or 0
        for near in range(day - NEAR, day + NEAR + 1):
            yield from self.said.get(near, ())
        weeks = self.said if other.recalled else {}
        yield from (one for at, several in weeks.items() if NEAR < day - at <= RECALLED for one in several)
        later = self.recalled.items()
        yield from (one for at, several in later if NEAR < at - day <= RECALLED for one in several)


def near(connection: Connection, statements: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs of some statements with others of the record that may report the same."""
    places = {
        row.id: _place(row) for row in where(connection, PLACE, S.id, set(statements)) if compared(row.id)
    }
    return _by_person(connection, places) | _by_key(connection, places) | _by_event(connection, places)


def compared(id: str) -> bool:
    """Whether a statement is among the first of its article, which are compared with others.

    Nobody writes hundreds of statements into a report; a text that does shall not make a record wait.
    """
    number = id.rpartition("/s")[2]
    return not number.isdecimal() or int(number) <= MOST


def _by_person(connection: Connection, places: Places) -> set[tuple[str, str]]:
    """What the same speakers said about the same days; what looks back, also in the weeks before."""
    mine: dict[str, Days] = defaultdict(Days)
    for place in places.values():
        if place.person and place.day is not None:
            mine[place.person].add(place)
    if not mine:
        return set()
    days = [place.day for place in places.values() if place.day is not None]
    first, last = (str(date.fromordinal(day)) for day in (min(days) - RECALLED, max(days) + RECALLED))
    query = PLACE.where((S.day >= first) & (S.day <= last))
    found = set()
    for row in where(connection, query, S.person, mine):
        if compared(row.id):
            there = _place(row)
            found |= {(here.id, there.id) for here in mine[row.person].near(there)}
    return {(one, other) for one, other in found if one != other}


def _by_event(connection: Connection, places: Places) -> set[tuple[str, str]]:
    """What claims something of the same events on like days; what looks back, also weeks before."""
    mine: dict[str, dict[str, Place]] = defaultdict(dict)
    for row in where(connection, select(C.statement, C.event), C.statement, places):
        if row.event:
            mine[row.event][row.statement] = places[row.statement]
    query = PLACE.add_columns(C.event).join(tables.claims, C.statement == S.id)
    found = set()
    for row in where(connection, query, C.event, mine):
        if not compared(row.id):
            continue
        there = _place(row)
        for here in mine[row.event].values():
            if here.id != there.id and _open(here, there) and _meet(here, there):
                found.add((here.id, there.id))
    return found


def _by_key(connection: Connection, places: Places) -> set[tuple[str, str]]:
    """Whatever shares rare words in the same weeks; of two named speakers only the same words."""
    shared = list(where(connection, SHARED, K.statement, places))
    others = {row.other for row in shared} - places.keys()
    told = places | {row.id: _place(row) for row in where(connection, PLACE, S.id, others)}
    return {
        (row.statement, row.other) for row in shared if _worth(told[row.statement], told[row.other], row.many)
    }


def _place(row: Row[Any]) -> Place:
    day = ordinal(row.day) if row.day else None
    return Place(row.id, row.article, row.person, day, row.recalled, row.kind == "person")


def _worth(one: Place, other: Place, many: int) -> bool:
    """Whether two statements that share so many keys are to be compared."""
    if many >= VERBATIM:
        return _meet(one, other) or _apart(one, other) <= QUOTED
    return _open(one, other) and _meet(one, other)


def _open(one: Place, other: Place) -> bool:
    """Whether two statements may be by one speaker: by one person, or by one who is no named person."""
    if one.person is None or other.person is None or one.person == other.person:
        return True
    return not (one.named and other.named)


def _meet(one: Place, other: Place) -> bool:
    """Whether two statements may be of one day; what looks back may be weeks apart."""
    apart = _apart(one, other)
    if apart <= NEAR:
        return True
    later = one if (one.day or 0) > (other.day or 0) else other
    same = one.person is not None and one.person == other.person
    return (same or later.recalled) and apart <= RECALLED


def _apart(one: Place, other: Place) -> int:
    """The days between two statements; none where one is not told."""
    return abs(one.day - other.day) if one.day is not None and other.day is not None else 0
