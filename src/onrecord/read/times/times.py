"""The times of a text as the reading keeps them: expressions and events, from the day of the report."""

from onrecord.claim import Time
from onrecord.knowledge import Knowledge
from onrecord.read.times.expressions import Expression
from onrecord.read.times.period import parse
from onrecord.read.times.seen import seen_from, words_of
from onrecord.read.times.undated import undated


def times_of(text: str, published: str | None, known: Knowledge) -> tuple[Time, ...]:
    """Every time expression, in order and none over another, with its value and its days.

    Without a publication date, a time that is counted from it keeps what its words say ("XXXX-WXX-7" is a
    Sunday) and has no days, unless it is the same from all the days that the text allows for itself: while
    Obama is president and Trump is president-elect, "the inauguration" can only be one.

    >>> from onrecord.knowledge import shipped
    >>> text = "They may meet before the US inauguration on Friday."
    >>> [(time.value, time.how) for time in times_of(text, "2017-01-17", shipped())]
    [('2017-01-20', 'event'), ('2017-01-20', 'relative')]
    """
    anchor = parse(published)
    found = seen_from(text, words_of(text, known), anchor, known) if anchor else undated(text, known)
    return tuple(_time(f"t{number}", expression) for number, expression in enumerate(found, 1))


def _time(name: str, expression: Expression) -> Time:
    meant = expression.meaning
    covers = meant.covers
    return Time(
        id=name,
        start=expression.start,
        end=expression.end,
        value=meant.value,
        how=meant.how,
        kind=meant.kind,
        earliest=covers.first.isoformat() if covers else None,
        latest=covers.last.isoformat() if covers else None,
        why=meant.why or None,
    )
