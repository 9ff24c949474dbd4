"""Whether a report is of something said before the occasion that it reports: "had said", "a month ago"."""

import re

from onrecord.statement import Statement

BEFORE, AFTER = 60, 60  # characters about source and cue that are read
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
PAST = re.compile(
    r"\b(?:had|has|have|having|earlier|previously|already|formerly|once|ago|at the time|afterwards|this week|"
    rf"last (?:week|month|year|spring|summer|autumn|winter|{DAYS}|{MONTH})|"
    r"(?:days?|weeks?|months?) (?:before|after)|after (?:saying|telling)|"
    rf"in (?:early |late |mid-?)?(?-i:{MONTH})|on (?:\d{{1,2}} (?-i:{MONTH})|(?-i:{MONTH}) \d{{1,2}}))\b",
    re.IGNORECASE,
)
SHORT = 40  # characters of a source that is read as a whole
OWN = re.compile(r",|\b(?:who|which|that|whose|whom)\b")  # a source may hold a sentence: "who had come"
RELATIVE = re.compile(
    r",\s(?:who|which|whose|whom)\b[^,;.]*,"
)  # and one more may stand between source and cue
CLAUSE = re.compile(r",\s|[.!?;]['\"”’)]*\s|\n")
END = re.compile(r"[.!?;]['\"”’)]*\s|\n")


def recalled(text: str, statement: Statement) -> bool:
    """Whether the words about source and cue look back.

    >>> from onrecord.span import Span
    >>> told = "Her spokesman has said that a sale is possible."
    >>> recalled(told, Statement("s", "indirect", (Span(0, 13),), (Span(18, 22),), (Span(23, 46),), 1.0))
    True
    """
    return any(PAST.search(words) for words in around(text, statement))


def around(text: str, statement: Statement) -> tuple[str, ...]:
    """The words of the sentence before source and cue, and those in and after them, but what is reported."""
    places = [*statement.source, *statement.cue]
    if not places:
        return ()
    start, end = min(span.start for span in places), max(span.end for span in places)
    floor = max((span.end for span in statement.content if span.end <= start), default=0)
    roof = min((span.start for span in statement.content if span.start >= end), default=len(text))
    before = text[max(floor, start - BEFORE) : start]
    after = CLAUSE.split(text[end : min(roof, end + AFTER)], maxsplit=1)[0]
    inside = text[start:end]
    for span in sorted(statement.source, reverse=True):
        if span.end - span.start > SHORT:
            named = OWN.split(span.of(text), maxsplit=1)[0]
            inside = inside[: span.start - start] + named + inside[span.end - start :]
    return END.split(before)[-1], RELATIVE.sub(",", inside) + after
