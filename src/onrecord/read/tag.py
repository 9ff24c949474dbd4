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
INSIDE = np.array([role.startswith("I-") for role in ROLES])
FORBIDDEN = np.array(
    [[INSIDE[j] and ROLES[j][2:] != before[2:] for j in range(len(ROLES))] for before in ROLES]
)


class Scores(NamedTuple):
    """What the encoder says of one window, a row a wordpiece."""

    cue: Floats
    unary: Floats
    argument: Floats
    predicate: Floats


class Heads(NamedTuple):
    """The small tables that relate a piece to a cue; see ``training/model.py``."""

    relations: Floats
    pair: Floats
    transitions: Floats


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


def cues(scores: Floats, threshold: float) -> list[tuple[Range, float]]:
    """Cues whose pieces are in one with a mean probability of at least ``threshold``.

    A cue runs on over pieces that are less sure than that, down to ``FRINGE``, so that a doubtful "has" or
    "not" at its edge is not cut off; it ends where another one begins.
    """
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    inside = 1 - p[:, 0]
    runs = inside >= FRINGE
    begins = runs & (~np.append(False, runs[:-1]) | ((p[:, 1] > p[:, 2]) & (p[:, 1] > 0.5)))
    ends = runs & (~np.append(runs[1:], False) | np.append(begins[1:], False))
    ranges = zip(np.flatnonzero(begins).tolist(), (np.flatnonzero(ends) + 1).tolist(), strict=True)
    found = [((first, last), float(inside[first:last].mean())) for first, last in ranges]
    return [(cue, p) for cue, p in found if p >= threshold]


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


def decode(scores: Scores, heads: Heads, paragraph: Ints, threshold: float) -> list[Found]:
    """All statements of one window whose cue reaches ``threshold``."""
    anchors = cues(scores.cue, threshold)
    if not anchors:
        return []
    paths = roles(scores, heads, paragraph, [a for a, _ in anchors])
    return [
        Found(anchor, p, ranges(path, "source"), ranges(path, "content"))
        for (anchor, p), path in zip(anchors, paths, strict=True)
    ]
