"""What a mention's time allows, which one of several it is, and by which words it is found."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.events import keys, whole, words_of
from onrecord.record.events.mention import FOREVER
from onrecord.span import Span
from tests.record.events.mentioned import mention

SAID = "2026-03-02"


def days(told: tuple[int, int] | None) -> tuple[str, str] | None:
    """Days as people write them."""
    return told and (str(date.fromordinal(told[0])), str(date.fromordinal(told[1])))


# (how it is bound, the first and last day, the days of what it is to be before)
BOUNDS: list[tuple[dict[str, Any], tuple[str, str] | None, tuple[str, str] | None]] = [
    ({}, None, None),
    (
        {"relation": "ON", "earliest": "2026-03-09", "latest": "2026-03-09"},
        ("2026-03-09", "2026-03-09"),
        None,
    ),
    (
        {"relation": "DURING", "earliest": "2026-03-01", "latest": "2026-03-31"},
        ("2026-03-01", "2026-03-31"),
        None,
    ),
    ({"relation": "BEFORE", "latest": "2026-04-20"}, (SAID, "2026-04-20"), ("2026-04-20", "2026-04-20")),
    (
        {"relation": "BEFORE", "latest": "2026-11-30", "deadline": "2026-FA"},
        (SAID, "2026-11-30"),
        ("2026-08-31", "2026-11-30"),
    ),
    (
        {"relation": "UNTIL", "latest": "2026-04-30", "deadline": "2026-04"},
        (SAID, "2026-04-30"),
        ("2026-03-30", "2026-04-30"),
    ),
    (
        {"relation": "BEFORE", "latest": "2026-02-20"},
        ("2026-02-20", "2026-02-20"),
        ("2026-02-20", "2026-02-20"),
    ),
    (
        {"relation": "BEFORE", "latest": "2026-04-20", "day": None},
        ("2026-04-20", "2026-04-20"),
        ("2026-04-20", "2026-04-20"),
    ),
    ({"relation": "AFTER", "earliest": "2026-06-01"}, ("2026-06-01", "9999-12-31"), None),
    (
        {"relation": "AFTER", "earliest": "2026-06-01", "latest": "2026-06-01"},
        ("2026-06-01", "9999-12-31"),
        None,
    ),
    ({"relation": "BEFORE", "latest": "soon"}, None, None),
    ({"relation": "ON", "earliest": "2026-03-09T10:00", "latest": None}, ("2026-03-09", "2026-03-09"), None),
]


@pytest.mark.parametrize(("told", "bound", "until"), BOUNDS)
def test_bounds(told: dict[str, Any], bound: tuple[str, str] | None, until: tuple[str, str] | None) -> None:
    one = mention(**told)
    assert (days(one.bound), days(one.until)) == (bound, until)


def test_after_has_no_end() -> None:
    after = mention(relation="AFTER", earliest="2026-06-01").bound
    assert after and after[1] == FOREVER


@pytest.mark.parametrize(
    ("label", "order", "further"),
    [
        ("the vote", None, False),
        ("the first round", "1", False),
        ("a second vote", "2", True),
        ("the third vote", "3", True),
        ("meet again", None, True),
        ("another meeting", None, True),
        ("one more meeting", None, True),
        ("return to Vellport", None, False),
        ("the last vote", None, False),
    ],
)
def test_which_of_several(label: str, order: str | None, further: bool) -> None:
    one = mention(label=label, trigger="vote")
    assert (one.order, one.further) == (order, further)


def test_what_is_in_every_label_is_no_content() -> None:
    assert mention(label="the strike of the pilots", trigger="strike").content == {"=strike", "pilot"}


def test_keys_are_pairs_of_rare_words_and_last_names() -> None:
    found = keys(("=strike", "the", "pilot"), ("Tove Lind", "Tove Lind", ""))
    assert found == ("=strike lind", "=strike pilot", "lind pilot")
    assert keys(("the",), ()) == ()
    assert keys(("dredger",)) == ("dredger",)
    assert len(keys("abcdefghij")) == 10  # pairs of five


def test_words_of_a_label_and_its_triggers() -> None:
    words, trigger = words_of("the pilots' walkout", ["walkout", "strike"])
    assert (words, trigger) == (("the", "pilot", "=strike"), ("=strike",))
    assert words_of(None, []) == ((), ())


@given(
    st.text(max_size=500),
    st.lists(st.text(max_size=300), max_size=3),
    st.lists(st.text(max_size=30), max_size=3),
)
def test_any_words(label: str, triggers: list[str], names: list[str]) -> None:
    words, trigger = words_of(label, triggers)
    assert set(trigger) <= set(words)
    found = keys(words, names)
    assert len(found) == len(set(found)) <= 10


# (a sentence with its trigger between stars, the trigger and what makes a phrase of it)
PHRASES = [
    ("The minister *stepped* down on Monday.", "stepped down"),
    ("The minister *stepped* on a rake.", "stepped"),
    ("Both sides *put* their names to it.", "put their names to"),
    ("He *turned*, down at the quay, to the crew.", "turned"),
    ("The pilots *walked out* again.", "walked out"),
    ("It *sank*", "sank"),
]


@pytest.mark.parametrize(("told", "phrase"), PHRASES)
def test_a_trigger_with_what_makes_a_phrase_of_it(told: str, phrase: str) -> None:
    start, end = told.index("*"), told.rindex("*") - 1
    assert whole(told.replace("*", ""), Span(start, end)) == phrase


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_phrase_begins_with_its_trigger(text: str, start: int, end: int) -> None:
    first, last = sorted((min(start, len(text)), min(end, len(text))))
    found = whole(text, Span(first, last))
    assert text[first:].startswith(found)
    assert len(found) >= last - first


# (a label, its trigger, the words for the event)
COURSES = [
    ("The strike will begin", "begin", {"=strike"}),
    ("the union began a strike", "began", {"=strike"}),
    ("the talks are to resume", "resume", {"=talks"}),
    ("the secret books are opened", "opened", {"=book"}),
    ("the strike was called off", "called off", {"=stop"}),
    ("it goes on", "goes on", {"=continue"}),
    ("a strike, which begins", "strike", {"=strike"}),
]


@pytest.mark.parametrize(("label", "trigger", "words"), COURSES)
def test_that_something_begins_is_no_word_for_it(label: str, trigger: str, words: set[str]) -> None:
    assert set(words_of(label, [trigger])[1]) == words
