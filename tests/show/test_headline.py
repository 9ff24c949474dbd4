"""Where a headline differs, in words, and when an undated article is from, if there is something to say."""

import pytest
from msgspec.structs import replace

from onrecord.claim import Difference, Headline
from onrecord.show.headline import differs, undated
from tests.show.sample import CHAINED, CLAIMED, UNDATED, at


def test_both_sides_are_told():
    found = differs(CLAIMED)
    assert (found.severity, found.mark) == (2, "!!")
    assert [str(each) for each in found.differences] == [
        "event narrowed: headline “for a week”, body “a closure”",
        "drops that Inga Roos does not know: headline “may close”, body “I do not know”",
    ]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("certainty", "differs in certainty"),
        ("event_widened", "event widened"),
        ("condition_dropped", "drops a condition"),
        ("ignorance_dropped", "drops that somebody does not know"),
        ("holder_changed", "says it of somebody else"),
        ("chain_dropped", "drops through whom it came"),
        ("time_shifted", "time shifted"),
    ],
)
def test_kinds_of_difference(kind, told):
    one = Difference(kind, (at("may close"),), (at("angry"),))
    (found,) = differs(replace(CLAIMED, headline=Headline("c1", (), (one,)))).differences
    assert str(found) == f"{told}: headline “may close”, body “angry”"


def test_nothing_to_tell():
    assert differs(CHAINED) is None and undated(CHAINED) is None
    assert differs(replace(CLAIMED, headline=Headline("c1"))) is None
    assert undated(replace(UNDATED, article=CLAIMED.article)) is None


@pytest.mark.parametrize(
    ("severity", "words"), [(0, "slightly"), (1, "mildly"), (2, "materially"), (9, "contradicts")]
)
def test_severity_grows(severity, words):
    found = differs(replace(CLAIMED, headline=replace(CLAIMED.headline, severity=severity)))
    assert words in found.words


def test_a_date_is_guessed_with_its_reasons():
    found = undated(UNDATED)
    assert found.words.startswith("published between 2031-05-03 and 2031-05-10, perhaps on 2031-05-04")
    assert [(quote and quote.words, why) for quote, why in found.evidence] == [
        ("Sunday", "the day of the interview"),
        (None, "nothing in it is later"),
    ]
