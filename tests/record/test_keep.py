"""What is kept comes back exactly, once, and as rows that say the same."""

import json
from itertools import count

import pytest
from hypothesis import Phase, given, settings
from msgspec.structs import replace
from sqlalchemy import func, select, text

from onrecord.errors import RecordError
from onrecord.record import exact
from onrecord.record.exact import as_json, packed, unpacked
from onrecord.record.ids import content_id, inside
from onrecord.record.integrity import integrity
from onrecord.record.keep import keep, present, reading_of
from onrecord.record.keys import KEYS
from onrecord.record.rows import rows_of
from onrecord.record.tables import agents, articles, claims, hops, metadata, statements
from tests.record.readings import plain, readings

ANYTHING = settings(deadline=None, max_examples=40, phases=[Phase.generate])  # what is odd is small anyway


def rows_in(connection, table):
    return connection.scalar(select(func.count()).select_from(table))


def test_any_reading_comes_back_as_it_was(record):
    numbers = count(1)

    @given(reading=readings())
    @ANYTHING
    def comes_back(reading):
        article = replace(reading.article, guid=f"{reading.article.guid} {next(numbers)}")  # another one
        reading = replace(reading, article=article)
        rows = rows_of(reading, KEYS)
        with record.writing() as connection:
            keep(connection, [rows])
        with record.reading() as connection:
            assert reading_of(connection, rows.id) == reading
            for name in ("articles", "agents", "statements", "mentioned_events", "claims"):
                ids = metadata.tables[name].c.id
                for row in getattr(rows, name):
                    kept = connection.execute(select(ids.table).where(ids == row["id"])).one()._mapping
                    assert {column: kept[column] for column in row} == row
        assert len(rows.articles[0]["text"]) == len(reading.article.text)  # so that spans stay right
        for one, other in zip(rows.articles[0]["text"], reading.article.text, strict=True):
            assert one in {other, "\ufffd"}

    comes_back()
    assert integrity(record) == ()


@pytest.mark.parametrize("guid", ["\0", "urn:\0pier", "\ud83d", "\0" * 500])
def test_a_guid_that_no_database_keeps(record, guid):
    rows = rows_of(plain(guid=guid), KEYS)
    with record.writing() as connection:
        assert keep(connection, [rows]) == (rows.id,)
    with record.reading() as connection:
        assert reading_of(connection, rows.id).article.guid == guid


def test_long_values_are_kept(record):
    long = "ü" * 20_000
    reading = plain(
        url=f"https://harbour.example/{long}", guid=long, outlet=long, title=long, supersedes=(long,)
    )
    agent = replace(reading.agents[0], id="long", name=long, role=long)
    rows = rows_of(replace(reading, agents=(*reading.agents, agent)), KEYS)
    with record.writing() as connection:
        keep(connection, [rows])
        assert connection.scalar(select(articles.c.url)) == reading.article.url
    assert integrity(record) == ()


def test_what_is_there_is_not_kept_again(record):
    batch = [rows_of(plain(number), KEYS) for number in range(3)]
    with record.writing() as connection:
        assert keep(connection, [*batch[:2], batch[0]]) == (batch[0].id, batch[1].id)
    with record.writing() as connection:
        assert keep(connection, batch) == (batch[2].id,)
    with record.writing() as connection:
        assert keep(connection, batch) == ()
        assert keep(connection, []) == ()
    with record.reading() as connection:
        assert rows_in(connection, articles) == 3
        assert rows_in(connection, statements) == 9
        assert connection.scalars(select(statements.c.number).order_by("number")).all() == list(range(1, 10))
        assert present(connection, [batch[1].id, "unknown"]) == {batch[1].id}
    assert integrity(record) == ()


def test_many_ids_are_looked_up(record):
    one = rows_of(plain(), KEYS)
    with record.writing() as connection:
        keep(connection, [one])
        assert present(connection, [*map(str, range(2000)), one.id]) == {one.id}


def test_an_error_takes_all_of_the_batch_back(record):
    def fails():
        with record.writing() as connection:
            keep(connection, [rows_of(plain(), KEYS)])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    with record.reading() as connection:
        assert [rows_in(connection, table) for table in (articles, statements, claims, hops)] == [0, 0, 0, 0]
    assert integrity(record) == ()


CHANGES = {
    "text": {"text": "Pier 1 stays shut."},
    "url": {"url": "https://harbour.example/other"},
    "guid": {"guid": "urn:harbour:1"},
    "outlet": {"outlet": "Evening Harbour"},
    "published": {"published": "2026-03-03"},
    "status": {"status": "withdrawn"},
}
NO_CHANGES = {"given id": {"id": "other"}, "title": {"title": "Piers"}, "how": {"published_how": "feed item"}}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_another_version_has_another_id(change):
    article = plain().article
    assert content_id(replace(article, **change)) != content_id(article)


