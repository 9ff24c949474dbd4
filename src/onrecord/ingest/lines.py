"""Text -> the stretches that may be blocks: its lines, with hard-wrapped ones joined into paragraphs."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

BREAK = re.compile("\r\n|[\n\r\u2028\u2029]")  # not U+0085: in misread Windows-1252 that is an ellipsis
SPACE = re.compile("[\\s\ufeff\u200b]*")  # with the marks of no width that exports leave
WORD = re.compile(r"\S*")
ITEM = re.compile(r"(?:[-*•·–—]|\d{1,3}[.)])\s")
SENTENCE_ENDS = frozenset(".!?:”’\"')")

MAX_LINES = 1_000_000  # whatever follows is the last line's; a report has some fifty
WIDEST, NARROWEST = 100, 40  # columns at which people and programs wrap
SLACK = 8  # columns that they leave free although the next word would have fitted


class Line(NamedTuple):
    """A line that holds words, ``text[start:stop]``, and runs to ``end``, where the next one starts.

    ``end`` lies behind its line break and any blank lines; ``gap`` says that there are blank lines. The line
    itself begins at ``left``, which is ``start`` unless blank lines come before the first, and its words at
    ``words``.
    """

    start: int
    left: int
    words: int
    stop: int
    end: int
    gap: bool


def paragraphs(text: str) -> list[Line]:
    """The stretches of ``text`` that may be blocks, from 0 to its end without a gap.

    Papers put a paragraph on a line, with or without a blank line between; mail and old agency feeds wrap
    paragraphs at some 70 columns and keep blank lines for what is between them. Which of the two a text is
    shows in whether its lines are *full*, that is, the next line's first word would not have fitted.
    """
    lines = list(_lines(text))
    width = wrap_width(text, lines)
    if width is None:
        return lines
    joined: list[Line] = []
    for index, line in enumerate(lines):
        if index and _continues(text, lines[index - 1], line, width):
            joined[-1] = joined[-1]._replace(stop=line.stop, end=line.end, gap=line.gap)
        else:
            joined.append(line)
    return joined


def _lines(text: str) -> Iterator[Line]:
    line: Line | None = None
    for found, (start, words, stop, end) in enumerate(_rows(text)):
        if line and found == MAX_LINES:
            line = line._replace(stop=len(text), end=len(text))
            break
        if line and words == stop:
            line = line._replace(end=end, gap=True)
        elif line and line.words < line.stop:
            yield line
            line = Line(start, start, words, stop, end, False)
        else:  # nothing but blank lines so far: they belong to the first line with words
            line = Line(0, start, words, stop, end, False)
    if line:
        yield line


def _rows(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Every line, blank ones too: where it starts, where its words start and stop, where the next starts."""
    start = 0
    while start < len(text):
        match = BREAK.search(text, start)
        stop, end = match.span() if match else (len(text), len(text))
        words = SPACE.match(text, start, stop)
        yield start, words.end() if words else start, stop, end
        start = end


def wrap_width(text: str, lines: Sequence[Line]) -> int | None:
    """The column at which ``text`` was hard-wrapped, or None where it was not.

    It was if next to no line is wide, most line breaks come after a full line, and the next line then
    often starts in lower case, which a list of names or headlines does not do.
    """
    widths = [line.stop - line.left for line in lines]
    narrow = [width for width in widths if width <= WIDEST]
    width = max(narrow, default=0)
    breaks = [(line, after) for line, after in pairwise(lines) if not _apart(line, after)]
    full = [after for line, after in breaks if not _fits(text, line, after, width - SLACK)]
    running_on = sum(text[after.words].islower() for after in full)
    wrapped = (
        width >= NARROWEST
        and len(narrow) >= 0.9 * len(widths)
        and len(full) >= max(1, 0.6 * len(breaks))
        and running_on >= 0.4 * len(full)
    )
    return width if wrapped else None


def _continues(text: str, line: Line, after: Line, width: int) -> bool:
    """Is ``after`` the same paragraph as ``line``, in text that is wrapped at ``width``?"""
    if _apart(line, after):
        return False
    ends = text[line.stop - 1]
    if ITEM.match(
        text, after.words, after.stop
    ):  # "- the quay", or "18. The" of a sentence that wrapped there
        return ends.isalnum() and not _fits(text, line, after, width)
    full = not _fits(text, line, after, width if ends in SENTENCE_ENDS else width - SLACK)
    return full or text[after.words].islower()


def _fits(text: str, line: Line, after: Line, width: int) -> bool:
    """Would the first word of ``after`` have fitted behind ``line``?"""
    word = WORD.match(text, after.words, after.stop)
    return line.stop - line.left + 1 + (len(word[0]) if word else 0) <= width


def _apart(line: Line, after: Line) -> bool:
    """Are the two set apart, by a blank line or an indent?"""
    return line.gap or after.words - after.left > max(1, line.words - line.left)
