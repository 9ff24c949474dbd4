"""When the event is, on both sides, as days from the publication on."""

from collections.abc import Iterable
from datetime import date, timedelta

from onrecord.claim import Difference, Time
from onrecord.read.clauses import Word
from onrecord.read.headline.case import Case
from onrecord.read.headline.sides import overlaps
from onrecord.span import Span

Days = tuple[date, date]
UNTIL = frozenset("before by until till within".split())
SINCE = frozenset("after since from".split())
FAR = timedelta(days=366)
BACK = 5  # words before a time expression among which its preposition stands
ALIKE = 0.5  # of the days of both together, for two bounds that say the same


def time_shifted(case: Case) -> Difference | None:
    """The headline's time bound is another one than the body's ("in June", "before the end of June").

    Two bounds say the same if they share half of their days; those that lie behind the day of publication do
    not count for what is to come.
    """
    above = _times(case, (case.headline.span,))
    below = _times(case, [span for s in case.lead.statements[:1] for span in s.content] or [case.lead.span])
    if len(above) != 1 or not below:
        return None
    (time, days), *_ = above
    if max(_alike(days, other) for _, other in below) >= ALIKE:
        return None
    return Difference(
        "time_shifted", (Span(time.start, time.end),), tuple(Span(t.start, t.end) for t, _ in below)
    )


def _times(case: Case, spans: Iterable[Span]) -> list[tuple[Time, Days]]:
    """The dated expressions in some spans, each with the days that it leaves with its preposition."""
    spans = list(spans)
    out = []
    for time in case.times:
        if overlaps(Span(time.start, time.end), spans):
            days = _days(time)
            if days:
                there = (*case.headline.words, *case.lead.words)
                out.append((time, _bounded(days, _before(there, time), case.published)))
    return out


def _before(there: tuple[Word, ...], time: Time) -> set[str]:
    """The words that lead to a time expression and those it begins with."""
    near = [w.lower for w in there if w.start < time.end][-BACK:]
    return set(near)


def _bounded(days: Days, before: set[str], published: str | None) -> Days:
    first, last = days
    now = _date(published)
    if before & UNTIL and now and now < last:
        first = now
    elif before & SINCE:
        last = min(last, date.max - FAR) + FAR
    if now and first <= now <= last:
        first = now if last > now else first
    return first, last


def _days(time: Time) -> Days | None:
    first, last = _date(time.earliest or time.value), _date(time.latest or time.value)
    return (first, last) if first and last and first <= last else None


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _alike(a: Days, b: Days) -> float:
    both = (min(a[1], b[1]) - max(a[0], b[0])).days + 1
    either = (max(a[1], b[1]) - min(a[0], b[0])).days + 1
    return max(both, 0) / either
