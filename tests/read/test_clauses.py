"""Where clauses open: (text with a bar before each clause)."""

import pytest

from onrecord.read.clauses import clause, clauses, words
from onrecord.span import Span

BARRED = [
    # subordinators
    "They will come |if the port is open.",
    "Unless the port is open, |they will not come.",
    "She stayed |because the roads were flooded, |while he left.",
    "Aas said |that the dam would hold.",
    "Nobody knows |whether the dam will hold |or when it was built.",
    "The envoy |who signed the pact has resigned.",
    "The pact, |which was signed in May, |is dead.",
    # words that are prepositions too
    "Talks resume after the summit in Brena.",
    "Talks resume |after the summit has ended.",
    "He left |before signing the pact.",
    "The price of oil as well as gas rose until March.",
    "As president, she signs |as he is away.",
    # coordination and commas
    "He came and saw.",
    "They met in Brena and Olm.",
    "He came |and will not leave.",
    "He came |but the minister did not leave.",
    "In the spring, the council will vote.",
    "The firm, a maker of pumps, has no comment.",
    # "that" which opens nothing
    "He would not do that, |she said.",
    "Of that kind there are two.",
    # punctuation, quotation marks
    "It was late; |they left.",
    "One thing is sure: |nobody left.",
    "“No,” |she said, |“we stay.”",
    "The deal |(a first) |was signed.",
    "The deal |– a first – |was signed.".replace("|–", "–").replace("– a", "– |a"),
    # sentences
    "Mr. Aas left. |Nobody knew.",
    # an infinitive stays with its verb
    "She plans to visit Olm to sign the pact.",
]


@pytest.mark.parametrize("barred", BARRED)
def test_clauses_open_at_the_bars(barred: str) -> None:
    text = barred.replace("|", "")
    found = [s.of(text) for s in clauses(text, Span(0, len(text)))]
    assert "|".join(found) == barred


@pytest.mark.parametrize("barred", BARRED)
def test_every_place_lies_in_its_clause(barred: str) -> None:
    text = barred.replace("|", "")
    whole = Span(0, len(text))
    every = clauses(text, whole)
    for at in range(len(text)):
        assert clause(text, at, whole) == next(s for s in every if s.start <= at < s.end)


def test_a_clause_ends_with_the_stretch_it_is_asked_for_in() -> None:
    text = "They will come if the port is open."
    assert clause(text, text.index("come"), Span(5, 14)).of(text) == "will come"
    assert clause("", 0, Span(0, 0)) == Span(0, 0)


def test_words_lie_wholly_in_the_span() -> None:
    text = "She hasn’t met the U.N. envoy’s 3,000 half-brothers"
    every = words(text, Span(0, len(text)))
    assert [w.lower for w in every] == [
        "she",
        "hasn't",
        "met",
        "the",
        "u.n.",
        "envoy's",
        "3,000",
        "half-brothers",
    ]
    assert [w.lower for w in words(text, Span(4, len(text) - 1))] == [w.lower for w in every[1:-1]]
    assert all(text[w.start : w.end].lower().replace("’", "'") == w.lower for w in every)


@pytest.mark.parametrize(
    "text", ["and " * 20_000, "that," * 20_000, "“(" * 20_000, "a\n" * 20_000, "İ’ " * 9_000]
)
def test_hostile_text_falls_into_clauses(text: str) -> None:
    assert sum(s.end - s.start for s in clauses(text, Span(0, len(text)))) == len(text)
