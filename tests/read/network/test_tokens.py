"""Wordpieces keep their place in the text, whatever the text is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.network.encoder import load_encoder
from onrecord.read.network.tokens import (
    ALPHANUMERIC,
    ARTICLE_START,
    CAPITALIZED,
    CONTINUED,
    DIGITS,
    HEADLINE,
    INSIDE,
    LOWER,
    MARK,
    MIXED,
    OUTSIDE,
    PARAGRAPH_START,
    PUNCTUATION,
    UPPER,
    WITHIN,
    Tokens,
    quote_states,
    shape,
    tokenize,
)
from onrecord.read.quotes import quotations


def tokens_of(text: str) -> Tokens:
    return tokenize(text, quotations(text)[0], load_encoder().tokenizer)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("pier", LOWER),
        ("Lagos", CAPITALIZED),
        ("A", CAPITALIZED),
        ("NATO", UPPER),
        ("McKay", MIXED),
        ("2016", DIGITS),
        ("G7", ALPHANUMERIC),
        ("“", PUNCTUATION),
    ],
)
def test_shape(word: str, expected: int) -> None:
    assert shape(word) == expected


def test_places_and_paragraphs() -> None:
    tokens = tokens_of("Pier shut\n\nThe pier is shut.")
    assert tokens.places.tolist()[:3] == [ARTICLE_START, HEADLINE, PARAGRAPH_START]
    assert set(tokens.places.tolist()[3:]) == {WITHIN}
    assert tokens.paragraph.tolist() == [0, 0, 1, 1, 1, 1, 1]


def test_quote_states() -> None:
    text = "A “b.\n\n“c” d"
    states = quote_states(len(text), quotations(text)[0])
    by_character = dict(zip(text, states.tolist(), strict=True))
    assert (by_character["A"], by_character["b"], by_character["c"]) == (OUTSIDE, INSIDE, CONTINUED)
    assert (by_character["”"], by_character["d"]) == (MARK, OUTSIDE)


def test_offsets_are_code_points() -> None:
    text = "😀 Żaneta Ősz sagte: “naïve” 🇩🇪 ﬁne"
    tokens = tokens_of(text)
    assert [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)][:2] == ["😀", "Ż"] or (
        text[tokens.starts[1] : tokens.ends[-1]].startswith("Ż")
    )
    assert "naïve" in {text[a:b] for a in tokens.starts for b in tokens.ends if a < b}


def test_a_line_without_end_is_cut_at_spaces() -> None:
    word = "harbour "
    tokens = tokens_of(word * 12_000)
    assert len(tokens.ids) == 12_000
    assert (np.diff(tokens.starts) == len(word)).all()


@given(st.text(max_size=300))
def test_pieces_lie_in_order_in_any_text(text: str) -> None:
    tokens = tokens_of(text)
    assert (tokens.starts >= 0).all()
    assert (tokens.ends <= len(text)).all()
    assert (tokens.starts <= tokens.ends).all()
    assert (np.diff(tokens.starts) >= 0).all()
