"""What an iterator of articles gives for an input: an article with its flaws, or what could not be read."""

from typing import TypeAlias

from msgspec import Struct

from onrecord.article import Article, Flaw


class Unread(Struct, frozen=True):
    """A file, or a line of one, that gave no article, and why. The others are still read.

    It takes the article's place in the stream, so that a folder of a million reports with one broken line
    gives 999,999 articles and one sentence that says what to repair, rather than a traceback.

    ``place`` names the file, and the line where there is one. ``reason`` is a sentence for people: what is
    wrong, and what to do where that is not plain.

    >>> print(Unread("wire.jsonl, line 3", "There is no 'text'."))
    wire.jsonl, line 3: There is no 'text'.
    """

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


Item: TypeAlias = tuple[Article, tuple[Flaw, ...]] | Unread
