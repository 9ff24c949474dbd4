"""What is possible or ruled out stands in for its predicate."""

import numpy as np
import pytest

from onrecord.read.claims.subject import about, named, subject
from onrecord.read.network.propose import Proposed
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


LEFT_OPEN = [
    ("We do not rule it out.", "rule", "it"),
    ("We do not rule it out.", "out", "it"),
    ("She had ruled that option out.", "ruled", "option"),
    ("They cannot rule out further cuts this year.", "rule out", "cuts"),
    ("A meeting between the two of them before the summit is not ruled out.", "ruled", "meeting"),
    ("A sale is off the table.", "off", "sale"),
    ("A sale is not out of the question.", "out of", "sale"),
    ("The offer leaves the door open to a merger.", "leaves", "merger"),
    ("The board was keeping open the option of a sale.", "keeping", "sale"),
    ("They do not rule out that the two will meet.", "rule", "meet"),
    ("They are likely to sign.", "likely", "sign"),
    ("The deal is likely to be signed.", "likely", "signed"),
    ("He is likely to be the next mayor.", "likely", "He"),
    ("The strike is off.", "off", "strike"),
    ("The council is open to talks with the ferry union.", "open", "talks"),
    ("She remained open to selling the pier.", "open", "selling"),
    ("We are not open to a second vote.", "open", "vote"),
    ("A walkout was on the table.", "was", "walkout"),
    ("All options remain on the table, he said.", "table", "options"),
    ("The deal is dead.", "dead", "deal"),
    # these are propositions of their own
    ("The lights are off.", "off", "off"),
    ("Two soldiers are dead.", "dead", "dead"),
    ("The talks were called off.", "called", "called"),
    ("The pier is open to the public.", "open", "open"),
    ("The reading was open to all.", "open", "open"),
    ("The road is open.", "open", "open"),
    ("The offer on the table is fair.", "fair", "fair"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), LEFT_OPEN)
def test_what_is_left_open_or_off(text, trigger, expected):
    at = text.index(trigger)
    assert subject(text, Span(at, at + len(trigger)), (Span(0, len(text)),)).of(text) == expected


def test_of_two_about_one_word_the_one_that_stood_there_stays():
    text = "We do not rule out a sale."

    def at(word: str, p: float) -> Proposed:
        start = text.index(word)
        return Proposed(Span(start, start + len(word)), p, np.zeros(16), np.zeros(10), 0.1, 0.0, ())

    whole = (Span(0, len(text)),)
    (kept,) = about(text, [at("rule", 0.9), at("sale", 0.4)], [whole, whole])
    assert (kept.trigger.of(text), kept.p) == ("sale", 0.4)
    (moved,) = about(text, [at("rule", 0.9)], [whole])
    assert (moved.trigger.of(text), moved.p) == ("sale", 0.9)


@pytest.mark.parametrize(
    ("said", "trigger", "expected"),
    [
        ("A strike cannot be ruled out", "strike", ["A strike "]),
        ("A strike cannot be ruled out before May", "strike", ["A strike ", "before May"]),
        ("no option is off the table", "option", ["option "]),
        ("we do not rule such a step out now", "step", ["such a step ", "now"]),
        ("A deal is unlikely to hold", "deal", []),
        ("The strike hurt", "strike", []),
    ],
)
def test_named(said, trigger, expected):
    at = said.index(trigger)
    found = named(said, Span(at, at + len(trigger)), Span(0, len(said)))
    assert [span.of(said) for span in found] == expected