@pytest.mark.parametrize("change", NO_CHANGES.values(), ids=NO_CHANGES)
def test_the_same_words_of_the_same_source_have_one_id(change):
    article = plain().article
    assert content_id(replace(article, **change)) == content_id(article)


def test_fields_do_not_run_into_one_another():
    one, other = plain(url="ab", guid="c").article, plain(url="a", guid="bc").article
    assert content_id(one) != content_id(other)


def test_versions_are_of_one_item():
    by_guid = [rows_of(plain(guid="urn:1", url=url), KEYS).articles[0] for url in ("https://a.example", None)]
    assert {row["item"] for row in by_guid} == {"urn:1"}
    assert rows_of(plain(), KEYS).articles[0]["item"] == "https://harbour.example/0"
    alone = rows_of(plain(url=None), KEYS)
    assert alone.articles[0]["item"] == alone.id


def test_rows_say_what_the_reading_says():
    rows = rows_of(plain(statements=2, published="2026-03-02T23:30:00-05:00"), KEYS)
    article, statement, claim, hop = rows.articles[0], rows.statements[1], rows.claims[1], rows.hops[3]
    assert (article["moment"], article["day"], article["words"]) == ("2026-03-03T04:30:00Z", "2026-03-02", 20)
    assert statement["id"] == f"{rows.id}/s1"
    assert statement["text"] == "“Pier 1 opens in spring,”"
    assert statement["terms"] == "pier 1 open in spring"
    assert (statement["source"], statement["cue"]) == ("harbour master Inga Roos", "said")
    assert (statement["speaker"], statement["speaker_name"]) == (f"{rows.id}/inga-roos", "Inga Roos")
    assert json.loads(statement["spans"]) == [[[83, 107]], [[108, 112]], [[57, 82]]]
    assert (statement["start"], statement["end"], statement["day"]) == (57, 112, "2026-03-02")
    assert (claim["statement"], claim["mention"]) == (f"{rows.id}/s1", f"{rows.id}/e0")
    assert (claim["holder_name"], claim["value"], claim["day"]) == ("Inga Roos", "CT+", "2026-03-02")
    assert claim["terms"] == "pier 1 open pier open inga roo"
    assert (hop["statement"], hop["position"], hop["name"]) == (f"{rows.id}/s1", 1, "Inga Roos")
    assert [(row["agent"], row["statements"]) for row in rows.agents] == [("article", 0), ("inga-roos", 2)]


def test_long_keys_are_short_and_apart():
    one, other = inside("a", "x" * 5000 + "1"), inside("a", "x" * 5000 + "2")
    assert one != other
    assert max(len(one), len(other)) < 250


def test_a_damaged_reading_is_told(record):
    rows = rows_of(plain(), KEYS)
    with record.writing() as connection:
        keep(connection, [rows])
        connection.execute(
            text("UPDATE readings SET reading = :data"), {"data": rows.readings[0]["reading"][:-9]}
        )
    with record.reading() as connection, pytest.raises(RecordError, match="damaged"):
        reading_of(connection, rows.id)
    assert "damaged" in " ".join(integrity(record))
    with record.reading() as connection, pytest.raises(RecordError, match="no article 'none'"):
        reading_of(connection, "none")


def test_a_reading_that_grows_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(exact, "LARGEST", 1 << 20)
    with pytest.raises(RecordError, match="does not end within 1048576 bytes"):
        unpacked(packed(b" " * (1 << 20) + b"{}"))


def test_halves_of_a_pair_stay_halves():
    reading = plain(text="a \ud83d\ude00 b \0")
    assert unpacked(packed(as_json(reading))) == reading
    assert len(rows_of(reading, KEYS).articles[0]["text"]) == len(reading.article.text)


MISSING = {
    "DELETE FROM readings": "has no reading",
    "DELETE FROM claims WHERE claim = 'c1'": "2 rows of claims, and its reading 3",
    "DELETE FROM agents WHERE agent = 'article'": "1 rows of agents, and its reading 2",
}


@pytest.mark.parametrize(("wrong", "told"), MISSING.items())
def test_integrity_finds_what_is_missing(record, wrong, told):
    with record.writing() as connection:
        keep(connection, [rows_of(plain(), KEYS)])
    assert integrity(record) == ()
    with record.writing() as connection:
        connection.execute(text("DELETE FROM stances"))
        connection.execute(text(wrong))
    assert told in " ".join(integrity(record))


def test_agents_are_counted_in_tables(record):
    with record.writing() as connection:
        keep(connection, [rows_of(plain(number), KEYS) for number in range(2)])
    with record.reading() as connection:
        assert rows_in(connection, agents) == 4
