"""Times of day: 6 p.m., 19:05, noon."""

import re

from onrecord.read.times.meaning import Context, Groups, Meaning
from onrecord.read.times.period import Period

TOLD = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s?(?:([ap])\.?m\b\.?)?", re.IGNORECASE)
WORDS = {
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
    "mid-morning": "TMO",
    "mid-afternoon": "TAF",
}


def clock(g: Groups, context: Context) -> Meaning | None:
    """6 p.m., 19:05, noon: of the day of the report if it is known."""
    part = WORDS[g["word"].lower()] if g["word"] else clock_value(g["clock"] or "")
    if part is None:
        return None
    day = context.anchor.isoformat() if context.anchor else ""
    covers = Period(context.anchor, context.anchor) if context.anchor else None
    return Meaning(day + part, "TIME", "relative", covers, context.why or None)


def clock_value(words: str) -> str | None:
    """The time of day on the clock of 24 hours; None for one that no clock shows.

    >>> clock_value("6 p.m."), clock_value("19:05"), clock_value("12:30 am"), clock_value("25:10")
    ('T18:00', 'T19:05', 'T00:30', None)
    """
    found = TOLD.match(words)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None
