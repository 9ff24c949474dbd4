"""What a statement does: one table a phenomenon, (source, cue, content, function)."""

import pytest

from onrecord.read.acts.function import function, head, lexicon
from onrecord.span import Span
from onrecord.statement import Statement


def made(text: str, source: str, cue: str, content: str) -> Statement:
    """A statement of ``text`` whose parts are found by their words; "…" parts a broken cue."""

    def spans(words: str) -> tuple[Span, ...]:
        found, at = [], 0
        for part in filter(None, words.split("…")):
            at = text.index(part, at)
            found.append(Span(at, at + len(part)))
            at += len(part)
        return tuple(found)

    return Statement("s1", "indirect", spans(source), spans(cue), spans(content), 1.0)


def read(source: str, cue: str, content: str, speaker_kind=None) -> str:
    text = f"{source} {cue} {content}."
    return function(text, made(text, source, cue, content), speaker_kind=speaker_kind)[0]


SPEECH = [
    ("Ada Obi", "said", "that the dam would hold", "speech"),
    ("the minister", "has not ruled out", "a second vote", "speech"),
    ("the port", "could not exclude", "further delays", "speech"),
    ("Mr Sato", "vowed", "to rebuild the pier", "speech"),
    ("he", "asked for", "two more ferries", "speech"),
    ("the union", "asked", "members to stay at home", "speech"),
    ("she", "questioned", "his judgment", "speech"),
    ("the mayor", "tried to explain", "why the lifts stood still", "speech"),
    ("she", "wanted to say", "that nobody was hurt", "speech"),
    ("the board", "voiced support for", "the merger", "speech"),
    ("the coach", "shot back", "“Ask the referee.”", "speech"),
    ("Ana Reis", "rejected", "the claim that she had been warned", "speech"),
]
BELIEF = [
    ("Oksana", "believes", "the bridge is safe", "belief"),
    ("we", "don’t think", "it will last", "belief"),
    ("the mayor", "is confident", "that it holds", "belief"),
    ("In the crew’s", "view", "the captain was right", "belief"),
    ("most voters", "oppose", "the toll", "belief"),
    ("critics", "see", "the treaty as a trap", "belief"),
    ("she", "continued to believe", "in the plan", "belief"),
    ("many here", "To", "the bridge is a folly", "belief"),
]
KNOWLEDGE = [
    ("I", "do not know", "whether they will meet", "knowledge"),
    ("the clerk", "realised", "that the seal was broken", "knowledge"),
    ("it", "is unclear", "who signed it", "knowledge"),
    ("the pilot", "could not recall", "the altitude", "knowledge"),
    ("they", "found out", "that the well was dry", "knowledge"),
    ("you", "can see", "that it works", "knowledge"),
]
INTENTION = [
    ("the ministry", "plans", "to close the road", "intention"),
    ("the union", "is willing", "to wait", "intention"),
    ("the city", "has no plans", "to sell", "intention"),
    ("Turan Air", "would consider", "a smaller order", "intention"),
    ("the court", "is considering", "hearing her again", "intention"),
]
HOPE = [
    ("she", "hopes", "to return by spring", "hope"),
    ("we", "would like", "to see the files", "hope"),
    ("the two funds", "do not want", "a vote", "hope"),
    ("the islanders", "are eager", "to sell", "hope"),
]
EXPECTATION = [
    ("traders", "expect", "a cut", "expectation"),
    ("the envoy", "is worried", "that the truce may break", "expectation"),
    ("engineers", "fear", "a second slide", "expectation"),
    ("we", "look forward to", "the ruling", "expectation"),
]
QUESTION = [
    ("a reporter", "asked", "whether the truce would hold", "question"),
    ("she", "was asked about", "the missing lorries", "question"),
    ("he", "asked", "“Who pays?”", "question"),
    ("many", "wonder", "if the bank is sound", "question"),
    ("the panel", "questioned", "whether the pilot had slept", "question"),
    ("the judge", "wanted to know", "why it took a week", "question"),
    ("Pressed", "on", "how high it would be", "speech"),
    ("The host", "pressed him on", "how high it would be", "question"),
]
REFUSAL = [
    ("the firm", "declined to comment on", "the leak", "refusal"),
    ("he", "would not say", "when it opens", "refusal"),
    ("the ministry", "did not respond to", "questions on the fire", "refusal"),
    ("Mr Diallo", "has not said", "whether he will run", "refusal"),
    ("she", "neither confirmed nor denied", "it", "refusal"),
    ("the owner", "could not be reached", "for comment", "refusal"),
    ("the club", "is not prepared", "to pay", "refusal"),
    ("the islanders", "rejected", "an offer of new boats", "refusal"),
    ("the captain", "refused to admit", "that he slept", "refusal"),
]
DOCUMENTS = [
    ("the latest survey of farmers", "shows", "that yields fell", "document"),
    ("a letter seen by Nord Press", "says", "the plant will close", "document"),
    ("a draft law", "requires", "ferries to carry radios", "document"),
    ("An earlier version of this report", "said", "that the mayor had resigned", "correction"),
    ("The agency", "has withdrawn", "its report of a second blast", "correction"),
]
TABLE = SPEECH + BELIEF + KNOWLEDGE + INTENTION + HOPE + EXPECTATION + QUESTION + REFUSAL + DOCUMENTS


