"""Stretches of days that a text allows for its own date, and the words that say so."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from onrecord.read.times.period import Period
from onrecord.span import Span

OPEN = Period(date(1900, 1, 1), date(2099, 12, 31))
Allowed = tuple[Period, ...]


class Clue(NamedTuple):
    """Words, why they narrow the date down, and the stretches that they leave; the lowest rank first."""

    span: Span
    why: str
    allowed: Allowed
    rank: int


def meet(a: Allowed, b: Allowed) -> Allowed:
    """What two sets of stretches have in common.

    >>> one = (Period(date(2016, 1, 1), date(2016, 6, 1)),)
    >>> [(str(p.first), str(p.last)) for p in meet(one, (Period(date(2016, 5, 1), date(2017, 1, 1)),))]
    [('2016-05-01', '2016-06-01')]
    """
    found = (Period(max(p.first, q.first), min(p.last, q.last)) for p in a for q in b)
    return joined(period for period in found if period.first <= period.last)


def joined(periods: Iterable[Period]) -> Allowed:
    """The same days in order, with what overlaps in one piece."""
    out: list[Period] = []
    for period in sorted(periods):
        if out and period.first <= out[-1].last:
            out[-1] = Period(out[-1].first, max(out[-1].last, period.last))
        else:
            out.append(period)
    return tuple(out)


def since(day: date) -> Allowed:
    """That day and every later one."""
    return (Period(day, OPEN.last),)


def till(day: date) -> Allowed:
    """That day and every earlier one."""
    return (Period(OPEN.first, day),)
