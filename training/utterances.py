"""Fit the weights that join reports to acts of saying: `src/onrecord/record/utterances/utterances.toml`.

    python -m training.utterances              read the development parts of the run, write the weights
    python -m training.utterances --measure    four folds by act of saying: precision and recall
    python -m training.utterances --across     each part judged by weights fitted on the others alone
    python -m training.utterances --records DIR   keep the records there and use them again

The pairs are those that a record compares, of statements whose act the labels tell. A logistic regression, by
descent with a ridge towards the `prior` of the file, in which no weight changes its sign; no seed.
"""

import re
import sys
import tomllib
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np

from evaluation.record.layers import from_record
from evaluation.record.matched import Matched
from evaluation.record.truth import articles_of, load
from onrecord.adding import add
from onrecord.record.linking.reports import Reports
from onrecord.record.opened import open_record
from onrecord.record.utterances import features, pair, related

HALVES = ("open", "more", "fresh", "later", "stories")
RIDGE, FOLDS, STEPS, RATE, SCALE = 0.005, 4, 6000, 0.05, 20.0
# Weights that stay as a person set them
HELD = (
    "other_speaker", "corrected", "one_takes_back", "told_again", "next_day", "two_quotes", "opening",
)  # fmt: skip
LIFT = 0.8  # of the bias: a group has more than its weakest pair to tell
OUT = Path(__file__).parent.parent / "src/onrecord/record/utterances/utterances.toml"


class Example(NamedTuple):
    """Two reports, the acts that the labels say they are of, and what is true of the two."""

    one: str
    other: str
    features: dict[str, float]
    weight: float

    @property
    def same(self) -> bool:
        return self.one == self.other


def examples(half: str, records: Path) -> Iterator[Example]:
    """The labelled pairs of a part of the run, as a record compares them; it is made if it is not there."""
    place = records / f"{half}.db"
    if not place.exists():
        for _ in add(place, [articles_of(half)]):
            pass
    matched = Matched(load(half), from_record(place))
    act = {
        f"{said.report.article.id}/{said.statement}": f"{half} {matched.truth.reports[gold].utterance}"
        for gold, said in matched.said.items()
    }
    with open_record(place, readonly=True) as record, record.reading() as connection:
        yield from _pairs(Reports(connection), act)


def _pairs(reports: Reports, act: dict[str, str]) -> Iterator[Example]:
    size = Counter(act.values())
    near = {pair(reports.sayings[one], reports.sayings[other]) for one, other in reports.candidates(act)}
    for one, other in sorted(both for both in near if both[0].id in act and both[1].id in act):
        if related(one, other) or reports.stands_out(one, other):
            acts = act[one.id], act[other.id]
            many = max(
                size[acts[0]], size[acts[1]]
            )  # a large act has a square of pairs: it counts by its size
            yield Example(*acts, features(one, other, reports.told(one, other)), 1 / sqrt(many))


def fit(rows: Sequence[Example], prior: dict[str, float]) -> dict[str, float]:
    """Weights and bias."""
    names = list(prior)
    x = np.array([[row.features.get(name, 0.0) for name in names] for row in rows])
    y = np.array([float(row.same) for row in rows])
    much = np.array([row.weight for row in rows])
    start = np.array([prior[name] for name in names])
    held = np.isin(names, HELD)
    lower = np.where(held, start, np.where(start < 0, -np.inf, 0.0))
    upper = np.where(held, start, np.where(start < 0, 0.0, np.inf))
    w, bias = start.copy(), -3.0
    for _ in range(STEPS):
        off = much * (1 / (1 + np.exp(-(x @ w + bias))) - y)
        w = np.clip(w - RATE * (SCALE * x.T @ off / len(y) + RIDGE * (w - start)), lower, upper)
        bias -= RATE * SCALE * float(off.mean())
    return {"bias": bias + LIFT, **dict(zip(names, map(float, w), strict=True))}


def measured(rows: Sequence[Example], prior: dict[str, float]) -> str:
    """Precision and recall of pairs, each judged by weights fitted without the acts of either report."""
    acts = sorted({act for row in rows for act in row[:2]})
    counts = np.zeros(3, int)
    for fold in range(FOLDS):
        held = set(acts[fold::FOLDS])
        weights = fit([row for row in rows if not held & {row.one, row.other}], prior)
        counts += _counted((row for row in rows if held & {row.one, row.other}), weights)
    return _told(counts)


def across(rows: Sequence[Example], prior: dict[str, float]) -> Iterator[str]:
    """The same for each part of the run, by weights fitted on the others."""
    for half in HALVES:
        mine = [row for row in rows if row.one.startswith(half)]
        weights = fit([row for row in rows if not row.one.startswith(half)], prior)
        yield f"{half}: {_told(_counted(mine, weights))}"


def _counted(rows: Iterable[Example], weights: dict[str, float]) -> np.ndarray:
    """How many pairs are rightly joined, are joined, and are to be joined."""
    counts = np.zeros(3, int)
    for row in rows:
        joined = weights["bias"] + sum(weights[n] * v for n, v in row.features.items()) > 0
        counts += (joined and row.same, joined, row.same)
    return counts


def _told(counts: np.ndarray) -> str:
    right, found, gold = map(int, counts)
    return f"precision {right / max(1, found):.3f}, recall {right / max(1, gold):.3f} of {gold} pairs"


def written(text: str, weights: dict[str, float]) -> str:
    """The file with other weights; all else stays."""
    head, mark, rest = text.partition("\n[prior]\n")
    for name, value in weights.items():
        head = re.sub(rf"(?m)^{name} = \S+", f"{name} = {value:.2f}", head)
    return head + mark + rest


def main(*told: str) -> None:
    """Fit, or measure, as the options say."""
    parser = ArgumentParser(prog="python -m training.utterances")
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--across", action="store_true")
    parser.add_argument("--records", type=Path)
    options = parser.parse_args(told)
    text = OUT.read_text(encoding="utf-8")
    prior = tomllib.loads(text)["prior"]
    with TemporaryDirectory() as made:
        rows = [row for half in HALVES for row in examples(half, options.records or Path(made))]
    if options.measure:
        print(measured(rows, prior))
    if options.across:
        print(*across(rows, prior), sep="\n")
    if not options.measure and not options.across:
        OUT.write_text(written(text, fit(rows, prior)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
