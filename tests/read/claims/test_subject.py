"""What is possible or ruled out stands in for its predicate."""

import pytest

from onrecord.read.claims.subject import subject
from onrecord.span import Span

TABLE = [
    ("A strike cannot be ruled out.", "ruled", "strike"),
    ("Further cuts are unlikely.", "unlikely", "cuts"),
    ("a deal of some kind between the two before he leaves office is possible", "possible", "deal"),
    ("She has no proof, but indeed it cannot be ruled out", "ruled", "it"),
    ("that a sale is likely", "likely", "sale"),
    ("The board has not ruled out a strike.", "ruled", "strike"),
    ("A strike was ruled out by the board.", "ruled", "strike"),
    ("The judge ruled on Monday.", "ruled", "ruled"),
    ("Possible", "Possible", "Possible"),
    ("They will sell.", "sell", "sell"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), TABLE)
def test_subject(text, trigger, expected):
    at = text.index(trigger)
    assert subject(text, Span(at, at + len(trigger)), (Span(0, len(text)),)).of(text) == expected
