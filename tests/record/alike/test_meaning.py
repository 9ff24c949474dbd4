"""Which words mean one thing, one line a pair."""

import pytest

from onrecord.record.alike import meaning, phrase
from onrecord.terms import terms

SAME = [
    ("the company was bought", "they buy the company"),  # irregular forms
    ("the terminal is sold", "a sale of the terminal"),
    ("the two sat down with the premier", "meeting the prime minister"),
    ("they struck a deal", "an agreement"),
    ("she left office", "her resignation"),
    ("soldiers withdrew", "the withdrawal of the soldiers"),
    ("the crew was released", "the crew went free"),
    ("the navy opened fire on the boat", "the boat was shelled by the navy"),
    ("the dam burst", "the dam gave way"),
    ("the mill was shut down", "the closure of the mill"),
]
OTHER = [
    ("he saw the dam", "he met the dam"),  # a form that is as often another word
    ("they published the accounts", "they released the crew"),
    ("they stepped on it", "they stepped down"),
]


def meanings(text: str) -> set[str]:
    return {word for word in meaning(terms(text)).words if word.startswith("=")}


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_meaning(one: str, other: str) -> None:
    assert meanings(one) & meanings(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_meanings(one: str, other: str) -> None:
    assert not meanings(one) & meanings(other)


@pytest.mark.parametrize(
    ("words", "size"),
    [("step down", 2), ("stepped down on Monday", 2), ("met the envoy", 0), ("down", 0), ("", 0)],
)
def test_how_many_words_are_one_phrase(words: str, size: int) -> None:
    assert phrase(terms(words)) == size
