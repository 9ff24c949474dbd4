"""The calendar holds together, and words lead to the event that they mean from a day."""

from collections import Counter
from datetime import date

import pytest

from onrecord.knowledge import SURE_TO, anchors, occasions, shipped
from onrecord.knowledge.calendar import called, names
from onrecord.knowledge.tables import rows, toml

KNOWN = shipped()


def test_dates_parse_and_ends_follow_beginnings():
    for kind, of, _, first, last, state, source, _ in rows("calendar.tsv"):
        assert date.fromisoformat(first) <= date.fromisoformat(last), (kind, of, first)
        assert (date.fromisoformat(last) - date.fromisoformat(first)).days < 62, (kind, of, first)
        assert source, (kind, of, first)
        assert state in {"", "scheduled"}, (kind, of, first)


def test_no_event_is_there_twice():
    counted = Counter((e.kind, e.of, e.where, e.first) for e in occasions() if e.kind != "primary")
    assert [key for key, count in counted.items() if count > 1] == []
    every = Counter((e.kind, e.of, e.where, e.first, e.own) for e in occasions())
    assert [key for key, count in every.items() if count > 1] == []


def test_what_nobody_has_seen_yet_is_scheduled_and_nothing_else():
    for event in occasions():
        assert event.scheduled == (event.first.isoformat() > SURE_TO), event


def test_every_kind_has_a_group_and_every_group_is_used():
    kinds = [kind for group in toml("calendar.toml").values() for kind in group]
    assert len(kinds) == len(set(kinds))
    assert {event.kind for event in occasions()} == set(kinds)


def test_every_country_is_one_that_the_places_know():
    countries = {event.of for event in occasions() if event.domestic}
    assert countries <= set(KNOWN.place_of_name)


def test_elections_fall_on_the_days_of_the_law():
    american = [
        e.first for e in occasions() if e.of == "United States" and e.kind.endswith(("election", "elections"))
    ]
    assert len(american) == 15
    assert all(day.month == 11 and day.isoweekday() == 2 and 2 <= day.day <= 8 for day in american)
    british = [
        e.first for e in occasions() if e.of == "United Kingdom" and e.kind == "parliamentary election"
    ]
    assert all(day.isoweekday() == 4 for day in british)


ANCHORS = [  # words, seen from, side, countries, day
    ("the inauguration", "2016-11-13", "after", ["United States"], "2017-01-20"),
    ("the inauguration", "2024-11-13", "after", ["United States"], "2025-01-20"),
    ("the inauguration", "2016-11-13", None, ["Brazil"], "2015-01-01"),
    ("the US presidential inauguration", "2016-11-13", "after", [], "2017-01-20"),
    ("next week’s G20 summit in Hangzhou", "2016-08-28", None, [], "2016-09-04"),
    ("the G20 summit", "2017-06-30", "after", [], "2017-07-07"),
    ("the G20 summit", "2017-08-30", "before", [], "2017-07-07"),
    ("the G8 summit", "2013-06-01", None, [], "2013-06-17"),
    ("the French presidential election", "2017-02-01", "after", [], "2017-04-23"),
    ("the presidential run-off in France", "2017-02-01", "after", [], "2017-05-07"),
    ("the Brexit referendum", "2018-01-01", None, [], "2016-06-23"),
    ("the independence referendum in Scotland", "2014-06-01", None, [], "2014-09-18"),
    ("Super Tuesday", "2016-02-20", None, [], "2016-03-01"),
    ("the midterms", "2018-03-01", None, [], "2018-11-06"),
    ("the election", "2017-08-01", "after", ["Germany"], "2017-09-24"),
    ("the Rio Olympics", "2018-01-01", None, [], "2016-08-05"),
    ("COP27", "2022-10-01", None, [], "2022-11-06"),
    ("the Iowa caucuses", "2016-01-10", None, [], "2016-02-01"),
]


@pytest.mark.parametrize(("words", "near", "side", "countries", "day"), ANCHORS)
def test_words_lead_to_the_event_that_they_mean_from_a_day(words, near, side, countries, day):
    found = anchors(KNOWN, words, date.fromisoformat(near), side=side, countries=countries)
    assert found
    assert found[0].first.isoformat() == day


@pytest.mark.parametrize(
    "words",
    [
        "the inauguration",  # of whom?
        "the election",
        "the village games",
        "the Flint presidential debate",  # there was none
        "the G20 summit in Atlantis",
        "",
        "the",
    ],
)
def test_words_that_do_not_tell_lead_nowhere(words):
    assert anchors(KNOWN, words, date(2016, 11, 13)) == ()


def test_without_a_day_all_events_of_the_name_come_in_order():
    found = anchors(KNOWN, "the NATO summit", None)
    assert len(found) > 10
    assert [event.first for event in found] == sorted(event.first for event in found)


def test_an_event_farther_off_than_a_term_of_office_is_not_meant():
    assert anchors(KNOWN, "the Brexit referendum", date(1995, 1, 1)) == ()


def test_every_name_is_found_by_itself():
    assert all(called(name.upper()) == name for name in names())
