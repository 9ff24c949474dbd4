"""The words of an article's prose as two copies of it have in common, and which of them are quoted.

Editors change marks before they change words: case, quotation marks, dashes, accents, "14,000" for "14 000".
None of it is left here, nor is what a customer puts around an agency's copy: headline, byline, dateline,
captions, tags and boilerplate. Whether words stand in quotation marks is kept beside them, since the same
quotation in two articles shows that both heard the same speaker, and nothing else.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.article import Block
from onrecord.record.same.lexicon import count

MOST_WORDS, MOST_CHARACTERS = count("sketch", "most_words"), count("sketch", "most_characters")

_DOUBLE = '"“”„«»「」'
# A set of signs first, so that a search skips all others. A single mark opens before a word or closes
# behind one.
_MARK = re.compile(rf"([{_DOUBLE}'‘’](?:(?<=[{_DOUBLE}])|(?<=['‘])(?<!\w.)(?=\w)|(?<=['’])(?!\w)))")
_CLOSES = {"„": "“”", "'": "'’", "‘": "'’", "「": "」", "«": "»", "»": "«"}
_CLOSING = "”」’"
_APOSTROPHES = re.compile("['’]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f]")
_THOUSANDS = re.compile(r"[, ](?<=\d.)(?=\d\d\d(?!\d))")
# Figures with their decimals; one sign where a script has no spaces; else what stands between spaces.
_FIGURE = r"\d+(?:[.:]\d+)+"
_ALONE = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"{_FIGURE}|[{_ALONE}]|[^\W_{_ALONE}]+")
_PLAIN_WORD = re.compile(rf"{_FIGURE}|[a-z0-9]+")


class Words(NamedTuple):
    """The words in reading order, and for each whether it is quoted."""

    words: list[str]
    quoted: list[bool]


def prose(text: str, blocks: Sequence[Block]) -> Words:
    """The words of the paragraphs; of the whole text where it was not divided into blocks.

    >>> prose('"We agree," Ms. Oke’s aide said.', ()).words
    ['we', 'agree', 'ms', 'okes', 'aide', 'said']
    >>> prose('"We agree," Ms. Oke’s aide said.', ()).quoted
    [True, True, False, False, False, False]
    """
    found, quoted = list[str](), list[bool]()
    for paragraph in _paragraphs(text, blocks):
        for words, inside in _marked(paragraph):
            found += words
            quoted += [inside] * len(words)
        if len(found) >= MOST_WORDS:
            break
    return Words(found[:MOST_WORDS], quoted[:MOST_WORDS])


def _paragraphs(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Paragraphs with nothing left that editors change first, no more of them than are compared."""
    left = MOST_CHARACTERS
    spans = [(b.start, b.end) for b in blocks if b.kind == "paragraph"] if blocks else [(0, len(text))]
    for start, end in spans:
        stretch = text[start : min(end, start + left)]
        left -= len(stretch)
        yield from re.split(r"\n[^\S\n]*\n", _plain(stretch))
        if left <= 0:
            return


def _plain(stretch: str) -> str:
    flat = stretch.casefold()
    if not flat.isascii():
        flat = _UNSEEN.sub("", unicodedata.normalize("NFKD", flat)[:MOST_CHARACTERS])
    return _THOUSANDS.sub("", flat)


def _marked(paragraph: str) -> Iterator[tuple[list[str], bool]]:
    """The words between quotation marks and outside, in turn. No quotation outlives its paragraph.

    News opens the marks again in the next paragraph of a long quotation, so that a mark that was lost costs
    one paragraph and not the rest of the article.
    """
    opened = ""
    pieces = _MARK.split(paragraph)
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            words = _PLAIN_WORD if piece.isascii() else _WORD
            yield words.findall(_APOSTROPHES.sub("", piece)), bool(opened)
        elif not opened:
            opened = piece if _opens(piece, pieces[index - 1], pieces[index + 1]) else ""
        elif piece in _CLOSES.get(opened, '"”'):
            opened = ""


def _opens(mark: str, before: str, behind: str) -> bool:
    """Whether a mark can open a quotation; an apostrophe does not behind a letter ("the islands' boats")."""
    if mark == "'":
        return behind[:1].isalnum() and not before[-1:].isalnum()
    return mark not in _CLOSING
