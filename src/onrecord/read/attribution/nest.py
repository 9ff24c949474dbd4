"""Statements inside the contents of others: each finds the one whose words it stands in.

The network judges every cue by itself, at whatever level. Here a cue inside a content becomes a statement of
the next level; two that claim the same words are one, as among the article's own (`settle`).
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.article import Flaw
from onrecord.read.attribution.settle import SAME, around, covers, hull, length, merged, overlap, within
from onrecord.read.network.link import Candidate, Spans

DEEPEST = 4
TOO_DEEP = f"Statements inside statements are read {DEEPEST} levels deep; what is deeper is left out here."


class Nested(NamedTuple):
    """A candidate in its place; ``parent`` is a place in the list, None for the article's own statements."""

    candidate: Candidate
    parent: int | None
    level: int


def nested(outer: Sequence[Candidate], found: Iterable[Candidate]) -> tuple[list[Nested], list[Flaw]]:
    """The statements of the article with those inside them, in reading order; a flaw where it goes too deep.

    ``found`` are candidates at whatever level; those that stand in no content of ``outer`` are left out.
    """
    pool = sorted((c for c in found if c.cue and c.content), key=lambda c: c.cue[0])
    starts = [c.cue[0].start for c in pool]
    out: list[Nested] = []
    flaws: list[Flaw] = []
    for top in outer:
        parts = ((bisect_left(starts, s.start), bisect_left(starts, s.end)) for s in top.content)
        mine = [c for first, last in parts for c in pool[first:last]]
        tree, flaw = _tree(top, mine)
        flaws += flaw
        out += [n._replace(parent=None if n.parent is None else n.parent + len(out)) for n in tree]
    order = sorted(range(len(out)), key=lambda i: (hull(out[i].candidate), out[i].level))
    place = {i: number for number, i in enumerate(order)}
    return [_moved(out[i], place) for i in order], flaws


def _moved(n: Nested, place: dict[int, int]) -> Nested:
    return n if n.parent is None else n._replace(parent=place[n.parent])


def _tree(top: Candidate, mine: Sequence[Candidate]) -> tuple[list[Nested], list[Flaw]]:
    """One outer statement with everything inside it; a parent stands before its children."""
    inside = (_clipped(c, top.content) for c in mine if covers(top.content, c.cue[0]))
    kept = _distinct([c for c in inside if c.content])
    kept.sort(key=lambda c: (-length(c.content), c.cue))
    out = [Nested(top, None, 1)]
    flaws: list[Flaw] = []
    for c in kept:
        above = [i for i, n in enumerate(out) if covers(n.candidate.content, c.cue[0])]
        parent = min(above, key=lambda i: (length(out[i].candidate.content), -i), default=0)
        clipped = _clipped(c, out[parent].candidate.content)
        if out[parent].level == DEEPEST:
            where = hull(c)
            flaws.append(Flaw("nesting", where.start, where.end, TOO_DEEP))
        elif clipped.content:
            out.append(Nested(clipped, parent, out[parent].level + 1))
    return out, flaws[:1]


def _clipped(c: Candidate, words: Spans) -> Candidate:
    """The candidate without what lies outside the words that it is part of."""
    return c._replace(source=within(c.source, words), content=within(c.content, words))


def _distinct(found: list[Candidate]) -> list[Candidate]:
    """Of two that claim the same words and stand in neither's content, the surer one.

    It gets both cues if one stands before and one after the words.
    """
    kept: list[Candidate] = []
    for c in sorted(found, key=lambda c: -c.p):
        rival = next((k for k in kept if _same(k, c)), None)
        if rival is None:
            kept.append(c)
        elif around(rival.content, rival.cue[0], c.cue[0]):
            kept[kept.index(rival)] = merged(rival, c)
    return kept


def _same(k: Candidate, c: Candidate) -> bool:
    if covers(k.content, c.cue[0]) != covers(c.content, k.cue[0]):
        return False
    return overlap(k.content, c.content) >= SAME
