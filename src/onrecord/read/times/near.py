"""Yesterday, next Monday, last week, three weeks ago: times that are counted from the day of the report."""

from datetime import date

from onrecord.read.times.choose import nearest
from onrecord.read.times.choose import weekday as choose_weekday
from onrecord.read.times.lasting import duration_value
from onrecord.read.times.meaning import Context, Groups, Meaning, on_day, period_of, relative, within
from onrecord.read.times.period import Period, add, add_days, add_months, days, holding
from onrecord.read.times.tense import direction
from onrecord.read.times.words import PARTS, SHIFTS, WEEKDAYS, number, unit_of

SATURDAY = 6
WHEN = {
    "before dawn": "TMO",
    "midnight": "T24:00",
    "shortly after midnight": "T00",
    "noon": "T12:00",
    "late": "TEV",
}


def part_of(words: str | None) -> str:
    """A part of the day as TIMEX3 writes it: "early morning" is TMO."""
    last = (words or "").lower().split()[-1:] or [""]
    return {"noon": "T12:00", "midnight": "T24:00"}.get(last[0]) or (
        f"T{PARTS[last[0]]}" if last[0] in PARTS else ""
    )


def weekday(g: Groups, context: Context) -> Meaning | None:
    """On Sunday, next Friday, Tuesday week, Tuesday morning, late on Wednesday."""
    number_of = WEEKDAYS[(g["w"] or "").lower()]
    part = part_of(g["part"] or g["part2"]) or WHEN.get(" ".join((g["when"] or "").lower().split()), "")
    rel = {-1: "last", 0: "this", 1: "next"}[SHIFTS[g["rel"].lower()]] if g["rel"] else None
    if g["week"] and context.anchor:
        coming = (number_of - context.anchor.isoweekday()) % 7 or 7
        return on_day(add_days(context.anchor, coming + 7), context, part)
    day = choose_weekday(number_of, context, rel)
    return (
        on_day(day, context, part)
        if day
        else Meaning(f"XXXX-WXX-{number_of}{part}", "TIME" if part else "DATE")
    )


def deictic(g: Groups, context: Context) -> Meaning | None:
    """Today, tomorrow morning, yesterday."""
    shift = {"today": 0, "tomorrow": 1, "yesterday": -1}[(g["day"] or "").lower()]
    if context.anchor is None:
        return Meaning(None)
    return on_day(add_days(context.anchor, shift), context, part_of(g["part"]))


def day_before(g: Groups, context: Context) -> Meaning | None:
    """The day before yesterday, the day after tomorrow."""
    shift = -2 if (g["way"] or "").lower().startswith("before") else 2
    return on_day(add_days(context.anchor, shift), context) if context.anchor else Meaning(None)


def that_day(g: Groups, context: Context) -> Meaning | None:
    """The next day, that evening, the previous night: counted from the day that was named last."""
    base = _named_before(context)
    if base is None:
        return Meaning(None, "TIME" if g["part"] else "DATE")
    by = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get((g["way"] or "").lower(), 0)
    return on_day(add_days(base, by), context, part_of(g["part"]))


def year_end(g: Groups, context: Context) -> Meaning | None:
    """Year-end, month's end."""
    if context.anchor is None:
        return Meaning(None)
    return within(period_of(context.anchor, unit_of(g["unit"]), context), "end")


def tonight(g: Groups, context: Context) -> Meaning | None:
    """Tonight, last night, this morning, overnight."""
    if context.anchor is None:
        return Meaning(None, "TIME")
    last = (g["rel"] or "").lower() == "last"
    part = "TNI" if g["tonight"] or g["over"] else part_of(g["part"])
    return on_day(add_days(context.anchor, -1 if last else 0), context, part)


def edge(g: Groups, context: Context) -> Meaning | None:
    """The end of the year, late last month, early this week."""
    if context.anchor is None:
        return Meaning(None)
    if g["w"]:
        day = choose_weekday(WEEKDAYS[g["w"].lower()], context)
        return on_day(day, context) if day else None
    unit = unit_of(g["unit"])
    rel = (g["rel"] or "").lower().split()[-1:]
    shift = SHIFTS.get(rel[0], 0) if rel and rel[0] != "coming" else 0
    return within(period_of(_moved(context.anchor, shift, unit), unit, context), g["mod"] or "")


def _moved(day: date, shift: int, unit: str) -> date:
    """A day in the period before or after; from the first of the month, lest a short month be jumped over."""
    return add(day.replace(day=1) if unit in "MQYEC" else day, shift, unit)


def shift(g: Groups, context: Context) -> Meaning | None:
    """Last week, this year, later this month, that year, the weekend."""
    unit = unit_of(g.get("unit") or g.get("unit2"))
    rel = (g.get("rel") or "this").lower()
    if rel in {"that", "same"}:
        covers = context.before.covers if context.before else None
        return relative(holding(covers.first, unit), context) if covers else Meaning(None)
    if context.anchor is None:
        return Meaning(None)
    if rel == "past" and unit != "WE":
        return _just_over(unit, context)
    by = SHIFTS[rel]
    if unit == "WE":
        by = _weekend(rel, g, context)
    mod = (g.get("mod") or "").lower()
    found = period_of(_moved(context.anchor, by, unit), unit, context)
    return _rest(found, mod, context) if mod in {"later", "earlier"} else within(found, mod)


