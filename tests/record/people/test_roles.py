"""Who is meant where an article gives only a role."""

import pytest
from sqlalchemy import select

from onrecord.record import tables
from onrecord.record.opened import Record
from onrecord.record.people import Held, Naming, Office, holder, office, principal, voice
from tests.record.people.told import Said, add, told

MINISTER = told("2026-03-02", Said("Ayla Duman", "the harbour would close", role="harbour minister"))
FISHER = told("2026-03-02", Said("Olan Brandt", "nets were too small", role="fisheries minister"))
NEXT = told("2026-04-10", Said("Inga Roos", "the harbour would stay open", role="harbour minister"))
UNION = told(
    "2026-03-02", Said("Tove Lind", "nobody would work", role="president", organization="the Pilots' Union")
)
LEADER = told("2026-03-02", Said("Mira Vale", "tea was served", role="president", organization="Tolmenia"))
VOICE = told(
    "2026-03-03",
    Said("Mira Vale", "she was glad", role="president", organization="Tolmenia"),
    Said("Casper Holm", "she would travel", role="spokesman", speaks_for=("Mira Vale",)),
)


@pytest.mark.parametrize(
    ("speaker", "day", "others", "person"),
    [
        ("The harbour minister", "2026-03-05", (MINISTER, FISHER), "ayla-duman"),
        ("The fisheries minister", "2026-03-05", (MINISTER, FISHER), "olan-brandt"),
        ("The minister", "2026-03-05", (MINISTER, FISHER), None),  # which?
        ("A minister", "2026-03-05", (MINISTER,), None),  # any
        ("The former harbour minister", "2026-03-05", (MINISTER,), None),
        ("The harbour minister", "2026-04-12", (MINISTER, NEXT), "inga-roos"),  # the office changed hands
        ("The harbour minister", "2026-03-12", (MINISTER, NEXT), "ayla-duman"),
        ("The harbour minister", "2026-08-12", (MINISTER,), None),  # too long ago
        ("The leader of the pilots in Vellport", "2026-03-05", (UNION, LEADER), "tove-lind"),
        ("The president's spokesman", "2026-03-05", (VOICE,), "casper-holm"),
        ("The Tolmenian mayor's spokesman", "2026-03-05", (VOICE,), None),
    ],
)
@pytest.mark.parametrize("late", [False, True])
def test_who_is_meant(
    record: Record, speaker: str, day: str, others: tuple, person: str | None, late: bool
) -> None:
    asked = told(day, Said(speaker, "it was so", form="nominal"))
    a = tables.agents.c
    with record.writing() as connection:
        add(connection, [*others, asked][:: -1 if late else 1], (1, 1, 1))
        assert connection.scalar(select(a.person).where(a.name == speaker)) == person
        why = connection.scalar(select(a.person_why).where(a.name == speaker))
        assert (why is None) == (person is None)


def test_whoever_the_article_names_goes_first(record: Record) -> None:
    both = told(
        "2026-03-05", Said("Ayla Duman", "she was tired"), Said("The minister", "it was so", form="nominal")
    )
    with record.writing() as connection:
        add(connection, (MINISTER, FISHER, both))
        a = tables.agents.c
        assert connection.scalar(select(a.person).where(a.name == "The minister")) == "ayla-duman"


HELD = [
    Held("ayla-duman", Office("minister", frozenset({"harbour"})), "2026-03-02"),
    Held("tove-lind", Office("president", frozenset({"pilots", "union"})), "2026-03-02"),
    Held("casper-holm", Office("spokesperson"), "2026-03-02", frozenset({"mira-vale"})),
    Held("casper-holm", Office("spokesperson"), "2026-03-04", frozenset({"olan-brandt"})),
    Held("lene-os", Office("spokesperson"), "2026-03-04", frozenset({"tove-lind"})),
]


@pytest.mark.parametrize(
    ("phrase", "here", "person"),
    [
        ("the harbour minister", (), "ayla-duman"),
        ("the fisheries minister", (), None),
        ("the pilots' leader", (), "tove-lind"),
        ("the leader", (), None),  # a president is a leader of something that has to be named
        ("the minister", ("ayla-duman",), "ayla-duman"),
    ],
)
def test_holders(phrase: str, here: tuple[str, ...], person: str | None) -> None:
    naming = Naming("x/1", phrase, "person", day="2026-03-05", named=False)
    assert (holder(naming, HELD, set(here)) or (None,))[0] == person


@pytest.mark.parametrize(
    ("whose", "here", "person"),
    [
        ("mira-vale", (), "casper-holm"),
        ("tove-lind", (), "lene-os"),
        ("ayla-duman", (), None),
        (None, ("lene-os",), "lene-os"),
        (None, ("lene-os", "casper-holm"), None),
        (None, (), None),
    ],
)
def test_voices(whose: str | None, here: tuple[str, ...], person: str | None) -> None:
    naming = Naming("x/1", "her spokesman", "person", day="2026-03-05", named=False)
    assert (voice(naming, whose, HELD, set(here)) or (None,))[0] == person


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("the harbour minister's spokesman", "minister (harbour)"),
        ("The president’s spokeswoman", "president"),
        ("her spokesman", "None"),
        ("", "None"),
        ("'s 's", "None"),
    ],
)
def test_principals(phrase: str, told: str) -> None:
    assert str(principal(phrase)) == told


def test_where_a_body_is_says_nothing_of_the_office() -> None:
    held = office(None, None, "the leader of the pilots in Port Vell")
    assert held and held.which == {"pilots"}
