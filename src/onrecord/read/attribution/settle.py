"""Which candidates stand as statements of the article itself, where they contest each other's words.

The tagger judges each cue by itself. What it cannot see is settled here: a quotation belongs to one cue, two
cues around it ("He also said “...,” Costa said") are one statement, a statement inside another's content is a
nested one, and none reaches across the line between headline and body or into a line of tags.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from onrecord.article import Block
from onrecord.read.network.link import Candidate, Spans
from onrecord.read.quotes import Quotation
from onrecord.span import Span

PROSE = {"headline", "paragraph", "caption"}
SAME, CLAUSE = 0.5, 5


def outermost(
    text: str, blocks: Sequence[Block], quotations: Sequence[Quotation], found: Iterable[Candidate]
) -> list[Candidate]:
    """The statements of level 1, in reading order."""
    prose = (_within_prose(text, blocks, c) for c in found if c.cue)
    out: list[Candidate] = []
    for group in _groups(c for c in prose if c.content):
        out += _settled(text, _with_whole_quotations(text, quotations, group))
    return sorted(out, key=hull)


def _with_whole_quotations(
    text: str, quotations: Sequence[Quotation], group: list[Candidate]
) -> list[Candidate]:
    """A quotation is one person's: who claims a part of it leaves it to who claims it all."""
    hulls = [hull(c) for c in group]
    first = bisect_left(quotations, min(hulls).start, key=_start)
    last = bisect_left(quotations, max(h.end for h in hulls), key=_start)
    for quotation in quotations[first:last]:
        span = (Span(quotation.start, quotation.end),)
        claims = [c for c in group if _common(c.content, span)]
        whole = [c for c in claims if not _words(text, _without(text, span, c.content))]
        if quotation.level == 1 and whole and len(whole) < len(claims):
            losers = [c for c in claims if c not in whole and not covers(span, c.cue[0])]
            group = [c._replace(content=_without(text, c.content, span)) if c in losers else c for c in group]
    return [c for c in group if c.content]


def _settled(text: str, group: list[Candidate]) -> list[Candidate]:
    """Of candidates that claim the same content, those that stand, the more probable ones first.

    A later one keeps what it alone claims, if that is a clause ("He stated that ... “...,” Costa said."). Two
    cues around one content are two halves of one act of saying. Else they exclude each other, be they
    rivals or one nested in the other.
    """
    kept: list[Candidate] = []
    for c in sorted(group, key=lambda c: -c.p):
        rival = next((k for k in kept if overlap(k.content, c.content) >= SAME), None)
        if rival is None:
            kept.append(c)
        elif not covers(rival.content, c.cue[0]) and not covers(c.content, rival.cue[0]):
            own = _without(text, c.content, rival.content)
            if _words(text, own) >= CLAUSE:
                kept.append(c._replace(content=own))
            elif around(rival.content, rival.cue[0], c.cue[0]):
                kept[kept.index(rival)] = merged(rival, c)
    return [c for c in kept if not any(k is not c and covers(k.content, c.cue[0]) for k in kept)]


def _within_prose(text: str, blocks: Sequence[Block], c: Candidate) -> Candidate:
    """The candidate without what lies in the other half of the article, or in a line of tags or furniture."""
    home = blocks[bisect_right(blocks, c.cue[0].start, key=_start) - 1].kind
    wanted = {"headline"} if home == "headline" else PROSE - {"headline"} if home in PROSE else set()
    source, content = (_clipped(text, parts, blocks, wanted) for parts in (c.source, c.content))
    return c._replace(source=source, content=content)


def _clipped(text: str, parts: Spans, blocks: Sequence[Block], wanted: set[str]) -> Spans:
    """The parts that lie in blocks of the ``wanted`` kinds, those with no letter or digit left out."""
    pieces: list[tuple[int, int]] = []
    for span in parts:
        fresh = True
        first = bisect_right(blocks, span.start, key=_start) - 1
        for b in blocks[max(0, first) : bisect_left(blocks, span.end, key=_start)]:
            start, end = max(span.start, b.start), min(span.end, b.end)
            if b.kind in wanted and not fresh and pieces[-1][1] == start:
                pieces[-1] = (pieces[-1][0], end)
            elif b.kind in wanted:
                pieces.append((start, end))
                fresh = False
    return tuple(_stripped(text, a, b) for a, b in pieces if any(c.isalnum() for c in text[a:b]))


def _start(stretch: Block | Quotation) -> int:
    return stretch.start


def _without(text: str, parts: Spans, taken: Spans) -> Spans:
    """The parts less what is ``taken``."""
    pieces = [(s.start, s.end) for s in parts]
    for t in taken:
        halves = ((a, min(b, t.start)) for a, b in pieces), ((max(a, t.end), b) for a, b in pieces)
        pieces = sorted((a, b) for half in halves for a, b in half if a < b)
    return tuple(_stripped(text, a, b) for a, b in pieces if any(c.isalnum() for c in text[a:b]))


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def _groups(found: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """Candidates that touch one another, so that comparing them stays cheap in a text of any length."""
    group: list[Candidate] = []
    reach = 0
    for c in sorted(found, key=hull):
        stretch = hull(c)
        if group and stretch.start >= reach:
            yield group
            group = []
        group.append(c)
        reach = max(reach, stretch.end)
    if group:
        yield group


def hull(c: Candidate) -> Span:
    """From the first to the last character of a candidate."""
    parts = c.source + c.cue + c.content
    return Span(min(s.start for s in parts), max(s.end for s in parts))


def around(content: Spans, a: Span, b: Span) -> bool:
    """Whether two cues stand before and after (a part of) the content."""
    before, after = sorted((a, b))
    return any(before.start < s.start < after.start for s in content)


def merged(a: Candidate, b: Candidate) -> Candidate:
    """One statement with the cues and sources of both, and the longer content."""
    content = max(a.content, b.content, key=length)
    cue = tuple(sorted({*a.cue, *b.cue}))
    source = tuple(sorted({*a.source, *(s for s in b.source if not _common(a.source, (s,)))}))
    return Candidate(max(a.p, b.p), source, cue, content)


def covers(content: Spans, cue: Span) -> bool:
    """Whether a cue stands in the content."""
    return any(s.start <= cue.start and cue.end <= s.end for s in content)


def overlap(a: Spans, b: Spans) -> float:
    """The share of the shorter one that the two have in common."""
    return _common(a, b) / max(1, min(length(a), length(b)))


def _common(a: Spans, b: Spans) -> int:
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)


def _words(text: str, parts: Spans) -> int:
    return sum(len(span.of(text).split()) for span in parts)


def length(parts: Spans) -> int:
    """How many characters the parts have."""
    return sum(s.end - s.start for s in parts)


def within(parts: Spans, words: Spans) -> Spans:
    """What the parts have in common with ``words``."""
    both = ((max(p.start, w.start), min(p.end, w.end)) for p in parts for w in words)
    return tuple(Span(start, end) for start, end in both if start < end)
