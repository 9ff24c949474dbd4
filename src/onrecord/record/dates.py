"""Days and moments, to sort by and to ask for."""

import re
from contextlib import suppress
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


def moment_of(published: str | None) -> str | None:
    """A date or date-time as one in UTC, None where it is neither.

    What has only a date comes at the end of its day; what names no time zone is taken as UTC.

    >>> moment_of("2026-03-02T09:00:00+01:00"), moment_of("2026-03-02"), moment_of("last week")
    ('2026-03-02T08:00:00Z', '2026-03-02T23:59:59Z', None)
    """
    at = _parsed(published)
    if at is None:
        return None
    if not isinstance(at, datetime):
        return f"{at.isoformat()}T23:59:59Z"
    at = at.astimezone(UTC) if at.tzinfo else at
    return f"{at.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def day_of(published: str | None) -> str | None:
    """The day on the calendar where it was published.

    >>> day_of("2026-03-02T23:30:00-05:00"), day_of("2026-03")
    ('2026-03-02', None)
    """
    at = _parsed(published)
    if at is None:
        return None
    return at.date().isoformat() if isinstance(at, datetime) else at.isoformat()


def full_day(value: str | None) -> str | None:
    """The day of a TIMEX3 value or ISO date that says as much, None of a week, a month, "PRESENT_REF".

    >>> full_day("2026-03-02TMO"), full_day("2026-W09"), full_day("2026-13-02")
    ('2026-03-02', None, None)
    """
    found = _DAY.match(value or "")
    return day_of(found[0]) if found else None


def _parsed(value: str | None) -> date | None:
    """A `datetime`, or a `date` where no time of day is given.

    The first and the last year stand for a day that nobody knows, and there is no reckoning beyond them.
    """
    text = (value or "").strip()
    for form in (date, datetime):
        with suppress(ValueError):
            at = form.fromisoformat(text)
            return at if MINYEAR < at.year < MAXYEAR else None
    return None
