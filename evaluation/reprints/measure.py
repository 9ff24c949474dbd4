"""How many copies are found, and what is taken for one."""

from collections import Counter, defaultdict
from itertools import combinations
from typing import NamedTuple

from evaluation.reprints.printed import SHARED, Printed
from onrecord.record.same import Copy, Sketch, copy_of, groups, keys, sketch


class Found(NamedTuple):
    """What was found among the articles: candidates and copies, by the pair of their ids."""

    candidates: set[tuple[str, str]]
    copies: dict[tuple[str, str], Copy]


def find(sketches: dict[str, Sketch]) -> Found:
    """The copies among articles, as the record finds them: those with a key in common are compared."""
    index: defaultdict[int, list[str]] = defaultdict(list)
    for i, made in sketches.items():
        for key in keys(made):
            index[key].append(i)
    candidates = {pair for ids in index.values() for pair in combinations(sorted(ids), 2)}
    copies = {}
    for a, b in candidates:
        copy = copy_of(sketches[a], sketches[b])
        if copy:
            copies[a, b] = copy
    return Found(candidates, copies)


class Figures(NamedTuple):
    """How well copies are found; ``kinds`` holds how many there are of each kind, and how many are found."""

    kinds: dict[str, tuple[int, int]]
    false: list[tuple[str, str]]
    missed: list[tuple[str, str]]
    precision: float
    recall: float
    grouped_precision: float
    grouped_recall: float
    candidates: int
    articles: int


def measure(everything: list[Printed]) -> Figures:
    """Pairs of base and copy that were found, pairs found that are none, and the same for pairs in groups."""
    by_id = {one.article.id: one for one in everything}
    sketches = {i: sketch(one.article) for i, one in by_id.items()}
    found = find(sketches)

    def shared(a: str, b: str) -> bool:
        return by_id[a].base == by_id[b].base and {by_id[a].kind, by_id[b].kind} in SHARED

    def true(a: str, b: str) -> bool:
        return by_id[a].copy and by_id[b].copy and by_id[a].base == by_id[b].base

    total, hit = Counter[str](), Counter[str]()
    missed = []
    for i, one in by_id.items():
        if one.copy and one.kind != "original":
            pair = (min(i, f"{one.base}/original"), max(i, f"{one.base}/original"))
            total[one.kind] += 1
            hit[one.kind] += pair in found.copies
            missed += [] if pair in found.copies else [pair]
    false = [pair for pair in found.copies if not true(*pair) and not shared(*pair)]
    made = groups([s.imprint for s in sketches.values()], found.copies.values())
    ids = [[group.first, *(m.article for m in group.members)] for group in made]
    together = [pair for group in ids for pair in combinations(sorted(group), 2) if not shared(*pair)]
    right = sum(true(*pair) for pair in together)
    families = Counter(one.base for one in everything if one.copy)
    pairs = sum(n * (n - 1) // 2 for n in families.values())
    return Figures(
        {kind: (n, hit[kind]) for kind, n in total.items()},
        false,
        missed,
        1 - len(false) / max(len(found.copies), 1),
        sum(hit.values()) / sum(total.values()),
        right / max(len(together), 1),
        right / pairs,
        len(found.candidates),
        len(everything),
    )
