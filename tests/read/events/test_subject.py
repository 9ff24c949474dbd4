"""Whose deed a verb is, and what stands behind it: sentences with the verb between stars."""

import pytest

from onrecord.read.clauses import words
from onrecord.read.events.objects import objects
from onrecord.read.events.sentence import Range, Sentence, group, main_word
from onrecord.read.events.subject import subject
from onrecord.span import Span

SUBJECTS = [
    ("The envoys of Marland have *agreed*.", "The envoys of Marland"),
    ("In March the ministry *ordered* a recount.", "the ministry"),
    ("Ada Obi, the mayor, *resigned*.", "Ada Obi"),
    ("The mayor, Ada Obi, *resigned*.", "Ada Obi"),
    ("The Harbour Board (HB) *agreed*.", "The Harbour Board"),
    ("The guards, who have *held* the port, want pay.", "The guards"),
    ("The letter that Ada Obi *sent* was lost.", "Ada Obi"),
    ("The board told the crew to *leave*.", "the crew"),
    ("The board plans to *close* three ports.", "The board"),
    ("The board's decision to *close* the port stands.", None),
    ("She accused the firm of *digging* there.", "the firm"),
    ("The clerk denied having *seen* it.", "The clerk"),
    ("The crew left and *took* the boat.", "The crew"),
    ("A clerk dismissed in May over debts had *sued*.", "A clerk"),
    ("The board said on Tuesday it would *sue*.", "it"),
    ("The board considers the matter *closed*.", "the matter"),
    ("Ada Obi asked whether to *leave*.", "Ada Obi"),
    ("*Leave*!", None),
]
OBJECTS = [
    ("The board *showed* him a letter.", [("", "him"), ("", "a letter")]),
    ("The board *sent* a letter to Marland in May.", [("", "a letter"), ("to", "Marland"), ("in", "May")]),
    ("The board *thinks* the ferry should sail.", []),
    ("The board *asked* the crew to leave.", [("", "the crew")]),
    ("The board *met* the harbour master, Inga Roos, twice.", [("", "Inga Roos")]),
    ("The board *gave* the crew “no choice”.", [("", "the crew"), ("", "no choice")]),
    ("The board *pulled* out of the talks.", [("", "of the talks")]),
]
MAIN = [
    ("It *would not be sent* today.", "sent"),
    ("She *tries to stop* it.", "stop"),
    ("She wants *a quiet word with him* now.", "word"),
    ("They *have told* her.", "told"),
    ("They *had*.", "had"),
]


def marked(text: str) -> tuple[Sentence, list[int]]:
    before, inside, after = text.split("*")
    plain = before + inside + after
    s = Sentence(plain, words(plain, Span(0, len(plain))))
    end = len(before) + len(inside)
    return s, [i for i, word in enumerate(s.words) if len(before) <= word.start < end]


def said(s: Sentence, phrase: Range | None) -> str | None:
    return s.text[s.words[phrase[0]].start : s.words[phrase[1] - 1].end] if phrase else None


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_subject(text: str, expected: str | None) -> None:
    s, (verb,) = marked(text)
    assert said(s, subject(s, verb)) == expected


@pytest.mark.parametrize(("text", "expected"), OBJECTS)
def test_objects(text: str, expected: list[tuple[str, str]]) -> None:
    s, (verb,) = marked(text)
    assert [(preposition, said(s, phrase)) for preposition, phrase in objects(s, verb)] == expected


@pytest.mark.parametrize(("text", "expected"), MAIN)
def test_main_word(text: str, expected: str) -> None:
    s, inside = marked(text)
    assert s.said(main_word(s, inside)) == expected


def test_group() -> None:
    s, (verb,) = marked("The boats have been quietly *sold*.")
    assert group(s, verb)[1:] == (False, True, True, False)
    s, (verb,) = marked("They hope to be *sold*.")
    assert group(s, verb)[1:] == (True, True, False, False)
