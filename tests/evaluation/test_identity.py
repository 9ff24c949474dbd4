"""Who is who between two readings, and what a source is as a phrase."""

import pytest

from evaluation.identity import Marked, Whole, form, identify, name_words, names, pairs
from onrecord import Agent, Mention, Span
from onrecord.statement import AgentKind


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Ilse Varga", "name"),
        ("the mayor, Ilse Varga", "name"),
        ("the Harbour Board", "name"),
        ("Ilse Varga of the Harbour Board", "name"),
        ("a mayor of Harwick", "nominal"),
        ("the minister", "nominal"),
        ("the minister, who left for Harwick", "nominal"),
        ("many voters", "nominal"),
        ("The", "name"),
        ("She", "pronoun"),
        ("  they ", "pronoun"),
        ("", "none"),
        (" , ", "nominal"),
        ("of", "nominal"),
        ("\ud800", "nominal"),
    ],
)
def test_form(phrase: str, expected: str) -> None:
    assert form(phrase) == expected


def test_the_words_of_a_name() -> None:
    assert name_words("Sen. Ilse Varga's") == ("ilse", "varga")
    assert name_words("the O’Hara-Mensah report") == ("o", "hara", "mensah", "report")
    assert name_words("—") == ()


def test_a_role_is_no_name_of_a_person() -> None:
    assert names(Agent("a", "Ilse Varga", "person", aliases=("the mayor", "she"))) == {("ilse", "varga")}
    assert names(Agent("a", "the mayor", "person")) == {("mayor",)}
    assert names(Agent("a", "critics", "group", aliases=("some residents",))) == {
        ("critics",),
        ("some", "residents"),
    }


def agent(
    id_: str, name: str, kind: AgentKind = "person", *mentions: tuple[int, int], aliases: tuple[str, ...] = ()
) -> Agent:
    return Agent(id_, name, kind, aliases=aliases, mentions=tuple(Mention(*m, "nominal") for m in mentions))


TEXT = "Officials met Ilse Varga. The dockers, who had walked out, cheered. They sang."


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ([agent("g", "Ilse Varga")], agent("f", "Ilse Varga"), "g"),
        ([agent("g", "Ilse Varga")], agent("f", "Varga"), "g"),
        ([agent("g", "Ilse Varga")], agent("f", "Mayor Varga"), None),
        ([agent("g", "Ilse Varga")], agent("f", "Jon Varga"), None),
        ([agent("g", "Ilse Varga"), agent("h", "Jon Varga")], agent("f", "Varga"), None),
        ([agent("g", "Ilse Varga"), agent("h", "Jon Varga")], agent("f", "Jon Varga"), "h"),
        ([agent("g", "Ilse Varga", "person", (14, 24))], agent("f", "who", "person", (14, 24)), None),
        ([agent("g", "the Harbour Board", "organization")], agent("f", "Harbour Board", "organization"), "g"),
        ([agent("g", "striking dockers", "group")], agent("f", "striking local dockers", "group"), "g"),
        ([agent("g", "strikers", "group", (26, 37))], agent("f", "the dockers", "group", (30, 37)), "g"),
        ([agent("g", "strikers", "group", (68, 72))], agent("f", "the dockers", "group", (68, 72)), None),
        ([agent("article", "this article", "document")], agent("f", "this article", "document"), None),
        ([], agent("f", "Ilse Varga"), None),
    ],
)
def test_identify(gold: list[Agent], found: Agent, same: str | None) -> None:
    assert identify(TEXT, Whole(tuple(gold)), Whole((found,))) == {"article": "article", "f": same}


def test_a_source_is_a_mention_unless_it_is_a_pronoun() -> None:
    gold = Whole((agent("g", "strikers", "group"),), (Marked("s", source=(Span(26, 37),), speaker="g"),))
    found = agent("f", "the crowd", "group", (26, 37))
    assert identify(TEXT, gold, Whole((found,)))["f"] == "g"
    pronoun = Whole(gold.agents, (Marked("s", source=(Span(68, 72),), speaker="g"),))
    assert identify(TEXT, pronoun, Whole((agent("f", "the crowd", "group", (68, 72)),)))["f"] is None


def test_pairs_take_the_best_first_and_the_same_level_of_two() -> None:
    whole, half = (Span(0, 20),), (Span(0, 10),)
    assert pairs([Marked("a", content=whole)], [Marked("b", content=half), Marked("c", content=whole)]) == {
        0: 1
    }
    outer, inner = Marked("o", content=whole), Marked("i", content=whole, level=2)
    assert pairs([outer, inner], [inner, outer]) == {0: 1, 1: 0}
    assert pairs([outer], [Marked("x", content=(Span(0, 6),))]) == {}
    assert pairs([Marked("empty")], [Marked("empty")]) == {}
