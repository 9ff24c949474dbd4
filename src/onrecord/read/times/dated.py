"""When a text can have been written, by the dates and the events in it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from onrecord.knowledge import Knowledge, Occasion, anchors
from onrecord.read.times.clue import OPEN, Allowed, Clue, since, till
from onrecord.read.times.expressions import Expression
from onrecord.read.times.occasions import Mention
from onrecord.read.times.period import Period, add_days, days
from onrecord.read.times.tense import direction
from onrecord.span import Span

HEAD = 420  # characters in which a text's own date stands
SHORT = 70  # of the line that it stands in, unless it is a dateline
DATELINE = re.compile(r"[ ,.]{0,2}(?:[-–—|:(/]|\d\d:\d\d)")
INSIDE = re.compile(
    r"\b(?:on|by|until|of|before|after|since|from|to|dated|in|for)\s(?:the\s)?$", re.IGNORECASE
)
IN_A_YEAR = re.compile(r"\b(?:in|since|during|of|until|by|late|early)\s$", re.IGNORECASE)
PLANNED = re.compile(
    r"(?:\b(?:will|due|scheduled|slated|planned|expected)\b|[’']ll\b)[^.\n]*$", re.IGNORECASE
)
WEEKDAY_AND_DATE = re.compile(r"XXXX-(\d\d)-(\d\d)")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BEFORE = re.compile(r"before|ahead of|prior to|until|till|run-?up to|eve of", re.IGNORECASE)
AFTER = re.compile(r"after|since|following", re.IGNORECASE)
NEXT_WEEK = re.compile(r"\b(?:next week|this week|next month|this month)(?:['’]s)?\s", re.IGNORECASE)
AHEAD = 420  # days: so long before an event news speaks of it as coming
REACH = 62  # days from a report to a date in it that has a weekday and no year
YEARS = range(1990, 2040)


def own_date(text: str, expressions: Iterable[Expression]) -> Iterator[Clue]:
    """The date in the head of a text, by itself on a line or in the dateline: that of the report."""
    for start, end, form, meant in expressions:
        if start > HEAD:
            return
        if form not in {"date", "iso"} or not _heads(text, start, end):
            continue
        value = (meant.value or "")[:10]
        if meant.how == "explicit" and meant.covers:
            yield Clue(Span(start, end), f"the date in the head, {value}", (meant.covers,), 0)
        elif WEEKDAY_AND_DATE.fullmatch(value):
            told = _weekday_in(text[start:end])
            every = tuple(_one(f"{year}{value[4:]}", told) for year in YEARS)
            yield Clue(Span(start, end), "the day in the head, of any year", tuple(p for p in every if p), 1)
        return


def _heads(text: str, start: int, end: int) -> bool:
    line_end = text.find("\n", end)
    line = (line_end if line_end >= 0 else len(text)) - (text.rfind("\n", 0, start) + 1)
    if INSIDE.search(text, max(0, start - 12), start):
        return False
    return DATELINE.match(text, end) is not None or line < SHORT


def _one(value: str, weekday: int | None) -> Period | None:
    covers = days(value)
    return covers if covers and (weekday is None or covers.first.isoweekday() == weekday) else None


def _weekday_in(words: str) -> int | None:
    return next((number for number, name in enumerate(WEEKDAYS, 1) if name in words), None)


def dates(text: str, expressions: Iterable[Expression]) -> Iterator[Clue]:
    """Dates with a year: what is over lies before the report, what is to come after it."""
    for start, end, form, meant in expressions:
        span = Span(start, end)
        if form == "year" and not IN_A_YEAR.search(text, max(0, start - 12), start):
            continue
        if form == "date" and meant.how == "relative" and _weekday_in(text[start:end]):
            yield from _with_weekday(text, span, meant.value or "")
        if meant.how != "explicit" or meant.covers is None or meant.kind == "DURATION":
            continue
        side = direction(text, start, end)
        if side == "past":
            yield Clue(span, f"tells of {meant.value} as past", since(meant.covers.first), 3)
        elif (
            side == "future"
            and form not in {"decade", "century"}
            and PLANNED.search(text, max(0, start - 70), start)
        ):
            yield Clue(span, f"still to come: {meant.value}", till(meant.covers.last), 5)


def _with_weekday(text: str, span: Span, value: str) -> Iterator[Clue]:
    told = _weekday_in(span.of(text))
    found = [p for year in YEARS if (p := _one(f"{year}{value[4:10]}", told))]
    around = tuple(Period(add_days(p.first, -REACH), add_days(p.last, REACH)) for p in found)
    if around:
        yield Clue(
            span,
            f"{span.of(text)} falls into these years: {', '.join(str(p.first.year) for p in found)}",
            around,
            3,
        )


def named_events(text: str, found: Iterable[Mention], known: Knowledge) -> Iterator[Clue]:
    """Events that are only one by their name, and lie before or after the report."""
    for mention in found:
        able = anchors(known, mention.words, None)
        if len(able) != 1:
            continue
        event, span = able[0], Span(mention.start, mention.end)
        allowed = _beside(text, mention, event)
        if allowed:
            yield Clue(span, f"{mention.preposition or 'at'} the {event}", allowed, 4)


def _beside(text: str, mention: Mention, event: Occasion) -> Allowed | None:
    if NEXT_WEEK.search(mention.words):
        return (Period(event.first - timedelta(45 if "month" in mention.words else 14), event.first),)
    side = direction(text, mention.start, mention.end)
    if BEFORE.search(mention.preposition) and side != "past":
        return (Period(event.first - timedelta(AHEAD), event.first),)
    if side == "past" or AFTER.search(mention.preposition):
        return since(event.first) if not BEFORE.search(mention.preposition) else None
    return (Period(event.first - timedelta(AHEAD), event.last if side == "future" else OPEN.last),)


def unknown(allowed: Allowed) -> bool:
    """Whether nothing has been narrowed down."""
    return bool(allowed) and allowed[0].first == OPEN.first and allowed[-1].last == OPEN.last


def first_and_last(allowed: Allowed) -> tuple[date | None, date | None]:
    """The first and the last day allowed; None where that side is open."""
    first, last = allowed[0].first, allowed[-1].last
    return (first if first > OPEN.first else None), (last if last < OPEN.last else None)
