"""What rules and network weigh beside each other, and from what probability on a trigger is a claim.

Everything is chosen on the seventh of the training articles that the first run did not see, what rules weigh
on those of them that nobody looked at while writing rules; writes ``src/onrecord/read/claims/claims.toml``.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from evaluation.corpora import spans
from onrecord.read.claims import above
from onrecord.read.claims.find import Least, claimed
from onrecord.read.claims.weigh import REST, added, value_class
from onrecord.read.claims.wording import proposition
from onrecord.read.network.encoder import Encoder, load
from onrecord.read.network.propose import Proposed, judged, propose
from onrecord.read.network.scan import scan
from onrecord.read.network.stances import ACTS
from onrecord.read.network.tokens import tokenize
from onrecord.read.quotes import quotations
from onrecord.read.stance import judge
from onrecord.span import Span
from onrecord.statement import Statement
from training.claims.data import held_out, labelled, readings, statements, unseen_by_rules

OUT = Path(__file__).resolve().parents[2] / "src" / "onrecord" / "read" / "claims" / "claims.toml"
STEPS, RATE = 2000, 0.05
RARE = 4


class Case(NamedTuple):
    """A gold claim, what the network and the rules think of it, and how much each class is right."""

    text: str
    statement: Statement
    trigger: Span
    network: Proposed
    value: int
    act: int
    operators: tuple[str, ...]
    values: np.ndarray
    acts: np.ndarray


class Article(NamedTuple):
    """A held-out article: its statements, its claims by statement, everything that the network proposes."""

    text: str
    statements: list[Statement]
    gold: dict[str, list[tuple[int, int]]]
    proposed: tuple[Proposed, ...]
    cases: list[Case]


def look(encoder: Encoder, reading: dict[str, Any]) -> Article:
    """Run network and rules over a held-out article with its gold statements."""
    text = reading["text"]
    tokens = tokenize(text, quotations(text)[0], encoder.tokenizer)
    said = statements(reading)
    of = {s.id: s for s in said}
    lowers = scan(text, tokens, encoder).lowers
    proposed = propose(tokens, said, (), encoder, lowers)
    gold, cases = defaultdict(list), []
    for raw in reading["claims"]:
        if raw["statement"] is None:
            continue
        trigger = spans(raw["trigger"])
        gold[raw["statement"]].append((trigger[0].start, trigger[-1].end) if trigger else (-99, -99))
        label = labelled(tokens, raw)
        if label is None:
            continue
        for network in judged(tokens, said, trigger[:1], encoder, lowers):
            statement = of[raw["statement"]]
            ruled = judge(text, statement, trigger, above(statement, of))
            names = tuple(o.name for o in ruled.operators)
            cases.append(
                Case(
                    text,
                    statement,
                    trigger[0],
                    network,
                    value_class(ruled.value, ruled.kind),
                    ACTS.index(ruled.act),
                    names,
                    label.values,
                    label.acts,
                )
            )
    return Article(text, said, dict(gold), proposed, cases)


def fit(
    network: np.ndarray, ruled: np.ndarray, names: list[tuple[str, ...]], target: np.ndarray
) -> tuple[float, dict[str, float]]:
    """Maximum likelihood of a scale for the network and a bonus for each operator, pulled towards none."""
    counts = Counter(name for of in names for name in of)
    frequent = {name for name, k in counts.items() if k >= RARE}
    names = [tuple(name if name in frequent else REST for name in of) for of in names]
    known = ["", REST, *sorted(frequent)]
    has = np.array([[name == "" or name in of for name in known] for of in names], dtype=float)
    onehot = np.eye(network.shape[1])[ruled]
    scale, bonus = 1.0, np.zeros(len(known))
    moment = np.zeros(len(known) + 1), np.zeros(len(known) + 1)
    for step in range(1, STEPS + 1):
        scores = scale * network + onehot * (has @ bonus)[:, None]
        p = np.exp(scores - scores.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        error = p - target
        gradient = np.concatenate([[(error * network).sum()], has.T @ (error * onehot).sum(1) + 1.0 * bonus])
        moment[0][:] = 0.9 * moment[0] + 0.1 * gradient
        moment[1][:] = 0.999 * moment[1] + 0.001 * gradient**2
        change = RATE * (moment[0] / (1 - 0.9**step)) / (np.sqrt(moment[1] / (1 - 0.999**step)) + 1e-8)
        scale, bonus = scale - change[0], bonus - change[1:]
    return float(scale), {name: round(float(b), 2) for name, b in zip(known, bonus, strict=True)}


def combined(cases: list[Case], of: str, scale: float, bonus: dict[str, float]) -> np.ndarray:
    """The scores of every class for each case."""
    network = np.stack([getattr(c.network, of + "s") for c in cases])
    ruled = np.array([getattr(c, of) for c in cases])
    extra = np.array([added(c.operators, bonus) for c in cases])
    return scale * network + np.eye(network.shape[1])[ruled] * extra[:, None]


def right(cases: list[Case], scores: np.ndarray) -> tuple[float, float]:
    """(share of accepted values, of accepted kinds where both say Uu)."""
    certain = 7
    hit = kinds = both = 0
    for c, row in zip(cases, scores, strict=True):
        p = np.exp(row - row.max())
        unsure = p[certain:].sum()
        got = (
            int(p[:certain].argmax()) if p[:certain].max() >= unsure else certain + int(p[certain:].argmax())
        )
        gold = int(c.values.argmax())
        accepted = {min(int(i), certain) for i in np.flatnonzero(c.values)}
        hit += min(got, certain) in accepted
        if got >= certain and gold >= certain:
            both += 1
            kinds += got == gold
    return hit / len(cases), kinds / max(both, 1)


def claims_f1(articles: list[Article], least: Least) -> float:
    """Claims found, one to one by trigger, within gold statements; of two that say the same the surer."""
    hit = found = gold = 0
    for a in articles:
        chosen = claimed(a.text, a.statements, a.proposed, least)
        gold += sum(len(v) for v in a.gold.values())
        for s in a.statements:
            left = once(a.text, s, chosen.get(s.id, ()))
            found += len(left)
            for start, end in a.gold.get(s.id, ()):
                near = [t for t in left if start < 0 or max(t.start - end, start - t.end) < 25]
                if near:
                    left.remove(min(near, key=lambda t: max(t.start - end, start - t.end)))
                    hit += 1
    return 2 * hit / (found + gold)


def once(text: str, statement: Statement, candidates: Sequence[Proposed]) -> list[Span]:
    """The triggers of candidates that differ in their words or in what the network makes of them."""
    best: dict[tuple[str, int], Proposed] = {}
    for c in sorted(candidates, key=lambda c: c.p):
        best[proposition(text, statement.content, c.trigger), int(c.values.argmax())] = c
    return [c.trigger for c in best.values()]


def choose(folder: Path, *, dry: bool = False) -> None:
    """Look with the weights in ``folder``, choose, and write unless ``dry``."""
    encoder = load(folder, "onnxruntime")
    chosen = [(name, r) for name, r in readings() if held_out(r["id"])]
    articles = [look(encoder, r) for _, r in chosen]
    fresh = [unseen_by_rules(r["id"]) for _, r in chosen]
    cases = [c for a, new in zip(articles, fresh, strict=True) if new for c in a.cases]
    worlds = [
        c
        for a, (name, reading) in zip(articles, chosen, strict=True)
        if name != "polnear-train"
        for c in a.cases
    ]
    parts = {}
    for of, targets in (("value", "values"), ("act", "acts")):
        network = np.stack([getattr(c.network, targets) for c in cases])
        ruled = np.array([getattr(c, of) for c in cases])
        parts[of] = fit(
            network,
            ruled,
            [tuple(set(c.operators)) for c in cases],
            np.stack([getattr(c, targets) for c in cases]),
        )
    scale, bonus = parts["value"]
    for name, some in (("all", cases), ("world", worlds)):
        only = {"": 99.0}
        print(
            name,
            len(some),
            "rules",
            right(some, combined(some, "value", 0.01, only)),
            "network",
            right(some, combined(some, "value", 1, {})),
            "both",
            right(some, combined(some, "value", scale, bonus)),
        )
        for kind, (s, b) in (("rules", (0.01, only)), ("network", (1, {})), ("both", parts["act"])):
            scores = combined(some, "act", s, b)
            print(
                "  act", kind, np.mean([c.acts[g] > 0 for c, g in zip(some, scores.argmax(1), strict=True)])
            )
    grid = [
        Least(a, b, c)
        for a in np.arange(0.3, 0.61, 0.05)
        for b in (0.04, 0.07, 0.1, 0.15, 0.2, 0.3)
        for c in (0.2, 0.3, 0.4, 0.5)
    ]
    best = max(grid, key=lambda least: claims_f1(articles, least))
    print("claims", claims_f1(articles, best), best)
    if dry:
        return
    lines = [
        "# What rules and network weigh beside each other: written by training/claims/fit.py.",
        "",
        "[least]",
    ]
    lines += [f"{k} = {float(v):.2f}" for k, v in best._asdict().items()]
    lines += ["", "[network]", f"value = {scale:.3f}", f"act = {parts['act'][0]:.3f}"]
    for of in ("value", "act"):
        lines += ["", f"[{of}]", *(f'"{k}" = {v}' for k, v in sorted(parts[of][1].items()))]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf8")
