"""A record asked from outside: opened to read, the query understood, the answer of `ask`."""

import pytest

from onrecord import records
from onrecord.errors import QueryError, RecordError
from onrecord.record.keep import keep
from onrecord.record.keys import KEYS
from onrecord.record.linking import link, waiting
from onrecord.record.opened import open_record
from onrecord.record.rows import rows_of
from tests.ask.made import story
from tests.show.sample import CHAINED

ASKING = {
    "search": records.search,
    "timeline": records.timeline,
    "trace": records.trace,
    "compare": lambda place, query: records.compare(place, query, "who:Berg"),
    "people": records.people,
    "stats": records.stats,
    "layer": lambda place, query: list(records.layer(place, "positions", query)),
}


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("record") / "news.db"
    with open_record(place, create=True) as record:
        story().keep(record)
    return str(place)


def test_search(news):
    found = records.search(news, "who:ida-sol meeting", limit=1)
    assert found.query == "meeting who:ida-sol" or found.rows[0].speaker.name == "Ida Sol"
    assert len(found.rows) == 1 and found.rows[0].reports >= 2


def test_pages_follow_one_another(news):
    every, after = [], None
    while True:
        page = records.search(news, "", limit=2, after=after)
        every += [hit.id for hit in page.rows]
        if (after := page.next) is None:
            break
    assert every == [hit.id for hit in records.search(news, "", limit=500).rows]
    assert len(set(every)) == len(every) > 4


def test_timeline(news):
    assert {line.holder.name for line in records.timeline(news, "about:mayor").rows} >= {"Ida Sol"}


@pytest.mark.parametrize(
    "asked",
    ["https://news.example/a1#s1", " https://news.example/a1#s1\n", 'who:ida-sol "meeting is not ruled out"'],
)
def test_trace(news, asked):
    found = records.trace(news, asked)
    assert {f"{told.report.article.id}/{told.report.statement}" for told in found.reports} >= {
        "a1/s1",
        "a2/s1",
    }


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("0123456789abcdef/s1", "no statement '0123456789abcdef/s1'"),
        ("who:nobody", "No statement matches who:nobody. `onrecord search` helps"),
    ],
)
def test_nothing_to_trace(news, asked, told):
    with pytest.raises(RecordError, match=told):
        records.trace(news, asked)


def test_compare(news):
    both = records.compare(news, "who:ida-sol", "who:Berg event:meet")
    either = records.compare(news, "who:ida-sol", "who:Berg event:meet", either=True)
    assert {pair.event.id for pair in both.rows} < {pair.event.id for pair in either.rows}


@pytest.mark.parametrize(
    ("day", "until", "since"),
    [
        ("2031", "2030-12-31", "2031-01-01"),
        ("2032-03", "2032-02-29", "2032-03-01"),
        ("2031-03-05", "2031-03-04", "2031-03-05"),
    ],
)
def test_then_and_now(day, until, since):
    assert records.then_and_now("who:a OR who:b", day) == (
        f"who:a OR who:b until:{until}",
        f"who:a OR who:b since:{since}",
    )


def test_then_and_now_of_no_day():
    with pytest.raises(QueryError, match="since:soon"):
        records.then_and_now("who:a", "soon")


def test_people_and_stats(news):
    assert records.people(news, "who:sol").rows[0].name == "Ida Sol"
    assert {count.name for count in records.stats(news).rows} >= {"Harbour News", "Evening Lantern"}
    assert records.stats(news, by="month").rows[0].name == "2026-03"


@pytest.mark.parametrize("name", ["utterances", "events", "positions", "reprints"])
def test_layers(news, name):
    every = [entry.id for entry in records.layer(news, name)]
    some = [entry.id for entry in records.layer(news, name, "who:nobody")]
    assert every and len(set(every)) == len(every) and some == []


@pytest.mark.parametrize("ask", ASKING.values(), ids=ASKING)
class TestWrong:
    def test_a_record_that_is_not_there(self, ask, tmp_path):
        with pytest.raises(RecordError, match="onrecord add"):
            ask(str(tmp_path / "none.db"), "who:sol")
        assert list(tmp_path.iterdir()) == []

    def test_a_query_that_says_nothing(self, ask, news):
        with pytest.raises(QueryError) as caught:
            ask(news, "who:sol stance:PS")
        assert "^^^^^^^^^" in str(caught.value)


@pytest.fixture
def harbour(tmp_path) -> str:
    """A record of one article, with people in it."""
    place = tmp_path / "harbour.db"
    with open_record(place, create=True) as record, record.writing() as connection:
        keep(connection, [rows_of(CHAINED, KEYS)])
        link(connection, waiting(connection))
    return str(place)


class TestJudging:
    def people(self, place):
        return {person.id for person in records.people(place, "").rows}

    def test_a_decision_holds_until_it_is_taken_back(self, harbour):
        before = self.people(harbour)
        assert {"inga-roos", "tao-lindqvist"} <= before
        made = records.judge(harbour, "same", "inga-roos", "tao-lindqvist", by="desk", why="one office")
        assert (made.number, made.verdict, made.by, made.why) == (1, "same", "desk", "one office")
        assert len(self.people(harbour) & {"inga-roos", "tao-lindqvist"}) == 1
        undone = records.undo(harbour, 1, by="desk", why="two after all")
        assert (undone.number, undone.verdict, undone.undoes) == (2, "undo", 1)
        assert self.people(harbour) == before
        assert records.judgements(harbour) == [made, undone]

    def test_what_cannot_be_decided_changes_nothing(self, harbour):
        for decide in (
            lambda: records.judge(harbour, "same", "inga-roos", "nobody", by="desk", why="x"),
            lambda: records.undo(harbour, 7, by="desk", why="x"),
        ):
            with pytest.raises(RecordError):
                decide()
        assert records.judgements(harbour) == []
