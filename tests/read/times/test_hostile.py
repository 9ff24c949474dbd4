"""Any text whatever is read, in order, in time that grows as the text does."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.knowledge import shipped
from onrecord.read.times import bound_of, published_guess, times_of
from onrecord.read.times.period import days
from onrecord.span import Span
from tests.work import calls

KNOWN = shipped()
PIECES = """
Monday May March on in the 12 2019 31 next last week months two , . - “ ” from to end of year before
ago years a inauguration president Barack Obama Easter ’s 9/11 0000-00-00 9999 9999999 00:00 February
30 century ’80s 31st
""".split()
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
dates = st.one_of(
    st.none(), st.sampled_from(["1000-01-01", "2999-12-31", "2016-02-29", "x", "2019-04-10T10:00:00Z"])
)


@settings(deadline=None, max_examples=150)
@given(texts, dates)
def test_times_are_in_order_and_none_lies_over_another(text, published):
    found = times_of(text, published, KNOWN)
    at = 0
    for one in found:
        assert at <= one.start < one.end <= len(text)
        at = one.end
        if one.earliest and one.latest:
            assert date.fromisoformat(one.earliest) <= date.fromisoformat(one.latest)
    for start in range(0, len(text), 40):
        bound_of(text, (Span(start, start + 1),), found)


@settings(deadline=None, max_examples=100)
@given(texts)
def test_a_guess_holds_its_candidates(text):
    found = published_guess(text, KNOWN)
    if found:
        for day in found.candidates:
            assert (found.earliest or "") <= day <= (found.latest or "9999")
        assert all(0 <= one.span.start < one.span.end <= len(text) for one in found.evidence)


@given(st.text(max_size=20))
def test_a_value_is_days_or_nothing(value):
    covers = days(value)
    assert covers is None or covers.first <= covers.last


REPEATED = (
    *(
        "May ",
        "the ",
        "from 1 to ",
        "next ",
        "2019 ",
        "Monday ",
        "a year ",
        "by May by ",
        "“today ",
        "the end of ",
    ),
    *(
        "Obama, ",
        "President Obama ",
        "before the inauguration ",
        "1 ",
        "Good ",
        "to ",
        "Sept. 11 ",
        "in Mayin",
    ),
)


@pytest.mark.parametrize("piece", REPEATED)
def test_long_repetition_takes_work_in_proportion(piece):
    _dated(piece)  # what is remembered from the first time on
    short, long = (calls(partial(_dated, piece * count)) for count in (300, 2400))
    assert long < 1_000 + short * 8 * 1.5


def _dated(text: str) -> None:
    times_of(text, "2019-04-10", KNOWN)
    published_guess(text, KNOWN)
