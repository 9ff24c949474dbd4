"""`onrecord add`, as people run it: ended at any moment, two at once, given the same again."""

import json
import signal
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from evaluation.faults.__main__ import compared, killed, made
from evaluation.faults.processes import added, adding, kept
from onrecord.adding import Added, Totals, add
from onrecord.ingest import Unread
from onrecord.record.exact import unpacked
from onrecord.record.opened import open_record
from onrecord.record.tables import articles, readings, statements

COUNT = 40


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> list[Path]:
    """The same articles in three orders."""
    return made(tmp_path_factory.mktemp("news"), COUNT, seed=7)


@pytest.fixture(scope="module")
def plain(files, tmp_path_factory) -> str:
    """A record to which they were added in one go."""
    place = str(tmp_path_factory.mktemp("plain") / "news.db")
    *_, totals = add(place, [files[0]])
    assert totals.new + totals.changed == COUNT
    return place


def test_ended_at_any_moment_it_makes_the_same_record(files, plain, tmp_path):
    place = str(tmp_path / "news.db")
    stops = list(killed(place, files[1:], COUNT, kills=3, seed=3))
    assert len(stops) == 4
    counts = json.loads(added(place, files[1]))
    assert kept(place) == (COUNT, 0)
    assert counts["new"] + counts["changed"] <= COUNT
    assert compared(plain, place) == []


def test_two_at_once_make_the_same_record(files, plain, tmp_path):
    place = str(tmp_path / "news.db")
    with adding(place, files[1]) as one, adding(place, files[2]) as other:
        while one.poll() is None or other.poll() is None:
            if kept(place)[0]:
                assert halves(place) == []
            time.sleep(0.2)
        assert (one.returncode, other.returncode) == (0, 0), (one.stderr.read(), other.stderr.read())
        counts = [json.loads(process.stdout.read()) for process in (one, other)]
    assert sum(count["new"] + count["changed"] for count in counts) == COUNT
    assert compared(plain, place) == []


def halves(place: str) -> list[str]:
    """The articles of which a reader sees a part."""
    with open_record(place, readonly=True) as record, record.reading() as connection:
        there = set(connection.scalars(select(articles.c.id)))
        query = select(statements.c.article, func.count()).group_by(statements.c.article)
        counts = {row[0]: row[1] for row in connection.execute(query)}
        whole = {
            row.article: len(unpacked(row.reading).statements) for row in connection.execute(select(readings))
        }
    return sorted(id for id in there | counts.keys() if whole.get(id) != counts.get(id, 0))


def test_what_is_there_is_not_read_again(files, plain):
    *each, totals = add(plain, [files[2]])
    assert {one.what for one in each} == {"same"}
    assert (totals.new, totals.changed, totals.same) == (0, 0, len(each))


def test_another_text_under_a_url_is_a_change(tmp_path):
    url = "https://herald.example/pier"
    versions = [
        {
            "url": url,
            "outlet": "Herald",
            "published": f"2031-03-0{day}",
            "text": f"Pier {day} opens, Inga Roos said.",
        }
        for day in (1, 2)
    ]
    (tmp_path / "wire.jsonl").write_text("\n".join(map(json.dumps, [*versions, versions[0]])))
    done = list(add(tmp_path / "news.db", [tmp_path / "wire.jsonl"]))
    assert sorted(one.what for one in done[:-1]) == ["changed", "new", "same"]
    assert done[-1] == Totals(new=1, same=1, changed=1)


def test_what_cannot_be_read_is_told_and_the_rest_is_added(tmp_path):
    (tmp_path / "wire.jsonl").write_text('{"text": "Pier 1 opens, Inga Roos said."}\n{"text": 5}\n')
    done = list(add(tmp_path / "news.db", [tmp_path / "wire.jsonl"]))
    (unread,) = (one for one in done if isinstance(one, Unread))
    assert "'text' must be a string" in unread.reason
    assert [one.what for one in done if isinstance(one, Added)] == ["new"]
    assert done[-1] == Totals(new=1, unread=1)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")
def test_ctrl_c_keeps_what_was_read(files, tmp_path):
    place = str(tmp_path / "news.db")
    with adding(place, files[0]) as process:
        while not kept(place)[0] and process.poll() is None:
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=120)
    there, waiting = kept(place)
    assert waiting == 0
    if process.returncode:  # it was not done yet
        assert process.returncode == 130
        assert "the same command goes on from there" in errors
    assert there
