"""Pairwise and B-cubed figures: known cases, and what slow counting says."""

import random
from itertools import combinations

import pytest

from evaluation.record.pairs import Pairs, b_cubed, given, pairwise, wrong

GOLD = dict(zip("abcdef", [1, 1, 1, 2, 2, 3], strict=True))


@pytest.mark.parametrize(
    ("found", "pairs"),
    [
        ("111223", Pairs(4, 4, 4)),  # as labelled
        ("xxxyyz", Pairs(4, 4, 4)),  # by other names
        ("111111", Pairs(4, 15, 4)),  # all is one
        ("123456", Pairs(0, 0, 4)),  # nothing is
        ("112223", Pairs(2, 4, 4)),  # c is in the wrong group
    ],
)
def test_known_cases(found: str, pairs: Pairs) -> None:
    assert pairwise(GOLD, dict(zip("abcdef", found, strict=True))) == pairs


def test_what_was_missed_is_joined_with_nothing() -> None:
    found = {"a": 1, "b": 1, "d": 2}
    assert pairwise(GOLD, found) == Pairs(1, 1, 4)
    assert pairwise(given(GOLD, found), found) == Pairs(1, 1, 1)


def test_pairs_across_articles_only() -> None:
    places = dict(zip("abcdef", ["p", "p", "q", "p", "q", "q"], strict=True))
    assert pairwise(GOLD, GOLD, places) == Pairs(3, 3, 3)
    assert pairwise(GOLD, dict.fromkeys("abcdef", 0), places) == Pairs(3, 9, 3)


def test_nothing_to_join_and_nothing_joined_is_no_fault() -> None:
    assert Pairs().prf == (1, 1, 1)
    assert Pairs(0, 0, 2).prf == (1, 0, 0)
    assert Pairs(0, 2, 0).prf == (0, 0, 0)
    assert b_cubed({}, {}) == (1, 1, 1)
    assert b_cubed({"a": 1}, {}) == (0, 0, 0)


@pytest.mark.parametrize("seed", range(30))
def test_slow_counting_says_the_same(seed: int) -> None:
    rng = random.Random(seed)
    items = range(rng.randint(1, 12))
    gold = {item: rng.randint(0, 3) for item in items}
    found = {item: rng.randint(0, 3) for item in items if rng.random() < 0.8}
    places = {item: rng.randint(0, 2) for item in items}
    for within in (None, places):
        pairs = [(a, b) for a, b in combinations(items, 2) if not within or within[a] != within[b]]
        same = {pair for pair in pairs if gold[pair[0]] == gold[pair[1]]}
        joined = {(a, b) for a, b in pairs if a in found and b in found and found[a] == found[b]}
        assert pairwise(gold, found, within) == Pairs(len(same & joined), len(joined), len(same))
    apart, together = wrong(gold, found)
    both = [pair for pair in combinations(items, 2) if found.keys() >= set(pair)]
    assert set(apart) == {(a, b) for a, b in both if gold[a] == gold[b] and found[a] != found[b]}
    assert set(together) == {(a, b) for a, b in both if gold[a] != gold[b] and found[a] == found[b]}
    _assert_b_cubed(gold, found)


def _assert_b_cubed(gold: dict[int, int], found: dict[int, int]) -> None:
    precise, recalled = [], []
    for item, label in gold.items():
        group = {other for other in gold if gold[other] == label}
        mine = {other for other in found if item in found and found[other] == found[item]}
        recalled.append(len(group & mine) / len(group))
        if mine:
            precise.append(len(group & mine) / len(mine))
    result = b_cubed(gold, found)
    assert result.r == pytest.approx(sum(recalled) / len(recalled))
    assert result.p == pytest.approx(sum(precise) / len(precise) if precise else 0)
