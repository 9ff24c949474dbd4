"""Which lines are paragraphs: one to a line, blank lines between, or hard-wrapped."""

import textwrap

import pytest

from onrecord.ingest import lines as module
from onrecord.ingest.lines import paragraphs

LONG = (
    "The harbour board of Whitby voted on Tuesday to close the east pier until the spring, after divers "
    "found that two of its oak piles had been eaten through, the harbour master said."
)
SECOND = (
    "Fishermen who land crab there were told by letter. They may use the fish quay in the meantime, at half "
    "the usual fee, but several said that its ladder is too steep for loading by hand."
)


NAMES = [  # some are as long as a wrapped line
    "Margaret Ollerenshaw of the Whitby Gazette",
    "Bartholomew Featherstone of the Yorkshire Post",
    "Gwendolyn Hardcastle of the Northern Echo",
]


def shown(text):
    return [" ".join(text[line.start : line.end].split()) for line in paragraphs(text)]


SPLIT = [
    ("", []),
    ("one", ["one"]),
    ("one\n", ["one"]),
    ("one\ntwo", ["one", "two"]),
    ("one\n\ntwo", ["one", "two"]),
    ("\n \n one\n\n\n two \n\n", ["one", "two"]),
    ("one\r\ntwo\r\n\r\nthree", ["one", "two", "three"]),
    ("one\rtwo\r\rthree", ["one", "two", "three"]),
    ("one\u2028two\u2029three", ["one", "two", "three"]),
    ("one\xa0\n\xa0\ntwo", ["one", "two"]),
    ("one\n\ufeff\ntwo", ["one \ufeff", "two"]),
    ("\ufeffone\ntwo", ["\ufeffone", "two"]),
    (" \n\t", [""]),
    (f"{LONG}\n{SECOND}", [LONG, SECOND]),
    ("\n".join(NAMES), NAMES),
]


@pytest.mark.parametrize(("text", "lines"), SPLIT)
def test_paragraphs(text, lines):
    assert shown(text) == lines


@pytest.mark.parametrize("width", [58, 66, 72, 80, 96])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_hard_wrapped_paragraphs_are_joined(width, newline):
    wrapped = "\n\n".join(textwrap.fill(part, width) for part in ("Whitby pier shut", LONG, SECOND))
    assert shown(wrapped.replace("\n", newline)) == ["Whitby pier shut", LONG, SECOND]


def test_hard_wrapped_paragraphs_may_be_told_apart_by_indents():
    parts = (textwrap.fill(part, 70, initial_indent="   ") for part in (LONG, SECOND))
    assert shown("\n".join(parts)) == [LONG, SECOND]


def test_hard_wrapped_list_keeps_its_items():
    items = "- the east pier, which was built in the last century of oak\n- the fish quay\n- the swing bridge"
    wrapped = textwrap.fill(LONG, 70) + "\n\n" + items
    assert len(shown(wrapped)) == 4


@pytest.mark.parametrize("width", range(50, 90))
def test_number_that_wraps_to_the_head_of_a_line_is_no_item(width):
    text = f"{SECOND} The board will meet again in the town hall of Whitby on December 18. It is open to all."
    assert shown(textwrap.fill(text, width)) == [text]


def test_one_wrapped_line_break_is_enough():
    text = "The minister said on Monday that the port would not be closed before\nthe end of the year."
    assert len(shown(text)) == 1


def test_lines_beyond_the_limit_are_kept_in_the_last(monkeypatch):
    monkeypatch.setattr(module, "MAX_LINES", 3)
    assert shown("a\nb\nc\nd\ne") == ["a", "b", "c d e"]