@pytest.mark.parametrize(("source", "cue", "content", "expected"), TABLE)
def test_function(source, cue, content, expected):
    assert read(source, cue, content) == expected


KINDS = [
    ("Nord Report", "says", "organization", "speech"),
    ("Nord Report", "says", "document", "document"),
    ("we", "now know", "document", "knowledge"),
    ("", "seems", "document", "belief"),
    ("the Accord", "hopes", "document", "document"),
]


@pytest.mark.parametrize(("source", "cue", "kind", "expected"), KINDS)
def test_the_kind_of_the_speaker_counts_where_it_is_known(source, cue, kind, expected):
    assert read(source, cue, "that the ice is thin", kind) == expected


def test_a_turn_that_ends_as_a_question_is_one():
    text = "HOST: You knew him. Was he ill?\n\nGUEST: No."
    turn = Statement("s1", "indirect", (Span(0, 4),), (Span(4, 5),), (Span(6, 31),), 1.0)
    answer = Statement("s2", "indirect", (Span(33, 38),), (Span(38, 39),), (Span(40, 43),), 1.0)
    assert [function(text, s)[0] for s in (turn, answer)] == ["question", "speech"]


def test_what_stands_under_a_label_is_a_correction():
    text = "The boat sank.\n\nCorrection, 4 May: Nord Press said that two boats sank."
    assert function(text, made(text, "Nord Press", "said", "that two boats sank")) == (
        "correction",
        "correction",
    )


def test_why_is_the_word_that_tells():
    text = "She would have liked to ask whether it was so"
    assert function(text, made(text, "She", "ask", "whether it was so")) == ("question", "ask")


HEADS = [
    ("a letter from the mayor", "letter"),
    ("the report", "report"),
    ("", ""),
    ("of", "of"),
]


@pytest.mark.parametrize(("source", "expected"), HEADS)
def test_head(source, expected):
    assert head(tuple(source.split())) == expected


def test_no_phrase_of_the_lexicon_has_two_functions():
    seen: dict[tuple[str, ...], str] = {}
    for phrases in lexicon().phrases.values():
        for phrase, found in phrases:
            assert seen.setdefault(phrase, found) == found, phrase


@pytest.mark.parametrize("text", ["", "?", "“", "’", "\ud800", "не знаю", "a" * 100_000, "not " * 50_000])
def test_any_text_has_a_function(text):
    whole = (Span(0, len(text)),)
    for spans in ((), whole):
        assert function(text, Statement("s1", "direct", spans, spans, spans, 1.0))[0]
        assert function(text, Statement("s1", "direct", (), spans, (), 1.0), speaker_kind="document")[0]
