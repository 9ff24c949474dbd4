"""One article's statements at every level, from the candidates that the network found."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain

from onrecord.article import Article, Block, Flaw
from onrecord.read.attribution.cited import cited
from onrecord.read.attribution.nest import Nested, nested
from onrecord.read.attribution.particles import whole
from onrecord.read.attribution.settle import outermost
from onrecord.read.attribution.stirred import unstirred
from onrecord.read.attribution.verbless import verbless
from onrecord.read.network.calibrate import probability
from onrecord.read.network.encoder import Settings
from onrecord.read.network.link import Candidate, kind
from onrecord.read.network.scan import Scan
from onrecord.read.quotes import Quotation
from onrecord.span import Span
from onrecord.statement import Statement


def statements_of(
    article: Article, quoted: Sequence[Quotation], scan: Scan, settings: Settings
) -> tuple[tuple[Statement, ...], list[Flaw]]:
    """The statements of ``article`` in reading order, those inside others with their parents."""
    text = article.text
    outer = whole(text, cited(text, scan.names, settled(article, quoted, scan.outer)))
    found, flaws = nested(list(outer), whole(text, cited(text, scan.names, unstirred(text, scan.every))))
    marks = [[q for q in quoted if q.level == level] for level in range(1, 2 + max_level(quoted))]
    return tuple(_statement(text, marks, n, i, settings) for i, n in enumerate(found, 1)), flaws


def settled(article: Article, quoted: Sequence[Quotation], tagged: Sequence[Candidate]) -> list[Candidate]:
    """The article's own statements."""
    blocks = article.blocks or (Block("paragraph", 0, len(article.text)),)
    outer = [q for q in quoted if q.level == 1]
    told = unstirred(article.text, tagged)
    return outermost(article.text, blocks, quoted, chain(told, verbless(article.text, outer)))


def max_level(quoted: Sequence[Quotation]) -> int:
    """How deep quotations stand in one another."""
    return max((q.level for q in quoted), default=0)


def _statement(
    text: str, marks: Sequence[Sequence[Quotation]], n: Nested, number: int, settings: Settings
) -> Statement:
    c = n.candidate
    calibration = settings.deep_calibration if n.level > 1 else settings.calibration
    return Statement(
        id=f"s{number}",
        parent=None if n.parent is None else f"s{n.parent + 1}",
        level=n.level,
        kind=kind(text, c.content, marks[_depth(marks, c.cue[0]) if n.level > 1 else 0]),
        source=c.source,
        cue=c.cue,
        content=c.content,
        p=probability(c, calibration),
    )


def _depth(marks: Sequence[Sequence[Quotation]], cue: Span) -> int:
    """In how many quotations a cue stands: the marks around it are not those of its own content."""
    for depth, level in enumerate(marks):
        last = bisect_right(level, cue.start, key=lambda q: q.start) - 1
        if last < 0 or level[last].end < cue.end:
            return depth
    return len(marks) - 1
