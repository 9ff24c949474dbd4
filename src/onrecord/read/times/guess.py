"""The date of an article that has none, as the days that its own words allow, with the evidence.

Each clue leaves some stretches of days; what is certain is applied first, and what contradicts it is dropped.
A weekday on which something was said or printed then leaves a handful of days.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from onrecord.claim import DateEvidence, PublishedGuess
from onrecord.knowledge import Knowledge, Occasion, anchors
from onrecord.read.times.clue import OPEN, Allowed, Clue, meet
from onrecord.read.times.dated import dates, first_and_last, named_events, own_date, unknown
from onrecord.read.times.expressions import Expression, found_in, read_all
from onrecord.read.times.incumbents import incumbents
from onrecord.read.times.occasions import Mention, countries_of, mentions
from onrecord.read.times.period import Period, add_days
from onrecord.span import Span

MOST = 8  # candidates: more is no answer
IN_OFFICE = re.compile(
    r"\b(?:incumbent|outgoing|in office|leaves? office|act|serve|transition|successor|lame duck)\b",
    re.IGNORECASE,
)
PRINTED = re.compile(
    r"\b(?:published|printed|aired|broadcast|said|told|reported|announced|posted|wrote)\b[^.\n“”]{0,60}$",
    re.IGNORECASE,
)
HANDOVER = "inauguration"
HANDOVER_DAYS = 3  # where two terms only touch, somebody has been called by another time's title
CERTAIN = (0, 1, 7)  # ranks of clues that may leave a single day: the text's own date, a weekday
ROUNDING = 0.2  # "two months" are two months give or take a fifth
WIDE = timedelta(days=30 * 366)


class Dating(NamedTuple):
    """The days that are left, the few of them that are likely, and what was used; where a duration ends."""

    allowed: Allowed
    candidates: tuple[date, ...]
    used: tuple[Clue, ...]
    ends: dict[int, Occasion]


def published_guess(text: str, known: Knowledge) -> PublishedGuess | None:
    """When an article without a date may have been published; None if its words do not say anything of it.

    >>> from onrecord.knowledge import shipped
    >>> text = "Outgoing US president Barack Obama met president-elect Donald Trump, it was said on Thursday."
    >>> found = published_guess(text, shipped())
    >>> found.earliest, found.latest
    ('2016-11-08', '2017-01-20')
    """
    found = dating(text, known)
    if unknown(found.allowed):
        return None
    first, last = first_and_last(found.allowed)
    if first and last and last - first > WIDE:
        return None  # a day and month of any year say nothing
    return PublishedGuess(
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        candidates=tuple(day.isoformat() for day in found.candidates),
        evidence=tuple(DateEvidence(clue.span, clue.why) for clue in found.used),
    )


@lru_cache(maxsize=2)  # asked for twice: to resolve times, and to date the text
def dating(text: str, known: Knowledge) -> Dating:
    """All clues of a text, put together."""
    expressions = tuple(read_all(text, found_in(text), None))
    named = mentions(text)
    clues = [
        *own_date(text, expressions),
        *incumbents(text, known),
        *dates(text, expressions),
        *named_events(text, mentions(text, anywhere=True), known),
    ]
    allowed, used = narrowed((OPEN,), clues)
    ends: dict[int, Occasion] = {}
    if not unknown(allowed):
        lasting = tuple(_handovers(text, expressions, named, allowed, known))
        allowed, more = narrowed(allowed, [clue for clue, _ in lasting])
        used = (*used, *more)
        ends = {clue.span.start: event for clue, event in lasting if clue in more}
    candidates, weekday = _candidates(text, expressions, allowed)
    return Dating(allowed, candidates, (*used, *([weekday] if weekday else [])), ends)


def length(allowed: Allowed) -> int:
    """How many days are left."""
    return sum((period.last - period.first).days + 1 for period in allowed)


def narrowed(allowed: Allowed, clues: list[Clue]) -> tuple[Allowed, tuple[Clue, ...]]:
    """What the clues leave, the certain ones first; one that leaves nothing, or everything, is not used."""
    used = []
    for clue in sorted(clues, key=lambda clue: clue.rank):
        left = meet(allowed, clue.allowed)
        if left and left != allowed and (clue.rank in CERTAIN or length(left) > HANDOVER_DAYS):
            allowed = left
            used.append(clue)
    return allowed, tuple(used)


def _handovers(
    text: str,
    expressions: tuple[Expression, ...],
    named: tuple[Mention, ...],
    allowed: Allowed,
    known: Knowledge,
) -> Iterator[tuple[Clue, Occasion]]:
    """How long somebody is still in office ("the next two months"), counted back from the handover."""
    countries = countries_of(text, named, known)
    for start, end, form, meant in expressions:
        count = re.fullmatch(r"P(\d+)([DWM])", meant.value or "")
        if form != "next_n" or count is None or not IN_OFFICE.search(text, max(0, start - 120), start):
            continue
        for event in anchors(known, HANDOVER, allowed[-1].last, countries=countries):
            window = (Period(_back(event, count, 1 + ROUNDING), _back(event, count, 1 - ROUNDING)),)
            if meet(allowed, window):
                yield Clue(Span(start, end), f"about {text[start:end]} before the {event}", window, 6), event
                break


def _back(event: Occasion, count: re.Match[str], share: float) -> date:
    """The day so long before an event, with months as days, so that a share of them counts."""
    length = float(count[1]) * {"D": 1, "W": 7, "M": 30.4}[count[2]]
    return add_days(event.first, -round(min(length, 9999) * share))


def _candidates(
    text: str, expressions: tuple[Expression, ...], allowed: Allowed
) -> tuple[tuple[date, ...], Clue | None]:
    """The days of the weekday on which something was said or printed, if they are few."""
    many = length(allowed)
    if many > MOST * 7 + 7:
        return (), None
    every = [
        add_days(period.first, by)
        for period in allowed
        for by in range((period.last - period.first).days + 1)
    ]
    told = _said_on(text, expressions)
    if told and many > 1:
        start, end, weekday = told
        days_left = tuple(day for day in every if day.isoweekday() == weekday)
        if days_left and len(days_left) <= MOST:
            why = f"said or printed on {text[start:end]}: {', '.join(map(str, days_left))}"
            return days_left, Clue(Span(start, end), why, tuple(Period(day, day) for day in days_left), 7)
    return (tuple(every), None) if many <= MOST else ((), None)


def _said_on(text: str, expressions: tuple[Expression, ...]) -> tuple[int, int, int] | None:
    for start, end, form, meant in expressions:
        found = re.match(r"XXXX-WXX-([1-7])", meant.value or "")
        if form == "weekday" and found and PRINTED.search(text, max(0, start - 90), start):
            return start, end, int(found[1])
    return None
