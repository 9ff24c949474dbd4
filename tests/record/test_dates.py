"""Days and moments of what publishers write."""

import pytest

from onrecord.record.dates import day_of, full_day, moment_of

# What is written, the moment in UTC, the day where it was published.
PUBLISHED = [
    ("2026-03-02", "2026-03-02T23:59:59Z", "2026-03-02"),
    ("2026-03-02T09:00:00Z", "2026-03-02T09:00:00Z", "2026-03-02"),
    ("2026-03-02T09:00:00+01:00", "2026-03-02T08:00:00Z", "2026-03-02"),
    ("2026-03-02T23:30:00-05:00", "2026-03-03T04:30:00Z", "2026-03-02"),
    ("2026-03-02T00:30:00.250+09:00", "2026-03-01T15:30:00Z", "2026-03-02"),
    ("2026-03-02 09:00", "2026-03-02T09:00:00Z", "2026-03-02"),
    (" 2026-03-02T09:00Z\n", "2026-03-02T09:00:00Z", "2026-03-02"),
    ("0002-01-01T00:00:00+14:00", "0001-12-31T10:00:00Z", "0002-01-01"),
    ("9998-12-31T23:59:59-12:00", "9999-01-01T11:59:59Z", "9998-12-31"),
    ("0001-01-01", None, None),  # nobody knows when
    ("9999-12-31T23:59:59-12:00", None, None),
    ("2026-03", None, None),
    ("2026-02-30", None, None),
    ("2 March 2026", None, None),
    ("", None, None),
    (None, None, None),
]


@pytest.mark.parametrize(("published", "moment", "day"), PUBLISHED)
def test_published(published, moment, day):
    assert (moment_of(published), day_of(published)) == (moment, day)


SAID = [
    ("2026-03-02", "2026-03-02"),
    ("2026-03-02TMO", "2026-03-02"),
    ("2026-03-02T09:00", "2026-03-02"),
    ("2026-03-99", None),
    ("2026-03", None),
    ("2026-W09", None),
    ("2026-03-021", None),
    ("PRESENT_REF", None),
    ("P2M", None),
    (None, None),
]


@pytest.mark.parametrize(("value", "day"), SAID)
def test_full_day(value, day):
    assert full_day(value) == day


def test_moments_sort_as_they_came():
    came = [
        "2026-03-02T08:00:00+09:00",
        "2026-03-02T01:00:00+01:00",
        "2026-03-02T18:00:00-05:00",
        "2026-03-02",
    ]
    assert sorted(came, key=moment_of) == came
