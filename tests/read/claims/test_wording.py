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
    ("he would now support a vote", "support", "he now supports a vote"),
    ("there could still be a vote", "vote", "there still is a vote"),
    ("there may be two votes", "votes", "there are two votes"),
]


@pytest.mark.parametrize(("said", "trigger", "expected"), TABLE)
def test_worded_positively(said, trigger, expected):
    at = said.index(trigger)
    assert proposition(said, (Span(0, len(said)),), Span(at, at + len(trigger))) == expected


DENIED = [
    ("no strike had been planned", "planned", "a strike had been planned"),
    ("there would be no strike in June", "strike", "there is a strike in June"),
    ("There will be no talks on Friday", "talks", "There are talks on Friday"),
    ("No decisions had been made", "made", "decisions had been made"),
    ("it had no intention of closing the yard", "closing", "it had an intention of closing the yard"),
    ("there was no evidence against her", "evidence", "there was evidence against her"),
    ("he was no longer a candidate", "candidate", "he was a candidate"),
    ("“There is no early vote,”", "vote", "There is an early vote"),
    ("no more trains would run", "run", "more trains run"),
    ("No, the port would not close", "close", "the port closes"),
]


@pytest.mark.parametrize(("said", "trigger", "expected"), DENIED)
def test_what_there_is_none_of_is_worded_positively(said, trigger, expected):
    at, no = said.index(trigger), said.lower().index("no")
    content = (Span(0, len(said)),)
    assert proposition(said, content, Span(at, at + len(trigger)), (Span(no, no + 2),)) == expected


def test_a_no_that_denies_something_else_stays():
    said = "with no warning the port will close"
    at = said.index("close")
    assert proposition(said, (Span(0, len(said)),), Span(at, at + 5)) == "with no warning the port closes"


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
