"""An article as the tagger sees it: wordpieces with offsets, and what spelling and typography say of each.

The encoder is uncased and knows no quotation marks across windows, so three small features carry what
news readers use: the shape of the word, whether it stands inside quotation marks, and where a paragraph
begins.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.read.quotes import Quotation, paragraphs

Ints = NDArray[np.int64]

LOWER, CAPITALIZED, UPPER, MIXED, DIGITS, ALPHANUMERIC, PUNCTUATION, OTHER = range(8)
OUTSIDE, INSIDE, CONTINUED, MARK = range(4)
WITHIN, PARAGRAPH_START, HEADLINE, ARTICLE_START = range(4)
CHUNK = 20_000
SURROGATE = re.compile("[\ud800-\udfff]")


class Tokens(NamedTuple):
    """The wordpieces of one article, one entry a piece in every array.

    ``starts`` and ``ends`` are code points of the text; ``shapes``, ``quoted`` and ``places`` hold the
    classes above; ``paragraph`` numbers the paragraphs.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    shapes: Ints
    quoted: Ints
    places: Ints
    paragraph: Ints


def tokenize(text: str, quotations: tuple[Quotation, ...], tokenizer: Tokenizer) -> Tokens:
    """Cut ``text`` into wordpieces; ``tokenizer`` must add no special tokens and truncate nothing."""
    text = SURROGATE.sub("\ufffd", text)
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    paragraph: list[int] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        for a, b in _chunks(text, start, end):
            encoding = tokenizer.encode(text[a:b], add_special_tokens=False)
            ids += encoding.ids
            starts += [a + s for s, _ in encoding.offsets]
            ends += [a + e for _, e in encoding.offsets]
            paragraph += [number] * len(encoding.ids)
    begin = np.array(starts, dtype=np.int64)
    numbers = np.array(paragraph, dtype=np.int64)
    shapes = [shape(text[s:e]) for s, e in zip(starts, ends, strict=True)]
    first = np.diff(numbers, prepend=-1) > 0
    places = first * PARAGRAPH_START + (numbers == 0) * HEADLINE
    quoted = quote_states(len(text), quotations)[begin] if len(begin) else begin
    return Tokens(
        np.array(ids, dtype=np.int64),
        begin,
        np.array(ends, dtype=np.int64),
        np.array(shapes, dtype=np.int64),
        quoted.astype(np.int64),
        places.astype(np.int64),
        numbers,
    )


def shape(word: str) -> int:
    """The class of a wordpiece by its letters, digits and case.

    >>> shape("Kremlin") == CAPITALIZED, shape("NATO") == UPPER, shape("2016") == DIGITS
    (True, True, True)
    """
    if word.isalpha():
        if word.islower():
            return LOWER
        if word.isupper():
            return CAPITALIZED if len(word) == 1 else UPPER
        return CAPITALIZED if word[0].isupper() and word[1:].islower() else MIXED
    if word.isdigit():
        return DIGITS
    if word.isalnum():
        return ALPHANUMERIC
    return OTHER if any(c.isalnum() for c in word) else PUNCTUATION


def quote_states(length: int, quotations: tuple[Quotation, ...]) -> NDArray[np.uint8]:
    """For each code point: outside quotation marks, inside, inside a reopened paragraph, or a mark."""
    states = np.zeros(length, dtype=np.uint8)
    for q in quotations:
        if q.level == 1:
            states[q.start : q.end] = INSIDE
            if q.reopened:
                states[q.reopened[0] : q.end] = CONTINUED
    for q in quotations:
        marks = [q.start, *q.reopened, *([q.end - 1] if q.closed else [])]
        states[marks] = MARK
    return states


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph in pieces of bounded length, cut at spaces, so that one endless line costs no more."""
    while end - start > CHUNK:
        cut = text.rfind(" ", start + CHUNK // 2, start + CHUNK)
        cut = cut if cut > 0 else start + CHUNK
        yield start, cut
        start = cut
    yield start, end
