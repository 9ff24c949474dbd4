"""Values of time expressions as stretches of days: what TIMEX3 writes, and what it covers.

2016-11-13   2016-11   2016   2016-W45   2016-W45-WE   2016-Q4   2016-H2   2016-FA   201   2016-11-13TEV
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

FIRST, LAST = date(1000, 1, 1), date(2999, 12, 31)
SHAPE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-W(\d\d)(-WE)?|-(SP|SU|FA|WI|Q[1-4]|H[12]))?(?:T.*)?")
MONTHS_OF = {
    "SP": (3, 3),
    "SU": (6, 3),
    "FA": (9, 3),
    "WI": (12, 3),
    "Q1": (1, 3),
    "Q2": (4, 3),
    "Q3": (7, 3),
    "Q4": (10, 3),
    "H1": (1, 6),
    "H2": (7, 6),
}


class Period(NamedTuple):
    """A first and a last day."""

    first: date
    last: date


def days(value: str | None) -> Period | None:
    """The days that a value covers; None where it does not stand for days of the calendar.

    >>> days("2016-02").last.isoformat(), days("2016-W45-WE").first.isoformat(), days("197").last.year
    ('2016-02-29', '2016-11-12', 1979)
    """
    if value and re.fullmatch(r"\d{2,3}", value):
        width = 10 ** (4 - len(value))
        start = int(value) * width
        return Period(date(start, 1, 1), date(start + width - 1, 12, 31)) if 1000 <= start < 3000 else None
    found = SHAPE.fullmatch(value or "")
    try:
        return _covered(found) if found else None
    except ValueError:
        return None


def _covered(found: re.Match[str]) -> Period:
    year, month, day, week, weekend, part = found.groups()
    if week:
        monday = date.fromisocalendar(int(year), int(week), 1)
        return Period(monday + timedelta(5 if weekend else 0), monday + timedelta(6))
    if day:
        whole = date(int(year), int(month), int(day))
        return Period(whole, whole)
    start, length = MONTHS_OF[part] if part else (int(month), 1) if month else (1, 12)
    first = date(int(year), start, 1)
    return Period(first, month_end(add_months(first, length - 1)))


def month_end(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """The day so many months on, or the last of a shorter month.

    >>> add_months(date(2016, 1, 31), 1).isoformat()
    '2016-02-29'
    """
    index = min(max(day.year * 12 + day.month - 1 + months, FIRST.year * 12), LAST.year * 12 + 11)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, count: int) -> date:
    """The day so many days on, within the years that are dates."""
    ordinal = min(max(day.toordinal() + count, FIRST.toordinal()), LAST.toordinal())
    return date.fromordinal(ordinal)


def add(day: date, count: float, unit: str) -> date:
    """The day so many of a unit on; hours round to days.

    >>> add(date(2016, 11, 13), 2, "M").isoformat(), add(date(2016, 11, 13), 72, "h").isoformat()
    ('2017-01-13', '2016-11-16')
    """
    count = min(max(count, -40_000), 40_000)
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}.get(unit)
    if months:
        return add_months(day, round(count * months))
    each = {"D": 1.0, "W": 7.0, "WE": 7.0, "h": 1 / 24}.get(unit, 0.0)
    return add_days(day, round(count * each))


def holding(day: date, unit: str) -> str:
    """The value of the week, month, quarter, year ... that a day lies in.

    >>> [holding(date(2016, 11, 13), unit) for unit in ("D", "W", "WE", "M", "Q", "Y", "E", "C")]
    ['2016-11-13', '2016-W45', '2016-W45-WE', '2016-11', '2016-Q4', '2016', '201', '20']
    """
    year, week, _ = day.isocalendar()
    return {
        "W": f"{year:04d}-W{week:02d}",
        "WE": f"{year:04d}-W{week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "E": f"{day.year:04d}"[:3],
        "C": f"{day.year:04d}"[:2],
    }.get(unit, day.isoformat())


def parse(iso: str | None) -> date | None:
    """A date from the first ten characters of ISO 8601; None for anything else."""
    try:
        day = date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
    return day if FIRST <= day <= LAST else None
