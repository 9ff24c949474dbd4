"""Mentions of one event are one event, with everybody's part in it and its time; and any text is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.claim import Claim
from onrecord.knowledge import shipped
from onrecord.read.events import events_of
from onrecord.read.times import times_of
from onrecord.span import Span
from onrecord.statement import Agent, Mention, Statement
from tests.read.events.marked import agents, read, said

ONE = [
    "Marland will *close* the border. The *closure* of the border is wrong, Jon Berg said.",
    "Ada Obi may *meet* Jon Berg in Oslo. The *meeting* of Ada Obi and Jon Berg is private.",
    "Marland *phoned* Tessany. Tessany called the *conversation* with Marland short.",
    "Ada Obi *resigned*. Jon Berg spoke of the *resignation* of Ada Obi.",
    "Marland will *close* the border. The border will not be *shut*.",
]
TWO = [
    "Ada Obi *resigned*. Jon Berg *resigned* too.",
    "Ada Obi *said* so. Ada Obi *said* that it leaks.",
    "Marland *closed* the border. Ada Obi *closed* the window.",
    "Marland *arrested* Jon Berg. Tessany *arrested* Ada Obi.",
    "Ada Obi *phoned* Jon Berg. Marland *met* Tessany.",
]


@pytest.mark.parametrize("marked", ONE)
def test_one_event(marked: str) -> None:
    assert [len(event.triggers) for event in read(marked).events] == [2]


@pytest.mark.parametrize("marked", TWO)
def test_two_events(marked: str) -> None:
    assert [len(event.triggers) for event in read(marked).events] == [1, 1]


def test_an_event_has_everybody_of_its_mentions_and_the_narrowest_kind() -> None:
    found = read("Marland *imposed* an embargo. The *sanctions* of Marland against Tessany are unjust.")
    (event,) = found.events
    assert (event.type, event.mode) == ("SANCTION", "embargo")
    assert [(p.agent, p.role) for p in event.participants] == [("Marland", "actor"), ("Tessany", "recipient")]
    assert {claim.event for claim in found.claims} == {event.id}
    assert event.label == "Marland imposed an embargo"


OWN = [
    ("The police arrested three men. It rained.", [("COERCE", "arrested")]),
    ("Marland has withdrawn its troops.", [("RETREAT", "withdrawn")]),
    ("Marland may withdraw its troops.", [("RETREAT", "withdraw")]),
    ("Ada Obi asked Jon Berg to leave.", []),
    ("The quarrel attacked nobody's nerves.", []),
    ("Marland to withdraw its troops", []),
    ("It rained in Marland.", []),
]


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_what_the_article_tells_itself(text: str, expected: list[tuple[str, str]]) -> None:
    found = read(text)
    assert [(e.type, e.triggers[0].of(text)) for e in found.events] == expected


def test_what_somebody_says_is_not_told_by_the_article() -> None:
    text = "Ada Obi said that the police arrested three men."
    assert read(text, (said("Ada Obi", Span(13, 47), "indirect"),)).events == ()


def test_a_claim_and_the_article_may_tell_one_event() -> None:
    text = "The police *arrested* Jon Berg. Jon Berg was arrested by the police in Oslo."
    assert [len(event.triggers) for event in read(text).events] == [2]


def test_time_of_an_event_and_events_on_other_days() -> None:
    text = "Marland will vote on 3 May 2021. Marland will vote on 9 June 2021."
    at = [Span(13, 17), Span(46, 50)]
    claims = [Claim(f"c{n}", None, None, "vote", (span,), ()) for n, span in enumerate(at)]
    times = times_of(text, "2021-04-01", shipped())
    found = events_of(text, claims, (), agents(text, {"Marland": "organization"}), times, shipped())
    assert [event.time and event.time.bound for event in found.events] == ["2021-05-03", "2021-06-09"]


def test_a_claim_without_a_trigger_has_no_event() -> None:
    found = events_of("It rained.", [Claim("c1", None, None, "", (), ())], (), (), (), shipped())
    assert (found.events, found.claims[0].event) == ((), None)


SPAN = st.tuples(st.integers(-3, 90), st.integers(0, 30)).map(lambda t: Span(t[0], t[0] + t[1]))
WORDS = st.sampled_from(
    "he they we Ada Obi's told asked who that to of by and , . “ ” met closing agreed the a Oslo Norwegian "
    "with not".split()
)
TEXT = st.one_of(st.text(max_size=90), st.lists(WORDS, max_size=30).map(" ".join))


@given(
    TEXT, st.lists(st.tuples(SPAN, SPAN), max_size=4), st.lists(SPAN, max_size=3), st.lists(SPAN, max_size=3)
)
def test_any_text(
    text: str, triggers: list[tuple[Span, Span]], mentions: list[Span], contents: list[Span]
) -> None:
    who = Agent(
        "a", "Ada Obi", "person", mentions=tuple(Mention(max(m.start, 0), m.end, "name") for m in mentions)
    )
    group = Agent("b", "", "group", role="  ", aliases=("",))
    statements = [
        Statement(f"s{n}", "mixed", (span,), (), (span,), 1.0, speaker="a", function="refusal")
        for n, span in enumerate(contents)
    ]
    claims = [Claim(f"c{n}", f"s{n}", None, "", spans, ()) for n, spans in enumerate(triggers)]
    found = events_of(text, claims, statements, (who, group), (), shipped())
    known = {"a", "b"} | {agent.id for agent in found.agents}
    assert {p.agent for event in found.events for p in event.participants} <= known
    assert {c.event for c in found.claims} - {None} <= {event.id for event in found.events}
    assert all(0 <= m.start < m.end <= len(text) for agent in found.agents for m in agent.mentions)


def test_long_texts_without_a_stop_are_read() -> None:
    text = "the crew and " * 4000 + "left"
    claims = [
        Claim(f"c{n}", None, None, "", (Span(at, at + 4),), ()) for n, at in enumerate(range(4, 40_000, 1300))
    ]
    assert events_of(text, claims, (), (), (), shipped()).claims
