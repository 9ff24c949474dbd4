"""The words of a span and the forms of an entry: tables of (entry, forms)."""

import pytest

from onrecord.read.acts.words import LONG, forms, inflected, words
from onrecord.span import Span

EXCEPTIONS = {"double": ["plan"], "irregular": {"say": ["said"], "withdraw": ["withdrew", "withdrawn"]}}

INFLECTED = [
    ("ask", {"ask", "asks", "asked", "asking"}),
    ("promise", {"promise", "promises", "promised", "promising"}),
    ("deny", {"deny", "denies", "denied", "denying"}),
    ("convey", {"convey", "conveys", "conveyed", "conveying"}),
    ("plan", {"plan", "plans", "planned", "planning"}),
    ("agree", {"agree", "agrees", "agreed", "agreeing"}),
    ("stress", {"stress", "stresses", "stressed", "stressing"}),
    ("say", {"say", "says", "said", "saying"}),
    ("withdraw", {"withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"}),
]


@pytest.mark.parametrize(("verb", "expected"), INFLECTED)
def test_inflected(verb, expected):
    assert inflected(verb, EXCEPTIONS) == expected


def test_forms_inflect_the_first_word_of_a_verb_and_the_last_of_a_noun():
    entries = {"verbs": ["deny it"], "nouns": ["point of no query"], "words": ["on record"]}
    assert {" ".join(form) for form in forms(entries, EXCEPTIONS)} == {
        *("deny it", "denies it", "denied it", "denying it"),
        *("point of no query", "point of no queries", "on record"),
    }


WORDS = [
    ("He’d LIKE to", ("he'd", "like", "to")),
    ("e-mail, twice: no!", ("e-mail", "twice", "no")),
    ("’ve asked", ("'ve", "asked")),
    ("—“”…", ()),
    ("", ()),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text, expected):
    assert words(text, [Span(0, len(text))]) == expected


def test_of_a_long_span_the_beginning_counts():
    assert len(words("a " * LONG, [Span(0, 2 * LONG)])) == LONG // 2
