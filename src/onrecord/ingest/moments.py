"""A moment as people and servers write it -> as ISO writes it."""

import re

from onrecord.ingest.text import iso_date

LONGEST = 60
SLASHES = re.compile(r"(\d{4})/(\d\d)/(\d\d)")
ZONE_APART = re.compile(r"(\d{4}-\d\d-\d\d[T ][\d:.]+) ([+-]\d\d:?\d\d|Z)$")


def as_iso(value: object) -> str | None:
    """A stated moment as an ISO date or date-time, with its offset kept; None where it is none.

    >>> as_iso("Mon, 13 May 2019 08:30:00 +0200"), as_iso("2019-05-13T08:30+02:00"), as_iso("last week")
    ('2019-05-13T08:30:00+02:00', '2019-05-13T08:30+02:00', None)
    """
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        return None
    value = _offset(value.strip())
    if found := iso_date(value)[0]:
        return found
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _offset(value: str) -> str:
    """``2019-05-13 08:30:00 +0200`` and ``2019/05/13`` as ISO writes them."""
    return ZONE_APART.sub(r"\1\2", SLASHES.sub(r"\1-\2-\3", value, count=1))
