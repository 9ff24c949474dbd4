"""Names of people, organizations and places, and the pronouns of GAP."""

import pytest

from evaluation.annotated import Document, Mention
from evaluation.corpora import CORPORA
from evaluation.entities import Counts, compare, gold_names, score, tagged
from evaluation.gap import Snippet, answer, gap
from evaluation.gap import score as gap_score
from onrecord import Agent, Article, Reading, Span
from onrecord import Mention as Named

TEXT = "Ines Okafor of the Ardo Health Board met Vera Lindqvist when she was in Tirana."


def named(phrase: str, kind: str) -> Mention:
    start = TEXT.index(phrase)
    span = Span(start, start + len(phrase))
    return Mention(start, span.end, "name", kind, span, span)


def test_gold_names_are_the_outermost_of_three_kinds() -> None:
    mentions = (
        named("Ines Okafor", "person"),
        named("Ardo Health Board", "organization"),
        named("Ardo", "place"),
        named("Tirana", "place"),
        named("Health", "abstract"),
        Mention(61, 64, "pronoun", "person", Span(61, 64)),
    )
    found = gold_names(Document("d", TEXT, (), mentions))
    assert [(TEXT[a:b], kind) for a, b, kind in found] == [
        ("Ines Okafor", "person"),
        ("Ardo Health Board", "organization"),
        ("Tirana", "place"),
    ]


def test_names_are_compared_by_kind() -> None:
    gold = [(0, 11, "person"), (41, 55, "person"), (19, 36, "organization")]
    found = [(0, 11, "person"), (46, 55, "person"), (19, 36, "place"), (0, 11, "person")]
    counts = compare(gold, found)
    assert counts["person"] == Counts(gold=2, found=2, exact=1, overlap=2)
    assert counts["organization"] == Counts(gold=1)
    assert counts["place"] == Counts(found=1)
    every = score([counts, counts])["all"]
    assert every == Counts(gold=6, found=6, exact=2, overlap=4)
    assert every.figures["overlap"].f1 == pytest.approx(2 / 3)


def reading(*agents: Agent) -> Reading:
    return Reading(Article("d", TEXT), agents)


OKAFOR, VERA, SHE = Named(0, 11, "name"), Named(41, 55, "name"), Named(61, 64, "pronoun")


def test_names_as_the_network_tags_them() -> None:
    text = "The minister, Luis Ortega, flew to London."
    assert {(text[start:end], kind) for start, end, kind in tagged(text)} == {
        ("Luis Ortega", "person"),
        ("London", "place"),
    }


SNIPPET = Snippet("1", TEXT, Span(61, 64), (Span(0, 11), Span(46, 55)), (False, True))


@pytest.mark.parametrize(
    ("agents", "expected"),
    [
        (
            [Agent("a", "x", "person", mentions=(VERA, SHE)), Agent("b", "y", "person", mentions=(OKAFOR,))],
            (False, True),
        ),
        ([Agent("a", "x", "person", mentions=(OKAFOR, SHE))], (True, False)),
        (
            [Agent("a", "x", "person", mentions=(OKAFOR,)), Agent("b", "y", "person", mentions=(SHE,))],
            (False, False),
        ),
        ([Agent("a", "x", "person", mentions=(Named(0, 36, "nominal"), SHE))], (False, False)),
        ([], (False, False)),
    ],
)
def test_answer(agents: list[Agent], expected: tuple[bool, bool]) -> None:
    assert answer(SNIPPET, reading(*agents)) == expected


def test_pronouns_by_gender() -> None:
    his = Snippet("2", "Ali saw Bo before he left.", Span(18, 20), (Span(0, 3), Span(8, 10)), (True, False))
    figures = gap_score([(SNIPPET, (False, True)), (his, (True, True))])
    assert (his.gender, SNIPPET.gender) == ("masculine", "feminine")
    assert figures["feminine"] == (1, 1, 1)
    assert figures["masculine"] == pytest.approx((0.5, 1, 2 / 3))
    assert figures["all"] == pytest.approx((2 / 3, 1, 0.8))


@pytest.mark.skipif(not CORPORA.exists(), reason="the corpora are not beside this checkout")
def test_gap_is_as_many_of_hers_as_of_his() -> None:
    snippets = list(gap())
    assert len(snippets) == 2000
    assert sum(s.gender == "feminine" for s in snippets) == 1000
    assert all(s.pronoun.of(s.text).isalpha() and all(n.of(s.text) for n in s.names) for s in snippets)
