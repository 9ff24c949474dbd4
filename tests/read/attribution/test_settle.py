"""Which candidates stand: each rule with a report of our own."""

import pytest

from onrecord.article import Block
from onrecord.read.attribution.settle import outermost
from onrecord.read.network.link import Candidate
from onrecord.read.quotes import quotations
from onrecord.span import Span


def at(text: str, *phrases: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(p), text.index(p) + len(p)) for p in phrases)


def said(text: str, source: str, cue: str, *content: str, p: float = 0.9) -> Candidate:
    return Candidate(p, at(text, source), at(text, cue), at(text, *content))


def settled(text: str, blocks: tuple[Block, ...], found: list[Candidate]) -> list[Candidate]:
    return outermost(text, blocks, quotations(text)[0], found)


def paragraph(text: str) -> tuple[Block, ...]:
    return (Block("paragraph", 0, len(text)),)


def test_two_cues_around_one_quotation_are_one_statement() -> None:
    text = "The minister also warned: “The dam will not hold,” Ruiz said."
    quotation = "“The dam will not hold,”"
    found = [
        said(text, "The minister", "also warned", quotation, p=0.6),
        said(text, "Ruiz", "said", quotation),
    ]
    (statement,) = settled(text, paragraph(text), found)
    assert statement.source == at(text, "The minister", "Ruiz")
    assert statement.cue == at(text, "also warned", "said")
    assert statement.content == at(text, quotation)
    assert statement.p == 0.9


def test_a_sentence_before_the_contested_quotation_stays_with_its_own_cue() -> None:
    text = "He stated that the old dam is still in use. “It will hold,” Ruiz said."
    found = [
        said(text, "He", "stated", "that the old dam is still in use", "“It will hold,”", p=0.6),
        said(text, "Ruiz", "said", "“It will hold,”"),
    ]
    first, second = settled(text, paragraph(text), found)
    assert first.content == at(text, "that the old dam is still in use")
    assert second == found[1]


def test_a_quotation_is_not_cut_in_two() -> None:
    text = "He stated that the dam is old. “It will hold. We need patience,” Ruiz said."
    found = [
        said(text, "He", "stated", "that the dam is old", "“It will hold.", p=0.95),
        said(text, "Ruiz", "said", "“It will hold. We need patience,”"),
    ]
    first, second = settled(text, paragraph(text), found)
    assert first.content == at(text, "that the dam is old")
    assert second == found[1]


def test_of_two_cues_on_one_side_the_more_probable_is_kept() -> None:
    text = "Ruiz told reporters, speaking softly, that the dam would hold."
    content = "that the dam would hold"
    found = [said(text, "Ruiz", "told", content), said(text, "Ruiz", "speaking", content, p=0.4)]
    assert settled(text, paragraph(text), found) == found[:1]


@pytest.mark.parametrize(("p", "kept"), [(0.5, "said"), (0.95, "believe")])
def test_of_a_statement_and_one_inside_it_the_more_probable_is_outermost(p: float, kept: str) -> None:
    text = "Ruiz said that engineers believe the dam will hold."
    outer = said(text, "Ruiz", "said", "that engineers believe the dam will hold")
    inner = said(text, "engineers", "believe", "the dam will hold", p=p)
    assert [c.cue for c in settled(text, paragraph(text), [inner, outer])] == [at(text, kept)]


def test_neighbours_are_both_kept_in_order() -> None:
    text = "Ruiz said the dam would hold. Marta Sund denied it would hold."
    found = [
        said(text, "Marta Sund", "denied", "it would hold"),
        said(text, "Ruiz", "said", "the dam would hold"),
    ]
    assert [c.cue for c in settled(text, paragraph(text), found)] == [at(text, "said"), at(text, "denied")]


def test_content_stays_on_its_side_of_the_headline() -> None:
    text = "Dam will hold\n\nThe dam will hold, Ruiz said."
    blocks = (Block("headline", 0, 15), Block("paragraph", 15, len(text)))
    greedy = Candidate(0.9, at(text, "Ruiz"), at(text, "said"), (Span(0, 32),))
    (statement,) = settled(text, blocks, [greedy])
    assert [s.of(text) for s in statement.content] == ["The dam will hold"]


def test_a_line_of_tags_says_nothing() -> None:
    text = "Ruiz spoke.\n\nDams, Ruiz said, Water"
    blocks = (Block("paragraph", 0, 13), Block("keywords", 13, len(text)))
    found = [said(text, "Ruiz said", "said", "Water")]
    assert settled(text, blocks, found) == []


@pytest.mark.parametrize("content", ["", "“”", " ,"])
def test_a_statement_without_words_is_none(content: str) -> None:
    text = f"Ruiz said {content}."
    span = (Span(10, 10 + len(content)),) if content else ()
    assert settled(text, paragraph(text), [Candidate(0.9, (), at(text, "said"), span)]) == []
