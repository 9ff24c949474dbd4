"""Who is the same as whom in a listing of agents, and what is counted."""

import pytest
from msgspec.structs import replace

from onrecord.article import Article
from onrecord.reading import Reading
from onrecord.show.who import who
from onrecord.statement import Agent, Statement
from tests.show.sample import CHAINED


def article(id: str, *agents: Agent, speaker: str | None = None) -> Reading:
    said = Statement("s1", "direct", (), (), (), p=1.0, speaker=speaker)
    return Reading(Article(id, ""), agents=agents, statements=(said,))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Inga Roos", "person"), ("Inga Roos", "person"), True),
        (("Inga Roos", "person"), ("Inga Ros", "person"), False),
        (("Roos", "person"), ("Roos", "person"), False),
        (("Roos", "person", "clerk", "Sela Port"), ("Roos", "person", None, "Sela Port"), True),
        (("Roos", "person", None, "Sela Port"), ("Roos", "person", None, "Norrpress"), False),
        (("the mayor", "person"), ("the mayor", "person"), False),
        (("Corvana", "organization"), ("Corvana", "organization"), True),
        (("Corvana", "organization"), ("Corvana", "document"), False),
        (("the Kremlin", "organization"), ("the Kremlin", "organization"), True),
        (("eBay", "organization"), ("eBay", "organization"), True),
        (("市役所", "organization"), ("市役所", "organization"), True),
        (("the harbour board", "organization"), ("the harbour board", "organization"), False),
        (("Her office", "organization"), ("Her office", "organization"), False),
        (("The Mayor", "person"), ("The Mayor", "person"), False),
        (("Angry Dock Workers", "group"), ("Angry Dock Workers", "group"), False),
        (("a dock worker", "unnamed"), ("a dock worker", "unnamed"), False),
        (("", "person"), ("", "person"), False),
    ],
)
def test_who_is_one_in_several_articles(one, other, same):
    found = who([article("a", Agent("x", *one)), article("b", Agent("y", *other))])
    assert len(found.agents) == (1 if same else 2)
    if same:
        assert found.agents[0].articles == 2
        assert [(place.article, place.agent) for place in found.agents[0].read_as] == [("a", "x"), ("b", "y")]


def test_what_is_counted():
    found = who([CHAINED, CHAINED, article("c", Agent("z", "Inga Roos", "person", role="poet"), speaker="z")])
    first = found.agents[0]
    assert (first.name, first.statements, first.mentions, first.articles) == ("Inga Roos", 7, 4, 2)
    assert (first.role, first.organization) == ("spokeswoman", "the harbour board")
    assert first.on_behalf_of == ("the harbour board",)
    assert (found.articles, found.statements, found.unresolved) == (3, 23, 2)


def test_most_statements_first_then_most_mentions_then_names():
    names = [agent.name for agent in who([CHAINED]).agents]
    assert names[:4] == ["Inga Roos", "Corvana", "a dock worker", "Port Sela"]


def test_articles_are_listed_only_where_they_speak_and_as_one():
    voice = Agent("article", "A title", "document")
    assert who([article("a", voice)]).agents == ()
    (found,) = who([article("a", voice, speaker="article"), article("b", voice, speaker="article")]).agents
    assert (found.name, found.statements, found.articles) == ("article", 2, 2)


def test_nobody():
    assert who([]).agents == who([replace(CHAINED, agents=())]).agents == ()
