"""Clauses that tell of a question: (text, [(question, asker, loose)]); sentences; turns of transcripts."""

import pytest

from onrecord.read.acts.asking import askings, last_question, sentences, turns
from onrecord.span import Span

Rows = list[tuple[str, str | None, bool]]


def found(text: str) -> Rows:
    return [
        (a.content.of(text).strip(), a.asker.of(text) if a.asker else None, a.loose)
        for a in askings(text, sentences(text))
    ]


PARTICIPLES = [
    ("Asked whether it leaks, Obi left.", [("whether it leaks, Obi left.", None, True)]),
    ("He left when asked about it.", [("about it.", None, True)]),
    ("Obi, asked about the leak, left.", [("about the leak, left.", None, True)]),
    ("Asked by Nord Press if it leaks, Obi left.", [("if it leaks, Obi left.", "Nord Press", True)]),
    (
        "Asked by the host, Ana Reis, why it leaks, Obi left.",
        [("why it leaks, Obi left.", "the host, Ana Reis", True)],
    ),
    (
        "Asked on Radio Delta whether it leaks, Obi left.",
        [("whether it leaks, Obi left.", None, True)],
    ),
    ("Pressed on whether it leaks, Obi left.", [("whether it leaks, Obi left.", None, True)]),
    ("Pressed by the host on the leak, Obi left.", [("on the leak, Obi left.", "the host", True)]),
    ("Reached by Nord Press and asked if it leaks, Obi left.", [("if it leaks, Obi left.", None, True)]),
    ("Asked to name the firm, Obi left.", [("to name the firm, Obi left.", None, True)]),
]
REPLIES = [
    ("Answering a question about whether it leaks, Obi left.", [("whether it leaks, Obi left.", None, True)]),
    (
        "In response to a question from a clerk about the leak, Obi left.",
        [("about the leak, Obi left.", "a clerk", True)],
    ),
    (
        "“No,” Obi said, responding to a reporter’s question about the leak.",
        [("about the leak.", "a reporter’s", True)],
    ),
]
FINITE = [
    ("Obi was asked whether it leaks.", [("whether it leaks.", None, False)]),
    ("Obi was asked by a clerk about the leak.", [("about the leak.", "a clerk", False)]),
]
NONE = [
    ("A clerk asked whether it leaks.", []),
    ("The clerk, Obi said, asked her what she did.", []),
    ("Smith, reading it out, asked “If it leaks, who pays?”", []),
    ("When pushed by a clerk, instead of answering, he left.", []),
    ("He was challenged. About noon he left.", []),
]


@pytest.mark.parametrize(("text", "expected"), PARTICIPLES + REPLIES + FINITE + NONE)
def test_askings(text, expected):
    assert found(text) == expected


SENTENCES = [
    ("One. Two!\nThree", ["One.", " Two!", "\n", "Three"]),
    (
        "Mr. Sato of the U.N. left. “Why?” He paid 1.5 crowns.",
        ["Mr. Sato of the U.N. left.", " “Why?”", " He paid 1.5 crowns."],
    ),
    ("", [""]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text, expected):
    ends = sentences(text).ends
    assert [text[a:b] for a, b in zip([0, *ends], ends, strict=False)] == expected


LAST = [
    ("You knew him. Was he ill?", "Was he ill?"),
    ("“Was he ill?”", "Was he ill?”"),
    ("Was he ill? No.", None),
    ("?", "?"),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), LAST)
def test_last_question(text, expected):
    question = last_question(text, Span(0, len(text)))
    assert (question.of(text) if question else None) == expected


def test_turns_run_on_over_paragraphs_and_an_asker_asks_throughout():
    text = "HOST: Why?\n\nGUEST: Rain.\n\nIt poured.\n\nHOST: You knew.\n\nGUEST: No.\n\nHOST: Is it over?"
    assert [(t.name, t.said.of(text), t.asks) for t in turns(text)] == [
        ("HOST", "Why?", True),
        ("GUEST", "Rain.\n\nIt poured.", False),
        ("HOST", "You knew.", True),
        ("GUEST", "No.", False),
        ("HOST", "Is it over?", True),
    ]


HOSTILE = [
    "asked " * 4_000,
    "asked by " * 4_000,
    "answering a " * 4_000,
    "?" * 20_000,
    "A: ?\n" * 4_000,
    "\ud800?",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_read(text):
    assert len(found(text)) >= 0
    assert len(list(turns(text))) >= 0
