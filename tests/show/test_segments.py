"""A text cut wherever a span begins or ends gives that text again, whatever the spans."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.article import Article, Block
from onrecord.reading import Reading
from onrecord.show.segments import marks, paragraphs, segments
from onrecord.span import Span
from onrecord.statement import Statement
from tests.show.sample import GOLD, READING, TEXT, gold

PLACES = st.integers(-5, 80)
SPANS = st.lists(st.builds(Span, PLACES, PLACES), max_size=3).map(tuple)
STATEMENTS = st.lists(
    st.builds(
        Statement,
        id=st.just("s"),
        kind=st.just("mixed"),
        source=SPANS,
        cue=SPANS,
        content=SPANS,
        p=st.just(0.5),
    ),
    max_size=6,
).map(tuple)
TEXTS = st.text(st.sampled_from("ab “”.\n\r\t\u2028é😀"), max_size=70)
UNTIMED = settings(deadline=None)
BLOCKS = st.lists(st.builds(Block, st.sampled_from(["headline", "dateline", "paragraph"]), PLACES, PLACES))


@UNTIMED
@given(TEXTS, STATEMENTS)
def test_segments_are_the_text(text, statements):
    found = segments(marks(text, statements), [0, len(text)])
    assert "".join(text[segment.start : segment.end] for segment in found) == text
    assert all(segment.start < segment.end for segment in found)


@UNTIMED
@given(TEXTS, STATEMENTS)
def test_each_character_has_the_marks_of_its_spans(text, statements):
    found = marks(text, statements)
    for segment in segments(found, [0, len(text)]):
        for place in range(segment.start, segment.end):
            assert set(segment.marks) == {mark for mark in found if mark.start <= place < mark.end}


@UNTIMED
@given(TEXTS, STATEMENTS)
def test_each_mark_opens_and_closes_once(text, statements):
    found = marks(text, statements)
    cut = segments(found, [0, len(text)])
    assert sorted(m.nesting for s in cut for m in s.opening) == [mark.nesting for mark in found]
    assert sorted(m.nesting for s in cut for m in s.closing) == [mark.nesting for mark in found]


@UNTIMED
@given(TEXTS, STATEMENTS)
def test_marks_are_whole_words_within_the_text(text, statements):
    for mark in marks(text, statements):
        words = text[mark.start : mark.end]
        assert 0 <= mark.start < mark.end <= len(text)
        assert words == words.strip()


@UNTIMED
@given(TEXTS, STATEMENTS, BLOCKS.map(tuple))
def test_paragraphs_lose_only_white_space(text, statements, blocks):
    reading = Reading(Article("a", text, blocks), statements=statements)
    drawn = [s for p in paragraphs(reading) for run in p.runs for s in run.segments]
    words = "".join(text[segment.start : segment.end] for segment in drawn)
    assert "".join(words.split()) == "".join(text.split())
    found = marks(text, statements)
    assert sorted(m.nesting for s in drawn for m in s.opening) == [mark.nesting for mark in found]
    assert sorted(m.nesting for s in drawn for m in s.closing) == [mark.nesting for mark in found]


def test_paragraphs_of_an_article():
    shown = [
        (p.kind, " ".join(TEXT[run.segments[0].start : run.segments[-1].end] for run in p.runs))
        for p in paragraphs(READING)
    ]
    assert shown == [
        ("headline", "Ferries sail again on Monday"),
        (
            "paragraph",
            "LINDHOLM, May 3 (Norrpress) - The strike “is over”, harbour master Ida Sol said.",
        ),
        ("paragraph", "She denied that the union had said it would sue."),
        ("paragraph", "“The crews are tired,"),
        ("paragraph", "“and so am I,” the captain added."),
    ]


def test_what_is_around_comes_first():
    found = segments(marks(TEXT, READING.statements), [0, len(TEXT)])
    inside = next(s for s in found if TEXT[s.start : s.end] == "the union")
    assert [(mark.role, mark.number) for mark in inside.marks] == [("content", 2), ("source", 3)]


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_gold_articles_come_back(path):
    reading = gold(path)
    text = reading.article.text
    cut = segments(marks(text, reading.statements), [0, len(text)])
    assert "".join(text[segment.start : segment.end] for segment in cut) == text


def test_an_empty_article_has_no_paragraphs():
    assert paragraphs(Reading(Article("a", ""))) == []
    assert paragraphs(Reading(Article("a", " \n\n "))) == []
