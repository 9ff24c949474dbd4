"""Statements inside statements: each finds its parent, whatever the order and the number."""

from onrecord import Span
from onrecord.read.attribution.nest import DEEPEST, nested
from onrecord.read.network.link import Candidate

TEXT = "Ada said Ben told her that Cem hopes it ends, Dov added, and Eli thinks so."


def candidate(source: str, cue: str, content: str, p: float = 0.9) -> Candidate:
    def span(phrase: str) -> tuple[Span, ...]:
        return (Span(TEXT.index(phrase), TEXT.index(phrase) + len(phrase)),) if phrase else ()

    return Candidate(p, span(source), span(cue), span(content))


ADA = candidate("Ada", "said", "Ben told her that Cem hopes it ends")
BEN = candidate("Ben", "told", "that Cem hopes it ends")
CEM = candidate("Cem", "hopes", "it ends")
ELI = candidate("Eli", "thinks", "so")


def tree(outer: list[Candidate], found: list[Candidate]) -> list[tuple[str, int, int | None]]:
    placed, _ = nested(outer, found)
    return [(n.candidate.source[0].of(TEXT), n.level, n.parent) for n in placed]


def test_each_stands_under_the_one_whose_words_it_is_in() -> None:
    expected = [("Ada", 1, None), ("Ben", 2, 0), ("Cem", 3, 1)]
    assert tree([ADA], [CEM, BEN, ADA]) == expected
    assert tree([ADA], [BEN, CEM]) == expected


def test_what_is_in_nobodys_words_is_not_nested() -> None:
    assert tree([ADA], [ELI, CEM]) == [("Ada", 1, None), ("Cem", 2, 0)]


def test_words_outside_the_parents_are_cut_off() -> None:
    wide = candidate("Cem", "hopes", "it ends, Dov added")
    placed, _ = nested([ADA], [wide])
    assert placed[1].candidate.content[0].of(TEXT) == "it ends"


def test_two_claims_on_the_same_words_are_one_statement() -> None:
    rival = candidate("Ben", "told her", "that Cem hopes it ends", p=0.6)
    assert tree([ADA], [BEN, rival]) == [("Ada", 1, None), ("Ben", 2, 0)]


def test_nesting_stops_at_the_depth_limit_with_a_flaw() -> None:
    text = " ".join(f"N{i} said" for i in range(30)) + " it rained."
    starts = [text.index(f"N{i} ") for i in range(30)]
    chain = [
        Candidate(
            0.9, (Span(a, a + 2 + (i > 9)),), (Span(a + 3 + (i > 9), a + 7 + (i > 9)),), (Span(b, len(text)),)
        )
        for i, (a, b) in enumerate(zip(starts, [*starts[1:], len(text) - 10], strict=True))
    ]
    placed, flaws = nested(chain[:1], chain[1:])
    assert [n.level for n in placed] == [1, 2, 3, 4][:DEEPEST]
    assert [n.parent for n in placed] == [None, 0, 1, 2]
    assert [flaw.kind for flaw in flaws] == ["nesting"]


def test_many_statements_take_their_own_children() -> None:
    one = " Ada said Ben hopes it ends. "
    outer, inner = [], []
    for i in range(3000):
        at = i * len(one)
        outer.append(
            Candidate(0.9, (Span(at + 1, at + 4),), (Span(at + 5, at + 9),), (Span(at + 10, at + 27),))
        )
        inner.append(
            Candidate(0.9, (Span(at + 10, at + 13),), (Span(at + 14, at + 19),), (Span(at + 20, at + 27),))
        )
    placed, _ = nested(outer, inner)
    assert [n.parent for n in placed[:4]] == [None, 0, None, 2]
    assert len(placed) == 6000
