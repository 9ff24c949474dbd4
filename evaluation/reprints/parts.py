"""An article in the parts that a newsroom changes, and what it adds."""

import random
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from onrecord.article import Article

_PIECES = tomllib.loads(Path(__file__).with_name("pieces.toml").read_text(encoding="utf-8"))
SPELLING: dict[str, str] = _PIECES["spelling"]


class Parts(NamedTuple):
    """An article to be changed: what stands above its first paragraph, its paragraphs, what stands below."""

    head: str
    body: list[str]
    foot: str

    def text(self) -> str:
        return "\n\n".join(part for part in (self.head, *self.body, self.foot) if part)


Change = Callable[[Parts, random.Random], Parts]


def pieces(name: str) -> list[str]:
    """What is added under ``name``, a paragraph each."""
    return [" ".join(piece.split()) for piece in _PIECES[name].split("\n\n")]


def parts(article: Article) -> Parts:
    paragraphs = [b for b in article.blocks if b.kind == "paragraph"]
    start, stop = paragraphs[0].start, paragraphs[-1].end
    body = [article.text[b.start : b.end].strip() for b in paragraphs]
    return Parts(article.text[:start].strip(), body, article.text[stop:].strip())


def words_in(paragraphs: Iterable[str]) -> int:
    return sum(len(p.split()) for p in paragraphs)


def sentence_cut(paragraphs: list[str], words: int) -> list[str]:
    """The first sentences up to about so many words."""
    kept: list[str] = []
    for paragraph in paragraphs:
        sentences = re.split(r"(?<=[.!?”\"]) (?=[A-Z“\"])", paragraph)
        taken = []
        for sentence in sentences:
            if words_in(kept) + words_in(taken) >= words:
                break
            taken.append(sentence)
        if taken:
            kept.append(" ".join(taken))
    return kept
