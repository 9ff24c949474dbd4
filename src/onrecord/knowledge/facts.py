"""The facts that knowledge is made of: terms of office, places, bodies, outlets. Frozen, and only facts."""

from datetime import date
from typing import Literal

from msgspec import Struct

SURE_TO = "2025-06-30"  # what is open in the shipped tables still held on this day; later nobody has checked

Form = Literal["name", "people", "capital"]
Kind = Literal["agency", "newspaper", "broadcaster", "magazine", "online", "programme", "social"]


def sort_out(bound: str, day: str) -> int:
    """-1 if the date ``bound`` is before ``day``, 1 if after; 0 if equal, or if it is its month or year.

    >>> sort_out("2016-11", "2016-12-01"), sort_out("2016", "2016-12-01"), sort_out("2017", "2016-12-01")
    (-1, 0, 1)
    """
    head = day[: len(bound)]
    return (bound > head) - (bound < head)


class Term(Struct, frozen=True):
    """One person in one office of one country or body for one stretch of time.

    Dates are ISO 8601 and may stop at the month or the year, since tables of office holders often know no
    more. ``until`` is the day of the handover; "" means that nobody knows of an end, and "2021-08.." that
    the end came in that month or later. ``since`` is "" where the beginning is not known.
    """

    person: str
    office: str
    of: str
    since: str = ""
    until: str = ""
    acting: bool = False

    def held(self, on: date) -> bool | None:
        """Whether the person held the office on that day; None where the dates do not tell.

        >>> term = Term("Ama Boateng", "mayor", "Takoradi", "2014", "2019-03-07")
        >>> term.held(date(2016, 5, 1)), term.held(date(2014, 5, 1)), term.held(date(2020, 1, 1))
        (True, None, False)
        """
        day = on.isoformat()
        begun, ended = self._begun(day), self._ended(day)
        if begun is False or ended is True:
            return False
        return True if begun and ended is False else None

    def over(self, on: date) -> bool:
        """Whether the term had surely ended by that day."""
        return self._ended(on.isoformat()) is True

    def ahead(self, on: date) -> bool:
        """Whether the term had surely not begun on that day."""
        return self._begun(on.isoformat()) is False

    def _begun(self, day: str) -> bool | None:
        order = sort_out(self.since, day) if self.since else 0
        return None if order == 0 and len(self.since) < len(day) else order <= 0

    def _ended(self, day: str) -> bool | None:
        if not self.until or self.until.endswith(".."):
            last = self.until[:-2] or SURE_TO
            return False if sort_out(last, day) > 0 or last == day else None
        order = sort_out(self.until, day)
        return None if order == 0 else order < 0

    def __str__(self) -> str:
        acting = "acting " if self.acting else ""
        since = f" from {self.since}" if self.since else ""
        until = f" to {self.until}" if self.until and not self.until.endswith("..") else ""
        return f"{acting}{self.office} of {self.of}{since}{until}"


class Place(Struct, frozen=True):
    """A country, or a part of one that has a government of its own, and what newspapers call it."""

    name: str
    code: str = ""
    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    top: str = ""
    within: str = ""


class Naming(Struct, frozen=True):
    """The place that some words name, and how: by its name, as its people, or through its capital."""

    place: Place
    form: Form
    wording: str


class Body(Struct, frozen=True):
    """An institution, its names, and the seats and streets that stand for it.

    ``office`` of ``of`` is whom it speaks for or who heads it: the Kremlin stands for Russia's president.
    """

    name: str
    names: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    country: str = ""
    office: str = ""
    of: str = ""


class Seat(Struct, frozen=True):
    """The institution that words stand for; ``metonym`` where they name a place or a building instead."""

    body: str
    country: str
    office: str
    of: str
    metonym: bool


class Outlet(Struct, frozen=True):
    """A news agency, newspaper, broadcaster, magazine, site, programme or network.

    ``word`` is true for a name that is also an everyday word or another thing's name ("Time", "The Hill"):
    it is matched only whole and with its capital letters, and deserves more evidence than the name.
    ``owner`` is the outlet that a programme is part of.
    """

    name: str
    kind: Kind
    country: str = ""
    names: tuple[str, ...] = ()
    owner: str = ""
    word: bool = False


class Person(Struct, frozen=True):
    """Other spellings and short names of somebody, by the name that the terms use."""

    name: str
    names: tuple[str, ...]
