"""The same questions to SQLite and to PostgreSQL give the same answers, in the same order."""

import random
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
from sqlalchemy import Connection

from onrecord.ask import layers, parse, ranking
from onrecord.ask.compare import compare
from onrecord.ask.search import search
from onrecord.ask.stats import stats
from onrecord.ask.timeline import timeline
from onrecord.ask.trace import trace
from onrecord.ask.who import who
from onrecord.query import And, Between, Equals, Level, Not, Or, Query, Words
from onrecord.record.opened import open_record
from onrecord.terms import terms
from tests.ask.made import KINDS, OUTLETS, VALUES, WORDS, drawn
from tests.record.server import postgres

QUERIES = 240
NAMES = ("Ida", "Sol", "Ida Sol", "Berg", "Norrpress", "ida-sol", "ida-sol-2", "Nobody", "sol ida berg")
NASTY = (
    "'; DROP TABLE statements; --",
    "NEAR(pier",
    "a\0b",
    "ferry*",
    "é😀",
    "%_",
    "\\",
    "pier & !ferry",
    "x" * 300,
    "漁港",
    "1,000.5",
    "1e5",
    "0x1f",
    "and or not",
    "U.S.",
    "-5",
    "http://a.example/b?c=d",
    "a@b.example",
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Connection, Connection]]:
    book = drawn(articles=120)
    nasty = book.article("nasty", "Vell Daily", "2026-02-02")
    for number, text in enumerate(NASTY):
        book.said(f"{nasty}/s{number}", "ida-sol", text.replace("\0", " "))
    book.settle()
    with (
        postgres() as address,
        open_record(tmp_path_factory.mktemp("record") / "news.db", create=True) as file,
        open_record(address.replace("/postgres?", "/template1?"), create=True) as server,
    ):
        book.insert(file)
        book.insert(server)
        with file.reading() as one, server.reading() as other:
            yield one, other


class Drawn:
    """Queries by chance, over words that the record has and some that it has not."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def query(self, depth: int = 0) -> Query:
        kind = self.chance.random()
        if depth > 2 or kind < 0.4:
            return self.leaf()
        if kind < 0.55:
            inner = self.query(depth + 1)
            return inner.item if isinstance(inner, Not) else Not(inner)
        joined = And if kind < 0.85 else Or
        items = [self.query(depth + 1) for _ in range(self.chance.randrange(2, 4))]
        flat = [one for item in items for one in (item.items if isinstance(item, joined) else (item,))]
        return joined(tuple(flat))

    def leaf(self) -> Query:  # noqa: PLR0911 - a table
        chance = self.chance
        match chance.randrange(12):
            case 0 | 1 | 2:
                return self.words("said")
            case 3 | 4:
                return self.words("about")
            case 5:
                name = chance.choice(NAMES)
                return Words(chance.choice(("who", "via")), name, terms(name))
            case 6:
                return Equals(
                    chance.choice(("who", "via")), tuple(chance.sample(("ida-sol", "jon-berg", "x"), 2))
                )
            case 7:
                values = (*VALUES, "Uu:desire", "Uu:question")
                return Equals("stance", tuple(chance.sample(values, chance.randrange(1, 3))))
            case 8:
                return Equals("act", tuple(chance.sample(("assert", "deny", "hope", "promise"), 2)))
            case 9:
                return Equals(
                    "event", (chance.choice(("meet", "consult", "phone calls", "e3", "assault", "zzz")),)
                )
            case 10:
                days = sorted(f"2026-0{chance.randrange(1, 4)}-0{chance.randrange(1, 6)}" for _ in range(2))
                return Between(*chance.choice(((days[0], None), (None, days[1]), tuple(days))))
            case _:
                return chance.choice(
                    (
                        Level(1, 1),
                        Level(2, None),
                        Level(1, 2),
                        Equals("kind", ("direct",)),
                        Equals("kind", ("mixed", "indirect")),
                        *(
                            Words("outlet", outlet, terms(outlet))
                            for outlet in (*filter(None, OUTLETS), "news", "none")
                        ),
                    )
                )

    def words(self, field: Any) -> Words:
        chance = self.chance
        text = " ".join(chance.choices(WORDS, k=chance.choice((1, 1, 2, 3))))
        if chance.random() < 0.15:
            text = chance.choice(NASTY)
        found = terms(text) or ("x",)
        return Words(field, text, found, field == "said" and chance.random() < 0.5)


def everything(connection: Connection, query: Query, number: int) -> list[Any]:
    """What a record answers to a query in every way; the layers take turns."""
    layer = (layers.utterances, layers.events, layers.positions, layers.reprints, layers.people)[number % 5]
    return [
        search(connection, query, limit=200),
        search(connection, query, limit=200, every=True),
        timeline(connection, query),
        list(layer(connection, query)),
        (who, stats)[number % 2](connection, query),
    ]


@pytest.mark.parametrize("number", range(QUERIES))
def test_the_same_answers(both: tuple[Connection, Connection], number: int) -> None:
    query = Drawn(number).query()
    one, other = (everything(connection, query, number) for connection in both)
    assert one == other


@pytest.mark.parametrize("text", NASTY)
def test_the_same_answers_to_nasty_words(both: tuple[Connection, Connection], text: str) -> None:
    found = terms(text)
    for query in (Words("said", text, found or (text,), phrase=True), Words("about", text, (text,))):
        one, other = (everything(connection, query, 0) for connection in both)
        assert one == other
        if found and query.phrase and "\0" not in text:
            assert one[0].rows, "a text is found by its own words"


@pytest.mark.parametrize("number", range(40))
def test_the_way_makes_no_difference(
    both: tuple[Connection, Connection], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    query = Drawn(number).query()
    looked_up = search(both[0], query, limit=200)
    monkeypatch.setattr(ranking, "FEW", 0)
    assert search(both[0], query, limit=200) == looked_up
    monkeypatch.setattr(ranking, "FAR", 20)
    assert search(both[0], query, limit=200) == looked_up


def test_the_questions_find_something(both: tuple[Connection, Connection]) -> None:
    found = [len(search(both[0], Drawn(number).query()).rows) for number in range(QUERIES)]
    assert sum(1 for count in found if count > 0) > QUERIES / 2
    assert sum(1 for count in found if count == 0) > QUERIES / 10


@pytest.mark.parametrize(
    "layer", [layers.utterances, layers.events, layers.positions, layers.reprints, layers.people]
)
def test_the_same_layers(
    both: tuple[Connection, Connection], monkeypatch: pytest.MonkeyPatch, layer: Any
) -> None:
    one, other = (list(layer(connection)) for connection in both)
    assert one and one == other
    assert list(islice(layer(both[0]), 2)) == one[:2]


def test_the_same_pages_and_traces(both: tuple[Connection, Connection]) -> None:
    for query in (parse("pier"), parse("who:ida"), parse("stance:no OR ferry")):
        pages: list[list[Any]] = []
        for connection in both:
            after, seen = None, []
            while not seen or after:
                answer = search(connection, query, limit=9, after=after)
                after = answer.next
                seen.append(answer)
            pages.append(seen)
        assert pages[0] == pages[1] and len(pages[0]) > 1
        one, other = (trace(connection, query) for connection in both)
        assert one is not None and one == other
    sides = parse("who:ida-sol"), parse("who:berg")
    one, other = (compare(connection, *sides, common=False) for connection in both)
    assert one.rows and one == other


def test_kinds_of_events_are_in_the_record(both: tuple[Connection, Connection]) -> None:
    assert {(event.type, event.mode) for event in layers.events(both[0])} == set(KINDS)
