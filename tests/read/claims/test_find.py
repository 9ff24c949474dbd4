"""Which candidates are claims, and whose."""

import numpy as np
import pytest

from onrecord.read.claims.find import Least, claimed, joined
from onrecord.read.network.propose import Proposed
from onrecord.span import Span
from onrecord.statement import Statement

LEAST = Least(any=0.5, best=0.2, parent=0.4)
OUTER = Statement("s1", "indirect", (), (), (Span(10, 60),), 1.0)
INNER = Statement("s2", "indirect", (), (), (Span(30, 60),), 1.0, parent="s1", level=2)
OTHER = Statement("s3", "indirect", (), (), (Span(70, 90),), 1.0)


def candidate(start: int, p: float) -> Proposed:
    return Proposed(Span(start, start + 4), p, np.zeros(16), np.zeros(10), 0.1, 0.0, ())


def found(*candidates: Proposed) -> dict[str, list[int]]:
    chosen = claimed("-" * 90, [OUTER, INNER, OTHER], candidates, LEAST)
    return {id_: [c.trigger.start for c in mine] for id_, mine in chosen.items()}


def test_the_innermost_statement_has_it():
    assert found(candidate(40, 0.9), candidate(12, 0.9)) == {"s1": [12], "s2": [40]}


def test_all_that_are_sure_and_else_the_best():
    assert found(candidate(72, 0.6), candidate(80, 0.7), candidate(85, 0.4)) == {"s3": [72, 80]}
    assert found(candidate(72, 0.3), candidate(80, 0.25)) == {"s3": [72]}
    assert found(candidate(72, 0.1)) == {}


def test_the_best_of_a_statement_around_another_needs_more():
    assert found(candidate(12, 0.3)) == {}
    assert found(candidate(12, 0.45)) == {"s1": [12]}


def test_nobody_s_words():
    assert found(candidate(0, 0.8)) == {"": [0]}


@pytest.mark.parametrize(
    ("text", "first", "second", "expected"),
    [
        ("the vote will take place in May", "take", "place", ["take place"]),
        ("they bear a resemblance", "bear", "resemblance", ["bear a resemblance"]),
        ("they sold a ship", "sold", "ship", ["sold", "ship"]),
        ("they sold, left and came", "sold", "left", ["sold", "left"]),
        ("the quarrels end", "rel", "end", ["quarrels end"]),
        ("they did not comment", "did", "comment", ["comment"]),
        ("they may sell, it has not been", "may sell", "has not been", ["sell", "has not been"]),
    ],
)
def test_one_verb_phrase_is_one_candidate(text, first, second, expected):
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in (first, second)]
    made = [Proposed(s, 0.9, np.zeros(16), np.zeros(10), 0.1, 0.0, ()) for s in spans]
    assert [c.trigger.of(text) for c in joined(text, reversed(made))] == expected
