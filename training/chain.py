"""Fit the weights by which a frame is carried on to further statements: `src/onrecord/read/chain/carry.toml`.

    python -m training.chain ../shared/corpora             fit on the training readings, write the weights
    python -m training.chain ../shared/corpora --measure   five folds by article: how many choices are right

The readings give gold statements and speakers; the frames that may be carried are those that the rules find.
A logistic regression over yes-or-no facts, by Newton's method with a ridge: seconds a run, and no seed.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from onrecord.article import Article
from onrecord.knowledge import Knowledge, shipped
from onrecord.read.chain.carry import FACTS, KEPT, Situation, facts, situations
from onrecord.read.chain.cast import plain
from onrecord.read.chain.stage import Stage, staged
from onrecord.statement import Agent, Statement

SETS = ("polnear", "wire", "wikinews")
RIDGE, FOLDS = 1.0, 5
Gold = dict[str, Any]
OUT = Path(__file__).parent.parent / "src/onrecord/read/chain/carry.toml"


class Example(NamedTuple):
    """One statement that may take a frame, and whether it does."""

    article: str
    direction: str
    facts: tuple[str, ...]
    carried: bool


def readings(corpora: Path) -> Iterator[Gold]:
    """The training readings, each with its text."""
    texts = {d["id"]: d["text"] for d in _lines(corpora / "polnear/train.jsonl.gz")}
    for name in SETS:
        for gold in _lines(corpora / f"readings/{name}-train.jsonl.gz"):
            yield {**gold, "text": gold.get("text") or texts[gold["id"]]}


def bare(gold: Gold) -> tuple[Article, tuple[Agent, ...], tuple[Statement, ...]]:
    """A reading without its chains: statements with their speakers, and those who speak."""
    speak = {s["speaker"] for s in gold["statements"]} - {"article"}
    agents = tuple(msgspec.convert(a, Agent) for a in gold["agents"] if a["id"] in speak)
    kept = ("id", "kind", "source", "cue", "content", "parent", "level", "function", "speaker", "negated")
    statements = tuple(
        msgspec.convert({**{k: s[k] for k in kept if k in s}, "p": 1.0}, Statement)
        for s in gold["statements"]
    )
    return Article(id=gold["id"], text=gold["text"], outlet=gold.get("outlet")), agents, statements


def examples(gold: Gold, known: Knowledge) -> Iterator[Example]:
    """Every choice that the reading of one article holds."""
    article, agents, statements = bare(gold)
    stage = staged(article, agents, statements, known)
    venues = {s["id"]: _passing(gold, s) for s in gold["statements"]}
    taken: dict[str, Any] = {}
    for direction in ("onward", "back"):
        for case in situations(stage.reading, taken, direction):
            right = _same(stage, case, venues[case.s.id])
            if right:
                taken[case.s.id] = case.frames
            yield Example(gold["id"], direction, tuple(facts(case)), right)


def _passing(gold: Gold, s: Gold) -> list[set[tuple[str, ...]]]:
    agents = {a["id"]: a for a in gold["agents"]}
    hops = [agents[h["agent"]] for h in s["chain"][1:] if h["agent"] != s["speaker"] and h["agent"] in agents]
    return [{plain(n) for n in (a["name"], *(a.get("aliases") or []))} for a in hops]


def _same(stage: Stage, case: Situation, venues: list[set[tuple[str, ...]]]) -> bool:
    """Whether gold has the frame's agent in the chain, by a name that shares most of its words."""
    agent = stage.cast.agents[stage.cast.find(case.frame.who, case.s.speaker)]
    mine = {plain(n) for n in (agent.name, *agent.aliases)}
    return any(
        len(set(a) & set(b)) / max(1, len(set(a) | set(b))) >= 0.5
        for v in venues
        for a in v
        for b in mine
        if a and b
    )


def fit(rows: list[Example]) -> dict[str, float]:
    """The weights of one direction."""
    names = list(FACTS)
    x = np.array([[1.0, *(float(n in r.facts) for n in names)] for r in rows])
    y = np.array([float(r.carried) for r in rows])
    w = np.zeros(x.shape[1])
    ridge = np.diag([0.01] + [RIDGE] * len(names))
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, x.T @ (y - p) - ridge @ w)
    return {"bias": round(float(w[0]), 2)} | {
        n: round(float(v), 2) for n, v in zip(names, w[1:], strict=True)
    }


def fitted(rows: list[Example]) -> dict[str, dict[str, float]]:
    return {d: fit([r for r in rows if r.direction == d]) for d in ("onward", "back")}


def written(weights: dict[str, dict[str, float]]) -> str:
    """The weights as TOML."""
    lines = [
        "# Made by training/chain.py; do not edit. What speaks for (+) and against (-) carrying a frame on.",
        "",
    ]
    for direction, table in weights.items():
        lines += [f"[{direction}]", *(f'"{name}" = {value}' for name, value in table.items()), ""]
    return "\n".join(lines).rstrip() + "\n"


def folded(rows: list[Example], articles: list[str], folds: int) -> dict[str, dict[str, dict[str, float]]]:
    """For each article, weights fitted without it and those of its fold."""
    parts = [set(articles[k::folds]) for k in range(folds)]
    by_part = [fitted([r for r in rows if r.article not in part]) for part in parts]
    return {a: by_part[k] for k, part in enumerate(parts) for a in part}


def measured(rows: list[Example]) -> str:
    """Right choices of all, by direction, each article judged by weights fitted without it."""
    weights = folded(rows, sorted({r.article for r in rows}), FOLDS)
    right: dict[str, list[bool]] = {}
    for r in rows:
        table = weights[r.article][r.direction]
        score = table["bias"] + sum(table[name] for name in r.facts)
        right.setdefault(r.direction, []).append((score > np.log(KEPT / (1 - KEPT))) == r.carried)
    return ", ".join(f"{d}: {sum(v)} of {len(v)}" for d, v in right.items())


def _lines(path: Path) -> Iterator[Gold]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main(corpora: Path, *options: str) -> None:
    known = shipped()
    rows = [e for gold in readings(corpora) for e in examples(gold, known)]
    if "--measure" in options:
        print(measured(rows))
    else:
        OUT.write_text(written(fitted(rows)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
