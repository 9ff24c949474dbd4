"""Coreference: the textbook example, edges, and how spans are put beside gold's whole phrases."""

import random
from itertools import permutations

import numpy as np
import pytest

from evaluation.annotated import Document, Mention
from evaluation.coreference import Conll, align, assignment, clusters_of, compare, conll, total
from onrecord import Agent, Article, Reading, Span
from onrecord import Mention as Named

# Figure 1 of Pradhan et al., "Scoring Coreference Partitions of Predicted Mentions" (ACL 2014).
KEY, RESPONSE = ("abc", "defg"), ("ab", "cd", "fghi")


def test_the_textbook_example() -> None:
    result = conll(KEY, RESPONSE)
    assert result.muc.prf == pytest.approx((0.40, 0.40, 0.40), abs=0.005)
    assert result.b_cubed.prf == pytest.approx((0.50, 0.42, 0.46), abs=0.006)
    assert result.ceaf_e.prf == pytest.approx((0.43, 0.65, 0.52), abs=0.005)
    assert result.f1 == pytest.approx(0.46, abs=0.005)


@pytest.mark.parametrize(
    ("gold", "found", "muc", "b_cubed"),
    [
        (["abcd"], ["abcd"], 1, 1),
        (["abcd"], [], 0, 0),
        ([], ["abcd"], 0, 0),
        ([], [], 0, 0),
        (["abcd"], ["ab", "cd"], 0.8, 2 / 3),  # Vilain et al.: P 2/2, R 2/3
        (["ab", "cd"], ["abcd"], 0.8, 2 / 3),
        (["ab", "c", "d"], ["ab", "cd"], 2 / 3, 2 / 3),  # gold's single mentions are left out
        (["ab", "cd"], ["ab", "c", "d"], 2 / 3, 2 / 3),
    ],
)
def test_small_cases(gold: list[str], found: list[str], muc: float, b_cubed: float) -> None:
    result = conll(gold, found)
    assert result.muc.prf.f1 == pytest.approx(muc)
    assert result.b_cubed.prf.f1 == pytest.approx(b_cubed)


def test_texts_add_up() -> None:
    one, other = conll(["ab", "cd"], ["ab"]), conll(["xyz"], ["xyz"])
    both = total([one, other])
    assert both.muc == (3, 4, 3, 3)
    assert both.ceaf_e.prf.r == pytest.approx(2 / 3)
    assert total([]) == Conll()
    assert total([]).f1 == 0


@pytest.mark.parametrize("seed", range(30))
def test_the_assignment_is_the_best_there_is(seed: int) -> None:
    rng = random.Random(seed)
    rows, columns = rng.randint(1, 5), rng.randint(1, 5)
    value = np.array(
        [[rng.choice((0.0, 0.25, 0.5, rng.random())) for _ in range(columns)] for _ in range(rows)]
    )
    narrow = value if rows <= columns else value.T
    best = max(
        sum(narrow[i, j] for i, j in enumerate(order))
        for order in permutations(range(narrow.shape[1]), narrow.shape[0])
    )
    assert assignment(value) == pytest.approx(best)


TEXT = "Nela Braun, who runs the Ardo Bank, left. She had led it for years."
WHOLE = Mention(0, 34, "name", "person", Span(0, 4), Span(0, 10))
BANK = Mention(21, 34, "name", "organization", Span(30, 34), Span(25, 34))
SHE, IT = (
    Mention(42, 45, "pronoun", "person", Span(42, 45)),
    Mention(54, 56, "pronoun", "organization", Span(54, 56)),
)
DOCUMENT = Document("d", TEXT, (), (WHOLE, BANK, SHE, IT), ((WHOLE, SHE), (BANK, IT)))


def test_a_name_within_a_phrase_counts_as_the_phrase() -> None:
    found = [[Span(0, 10), Span(42, 45)], [Span(25, 34), Span(54, 56)]]
    assert compare(DOCUMENT, found).f1 == 1
    assert compare(DOCUMENT, found, exact=True).f1 < 0.5
    assert align([Span(0, 10), Span(25, 34)], DOCUMENT.mentions) == {
        Span(0, 10): Span(0, 34),
        Span(25, 34): Span(21, 34),
    }
    assert align([Span(12, 15)], DOCUMENT.mentions) == {}  # "who" covers no main word


def test_kinds_limit_gold() -> None:
    people = [[Span(0, 34), Span(42, 45)]]
    assert compare(DOCUMENT, people, kinds=("person",)).f1 == 1
    assert compare(DOCUMENT, people).f1 < 1


def test_the_article_itself_is_nobody_in_it() -> None:
    agents = (
        Agent("article", "this article", "document", mentions=(Named(0, 4, "name"),)),
        Agent("a", "Nela Braun", "person", mentions=(Named(0, 10, "name"), Named(42, 45, "pronoun"))),
    )
    assert clusters_of(Reading(Article("d", TEXT), agents)) == [[Span(0, 10), Span(42, 45)]]
