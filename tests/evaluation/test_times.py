"""Time expressions beside gold, dates as days, and probabilities beside what they promise."""

import pytest

from evaluation import calibration, times
from evaluation.dates import days, overlap
from evaluation.marked import When, Whole


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2016-11-13", "2016-11-13 2016-11-13"),
        ("2016-02", "2016-02-01 2016-02-29"),
        ("2016-12", "2016-12-01 2016-12-31"),
        ("2016", "2016-01-01 2016-12-31"),
        ("2016-W46", "2016-11-14 2016-11-20"),
        ("2016-SU", "2016-06-01 2016-08-31"),
        ("2016-WI", "2016-12-01 2016-12-31"),
        ("2016-Q1", "2016-01-01 2016-03-31"),
        ("2016-H2", "2016-07-01 2016-12-31"),
        ("2016-11-13T20:00", None),
        ("2016-13", None),
        ("2016-02-31", None),
        ("2016-W60", None),
        ("P2M", None),
        ("0000", None),
        ("", None),
        (None, None),
    ],
)
def test_days(value: str | None, expected: str | None) -> None:
    found = days(value)
    assert (f"{found[0]} {found[1]}" if found else None) == expected


def test_overlap() -> None:
    assert overlap(days("2016-11"), days("2016-11-30"))
    assert not overlap(days("2016-11"), days("2016-12"))
    assert not overlap(None, days("2016-12"))


def test_times_are_matched_by_their_words() -> None:
    gold = Whole(times=(When("a", 0, 6, "2021-05-03"), When("b", 10, 20, "P2M"), When("c", 30, 34, "2021")))
    found = Whole(times=(When("x", 0, 6, "2021-05"), When("y", 12, 20, "P2M"), When("z", 50, 60, "2020")))
    assert times.compare(gold, gold).figures == dict.fromkeys(times.compare(gold, gold).figures, 1.0)
    counts = times.compare(gold, found)
    assert counts == times.Counts(gold=3, found=3, hit=2, exact=1, value=1, dated=1, days=1)
    assert times.total([counts, counts]).figures["time value"] == 0.5
    assert times.compare(Whole(), found).figures == {}


def test_bins_hold_what_is_as_probable() -> None:
    found = calibration.bins([(0.81, True), (0.89, False), (1.0, True), (0.0, False)])
    assert [(low, n, right) for low, n, _, right in found] == [(0.0, 1, 0.0), (0.8, 2, 0.5), (0.9, 1, 1.0)]
    assert found[1].p == pytest.approx(0.85)
    assert calibration.bins([]) == []
