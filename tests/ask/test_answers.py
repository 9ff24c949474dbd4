"""Timelines, traces, comparisons, people, counts and layers of a story whose answers are known."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from onrecord.ask import layers, parse
from onrecord.ask.compare import compare
from onrecord.ask.search import search
from onrecord.ask.stats import stats
from onrecord.ask.timeline import timeline
from onrecord.ask.trace import trace
from onrecord.ask.who import who
from onrecord.errors import RecordError
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


def steps(answer):
    return [[one.position.id for one in line.steps] for line in answer.rows]


FOUND = [
    ("stance:for who:Sol", [["a1/c1", "a7/c1"], ["a3/c1", "a4/c1"]]),
    ("stance:no", [["a2/c2"], ["a4/c2"]]),
    ("-stance:no who:Berg", [["a5/c1"]]),
    ("event:meet -who:Sol", [["a4/c2", "a5/c1"]]),
    ("since:2026-03-06", [["a4/c2", "a5/c1"], ["a7/c1"]]),
    ("outlet:lantern", [["a2/c2"], ["a5/c1"], ["a7/c1"]]),
    ("about:pier said:may", [["a3/c1", "a4/c1"]]),
    ("act:promise OR level:2", [["a3/c1"], ["a5/c1"], ["a7/c1"]]),
    ("via:norrpress", [["a7/c1"]]),
]


class TestTimeline:
    def test_a_position_moves(self, news: Connection) -> None:
        answer = timeline(news, parse("who:ida-sol about:mayor"))
        (line,) = answer.rows
        assert (line.event.label, line.event.names, line.holder.name) == (
            "meeting on the pier",
            ("ida-sol", "jon-berg"),
            "Ida Sol",
        )
        told = [
            (one.position.id, one.position.value, one.position.change, one.position.reports)
            for one in line.steps
        ]
        assert told == [("a1/c1", "PS+", "first", 2), ("a7/c1", "CT+", "firmer", 2)]
        assert line.event.outcome is not None and line.event.outcome.article.id == "a9"
        assert line.event.time is not None and line.event.time.latest == "2026-04-01"
        assert line.whole and answer.next is None

    def test_lines_come_by_their_first_day(self, news: Connection) -> None:
        assert steps(timeline(news, parse(""))) == [
            ["a1/c1", "a7/c1"],  # Sol on the meeting
            ["a2/c2"],  # Berg on the pier
            ["a3/c1", "a4/c1"],  # Sol on the pier
            ["a4/c2", "a5/c1"],  # Berg on the meeting
        ]

    def test_how_exactly_a_day_is_known(self, news: Connection) -> None:
        (line,) = timeline(news, parse("who:ida-sol event:a2/e2")).rows
        assert [(one.precision, one.earliest, one.latest) for one in line.steps] == [
            ("range", None, "2026-03-05"),  # the day of the report
            ("day", "2026-03-05", "2026-03-05"),  # told in the article
        ]

    def test_what_was_taken_back_stays(self, news: Connection) -> None:
        (line,) = timeline(news, parse("who:Berg about:meeting")).rows
        taken = [one.position.superseded for one in line.steps]
        assert taken[0] is not None and taken[0].by == "a5/s1" and taken[1] is None

    @pytest.mark.parametrize(("query", "ids"), FOUND, ids=[query for query, _ in FOUND])
    def test_what_is_found(self, news: Connection, query: str, ids: list[list[str]]) -> None:
        answer = timeline(news, parse(query))
        assert steps(answer) == ids

    def test_a_line_of_which_not_all_matches_says_so(self, news: Connection) -> None:
        assert [line.whole for line in timeline(news, parse("act:promise")).rows] == [False, False]

    def test_pages_are_the_whole(self, many: Connection) -> None:
        query = parse("who:ida")
        whole = {id for line in steps(timeline(many, query, limit=500)) for id in line}
        found, days, after = [], [], None
        while not found or after:
            answer = timeline(many, query, limit=4, after=after)
            page = [one for line in answer.rows for one in line.steps]
            assert len(page) == 4 or answer.next is None
            days += sorted(one.latest or "9999" for one in page)
            found += [one.position.id for one in page]
            after = answer.next
        assert len(found) == len(set(found)) > 12 and set(found) == whole
        assert days == sorted(days)

    def test_nobody_of_that_name(self, news: Connection) -> None:
        assert timeline(news, parse("who:Breg")).suggestions == ("Jon Berg",)


class TestTrace:
    def test_back_to_the_first_saying(self, news: Connection) -> None:
        found = trace(news, "a2/s1")
        assert found is not None and found.utterance is not None
        assert (found.utterance.id, found.speaker and found.speaker.name) == ("a1/s1", "Ida Sol")
        first, second = found.reports
        assert (first.report.article.id, first.report.kind, first.moment) == (
            "a1",
            "direct",
            "2026-03-01T08:00:00Z",
        )
        assert [hop.name for hop in first.chain] == ["Harbour News", "Ida Sol"]
        assert [hop.relation for hop in second.chain] == ["published_by", "reported_by", "said_by"]
        assert second.original == first.report.article and second.agency == "Norrpress"
        assert second.why == "fits; cut of Harbour News: half of it; Norrpress's words: credited"
        assert [one.id for one in found.positions] == ["a1/c1"]

    def test_by_url_or_by_words(self, news: Connection) -> None:
        assert trace(news, "https://lantern.example/a2#s1") == trace(news, "a2/s1")
        found = trace(news, parse("minister ruled"))
        assert found is not None and found.statement == "a2/s1" and found.found
        assert trace(news, parse("nothing of the kind")) is None

    @pytest.mark.parametrize("id", ["", "a1", "a1/s9", "https://lantern.example/a2", "#", "x#s1"])
    def test_no_such_statement(self, news: Connection, id: str) -> None:
        with pytest.raises(RecordError, match="has no statement"):
            trace(news, id)

    def test_what_took_it_back(self, news: Connection) -> None:
        found = trace(news, "a4/s2")
        assert found is not None and found.superseded is not None and found.superseded.by == "a5/s1"
        replaced = trace(news, "a3/s1")
        assert replaced is not None and replaced.reports[0].superseded is not None

    def test_pages(self, news: Connection) -> None:
        one = trace(news, "a1/s1", limit=1)
        assert one is not None and one.next
        other = trace(news, "a1/s1", limit=1, after=one.next)
        assert other is not None and other.next is None
        assert [told.report.article.id for told in (*one.reports, *other.reports)] == ["a1", "a2"]


class TestCompare:
    def test_two_speakers(self, news: Connection) -> None:
        answer = compare(news, parse("who:ida-sol"), parse("who:Berg"))
        told = [
            (one.event.id, one.left and one.left.id, one.right and one.right.id, one.stand)
            for one in answer.rows
        ]
        assert told == [
            ("a1/e1", "a7/c1", "a5/c1", "softer"),  # not the denial that was taken back
            ("a2/e2", "a4/c1", "a2/c2", "opposed"),
        ]
        assert answer.rows[0].why == "CT+ on the left, PS+ on the right"

    def test_one_speaker_then_and_now(self, news: Connection) -> None:
        answer = compare(news, parse("who:ida-sol until:2026-03-10"), parse("who:ida-sol since:2026-03-11"))
        assert [(one.event.id, one.stand) for one in answer.rows] == [("a1/e1", "firmer")]
        every = compare(
            news, parse("who:ida-sol until:2026-03-10"), parse("who:ida-sol since:2026-03-11"), common=False
        )
        assert [(one.event.id, one.stand) for one in every.rows] == [
            ("a1/e1", "firmer"),
            ("a2/e2", "only left"),
        ]

    def test_pages_are_the_whole(self, many: Connection) -> None:
        sides = parse("who:ida-sol"), parse("who:norrpress")
        whole, found, after = compare(many, *sides, common=False).rows, [], None
        while not found or after:
            answer = compare(many, *sides, common=False, limit=3, after=after)
            found += answer.rows
            after = answer.next
        assert tuple(found) == whole and len(whole) > 6


class TestPeople:
    def test_who_says_most_comes_first(self, news: Connection) -> None:
        answer = who(news)
        assert [(one.id, one.statements) for one in answer.rows] == [
            ("ida-sol", 6),
            ("jon-berg", 4),
            ("ida-sol-2", 1),
            ("norrpress", 0),
        ]
        assert answer.rows[0].names == ("Ida Sol", "Minister Sol")
        assert answer.rows[0].roles[0].role == "harbour minister"

    def test_by_name_and_by_words(self, news: Connection) -> None:
        assert [one.id for one in who(news, parse("who:norrpress")).rows] == ["norrpress"]
        assert [one.id for one in who(news, parse("pier")).rows] == ["ida-sol", "jon-berg"]
        assert who(news, parse("who:Breg")).suggestions == ("Jon Berg",)

    def test_pages(self, news: Connection) -> None:
        one = who(news, limit=2)
        assert [row.id for row in who(news, limit=2, after=one.next).rows] == ["ida-sol-2", "norrpress"]


class TestStats:
    def test_by_outlet(self, news: Connection) -> None:
        answer = stats(news)
        harbour, lantern, nameless = answer.rows
        assert (harbour.name, lantern.name, nameless.name) == ("Harbour News", "Evening Lantern", None)
        assert (lantern.articles, lantern.statements, lantern.speakers, lantern.per_speaker) == (3, 5, 2, 2.5)
        assert (lantern.direct, lantern.indirect, lantern.mixed) == (0.6, 0.2, 0.2)
        assert (lantern.unnamed, harbour.unnamed, harbour.reprints) == (0.0, 0.1667, 0.25)
        assert [(one.speaker.name, one.statements) for one in lantern.top] == [
            ("Jon Berg", 3),
            ("Ida Sol", 2),
        ]
        assert (answer.total.statements, answer.total.utterances) == (12, 10)

    def test_by_month_and_of_a_query(self, news: Connection) -> None:
        answer = stats(news, parse("who:Sol"), "month")
        assert [(row.name, row.statements) for row in answer.rows] == [("2026-03", 6), (None, 1)]
        assert stats(news, parse("nothing")).rows == ()

    def test_pages(self, news: Connection) -> None:
        first = stats(news, limit=2)
        assert [row.name for row in stats(news, limit=2, after=first.next).rows] == [None]


class TestLayers:
    def test_utterances(self, news: Connection) -> None:
        every = list(layers.utterances(news))
        assert [one.id for one in every] == [
            "a1/s1",
            "a1/s2",
            "a2/s2",
            "a3/s1",
            "a4/s1",
            "a4/s2",
            "a5/s1",
            "a7/s1",
            "a7/s2",
            "a6/s1",
        ]
        assert [report.article.id for report in every[0].reports] == ["a1", "a2"]
        assert [one.id for one in layers.utterances(news, parse("kind:mixed"))] == [
            "a1/s1"
        ]  # by its other report

    def test_events(self, news: Connection) -> None:
        meeting, pier = layers.events(news)
        assert (meeting.id, len(meeting.mentions), meeting.outcome and meeting.outcome.on) == (
            "a1/e1",
            7,
            "2026-03-28",
        )
        assert [one.id for one in layers.events(news, parse("who:Berg stance:no about:closes"))] == [pier.id]

    def test_positions(self, news: Connection) -> None:
        assert [one.id for one in layers.positions(news)] == [
            "a1/c1",
            "a2/c2",
            "a3/c1",
            "a4/c1",
            "a4/c2",
            "a5/c1",
            "a7/c1",
        ]
        assert [one.id for one in layers.positions(news, parse("who:Berg"))] == ["a2/c2", "a4/c2", "a5/c1"]

    def test_reprints(self, news: Connection) -> None:
        one, other = layers.reprints(news)
        assert (one.id, one.copies[0].article.id, one.copies[0].kind) == ("a1", "a2", "cut")
        assert (other.id, other.copies[0].share) == ("a7", 1.0)
        assert [group.id for group in layers.reprints(news, parse("since:2026-03-10"))] == ["a7"]

    def test_people(self, news: Connection) -> None:
        assert [one.id for one in layers.people(news)] == ["ida-sol", "ida-sol-2", "jon-berg", "norrpress"]

    @pytest.mark.parametrize("name", ["utterances", "events", "positions", "reprints", "people"])
    def test_portions_make_no_difference(
        self, many: Connection, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        whole = list(getattr(layers, name)(many))
        monkeypatch.setattr("onrecord.ask.portions.AT_ONCE", 3)
        assert list(getattr(layers, name)(many)) == whole
        assert len(whole) > 3


def test_no_question_raises_for_what_is_not_linked(tmp_path) -> None:
    book = story()
    for row in book.rows["statements"]:
        row["person"] = None
    book.settle()
    for row in book.rows["statements"]:
        row["utterance"] = None
    for table in ("utterances", "positions", "events", "people", "names", "roles", "participants"):
        book.rows[table] = []
    with open_record(tmp_path / "news.db", create=True) as record:
        book.insert(record)
        with record.reading() as connection:
            assert len(search(connection, parse("")).rows) == 11
            found = trace(connection, "a1/s1")
            assert found is not None and found.utterance is None and len(found.reports) == 1
            assert stats(connection).total.speakers == 0
            assert timeline(connection, parse("who:Sol")).rows == ()
