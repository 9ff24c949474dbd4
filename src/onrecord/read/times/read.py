"""The meaning of every form, by its name."""

import re
from collections.abc import Callable

from onrecord.read.times import absolute, clocks, lasting, near
from onrecord.read.times.meaning import Context, Groups, Meaning

Reader = Callable[[Groups, Context], Meaning | None]

READERS: dict[str, Reader] = {
    "iso": absolute.iso,
    "numeric": absolute.numeric,
    "days_dm": absolute.days_from_to,
    "days_md": absolute.days_from_to,
    "part_of_date": absolute.on,
    "date": absolute.on,
    "months": absolute.months_from_to,
    "month_year": absolute.month_of_year,
    "years": absolute.years_from_to,
    "season_year": absolute.season_year,
    "century": absolute.century,
    "decade": absolute.decade,
    "quarter": absolute.quarter,
    "season": absolute.season,
    "holiday": absolute.feast,
    "attacks": absolute.attacks,
    "edge_year": absolute.edge_of_year,
    "weekday": near.weekday,
    "weekdays": near.weekdays,
    "year_before": near.period_before,
    "edge": near.edge,
    "edge_month": absolute.month,
    "shift_month": absolute.month,
    "that_day": near.that_day,
    "year_end": near.year_end,
    "either": lasting.either,
    "ago": near.counted,
    "next_n": lasting.next_many,
    "or_next": near.this_or_next,
    "shift": near.shift,
    "coming": lasting.coming,
    "the_unit": near.shift,
    "day_before": near.day_before,
    "deictic": near.deictic,
    "tonight": near.tonight,
    "then": near.then,
    "ordinal_day": near.ordinal_day,
    "per": lasting.per,
    "every": lasting.every,
    "duration": lasting.duration,
    "plural": lasting.plural,
    "clock": clocks.clock,
    "reference": lasting.reference,
    "month": absolute.month,
    "year": absolute.year,
}


def meaning(form: str, found: re.Match[str], context: Context) -> Meaning | None:
    """What the words mean; None where they name no time after all (30 February)."""
    return READERS[form](found.groupdict(), context)
