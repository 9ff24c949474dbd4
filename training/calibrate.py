"""What is chosen on the held-out articles: the threshold of a cue, and the calibration of a statement's p."""

import json
from collections.abc import Sequence

import msgspec
import numpy as np

from evaluation.corpora import Attribution, Record
from evaluation.score import compare, expected_calibration_error, right, total
from onrecord.ingest import article_from_text
from onrecord.read.calibrate import features, probability
from onrecord.read.encoder import Encoder
from onrecord.read.link import Candidate
from onrecord.read.quotes import quotations
from onrecord.read.settle import outermost
from onrecord.read.statements import candidates
from onrecord.read.tokens import tokenize

LEAST = 0.3
THRESHOLDS = [round(0.3 + 0.02 * i, 2) for i in range(21)]


def found(encoder: Encoder, records: Sequence[Record]) -> list[list[Candidate]]:
    """For each text, all candidates down to a low threshold."""
    out = []
    for record in records:
        tokens = tokenize(record.text, quotations(record.text)[0], encoder.tokenizer)
        out.append(list(candidates(record.text, tokens, encoder, LEAST)))
    return out


def kept(record: Record, every: Sequence[Candidate], threshold: float) -> list[Candidate]:
    """The statements that ``threshold`` lets through."""
    article, _ = article_from_text(record.text)
    quoted, _ = quotations(record.text)
    return outermost(record.text, article.blocks, quoted, (c for c in every if c.p >= threshold))


def attributions(statements: Sequence[Candidate]) -> list[Attribution]:
    return [Attribution(c.source, c.cue, c.content) for c in statements]


def best_threshold(records: Sequence[Record], every: Sequence[Sequence[Candidate]]) -> tuple[float, float]:
    """The threshold with the highest full F1, the middle one of those within 0.002 of it, and that F1."""
    scored = []
    for threshold in THRESHOLDS:
        counts = (
            compare(r.text, r.attributions, attributions(kept(r, e, threshold)))
            for r, e in zip(records, every, strict=True)
        )
        scored.append((total(counts).f1("full"), threshold))
    top = max(scored)[0]
    near = [t for f, t in scored if f >= top - 0.002]
    return near[len(near) // 2], top


def fit(
    records: Sequence[Record], every: Sequence[Sequence[Candidate]], threshold: float
) -> tuple[float, ...]:
    """Logistic regression by Newton's method with a little shrinkage."""
    rows, labels = [], []
    for record, found_here in zip(records, every, strict=True):
        statements = kept(record, found_here, threshold)
        rows += [features(c) for c in statements]
        labels += right(record.text, record.attributions, attributions(statements))
    x, y = np.array(rows), np.array(labels, dtype=float)
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 1e-2 * np.eye(len(w))
        w -= np.linalg.solve(hessian, x.T @ (p - y) + 1e-2 * w)
    weights = tuple(round(float(v), 4) for v in w)
    stated = [
        probability(c, weights) for r, e in zip(records, every, strict=True) for c in kept(r, e, threshold)
    ]
    error = expected_calibration_error(stated, labels)
    print(json.dumps({"calibration": weights, "held-out ECE": round(error, 4), "statements": len(labels)}))
    return weights


def choose(encoder: Encoder, records: Sequence[Record]) -> Encoder:
    """The encoder with its threshold and calibration chosen on ``records``."""
    every = found(encoder, records)
    threshold, f1 = best_threshold(records, every)
    print(json.dumps({"threshold": threshold, "held-out full F1": round(f1, 4)}))
    weights = fit(records, every, threshold)
    settings = msgspec.structs.replace(encoder.settings, threshold=threshold, calibration=weights)
    return encoder._replace(settings=settings)
