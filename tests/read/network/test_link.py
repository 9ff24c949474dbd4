"""Spans of whole words, and the kind of a statement: tables of our own sentences."""

import pytest

from onrecord.read.network.link import _after_clock, _word_end, _word_start, kind
from onrecord.read.quotes import quotations
from onrecord.span import Span


def at(text: str, *phrases: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(p), text.index(p) + len(p)) for p in phrases)


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“It holds,” Ruiz said.", ("“It holds,”",), "direct"),
        ("Ruiz said it holds.", ("it holds",), "indirect"),
        ("Ruiz said it “holds” for now.", ("it “holds” for now",), "mixed"),
        ("“It holds,” Ruiz said, “for now.”", ("“It holds,”", "“for now.”"), "direct"),
        ("“It holds,” Ruiz said, adding that rain was due.", ("“It holds,”", "that rain was due"), "mixed"),
    ],
)
def test_kind_by_quotation_marks(text: str, content: tuple[str, ...], expected: str) -> None:
    assert kind(text, at(text, *content), [q for q in quotations(text)[0] if q.level == 1]) == expected


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("I don't think so", 6, "don't"),
        ("I don’t think so", 6, "don’t"),
        ("We're sure", 3, "We're"),
        ("Ruiz's appeal", 5, "s"),
        ("rebuilding", 2, "rebuilding"),
        ("said", 0, "said"),
    ],
)
def test_spans_begin_with_whole_words(text: str, start: int, expected: str) -> None:
    assert text[_word_start(text, start) :].split(" ", maxsplit=1)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20:14 An exit poll says", "An exit poll says"),
        ("9.05am GMT – The minister says", "The minister says"),
        ("4:30 p.m. | Polls close", "Polls close"),
        ("20:14", "20:14"),
        ("1.25 million say", "1.25 million say"),
        ("2016 was worse", "2016 was worse"),
    ],
)
def test_an_entry_of_a_live_blog_begins_after_its_time(text: str, expected: str) -> None:
    assert text[_after_clock(text, 0) :] == expected
    assert _after_clock("x" + text, 1) == 1


def test_spans_end_with_whole_words_and_whole_marks() -> None:
    assert _word_end("rebuilding it", 5) == 10
    assert _word_end("''Go,'' he said", 6) == 7
