"""Durations, sets, times of day, and "now": what has a TIMEX3 value and mostly no day of its own."""

import re
from datetime import date

from onrecord.read.times.meaning import Context, Groups, Meaning
from onrecord.read.times.period import Period, add
from onrecord.read.times.words import MONTHS, SHIFTS, SPANS, WEEKDAYS, number, unit_of

WORD_BEFORE = re.compile(r"(\w+|%)[\s-]{1,2}$")
UNDER_A_DAY = "hms"


def duration_value(count: float | None, unit: str) -> str:
    """An ISO 8601 duration, X for as many as nobody counts.

    >>> duration_value(2, "M"), duration_value(48, "h"), duration_value(None, "D"), duration_value(0.5, "Y")
    ('P2M', 'PT48H', 'PXD', 'P6M')
    """
    if count == 0.25 and unit == "h":
        return "PT15M"
    if count == 0.5 and unit in "YDhE":
        return {"Y": "P6M", "D": "PT12H", "h": "PT30M", "E": "P5Y"}[unit]
    if unit in "EC" and count is not None:
        count, unit = count * (10 if unit == "E" else 100), "Y"
    if unit == "Q" and count is not None:
        count, unit = count * 3, "M"
    amount = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
    return f"P{'T' if unit in UNDER_A_DAY else ''}{amount}{unit.upper()}"


def per(g: Groups, _context: Context) -> Meaning | None:
    """Every year, twice a day, most evenings."""
    if g["part"]:
        return Meaning("P1D", "SET", "relative")
    every = (g["n"] or "").lower().strip()
    count = {"": 1.0, "other": 2.0}.get(every, number(every) if every and every != "few" else None)
    return Meaning(duration_value(count, unit_of(g["unit"])), "SET", "relative")


def every(g: Groups, _context: Context) -> Meaning | None:
    """Every Monday, each September."""
    day = g["w"] or g["w2"]
    value = f"XXXX-WXX-{WEEKDAYS[day.lower()]}" if day else f"XXXX-{MONTHS[(g['m'] or '').lower()]:02d}"
    return Meaning(value, "SET", "relative")


def either(g: Groups, _context: Context) -> Meaning | None:
    """Two or three weeks, a day or two: as long as the longer."""
    count = 2.0 if g["two"] else number(g["n2"]) if g["n2"] else None
    return Meaning(duration_value(count, unit_of(g["unit"] or g["unit2"])), "DURATION", "relative")


def duration(g: Groups, context: Context) -> Meaning | None:
    """Two months, a few minutes, within 48 hours; "a year" behind a quantity is a rate."""
    unit = unit_of(g["unit"])
    count = 1.0 if g["one"] else number(g["n"]) if g["n"] else None
    value = duration_value(count, unit)
    if g["often"] or (g["one"] and _rate(context)):
        return Meaning(value, "SET", "relative")
    return _from_here(Meaning(value, "DURATION", "relative"), count, unit, context)


def _rate(context: Context) -> bool:
    """Whether "a year" says how often: behind a quantity, no verb and no preposition."""
    found = WORD_BEFORE.search(context.text[max(0, context.start - 20) : context.start])
    word = found[1].lower() if found else ""
    return (
        bool(word)
        and word not in SPANS
        and (word == "%" or word in {"times", "percent"} or word.endswith("s"))
    )


def _from_here(meaning: Meaning, count: float | None, unit: str, context: Context) -> Meaning:
    """A duration that begins with the report ("within 48 hours") covers the days up to its end."""
    before = context.text[max(0, context.start - 12) : context.start].lower()
    if context.anchor is None or count is None or not before.endswith(("within ", "within the ")):
        return meaning
    end = add(context.anchor, count, unit)
    return meaning._replace(covers=Period(context.anchor, end), why=context.why)


def next_many(g: Groups, context: Context) -> Meaning | None:
    """The next two months, the past 30 days: they end or begin with the report."""
    unit = unit_of(g["unit"])
    count = number(g["n"]) if g["n"] else None
    meaning = Meaning(duration_value(count, unit), "DURATION", "relative")
    if context.anchor is None or count is None:
        return meaning
    sign = SHIFTS[(g["way"] or "").lower()]
    return meaning._replace(
        covers=_between(context.anchor, add(context.anchor, sign * count, unit)), why=context.why
    )


def coming(g: Groups, context: Context) -> Meaning | None:
    """The coming days, the past months; "the coming week" is one."""
    word, unit = (g["unit"] or "").lower(), unit_of(g["unit"])
    if word.endswith("s") and word != "s":
        return Meaning(duration_value(None, unit), "DURATION", "relative")
    if context.anchor is None:
        return Meaning(duration_value(1, unit), "DURATION", "relative")
    sign = SHIFTS[(g["way"] or "").lower()]
    covers = _between(context.anchor, add(context.anchor, sign, unit))
    return Meaning(duration_value(1, unit), "DURATION", "relative", covers, context.why)


def _between(a: date, b: date) -> Period:
    return Period(min(a, b), max(a, b))


def plural(g: Groups, _context: Context) -> Meaning | None:
    """Within days."""
    return Meaning(duration_value(None, unit_of(g["unit"])), "DURATION", "relative")


def reference(g: Groups, _context: Context) -> Meaning | None:
    """Now, recently, in the near future."""
    value = "PRESENT_REF" if g["present"] else "PAST_REF" if g["gone"] else "FUTURE_REF"
    return Meaning(value, "DATE", "relative")
