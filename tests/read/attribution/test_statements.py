"""Whole readings of sentences of our own: one table a kind of attribution. The weights do the reading."""

import pytest

import onrecord
from onrecord import Article, Statement, words


def read_one(text: str) -> tuple[Statement, ...]:
    (reading,) = onrecord.read(text)
    return reading.statements


ATTRIBUTIONS = [
    ("“We will rebuild the pier,” mayor Ayla Duman said.", "Duman", "said", "“We will rebuild the pier,”"),
    (
        "Ayla Duman said the pier would be rebuilt next year.",
        "Ayla Duman",
        "said",
        "the pier would be rebuilt",
    ),
    (
        "The pier will be rebuilt, according to the harbour board.",
        "the harbour board",
        "according to",
        "The pier",
    ),
    ("The company declined to comment on the report.", "The company", "declined", "comment"),
    (
        "Critics have not ruled out a legal challenge to the plan.",
        "Critics",
        "ruled out",
        "a legal challenge",
    ),
    ("The ministry denied that any talks had taken place.", "The ministry", "denied", "any talks"),
    ("She hopes that the strike will end before Christmas.", "She", "hopes", "the strike will end"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), ATTRIBUTIONS)
def test_attributions(text: str, source: str, cue: str, content: str) -> None:
    statements = read_one(text)
    assert len(statements) == 1
    (statement,) = statements
    assert source in words(statement.source, text)
    assert cue in words(statement.cue, text)
    assert content in words(statement.content, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will rebuild the pier,” mayor Ayla Duman said.", "direct"),
        ("Mayor Ayla Duman said that the pier would be rebuilt.", "indirect"),
        ("Mayor Ayla Duman said that the pier was “a ruin” and would be rebuilt.", "mixed"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [s.kind for s in read_one(text)] == [kind]


@pytest.mark.parametrize("text", ["", " \n\t", "The ferry left at noon with forty cars on board.", "….,“”"])
def test_nothing_said_gives_no_statement(text: str) -> None:
    assert read_one(text) == ()


def test_a_long_article_is_read_to_its_last_line() -> None:
    filler = (
        "The ferry crosses the bay four times a day, and five in summer, when the lights are on.\n\n" * 150
    )
    text = filler + "“The last boat is full,” captain Ines Roth said."
    (statement,) = [s for s in read_one(text) if s.content[0].start >= len(filler)]
    assert words(statement.source, text) == "captain Ines Roth"


def test_an_article_of_ones_own_making_needs_no_blocks() -> None:
    article = Article(id="mine", text="“It is over,” coach Ada Obi said.")
    (reading,) = onrecord.read(article)
    assert reading.article is article
    assert len(reading.statements) == 1


def test_every_value_says_what_made_it() -> None:
    (reading,) = onrecord.read("“It is over,” coach Ada Obi said.")
    assert reading.model is not None
    assert reading.model.name == "onrecord-tagger"
    assert all(0 < s.p < 1 for s in reading.statements)
    assert [s.id for s in reading.statements] == ["s1"]
