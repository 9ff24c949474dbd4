"""How exactly a day is known: from a date as it was told to the days that it leaves open."""

import re
from calendar import monthrange
from datetime import date, timedelta

from onrecord.answer import Precision
from onrecord.statement import SaidOn

_VALUE = re.compile(r"([0-9]{4})(?:-(?:W([0-9]{2})|([0-9]{2})(?:-([0-9]{2}))?))?")
_TOLD = frozenset({"explicit", "relative", "event"})


def bounds(said: SaidOn | None, day: str | None) -> tuple[Precision, str | None, str | None]:
    """How exactly it is known when something was said, and the first and last day that are possible.

    A day that the article tells is that day; of a week, a month or a year it is a range. Where no day is
    told it is only known that the words were said by the day of their first report.

    >>> bounds(SaidOn("2026-02", "explicit: in February"), None)
    ('range', '2026-02-01', '2026-02-28')
    >>> bounds(SaidOn("2026-03-02", "the day of its first report"), "2026-03-02")
    ('range', None, '2026-03-02')
    >>> bounds(None, None)
    ('unknown', None, None)
    """
    told = said is not None and said.how.partition(":")[0] in _TOLD
    if said is not None and told:
        found = _days(said.value)
        if found is not None:
            first, last = found
            return ("day" if first == last else "range"), first.isoformat(), last.isoformat()
    return ("range", None, day) if day else ("unknown", None, None)


def _days(value: str) -> tuple[date, date] | None:
    """The first and the last day of an ISO date, week, month or year."""
    match = _VALUE.match(value)
    if match is None:
        return None
    year, week, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if week:
            first = date.fromisocalendar(year, week, 1)
            return first, first + timedelta(6)
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, OverflowError):
        return None
