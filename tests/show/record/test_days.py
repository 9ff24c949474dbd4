"""Days are told no more exactly than they are known."""

import pytest

from onrecord.answer import Step
from onrecord.show.record.axis import Axis, begins, ticks
from onrecord.show.record.days import bounds, parsed, when
from tests.show.record.sample import position

POSITION = position(1, "CT+", "first", "the pier opens")


@pytest.mark.parametrize(
    ("precision", "earliest", "latest", "told"),
    [
        ("day", "2031-03-02", "2031-03-02", "2 Mar 2031"),
        ("day", "2031-03-02", None, "2 Mar 2031"),
        ("range", "2031-03-02", "2031-03-04", "about 2–4 Mar 2031"),
        ("range", "2031-03-30", "2031-04-02", "about 30 Mar–2 Apr 2031"),
        ("range", "2030-12-30", "2031-01-02", "about 30 Dec 2030–2 Jan 2031"),
        ("range", "2031-03-04", "2031-03-02", "about 2–4 Mar 2031"),
        ("range", None, "2031-03-04", "by 4 Mar 2031"),
        ("range", "2031-03-04", None, "from 4 Mar 2031"),
        ("range", None, None, "no date"),
        ("unknown", "2031-03-04", "2031-03-04", "no date"),
        ("day", "soon", "2031-02-30", "no date"),
    ],
)
def test_when(precision, earliest, latest, told):
    assert when(Step(POSITION, precision, earliest, latest)) == told


def test_a_year_is_left_out_where_it_is_known():
    assert when(Step(POSITION, "range", "2031-03-02", "2031-03-04"), year=False) == "about 2–4 Mar"


def test_the_middle_of_a_range_stands_for_it():
    days = bounds(Step(POSITION, "range", "2031-03-02", "2031-03-06"))
    assert days.middle == parsed("2031-03-04") and not days.exact


@pytest.mark.parametrize(
    ("first", "last", "room", "labels"),
    [
        ("2031-03-03", "2031-03-06", 60, ["3 Mar 2031", "4 Mar", "5 Mar", "6 Mar"]),
        ("2031-03-03", "2031-03-24", 60, ["3 Mar 2031", "10 Mar", "17 Mar", "24 Mar"]),
        ("2031-03-03", "2031-03-24", 30, ["10 Mar 2031", "24 Mar"]),
        ("2031-03-04", "2031-03-12", 20, ["4 Mar", "7 Mar", "10 Mar"]),
        ("2030-11-01", "2031-02-01", 60, ["Nov 2030", "Dec", "Jan 2031", "Feb"]),
        ("2016-05-01", "2031-02-01", 30, ["2020", "2025", "2030"]),
        ("2031-03-03", "2031-03-03", 30, ["3 Mar 2031"]),
        ("0001-01-01", "9999-12-31", 40, ["2000", "4000", "6000", "8000"]),
        ("9999-11-30", "9999-12-31", 20, ["Dec 9999"]),
    ],
)
def test_ticks(first, last, room, labels):
    found = [tick.label for tick in ticks(Axis(parsed(first), parsed(last)), room)]
    assert found[: len(labels)] == labels


@pytest.mark.parametrize("room", range(3, 120, 7))
@pytest.mark.parametrize("days", [0, 1, 6, 9, 30, 100, 400, 5_000, 300_000])
def test_labels_never_run_into_one_another(room, days):
    first = parsed("2031-03-05")
    axis = Axis(first, type(first).fromordinal(first.toordinal() + days))
    end = -2
    for tick in ticks(axis, room):
        start = begins(tick, axis, room)
        assert start >= end + 2 or end == -2
        assert axis.first <= tick.day <= axis.last
        end = start + len(tick.label)
    assert end <= room or room < 11
