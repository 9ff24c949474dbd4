"""One headline to be checked, with all that the rules look at."""

from typing import NamedTuple

from onrecord.claim import Time
from onrecord.read.clauses import clause
from onrecord.read.headline.sides import Passage, Side
from onrecord.span import Span
from onrecord.statement import Agent, Statement


class Case(NamedTuple):
    """The headline and the passages on its event, the lead first, and all else that was read."""

    text: str
    published: str | None
    headline: Side
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    agents: dict[str, Agent]
    times: tuple[Time, ...]

    @property
    def lead(self) -> Passage:
        """The lead."""
        return self.passages[0]


def cut(text: str, at: Span, within: Span) -> Span:
    """The clause that begins with some words, up to its first comma, without the blanks and marks after it.

    >>> text = "If the lock is mended, barges go on."
    >>> cut(text, Span(0, 2), Span(0, len(text))).of(text)
    'If the lock is mended'
    """
    whole = clause(text, at.start, within)
    words = Span(at.start, whole.end).of(text).partition(",")[0]
    return Span(at.start, max(at.end, at.start + len(words.rstrip(" ;.–—\n\t"))))
