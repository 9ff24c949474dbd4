"""From annotated articles to windows of labelled wordpieces."""

from hashlib import sha256
from itertools import pairwise
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from evaluation.corpora import Attribution, Record, Spans, kept_apart, level_one, polnear
from onrecord.read.quotes import quotations
from onrecord.read.tag import ROLES, relation
from onrecord.read.tokens import Tokens, tokenize
from training.augment import augment

WINDOW = 384
EDGE = 16
STYLES = ("any", "4b22", "4e07", "5fec", "6b86", "d473", "ef2d", "guide")
GUIDE_WEIGHT = 3
Ints = NDArray[np.int64]


class Example(NamedTuple):
    """One window: features of each piece, cue tags, and for each cue its span, relations and roles."""

    ids: Ints
    shapes: Ints
    quoted: Ints
    places: Ints
    style: int
    cue_tags: Ints
    cues: list[tuple[int, int]]
    relations: list[Ints]
    roles: list[Ints]


def training_records() -> tuple[list[Record], list[Record]]:
    """PolNeAR train and the world-news readings, without what is kept apart: (training, held-out).

    One PolNeAR article in twenty is held out, by a hash of its id, to choose the threshold and to
    calibrate; nothing else is ever chosen on data that the weights saw.
    """
    news = [r for r in polnear("train") if r.id not in kept_apart()]
    held = [r for r in news if is_held_out(r)]
    world = [r for name in ("wikinews-train", "wire-train") for r in level_one(name)]
    assert not {r.id for r in world} & kept_apart()
    return [r for r in news if not is_held_out(r)] + world * GUIDE_WEIGHT, held


def is_held_out(record: Record) -> bool:
    """Whether an article is one of the twentieth kept for calibration."""
    return int(sha256(record.id.encode()).hexdigest(), 16) % 20 == 0


def epoch(records: list[Record], tokenizer: Tokenizer, random: Random) -> list[Example]:
    """Every article once, augmented, cut at a random offset, in random order."""
    out: list[Example] = []
    for record in records:
        variant = augment(record, random)
        style = STYLES.index(record.annotator or "any") if random.random() > 0.3 else 0
        first = random.randint(WINDOW // 3, WINDOW)
        out += windows(variant, tokenizer, style, first)
    random.shuffle(out)
    return out


def windows(record: Record, tokenizer: Tokenizer, style: int, first: int) -> list[Example]:
    """The windows of one article, side by side, the first one ``first`` pieces long."""
    tokens = tokenize(record.text, quotations(record.text)[0], tokenizer)
    n = len(tokens.ids)
    cuts = [0, *range(first, n, WINDOW - 2), n] if n else [0]
    gold = [_aligned(tokens, a) for a in record.attributions]
    return [_window(tokens, gold, a, b, style) for a, b in pairwise(cuts) if b - a >= 8]


def _aligned(tokens: Tokens, a: Attribution) -> tuple[list[tuple[int, int]], list[list[tuple[int, int]]]]:
    """An attribution's cue pieces, and its source and content pieces, as ranges of wordpieces."""
    return _pieces(tokens, a.cue), [_pieces(tokens, a.source), _pieces(tokens, a.content)]


def _pieces(tokens: Tokens, spans: Spans) -> list[tuple[int, int]]:
    out = []
    for span in spans:
        first = int(np.searchsorted(tokens.ends, span.start, side="right"))
        last = int(np.searchsorted(tokens.starts, span.end, side="left"))
        if last > first:
            out.append((first, last))
    return out


def _window(tokens: Tokens, gold: list, a: int, b: int, style: int) -> Example:
    n = b - a
    tags = np.zeros(n, dtype=np.int64)
    left, right = (EDGE if a else 0), (EDGE if b < len(tokens.ids) else 0)
    cues, relations, roles = [], [], []
    for cue_pieces, (sources, contents) in gold:
        for number, (first, last) in enumerate(cue_pieces):
            if first < a or last > b:
                continue
            tags[first - a] = 1
            tags[first - a + 1 : last - a] = 2
            if first - a < left or b - last < right:
                continue
            near = sources if len(cue_pieces) == 1 else _nearest(sources, cue_pieces, number)
            labels = np.zeros(n, dtype=np.int64)
            for role, pieces in (("source", near), ("content", contents)):
                begin = ROLES.index(f"B-{role}")
                for x, y in pieces:
                    x, y = max(x, a) - a, min(y, b) - a
                    if y > x:
                        labels[x:y] = begin + 1
                        labels[x] = begin
            cues.append((first - a, last - a))
            relations.append(relation(tokens.paragraph[a:b], first - a, last - a))
            roles.append(labels)
    masked = np.ones(n, dtype=bool)
    masked[left : n - right] = False
    tags[masked] = -100
    return Example(
        tokens.ids[a:b],
        tokens.shapes[a:b],
        tokens.quoted[a:b],
        tokens.places[a:b],
        style,
        tags,
        cues,
        relations,
        roles,
    )


def _nearest(
    sources: list[tuple[int, int]], cues: list[tuple[int, int]], number: int
) -> list[tuple[int, int]]:
    """Of a statement with several cues, the sources that are nearer to this cue than to the others."""

    def distance(source: tuple[int, int], cue: tuple[int, int]) -> int:
        return max(cue[0] - source[1], source[0] - cue[1], 0)

    own = [s for s in sources if min(range(len(cues)), key=lambda i: distance(s, cues[i])) == number]
    return own or sources
