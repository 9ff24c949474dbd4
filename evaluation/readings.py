"""The shipped weights on the evaluation sets: readings in, counts out."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import onrecord
from evaluation.corpora import Attribution, Record, attribution, people
from evaluation.score import Counts, compare, right, total
from onrecord import Article, Reading
from onrecord.ingest import article_from_text

GOLD = Path(__file__).parent / "gold"


class Result(NamedTuple):
    """One evaluation set: the counts of each text, and of each prediction its p and whether it was right."""

    counts: list[Counts]
    p: list[float]
    correct: list[bool]


def gold() -> list[Record]:
    """Our own articles, read by hand; they ship with the project."""
    out = []
    for path in sorted(GOLD.glob("*.json")):
        raw = json.loads(path.read_text(encoding="utf8"))
        article = raw["article"]
        statements = [s for s in raw["statements"] if s["level"] == 1]
        attributions = tuple(map(attribution, statements))
        out.append(Record(article["id"], article["text"], attributions, published=article.get("published")))
    return out


@cache
def read(text: str, published: str | None = None) -> Reading:
    """The reading of a text by the shipped weights, made once however many tables need it."""
    return next(onrecord.read(article_of(text, published)))


def article_of(text: str, published: str | None) -> Article:
    """The article that a text is, with its blocks."""
    return article_from_text(text, published=published)[0]


def flat(reading: Reading) -> list[Attribution]:
    """The outermost statements of a reading as attributions."""
    return [Attribution(s.source, s.cue, s.content) for s in reading.statements if s.level == 1]


def evaluate(records: Iterable[Record]) -> Result:
    """Read the texts with the shipped weights and compare."""
    out = Result([], [], [])
    for record in records:
        reading = read(record.text, record.published)
        found = flat(reading)
        out.counts.append(compare(record.text, record.attributions, found))
        out.p.extend(s.p for s in reading.statements if s.level == 1)
        out.correct.extend(right(record.text, record.attributions, found))
    return out


def against_people(articles: Sequence[Sequence[Record]] | None = None) -> tuple[list[Counts], list[Counts]]:
    """The model against every reader of the twenty articles, and every pair of readers, by article."""
    model, pairs = [], []
    for readers in people() if articles is None else articles:
        reading = read(readers[0].text)
        found = flat(reading)
        model.append(total(compare(r.text, r.attributions, found) for r in readers))
        both = combinations(readers, 2)
        pairs.append(total(compare(a.text, a.attributions, b.attributions) for a, b in both))
    return model, pairs