def _just_over(unit: str, context: Context) -> Meaning:
    """The past year: the twelve months up to the report, and not the one of the calendar."""
    length = Meaning(duration_value(1, unit), "DURATION", why=context.why)
    anchor = context.anchor
    return length._replace(covers=Period(add(anchor, -1, unit), anchor)) if anchor else length


def _weekend(rel: str, g: Groups, context: Context) -> int:
    """Which weekend: a bare one is the coming one, or the last one of what is over."""
    past = direction(*context[:3]) == "past"
    bare = not g.get("rel")
    early = context.anchor is not None and context.anchor.isoweekday() < SATURDAY
    if (bare or rel == "this") and past and early:
        return -1
    return SHIFTS[rel]


def _rest(found: Meaning, mod: str, context: Context) -> Meaning:
    """What is left of a period, or what is over of it."""
    if found.covers is None or context.anchor is None:
        return found
    first, last = found.covers
    if not first <= context.anchor <= last:
        return found
    covers = Period(context.anchor, last) if mod == "later" else Period(first, context.anchor)
    return found._replace(covers=covers)


def this_or_next(g: Groups, context: Context) -> Meaning | None:
    """This week or next: the value is the later of both."""
    if context.anchor is None:
        return Meaning(None)
    unit = unit_of(g["unit"])
    rel = SHIFTS[(g["rel"] or "").lower()]
    ends = [
        period_of(_moved(context.anchor, by, unit), unit, context) for by in (rel, rel + 1 if rel < 1 else 0)
    ]
    covered = [end.covers for end in ends if end.covers]
    if len(covered) < 2:
        return ends[0]
    return ends[1]._replace(covers=Period(min(c.first for c in covered), max(c.last for c in covered)))


def counted(g: Groups, context: Context) -> Meaning | None:
    """Three weeks ago, a year earlier, an hour later."""
    unit, way = unit_of(g["unit"]), (g["way"] or "").lower()
    count = number(g["n"] or g["n2"] or "") if g["n"] or g["n2"] else None
    from_here = way in {"ago", "hence"} or way.startswith("from")
    base = context.anchor if from_here else _named_before(context)
    sign = 1 if way in {"later", "hence"} or way.startswith("from") else -1
    if count is None:
        return Meaning(
            "PAST_REF" if way == "ago" else duration_value(None, unit), "DATE" if way == "ago" else "DURATION"
        )
    if base is None or (not from_here and (unit in "hms" or _coarser(context, unit))):
        return Meaning(duration_value(count, unit), "DURATION")
    there = add(base, sign * count, unit)
    if unit in {"D", "WE"} or (not from_here and unit == "W"):
        return on_day(there, context)
    fine = unit if unit in "YECMW" else "D"
    value = holding(there, "Y" if fine in "EC" else fine)
    if not from_here and context.before and context.before.value and len(context.before.value) == 7:
        value = holding(there, "M")
    return relative(value, context)


def _coarser(context: Context, unit: str) -> bool:
    """Whether the time that is counted from is longer than the unit: a week before some day in March."""
    covers = context.before.covers if context.before else None
    length = (covers.last - covers.first).days if covers else 0
    return length > {"D": 0, "W": 6, "WE": 6, "M": 30, "Q": 92}.get(unit, 366)


def period_before(g: Groups, context: Context) -> Meaning | None:
    """The year before: the one before the time that was named last."""
    base, unit = _named_before(context) or context.anchor, unit_of(g["unit"])
    return period_of(_moved(base, -1, unit), unit, context) if base else Meaning(None)


def weekdays(g: Groups, context: Context) -> Meaning | None:
    """From Monday to Friday: the value is the last day, the days are all of them."""
    ends = [WEEKDAYS[(g[name] or "").lower()] for name in ("w", "w2")]
    first = choose_weekday(ends[0], context)
    if first is None:
        return Meaning(None)
    last = add_days(first, (ends[1] - ends[0]) % 7)
    return on_day(last, context)._replace(covers=Period(first, last))


def _named_before(context: Context) -> date | None:
    covers = context.before.covers if context.before else None
    return covers.first if covers else None


def then(_g: Groups, context: Context) -> Meaning | None:
    """Before then: the time that was named last."""
    before = context.before
    return before._replace(why="the time named before") if before and before.covers else None


def ordinal_day(g: Groups, context: Context) -> Meaning | None:
    """The 9th: of this month, the last or the next."""
    if context.anchor is None:
        return Meaning(f"XXXX-XX-{int(g['d'] or 0):02d}")
    near = [holding(add_months(context.anchor.replace(day=1), by), "M") for by in (-1, 0, 1)]
    values = [value for month in near if days(value := f"{month}-{int(g['d'] or 0):02d}")]
    return nearest(values, context)
