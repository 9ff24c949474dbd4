"""Days in a query: a year, a month or a day, as its first or its last day."""

import re
from calendar import month_name, monthrange

from onrecord.ask.place import PlaceError, clipped
from onrecord.query import Between

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
# Other spellings that can mean but one day: year first, or full stops between. "3/4/2016" can mean two.
_DAY_FIRST = re.compile(r"^([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})$")
_NEARLY = re.compile(r"([0-9]{4})[-/.]?([0-9]{1,2})(?:[-/.]?([0-9]{1,2}))?")


def between(field: str, value: str, start: int, end: int) -> Between:
    """What ``since:`` or ``until:`` a period asks for; all of the period belongs to it.

    >>> between("since", "2016-02", 0, 0).since, between("until", "2016-02", 0, 0).until
    ('2016-02-01', '2016-02-29')
    """
    match = _ISO.fullmatch(value)
    if match is None:
        raise PlaceError(f"{field}:{clipped(value)} is no date; {_instead(field, value)}", start, end)
    year, month, day = (int(part) if part else None for part in match.groups())
    wrong = _impossible(year or 0, month, day)
    if wrong:
        raise PlaceError(f"{field}:{value} is no date: {wrong}", start, end)
    if field == "since":
        return Between(since=f"{year:04}-{month or 1:02}-{day or 1:02}", start=start, end=end)
    month = month or 12
    return Between(
        until=f"{year:04}-{month:02}-{day or monthrange(year or 1, month)[1]:02}", start=start, end=end
    )


def _impossible(year: int, month: int | None, day: int | None) -> str | None:
    """Why there is no such period, None where there is one."""
    if year == 0:
        return "years go from 0001 to 9999"
    if month is not None and not 1 <= month <= 12:
        return "months go from 01 to 12"
    if month is not None and day is not None and not 1 <= day <= (last := monthrange(year, month)[1]):
        return f"{month_name[month]} {year} has {last} days"
    return None


def _instead(field: str, value: str) -> str:
    match = _NEARLY.fullmatch(_DAY_FIRST.sub(r"\3-\2-\1", value))
    if match:
        year, month, day = (int(part) if part else None for part in match.groups())
        if month is not None and not _impossible(year or 0, month, day):
            return f"did you mean {field}:{year:04}-{month:02}{f'-{day:02}' if day else ''}?"
    return f"write a year, a month or a day: {field}:2016, {field}:2016-11 or {field}:2016-11-13"
