"""How fast a large record answers: ranked searches and timelines, beside a naive scan.

    python -m evaluation.store_bench --statements 1000000 --at bench.db

The record is made up (words, speakers and events as frequent as Zipf has it) and filled by the way that
articles take, with all indexes and all that is linked. A record that is there already is asked again.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import text

from onrecord.ask import parse
from onrecord.ask.search import search
from onrecord.ask.timeline import timeline
from onrecord.record.bulk import insert
from onrecord.record.opened import Record, open_record
from onrecord.record.search_index import index
from onrecord.record.tables import metadata

WORDS, OUTLETS, PER_ARTICLE = 50_000, 200, 16
DAYS = [str(np.datetime64("2014-01-01") + n) for n in range(4_000)]
KINDS = ("direct", "indirect", "mixed")
VALUES = ("CT+", "CT+", "CT+", "PR+", "PS+", "CT-", "CT-", "Uu")
ACTS = ("assert", "assert", "assert", "deny", "promise", "hope", "decline")
TYPES = (("CONSULT", "meet"), ("CONSULT", "phone"), ("ASSAULT", None), ("AID", None), (None, None))
BATCH = 200  # articles
QUERIES = 200


class Zipf:
    """Numbers below ``size``, the first the most frequent, drawn in bulk."""

    def __init__(self, size: int, draw: np.random.Generator) -> None:
        weights = 1.0 / np.arange(1, size + 1)
        self.edges = np.cumsum(weights / weights.sum())
        self.draw = draw

    def some(self, count: int) -> list[int]:
        last = len(self.edges) - 1
        return np.minimum(np.searchsorted(self.edges, self.draw.random(count)), last).tolist()


class Maker:
    """Makes the rows of articles, numbered on from article to article."""

    def __init__(self, statements: int, seed: int = 7) -> None:
        draw = np.random.default_rng(seed)
        self.random = random.Random(seed)
        self.words = Zipf(WORDS, draw)
        self.people = Zipf(max(50, statements // 20), draw)
        self.events = Zipf(max(50, statements // 5), draw)
        self.seen: set[int] = set()
        self.places: dict[tuple[int, int], int] = {}
        self.number = 0

    def articles(self, count: int) -> dict[str, list[dict[str, Any]]]:
        rows: dict[str, list[dict[str, Any]]] = {
            name: []
            for name in (
                "articles",
                "agents",
                "statements",
                "hops",
                "events",
                "participants",
                "mentioned_events",
                "claims",
                "utterances",
                "positions",
            )
        }
        for _ in range(count):
            self.article(rows)
        return rows

    def article(self, rows: dict[str, list[dict[str, Any]]]) -> None:
        chance = self.random
        id, day = f"{chance.getrandbits(64):016x}", chance.choice(DAYS)
        outlet = f"Outlet {chance.randrange(OUTLETS)}"
        rows["articles"].append(
            {
                "id": id,
                "item": id,
                "given_id": id,
                "url": f"https://news.example/{id}",
                "outlet": outlet,
                "title": id,
                "published": day,
                "moment": f"{day}T12:00:00Z",
                "day": day,
                "status": "usable",
                "supersedes": "[]",
                "credits": "[]",
                "words": 400,
                "text": "x",
                "linked": True,
                "original": None,
            }
        )
        people = dict.fromkeys(self.people.some(4))
        for person in people:
            rows["agents"].append(_agent(id, person, day))
        speakers = list(people)
        for place, (event, size) in enumerate(
            zip(self.events.some(PER_ARTICLE), np.random.poisson(15, PER_ARTICLE).tolist(), strict=True)
        ):
            self.statement(rows, (id, day, outlet), (place, speakers[place % len(speakers)], event, size + 1))

    def statement(self, rows: dict[str, list[dict[str, Any]]], article: Any, told: Any) -> None:
        (id, day, outlet), (place, person, event, size) = article, told
        chance, here = self.random, f"{id}/s{place}"
        words = [f"w{n}x" for n in self.words.some(size)]
        said, speaker = " ".join(words), f"{id}/p{person}"
        self.number += 1
        rows["statements"].append(
            {
                "number": self.number,
                "id": here,
                "article": id,
                "statement": f"s{place}",
                "level": 1,
                "kind": chance.choice(KINDS),
                "negated": False,
                "p": 0.9,
                "speaker": speaker,
                "speaker_name": _name(person),
                "source": _name(person),
                "cue": "said",
                "text": said,
                "spans": "[[[0,4]],[[5,9]],[[10,90]]]",
                "start": 0,
                "end": 90,
                "day": day,
                "outlet": outlet,
                "words": size,
                "terms": said,
                "person": f"p-{person}",
                "utterance": here,
                "utterance_why": "is the first report",
                "shown": True,
            }
        )
        rows["hops"].append(
            {
                "statement": here,
                "position": 0,
                "agent": f"{id}/article",
                "name": outlet,
                "relation": "published_by",
                "explicit": True,
            }
        )
        rows["hops"].append(
            {
                "statement": here,
                "position": 1,
                "agent": speaker,
                "name": _name(person),
                "relation": "said_by",
                "explicit": True,
            }
        )
        rows["utterances"].append(
            {
                "id": here,
                "person": f"p-{person}",
                "speaker": _name(person),
                "said_on": day,
                "said_how": "published",
                "day": day,
                "negated": False,
                "text": said,
                "statement": here,
                "reports": 1,
            }
        )
        self.claim(rows, rows["statements"][-1], event, words)

    def claim(self, rows: Any, said: dict[str, Any], event: int, words: list[str]) -> None:
        chance = self.random
        id, place = said["article"], said["statement"][1:]
        kind = TYPES[event % len(TYPES)]
        told = " ".join((*words[:6], *_label(event)))
        value = chance.choice(VALUES)
        shared: dict[str, Any] = {"type": kind[0], "mode": kind[1], "label": " ".join(_label(event))}
        if event not in self.seen:
            self.seen.add(event)
            rows["events"].append({"id": f"e-{event}", **shared, "mentions": 1, "articles": 1})
            rows["participants"].append(
                {"event": f"e-{event}", "person": said["person"], "name": said["speaker_name"]}
            )
        rows["mentioned_events"].append(
            {
                "id": f"{id}/e{place}",
                "article": id,
                "mention": f"e{place}",
                **shared,
                "triggers": "[[10,14]]",
                "participants": "[]",
                "day": said["day"],
                "event": f"e-{event}",
            }
        )
        rows["claims"].append(
            {
                "number": said["number"],
                "id": f"{id}/c{place}",
                "article": id,
                "claim": f"c{place}",
                "statement": said["id"],
                "mention": f"{id}/e{place}",
                "text": told,
                "terms": told,
                "trigger": "[[10,14]]",
                "evidence": "[]",
                "act": chance.choice(ACTS),
                "holder": said["speaker"],
                "holder_name": said["speaker_name"],
                "value": value,
                "day": said["day"],
                "person": said["person"],
                "event": f"e-{event}",
            }
        )
        key = said["person"], event
        self.places[key] = self.places.get(key, -1) + 1
        rows["positions"].append(
            {
                "id": f"{id}/c{place}",
                "person": said["person"],
                "holder": said["speaker_name"],
                "event": f"e-{event}",
                "utterance": said["id"],
                "claim": f"{id}/c{place}",
                "place": self.places[key],
                "day": said["day"],
                "said_on": said["day"],
                "said_how": "published",
                "value": value,
                "text": told,
                "change": "first",
                "reports": 1,
                "why": "plain",
            }
        )


def _name(person: int) -> str:
    return f"Given{person % 997}n Family{person}n"


def _label(event: int) -> list[str]:
    return [f"l{event}x", f"m{event % 1000}x"]


def _agent(article: str, person: int, day: str) -> dict[str, Any]:
    return {
        "id": f"{article}/p{person}",
        "article": article,
        "agent": f"p{person}",
        "name": _name(person),
        "kind": "person",
        "aliases": "[]",
        "on_behalf_of": "[]",
        "statements": 4,
        "mentions": 4,
        "day": day,
        "block": f"family{person}n",
        "person": f"p-{person}",
    }


def _needed(table: str) -> dict[str, Any]:
    """Something for columns that may not be empty and that no question asks for."""
    columns = metadata.tables[table].columns
    return {
        column.name: column.type.python_type()
        for column in columns
        if not column.nullable and column.name != "number"
    }


def fill(record: Record, statements: int) -> None:
    """Make as many statements, and what goes with them."""
    maker = Maker(statements)
    with record.writing() as connection:
        people = [
            {
                "id": f"p-{n}",
                "name": _name(n),
                "terms": f" given{n % 997}n family{n}n ",
                "block": f"family{n}n",
                "kind": "person",
                "articles": 1,
                "statements": 1,
            }
            for n in range(len(maker.people.edges))
        ]
        insert(connection, "people", people)
        connection.commit()
    while maker.number < statements:
        with record.writing() as connection:
            for table, rows in maker.articles(BATCH).items():
                empty = _needed(table)
                rows = [empty | row for row in rows]
                if table in {"statements", "claims"}:
                    index(connection, table, rows)
                insert(connection, table, rows)
        print(f"\r{maker.number:,} statements", end="", file=sys.stderr)
    print(file=sys.stderr)


def queries(statements: int) -> Iterator[str]:
    """What people ask, from rare to frequent words, and with other fields."""
    chance = random.Random(11)
    draw = np.random.default_rng(11)
    words, people = Zipf(WORDS, draw), Zipf(max(50, statements // 20), draw)
    for number in range(QUERIES):
        one, two = (f"w{n}x" for n in words.some(2))
        who = people.some(1)[0]
        since = chance.choice(DAYS)
        yield (
            one,
            f"{one} {two}",
            f'"{one} {two}"',
            f"{one} OR {two}",
            f"who:family{who}n {one}",
            f"about:{one} stance:no",
            f"{one} since:{since}",
            f"{one} -{two} kind:direct",
        )[number % 8]


def holders(statements: int) -> Iterator[str]:
    """Timelines of one person: of all they said, or of one thing."""
    people = Zipf(max(50, statements // 20), np.random.default_rng(13))
    chance = random.Random(13)
    for number, who in enumerate(people.some(QUERIES)):
        about = f" about:m{chance.randrange(1000)}x" if number % 2 else ""
        yield f"who:family{who}n{about}"


def measured(
    asked: list[str], answer: Callable[[str], object], clock: Callable[[], float]
) -> list[tuple[float, str]]:
    """Milliseconds that each answer took, fastest first; all were asked once before."""
    for query in asked[:: len(asked) // 20]:
        answer(query)
    took = []
    for query in asked:
        start = clock()
        answer(query)
        took.append(((clock() - start) * 1000, query))
    return sorted(took)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument(
        "--at", default="store_bench.db", help="a path, or the address of a PostgreSQL database"
    )
    parser.add_argument("--slowest", type=int, default=0, help="show so many of the slowest queries")
    parser.add_argument(
        "--cpu", action="store_true", help="time of this process alone, where others run beside it"
    )
    options = parser.parse_args()
    there = Path(options.at).exists()
    with open_record(options.at, create=True) as record:
        if not there:
            start = time.perf_counter()
            fill(record, options.statements)
            print(f"filled in {time.perf_counter() - start:.0f} s")
            with record.writing() as connection:
                connection.execute(text("ANALYZE"))
        with record.reading() as connection:
            _report(connection, options)


def _report(connection: Any, options: argparse.Namespace) -> None:
    naive = text("SELECT id FROM statements WHERE text LIKE :word ORDER BY words, id LIMIT 20")
    clock = time.process_time if options.cpu else time.perf_counter
    start = clock()
    for word in ("%w7x%", "%w70x%", "%w7000x%"):
        connection.execute(naive, {"word": word}).all()
    scan = (clock() - start) / 3 * 1000
    print(f"{'':24}{'p50 ms':>9}{'p95 ms':>9}{'most ms':>9}{'LIKE / p95':>12}")
    for name, asked, answer in (
        (
            "ranked search, top 20",
            queries(options.statements),
            lambda query: search(connection, parse(query)),
        ),
        (
            "timeline of a person",
            holders(options.statements),
            lambda query: timeline(connection, parse(query)),
        ),
    ):
        took = measured(list(asked), answer, clock)
        p50, p95, most = took[len(took) // 2][0], took[len(took) * 95 // 100][0], took[-1][0]
        print(f"{name:24}{p50:9.1f}{p95:9.1f}{most:9.1f}{scan / p95:12.1f}")
        for ms, query in took[len(took) - options.slowest :]:
            print(f"    {ms:9.1f}  {query}")
    print(f"{'LIKE scan':24}{scan:9.1f}")


if __name__ == "__main__":
    main()
