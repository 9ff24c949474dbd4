"""Groups from scored pairs: the best pair first, never over a conflict, and in whatever order they come."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.clusters import clustered, components

# (pairs with their scores, who is apart, groups of the letters a to d)
CASES = [
    ("", "", "a b c d"),
    ("ab1", "", "ab c d"),
    ("ab1 cd1", "", "ab cd"),
    ("ab1 bc1 cd1", "", "abcd"),
    ("ab2 bc1", "ac", "ab c d"),
    ("ab1 bc2", "ac", "a bc d"),  # the best pair goes first
    ("ab1 bc1", "ac", "ab c d"),  # a tie: by the items
    ("ab2 cd2 bc1", "ad", "ab cd"),  # two groups are joined whole or not at all
    ("ab2 cd2 bc1 ad3", "bc", "abd c"),
    ("ab1", "ab", "a b c d"),
    ("ab1 ba1 aa9", "", "ab c d"),
    ("bc0", "", "a bc d"),  # what the pairs are is the caller's to say
]


def parts(told: str) -> list[tuple[float, str, str]]:
    return [(float(pair[2]), pair[0], pair[1]) for pair in told.split()]


@pytest.mark.parametrize(("pairs", "conflicts", "groups"), CASES)
def test_groups(pairs: str, conflicts: str, groups: str) -> None:
    apart = {frozenset(pair) for pair in conflicts.split()}
    found = clustered("abcd", parts(pairs), lambda one, other: frozenset((one, other)) in apart)
    assert " ".join("".join(group) for group in found) == groups


def test_groups_that_speak_against_it_as_wholes_stay_two() -> None:
    pairs = [(3.0, "a", "b"), (2.0, "c", "d"), (1.0, "b", "c")]
    found = clustered(
        "abcd", pairs, lambda _one, _other: False, lambda left, right: len(left) + len(right) > 3
    )
    assert found == [("a", "b"), ("c", "d")]


def test_components_are_what_chains_connect() -> None:
    assert components("abcde", [("a", "c"), ("e", "c"), ("b", "b")]) == [("a", "c", "e"), ("b",), ("d",)]
    assert components("", []) == []


ITEMS = st.integers(0, 7)
PAIRS = st.lists(st.tuples(st.sampled_from([0.5, 1.0, 2.0]), ITEMS, ITEMS), max_size=16)
CONFLICTS = st.frozensets(st.frozensets(ITEMS, min_size=2, max_size=2), max_size=6)


@given(PAIRS, CONFLICTS, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(pairs: list[Any], conflicts: frozenset[Any], chance: Any) -> None:
    def apart(one: int, other: int) -> bool:
        return frozenset((one, other)) in conflicts

    items = list(range(8))
    found = clustered(items, pairs, apart)
    chance.shuffle(items)
    turned = [
        (score, *chance.sample((one, other), 2)) for score, one, other in chance.sample(pairs, len(pairs))
    ]
    assert clustered(items, turned, apart) == found


@given(PAIRS, CONFLICTS)
def test_never_over_a_conflict_and_nothing_is_lost(pairs: list[Any], conflicts: frozenset[Any]) -> None:
    found = clustered(range(8), pairs, lambda one, other: frozenset((one, other)) in conflicts)
    assert sorted(item for group in found for item in group) == list(range(8))
    assert not [pair for group in found for pair in combinations(group, 2) if frozenset(pair) in conflicts]
    connected = components(range(8), [(one, other) for _, one, other in pairs])
    assert all(any(set(group) <= set(whole) for whole in connected) for group in found)
