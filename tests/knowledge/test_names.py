import pytest

from onrecord.knowledge import family_first, gender, particle, title_words, titles

GENDERS = [
    ("Anna", "f"),
    ("Ngozi Okafor", "f"),
    ("Ayşe Yıldız", "f"),
    ("Fatima al-Rashid", "f"),
    ("Svetlana", "f"),
    ("Yuko Tanaka", "f"),
    ("Priya Sharma", "f"),
    ("Siobhan Doyle", "f"),
    ("Wangari Mwangi", "f"),
    ("María José", "f"),
    ("Dmitry", "m"),
    ("Jean-Luc Moreau", "m"),
    ("Mohammed", "m"),
    ("Hiroshi", "m"),
    ("Kwame Mensah", "m"),
    ("Rajesh", "m"),
    ("Björn", "m"),
    ("Recep", "m"),
    ("Thabo", "m"),
    ("Moshe Levi", "m"),
    ("José", "m"),
    ("Kim", None),
    ("Sasha Belov", None),
    ("Andrea", None),
    ("Alex", None),
    ("Zzyzx", None),
    ("", None),
    ("-", None),
    ("Mrs. Okafor", "f"),
    ("Ms Okafor", "f"),
    ("Baroness Doyle", "f"),
    ("Queen Letizia", "f"),
    ("Mr. Alex Kim", "m"),
    ("Sir Robin Price", "m"),
    ("King Harald", "m"),
    ("Dr. Anna Okafor", "f"),
    ("Dr Okafor", None),
    ("Congresswoman Price", "f"),
    ("Sheikh Hamad", "m"),
    ("Lt. Gen. Ana Duarte", "f"),
]


@pytest.mark.parametrize(("name", "expected"), GENDERS)
def test_gender(name, expected):
    assert gender(name) == expected


TITLES = [
    ("Sen. Owen Price", ("sen",), "Owen Price"),
    ("Lt. Gen. Sir Owen Price", ("lt gen", "sir"), "Owen Price"),
    ("Foreign Minister Ayla Duman", ("foreign minister",), "Ayla Duman"),
    ("Archbishop Emeka Obi", ("archbishop",), "Emeka Obi"),
    ("Ayla Duman", (), "Ayla Duman"),
    ("King", (), "King"),
    ("general Price", (), "general Price"),
    ("", (), ""),
]


@pytest.mark.parametrize(("name", "found", "rest"), TITLES)
def test_titles(name, found, rest):
    assert titles(name) == (found, rest)


def test_title_words():
    assert {"mr", "lt gen", "foreign minister", "baroness"} <= title_words()


@pytest.mark.parametrize("word", ["van", "bin", "de", "la", "al", "Ó", "von", "der"])
def test_particle(word):
    assert particle(word)


@pytest.mark.parametrize("word", ["", "price", "valley", "Ali"])
def test_no_particle(word):
    assert not particle(word)


def test_family_first():
    assert family_first("China")
    assert not family_first("Chile")
