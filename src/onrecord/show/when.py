"""When something is, and when an undated article may have been published, in a few words."""

import re
from collections.abc import Mapping

from onrecord.claim import PublishedGuess, Time, TimeBound
from onrecord.reading import Reading
from onrecord.show.visible import one_line, shortened

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")  # a value that anybody reads; "2031-WI" and "P2M" are not
BY_DATE = {"within": "by"}  # the other relations are words as they are
QUOTED = 40  # characters of the words for a time
SEVERAL = 4  # candidates that a line names


def times_of(reading: Reading) -> dict[str, Time]:
    """The times of ``reading`` by their ids."""
    return {time.id: time for time in reading.times}


def when(bound: TimeBound | None, times: Mapping[str, Time], text: str) -> str:
    """A time bound in words: the relation, the date, and what the article calls it.

    Where the bound is no date that anybody reads, the days that it allows stand for it.

    >>> text = "before the spring fair"
    >>> fair = Time("t1", 7, 22, "2031-03-20", "event")
    >>> when(TimeBound("BEFORE", "2031-03-20", times=("t1",)), {"t1": fair}, text)
    'before 2031-03-20 (“the spring fair”)'
    """
    if bound is None:
        return ""
    known = [times[id] for id in bound.times if id in times]
    called = (shortened(one_line(text[time.start : time.end]).strip(), QUOTED) for time in known)
    quoted = next((f"“{words}”" for words in called if words), "")
    value = one_line(bound.bound or "")
    days, readable = interval(bound.earliest, bound.latest), DATE.fullmatch(value)
    relation = (bound.relation or "").lower()
    relation = BY_DATE.get(relation, relation) if readable else relation
    if readable or not days:
        told = f"{relation} {value or quoted}".strip()
        return f"{told} ({quoted})" if value and quoted else told
    return f"{days} ({quoted})" if quoted else days


def interval(earliest: str | None, latest: str | None) -> str:
    """Two days as one phrase.

    >>> interval("2031-05-01", "2031-05-03"), interval(None, "2031-05-03"), interval("2031-05-01", None)
    ('2031-05-01 to 2031-05-03', 'until 2031-05-03', 'from 2031-05-01')
    """
    first, last = one_line(earliest or ""), one_line(latest or "")
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"until {last}" if last else f"from {first}" if first else ""


def guessed(guess: PublishedGuess) -> str:
    """The dates that an undated article's text allows.

    >>> guessed(PublishedGuess("2031-05-01", "2031-05-07", ("2031-05-03",)))
    'published between 2031-05-01 and 2031-05-07, perhaps on 2031-05-03'
    >>> guessed(PublishedGuess(None, None))
    ''
    """
    first, last = one_line(guess.earliest or ""), one_line(guess.latest or "")
    if first and last:
        told = f"published between {first} and {last}" if first != last else f"published on {first}"
    else:
        told = f"published by {last}" if last else f"published on or after {first}" if first else ""
    days = [one_line(day) for day in guess.candidates]
    shown = " or ".join([*days[:SEVERAL], *(["another day"] if len(days) > SEVERAL else [])])
    if not told:
        return f"published perhaps on {shown}" if shown else ""
    return told if not shown or shown == first == last else f"{told}, perhaps on {shown}"
