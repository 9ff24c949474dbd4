"""Augmentation changes a text and never what its spans stand for."""

from random import Random

import pytest

from evaluation.corpora import Attribution
from onrecord import Span
from training.augment import STRAIGHT, Edit, apply, augment, dropped_paragraphs, marks, other_names
from training.lessons import Entity, Lesson

TEXT = (
    "Pier to reopen\n\n“The pier is safe,” Marek Holub said. Holub’s office agreed.\n\n"
    "Rain fell.\n\nShe said no.\n"
)


def span(phrase: str) -> tuple[Span, ...]:
    start = TEXT.index(phrase)
    return (Span(start, start + len(phrase)),)


LESSON = Lesson(
    "a",
    TEXT,
    (
        Attribution(span("Marek Holub"), span("said"), span("“The pier is safe,”")),
        Attribution(span("She"), (Span(TEXT.rindex("said"), TEXT.rindex("said") + 4),), span("no")),
    ),
    nested=(Attribution(span("Holub’s office"), span("agreed"), ()),),
    entities=(Entity(span("Marek Holub")[0], "person"),),
    groups=((*span("Marek Holub"), *span("Holub’s")),),
)


def phrases(lesson: Lesson) -> list[list[str]]:
    return [["/".join(s.of(lesson.text) for s in spans) for spans in a] for a in lesson.attributions or ()]


def test_other_marks() -> None:
    assert phrases(apply(LESSON, marks(TEXT, STRAIGHT)))[0] == ["Marek Holub", "said", '"The pier is safe,"']


def test_other_names_are_the_same_throughout() -> None:
    changed = apply(LESSON, other_names(TEXT, Random(1)))
    (new,) = {name.removeprefix("Marek ") for name, *_ in phrases(changed)[:1]}
    assert new != "Holub"
    assert f"{new}’s office" in changed.text


def test_an_attribution_goes_with_its_paragraph() -> None:
    start, end = TEXT.index("“The pier"), TEXT.index("Rain")
    changed = apply(LESSON, [Edit(start, end, "")])
    assert phrases(changed) == [["She", "said", "no"]]


@pytest.mark.parametrize("seed", range(40))
def test_spans_keep_their_words_through_any_augmentation(seed: int) -> None:
    changed = augment(LESSON, Random(seed))
    for source, cue, content in phrases(changed):
        assert cue == "said"
        assert content in {"no", *(f"{a}The pier is safe,{b}" for a, b in ("“”", '""', "‘’", "«»"))}
        assert source == "She" or source.startswith("Marek ")


def test_dropped_paragraphs_are_whole() -> None:
    edits = [e for seed in range(20) for e in dropped_paragraphs(TEXT, Random(seed))]
    assert edits
    assert all(TEXT[e.start - 1 : e.start] in {"", "\n"} and TEXT[e.end - 1] == "\n" for e in edits)


def test_every_layer_moves_with_the_text() -> None:
    changed = apply(LESSON, other_names(TEXT, Random(1)))
    ((first, second),) = changed.groups
    assert changed.nested and changed.entities
    assert changed.nested[0].cue[0].of(changed.text) == "agreed"
    assert changed.entities[0].span.of(changed.text) == first.of(changed.text)
    assert second.of(changed.text) == first.of(changed.text).removeprefix("Marek ") + "’s"
