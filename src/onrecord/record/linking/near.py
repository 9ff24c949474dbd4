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
    mine = _places(connection, set(statements))
    shared = list(where(connection, SHARED, K.statement, mine))
    claimed = _claimed(connection, mine)
    others = {row.other for row in shared} | _spoken(connection, mine)
    others.update(id for _, there in claimed.values() for id in there)
    every = mine | _places(connection, others - mine.keys())
    return _by_person(mine, every) | _by_key(shared, every) | _by_event(claimed, every)


def compared(id: str) -> bool:
    """Whether a statement is among the first of its article, which are compared with others.

    Nobody writes hundreds of statements into a report; a text that does shall not make a record wait.
    """
    number = id.rpartition("/s")[2]
    return not number.isdecimal() or int(number) <= MOST


def _places(connection: Connection, statements: Iterable[str]) -> Places:
    return {
        row.id: Place(
            row.id,
            row.article,
            row.person,
            ordinal(row.day) if row.day else None,
            row.recalled,
            row.kind == "person",
        )
        for row in where(connection, PLACE, S.id, filter(compared, statements))
    }


def _spoken(connection: Connection, mine: Places) -> set[str]:
    """What the speakers of some statements said in these weeks."""
    days = [place.day for place in mine.values() if place.day is not None]
    if not days:
        return set()
    first, last = (str(date.fromordinal(day)) for day in (min(days) - RECALLED, max(days) + RECALLED))
    query = select(S.id).where((S.day >= first) & (S.day <= last))
    return {row.id for row in where(connection, query, S.person, {place.person for place in mine.values()})}


def _claimed(connection: Connection, mine: Places) -> dict[str, tuple[list[str], list[str]]]:
    """Under each event that some statements claim something of these, and all that do."""
    found: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    query = select(C.statement, C.event)
    for row in where(connection, query, C.statement, mine):
        if row.event:
            found[row.event][0].append(row.statement)
    for row in where(connection, query, C.event, found):
        if row.statement:
            found[row.event][1].append(row.statement)
    return found


def _by_person(mine: Places, every: Places) -> set[tuple[str, str]]:
    """What the same speakers said about the same days; what looks back, also in the weeks before."""
    days: dict[str | None, Days] = defaultdict(Days)
    for place in mine.values():
        if place.person and place.day is not None:
            days[place.person].add(place)
    return {
        (here.id, there.id)
        for there in every.values()
        if there.day is not None and there.person in days
        for here in days[there.person].near(there)
        if here.id != there.id
    }


def _by_event(claimed: dict[str, tuple[list[str], list[str]]], every: Places) -> set[tuple[str, str]]:
    """What claims something of the same events on like days; what looks back, also weeks before."""
    return {
        (here, there)
        for ours, all_of_it in claimed.values()
        for there in all_of_it
        if there in every
        for here in ours
        if here != there and _open(every[here], every[there]) and _meet(every[here], every[there])
    }


def _by_key(shared: Iterable[Row[Any]], every: Places) -> set[tuple[str, str]]:
    """Whatever shares rare words in the same weeks; of two named speakers only the same words."""
    return {
        (row.statement, row.other)
        for row in shared
        if row.other in every and _worth(every[row.statement], every[row.other], row.many)
    }


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
