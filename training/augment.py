"""New spellings of an article that leave its attributions as they are.

PolNeAR is US campaign news with curly quotation marks; the world's press is not. Each epoch sees some
articles with other marks, other people's names, other case and some paragraphs fewer. An augmentation is
a list of edits to the text; the gold spans move with it.
"""

import re
import tomllib
from bisect import bisect_right
from collections import Counter
from pathlib import Path
from random import Random
from typing import NamedTuple

from evaluation.corpora import Attribution, Spans
from onrecord import Span
from training.lessons import Entity, Lesson


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``."""

    start: int
    end: int
    new: str


STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
SINGLE = {"“": "‘", "”": "’"}
GUILLEMETS = {"“": "«", "”": "»"}
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
WORDS = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf8"))
SURNAMES, KEPT = WORDS["surnames"].split(), frozenset(WORDS["kept"].split())


def augment(lesson: Lesson, random: Random) -> Lesson:
    """A variant of ``lesson``, or the lesson itself about half the time."""
    edits: list[Edit] = []
    draw = random.random()
    if draw < 0.22:
        edits = marks(lesson.text, STRAIGHT)
    elif draw < 0.27:
        edits = marks(lesson.text, SINGLE)
    elif draw < 0.30:
        edits = marks(lesson.text, GUILLEMETS)
    if random.random() < 0.25:
        edits += other_names(lesson.text, random)
    if random.random() < 0.15:
        edits += dropped_paragraphs(lesson.text, random)
    return apply(lesson, edits) if edits else lesson


def marks(text: str, table: dict[str, str]) -> list[Edit]:
    """Another typography of quotation marks."""
    return [Edit(i, i + 1, table[c]) for i, c in enumerate(text) if c in table]


def other_names(text: str, random: Random) -> list[Edit]:
    """The article's most frequent names, each replaced throughout by a surname from elsewhere."""
    found = Counter(m[0] for m in NAME.finditer(text) if m[0] not in KEPT)
    often = [name for name, n in found.most_common(12) if n >= 2]
    table = dict(zip(often, random.sample(SURNAMES, len(often)), strict=True))
    return [Edit(m.start(), m.end(), table[m[0]]) for m in NAME.finditer(text) if m[0] in table]


def dropped_paragraphs(text: str, random: Random) -> list[Edit]:
    """The article with about a fifth of its paragraphs cut."""
    return [Edit(m.start(), m.end(), "") for m in re.finditer(r"[^\n]+\n+", text) if random.random() < 0.2]


def apply(lesson: Lesson, edits: list[Edit]) -> Lesson:
    """The lesson with its text edited and its spans moved; an edit inside a larger one gives way to it."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    pieces: list[str] = []
    shifts = [0]
    at = 0
    for edit in kept:
        pieces += [lesson.text[at : edit.start], edit.new]
        shifts.append(shifts[-1] + len(edit.new) - (edit.end - edit.start))
        at = edit.end
    text = "".join(pieces) + lesson.text[at:]
    starts = [edit.start for edit in kept]

    def moved(position: int, *, end: bool) -> int:
        i = bisect_right(starts, position - 1 if end else position) - 1
        if i < 0:
            return position
        edit = kept[i]
        if position < edit.end or (end and position <= edit.end):
            new_start = edit.start + shifts[i]
            return new_start + (len(edit.new) if end else 0)
        return position + shifts[i + 1]

    def move(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        pairs = ((moved(s.start, end=False), moved(s.end, end=True)) for s in spans)
        return tuple(Span(start, end) for start, end in pairs if text[start:end].strip())

    def all_moved(given: tuple[Attribution, ...] | None) -> tuple[Attribution, ...] | None:
        every = None if given is None else (Attribution(*map(move, a)) for a in given)
        return every and tuple(a for a in every if a.cue)

    def moved_groups(groups: tuple[Spans, ...]) -> tuple[Spans, ...]:
        return tuple(filter(None, map(move, groups)))

    entities = ((move((e.span,)), e.kind) for e in lesson.entities or ())
    return lesson._replace(
        text=text,
        attributions=all_moved(lesson.attributions),
        nested=all_moved(lesson.nested),
        entities=None
        if lesson.entities is None
        else tuple(Entity(span[0], kind) for span, kind in entities if span),
        groups=moved_groups(lesson.groups),
        silver=moved_groups(lesson.silver),
    )
