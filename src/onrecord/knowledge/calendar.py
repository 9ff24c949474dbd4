"""Public events that news dates things by: elections, inaugurations, summits, games, with their days.

"Before the inauguration" is a date for whoever knows which inauguration. The table is `data/calendar.tsv`;
`data/calendar.toml` has what news calls each kind of event. What lay ahead is marked as scheduled.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Literal

from msgspec import Struct

from onrecord.knowledge.known import Knowledge
from onrecord.knowledge.places import place
from onrecord.knowledge.spelling import fold
from onrecord.knowledge.tables import listed, rows, toml

Side = Literal["before", "after"]

FAR = 1600  # days: an event farther away than a term of office is not what "the election" means
MOST_WORDS = 8  # of a name


class Occasion(Struct, frozen=True):
    """One event: its kind, whose it is, where, its first and last day, and what it is called.

    ``of`` is a country, or the body that meets. ``scheduled`` is true where nobody had seen it happen when
    the table was written. ``source`` is who sets or publishes the date. ``names`` are those of the kind,
    ``own`` those of this event alone; a ``domestic`` event is a country's own.
    """

    kind: str
    of: str
    where: str
    first: date
    last: date
    scheduled: bool
    source: str
    names: tuple[str, ...]
    own: tuple[str, ...]
    domestic: bool

    def __str__(self) -> str:
        where = f" in {self.where}" if self.where else ""
        owner = f" of {self.of}" if self.domestic else ""
        return f"{self.kind}{owner}{where}, {self.first}"


@cache
def occasions() -> tuple[Occasion, ...]:
    """Every event of the table, in order of time."""
    groups = toml("calendar.toml")
    words = {kind: _names(row) for group in groups.values() for kind, row in group.items()}
    found = [
        Occasion(
            kind,
            of,
            where,
            date.fromisoformat(first),
            date.fromisoformat(last),
            state == "scheduled",
            source,
            words[kind],
            listed(names),
            kind not in _kinds("world"),
        )
        for kind, of, where, first, last, state, source, names in rows("calendar.tsv")
    ]
    return tuple(sorted(found, key=lambda occasion: (occasion.first, occasion.kind, occasion.of)))


def called(words: str) -> str | None:
    """The longest name of an event that the words end with, folded; None where there is none.

    >>> called("the US presidential inauguration"), called("a wedding")
    ('presidential inauguration', None)
    """
    parts = fold(words).split()[-MOST_WORDS:]
    for at in range(len(parts)):
        name = " ".join(parts[at:])
        if name in _named() and (name not in _capital() or words.rsplit(maxsplit=1)[-1][:1].isupper()):
            return name
    return None


def anchors(
    known: Knowledge,
    words: str,
    near: date | None,
    *,
    side: Side | None = None,
    countries: Iterable[str] = (),
) -> tuple[Occasion, ...]:
    """The events that words may mean, seen from a day, the likeliest first.

    ``side`` tells whether the event lies before or after the day. A country or a place in the words counts
    most; ``countries`` are those that the article is about, for "the election". Without a day all events of
    that name come, in order of time.

    >>> from onrecord.knowledge import shipped
    >>> for day in (date(2016, 11, 13), date(2024, 11, 10)):
    ...     found = anchors(shipped(), "the US presidential inauguration", day, side="after")
    ...     print(found[0].first)
    2017-01-20
    2025-01-20
    """
    phrase, _, where = words.partition(" in ")
    name = called(phrase)
    if name is None:
        return ()
    able = _of_country(known, f"{where} {phrase}", name, tuple(countries))
    able = [occasion for occasion in able if not _elsewhere(known, phrase, name, occasion)]
    able = [occasion for occasion in able if _held_in(known, occasion, where)] if where else able
    if near is None:
        return tuple(able)
    sided = [occasion for occasion in able if _on_side(occasion, near, side)]
    close = [occasion for occasion in sided if _distance(occasion, near) <= FAR]
    return tuple(sorted(close, key=lambda occasion: (_distance(occasion, near), occasion.first)))


@cache
def _named() -> dict[str, tuple[Occasion, ...]]:
    """The events that each name is used for."""
    found: dict[str, list[Occasion]] = {}
    for occasion in occasions():
        for name in dict.fromkeys(fold(name) for name in (*occasion.own, *occasion.names)):
            found.setdefault(name, []).append(occasion)
    return {name: tuple(every) for name, every in found.items()}


@cache
def _capital() -> frozenset[str]:
    """Names that are everyday words without their capitals: "Games", "Brexit day" apart."""
    every = {name for occasion in occasions() for name in (*occasion.own, *occasion.names)}
    return frozenset(fold(name) for name in every if name.split()[-1][:1].isupper())


def names() -> frozenset[str]:
    """Every name of an event, folded."""
    return frozenset(_named())


def _of_country(known: Knowledge, words: str, name: str, countries: tuple[str, ...]) -> list[Occasion]:
    """The events of that name; a country's own only with the country, told by the words or the article."""
    every = _named()[name]
    before = words[: len(words) - len(name)]
    told = {found for word in _places(before) if (found := _owner(known, word))}
    if told:
        return [occasion for occasion in every if occasion.of in told or not occasion.domestic]
    alone = [occasion for occasion in every if not occasion.domestic or _tells(occasion, name)]
    return alone or [occasion for occasion in every if occasion.of in countries]


def _tells(occasion: Occasion, name: str) -> bool:
    """Whether the name alone says whose event it is: "Super Tuesday", "the Brexit vote", "the midterms"."""
    return occasion.kind in _kinds("one") or any(
        fold(own) == name for own in occasion.own if any(letter.isupper() for letter in own)
    )


@cache
def _kinds(group: str) -> frozenset[str]:
    """The kinds of one group of `calendar.toml`."""
    return frozenset(toml("calendar.toml")[group])


def _elsewhere(known: Knowledge, words: str, name: str, occasion: Occasion) -> bool:
    """Whether a name in capitals before the event's says that another one is meant: "the Flint debate"."""
    said = [
        part
        for part in words[: len(words) - len(name)].split()
        if part[:1].isupper() and part.lower() != "the"
    ]
    other = [part for part in said if _owner(known, part) is None and fold(part) not in fold(occasion.where)]
    return bool(other)


def _places(words: str) -> Iterator[str]:
    parts = [part.strip(",;") for part in words.split()]
    for size in (2, 1):
        for at in range(len(parts) - size + 1):
            yield " ".join(parts[at : at + size])


def _owner(known: Knowledge, word: str) -> str | None:
    found = place(known, word) if word[:1].isupper() else None
    return (found.place.within or found.place.name) if found else None


def _held_in(known: Knowledge, occasion: Occasion, where: str) -> bool:
    wanted = fold(where)
    if occasion.where and fold(occasion.where) in wanted:
        return True
    found = _owner(known, where.split(",", maxsplit=1)[0].strip())
    return found is not None and occasion.of == found


def _distance(occasion: Occasion, near: date) -> int:
    if occasion.first <= near <= occasion.last:
        return 0
    return min(abs((occasion.first - near).days), abs((occasion.last - near).days))


def _on_side(occasion: Occasion, near: date, side: Side | None) -> bool:
    if side == "after":
        return occasion.last >= near
    return side is None or occasion.first <= near


def _names(row: str) -> tuple[str, ...]:
    return tuple(name for name in (part.strip() for part in row.replace("\n", " ").split(";")) if name)
