"""What an index knows words as: the same for every spelling, a-z and 0-9 alone."""

import re
import sqlite3
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.terms import KEPT, LONGEST, _stems, _term, stemmed, terms

TERM = re.compile(r"[a-z0-9]{1,64}")
# Porter2 as it has to stay: a record that was indexed with other stems is not found again.
STEMS = """
    minister minist  ministers minist  ministry ministri  said said  saying say  denied deni  denies deni
    contacts contact  meeting meet  meetings meet  met met  generally general  generous generous  skies sky
    news news  ties tie  dying die  hoping hope  hopping hop  relational relat  conditional condit  us us
    election elect  elected elect  sanctions sanction  governing govern  government govern  likely like
    possibly possibl  possible possibl  ferries ferri  ferry ferri  bus bus  gas gas  exceed exceed
    yes yes  a a  was was  rebuild rebuild  ability abil  happily happili  crises crise  crisis crisi
    inning inning  outing outing  early earli  only onli  succeeded succeed  monkeys monkey  youth youth
"""
PAIRS = STEMS.split()
TABLE = [
    # folding
    ("Élysée ÉLYSÉE élysee", ("elyse",) * 3),
    ("Søren Łódź Ærø İstanbul ısı", ("soren", "lodz", "aero", "istanbul", "isi")),
    ("ﬁnal ＦＩＮＡＬ ²③Ⅷ", ("final", "final", "23viii")),
    ("٣٤ ३४ ３４", ("34", "34", "34")),
    # apostrophes and possessives
    ("don't don’t don‘t dont", ("dont",) * 4),
    ("Ghana's Ghana’s ghana", ("ghana",) * 3),
    ("the drivers' strike, Jones's", ("the", "driver", "strike", "jone")),
    ("O'Neill's O’Neill", ("oneil", "oneil")),
    ("'tis 's '' s", ("tis", "s", "s")),
    # where words end
    ("well-known co‑operate so–called", ("well", "known", "co", "oper", "so", "call")),
    ("either/or e_mail a\u200bb\x00c\ud800d", ("either", "or", "e", "mail", "a", "b", "c", "d")),
    ("inter\u00adnational wo\u200drd", ("internat", "word")),
    # initials
    ("U.S. U.S US U.S.-led U.N.'s p.m. J.K. Rowling", "us us us us led un pm jk rowl".split()),
    ("A.B.C.def end. a. I.", ("abc", "def", "end", "a", "i")),
    ("vol.3 example.org 1a.b", ("vol", "3", "exampl", "org", "1a", "b")),
    # numbers
    ("1,000 1000 1,000,000 1,00 1,0000", ("1000", "1000", "1000000", "1", "00", "1", "0000")),
    ("3.5 2016-11-13 10:30 1990s G20 covid19", "3 5 2016 11 13 10 30 1990s g20 covid19".split()),
    ("7e03b 7e03 e03b 12e5e5", ("n7e03b", "7e03", "e03b", "n12e5e5")),
    # other scripts
    ("Киев КИЕВ", ("ud0bad0b8d0b5d0b2",) * 2),
    ("東京の港", ("ue69db1", "ue4baac", "ue381ae", "ue6b8af")),
    ("हिन्दी", ("ue0a4b9e0a4bfe0a4a8e0a4a6e0a580",)),
    ("", ()),
    ("?! — … 👍", ()),
]


@pytest.mark.parametrize(("word", "stem"), list(zip(PAIRS[::2], PAIRS[1::2], strict=True)))
def test_stems(word, stem):
    assert terms(word) == (stem,)


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_terms(text, expected):
    assert terms(text) == tuple(expected)


def test_a_long_word_keeps_its_beginning_and_what_tells_it_apart():
    one, other = terms("x" * 65)[0], terms("x" * 66)[0]
    assert one[:KEPT] == other[:KEPT] == "x" * KEPT
    assert one != other
    assert len(one) <= LONGEST
    assert terms("x" * (LONGEST - 1)) == ("x" * (LONGEST - 1),)
    assert all(len(terms(f"1e1{'a' * count}")[0]) <= LONGEST for count in range(70))
    assert one == "x" * 40 + "c085721fdfc5c936"


@given(st.text() | st.from_regex(r"[0-9]{1,70}e[0-9]{1,70}[a-z]{0,70}", fullmatch=True))
@example("ﷺ½´`ŉ\u0345ẞ\u1e9e")
def test_any_text_gives_terms_of_a_to_z_and_digits(text):
    assert all(TERM.fullmatch(term) for term in terms(text))
    assert not any(re.match("[0-9]+e[0-9]+[a-z]", term) for term in terms(text))  # PostgreSQL parts these


@given(st.text(), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_normal_forms_are_one(text, form):
    if "´" not in text:  # a blank and a mark in NFKC, with what stands before it
        assert terms(unicodedata.normalize(form, text)) == terms(text)


@given(st.text(), st.text())
def test_texts_side_by_side(one, other):
    assert terms(f"{one} \n {other}") == terms(one) + terms(other)


@settings(deadline=None)
@given(st.lists(st.text(min_size=1), min_size=1))
def test_sqlite_keeps_a_term_whole(texts):
    found = [term for text in texts for term in terms(text)]
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
    base.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
    base.execute("INSERT INTO t VALUES (?)", (" ".join(found),))
    assert [row[0] for row in base.execute("SELECT term FROM v ORDER BY offset")] == found
    base.close()


@pytest.mark.parametrize(
    "text",
    [
        "\u0301\u0323" * 200_000,  # marks that a normal form would have to sort
        "\u0f73" * 200_000,
        "a." * 200_000,
        "1," * 200_000,
        "'" * 400_000,
        "x" * 400_000,
        "ﷺ" * 50_000,
    ],
    ids=["marks", "vowel signs", "initials", "commas", "apostrophes", "letters", "ligatures"],
)
def test_long_texts_of_one_kind(text):
    assert all(TERM.fullmatch(term) for term in set(terms(text)))


def test_threads_share_nothing():
    words = [f"{a}{b}nations" for a in "bcdfg" for b in "aeiou"] * 40
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(terms, words)) == [(word.removesuffix("s")[:-3],) for word in words]


def test_another_stemmer_that_is_installed_is_not_used(monkeypatch):
    other = ModuleType("Stemmer")
    other.algorithms = list
    other.Stemmer = None
    for name in [name for name in sys.modules if name.split(".")[0] == "snowballstemmer"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "Stemmer", other)
    _term.cache_clear()
    assert terms("unstemmedly ministrations") == ("unstem", "ministr")


def test_stems_kept_in_a_table_are_those_of_the_stemmer() -> None:
    told = _stems()
    assert len(told) > 5000
    assert {word: stem for word, stem in told.items() if stemmed(word) != stem} == {}
