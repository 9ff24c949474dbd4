"""Attributions without a verb: one table a pattern, (text, source, cue, content)."""

import pytest

from onrecord.read.attribution.verbless import verbless
from onrecord.read.quotes import quotations

Rows = list[tuple[str, str, str]]


def found(text: str) -> Rows:
    outer = [q for q in quotations(text)[0] if q.level == 1]
    return [
        tuple("/".join(s.of(text) for s in spans) for spans in (c.source, c.cue, c.content))  # type: ignore[misc]
        for c in verbless(text, outer)
    ]


SIGNED = [
    (
        "“See you in court.” — Alda Reyes, commissioner",
        [("Alda Reyes, commissioner", "—", "“See you in court.”")],
    ),
    ('"See you in court." -Commissioner Reyes', [("Commissioner Reyes", "-", '"See you in court."')]),
    ("“No,” “never.” -- the night nurse.", [("the night nurse", "--", "“No,”/“never.”")]),
    ("“We go.” – Émile Roux\n\nHe went.", [("Émile Roux", "–", "“We go.”")]),
    ("“We go.” — and so they went", []),
    ("He was “tired” — Alda Reyes", []),
    ("“We go.” — 2016", []),
]
LABELLED = [
    ("From the minister: “The dam will hold.”", [("the minister", "From", "“The dam will hold.”")]),
    ("A letter from the minister: “It holds.”", []),
]
PHRASES = [
    (
        "In the words of the coach, they were “lucky to get nothing”. It rained.",
        [("the coach", "In the words of", "they were “lucky to get nothing”")],
    ),
    ("It was, in the words of Ada Obi, “a farce.” She left.", [("Ada Obi", "in the words of", "“a farce.”")]),
    ("The words of the coach, they were lucky.", []),
]


@pytest.mark.parametrize(("text", "expected"), SIGNED + LABELLED + PHRASES)
def test_patterns(text: str, expected: Rows) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["", "“", "In the words of", "From : “x”", "“x” —", "“a\n\n“b” — Ida Sol"])
def test_fragments_do_no_harm(text: str) -> None:
    assert len(found(text)) <= 1


def test_turns_of_a_transcript() -> None:
    text = (
        "The keeper, Ada Obi, met us at the light.\n\n"
        "Q: Will you stay?\n\nA: I hope so.\n\nQ: Why?\n\nA. Who else would?"
    )
    found = [(c.source[0].of(text), c.content[0].of(text)) for c in verbless(text, ())]
    assert found == [
        ("Q", "Will you stay?"),
        ("A", "I hope so."),
        ("Q", "Why?"),
        ("A", "Who else would?"),
    ]
    assert not list(verbless("A. Smith: builders since 1902.\n\nA: first class.", ()))
