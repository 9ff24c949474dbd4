"""The date of an undated report, from the offices, dates, events and weekdays that it names."""

import pytest

from onrecord.knowledge import shipped
from onrecord.read.times import bound_of, published_guess, times_of
from onrecord.span import Span

KNOWN = shipped()

# A report between the election and the inauguration, in the words of nobody
BETWEEN = (
    "A call by Vladimir Putin to president-elect Donald Trump could come ahead of the US inauguration, "
    "the agency Orlo wrote.\n\n"
    "The current US president is Barack Obama, and he will stay in office for the next two months, a "
    "diplomat told the Daily Plum in a talk printed on Sunday."
)

INTERVALS = [  # text, earliest, latest
    ("President-elect Donald Trump met outgoing president Barack Obama.", "2016-11-08", "2017-01-20"),
    ("President Emmanuel Macron spoke to Chancellor Angela Merkel.", "2017-05-14", "2021-12-08"),
    ("Former president Barack Obama praised President Donald Trump.", "2017-01-20", None),
    (
        "French president François Hollande will go to the G20 summit in Hangzhou next week.",
        "2015-07-12",
        "2016-09-05",
    ),
    ("The minister left for next week’s G20 summit in Hangzhou.", "2016-08-21", "2016-09-04"),
    ("Nobody is ready before the Rio Olympics, the mayor said.", "2015-06-12", "2016-08-05"),
    ("The road, which opened in May 2014, is closed, the mayor said.", "2014-05-01", None),
    ("PORT ORLO, 3 March 2011 - The road is closed, the mayor said.", "2011-03-03", "2011-03-03"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), INTERVALS)
def test_the_words_of_a_text_leave_an_interval(text, earliest, latest):
    found = published_guess(text, KNOWN)
    assert found
    assert (found.earliest, found.latest) == (earliest, latest)
    assert all(one.why and one.span.of(text) for one in found.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The road is closed, the mayor said on Sunday.",
        "They may meet before the election.",
        "Enter president Ayla Duman.",
    ],
)
def test_a_text_that_tells_nothing_gets_no_date(text):
    assert published_guess(text, KNOWN) is None


def test_offices_a_duration_and_a_weekday_leave_a_handful_of_days():
    found = published_guess(BETWEEN, KNOWN)
    assert found
    assert found.candidates == ("2016-11-13", "2016-11-20", "2016-11-27")
    assert [one.span.of(BETWEEN) for one in found.evidence] == [
        "president-elect Donald Trump",
        "The current US president is Barack Obama",
        "the next two months",
        "Sunday",
    ]


def test_an_event_that_is_the_same_from_every_possible_day_is_resolved():
    found = {BETWEEN[time.start : time.end]: time for time in times_of(BETWEEN, None, KNOWN)}
    inauguration = found["the US inauguration"]
    assert (inauguration.value, inauguration.how) == ("2017-01-20", "event")
    assert (found["Sunday"].value, found["Sunday"].earliest) == ("XXXX-WXX-7", None)
    assert found["the next two months"].latest == "2017-01-20"
    at = BETWEEN.index("call")
    bound = bound_of(BETWEEN, (Span(at, at + 4),), times_of(BETWEEN, None, KNOWN))
    assert bound
    assert (bound.relation, bound.bound) == ("BEFORE", "2017-01-20")


def test_the_same_words_mean_another_day_eight_years_later():
    text = "They may speak before the US presidential inauguration."
    values = [times_of(text, day, KNOWN)[0].value for day in ("2016-11-13", "2024-11-10")]
    assert values == ["2017-01-20", "2025-01-20"]


def test_a_dateline_dates_the_times_of_an_undated_text():
    text = "PORT ORLO, 3 March 2011 (Orlo) - The road was closed yesterday, the mayor said on Thursday."
    assert [time.value for time in times_of(text, None, KNOWN)] == ["2011-03-03", "2011-03-02", "2011-03-03"]


def test_a_weekday_with_a_day_tells_the_year():
    text = "The court will sit on Sunday, 13 November, the mayor said.\n\nHe was elected in May 2015."
    found = published_guess(text, KNOWN)
    assert found
    assert found.earliest is not None
    assert found.earliest.startswith("2016")
