"""Which year's March, which week's Monday: the choice among the days that the same words may mean."""

from datetime import date, timedelta

from onrecord.read.times.meaning import Context, Meaning, relative
from onrecord.read.times.period import Period, days
from onrecord.read.times.tense import bound_side, direction, unsettled

AGAINST = 8.0  # how much farther away a day may be that fits the tense than one that does not


def nearest(values: list[str], context: Context, rel: str | None = None) -> Meaning | None:
    """The one of ``values`` that is meant: nearest to the day of the report, on the side that the verb says.

    ``rel`` is the "last", "this" or "next" before it. None without a day to count from.
    """
    anchor = context.anchor
    if anchor is None:
        return None
    periods = [(value, covers) for value in values if (covers := days(value))]
    side = None if rel == "this" or unsettled(*context[:2]) else direction(*context[:3])
    if rel in {"last", "next"}:
        periods = [p for p in periods if (p[1].last < anchor if rel == "last" else p[1].first > anchor)]
    elif side and side == bound_side(context.text, context.start):
        periods = [p for p in periods if (p[1].first <= anchor if side == "past" else p[1].last >= anchor)]
    if not periods:
        return None
    value, _ = min(periods, key=lambda p: (_cost(p[1], anchor, side), p[1].first > anchor))
    return relative(value, context)


def _cost(covers: Period, anchor: date, side: str | None) -> float:
    if covers.first <= anchor <= covers.last:
        return 0.0
    gap = (anchor - covers.last).days if covers.last < anchor else (covers.first - anchor).days
    against = side is not None and side != ("past" if covers.last < anchor else "future")
    return gap * (AGAINST if against else 1.0)


def weekday(number: int, context: Context, rel: str | None = None) -> date | None:
    """The day that a weekday means: of last week, of next week, the nearest before or after the report."""
    anchor = context.anchor
    if anchor is None:
        return None
    monday = anchor - timedelta(anchor.isoweekday() - 1)
    if rel in {"last", "next"}:
        return monday + timedelta(number - 1 + (7 if rel == "next" else -7))
    ahead = (number - anchor.isoweekday()) % 7
    side = direction(*context[:3])
    if side == "future" or (rel == "this" and side != "past"):
        return anchor + timedelta(ahead)
    return anchor - timedelta((7 - ahead) % 7)


def years_about(context: Context, back: int = 1, ahead: int = 1) -> list[int]:
    """The years around the report's, nearest first."""
    anchor = context.anchor
    if anchor is None:
        return []
    return [y for y in range(anchor.year - back, anchor.year + ahead + 1) if 1000 < y < 2999]
