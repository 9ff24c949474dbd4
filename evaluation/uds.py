"""Factuality beside people's: It-Happened v2, did what a predicate says happen (Rudinger et al., NAACL 2018).

People rated predicates of the English Web Treebank from -3, it did not happen, to 3, it did. What counts is
Pearson's r. These are weblogs, letters and reviews without a speaker, so they tell how a head that learned
on news reports does elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from evaluation.corpora import CORPORA, load
from onrecord import Span

WINDOW = 40  # characters between two tokens, at most: white space and what a tokenizer dropped
# How the Penn Treebank writes what is written otherwise in a text.
ESCAPED = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "``": '"',
    "''": '"',
    "`": "'",
}


class Predicate(NamedTuple):
    """A predicate at its place in a sentence, and the mean of its ratings."""

    text: str
    span: Span
    score: float


def predicates(part: str = "dev") -> Iterator[Predicate]:
    """The predicates of "dev" or "train" that can be found in the text of their sentence."""
    for raw in load(CORPORA / "uds-ih2" / f"{part}.jsonl.gz"):
        if span := aligned(raw["text"], raw["tokens"])[raw["pred"]]:
            yield Predicate(raw["text"], span, raw["score"])


def aligned(text: str, tokens: Iterable[str]) -> list[Span | None]:
    """Where each token stands in the text, one after another; None where it is not there.

    >>> aligned("He can't (now).", ["He", "ca", "n't", "-LRB-", "soon", "now", ")", "."])[3:6]
    [Span(start=9, end=10), None, Span(start=10, end=13)]
    """
    out, at = list[Span | None](), 0
    for token in tokens:
        written = (token, ESCAPED.get(token, token))
        places = [(text.find(form, at, at + WINDOW + len(form)), len(form)) for form in written]
        start, length = min((place for place in places if place[0] >= 0), default=(-1, 0))
        out.append(Span(start, start + length) if start >= 0 else None)
        at = max(at, start + length)
    return out


def pearson(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """The correlation of two equally long rows of numbers, -1 to 1; None where one of them never changes.

    >>> pearson([1, 2, 3], [2, 4, 6])
    1.0
    """
    if not xs:
        return None
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    both = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    spread = sqrt(sum((a - x) ** 2 for a in xs) * sum((b - y) ** 2 for b in ys))
    return both / spread if spread else None


def correlation(part: str = "dev") -> float | None:
    """Pearson's r of the shipped weights with people."""
    from onrecord.read.claims import factuality

    every = list(predicates(part))
    return pearson([factuality(one.text, one.span) for one in every], [one.score for one in every])
