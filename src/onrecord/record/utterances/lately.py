"""When something was said that a report looks back at, as far as it tells: "in January", "two weeks ago"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from onrecord.record.utterances.recalled import MONTH, around
from onrecord.statement import Statement

Days = tuple[date, date]
NUMBERS = {
    word: number for number, word in enumerate("a two three four five six seven eight nine ten".split(), 1)
}
NUMBERS |= {"an": 1, "one": 1}
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
UNITS = {
    "day": (1, 1),
    "week": (7, 4),
    "fortnight": (14, 4),
    "month": (30, 15),
}  # days, and how many it may be off
AGO = re.compile(
    rf"\b({'|'.join(NUMBERS)}|\d{{1,2}}) (day|week|fortnight|month)s? (?:ago|earlier|before|after)\b",
    re.IGNORECASE,
)
LAST = re.compile(r"\b(last|this) (week|month)\b", re.IGNORECASE)
IN_MONTH = re.compile(rf"\b(?:in|last) (?:early |late |mid-?)?({MONTH})", re.IGNORECASE)
DATE = re.compile(rf"\bon (?:(\d{{1,2}}) ({MONTH})|({MONTH}) (\d{{1,2}}))\b", re.IGNORECASE)


def lately(text: str, statement: Statement, day: str | None) -> tuple[str, str] | None:
    """The days between which something was said that is told with a date, a month or weeks ago.

    >>> from onrecord.span import Span
    >>> told = "In January she said that a sale is possible."
    >>> said = Statement("s", "indirect", (Span(11, 14),), (Span(15, 19),), (Span(25, 43),), 1.0)
    >>> lately(told, said, "2026-02-19")
    ('2026-01-01', '2026-01-31')
    """
    try:
        today = date.fromisoformat((day or "")[:10])
        found = next((days for words in around(text, statement) if (days := _days(words, today))), None)
    except (ValueError, OverflowError):  # no such day, or before the first one
        return None
    return (found[0].isoformat(), found[1].isoformat()) if found and found[0] <= today else None


def _days(words: str, today: date) -> Days | None:
    if told := DATE.search(words):
        number, month = int(told[1] or told[4]), told[2] or told[3]
        on = date(_year(month, today), _month(month), number)
        return on, on
    if told := AGO.search(words):
        length, off = UNITS[told[2].lower()]
        many = NUMBERS.get(told[1].lower()) or int(told[1])
        middle = today - timedelta(many * length)
        return middle - timedelta(off), middle + timedelta(off)
    if told := LAST.search(words):
        this = told[1].lower() == "this"
        if told[2].lower() == "week":
            monday = today - timedelta(today.weekday() + (0 if this else 7))
            return monday - timedelta(not this), min(today, monday + timedelta(7))
        end = today if this else today.replace(day=1) - timedelta(1)
        return end.replace(day=1), end
    if told := IN_MONTH.search(words):
        month, year = _month(told[1]), _year(told[1], today)
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return None


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _year(name: str, today: date) -> int:
    return today.year - (_month(name) > today.month)
