"""Dates as intervals of days: what a TIMEX3 value covers, and whether two of them have a day in common."""

import re
from datetime import date, timedelta

Days = tuple[date, date]

CALENDAR = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
WEEK = re.compile(r"^(\d{4})-W(\d\d)$")
PART = re.compile(r"^(\d{4})-(SP|SU|FA|WI|Q1|Q2|Q3|Q4|H1|H2)$")
MONTHS = {
    "SP": (3, 5),
    "SU": (6, 8),
    "FA": (9, 11),
    "WI": (12, 12),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
    "H1": (1, 6),
    "H2": (7, 12),
}


def days(value: str | None) -> Days | None:
    """The first and last day of a date, month, year, week, quarter or season; None if it is none of these.

    >>> [str(day) for day in days("2017-02")]
    ['2017-02-01', '2017-02-28']
    >>> days("P2M")
    """
    try:
        return _days(value or "")
    except ValueError:  # the 31st of June
        return None


def _days(value: str) -> Days | None:
    if found := CALENDAR.match(value):
        year, month, day = (int(part) if part else None for part in found.groups())
        if year and month and day:
            return date(year, month, day), date(year, month, day)
        return date(year or 0, month or 1, 1), _last(year or 0, month or 12)
    if found := WEEK.match(value):
        first = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return first, first + timedelta(6)
    if found := PART.match(value):
        start, end = MONTHS[found[2]]
        return date(int(found[1]), start, 1), _last(int(found[1]), end)
    return None


def _last(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def overlap(a: Days | None, b: Days | None) -> bool:
    """Whether two intervals have a day in common; what is no interval has none."""
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]
