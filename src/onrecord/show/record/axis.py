"""The axis of time under a plot: which days it spans, and which of them are told."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec import Struct

from onrecord.answer import Line
from onrecord.show.record.days import MONTHS, bounds, parsed, short

MONDAY = date.fromisoformat("0001-01-01").toordinal()  # which was one
APART = 2  # characters between two labels


class Axis(Struct, frozen=True):
    """The days from ``first`` to ``last``."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days lie between its ends."""
        return self.last.toordinal() - self.first.toordinal()

    def at(self, day: date) -> float:
        """Where a day is, from 0 to 1; in the middle where there is but one day.

        >>> Axis(date(2031, 5, 1), date(2031, 5, 5)).at(date(2031, 5, 2))
        0.25
        """
        if not self.days:
            return 0.5
        return min(1.0, max(0.0, (day.toordinal() - self.first.toordinal()) / self.days))


class Tick(Struct, frozen=True):
    """A day on the axis that has a label."""

    day: date
    label: str


def axis(lines: Iterable[Line]) -> Axis | None:
    """The axis with room for all of ``lines`` and what became of their events; None where none is dated."""
    found: list[date] = []
    for line in lines:
        for step in line.steps:
            days = bounds(step)
            found += [days.first, days.last] if days else []
        on = parsed(line.event.outcome.on) if line.event.outcome else None
        found += [on] if on else []
    return Axis(min(found), max(found)) if found else None


def ticks(axis: Axis, room: int) -> list[Tick]:
    """The days that are told on an axis of ``room`` characters: as many as fit, on the first of a unit.

    >>> [tick.label for tick in ticks(Axis(date(2031, 5, 1), date(2031, 5, 20)), 60)]
    ['5 May 2031', '12 May', '19 May']
    >>> [tick.label for tick in ticks(Axis(date(2030, 11, 5), date(2031, 3, 1)), 60)]
    ['Dec 2030', 'Jan 2031', 'Feb', 'Mar']
    """
    fitting = [found for years in (True, False) for found in _fitting(axis, room, years=years)]
    alone = [Tick(axis.first, short(axis.first))]
    return next((found for found in fitting if len(found) > 1), next(iter(fitting), alone))


def _fitting(axis: Axis, room: int, *, years: bool) -> Iterator[list[Tick]]:
    """The units of which there is room for every label, the smallest first."""
    for days, starts, label in UNITS:
        if axis.days / days > room / (APART + 3):
            continue  # that many would never fit
        found = _told(starts(axis), label, years=years)
        if _fit(found, axis, room):
            yield found


def _told(days: Iterable[date], label: Callable[[date], str], *, years: bool) -> list[Tick]:
    """Ticks, with ``years`` each with its year where that is another one than before."""
    found, year = [], None
    for day in days:
        told = label(day)
        same = day.year == year or told.isdigit() or not years
        found.append(Tick(day, told if same else f"{told} {day.year}"))
        year = day.year
    return found


def _fit(found: list[Tick], axis: Axis, room: int) -> bool:
    end = None
    for tick in found:
        start = begins(tick, axis, room)
        if end is not None and start < end + APART:
            return False
        end = start + len(tick.label)
    return end is not None and end <= room


def begins(tick: Tick, axis: Axis, room: int) -> int:
    """The column in which a label begins, if it can: under its day."""
    column = round(axis.at(tick.day) * (room - 1))
    return max(0, min(column, room - len(tick.label)))


def _steps(step: int, anchor: int | None = None) -> Callable[[Axis], Iterator[date]]:
    """Every so many days, from the first one on or in step with ``anchor``."""

    def starts(axis: Axis) -> Iterator[date]:
        first = axis.first.toordinal()
        first += 0 if anchor is None else (anchor - first) % step
        return (date.fromordinal(day) for day in range(first, axis.last.toordinal() + 1, step))

    return starts


def _months(step: int) -> Callable[[Axis], Iterator[date]]:
    """The first day of every so many months."""

    def starts(axis: Axis) -> Iterator[date]:
        first = axis.first.year * 12 + axis.first.month - 1
        for month in range(first + -first % step, axis.last.year * 12 + axis.last.month, step):
            day = date(month // 12, month % 12 + 1, 1)
            if day >= axis.first:
                yield day

    return starts


def _day(day: date) -> str:
    return short(day, year=False)


def _month(day: date) -> str:
    return MONTHS[day.month - 1]


def _year(day: date) -> str:
    return str(day.year)


# How many days a unit has, which of them begin one, and what such a day is called.
UNITS: list[tuple[int, Callable[[Axis], Iterator[date]], Callable[[date], str]]] = [
    (1, _steps(1), _day),
    (2, _steps(2), _day),
    (3, _steps(3), _day),
    (7, _steps(7, MONDAY), _day),
    (14, _steps(14, MONDAY), _day),
    (30, _months(1), _month),
    (90, _months(3), _month),
    (180, _months(6), _month),
    *((365 * years, _months(12 * years), _year) for years in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
    *((365 * years, _months(12 * years), _year) for years in (1000, 2000, 5000)),
]
