"""From the tagger's pieces to candidates: spans that begin and end with whole words, and their kind."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.read.network.tag import Found, Range
from onrecord.read.network.tokens import Tokens
from onrecord.read.quotes import Quotation
from onrecord.span import Span
from onrecord.statement import StatementKind

Spans = tuple[Span, ...]
CLOCK = re.compile(
    r"(?:[012]?\d:[0-5]\d(?: ?[ap]\.?m\.?)?|[01]?\d\.[0-5]\d ?[ap]\.?m\.?)"
    r"(?: (?:GMT|UTC|BST|CES?T|E[SD]?T|P[SD]?T))?\s*[-–—:|]?\s+",
    re.IGNORECASE,
)
CONTRACTED = re.compile(r"(?:t|re|ve|ll|d|m)\b", re.IGNORECASE)


class Candidate(NamedTuple):
    """A statement to be: the tagger's probability of its cue, and its spans."""

    p: float
    source: Spans
    cue: Spans
    content: Spans


def candidate(text: str, tokens: Tokens, found: Found, offset: int = 0) -> Candidate:
    """The spans of what was found in a window that begins at piece ``offset``."""
    return Candidate(
        found.p,
        spans(text, tokens, found.source, offset),
        spans(text, tokens, (found.cue,), offset),
        spans(text, tokens, found.content, offset),
    )


def spans(text: str, tokens: Tokens, pieces: Iterable[Range], offset: int) -> Spans:
    """Ranges of wordpieces as spans of whole words; two with only spaces and marks between are one."""
    out: list[Span] = []
    for first, last in pieces:
        start = _after_clock(text, _word_start(text, int(tokens.starts[offset + first])))
        end = _word_end(text, int(tokens.ends[offset + last - 1]))
        while start < end and text[start].isspace():  # behind the apostrophe of "the workers' union"
            start += 1
        if start >= end:
            continue
        if out and not any(c.isalnum() for c in text[out[-1].end : start]):
            out[-1] = Span(out[-1].start, end)
        else:
            out.append(Span(start, end))
    return tuple(out)


def _word_start(text: str, start: int) -> int:
    """Back to where the word begins: "don't" is one word, as is what its apostrophe leaves behind."""
    while 0 < start < len(text) and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    short = CONTRACTED.match(text, start)
    if short and start > 1 and text[start - 1] in "'’" and text[start - 2].isalnum():
        return _word_start(text, start - 2)
    if text[start : start + 1] in {"'", "’"} and start and text[start - 1].isalnum():
        return _word_start(text, start - 1) if CONTRACTED.match(text, start + 1) else start + 1
    return start


def _after_clock(text: str, start: int) -> int:
    """Past the time with which an entry of a live blog begins: it is nobody's word."""
    at_line_start = start == 0 or text[start - 1] in "\r\n\u2028\u2029"
    clock = CLOCK.match(text, start) if at_line_start else None
    return clock.end() if clock else start


def _word_end(text: str, end: int) -> int:
    """On to where the word ends, and over the second half of a closing ``''``."""
    while 0 < end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return end + 1 if text[end - 1 : end + 1] == "''" else end


def kind(text: str, content: Spans, outer: Sequence[Quotation]) -> StatementKind:
    """direct, indirect or mixed: all, none or some of the content's words stand in quotation marks.

    ``outer`` are the article's quotations of level 1, in order.
    """
    words = inside = 0
    for span in content:
        first = bisect_right(outer, span.start, key=lambda q: q.start) - 1
        near = outer[max(0, first) : bisect_left(outer, span.end, key=lambda q: q.start)]
        quoted = ((max(q.start, span.start), min(q.end, span.end)) for q in near)
        words += sum(c.isalnum() for c in span.of(text))
        inside += sum(c.isalnum() for start, end in quoted for c in text[start:end])
    if not inside:
        return "indirect"
    return "direct" if inside == words else "mixed"
