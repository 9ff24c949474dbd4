"""A changed text, and where in it everything has moved."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from evaluation.marked import Marked, Proposed, Spans
from evaluation.sets import Labelled
from onrecord import Span

What = Literal["value", "speaker", "bound", "value and speaker"]


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``."""

    start: int
    end: int
    new: str


class Changed(NamedTuple):
    """A text after some edits, which do not overlap and stand in order."""

    text: str
    edits: tuple[Edit, ...]

    def moved(self, span: Span) -> Span:
        """Where a span of the original text is now; what was inserted at its borders stays outside."""
        start, end = (self._moved(at, inserted=before) for at, before in ((span.start, 1), (span.end, 0)))
        return Span(start, max(start, end))

    def _moved(self, at: int, *, inserted: bool) -> int:
        by = 0
        for start, end, new in self.edits:
            if start == end == at and not inserted:
                break
            if end <= at:
                by += len(new) - (end - start)
            elif start < at:  # inside of what was replaced
                return start + by + min(at - start, len(new))
        return at + by


def edited(text: str, edits: Iterable[Edit]) -> Changed:
    """The text after ``edits``, in any order.

    >>> changed = edited("It may close.", [Edit(3, 6, "will"), Edit(7, 7, "soon ")])
    >>> changed.text, changed.moved(Span(7, 12)).of(changed.text)
    ('It will soon close.', 'close')
    """
    ordered = tuple(sorted(edits))
    pieces, at = list[str](), 0
    for start, end, new in ordered:
        pieces += text[at:start], new
        at = end
    return Changed("".join(pieces) + text[at:], ordered)


class Subject(NamedTuple):
    """A gold claim to be changed: its article, its statement, and its trigger there."""

    article: Labelled
    claim: Proposed
    statement: Marked | None
    trigger: Spans

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def at(self) -> Span:
        """The first word of the trigger."""
        return self.trigger[0]


class Case(NamedTuple):
    """One gold claim before and after a change, and ``what`` of it has to change with it, or must not."""

    kind: str
    subject: Subject
    changed: Changed
    what: What
    changes: bool


def subjects(article: Labelled) -> Iterator[Subject]:
    """The gold claims of an article with a trigger in their statement, which nobody would leave out."""
    statements = {statement.id: statement for statement in article.whole.statements}
    events = {event.id: event.triggers for event in article.whole.events}
    for claim in article.whole.claims:
        statement = statements.get(claim.statement or "")
        words = claim.trigger or events.get(claim.event or "", ())
        inside = [s for s in words if statement is None or _within(s, statement.content)]
        if claim.stances and inside and not (statement and statement.optional):
            yield Subject(article, claim, statement, tuple(inside))


def _within(span: Span, spans: Spans) -> bool:
    return any(outer.start <= span.start and span.end <= outer.end for outer in spans)
