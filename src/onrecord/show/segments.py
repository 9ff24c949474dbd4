"""A reading -> paragraphs of segments, which is what every page is drawn from."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from onrecord.article import Article, Block, BlockKind
from onrecord.reading import Reading
from onrecord.span import Span
from onrecord.statement import Statement

Role = Literal["content", "source", "cue", "evidence"]
ROLES: tuple[Role, ...] = ("content", "source", "cue")
NESTING: tuple[Role, ...] = (*ROLES, "evidence")
LINE_BREAK = re.compile("[\n\r\u2028\u2029]")
BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")


class Mark(Struct, frozen=True):
    """One span of one statement: its place, its role, and the number of its statement, from 1.

    The evidence of a hop may belong to the chains of many statements; its number is its own.
    """

    start: int
    end: int
    role: Role
    number: int

    @property
    def nesting(self) -> tuple[int, int, int, int]:
        """A key that puts what is around something before it."""
        return self.start, -self.end, NESTING.index(self.role), self.number


class Segment(Struct, frozen=True):
    """A stretch of text in which nothing begins or ends, and the marks that cover it, outermost first.

    Spans nest and may even cross ("says the mayor" belongs to two statements), which neither HTML elements
    nor terminal styles can do. So the text is cut wherever a span begins or ends, and every piece says for
    itself what it is part of.
    """

    start: int
    end: int
    marks: tuple[Mark, ...] = ()

    @property
    def opening(self) -> tuple[Mark, ...]:
        """The marks that begin here, outermost first."""
        return tuple(mark for mark in self.marks if mark.start == self.start)

    @property
    def closing(self) -> tuple[Mark, ...]:
        """The marks that end here, innermost first."""
        return tuple(mark for mark in reversed(self.marks) if mark.end == self.end)


class Run(Struct, frozen=True):
    """The segments of one block within a paragraph."""

    kind: BlockKind
    segments: tuple[Segment, ...]


class Paragraph(Struct, frozen=True):
    """What stands on lines of its own: a headline, a paragraph with the dateline that it begins with."""

    runs: tuple[Run, ...]

    @property
    def kind(self) -> BlockKind:
        """What the paragraph is for, which its last block says: "OSLO (AP) - The ..." is a paragraph."""
        return self.runs[-1].kind


def marks(text: str, statements: tuple[Statement, ...]) -> list[Mark]:
    """The spans of ``statements`` in ``text`` without spaces at their ends, outermost first.

    Spans that lie outside of the text or hold no word are left out: a page shows what there is.
    """
    found = set()
    for number, statement in enumerate(statements, start=1):
        for role in ROLES:
            places = (trimmed(text, span) for span in getattr(statement, role))
            found |= {Mark(place.start, place.end, role, number) for place in places if place}
    return sorted(found, key=lambda mark: mark.nesting)


def trimmed(text: str, span: Span) -> Span | None:
    """``span`` without spaces at its ends, or None where no word of ``text`` is in it."""
    words = text[max(span.start, 0) : max(span.end, 0)]
    start = max(span.start, 0) + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else None


def segments(marks: list[Mark], cuts: list[int]) -> list[Segment]:
    """The stretches between ``cuts``, which are in order, cut again wherever one of ``marks`` begins or ends.

    ``marks`` are outermost first, as `marks` gives them. In time that grows with the marks and the cuts,
    and not with the text.

    >>> [(s.start, s.end, [m.role for m in s.marks]) for s in segments([Mark(4, 7, "source", 1)], [0, 9])]
    [(0, 4, []), (4, 7, ['source']), (7, 9, [])]
    """
    first, last = cuts[0], cuts[-1]
    places = {place for mark in marks for place in (mark.start, mark.end) if first < place < last}
    waiting = list(reversed(marks))
    active: list[Mark] = []
    found = []
    for start, end in pairwise(sorted({*cuts, *places})):
        active = [mark for mark in active if mark.end > start]
        while waiting and waiting[-1].start <= start:
            active.append(waiting.pop())
        found.append(Segment(start, end, tuple(sorted(active, key=lambda mark: mark.nesting))))
    return found


def paragraphs(reading: Reading, evidence: Iterable[Mark] = ()) -> list[Paragraph]:
    """The article's paragraphs in order, without the blank lines between them.

    A block that does not end its line, as a dateline does not, runs on into the next one. The segments
    bear the marks of the statements and of ``evidence``.
    """
    text = reading.article.text
    pieces = [piece for block in _blocks(reading.article) for piece in _pieces(text, block)]
    if not pieces:
        return []
    cuts = sorted({place for piece in pieces for place in (piece.start, piece.end)})
    found = sorted([*marks(text, reading.statements), *evidence], key=lambda mark: mark.nesting)
    cut = segments(found, cuts)
    starts = [segment.start for segment in cut]
    drawn: list[list[Run]] = []
    end = 0
    for piece in pieces:
        if not drawn or LINE_BREAK.search(text, end, piece.start):
            drawn.append([])
        inside = cut[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]
        drawn[-1].append(Run(piece.kind, tuple(inside)))
        end = piece.end
    return [Paragraph(tuple(runs)) for runs in drawn]


def _blocks(article: Article) -> Iterator[Block]:
    """The article's blocks, with paragraphs where they leave something out, as another's JSON may."""
    place = 0
    for block in sorted(article.blocks, key=lambda block: block.start):
        start = min(max(block.start, place), len(article.text))
        end = min(max(block.end, start), len(article.text))
        if start > place:
            yield Block("paragraph", place, start)
        if end > start:
            yield Block(block.kind, start, end)
        place = end
    if place < len(article.text):
        yield Block("paragraph", place, len(article.text))


def _pieces(text: str, block: Block) -> Iterator[Block]:
    """The block without the white space around it, in several where there are blank lines in it."""
    words = text[block.start : block.end]
    place = 0
    for gap in [*BLANK_LINE.finditer(words), None]:
        piece = words[place : gap.start() if gap else len(words)]
        start = block.start + place + len(piece) - len(piece.lstrip())
        if piece.strip():
            yield Block(block.kind, start, start + len(piece.strip()))
        place = gap.end() if gap else place
