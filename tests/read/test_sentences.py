"""Where sentences end: (text with a bar before each sentence but the first)."""

import pytest

from onrecord.read.sentences import sentence_at, sentences

BARRED = [
    "He left. |She stayed.",
    "Mr. Aas left. |Sen. Olm stayed.",
    "The U.S. envoy left at 5 p.m. on Monday.",
    "“Why?” |“Because.” |He left.",
    "He left! |(Nobody saw it.) |She stayed… |They slept.",
    "A headline\n\n|A paragraph.",
    "It cost 3.5 million. |That is much.",
    "He asked why. |“No,” she said.",
    "he said. and left.",  # no capital, no border
]


@pytest.mark.parametrize("barred", BARRED)
def test_sentences_begin_at_the_bars(barred: str) -> None:
    text = barred.replace("|", "")
    assert "|".join(s.of(text) for s in sentences(text)) == barred


@pytest.mark.parametrize("barred", BARRED)
def test_every_place_lies_in_its_sentence(barred: str) -> None:
    text = barred.replace("|", "")
    every = sentences(text)
    assert all(sentence_at(every, at).start <= at < sentence_at(every, at).end for at in range(len(text)))


def test_an_empty_text_has_no_sentence() -> None:
    assert sentences("") == ()
    assert sentence_at((), 3).start == 3
