"""How many of the attributions a reader marked were found, by the definition every figure here is quoted in.

Characters are compared and not tokens, so that every tool is judged alike; quotation marks, spaces and
closing punctuation do not count. A prediction matches at most one gold attribution, best content first.

- token: precision and recall over the characters of each role, pooled over a text
- content exact, content soft: the same characters; the Jaccard index of the characters
- full: cues overlap (where both have one), sources overlap (or both are empty), content Jaccard >= 0.5
- strict: source, cue and content all exact
"""

import random
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from evaluation.corpora import Attribution, Spans

IGNORED = set(" \n\r\t\"'“”‘’.,;:!?-–—()[]")
Characters = frozenset[int]


class Counts(NamedTuple):
    """What a comparison counts; counts of texts add up to the counts of a corpus."""

    gold: int = 0
    predicted: int = 0
    token_hit: int = 0
    token_gold: int = 0
    token_predicted: int = 0
    exact: int = 0
    soft: float = 0.0
    full: int = 0
    strict: int = 0

    def f1(self, measure: str) -> float:
        """F1 of "token", "exact", "soft", "full" or "strict"."""
        hit = getattr(self, "token_hit" if measure == "token" else measure)
        gold, predicted = (
            (self.token_gold, self.token_predicted) if measure == "token" else (self.gold, self.predicted)
        )
        return 2 * hit / (gold + predicted) if gold + predicted else 0.0

    def precision(self, measure: str = "full") -> float:
        return getattr(self, measure) / self.predicted if self.predicted else 0.0

    def recall(self, measure: str = "full") -> float:
        return getattr(self, measure) / self.gold if self.gold else 0.0


def total(counts: Iterable[Counts]) -> Counts:
    """The counts of a corpus from those of its texts."""
    return Counts(*map(sum, zip(Counts(), *counts, strict=True)))  # type: ignore[arg-type]


def interval(
    counts: Sequence[Counts], measure: str, *, draws: int = 1000, seed: int = 1
) -> tuple[float, float]:
    """The 95 % confidence interval of an F1, by bootstrap over texts."""
    rng = random.Random(seed)
    drawn = sorted(total(rng.choices(counts, k=len(counts))).f1(measure) for _ in range(draws))
    return drawn[int(0.025 * draws)], drawn[int(0.975 * draws)]


def compare(text: str, gold: Sequence[Attribution], predicted: Sequence[Attribution]) -> Counts:
    """Count how the predicted attributions of one text agree with the gold ones."""
    g, p = ([_Role(*(_characters(text, s) for s in a)) for a in side] for side in (gold, predicted))
    pooled = [
        (frozenset().union(*(a[i] for a in g)), frozenset().union(*(a[i] for a in p))) for i in range(3)
    ]
    pairs = [(g[i], p[j]) for i, j in matches(g, p)]
    return Counts(
        gold=len(g),
        predicted=len(p),
        token_hit=sum(len(a & b) for a, b in pooled),
        token_gold=sum(len(a) for a, _ in pooled),
        token_predicted=sum(len(b) for _, b in pooled),
        exact=sum(a.content == b.content for a, b in pairs),
        soft=sum(_jaccard(a.content, b.content) for a, b in pairs),
        full=sum(agree(a, b) for a, b in pairs),
        strict=sum(a == b for a, b in pairs),
    )


def right(text: str, gold: Sequence[Attribution], predicted: Sequence[Attribution]) -> list[bool]:
    """For each predicted attribution, whether it counts under `full`."""
    g, p = ([_Role(*(_characters(text, s) for s in a)) for a in side] for side in (gold, predicted))
    good = {j for i, j in matches(g, p) if agree(g[i], p[j])}
    return [j in good for j in range(len(p))]


class _Role(NamedTuple):
    source: Characters
    cue: Characters
    content: Characters


def matches(gold: Sequence[_Role], predicted: Sequence[_Role]) -> list[tuple[int, int]]:
    """Pairs of one gold and one predicted attribution, the best content first, each used once."""
    ranked = sorted(
        (
            (_jaccard(a.content, b.content) + 0.001 * bool(a.cue & b.cue), i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(predicted)
            if a.content & b.content or a.cue & b.cue
        ),
        reverse=True,
    )
    out: list[tuple[int, int]] = []
    used_gold, used_predicted = set(), set()
    for _, i, j in ranked:
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            out.append((i, j))
    return out


def agree(gold: _Role, predicted: _Role) -> bool:
    """Whether a matched pair is one whole attribution: `full`."""
    cue = bool(gold.cue & predicted.cue) or not gold.cue or not predicted.cue
    long = len(predicted.source) > 4 * len(gold.source) + 20
    source = (bool(gold.source & predicted.source) and not long) or not (gold.source or predicted.source)
    return _jaccard(gold.content, predicted.content) >= 0.5 and cue and source


def _characters(text: str, spans: Spans) -> Characters:
    inside = (i for s in spans for i in range(s.start, s.end))
    return frozenset(i for i in inside if not text[i].isspace() and text[i] not in IGNORED)


def _jaccard(a: Characters, b: Characters) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0


def expected_calibration_error(p: Sequence[float], correct: Sequence[bool], *, bins: int = 10) -> float:
    """How far stated probabilities are from how often they were right (Naeini et al., AAAI 2015), 0 to 1."""
    if not p:
        return 0.0
    error = 0.0
    for low in range(bins):
        inside = [i for i, x in enumerate(p) if min(int(x * bins), bins - 1) == low]
        if inside:
            error += abs(sum(p[i] for i in inside) - sum(correct[i] for i in inside))
    return error / len(p)
