"""Every time expression of a text with its meaning, seen from one day or from none."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.read.times.meaning import Context, Meaning
from onrecord.read.times.read import meaning
from onrecord.read.times.scan import candidates

OF_THE_SPEECH = frozenset({"deictic", "tonight"})  # in a quotation: counted from the day of the speech
SAID_ON = frozenset({"weekday", "date", "deictic", "tonight"})
NEAR = 400  # characters from the day of a speech to a "today" in it
DAYS = 7  # a speech that is reported is at most so old
PARAGRAPH = 600


class Expression(NamedTuple):
    """Words of a text, the form that they have, and what they mean."""

    start: int
    end: int
    form: str
    meaning: Meaning


Candidates = tuple[tuple[str, re.Match[str]], ...]


def found_in(text: str) -> Candidates:
    """The words of a text that have the form of a time, whatever the day of the report."""
    return tuple(candidates(text))


def read_all(text: str, found: Candidates, anchor: date | None) -> Iterator[Expression]:
    """What they mean, each seen from the day of the report and from what was named before it.

    "Today" in a quotation is the day on which it was spoken, if the text has just told it.
    """
    before: Meaning | None = None
    spoken: tuple[int, date] | None = None
    for form, words in found:
        start, end = words.span()
        here = anchor
        if form in OF_THE_SPEECH and spoken and start - spoken[0] < NEAR and quoted(text, start):
            here = spoken[1]
        meant = meaning(form, words, Context(text, start, end, here, before))
        if meant is None:
            continue
        yield Expression(start, end, form, meant)
        if meant.covers and meant.kind in ("DATE", "TIME") and form != "clock":
            before = meant
            spoken = _speech(form, start, meant, anchor) or spoken


def _speech(form: str, start: int, meant: Meaning, anchor: date | None) -> tuple[int, date] | None:
    """A day on which words of the report may have been spoken, and where it is named."""
    day = meant.covers.last if meant.covers else None
    if anchor is None or day is None or form not in SAID_ON:
        return None
    return (start, day) if anchor - timedelta(DAYS) <= day <= anchor else None


def quoted(text: str, at: int) -> bool:
    """Whether a place is inside quotation marks, as far as its paragraph shows.

    >>> quoted("“We start today,” he said.", 10), quoted("He starts today.", 10)
    (True, False)
    """
    paragraph = text[max(0, at - PARAGRAPH) : at].rpartition("\n")[2]
    if "“" in paragraph or "”" in paragraph:
        return paragraph.rfind("“") > paragraph.rfind("”")
    return paragraph.count('"') % 2 == 1
