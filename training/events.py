"""Fit the weights that join mentions to events: `src/onrecord/record/events/events.toml`.

    python -m training.events                 read the development parts of the run, write the weights
    python -m training.events --across        events of each part, by weights fitted on the others alone
    python -m training.events --records DIR   keep the records there and use them again

The pairs are those that a record compares, of mentions whose event the labels tell. A logistic regression
with a ridge towards the `prior` of the file, by Newton's method; every part counts alike. What keeps stories
and twins apart stays as a person set it, since labelled pairs are mostly of one story and of some weeks, and
tell little of it. `RIDGE` was chosen by ``--across``: between 8 and 24 it makes no difference.
"""

import sys
import tomllib
from argparse import ArgumentParser
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import select

from evaluation.record.layers import from_record
from evaluation.record.matched import Matched
from evaluation.record.truth import articles_of, load
from onrecord.adding import add
from onrecord.record import tables
from onrecord.record.events import Mentioned, happenings
from onrecord.record.events.features import score, table, weighed
from onrecord.record.linking.happenings import QUERY, mentioned
from onrecord.record.linking.rows import spans
from onrecord.record.opened import open_record
from training.utterances import written

HALVES = ("open", "more", "fresh", "later")
RIDGE, STEPS, PAIRS = 8.0, 60, 1000
# Weights that stay as a person set them
HELD = (
    "again", "bare", "other_kind", "sister_kind", "misread_kind", "other_story", "strange_words", "few_words",
    "other_thing", "other_object", "other_time", "other_order", "passed", "far_days", "months_apart",
    "copied",
)  # fmt: skip
OUT = Path(__file__).parent.parent / "src/onrecord/record/events/events.toml"
Weights = dict[str, float]


class Part(NamedTuple):
    """A part of the run: its mentions and their keys by id, and which of them is of which labelled event.

    A word that is labelled counts each time, though an article's mention of an event may have several.
    """

    mentions: dict[str, Mentioned]
    keys: dict[str, set[int]]
    labels: list[tuple[str, str]]

    @property
    def events(self) -> dict[str, str]:
        """The event of each mention that is labelled."""
        return {id: event for event, id in self.labels}


def part(half: str, records: Path) -> Part:
    """What a record of a part of the run compares; it is made if it is not there."""
    place = records / f"{half}.db"
    if not place.exists():
        for _ in add(place, [articles_of(half)]):
            pass
    k = tables.event_keys.c
    keys: dict[str, set[int]] = defaultdict(set)
    with open_record(place, readonly=True) as record, record.reading() as connection:
        rows = {row.id: row for row in connection.execute(QUERY)}
        mentions = mentioned(connection, rows)
        for row in connection.execute(select(k.mention, k.key)):
            keys[row.mention].add(row.key)
    matched = Matched(load(half), from_record(place))
    at = {
        (matched.article(row.article), span): id for id, row in rows.items() for span in spans(row.triggers)
    }
    labels = [
        (matched.truth.mentions[gold].event, at[word.article, word.span])
        for gold, word in sorted(matched.named.items())
        if (word.article, word.span) in at
    ]
    return Part(mentions, dict(keys), labels)


def examples(one: Part, names: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """What is true of each labelled pair that a record compares, and whether it is one event."""
    sharing, events = defaultdict[int, list[str]](list), one.events
    for id in events:
        for key in one.keys.get(id, ()):
            sharing[key].append(id)
    pairs = sorted({pair for ids in sharing.values() for pair in combinations(sorted(ids), 2)})
    why = [score(one.mentions[a], one.mentions[b]).why for a, b in pairs]
    x = np.array([[float(name in told) for name in names] for told in why])
    return x, np.array([float(events[a] == events[b]) for a, b in pairs])


def fit(parts: Iterable[tuple[np.ndarray, np.ndarray]], prior: Mapping[str, float]) -> Weights:
    """Weights and bias; ``prior`` holds those towards which they are drawn."""
    several = list(parts)
    x = np.vstack([np.hstack([x, np.ones((len(x), 1))]) for x, _ in several])
    y = np.concatenate([y for _, y in several])
    much = np.concatenate([np.full(len(y), PAIRS / len(several) / len(y)) for _, y in several])
    names = [*(name for name in prior if name != "bias"), "bias"]
    start = np.array([prior[name] for name in names])
    free = ~np.isin(names, HELD)
    fixed, x, w = x[:, ~free] @ start[~free], x[:, free], start.copy()
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ w[free] + fixed, -50, 50)))
        slope = x.T @ (much * (p - y)) + RIDGE * (w - start)[free]
        curve = (x.T * (much * p * (1 - p))) @ x + RIDGE * np.eye(x.shape[1])
        w[free] -= np.linalg.solve(curve, slope)
    return dict(zip(names, map(float, w), strict=True))


def across(parts: Mapping[str, Part], prior: Weights) -> Iterable[str]:
    """Pairwise F1 of the events of each part, of what was read, by weights fitted on the others."""
    names = [name for name in prior if name != "bias"]
    told = {half: examples(one, names) for half, one in parts.items()}
    shipped = table()
    for half, one in parts.items():
        weights = fit([pairs for other, pairs in told.items() if other != half], prior)
        yield f"{half}: {_scored(one, weights, shipped)}"


def _scored(one: Part, weights: Weights, shipped: dict[str, Any]) -> str:
    """How well events by other weights than the shipped ones agree with the labels."""
    kept = dict(shipped)
    shipped |= {"bias": weights["bias"], "weights": weights}
    weighed.cache_clear()
    try:
        found = happenings(one.mentions.values(), one.keys)
    finally:
        shipped |= kept
        weighed.cache_clear()
    event = {mention.id: i for i, happening in enumerate(found) for mention, _ in happening.mentions}
    both = [(gold, event[id]) for gold, id in one.labels]
    right, told, gold = (
        _pairs(Counter(both)), _pairs(Counter(e for _, e in both)), _pairs(Counter(g for g, _ in both)),
    )  # fmt: skip
    precision, recall = right / max(1, told), right / max(1, gold)
    return f"F1 {2 * right / max(1, told + gold):.3f}, precision {precision:.3f}, recall {recall:.3f}"


def _pairs(sizes: Counter[Any]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def main(*told: str) -> None:
    """Fit, or measure, as the options say."""
    parser = ArgumentParser(prog="python -m training.events")
    parser.add_argument("--across", action="store_true")
    parser.add_argument("--records", type=Path)
    options = parser.parse_args(told)
    text = OUT.read_text(encoding="utf-8")
    prior = tomllib.loads(text)["prior"]
    with TemporaryDirectory() as made:
        parts = {half: part(half, options.records or Path(made)) for half in HALVES}
    if options.across:
        print(*across(parts, prior), sep="\n")
        return
    names = [name for name in prior if name != "bias"]
    weights = fit([examples(one, names) for one in parts.values()], prior)
    OUT.write_text(written(text, weights), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
