"""Propositions in the article's own words, worded positively."""

import pytest

from onrecord.read.claims.wording import proposition
from onrecord.span import Span

TABLE = [
    ("that the port will not close before May", "close", "the port closes before May"),
    ("that the plan may be dropped", "dropped", "the plan is dropped"),
    ("the ferries won’t run on Friday", "run", "the ferries run on Friday"),
    ("we can't pay", "pay", "we pay"),
    ("she hasn't resigned", "resigned", "she has resigned"),
    ("it didn't happen", "happen", "it did happen"),
    ("“We have never lied,”", "lied", "We have lied"),
    ("that the bank could probably have known", "known", "the bank has known"),
    ("she would stay the “heart” of the party", "stay", "she stays the heart of the party"),
    ("the men were “not dreamers” at all", "dreamers", "the men were dreamers at all"),
    ("“We lost,” she added, “and they won.”", "won", "they won"),
    ("a strike can’t be ruled out", "strike", "a strike"),
    ("A sale of the pier is unlikely before the summer", "sale", "A sale of the pier before the summer"),
    ("the board does not rule out selling the pier", "selling", "selling the pier"),
    ("I would not rule such a step out", "step", "such a step"),
    ("the strike is off", "strike", "the strike"),
    ("“I’d be glad,”", "glad", "I am glad"),
    ("the talks failed", "failed", "the talks failed"),
    ("they'll carry the debt", "carry", "they carry the debt"),
    ("whether the glass is safe", "safe", "the glass is safe"),
]


@pytest.mark.parametrize(("said", "trigger", "expected"), TABLE)
def test_worded_positively(said, trigger, expected):
    at = said.index(trigger)
    assert proposition(said, (Span(0, len(said)),), Span(at, at + len(trigger))) == expected


def test_only_the_clause_of_the_trigger():
    text = "Berg said that the mine will reopen if the pumps hold, and that wages will fall."
    content = (Span(10, len(text)),)
    for trigger, expected in (("reopen", "the mine reopens"), ("fall", "wages fall")):
        at = text.index(trigger)
        assert proposition(text, content, Span(at, at + len(trigger))) == expected


def test_a_long_clause_is_cut():
    text = "the " + "very " * 5000 + "old bridge will fall"
    at = text.index("fall")
    assert len(proposition(text, (Span(0, len(text)),), Span(at, at + 4))) < 600
