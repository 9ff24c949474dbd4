"""Days that a rule fixes: Easter, the fourth Thursday of November, 25 December."""

import re
from calendar import monthrange
from datetime import date, timedelta

from onrecord.read.times.words import HOLIDAYS

RULE = re.compile(r"(easter|orthodox)([+-]\d+)|(-?\d)-(\d)@(\d+)|(\d\d)-(\d\d)")


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Meeus, Jones, Butcher).

    >>> easter(2019).isoformat(), easter(2016).isoformat()
    ('2019-04-21', '2016-03-27')
    """
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the orthodox churches, in the Gregorian calendar of 1900 to 2099.

    >>> orthodox_easter(2016).isoformat(), orthodox_easter(2021).isoformat()
    ('2016-05-01', '2021-05-02')
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday of a month, or the last for -1.

    >>> nth_weekday(2016, 11, 4, 4).isoformat(), nth_weekday(2016, 5, 1, -1).isoformat()
    ('2016-11-24', '2016-05-30')
    """
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday in a year; None for a name that the lexicon has not.

    >>> holiday("Good Friday", 2019).isoformat(), holiday("Labor Day", 2016).isoformat()
    ('2019-04-19', '2016-09-05')
    """
    found = RULE.fullmatch(HOLIDAYS.get(name, ""))
    if found is None:
        return None
    moving, offset, nth, weekday, month, fixed_month, fixed_day = found.groups()
    if moving:
        return (easter if moving == "easter" else orthodox_easter)(year) + timedelta(int(offset))
    if nth:
        return nth_weekday(year, int(month), int(weekday), int(nth))
    return date(year, int(fixed_month), int(fixed_day))
