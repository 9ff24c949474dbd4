"""Whether the mentions that a reading gives one agent are of one thing: CoNLL F1.

It is the mean of three measures that see different errors: MUC counts links (Vilain et al., 1995), B-cubed
looks at every mention (Bagga and Baldwin, 1998), CEAF-e aligns clusters (Luo, 2005), all as Pradhan et al.
(2014) compute them. What is mentioned once is left out, on both sides.
"""

from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from evaluation.annotated import Document, Mention
from evaluation.identity import ARTICLE
from evaluation.whole import Prf, harmonic
from onrecord import Reading, Span

Cluster = frozenset[Hashable]
Clusters = Sequence[Cluster]


class Sums(NamedTuple):
    """Numerators and denominators of one measure's recall and precision; they add up over texts."""

    recalled: float = 0.0
    gold: float = 0.0
    precise: float = 0.0
    found: float = 0.0

    @property
    def prf(self) -> Prf:
        return harmonic(
            self.precise / self.found if self.found else 0.0, self.recalled / self.gold if self.gold else 0.0
        )


class Conll(NamedTuple):
    """The three measures of one text, or of many."""

    muc: Sums = Sums()
    b_cubed: Sums = Sums()
    ceaf_e: Sums = Sums()

    @property
    def f1(self) -> float:
        return sum(measure.prf.f1 for measure in self) / 3


def conll(gold: Iterable[Collection[Hashable]], found: Iterable[Collection[Hashable]]) -> Conll:
    """Compare two sets of clusters of one text."""
    a, b = ([frozenset(cluster) for cluster in side if len(cluster) > 1] for side in (gold, found))
    return Conll(
        Sums(*_links(a, b), *_links(b, a)), Sums(*_shares(a, b), *_shares(b, a)), _aligned_clusters(a, b)
    )


def total(texts: Iterable[Conll]) -> Conll:
    """The measures of a corpus from those of its texts."""
    out = Conll()
    for text in texts:
        out = Conll(*(Sums(*map(sum, zip(a, b, strict=True))) for a, b in zip(out, text, strict=True)))
    return out


def _links(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    """MUC: the links that hold a cluster together, less those that the other side lacks."""
    home = {mention: i for i, other in enumerate(others) for mention in other}
    kept = 0
    for cluster in clusters:
        known = [home[mention] for mention in cluster if mention in home]
        kept += len(known) - len(set(known))
    return kept, sum(len(cluster) - 1 for cluster in clusters)


def _shares(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    """B-cubed: how much of its cluster each mention finds beside it on the other side."""
    kept = sum(len(a & b) ** 2 / len(a) for a in clusters for b in others)
    return kept, sum(map(len, clusters))


def _aligned_clusters(gold: Clusters, found: Clusters) -> Sums:
    """CEAF-e: the Dice overlap of clusters that are put side by side, one to one, as well as can be."""
    overlap = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in found] for a in gold])
    best = assignment(overlap) if gold and found else 0.0
    return Sums(best, len(gold), best, len(found))


def assignment(value: np.ndarray[Any, np.dtype[np.float64]]) -> float:
    """The most that pairing rows with columns, one to one, can be worth (Hungarian algorithm).

    >>> assignment(np.array([[3.0, 2.0], [2.0, 0.0]]))
    4.0
    """
    cost = -(value if value.shape[0] <= value.shape[1] else value.T)
    rows, columns = cost.shape
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    row_of = np.zeros(columns + 1, dtype=int)  # of each column, 0 while it is free; both count from 1
    for row in range(1, rows + 1):
        row_of[0], column = row, 0
        least, before = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=int)
        tried = np.zeros(columns + 1, dtype=bool)
        while row_of[column]:
            tried[column] = True
            slack = np.full(columns + 1, np.inf)
            slack[1:] = cost[row_of[column] - 1] - row_price[row_of[column]] - column_price[1:]
            closer = ~tried & (slack < least)
            least[closer], before[closer] = slack[closer], column
            following = int(np.argmin(np.where(tried, np.inf, least)))
            step = least[following]
            row_price[row_of[tried]] += step
            column_price[tried] -= step
            least[~tried] -= step
            column = following
        while column:
            row_of[column] = row_of[before[column]]
            column = int(before[column])
    return float(
        -sum(cost[row_of[column] - 1, column - 1] for column in range(1, columns + 1) if row_of[column])
    )


def clusters_of(reading: Reading) -> list[list[Span]]:
    """The mentions of each agent."""
    return [[Span(m.start, m.end) for m in a.mentions] for a in reading.agents if a.id != ARTICLE]


def compare(
    document: Document, found: Iterable[Iterable[Span]], *, kinds: Collection[str] = (), exact: bool = False
) -> Conll:
    """Compare clusters of spans with a document's, those of some ``kinds`` alone where they are given.

    GUM's mentions are whole phrases, with relative clauses and all. Unless ``exact``, a span within such a
    phrase that covers its main word counts as the phrase.
    """
    gold = [c for c in document.clusters if not kinds or any(m.kind in kinds for m in c)]
    spans = [[*dict.fromkeys(cluster)] for cluster in found]
    same = {} if exact else align({span for cluster in spans for span in cluster}, document.mentions)
    return conll(
        [{Span(m.start, m.end) for m in cluster} for cluster in gold],
        [{same.get(span, span) for span in cluster} for cluster in spans],
    )


def align(found: Collection[Span], gold: Iterable[Mention]) -> dict[Span, Span]:
    """For each span the gold phrase that it stands for: the same, else the shortest around it, one to one."""
    phrases = sorted((m.end - m.start, Span(m.start, m.end), m.head) for m in gold)
    out = {span: span for _, span, _ in phrases if span in found}
    for _, phrase, head in phrases:
        if phrase in out or not head:
            continue
        inside = [
            s
            for s in found
            if s not in out and phrase.start <= s.start <= head.start and head.end <= s.end <= phrase.end
        ]
        if inside:
            out[max(inside, key=lambda s: (s.end - s.start, -s.start))] = phrase
    return out
