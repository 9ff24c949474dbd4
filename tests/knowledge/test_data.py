"""The shipped tables hold together: dates parse, nobody sits on another's chair, names lead to one thing."""

import re
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.knowledge import gender, looks_like_outlet, offices, outlet, role, seat, shipped, titles
from onrecord.knowledge.words import key_of, noun

DATE = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
DATA = files("onrecord.knowledge") / "data"

# Offices that several people hold at once
SHARED = {"spokesperson", "aide", "adviser", "campaign manager", "supreme court justice"}
# Two people claimed it at once, and reports say so
DISPUTED = {("president", "Ivory Coast"), ("president", "Gambia")}


def test_every_date_is_one_and_ends_follow_beginnings():
    for term in shipped().terms:
        for bound in (term.since, term.until.removesuffix("..")):
            assert not bound or DATE.fullmatch(bound), term
        size = min(len(term.since), len(term.until.removesuffix("..")))
        assert term.since[:size] <= term.until[:size] or not size, term


def test_nobody_holds_an_office_while_another_does():
    known = shipped()
    for key, terms in known.terms_of.items():
        if key[0] in SHARED or key[0].startswith("deputy") or key in DISPUTED:
            continue
        held = sorted((term for term in terms if not term.acting), key=lambda term: term.since)
        for first, second in pairwise(held):
            size = min(len(first.until), len(second.since))
            assert first.until, (first, second)
            assert first.until[:size] <= second.since[:size], (first, second)


def test_every_office_of_a_country_is_known_to_the_lexicon():
    known = shipped()
    tops = {place.top for place in known.places if place.top}
    unknown = {top for top in tops if noun(top) is None}
    assert unknown <= {"minister-president", "chairman of the presidency", "captain regent"}


def test_every_country_has_a_name_of_its_own():
    names = [place.name for place in shipped().places]
    assert len(names) == len(set(names))
    assert not {place.within for place in shipped().places} - set(names) - {""}


def test_outlets_and_bodies_are_of_countries_that_exist():
    names = {place.name for place in shipped().places} | {"", "International", "European Union"}
    assert {outlet.country for outlet in shipped().outlets} <= names
    assert {body.country for body in shipped().bodies} <= names


def test_programmes_belong_to_outlets_of_the_table():
    names = {outlet.name for outlet in shipped().outlets}
    assert {outlet.owner for outlet in shipped().outlets} <= names | {""}


def test_other_spellings_are_of_people_in_the_tables():
    assert {person.name for person in shipped().persons} <= {term.person for term in shipped().terms}


def test_no_word_of_the_lexicon_has_two_meanings_by_accident():
    assert noun("governor") != noun("mayor")
    assert key_of("Vice-President") == key_of("vice president")


def sizes():
    known = shipped()
    return {
        "terms": len(known.terms),
        "places": len(known.places),
        "bodies": len(known.bodies),
        "outlets": len(known.outlets),
        "persons": len(known.persons),
    }


LEAST = {"terms": 4500, "places": 300, "bodies": 300, "outlets": 2000, "persons": 100}


@pytest.mark.parametrize("table", LEAST)
def test_tables_are_not_lost(table):
    assert sizes()[table] >= LEAST[table]


def test_the_data_stay_small():
    folders = (DATA, DATA / "offices")
    assert (
        sum(len(file.read_bytes()) for folder in folders for file in folder.iterdir() if file.is_file())
        < 1_000_000
    )


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_answered(text):
    known = shipped()
    assert role(known, text) is None or True
    for lookup in (seat, outlet, offices):
        lookup(known, text)
    for lookup in (gender, titles, looks_like_outlet):
        lookup(text)


ODD = [
    "’" * 5000,
    "the " * 2000,
    "spokesman for " * 400,
    "a's " * 300,
    "\ud800 president",
    "İ" * 200,
    "(" * 900,
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_answered(text):
    test_any_text_is_answered.hypothesis.inner_test(text)
