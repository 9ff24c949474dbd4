"""Predicates of It-Happened at their place in the text, and Pearson's r."""

import pytest

from evaluation.corpora import CORPORA, load
from evaluation.uds import aligned, pearson, predicates
from onrecord import Span


def test_tokens_are_found_one_after_another() -> None:
    text = 'The mayor, they say, can\'t  sail ("now").'
    tokens = "The mayor , they say , ca n't sail -LRB- `` now '' -RRB- .".split()
    spans = aligned(text, tokens)
    words = ["The", "mayor", ",", "they", "say", ",", "ca", "n't", "sail", "(", '"', "now", '"', ")", "."]
    assert [span.of(text) for span in spans if span] == words
    assert spans == sorted(spans)


def test_a_token_that_is_not_there_stops_none_of_the_others() -> None:
    assert aligned("It rains.", ["It", "snows", "rains", "."]) == [Span(0, 2), None, Span(3, 8), Span(8, 9)]
    assert aligned("It " + " " * 50 + "rains", ["It", "rains"]) == [Span(0, 2), None]
    assert aligned("", ["x"]) == [None]


@pytest.mark.parametrize(
    ("xs", "ys", "expected"),
    [
        ([1, 2, 3], [2, 4, 6], 1),
        ([1, 2, 3], [3, 2, 1], -1),
        ([1, 2, 3, 4], [1, 3, 2, 4], 0.8),
        ([0, 1, 0, 1], [0, 0, 1, 1], 0),
    ],
)
def test_pearson(xs: list[float], ys: list[float], expected: float) -> None:
    assert pearson(xs, ys) == pytest.approx(expected)


def test_pearson_of_what_never_changes_is_not_known() -> None:
    assert pearson([1, 1], [1, 2]) is None
    assert pearson([], []) is None


@pytest.mark.skipif(not CORPORA.exists(), reason="no corpora beside this checkout")
def test_every_predicate_is_found() -> None:
    every = list(predicates())
    raw = [r["tokens"][r["pred"]] for r in load(CORPORA / "uds-ih2" / "dev.jsonl.gz")]
    assert [one.span.of(one.text) for one in every] == raw
    assert all(-3 <= one.score <= 3 for one in every)
