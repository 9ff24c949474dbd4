"""From lessons to windows of labelled wordpieces."""

from itertools import pairwise
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from evaluation.corpora import Attribution, Spans
from onrecord.read.network.mentions import ENTITIES
from onrecord.read.network.tag import ROLES, relation
from onrecord.read.network.tokens import Tokens, tokenize
from onrecord.read.quotes import quotations
from training.augment import augment
from training.lessons import Lesson

WINDOW = 384
EDGE = 16
MOST_MENTIONS = 120
UNKNOWN = -100
STYLES = ("any", "4b22", "4e07", "5fec", "6b86", "d473", "ef2d", "guide")
Ints = NDArray[np.int64]
Range = tuple[int, int]


class Example(NamedTuple):
    """One window: features of each piece, and tags of outer cues, nested cues and names.

    For each cue there are its span, relations and roles, for each mention its span and the number of the
    agent or thing that it stands for.
    """

    ids: Ints
    shapes: Ints
    quoted: Ints
    places: Ints
    style: int
    cue_tags: Ints
    nested_tags: Ints
    entity_tags: Ints
    cues: list[Range]
    relations: list[Ints]
    roles: list[Ints]
    mentions: list[Range]
    groups: list[int]


def epoch(lessons: list[Lesson], tokenizer: Tokenizer, random: Random) -> list[Example]:
    """Every lesson once, augmented, cut at a random offset, in random order."""
    out: list[Example] = []
    for lesson in lessons:
        variant = augment(lesson, random)
        style = STYLES.index(lesson.annotator or "any") if random.random() > 0.3 else 0
        first = random.randint(WINDOW // 3, WINDOW)
        out += windows(variant, tokenizer, style, first)
    random.shuffle(out)
    return out


def windows(lesson: Lesson, tokenizer: Tokenizer, style: int, first: int) -> list[Example]:
    """The windows of one text, side by side, the first one ``first`` pieces long."""
    tokens = tokenize(lesson.text, quotations(lesson.text)[0], tokenizer)
    n = len(tokens.ids)
    cuts = [0, *range(first, n, WINDOW - 2), n] if n else [0]
    outer = [_aligned(tokens, a) for a in lesson.attributions or ()]
    nested = [_aligned(tokens, a) for a in lesson.nested or ()]
    cue_tags = _cue_tags(n, outer, lesson.attributions is not None)
    nested_tags = _cue_tags(n, nested, lesson.attributions is not None)
    if lesson.nested is None:
        for _, (_, contents) in outer:
            for a, b in contents:
                nested_tags[a:b] = UNKNOWN
        nested_tags[cue_tags > 0] = 0
    entity_tags = _entity_tags(tokens, lesson)
    mentions = _mentions(tokens, lesson)
    return [
        _window(tokens, outer + nested, (cue_tags, nested_tags, entity_tags), mentions, a, b, style)
        for a, b in pairwise(cuts)
        if b - a >= 8
    ]


def _aligned(tokens: Tokens, a: Attribution) -> tuple[list[Range], list[list[Range]]]:
    """An attribution's cue pieces, and its source and content pieces, as ranges of wordpieces."""
    return _pieces(tokens, a.cue), [_pieces(tokens, a.source), _pieces(tokens, a.content)]


def _pieces(tokens: Tokens, spans: Spans) -> list[Range]:
    out = []
    for span in spans:
        first = int(np.searchsorted(tokens.ends, span.start, side="right"))
        last = int(np.searchsorted(tokens.starts, span.end, side="left"))
        if last > first:
            out.append((first, last))
    return out


def _cue_tags(n: int, gold: list, known: bool) -> Ints:
    tags = np.full(n, 0 if known else UNKNOWN, dtype=np.int64)
    for pieces, _ in gold:
        for first, last in pieces:
            tags[first] = 1
            tags[first + 1 : last] = 2
    return tags


def _entity_tags(tokens: Tokens, lesson: Lesson) -> Ints:
    """BIO over kinds: 0 outside, 1 and 2 the beginning and inside of the first kind, and so on."""
    tags = np.full(len(tokens.ids), UNKNOWN if lesson.entities is None else 0, dtype=np.int64)
    for span, kind in lesson.entities or ():
        for first, last in _pieces(tokens, (span,)):
            begin = 1 + 2 * ENTITIES.index(kind)
            tags[first:last] = begin + 1
            tags[first] = begin
    return tags


def _mentions(tokens: Tokens, lesson: Lesson) -> list[tuple[Range, int]]:
    """All mentions in order, each with the number of its group."""
    found: dict[Range, int] = {}
    for number, group in enumerate((*lesson.groups, *lesson.silver)):
        for span in group:
            for piece in _pieces(tokens, (span,))[:1]:
                found.setdefault(piece, number)
    return sorted(found.items())


def _window(
    tokens: Tokens,
    gold: list,
    tags: tuple[Ints, Ints, Ints],
    mentions: list[tuple[Range, int]],
    a: int,
    b: int,
    style: int,
) -> Example:
    n = b - a
    left, right = (EDGE if a else 0), (EDGE if b < len(tokens.ids) else 0)
    cues, relations, roles = [], [], []
    for cue_pieces, (sources, contents) in gold:
        for number, (first, last) in enumerate(cue_pieces):
            if first < a + left or last > b - right:
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
    here = [tag[a:b].copy() for tag in tags]
    for tag in here:
        tag[:left] = UNKNOWN
        tag[n - right :] = UNKNOWN
    inside = [(m, g) for m, g in mentions if m[0] >= a and m[1] <= b][:MOST_MENTIONS]
    return Example(
        tokens.ids[a:b],
        tokens.shapes[a:b],
        tokens.quoted[a:b],
        tokens.places[a:b],
        style,
        *here,
        cues,
        relations,
        roles,
        [(first - a, last - a) for (first, last), _ in inside],
        [g for _, g in inside],
    )


def _nearest(sources: list[Range], cues: list[Range], number: int) -> list[Range]:
    """Of a statement with several cues, the sources that are nearer to this cue than to the others."""

    def distance(source: Range, cue: Range) -> int:
        return max(cue[0] - source[1], source[0] - cue[1], 0)

    own = [s for s in sources if min(range(len(cues)), key=lambda i: distance(s, cues[i])) == number]
    return own or sources
