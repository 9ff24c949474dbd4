"""Dates, months, seasons, quarters, years: with a year in full, without one as the report's day decides."""

import re
from datetime import date

from onrecord.read.times.choose import nearest, years_about
from onrecord.read.times.clocks import clock_value
from onrecord.read.times.holidays import holiday
from onrecord.read.times.meaning import Context, Groups, Meaning, explicit, relative, within
from onrecord.read.times.period import Period, days
from onrecord.read.times.tense import direction
from onrecord.read.times.words import MONTHS, ORDINALS, PARTS, SEASONS, SHIFTS

ATTACKS = "2001-09-11"
ATTACKED = re.compile(r",?\s(?:terror|attack|hijack)")
NOT_THIS_YEAR = 45  # days from the anniversary
DIGITS = re.compile(r"\d+")


def month_number(word: str | None) -> int:
    """The month's number: "Sept." is 9."""
    return MONTHS[(word or "").lower().rstrip(".")]


def _day(words: str | None) -> int:
    return int(DIGITS.findall(words or "1")[0])


def on_date(month: int, day: int, year: str | None, context: Context) -> Meaning | None:
    """A day of a month, of the year given or of the one that the report suggests."""
    if year:
        return explicit(f"{year}-{month:02d}-{day:02d}")
    tail = f"{month:02d}-{day:02d}"
    if days(f"2000-{tail}") is None:
        return None
    if tail == ATTACKS[5:] and _the_attacks(context):
        return explicit(ATTACKS)
    return nearest([f"{y}-{tail}" for y in years_about(context, 2, 2)], context) or Meaning(f"XXXX-{tail}")


def _the_attacks(context: Context) -> bool:
    """Whether a September 11 is that of 2001: the attacks follow, or the report is of another season."""
    if ATTACKED.match(context.text, context.end):
        return True
    anchor = context.anchor
    return anchor is not None and abs((anchor - anchor.replace(month=9, day=11)).days) > NOT_THIS_YEAR


def of_month(month: int, year: str | None, context: Context, rel: str | None = None) -> Meaning:
    """A month, of the year given or of the one that the report suggests."""
    if year:
        return explicit(f"{year}-{month:02d}") or Meaning(None)
    about = years_about(context, 0, 0) if rel == "this" else years_about(context)
    values = [f"{y}-{month:02d}" for y in about]
    return nearest(values, context, rel) or Meaning(f"XXXX-{month:02d}")


def iso(g: Groups, _context: Context) -> Meaning | None:
    """2019-03-12, with a time of day or without."""
    clock = f"T{g['clock']}" if g.get("clock") else ""
    return explicit(f"{g['y']}-{g['m']}-{g['d']}{clock}", "TIME" if clock else "DATE")


def numeric(g: Groups, _context: Context) -> Meaning | None:
    """25/12/2019, where only one of the numbers can be a month."""
    a, b = int(g["a"] or 0), int(g["b"] or 0)
    day, month = (a, b) if a > 12 or a == b else (b, a)
    return explicit(f"{g['y']}-{month:02d}-{day:02d}")


def on(g: Groups, context: Context) -> Meaning | None:
    """March 12, 12 March 2019, the evening of July 8."""
    found = on_date(month_number(g["m"] or g["m2"]), _day(g["d"] or g["d2"]), g["y"], context)
    told = g.get("clock")
    part = (
        f"T{PARTS[named.lower()]}" if (named := g.get("part")) else (clock_value(told) or "") if told else ""
    )
    return found._replace(value=f"{found.value}{part}", kind="TIME") if found and part else found


def days_from_to(g: Groups, context: Context) -> Meaning | None:
    """From 1 to 5 May: the value is the last day, the days are all of them."""
    month, month2 = g["m"] or g["m2"], g["m2"] or g["m"]
    year2 = g["y2"] or g["y"]
    last = on_date(month_number(month2), _day(g["d2"]), year2, context)
    if last is None or last.covers is None:
        return last
    first_month, end = month_number(month), last.covers.last
    year = int(g["y"] or (end.year - (first_month > end.month)))
    start = days(f"{year:04d}-{first_month:02d}-{_day(g['d']):02d}")
    if start is None or start.first > end:
        return last
    return last._replace(covers=Period(start.first, end), why=f"{last.why or ''}; a range".lstrip("; "))


def months_from_to(g: Groups, context: Context) -> Meaning | None:
    """From March to May 2019."""
    last = of_month(month_number(g["m2"]), g["y2"], context)
    if last.covers is None:
        return last
    month, end = month_number(g["m"]), last.covers.last
    start = date(int(g["y"] or (end.year - (month > end.month))), month, 1)
    return last._replace(covers=Period(start, end)) if start <= end else last


