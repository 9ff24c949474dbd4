"""The day on which something was said, where the reporter gives it: "said on Sunday".

What is promised "within 48 hours" counts from there, and a position is dated by it. A time inside the
reported words is about what they say, not about the saying.
"""

from collections.abc import Sequence

from onrecord.claim import Time
from onrecord.read.sentences import sentence_at, sentences
from onrecord.read.times.bounds import times_in
from onrecord.span import Span
from onrecord.statement import SaidOn, Statement

NEAR = 60  # characters between the cue and its time


def said_on(
    text: str, statement: Statement, times: Sequence[Time], published: str | None = None
) -> SaidOn | None:
    """The time nearest the cue, in its sentence and outside the content; None if there is none with a day.

    A day after the article was ``published`` is one of which it speaks: "asked about Thursday's debate, ...".

    >>> from onrecord.knowledge import shipped
    >>> from onrecord.read.times.times import times_of
    >>> text = "Aas said on Sunday that the dam would hold until May."
    >>> told = Statement("s", "indirect", (Span(0, 3),), (Span(4, 8),), (Span(19, 52),), 1.0)
    >>> said_on(text, told, times_of(text, "2019-04-09", shipped())).value
    '2019-04-07'
    """
    if not statement.cue:
        return None
    cue = statement.cue[-1]
    sentence = sentence_at(sentences(text), cue.start)
    outside = [
        time
        for time in times_in(times, sentence)
        if time.earliest is not None
        and time.earliest == time.latest
        and not (published and time.earliest > published)
        and time.kind in {"DATE", "TIME"}
        and not any(c.start < time.end and time.start < c.end for c in statement.content)
        and not any(s.start < time.end and time.start < s.end for s in statement.source)
        and _gap(cue, time) <= NEAR
    ]
    nearest = min(outside, key=lambda time: _gap(cue, time), default=None)
    return (
        SaidOn(nearest.earliest or "", f"{nearest.how}: {text[nearest.start : nearest.end]}")
        if nearest
        else None
    )


def _gap(cue: Span, time: Time) -> int:
    return time.start - cue.end if time.start >= cue.end else cue.start - time.end
