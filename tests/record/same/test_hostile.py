"""Text that was made to hurt: what is kept of it is bounded, and nothing raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.article import Article, Block
from onrecord.record.same import bands, copy_of, imprint, packed, sketch
from onrecord.record.same.prose import MOST_WORDS

HOSTILE = {
    "nothing": "",
    "spaces": " \n\t" * 100_000,
    "one word": "a" * 10_000_000,
    "one line": "the pier will close on Monday after all " * 250_000,
    "the same word": "pier " * 2_000_000,
    "marks": "\"'“‘" * 500_000,
    "open marks": " 'a" * 500_000,
    "digits": "1" * 2_000_000,
    "figures": "1.1 " * 500_000,
    "thousands": "1,000" * 400_000,
    "line breaks": "\n" * 2_000_000,
    "no words": "!?… – " * 300_000,
    "emoji": "🛳️👩‍👩‍👧 " * 200_000,
    "accents": "a" + "\u0301" * 2_000_000,
    "ligatures": "ﷺ" * 400_000,
    "surrogates": "\ud800 \udfff " * 1_000,
    "zeros": "\0 " * 100_000,
    "brackets": "(" * 1_000_000,
    "sources": "Source: " * 200_000,
}


@pytest.mark.parametrize("how", HOSTILE)
def test_hostile_text(how):
    text = HOSTILE[how]
    made = sketch(Article("a", text, credit=text, outlet=text, author=text, url=text, published=text))
    assert len(made.shingles) <= MOST_WORDS
    assert len(bands(text, ())) <= 36
    assert len(packed(made)) < 2_000_000
    copy_of(made, sketch(Article("b", text)))


def test_a_text_of_one_word_is_a_copy_of_nothing():
    one, other = (sketch(Article(id, "pier " * n)) for id, n in (("a", 500), ("b", 900)))
    assert copy_of(one, other) is None


@given(st.text(max_size=300), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=5))
def test_any_blocks(text, spans):
    blocks = tuple(
        Block(kind, start, stop)
        for kind, (start, stop) in zip(["paragraph", "dateline", "byline"] * 2, spans, strict=False)
    )
    article = Article("a", text, blocks)
    assert imprint(article) == sketch(article).imprint
    copy = copy_of(sketch(article), sketch(Article("b", text, blocks)))
    assert copy is None or copy.kind == "reprint"
