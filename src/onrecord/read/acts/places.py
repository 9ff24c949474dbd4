"""An article's statements by place: which have their cue in a stretch, which begins right behind it."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from onrecord.read.acts.function import function
from onrecord.span import Span
from onrecord.statement import Agent, Statement, StatementFunction

FAR = 250
Statements = Sequence[Statement]


class Places(NamedTuple):
    """Statements by where they begin and by where their cues do, mentions of agents, and what each does."""

    text: str
    begun: Statements
    begins: Sequence[int]
    cued: Statements
    cues: Sequence[int]
    mentions: Sequence[tuple[int, int, str]]
    functions: Mapping[str, StatementFunction]

    def between(self, start: int, end: int) -> Statements:
        """The statements whose cues begin in a stretch."""
        return self.cued[bisect_left(self.cues, start) : bisect_left(self.cues, end)]

    def behind(self, end: int) -> Statement | None:
        """The first and outermost statement that begins soon behind a place."""
        at = bisect_left(self.begins, end)
        return self.begun[at] if at < len(self.begun) and self.begins[at] - end <= FAR else None

    def named(self, span: Span | None) -> str | None:
        """The agent mentioned first in a stretch."""
        if span is None:
            return None
        at = bisect_left(self.mentions, (span.start, 0, ""))
        return self.mentions[at][2] if at < len(self.mentions) and self.mentions[at][1] <= span.end else None


def places(text: str, statements: Iterable[Statement], agents: Iterable[Agent]) -> Places:
    """The places of everything that has a cue."""
    spoken = [s for s in statements if s.cue]
    begun = sorted(spoken, key=lambda s: (extent(s).start, s.level))
    cued = sorted(spoken, key=lambda s: s.cue[0].start)
    return Places(
        text,
        begun,
        [extent(s).start for s in begun],
        cued,
        [s.cue[0].start for s in cued],
        sorted((m.start, m.end, agent.id) for agent in agents for m in agent.mentions),
        {s.id: s.function or function(text, s)[0] for s in spoken},
    )


def extent(s: Statement) -> Span:
    """From the first word of a statement, be it source, cue or content, to its last."""
    spans = (*s.source, *s.cue, *s.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))
