"""Days as a timeline tells them: short, and never more exact than they are known."""

import re
from datetime import date
from typing import Literal

from msgspec import Struct

from onrecord.answer import Precision, Step
from onrecord.show.visible import one_line

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
UNDATED = "no date"
OPEN = {"before": "by", "after": "from"}  # what is said where one end is not known


def parsed(value: str | None) -> date | None:
    """The day of an ISO date, or of the date-time of an article; None where it is none, as a week.

    >>> parsed("2031-05-03T09:00:00+02:00"), parsed("2031-05"), parsed("2031-W18")
    (datetime.date(2031, 5, 3), None, None)
    """
    found = DAY.match(value or "")
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def short(day: date, *, year: bool = True) -> str:
    """A day as newsrooms write it.

    >>> short(date(2031, 5, 3)), short(date(2031, 5, 3), year=False)
    ('3 May 2031', '3 May')
    """
    told = f"{day.day} {MONTHS[day.month - 1]}"
    return f"{told} {day.year}" if year else told


def told(value: str | None) -> str:
    """A date of the record for people; what is no day is told as it is.

    >>> told("2031-05-03"), told("2031-W18"), told(None)
    ('3 May 2031', '2031-W18', '')
    """
    day = parsed(value)
    return short(day) if day else one_line(value or "")


def between(first: date, last: date, *, year: bool = True) -> str:
    """Two days as one phrase, with what they share told once.

    >>> between(date(2031, 5, 2), date(2031, 5, 4)), between(date(2031, 12, 30), date(2032, 1, 2), year=False)
    ('2–4 May 2031', '30 Dec–2 Jan')
    """
    if first == last:
        return short(first, year=year)
    if first.year != last.year:
        return f"{short(first, year=year)}–{short(last, year=year)}"
    begun = str(first.day) if first.month == last.month else short(first, year=False)
    return f"{begun}–{short(last, year=year)}"


class Bounds(Struct, frozen=True):
    """The days between which it was said; an end that is not known is ``open``, and is told as the other."""

    first: date
    last: date
    open: Literal["", "before", "after"] = ""

    @property
    def middle(self) -> date:
        """The day for which it stands on an axis."""
        return date.fromordinal((self.first.toordinal() + self.last.toordinal()) // 2)

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last and not self.open

    def told(self, *, year: bool = True) -> str:
        """As exactly as it is known: "2 Mar", "about 2–4 Mar", "by 4 Mar"."""
        days = between(self.first, self.last, year=year)
        return f"{OPEN[self.open]} {days}" if self.open else days if self.exact else f"about {days}"


def bounds(step: Step) -> Bounds | None:
    """The days between which a position may have been taken; None where nothing is known of them."""
    first, last = parsed(step.earliest), parsed(step.latest)
    if step.precision == "unknown":
        return None
    if first is None or last is None:
        return _one_ended(first, last, step.precision)
    return Bounds(min(first, last), max(first, last))


def _one_ended(first: date | None, last: date | None, precision: Precision) -> Bounds | None:
    day = first or last
    if day is None:
        return None
    if precision == "day":
        return Bounds(day, day)
    return Bounds(day, day, "after" if first else "before")


def when(step: Step, *, year: bool = True) -> str:
    """When a position was taken: "2 Mar", "about 2–4 Mar", "by 4 Mar", "no date"."""
    found = bounds(step)
    return found.told(year=year) if found else UNDATED
