"""The two sides that are compared: the headline, and the passages of the body on the same event.

A passage is a sentence. The lead is on the headline's event unless it shares nothing with it, for a headline
is written from the lead; a later sentence is where it speaks of the same event by its id, or shares the
headline's words and the people it names.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.article import Article, Block
from onrecord.claim import Claim, Event
from onrecord.read.clauses import Word, words
from onrecord.read.headline.content import stems
from onrecord.read.headline.voice import cites
from onrecord.read.sentences import sentences
from onrecord.span import Span
from onrecord.statement import Agent, Statement

ARTICLE = "article"
SHORT = 8  # words: what is shorter opens no article, it is a label or a caption
OPENINGS = 5  # sentences among which the lead is sought
NEAR = 30  # sentences among which it is sought in an interview
MANY = 150  # sentences of the body that are looked at
LONG = 120  # words of a sentence that are looked at
ALIKE = 0.5  # of the headline's words, for a later sentence on the same event
LEAST = 2  # words that have to be shared at the least


class Read(NamedTuple):
    """What was read off the article before."""

    statements: Sequence[Statement]
    agents: Sequence[Agent]
    claims: Sequence[Claim]
    events: Sequence[Event]


class Side(NamedTuple):
    """The headline: its words, the statements it makes and its claims; ``events`` are those it speaks of.

    ``attributed`` says that it names a source; else it speaks in the article's own voice.
    """

    span: Span
    words: tuple[Word, ...]
    stems: frozenset[str]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    events: frozenset[str]
    agents: frozenset[str]
    attributed: bool


class Passage(NamedTuple):
    """A sentence of the body on the headline's event, with the statements it is in and its claims.

    ``alike`` is the share of the headline's words that it has. ``claims`` are those on the headline's event,
    as near as can be told; ``certain`` that they are so by the event's id.
    """

    span: Span
    words: tuple[Word, ...]
    shared: frozenset[str]
    alike: float
    lead: bool
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    certain: bool


def sides_of(article: Article, read: Read) -> tuple[Side, tuple[Passage, ...]] | None:
    """The headline and the passages on its event, the lead first; None without a headline or a body."""
    place = next((_trimmed(article.text, b) for b in article.blocks if b.kind == "headline"), None)
    if place is None or not words(article.text, place):
        return None
    headline = _headline(article.text, place, read)
    body = list(_prose(article, place.end))
    if not body:
        return None
    lead = _lead(article.text, headline, body, read.agents)
    every = [_passage(article.text, headline, span, lead, read) for span in body]
    same = [p for p in every if p.lead or p.certain or (p.alike >= ALIKE and len(p.shared) >= LEAST)]
    return headline, tuple(sorted(same, key=lambda p: (not p.lead, p.span)))


def overlaps(span: Span, spans: Iterable[Span]) -> bool:
    """Whether any of ``spans`` has a character in ``span``."""
    return any(s.start < span.end and span.start < s.end for s in spans)


def _trimmed(text: str, block: Block) -> Span:
    """The block without the line breaks behind it."""
    return Span(block.start, block.start + len(text[block.start : block.end].rstrip()))


def _headline(text: str, place: Span, read: Read) -> Side:
    said = tuple(s for s in read.statements if overlaps(place, (*s.content, *s.cue)))
    ids = {s.id for s in said} | {None}
    own = tuple(c for c in read.claims if c.statement in ids and overlaps(place, c.trigger))
    named = {c.event for c in own} | {e.id for e in read.events if overlaps(place, e.triggers)}
    there = words(text, place)[:LONG]
    return Side(
        place,
        there,
        stems(there),
        said,
        own,
        frozenset(e for e in named if e),
        _present(place, read.agents),
        any(overlaps(place, s.source) for s in said) or cites(text, place),
    )


def _prose(article: Article, after: int) -> Iterator[Span]:
    """The sentences of the body's paragraphs, the first of them."""
    every = sentences(article.text)
    ends = [s.end for s in every]
    left = MANY
    for block in article.blocks:
        if block.kind != "paragraph" or block.start < after:
            continue
        at = bisect_right(ends, block.start)
        while left and at < len(every) and every[at].start < block.end:
            yield Span(max(every[at].start, block.start), min(every[at].end, block.end))
            at, left = at + 1, left - 1


def _lead(text: str, headline: Side, body: list[Span], agents: Sequence[Agent]) -> Span:
    """The first sentence that shares a word with the headline; else, as in an interview, the most alike."""
    full = [s for s in body[:NEAR] if _opens(text, s)]
    for span in full[:OPENINGS]:
        if headline.stems & stems(words(text, span)[:LONG]):
            return span

    def alike(span: Span) -> int:
        shared = headline.stems & stems(words(text, span)[:LONG])
        return len(shared) + len(headline.agents & _present(span, agents))

    return max(full or body[:1], key=alike)


def _opens(text: str, span: Span) -> bool:
    """Whether a sentence may open a report; "(Adds quotes)" and "Correction: ..." do not."""
    there = words(text, span)
    return len(there) >= SHORT and span.of(text).lstrip()[:1] not in "([" and there[0].lower != "correction"


def _present(span: Span, agents: Sequence[Agent]) -> frozenset[str]:
    """The agents that are mentioned in a stretch."""
    named = (a for a in agents if a.id != ARTICLE)
    return frozenset(a.id for a in named if any(span.start <= m.start < span.end for m in a.mentions))


def _passage(text: str, headline: Side, span: Span, lead: Span, read: Read) -> Passage:
    there = words(text, span)[:LONG]
    shared = headline.stems & stems(there)
    people = headline.agents & _present(span, read.agents)
    said = tuple(s for s in read.statements if overlaps(span, s.content) and s not in headline.statements)
    ids = {s.id for s in said}
    inside = [c for c in read.claims if c.statement in ids and overlaps(span, c.trigger)]
    same = [c for c in inside if c.event is not None and c.event in headline.events]
    near = same or [c for c in inside if any(headline.stems & stems(words(text, t)) for t in c.trigger)]
    if not near and span == lead:
        near = _innermost(inside, said)
    whole = len(headline.stems) + len(headline.agents)
    alike = (len(shared) + len(people)) / whole if whole else 0.0
    return Passage(span, there, shared, alike, span == lead, said, tuple(near), bool(same))


def _innermost(claims: Sequence[Claim], statements: Sequence[Statement]) -> list[Claim]:
    """The claims of the statements that hold no other; of "X warned that Y may fail" the failing."""
    outer = {s.parent for s in statements}
    return [c for c in claims if c.statement not in outer]
