"""Sayings that are denied, asked about, supposed or yet to come: (text, source, cue, function, negated)."""

import pytest

from onrecord.read.acts.negated import negated
from onrecord.span import Span
from onrecord.statement import Statement


def read(text: str, source: str, cue: str, function: str) -> bool:
    def spans(words: str) -> tuple[Span, ...]:
        found, at = [], 0
        for part in filter(None, words.split("…")):
            at = text.index(part, at)
            found.append(Span(at, at + len(part)))
            at += len(part)
        return tuple(found)

    return negated(text, Statement("s1", "indirect", spans(source), spans(cue), (), 1.0), function)[0]


DENIED = [
    ("Ada Obi never said that it leaks.", "Ada Obi", "never said", "speech", True),
    ("The mayor has not accused them.", "The mayor", "has not accused", "speech", True),
    ("He left without mentioning the debt.", "He", "without mentioning", "speech", True),
    ("No minister has said so.", "No minister", "has said", "speech", True),
    ("They do not believe it.", "They", "do not believe", "belief", False),
    ("I don’t know that.", "I", "don’t know", "knowledge", False),
    ("She has not ruled out a vote.", "She", "has not ruled out", "speech", False),
    ("She would not rule out a vote.", "She", "would not rule out", "speech", False),
    ("He said without further comment that it leaks.", "He", "said without further comment", "speech", False),
    ("The firm did not respond.", "The firm", "did not respond", "refusal", False),
]
SUPPOSED = [
    ("“If he says that it leaks, we go.”", "he", "says", "speech", True),
    ("Asked whether she believed it, Obi said no.", "she", "believed", "belief", True),
    ("Asked whether she believed it, Obi said no.", "Obi", "said", "speech", False),
    ("It is unclear whether or not voters want it.", "voters", "want", "hope", True),
    ("We want them to know that it leaks.", "them", "to know", "knowledge", True),
    ("It is vital that drivers understand this.", "drivers", "understand", "knowledge", True),
    ("Ask if his promise to pay still holds.", "his", "promise", "speech", False),
    ("If it rains, he said, we go.", "he", "said", "speech", False),
]
OPEN = [
    ("The islanders could ask for a recount.", "The islanders", "could ask for", "speech", True),
    ("A wise board would demand more.", "A wise board", "would demand", "speech", True),
    ("“I would suggest a pause.”", "I", "would suggest", "speech", False),
    ("“I could say it was easy.”", "I", "could say", "speech", True),
    ("It is too soon to say that it is over.", "", "too soon to say", "speech", True),
    ("The owner could not be reached.", "The owner", "could not be reached", "refusal", False),
]
ASKED = [
    ("“Do you think it leaks?” she asked.", "you", "Do… think", "belief", True),
    ("“You know why it leaks?” she asked.", "You", "know", "knowledge", True),
    ("“You know why it leaks.”", "You", "know", "knowledge", False),
]


@pytest.mark.parametrize(("text", "source", "cue", "function", "expected"), DENIED + SUPPOSED + OPEN + ASKED)
def test_negated(text, source, cue, function, expected):
    assert read(text, source, cue, function) is expected


@pytest.mark.parametrize("text", ["", "?", "if", "not\ud800", "if " * 50_000])
def test_any_text_is_read(text):
    whole = (Span(0, len(text)),)
    for source in ((), whole):
        assert negated(text, Statement("s1", "direct", source, whole, whole, 1.0), "speech")[0] in {
            True,
            False,
        }
    assert negated(text, Statement("s1", "direct", whole, (), whole, 1.0), "speech") == (False, "")
