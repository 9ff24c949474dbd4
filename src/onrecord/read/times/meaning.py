"""What a time expression means: a TIMEX3 value, the days it covers, and what it was resolved against."""

from datetime import date
from typing import NamedTuple

from onrecord.claim import TimeHow, TimeKind
from onrecord.read.times.period import Period, add_days, days, holding


class Meaning(NamedTuple):
    """A value and its days; without days where the words alone do not tell them."""

    value: str | None
    kind: TimeKind = "DATE"
    how: TimeHow = "relative"
    covers: Period | None = None
    why: str | None = None


class Context(NamedTuple):
    """Where an expression stands, the day of the report if it is known, and the time named before it."""

    text: str
    start: int
    end: int
    anchor: date | None
    before: Meaning | None = None

    @property
    def why(self) -> str:
        """What a relative time is counted from."""
        return f"from the date of publication, {self.anchor}" if self.anchor else ""


Groups = dict[str, str | None]


def explicit(value: str, kind: TimeKind = "DATE") -> Meaning | None:
    """A value that the words themselves give in full; None if there is no such date (30 February)."""
    covers = days(value)
    return Meaning(value, kind, "explicit", covers, "says the year") if covers else None


def relative(value: str, context: Context, kind: TimeKind = "DATE") -> Meaning:
    """A value that the words give as seen from the day of the report."""
    return Meaning(value, kind, "relative", days(value), context.why or None)


def on_day(day: date, context: Context, part: str = "") -> Meaning:
    """A day, or a part of one, as seen from the day of the report."""
    return relative(day.isoformat() + part, context, "TIME" if part else "DATE")


def within(meaning: Meaning, edge: str) -> Meaning:
    """The part of a period that "early", "mid", "the end of" ... leave.

    The end of a month or of a longer time is a deadline, so it is the last day; the rest keeps its value.
    """
    if meaning.covers is None or not edge:
        return meaning
    first, last = meaning.covers
    length = (last - first).days + 1
    third, word = max(length // 3, 1), edge.lower()
    if "first half" in word:
        covers = Period(first, add_days(first, length // 2 - 1))
    elif "second half" in word:
        covers = Period(add_days(first, length // 2), last)
    elif any(mark in word for mark in ("start", "beginning", "turn", "early")):
        covers = Period(first, add_days(first, third - 1))
    elif "mid" in word:
        covers = Period(add_days(first, third), add_days(last, -third))
    else:
        covers = Period(add_days(last, 1 - third), last)
    deadline = ("end" in word or "close" in word) and length > 7
    if deadline:
        covers = Period(last, last)
    return meaning._replace(value=last.isoformat() if deadline else meaning.value, covers=covers)


def period_of(day: date, unit: str, context: Context) -> Meaning:
    """The week, month, quarter ... that a day lies in."""
    return relative(holding(day, unit), context)
