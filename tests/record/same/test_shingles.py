"""Sketches: the same on every machine, and kept as bytes."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.article import Article
from onrecord.record.same import bands, compared, keys, packed, sketch, unpacked
from onrecord.record.same.bands import KEYS

TEXT = "The council will close the old pier for 14 days, its engineer said on Monday, and rebuild the steps."


def made(text, id="a"):
    return sketch(Article(id, text))


def test_hashes_are_those_of_any_machine():
    """A record outlives the machine that it was made on: these numbers may never change."""
    assert made(TEXT).shingles[:2] == (13088354050230360058, 733958963682389480)
    assert bands(TEXT, ())[0] == 281176396071746866


def test_quoted_shingles_are_marked():
    shingles = made('She said: "We will not close the pier." He left.').shingles
    assert [shingle & 1 for shingle in shingles] == [0, 0, 1, 1, 0, 0]


@given(st.text(max_size=400))
def test_any_text_is_packed_and_unpacked(text):
    one = made(text)
    assert unpacked(packed(one), one.imprint) == one


@given(st.lists(st.sampled_from("the pier will not close 7 days on Monday she said".split()), max_size=200))
def test_keys_are_few_and_of_the_text_alone(words):
    text = " ".join(words)
    found = bands(text, ())
    assert found == bands(text.upper(), ()) == keys(made(text))
    assert len(found) <= KEYS
    assert list(found) == sorted(set(found))
    assert bool(found) == (len(words) >= 8)


@given(st.data())
def test_a_part_shares_keys_wherever_it_is_cut(data):
    words = [f"word{n}" for n in range(300)]
    start = data.draw(st.integers(0, 180))
    part = " ".join(words[start : start + 120])
    assert set(bands(" ".join(words), ())) & set(bands(part, ()))
    likeness = compared(made(part), made(" ".join(words)))
    assert likeness.a_in_b == 1.0
    assert likeness.b_in_a == 116 / 296
    assert likeness.run == 120


@given(st.text(alphabet="abc .\"“'1", max_size=200), st.text(alphabet="abc .\"“'1", max_size=200))
def test_likeness_has_two_sides(one, other):
    ab, ba = compared(made(one), made(other)), compared(made(other), made(one))
    assert (ab.a_in_b, ab.b_in_a) == (ba.b_in_a, ba.a_in_b)
    assert (ab.shared, ab.resemblance, ab.lead, ab.slots, ab.agree) == (
        ba.shared,
        ba.resemblance,
        ba.lead,
        ba.slots,
        ba.agree,
    )
    assert 0 <= ab.resemblance <= ab.both <= ab.within <= 1


def test_figures_and_days_between_the_same_words():
    one = made("The index rose 14 points on Monday to close at 2,310.")
    other = made("The index fell 25 points on Friday to close at 2,310.")
    likeness = compared(one, other)
    assert (likeness.slots, likeness.agree) == (4, 1)
