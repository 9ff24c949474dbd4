"""How much sharing a word tells; and that the table is what the corpora give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.corpora import CORPORA
from onrecord.record.alike import heft, rare, weight
from training.rarity import WRITTEN, made, shares, table


@pytest.mark.parametrize(
    ("common", "rarer"),
    [("the", "will"), ("will", "meet"), ("meet", "dredger"), ("said", "harbour"), ("of", "vote")],
)
def test_a_rarer_word_tells_more(common: str, rarer: str) -> None:
    assert 0 <= weight(common) < weight(rarer) <= 1


def test_names_and_figures_tell_most() -> None:
    assert weight("vellport") == weight("4711") == 1


def test_a_meaning_tells_less_than_a_rare_word() -> None:
    assert 0.5 < heft("=meeting") < heft("vellport")
    assert heft("=nothing that is in the table") == 0


@given(st.lists(st.text(max_size=6)), st.integers(0, 5), st.floats(0, 1))
def test_the_rarest_words_in_their_order(words: list[str], most: int, least: float) -> None:
    found = rare(words, most, least=least)
    assert len(found) <= most
    assert list(found) == [word for word in dict.fromkeys(words) if word in found]
    assert all(weight(word) >= least for word in found)


def test_the_share_of_sentences_that_a_word_stands_in() -> None:
    assert shares(["The port is the port.", "A port"]) == {"the": 0.5, "port": 1.0, "is": 0.5, "a": 0.5}


def test_only_what_is_common_in_both_and_no_number_is_listed() -> None:
    news = {"the": 0.5, "harbour": 0.001, "berg": 0.1, "2026": 0.1, "quai": 0.0001}
    web = {"the": 0.5, "harbour": 0.001, "berg": 0.001, "2026": 0.1, "quai": 0.0001}
    listed = [line.split("\t")[0] for line in table(news, web).splitlines() if line[0] != "#"]
    assert listed == ["term", "harbour", "the"]


@pytest.mark.skipif(not CORPORA.exists(), reason="the corpora are not beside this checkout")
def test_the_table_is_what_the_corpora_give() -> None:
    assert made(CORPORA) == WRITTEN.read_text(encoding="utf-8")
