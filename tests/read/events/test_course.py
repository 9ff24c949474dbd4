"""Whether an event is yet to come, was, or was not: one line a wording; and nouns that speak of one again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.claim import Event, TimeBound
from onrecord.knowledge import shipped
from onrecord.read.events import events_of
from onrecord.read.events.course import ahead, told
from onrecord.read.events.merge import Mention, again, same
from onrecord.read.times import times_of
from onrecord.span import Span
from tests.read.events.marked import CAST, STAR, agents, read

# (the event between stars, whether it is yet to come, what the article tells of it)
COURSES = [
    ("Obi and Berg *met* in Oslo.", False, True),
    ("Obi and Berg have *met* in Oslo.", False, True),
    ("Obi and Berg had *met* before.", False, True),
    ("The ports were *closed* on Monday.", False, True),
    ("The *meeting* of Obi and Berg took place in Oslo.", False, True),
    # What may or will be
    ("Obi and Berg will *meet* in Oslo.", True, None),
    ("Obi and Berg may *meet* in Oslo.", True, None),
    ("Obi and Berg are to *meet* in Oslo.", True, None),
    ("Obi and Berg plan a *meeting* in Oslo.", True, None),
    ("Berg expects a *meeting* with Obi.", True, None),
    ("Berg ruled out a *meeting* with Obi.", True, None),
    ("If Obi and Berg *meet*, there will be rain.", True, None),
    ("They’ll *meet* in Oslo.", True, None),
    ("Ahead of the *meeting* both were silent.", True, None),
    ("Whether they *met* nobody knows.", True, None),
    ("The *meeting* will take place in Oslo.", True, True),
    ("A *meeting* before the summit is not ruled out.", True, True),
    ("The *meeting* of the two ministers is planned for May.", True, True),
    ("A *meeting* is on the table.", True, True),
    # What was not
    ("Obi and Berg did not *meet* in Oslo.", False, False),
    ("Obi and Berg didn’t *meet* in Oslo.", False, False),
    ("Obi and Berg never *met*.", False, False),
    ("Obi left without *meeting* Berg.", False, False),
    ("Obi failed to *meet* Berg.", True, False),
    ("The *strike* was called off on Friday.", False, False),
    ("The *strikes* have been cancelled.", False, False),
    ("Obi will not *meet* Berg.", True, False),
    # The words of other sentences and clauses do not count
    ("Obi will leave. She *met* Berg in Oslo.", False, True),
    ("Obi did not stay; she *met* Berg in Oslo.", False, True),
    ("Obi *met* Berg. They will travel.", False, True),
    ("The *meeting* on 3 May was long.", False, True),
    ("In May Obi and Berg *met* in Oslo.", False, True),
    ("Will Obi *met* Berg in Oslo.", False, True),
    ("The *meeting*, which opened on Monday, would be long.", False, True),
]


@pytest.mark.parametrize(("marked", "coming", "expected"), COURSES)
def test_what_is_told_of_the_course_of_an_event(marked: str, coming: bool, expected: bool | None) -> None:
    found = STAR.search(marked)
    assert found
    text, trigger = STAR.sub(r"\1", marked), Span(found.start(), found.start() + len(found[1]))
    assert (ahead(text, trigger), told(text, [trigger])) == (coming, expected)


def test_the_first_trigger_that_tells_counts() -> None:
    text = "Obi may meet Berg. Obi met Berg. Obi did not meet Berg."
    places = [Span(text.index(word), text.index(word) + len(word)) for word in ("meet B", "met", "not meet")]
    assert told(text, places) is True
    assert told(text, places[:1]) is None
    assert told(text, []) is None


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 20))
def test_any_text(text: str, start: int, length: int) -> None:
    trigger = Span(min(start, len(text)), min(start + length, len(text)))
    assert ahead(text, trigger) in {True, False}
    assert told(text, [trigger]) in {True, False, None}


# Triggers that say how it goes with an event that another word names


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("The strike of the pilots is *off*.", ("PROTEST", "strike")),
        ("The talks of Marland with Tessany will *begin* on Friday.", ("CONSULT", "talk")),
        ("The ferry of Marland is *off*.", None),
        ("The rain will *stop* on Friday.", None),
    ],
)
def test_what_begins_or_is_off_is_of_the_kind_of_its_subject(marked: str, kind: object) -> None:
    (event, *_) = read(marked).events
    assert (event.type, event.mode) == (kind or (None, None))


def kinds(text: str) -> list[tuple[str | None, list[str], bool, bool | None]]:
    """The events of a text without claims."""
    return [(e.type, [t.of(text) for t in e.triggers], e.ahead, e.told) for e in read(text).events]


def test_a_noun_speaks_of_it_again() -> None:
    assert kinds("The police arrested Jon Berg in Oslo. The arrest of Jon Berg was a surprise.") == [
        ("COERCE", ["arrested", "arrest"], False, True)
    ]


def test_a_noun_about_something_else_is_another_event() -> None:
    text = "The police arrested Jon Berg in Oslo. The arrest of Ada Obi was a surprise."
    assert [triggers for _, triggers, _, _ in kinds(text)] == [["arrested"], ["arrest"]]


def test_an_event_tells_that_it_was_not() -> None:
    assert [one[2:] for one in kinds("The police did not arrest Jon Berg.")] == [(False, False)]


def events_on(text: str, *triggers: str) -> list[Event]:
    """The events of a text of 10 April 2019 that the words ``triggers`` stand for, with their times."""
    from onrecord.claim import Claim

    places = [Span(text.index(word), text.index(word) + len(word)) for word in triggers]
    claims = [Claim(f"c{n}", None, None, "", (place,), ()) for n, place in enumerate(places)]
    times = times_of(text, "2019-04-10", shipped())
    return list(events_of(text, claims, (), agents(text, CAST), times, shipped()).events)


def test_what_was_and_what_is_to_be_are_two() -> None:
    found = events_on(
        "Ada Obi met Jon Berg in January. Ada Obi may meet Jon Berg before June.", "met", "meet"
    )
    assert [(event.ahead, len(event.triggers)) for event in found] == [(False, 1), (True, 1)]


BARE = Mention("meeting", frozenset({"meet"}), frozenset({"Oslo"}), frozenset({"obi", "berg"}), None, False)
JUNE = TimeBound("BEFORE", "2019-06", None, "2019-06-30")
MAY = TimeBound("ON", "2019-05-03", "2019-05-03", "2019-05-03")
LATER = TimeBound("ON", "2019-08-03", "2019-08-03", "2019-08-03")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {}, True),
        ({"ahead": True}, {"ahead": False}, True),  # no time is told
        ({"ahead": True, "time": JUNE}, {"ahead": False}, False),
        ({"ahead": True, "time": JUNE}, {"ahead": True}, True),
        ({"ahead": True, "time": JUNE}, {"ahead": False, "time": JUNE}, True),
        ({"ahead": None, "time": JUNE}, {"ahead": False}, True),
        ({"time": MAY}, {"time": LATER}, False),
        ({"who": frozenset({"obi"})}, {"who": frozenset({"cole"})}, False),
    ],
)
def test_whether_two_mentions_are_one(
    one: dict[str, object], other: dict[str, object], expected: bool
) -> None:
    first, second = BARE._replace(**one), BARE._replace(**other)  # type: ignore[arg-type]
    assert same(first, second) is same(second, first) is expected


NOUN = Mention("meeting", frozenset({"meeting"}), frozenset(), frozenset(), None, False, noun=True)


@pytest.mark.parametrize(
    ("noun", "event"),
    [
        ({}, 9),  # of two that fit alike the later one
        ({"who": frozenset({"obi"})}, 4),
        ({"who": frozenset({"cole"})}, 9),
        ({"who": frozenset({"nobody"})}, None),
        ({"about": frozenset({"Oslo"})}, 4),
        ({"about": frozenset({"Vell"})}, 9),  # an article speaks of few meetings
        ({"time": LATER}, 9),
        ({"kind": "arrest"}, None),
        ({"kind": None}, None),
    ],
)
def test_which_event_a_noun_speaks_of_again(noun: dict[str, object], event: int | None) -> None:
    other = BARE._replace(about=frozenset({"Berg"}), who=frozenset({"cole"}))
    events = {4: [BARE._replace(time=MAY)], 9: [other]}
    assert again(NOUN._replace(**noun), events) == event  # type: ignore[arg-type]
    assert again(NOUN, {}) is None
