"""What a search finds, in which order, page by page."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from onrecord.ask import parse, ranking
from onrecord.ask.search import search
from onrecord.errors import RecordError
from onrecord.query import Words
from onrecord.record.opened import open_record
from tests.ask.made import drawn, story


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with open_record(tmp_path_factory.mktemp("record") / "news.db", create=True) as record:
        story().keep(record)
        with record.reading() as connection:
            yield connection


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with open_record(tmp_path_factory.mktemp("record") / "many.db", create=True) as record:
        drawn().keep(record)
        with record.reading() as connection:
            yield connection


FOUND = [
    ("ferries", ["a7/s2", "a6/s1"]),  # the longer one comes later
    ('"not ruled out"', ["a1/s1"]),  # of two reports of one utterance the first one
    ("minister ruled", ["a2/s1"]),  # words of the other report alone
    ('"ruled not"', []),
    ("pier", ["a4/s1", "a2/s2"]),  # not what was replaced
    ("pier -May", ["a2/s2"]),
    ("pier OR ferries", ["a7/s2", "a4/s1", "a2/s2", "a6/s1"]),
    ("who:Berg", ["a7/s2", "a5/s1", "a2/s2", "a4/s2"]),  # a single word comes last
    ("who:Sol", ["a7/s1", "a4/s1", "a1/s1", "a6/s1"]),
    ("who:sol,berg kind:indirect", ["a7/s2"]),
    ("-who:Sol kind:indirect", ["a7/s2", "a1/s2"]),
    ("who:ida-sol", ["a7/s1", "a4/s1", "a1/s1"]),  # an id means nobody else
    ("who:ida-sol-2", ["a6/s1"]),
    ('who:"Minister Sol"', ["a7/s1", "a4/s1", "a1/s1"]),
    ("about:pier stance:no", ["a5/s1", "a2/s2", "a4/s2"]),
    ("about:meeting stance:no", ["a4/s2"]),  # what is denied in a5 is something else
    ("about:meeting -stance:no", ["a7/s1", "a5/s1", "a1/s1", "a1/s2"]),
    ("who:Berg -stance:no", ["a7/s2"]),  # no claim is denied
    ("who:Berg (stance:no OR kind:indirect)", ["a7/s2", "a5/s1", "a2/s2", "a4/s2"]),
    ("stance:Uu:desire", ["a7/s2"]),
    ("stance:Uu:ignorance", []),
    ("act:promise", ["a7/s1"]),
    ("event:meeting", ["a7/s1", "a5/s1", "a1/s1", "a1/s2", "a4/s2"]),
    ("event:consult -act:assert", ["a7/s1", "a4/s2"]),
    ("event:a2/e2", ["a4/s1", "a2/s2"]),
    ("since:2026-03-06 until:2026-03-09", ["a5/s1", "a4/s2"]),
    ("-since:2026", ["a6/s1"]),
    ("outlet:lantern kind:indirect", ["a7/s2"]),
    ("level:2+", ["a5/s1"]),
    ("via:Norrpress", ["a7/s1", "a2/s1"]),
    ("via:Berg", []),  # he is the speaker, and nobody who passed words on
    ("via:Norrpress -April", ["a2/s1"]),
]


@pytest.mark.parametrize(("query", "ids"), FOUND, ids=[query for query, _ in FOUND])
@pytest.mark.parametrize("few", [0, 8_000], ids=["walked", "looked up"])
def test_what_is_found(
    news: Connection, monkeypatch: pytest.MonkeyPatch, query: str, ids: list[str], few: int
) -> None:
    monkeypatch.setattr(ranking, "FEW", few)
    assert [hit.id for hit in search(news, parse(query)).rows] == ids


def test_every_report_comes_where_it_is_asked(news: Connection) -> None:
    answer = search(news, parse('"not ruled out"'), every=True)
    assert [(hit.id, hit.reports, hit.report.copy_of) for hit in answer.rows] == [
        ("a2/s1", 2, "a1"),
        ("a1/s1", 2, None),
    ]
    replaced = search(news, parse("pier act:promise"), every=True).rows
    assert [(hit.id, hit.report.superseded) for hit in replaced] == [("a3/s1", True)]


def test_a_hit_says_what_was_said_and_why_it_is_there(news: Connection) -> None:
    (hit,) = search(news, parse("act:promise")).rows
    assert hit.speaker is not None and hit.speaker.name == "Ida Sol"
    assert hit.report.article.outlet == "Evening Lantern"
    assert [(claim.value, claim.event) for claim in hit.claims] == [("CT+", "a1/e1")]
    assert hit.report.content == hit.report.content and hit.report.content[0].start == 10
    assert hit.why == "5 to 40 words long, of 2026-03-20"
    (hit,) = search(news, parse("about:old stance:no")).rows
    assert [claim.text for claim in hit.claims] == ["the pier is old"]  # not the other claim of the statement


def test_a_name_that_nobody_has_is_answered_with_near_ones(news: Connection) -> None:
    answer = search(news, parse("who:Breg about:pier outlet:Lanten"))
    assert answer.rows == () and answer.suggestions == ("Jon Berg", "Evening Lantern")
    assert search(news, parse("who:Berg about:ferry stance:no")).suggestions == ()


@pytest.mark.parametrize("few", [0, 8_000], ids=["walked", "looked up"])
@pytest.mark.parametrize("query", ["", "pier", "who:sol pier OR ferry", "stance:no -pier"])
def test_pages_are_the_whole(many: Connection, monkeypatch: pytest.MonkeyPatch, query: str, few: int) -> None:
    whole = [hit.id for hit in search(many, parse(query), limit=500).rows]
    assert len(whole) > 7 and len(set(whole)) == len(whole)
    monkeypatch.setattr(ranking, "FEW", few)
    monkeypatch.setattr(ranking, "FAR", 60)  # the walk gives up on the way
    found, after = [], None
    while True:
        answer = search(many, parse(query), limit=7, after=after)
        found += [hit.id for hit in answer.rows]
        after = answer.next
        if after is None:
            break
        assert len(answer.rows) == 7
    assert found == whole


def test_the_order_is_the_one_that_is_told(many: Connection) -> None:
    rows = search(many, parse(""), limit=1000).rows
    words = [len(hit.report.text.split()) for hit in rows]
    bands = [0 if 5 <= count <= 40 else 1 if count > 40 else 2 for count in words]
    keys = [
        (band, [-ord(letter) for letter in hit.day or ""] or [0], hit.id)
        for band, hit in zip(bands, rows, strict=True)
    ]
    assert keys == sorted(keys, key=lambda key: (key[0], key[1] == [0], key[1], key[2]))
    assert {band for band, _, _ in keys} == {0, 1, 2}


@pytest.mark.parametrize("after", ["", "x", "W10", "bnVsbA", "é", "eyJhIjoxfQ"])
def test_a_token_that_is_none_is_told(news: Connection, after: str) -> None:
    with pytest.raises(RecordError, match="next"):
        search(news, parse("pier"), after=after)


@pytest.mark.parametrize("term", ['pi"er', "pi'er", "* OR pier", "", "NEAR(a b)", "\\", "{", ":"])
def test_terms_are_never_read_as_a_language(news: Connection, term: str) -> None:
    for field in ("said", "about"):
        assert search(news, Words(field, term, (term, "x"))).rows == ()