def month_of_year(g: Groups, context: Context) -> Meaning | None:
    """March 2019, mid-March 2019, March last year."""
    month = month_number(g["m"])
    if g["y"]:
        return within(of_month(month, g["y"], context), g["mod"] or "")
    if context.anchor is None:
        return Meaning(f"XXXX-{month:02d}")
    year = context.anchor.year + SHIFTS[(g["rel"] or "").split()[-1].lower()]
    return within(relative(f"{year:04d}-{month:02d}", context), g["mod"] or "")


def years_from_to(g: Groups, _context: Context) -> Meaning | None:
    """Between 2018 and 2020, 2018-2020: the value is the last year."""
    first, last = g["y"] or g["y3"] or "", g["y2"] or g["y4"] or ""
    return None if first >= last else _years(first, last)


def season_year(g: Groups, _context: Context) -> Meaning | None:
    """2019-20, where the second number is the next year."""
    first = int(g["y"] or 0)
    return _years(str(first), str(first + 1)) if (first + 1) % 100 == int(g["y2"] or 0) else None


def _years(first: str, last: str) -> Meaning:
    return Meaning(
        last, "DATE", "explicit", Period(date(int(first), 1, 1), date(int(last), 12, 31)), "a range of years"
    )


def century(g: Groups, _context: Context) -> Meaning | None:
    """The 19th century."""
    number = int(g["n"] or 0) - 1
    return within(explicit(f"{number:02d}") or Meaning(None), g["mod"] or "") if 10 <= number < 30 else None


def decade(g: Groups, _context: Context) -> Meaning | None:
    """The early 1990s, the ’90s."""
    return within(explicit(g["y"] or f"19{g['short']}") or Meaning(None), g["mod"] or "")


def quarter(g: Groups, context: Context) -> Meaning | None:
    """The second quarter of 2019, Q3, the first half of the year."""
    code = g["q"] or f"{(g['unit'] or 'q')[0].upper()}{ORDINALS[(g['n'] or '1st').lower()]}"
    if code not in {"Q1", "Q2", "Q3", "Q4", "H1", "H2"}:
        return None
    if g["y"]:
        return explicit(f"{g['y']}-{code}")
    if context.anchor is None:
        return Meaning(f"XXXX-{code}")
    if g["rel"]:
        shift = SHIFTS.get(g["rel"].split()[0].lower(), 0)
        return relative(f"{context.anchor.year + shift:04d}-{code}", context)
    over = "last" if direction(*context[:3]) == "past" else None
    return nearest([f"{y}-{code}" for y in years_about(context)], context, over)


def season(g: Groups, context: Context) -> Meaning | None:
    """Autumn 2017, this winter, the spring."""
    code = SEASONS[(g["s"] or "").lower()]
    if g["y"]:
        return within(explicit(f"{g['y']}-{code}") or Meaning(None), g["mod"] or "")
    rel = next((w for w in (g["rel"] or "").lower().split() if w in SHIFTS), None)
    side = {-1: "last", 0: "this", 1: "next"}[SHIFTS[rel]] if rel else None
    found = nearest([f"{y}-{code}" for y in years_about(context)], context, side)
    return within(found or Meaning(f"XXXX-{code}"), g["mod"] or "")


def feast(g: Groups, context: Context) -> Meaning | None:
    """Christmas, last Easter, Good Friday 2019."""
    name = g["name"] or ""
    if g["y"]:
        day = holiday(name, int(g["y"]))
        return explicit(day.isoformat()) if day else None
    found = [day.isoformat() for y in years_about(context) if (day := holiday(name, y))]
    meant = nearest(found, context, (g["rel"] or "").lower() or None)
    return meant._replace(why=f"{name}, {meant.why}") if meant else Meaning(None)


def attacks(_g: Groups, _context: Context) -> Meaning | None:
    """9/11 is a day of 2001."""
    return explicit(ATTACKS)


def edge_of_year(g: Groups, _context: Context) -> Meaning | None:
    """Early 2020, the end of 2019."""
    found = explicit(g["y"] or "")
    return within(found, g["mod"] or "") if found else None


def year(g: Groups, _context: Context) -> Meaning | None:
    """2019."""
    return explicit(g["y"] or "")


def month(g: Groups, context: Context) -> Meaning | None:
    """March, end of November, last November, that August."""
    rel, number = (g.get("rel") or "").lower(), month_number(g["m"])
    if rel == "that" and context.before and context.before.covers:
        return relative(f"{context.before.covers.first.year:04d}-{number:02d}", context)
    side = {-1: "last", 0: "this", 1: "next"}[SHIFTS[rel]] if rel in SHIFTS else None
    return within(of_month(number, None, context, side), g.get("mod") or "")
