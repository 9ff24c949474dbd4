"""Augmentation changes a text and never what its spans stand for."""

from random import Random

import pytest

from evaluation.corpora import Attribution, Record
from onrecord import Span
from training.augment import STRAIGHT, Edit, apply, augment, dropped_paragraphs, marks, other_names

TEXT = (
    "Pier to reopen\n\n“The pier is safe,” Marek Holub said. Holub’s office agreed.\n\n"
    "Rain fell.\n\nShe said no.\n"
)


def span(phrase: str) -> tuple[Span, ...]:
    start = TEXT.index(phrase)
    return (Span(start, start + len(phrase)),)


RECORD = Record(
    "a",
    TEXT,
    (
        Attribution(span("Marek Holub"), span("said"), span("“The pier is safe,”")),
        Attribution(span("She"), (Span(TEXT.rindex("said"), TEXT.rindex("said") + 4),), span("no")),
    ),
)


def phrases(record: Record) -> list[list[str]]:
    return [["/".join(s.of(record.text) for s in spans) for spans in a] for a in record.attributions]


def test_other_marks() -> None:
    assert phrases(apply(RECORD, marks(TEXT, STRAIGHT)))[0] == ["Marek Holub", "said", '"The pier is safe,"']


def test_other_names_are_the_same_throughout() -> None:
    changed = apply(RECORD, other_names(TEXT, Random(1)))
    (new,) = {name.removeprefix("Marek ") for name, *_ in phrases(changed)[:1]}
    assert new != "Holub"
    assert f"{new}’s office" in changed.text


def test_an_attribution_goes_with_its_paragraph() -> None:
    start, end = TEXT.index("“The pier"), TEXT.index("Rain")
    changed = apply(RECORD, [Edit(start, end, "")])
    assert phrases(changed) == [["She", "said", "no"]]


@pytest.mark.parametrize("seed", range(40))
def test_spans_keep_their_words_through_any_augmentation(seed: int) -> None:
    changed = augment(RECORD, Random(seed))
    for source, cue, content in phrases(changed):
        assert cue == "said"
        assert content in {"no", *(f"{a}The pier is safe,{b}" for a, b in ("“”", '""', "‘’", "«»"))}
        assert source == "She" or source.startswith("Marek ")


def test_dropped_paragraphs_are_whole() -> None:
    edits = [e for seed in range(20) for e in dropped_paragraphs(TEXT, Random(seed))]
    assert edits
    assert all(TEXT[e.start - 1 : e.start] in {"", "\n"} and TEXT[e.end - 1] == "\n" for e in edits)
