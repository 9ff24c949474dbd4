"""What forms of words belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.events.lemmas import LONGEST, bases, family, participle, past


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("closed", "close"),
        ("closing", "close"),
        ("closes", "close"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("met", "meet"),
        ("withdrew", "withdraw"),
        ("stopped", "stop"),
        ("agreed", "agree"),
        ("freezing", "freeze"),
        ("Struck", "strike"),
        ("Oslo's", "oslo"),
    ],
)
def test_bases(form: str, base: str) -> None:
    assert base in bases(form)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("closure", "closed"),
        ("closing", "closure"),
        ("resignation", "resigned"),
        ("withdrawal", "withdrew"),
        ("agreement", "agree"),
        ("expulsion", "expelled"),
        ("denial", "denies"),
        ("deployment", "deploying"),
        ("decision", "decided"),
        ("arrival", "arrive"),
        ("refusal", "refused"),
        ("visits", "visited"),
    ],
)
def test_of_one_word(one: str, other: str) -> None:
    assert family(one) & family(other)


@pytest.mark.parametrize(
    ("one", "other"), [("talks", "walks"), ("visit", "vision"), ("sale", "sail"), ("meet", "met's up")]
)
def test_of_two_words(one: str, other: str) -> None:
    assert not family(one) & family(other)


def test_past_and_participle() -> None:
    assert [past(word) for word in ("left", "close", "cut", "broke", "red")] == [
        True,
        False,
        True,
        True,
        False,
    ]
    assert [participle(word) for word in ("broken", "broke", "signed", "been")] == [True, False, True, True]


@given(st.text(max_size=60))
def test_any_word(word: str) -> None:
    assert bases(word) <= family(word)
    assert all(len(base) <= LONGEST + 3 for base in family(word))
