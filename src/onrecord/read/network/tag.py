"""The tagger's decoding: from the encoder's scores of one window to statements as ranges of wordpieces.

A cue is the anchor of a statement. Given a cue, every piece is scored as source or content *of that cue*,
and the best labelling under BIO constraints is found for all cues at once.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Range = tuple[int, int]

ROLES = ("O", "B-source", "I-source", "B-content", "I-content")
NEAR, BUCKETS = 5, 12
RELATIONS = 2 * (2 * BUCKETS + 1)
NEVER = np.float32(-1e4)
FRINGE = 0.3
LINK = 64
INSIDE = np.array([role.startswith("I-") for role in ROLES])
FORBIDDEN = np.array(
    [[INSIDE[j] and ROLES[j][2:] != before[2:] for j in range(len(ROLES))] for before in ROLES]
)


class Scores(NamedTuple):
    """What the encoder says of one window, a row a wordpiece; see ``training/model.py``."""

    cue: Floats
    nested: Floats
    unary: Floats
    argument: Floats
    predicate: Floats
    entity: Floats
    anaphor: Floats
    antecedent: Floats
    fresh: Floats


class Heads(NamedTuple):
    """The small tables that relate a piece to a cue, and a mention to one before it."""

    relations: Floats
    pair: Floats
    transitions: Floats
    distances: Floats


class Found(NamedTuple):
    """A statement in wordpieces: the cue's range and probability, the pieces of source and content."""

    cue: Range
    p: float
    source: tuple[Range, ...]
    content: tuple[Range, ...]


def relation(paragraph: Ints, first: int, last: int) -> Ints:
    """For each piece, the class of its distance from the cue ``[first, last)``, in its paragraph or not.

    Distances up to four pieces have a class each, longer ones share one that grows with them.
    """
    at = np.arange(len(paragraph))
    distance = np.where(at < first, at - first, np.maximum(at - last + 1, 0))
    size = np.abs(distance)
    far = NEAR + np.floor(np.log2(np.maximum(size, NEAR) / NEAR) * 1.5)
    bucket = np.where(size < NEAR, size, np.minimum(far, BUCKETS)).astype(np.int64)
    classes: Ints = (BUCKETS + np.sign(distance) * bucket) * 2 + (paragraph == paragraph[first])
    return classes


def cues(p: Floats, threshold: float) -> list[tuple[Range, float]]:
    """Runs of pieces that are inside a cue, and the mean probability of each.

    ``p`` (pieces, 2) holds the probability that a piece begins a cue or goes on with one. A cue that runs on
    over doubtful pieces is not cut off; it ends where another one begins.
    """
    inside = np.minimum(p.sum(axis=1), 1)
    runs = inside >= FRINGE
    begins = runs & (~np.append(False, runs[:-1]) | ((p[:, 0] > p[:, 1]) & (p[:, 0] > 0.5)))
    ends = runs & (~np.append(runs[1:], False) | np.append(begins[1:], False))
    ranges = zip(np.flatnonzero(begins).tolist(), (np.flatnonzero(ends) + 1).tolist(), strict=True)
    found = [((first, last), float(inside[first:last].mean())) for first, last in ranges]
    return [(cue, p) for cue, p in found if p >= threshold]


def begun_or_inside(scores: Floats) -> Floats:
    """(pieces, 2): from scores of outside, begin, inside to the probabilities of the last two."""
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p: Floats = (e / e.sum(axis=1, keepdims=True))[:, 1:]
    return p


def roles(scores: Scores, heads: Heads, paragraph: Ints, anchors: list[Range]) -> Ints:
    """(cues, pieces): the best role of every piece for each cue, by Viterbi.

    The path is found by halving, not step by step: the best score from any role to any role over a block
    is the max-plus product of its two halves, so that numpy does log2(pieces) steps for all cues together.
    """
    grid = np.stack([role_scores(scores, heads, paragraph, a) for a in anchors]).transpose(2, 0, 1)
    grid[INSIDE, :, 0] += NEVER
    k, c, n = grid.shape
    blocks = np.full((k, k, c, 1 << (n - 1).bit_length()), NEVER, dtype=np.float32)
    blocks[range(k), range(k)] = 0.0
    blocks[..., : n - 1] = np.where(FORBIDDEN, NEVER, heads.transitions)[:, :, None, None] + grid[:, :, 1:]
    middles = []
    while blocks.shape[-1] > 1:
        blocks, middle = _joined(blocks[..., 0::2], blocks[..., 1::2])
        middles.append(middle)
    ends = (grid[:, None, :, 0] + blocks[..., 0]).reshape(k * k, c).argmax(axis=0)
    path = np.stack([ends // k, ends % k], axis=1)
    row = np.arange(c)[:, None]
    for middle in reversed(middles):
        longer = np.empty((c, 2 * path.shape[1] - 1), dtype=np.int64)
        longer[:, 0::2] = path
        longer[:, 1::2] = middle[path[:, :-1], path[:, 1:], row, np.arange(middle.shape[-1])]
        path = longer
    best: Ints = path[:, :n]
    return best


def _joined(left: Floats, right: Floats) -> tuple[Floats, NDArray[np.int8]]:
    """The max-plus product of blocks (from, to, cue, block), and the role in the middle that gives it."""
    best = left[:, 0, None] + right[None, 0]
    middle = np.zeros(best.shape, dtype=np.int8)
    for m in range(1, len(left)):
        other = left[:, m, None] + right[None, m]
        middle[other > best] = m
        np.maximum(best, other, out=best)
    return best, middle


def role_scores(scores: Scores, heads: Heads, paragraph: Ints, anchor: Range) -> Floats:
    """(pieces, roles): how well each piece fits each role of the statement anchored at a cue."""
    first, last = anchor
    predicate = scores.predicate[first:last].mean(axis=0)
    hidden = scores.argument + (predicate + heads.relations)[relation(paragraph, first, last)]
    out: Floats = scores.unary + np.maximum(hidden, 0) @ heads.pair
    return out


def ranges(path: Ints, role: str) -> tuple[Range, ...]:
    """The stretches of a path that are labelled as ``role``."""
    begin = ROLES.index(f"B-{role}")
    inside = (path == begin) | (path == begin + 1)
    starts = np.flatnonzero(path == begin)
    stops = np.flatnonzero(inside & ~np.append(path[1:] == begin + 1, False)) + 1
    return tuple(zip(starts.tolist(), stops.tolist(), strict=True))


def decode(
    scores: Scores, heads: Heads, paragraph: Ints, threshold: float, deep: float
) -> tuple[list[Found], list[Found]]:
    """The statements of one window: those of the article itself, and those at whatever level.

    The probability that a cue is of the article itself must reach ``threshold`` for the first; that and the
    probability that it is inside another's words together must reach ``deep`` for the second.
    """
    outer = begun_or_inside(scores.cue)
    every = outer + begun_or_inside(scores.nested)
    judged = cues(outer, threshold), cues(every, deep)
    anchors = sorted({anchor for found in judged for anchor, _ in found})
    if not anchors:
        return [], []
    paths = dict(zip(anchors, roles(scores, heads, paragraph, anchors), strict=True))
    one, other = (
        [Found(a, p, _source(paths[a], a), ranges(paths[a], "content")) for a, p in found] for found in judged
    )
    return one, other


def _source(path: Ints, cue: Range) -> tuple[Range, ...]:
    """The source of a cue: who stands before it speaks, and who then stands behind it is spoken to."""
    found = ranges(path, "source")
    return tuple(r for r in found if r[1] <= cue[0]) or found
