"""What is chosen on the held-out articles: the thresholds of cues, and the calibration of a statement's p."""

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from evaluation.corpora import CORPORA, Attribution, Record, load
from evaluation.identity import characters, dice
from evaluation.score import compare, expected_calibration_error, right, total
from onrecord.article import Article
from onrecord.ingest import article_from_text
from onrecord.read.attribution.nest import nested
from onrecord.read.attribution.statements import settled
from onrecord.read.network.calibrate import features, probability
from onrecord.read.network.encoder import Encoder
from onrecord.read.network.link import Candidate
from onrecord.read.network.scan import Scan, scan
from onrecord.read.network.tokens import tokenize
from onrecord.read.quotes import Quotation, quotations
from training.lessons import level

LEAST, LEAST_DEEP = 0.3, 0.16
PLAIN = (0.0, 1.0, 0.0, 0.0)  # the network's own probability
SHRINKAGE = 1.0
THRESHOLDS = [round(0.3 + 0.02 * i, 2) for i in range(21)]
DEEP_THRESHOLDS = [round(0.16 + 0.02 * i, 2) for i in range(28)]


class Seen(NamedTuple):
    """A held-out article, everything that the network finds in it down to a low threshold, and gold."""

    article: Article
    quoted: tuple[Quotation, ...]
    scan: Scan
    gold: tuple[Attribution, ...]


Kept = Callable[[float], list[list[Candidate]]]
Measure = Callable[[Sequence[Seen], list[list[Candidate]]], float]


def look(encoder: Encoder, records: Sequence[Record]) -> list[Seen]:
    """The network's finds in each text."""
    out = []
    for record in records:
        article, _ = article_from_text(record.text)
        quoted, _ = quotations(record.text)
        tokens = tokenize(record.text, quoted, encoder.tokenizer)
        found = scan(record.text, tokens, encoder, threshold=LEAST, deep=LEAST_DEEP)
        out.append(Seen(article, quoted, found, record.attributions))
    return out


def outer(seen: Sequence[Seen], threshold: float) -> list[list[Candidate]]:
    """The articles' own statements that ``threshold`` lets through."""
    return [settled(s.article, s.quoted, [c for c in s.scan.outer if c.p >= threshold]) for s in seen]


def inner(seen: Sequence[Seen], threshold: float, deep: float) -> list[list[Candidate]]:
    """The statements inside those, at every deeper level."""
    trees = (
        nested(kept, (c for c in s.scan.every if c.p >= deep))[0]
        for s, kept in zip(seen, outer(seen, threshold), strict=True)
    )
    return [[n.candidate for n in tree if n.level > 1] for tree in trees]


def attributions(statements: Sequence[Candidate]) -> list[Attribution]:
    return [Attribution(c.source, c.cue, c.content) for c in statements]


def best(
    seen: Sequence[Seen], kept: Kept, measure: Measure, thresholds: Sequence[float]
) -> tuple[float, float]:
    """The threshold at which ``measure`` is highest, the middle one of those within 0.002, and its value."""
    scored = [(measure(seen, kept(threshold)), threshold) for threshold in thresholds]
    top = max(scored)[0]
    near = [t for f, t in scored if f >= top - 0.002]
    return near[len(near) // 2], top


def full_f1(seen: Sequence[Seen], kept: list[list[Candidate]]) -> float:
    """F1 of whole attributions."""
    counts = (compare(s.article.text, s.gold, attributions(k)) for s, k in zip(seen, kept, strict=True))
    return total(counts).f1("full")


def found_f1(seen: Sequence[Seen], kept: list[list[Candidate]]) -> float:
    """F1 of statements whose cue and content overlap with gold ones by half (Dice), one to one."""
    hits = every = 0
    for s, statements in zip(seen, kept, strict=True):
        gold = [characters(a.cue + a.content) for a in s.gold]
        here = [characters(c.cue + c.content) for c in statements]
        every += len(gold) + len(here)
        ranked = sorted(
            ((dice(g, h), i, j) for i, g in enumerate(gold) for j, h in enumerate(here)), reverse=True
        )
        taken: tuple[set[int], set[int]] = set(), set()
        for overlap, i, j in ranked:
            if overlap >= 0.5 and i not in taken[0] and j not in taken[1]:
                taken[0].add(i)
                taken[1].add(j)
        hits += len(taken[0])
    return 2 * hits / max(1, every)


def fit(seen: Sequence[Seen], kept: list[list[Candidate]]) -> tuple[float, ...]:
    """Logistic regression by Newton's method, drawn to what the network itself says where cases are few."""
    rows, labels = [], []
    for s, statements in zip(seen, kept, strict=True):
        rows += [features(c) for c in statements]
        labels += right(s.article.text, s.gold, attributions(statements))
    if not rows:
        return PLAIN
    x, y = np.array(rows), np.array(labels, dtype=float)
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + SHRINKAGE * np.eye(len(w))
        w = w - np.linalg.solve(hessian, x.T @ (p - y) + SHRINKAGE * (w - np.array(PLAIN)))
    weights = tuple(round(float(v), 4) for v in w)
    error = expected_calibration_error([probability(c, weights) for k in kept for c in k], labels)
    print(json.dumps({"calibration": weights, "held-out ECE": round(error, 4), "statements": len(labels)}))
    return weights


def choose(encoder: Encoder, records: Sequence[Record]) -> Encoder:
    """The encoder with its thresholds and calibrations chosen on ``records``."""
    seen = look(encoder, records)
    threshold, f1 = best(seen, lambda t: outer(seen, t), full_f1, THRESHOLDS)
    print(json.dumps({"threshold": threshold, "held-out full F1": round(f1, 4)}))
    calibration = fit(seen, outer(seen, threshold))
    read = {r["id"]: r for r in load(CORPORA / "readings" / "polnear-train.jsonl.gz")}
    ids = [record.id for record in records]
    below = [s._replace(gold=level(read[i], 2)) for i, s in zip(ids, seen, strict=True) if i in read]
    deep, f1 = best(below, lambda t: inner(below, threshold, t), found_f1, DEEP_THRESHOLDS)
    print(json.dumps({"deep": deep, "held-out F1 of nested statements": round(f1, 4)}))
    deep_calibration = fit(below, inner(below, threshold, deep))
    settings = msgspec.structs.replace(
        encoder.settings,
        threshold=threshold,
        deep=deep,
        calibration=calibration,
        deep_calibration=deep_calibration,
    )
    return encoder._replace(settings=settings)
