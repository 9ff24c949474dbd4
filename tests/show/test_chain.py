"""Chains in words, and what people are called in them."""

import pytest
from msgspec.structs import replace

from onrecord.show.chain import answered, line, qualities, steps
from onrecord.show.people import agents_of, introduced, listed
from onrecord.span import Span
from onrecord.statement import Agent, Alternative, Hop, Question, Statement
from tests.show.sample import CHAINED, HARBOUR, READING, at

AGENTS = agents_of(CHAINED)
LINES = {
    "h1": "article < Corvana",
    "h1a": (
        "article < Corvana < [Daily Meridian (interview)] < [Inga Roos, for the harbour board]"
        " < the harbour board (position)"
    ),
    "h2": "article < [Corvana] < Daily Meridian (interview) < Inga Roos, for the harbour board",
    "h2a": (
        "article < [Corvana] < Daily Meridian (interview) < Inga Roos, for the harbour board"
        " < Inga Roos (of own mind)"
    ),
    "h4": "article < [Corvana] < unresolved: He (perhaps the mayor 0.45, the mayor's deputy 0.40)",
    "h5": "article < [Corvana] < a dock worker",
}


def of(statement: Statement, agents: dict[str, Agent] = AGENTS) -> str:
    return line(steps(statement, agents, HARBOUR))


@pytest.mark.parametrize(("id", "told"), LINES.items())
def test_lines(id, told):
    assert of(next(each for each in CHAINED.statements if each.id == id)) == told


SPOKEN = Statement("s", "indirect", (at("Roos said"),), (), (), p=0.9)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"speaker": "mayor"}, "the mayor"),
        (
            {"speaker": "mayor", "on_behalf_of": ("city", "board")},
            "the mayor, for Port Sela and the harbour board",
        ),
        ({"speaker": "mayor", "chain": (Hop("corvana", "cited_by"),)}, "Corvana (cited) < the mayor"),
        ({"speaker": "gone"}, "gone"),
        ({"speaker": "article"}, "article"),
        ({}, "unresolved: Roos said"),
        ({"source": ()}, "nobody named"),
        ({"source": (), "alternatives": (Alternative("mayor", 0.5),)}, "unresolved (perhaps the mayor 0.50)"),
        ({"chain": (Hop("corvana", "reported_by", False),)}, "[Corvana] < unresolved: Roos said"),
    ],
)
def test_a_chain_ends_in_the_speaker_or_says_that_there_is_none(more, told):
    assert of(replace(SPOKEN, **more)) == told


def test_where_speakers_are_not_read_there_is_no_chain():
    assert of(READING.statements[0], {}) == ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (None, ""),
        (Question("mayor", (at("who would pay"),)), "in answer to the mayor's question: who would pay"),
        (Question(None, (Span(0, 7),)), "in answer to a question: Harbour"),
        (Question("mayor", ()), "in answer to the mayor's question"),
    ],
)
def test_questions(question, told):
    assert answered(replace(SPOKEN, question=question), AGENTS, HARBOUR) == told


def test_qualities_are_what_is_not_usual():
    assert qualities(replace(SPOKEN, function="speech", negated=False)) == ("indirect",)
    assert qualities(replace(SPOKEN, function="belief", negated=True)) == ("indirect", "belief", "not said")


@pytest.mark.parametrize(
    ("agent", "told"),
    [
        (Agent("x", "Bo Adeyemi", "person"), ("Bo Adeyemi", "")),
        (
            Agent("x", "Bo Adeyemi", "person", role="envoy", organization="Sela"),
            ("Bo Adeyemi", "envoy, Sela"),
        ),
        (Agent("x", "Bo", "person", role="envoy of Sela", organization="Sela"), ("Bo", "envoy of Sela")),
        (Agent("x", "the Mayor", "person", role="mayor"), ("the Mayor", "")),
        (Agent("x", "Bo", "person", on_behalf_of=("board",)), ("Bo", "for the harbour board")),
    ],
)
def test_introductions_say_nothing_twice(agent, told):
    assert introduced(agent, {**AGENTS, "x": agent}) == told


def test_lists_and_long_names():
    assert listed((), AGENTS) == ""
    assert listed(("roos", "mayor", "corvana"), AGENTS) == "Inga Roos, the mayor and Corvana"
    assert len(listed(("x",), {"x": Agent("x", "very " * 500, "unnamed")})) <= 80
