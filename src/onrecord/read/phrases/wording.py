"""The words of a phrase, each with the proper name that it is part of."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.read.network.mentions import Name
from onrecord.span import Span

MOST = 400  # words: a longer source is no noun phrase, and its beginning is enough
TOKEN = re.compile(r"[^\W_][\w.&/'’-]*|[^\w\s]")
OWNER = re.compile(r"['’]s?$", re.IGNORECASE)
EDGE = "/-&_"


class Word(NamedTuple):
    """A word or mark; ``owner`` if a possessive "'s" stood behind it, which is not part of ``text``."""

    start: int
    end: int
    text: str
    owner: bool = False
    name: Name | None = None

    @property
    def lower(self) -> str:
        """In lower case."""
        return self.text.lower()

    @property
    def bare(self) -> str:
        """Lower case without full stops: "Sen." and "U.S." as word lists spell them."""
        return self.text.lower().replace(".", "")

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()

    @property
    def letters(self) -> bool:
        """Whether it is a word or number, no mark."""
        return self.text[:1].isalnum()


def wording(text: str, span: Span, names: Sequence[Name] = ()) -> list[Word]:
    """The words of one stretch of text.

    >>> [(word.text, word.owner) for word in wording("Dr. Ruiz's aide", Span(0, 15))]
    [('Dr.', False), ('Ruiz', True), ('aide', False)]
    """
    words: list[Word] = []
    near = _near(span, names)
    for match in TOKEN.finditer(text, max(span.start, 0), max(span.end, 0)):
        while near and near[0].end <= match.start():
            near.pop(0)
        words.append(_word(match, near[0] if near and near[0].start < match.end() else None))
        if len(words) == MOST:
            break
    return words


def _near(span: Span, names: Sequence[Name]) -> list[Name]:
    """The names that reach into the span."""
    at = max(bisect_left(names, (span.start,)) - 1, 0)
    found: list[Name] = []
    while at < len(names) and names[at].start < span.end and len(found) < MOST:
        if names[at].end > span.start:
            found.append(names[at])
        at += 1
    return found


def _word(match: re.Match[str], name: Name | None) -> Word:
    text = match[0].rstrip(EDGE) or match[0]
    if text[-1:] in ("'", "’") and text[-2:-1] not in ("s", "S"):
        text = text[:-1] or text
    bare = OWNER.sub("", text) if len(text) > 1 else text
    start = match.start()
    return Word(start, start + len(bare), bare, bare != text, name)
