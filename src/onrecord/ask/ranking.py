"""The statements that match a query, in the order of `onrecord.ask.order`, and how the first are found fast.

**The way.** PostgreSQL has statistics of terms and finds its own. SQLite is told one. Where few rows match a
part of the query, these are looked up in its index and tested for the rest. Where many match every part, rows
are taken in the order of the answer from an index of it, and tested until there are enough. Where neither
is quick (many match each part, hardly any all), the rows of the rarest part are looked up after all.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import (
    Connection,
    Select,
    and_,
    func,
    literal_column,
    or_,
    select,
)

from onrecord.ask.conditions import Condition, Scope, condition, conjuncts, of_part, of_statements
from onrecord.ask.fulltext import hits, only
from onrecord.ask.names import named, outlets
from onrecord.ask.order import INDEX, UNDATED, Found, Place, band_column, behind, day_column, found_in
from onrecord.ask.portions import where
from onrecord.query import And, Between, Equals, Query, Words
from onrecord.record import tables

S = tables.statements.c
FEW = 8_000  # rows that are looked up and sorted rather than walked to
MANY = 40_000  # rows that are compared by their numbers alone
FAR = 40_000  # rows that are walked past before the rest is looked up after all
FIRST, MOST = 100, 8_000  # rows that are read at once


class Driver(Struct, frozen=True):
    """A part of the query that leads to its rows by an index, all that matches by it, and whether few do."""

    condition: Condition
    few: bool


class Ranking:
    """The statements that match a query, in order; without ``every``, of articles that still stand."""

    def __init__(self, connection: Connection, query: Query, *, every: bool = False) -> None:
        self.connection = connection
        self.dialect = connection.dialect.name
        self.query = query
        self.every = every
        self.known: dict[Words, list[str]] = {}
        self.tested = self.whole(of_statements(self.dialect, self.outlets, probe=True))

    def found(self, after: Place | None) -> Iterator[Found]:
        """All that match behind ``after``."""
        if self.dialect != "sqlite":
            yield from self.sorted(self.tested, after)
            return
        driver = self.driver()
        if driver is not None and driver.few:
            yield from self.sorted(driver.condition, after)
            return
        walk = Walk(self, after)
        yield from walk.found()
        if not walk.done:
            yield from self.sorted(driver.condition if driver else self.tested, walk.last)

    def standing_for(self, utterances: Iterable[str]) -> dict[str, Place]:
        """Of each utterance the place of the report that stands for all.

        That is its first report, where it matches, and else the first of those that match in this order.
        """
        found: dict[str, tuple[bool, Place]] = {}
        rows = self.rows().add_columns(S.shown).where(self.tested)
        for row in where(self.connection, rows, S.utterance, utterances):
            here = not row.shown, found_in(row).place
            found[row.utterance] = min(here, found.get(row.utterance, here))
        return {utterance: place for utterance, (_, place) in found.items()}

    def sorted(self, matches: Condition, after: Place | None) -> Iterator[Found]:
        """All that match, sorted by the database."""
        size = FIRST
        query = self.rows().where(matches).order_by(band_column, day_column.desc(), S.id)
        while True:
            ahead = query.where(behind(after)) if after else query
            rows = self.connection.execute(ahead.limit(size)).all()
            yield from map(found_in, rows)
            if len(rows) < size:
                return
            after, size = found_in(rows[-1]).place, min(size * 4, MOST)

    def outlets(self, item: Words) -> list[str]:
        """The outlets of a name, looked up once."""
        if item not in self.known:
            self.known[item] = outlets(self.connection, item)
        return self.known[item]

    def whole(self, scope: Scope) -> Condition:
        """The query as a condition, and that the article stands."""
        return and_(condition(self.query, scope), *self.standing())

    def standing(self) -> tuple[Condition, ...]:
        """That the article was not replaced or withdrawn, where that is asked."""
        if self.every:
            return ()
        a = tables.articles.alias("standing")
        gone = (
            select(a.c.id)
            .where(a.c.id == S.article, a.c.superseded_by.is_not(None))
            .correlate(tables.statements)
        )
        return (~gone.exists(),)

    def rows(self) -> Select[Any]:
        """The columns that put statements in order."""
        return select(S.id, S.utterance, band_column.label("band"), day_column.label("on_day"))

    def driver(self) -> Driver | None:
        """The part that matches fewest rows, of those that have an index, or several of them together."""
        scope = of_statements(self.dialect, self.outlets)
        parts = [part for part in conjuncts(self.query, scope) if _leads(part)]
        counted = [(self.count(self.numbers(part, scope)), at) for at, part in enumerate(parts)]
        if not counted:
            return None
        count, at = min(counted)
        if count > FEW:
            together = self.together(parts, scope)
            if together is not None and self.count(together) <= FEW:
                return Driver(and_(S.number.in_(together), self.tested), few=True)
        return Driver(and_(of_part(parts[at], scope), self.tested), count <= FEW)

    def numbers(self, part: Query, scope: Scope) -> Select[Any]:
        """The numbers of the rows that match a part, from an index alone; of claims, for words about."""
        if only(part, "said"):
            return hits("statements", part)
        about = _about(part)
        if about is not None:
            return hits("claims", about)
        if isinstance(part, Words | Equals) and part.field == "who":
            return select(S.number).where(S.person.in_(named(part, self.dialect)))
        return select(S.number).where(of_part(part, scope))

    def together(self, parts: Sequence[Query], scope: Scope) -> Select[Any] | None:
        """The numbers of statements by some speakers and with some words, if these are not in too many."""
        said = next((part for part in parts if only(part, "said")), None)
        people = next(
            (part for part in parts if isinstance(part, Words | Equals) and part.field == "who"), None
        )
        if said is None or people is None or self.count(hits("statements", said), MANY) > MANY:
            return None
        found = hits("statements", said)
        number = next(iter(found.selected_columns)) + 0  # or the full-text index is asked for each of them
        return found.where(number.in_(self.numbers(people, scope).correlate(None)))

    def count(self, numbers: Select[Any], most: int | None = None) -> int:
        """How many there are, counted to one more than ``most``, or than few."""
        counted = select(func.count()).select_from(
            numbers.limit((FEW if most is None else most) + 1).subquery()
        )
        return self.connection.scalar(counted) or 0


def _leads(part: Query) -> bool:
    """Whether an index leads to the rows that match."""
    if only(part, "said") or _about(part) is not None or isinstance(part, Between):
        return True
    return isinstance(part, Words | Equals) and part.field in {"who", "via"}


def _about(part: Query) -> Query | None:
    """The words that a claim is asked for, if it is."""
    if only(part, "about"):
        return part
    items = [item for item in part.items if only(item, "about")] if isinstance(part, And) else []
    return (items[0] if len(items) == 1 else And(tuple(items))) if items else None


class Walk:
    """Statements taken in order from the index of the order, and tested."""

    def __init__(self, asked: Ranking, after: Place | None) -> None:
        self.asked = asked
        self.last = after
        self.done = False

    def found(self) -> Iterator[Found]:
        """What matches, until the walk is too long; it is ``done`` where it came to the end."""
        budget, size = FAR, 500
        for band in range(self.last.band if self.last else 0, 3):
            to: Place | None = None
            while True:
                if budget <= 0:
                    return
                to = self.end(self.band(band), size)
                matching = self.band(band, to).where(self.asked.tested)
                for row in self.asked.connection.execute(matching).all():
                    yield found_in(row)
                if to is None:
                    break
                self.last = to
                budget, size = budget - size, min(size * 2, MOST)
            self.last = Place(band, UNDATED * 2, "")  # all of the band
        self.done = True

    def band(self, band: int, to: Place | None = None) -> Select[Any]:
        """The rows of a band that are still ahead, in order, up to a place."""
        query = self.asked.rows().where(band_column == literal_column(str(band)))
        last = self.last if self.last is not None and self.last.band == band else None
        since, until = _window(self.asked.query)
        if last is not None:
            query = query.where(or_(day_column < last.day, S.id > last.id))
            until = last.day
        if to is not None:
            query = query.where(or_(day_column > to.day, S.id <= to.id))
            since = to.day
        if since is not None:
            query = query.where(day_column >= since)
        if until is not None:  # one bound of each side: SQLite takes the first that it sees
            query = query.where(day_column <= until)
        hint = f"INDEXED BY {INDEX}"
        return query.order_by(day_column.desc(), S.id).with_hint(tables.statements, hint, "sqlite")

    def end(self, here: Select[Any], size: int) -> Place | None:
        """The place of the last of the next ``size`` rows, None where there are no more than that."""
        row = self.asked.connection.execute(here.limit(1).offset(size - 1)).first()
        return found_in(row).place if row else None


def _window(query: Query) -> tuple[str | None, str | None]:
    """The first and the last day that are asked for; dates that stand side by side are one window."""
    for item in query.items if isinstance(query, And) else (query,):
        if isinstance(item, Between):
            return item.since or "0", item.until
    return None, None
