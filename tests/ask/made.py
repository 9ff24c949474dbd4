"""Records made by hand for the tests of questions: a small story, and one that is drawn by chance.

The rows are those that linking leaves. In the story Ida Sol, harbour minister, and Jon Berg, mayor, speak of
the old pier and of a meeting; Norrpress is an agency, the Lantern prints its words again.
"""

import random
from typing import Any

from onrecord.record.bulk import insert
from onrecord.record.opened import Record
from onrecord.record.search_index import index
from onrecord.record.tables import metadata
from onrecord.terms import terms

TABLES = (
    "articles",
    "people",
    "names",
    "roles",
    "agents",
    "statements",
    "hops",
    "mentioned_events",
    "events",
    "participants",
    "claims",
    "utterances",
    "positions",
)
SPANS = "[[[0,4]],[[5,9]],[[10,20],[24,30]]]"


class Book:
    """Rows by table; utterances, counts and positions are worked out at the end."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
        self.moments: dict[str, str] = {}
        self.committed: dict[str, tuple[str, str | None]] = {}

    def person(self, id: str, *names: str, **columns: Any) -> None:
        told = " ".join(term for name in names for term in terms(name))
        row = {"id": id, "name": names[0], "terms": f" {told} ", "block": id, "kind": "person", "articles": 2}
        self.rows["people"].append(row | {"statements": 0} | columns)
        self.rows["names"] += [{"person": id, "name": name, "articles": 1} for name in names]
        if "role" in columns:
            self.rows["roles"].append({"person": id, "role": columns["role"], "articles": 1})

    def article(self, id: str, outlet: str | None, day: str | None, **columns: Any) -> str:
        row = {
            "id": id,
            "item": id,
            "given_id": id,
            "url": f"https://{(outlet or 'x').split()[-1].lower()}.example/{id}",
            "outlet": outlet,
            "title": f"Title {id}",
            "published": day,
            "moment": day and f"{day}T08:00:00Z",
            "day": day,
            "status": "usable",
            "supersedes": "[]",
            "credits": "[]",
            "words": 100,
            "text": "x" * 40,
            "linked": True,
        }
        self.rows["articles"].append(row | columns)
        self.moments[id] = row["moment"] or "9999"
        self.rows["agents"].append(self._agent(f"{id}/article", id, outlet or "", None))
        return id

    def _agent(
        self, id: str, article: str, name: str, person: str | None, kind: str = "person"
    ) -> dict[str, Any]:
        return {
            "id": id,
            "article": article,
            "agent": id.partition("/")[2],
            "name": name,
            "kind": kind,
            "aliases": "[]",
            "on_behalf_of": "[]",
            "statements": 1,
            "mentions": 1,
            "block": name.lower(),
            "person": person,
            "person_why": "has the name" if person else None,
        }

    def said(
        self, id: str, person: str | None, text: str, utterance: str | None = None, **columns: Any
    ) -> str:
        """A statement "article/s1"; ``utterance`` is the first report where this is another one."""
        article = id.partition("/")[0]
        of = next(row for row in self.rows["articles"] if row["id"] == article)
        speaker = f"{article}/{person or 'somebody'}"
        name = next((row["name"] for row in self.rows["people"] if row["id"] == person), "officials")
        if all(row["id"] != speaker for row in self.rows["agents"]):
            self.rows["agents"].append(
                self._agent(speaker, article, name, person, "person" if person else "unnamed")
            )
        via = columns.pop("via", None)
        row = {
            "id": id,
            "article": article,
            "statement": id.partition("/")[2],
            "level": 1,
            "kind": "direct",
            "negated": False,
            "p": 0.9,
            "speaker": speaker,
            "speaker_name": name,
            "source": name,
            "cue": "said",
            "text": text,
            "spans": SPANS,
            "start": len(self.rows["statements"]),
            "end": 90,
            "day": of["day"],
            "outlet": of["outlet"],
            "words": len(text.split()),
            "terms": " ".join(terms(text)),
            "person": person,
            "utterance": utterance or id,
            "utterance_why": "fits" if utterance else "is the first report",
            "shown": False,
            "said_on": None,
            "said_how": None,
            "venue": None,
        }
        self.rows["statements"].append(row | columns)
        chain = [(f"{article}/article", of["outlet"] or "", "published_by"), (speaker, name, "said_by")]
        if via:
            agent = f"{article}/{via}"
            called = next(row["name"] for row in self.rows["people"] if row["id"] == via)
            if all(row["id"] != agent for row in self.rows["agents"]):
                self.rows["agents"].append(self._agent(agent, article, called, via, "organization"))
            chain.insert(1, (agent, called, "reported_by"))
        self.rows["hops"] += [
            {
                "statement": id,
                "position": at,
                "agent": agent,
                "name": name,
                "relation": relation,
                "explicit": True,
            }
            for at, (agent, name, relation) in enumerate(chain)
        ]
        return id

    def event(
        self, id: str, kind: tuple[str | None, str | None], label: str, *people: str, **columns: Any
    ) -> None:
        row = {"id": id, "type": kind[0], "mode": kind[1], "label": label, "mentions": 0, "articles": 0}
        self.rows["events"].append(row | columns)
        self.rows["participants"] += [
            {"event": id, "person": person, "name": person, "role": "actor"} for person in people
        ]

    def claim(
        self, id: str, statement: str | None, event: str | None, text: str, value: str, **columns: Any
    ) -> str:
        article = id.partition("/")[0]
        told = next((row for row in self.rows["statements"] if row["id"] == statement), None)
        about = next((row for row in self.rows["events"] if row["id"] == event), None)
        mention = f"{article}/e{id.rpartition('c')[2]}" if about else None
        if about:
            about["mentions"] += 1
            self.rows["mentioned_events"].append(
                {
                    "id": mention,
                    "article": article,
                    "mention": mention.partition("/")[2],
                    "type": about["type"],
                    "mode": about["mode"],
                    "label": about["label"],
                    "triggers": "[[10,14]]",
                    "participants": "[]",
                    "day": told and told["day"],
                    "event": event,
                    "event_why": "is spoken of",
                }
            )
        words = terms(f"{text} {about['label'] if about else ''}")
        row = {
            "id": id,
            "article": article,
            "claim": id.partition("/")[2],
            "statement": statement,
            "mention": mention,
            "text": text,
            "terms": " ".join(words),
            "trigger": "[[10,14]]",
            "evidence": "[[5,9]]",
            "act": "assert",
            "holder": told and told["speaker"],
            "holder_name": told and told["speaker_name"],
            "value": value,
            "uu": None,
            "polarity": None,
            "why": "said so",
            "day": told and told["day"],
            "person": told and told["person"],
            "event": event,
        }
        self.rows["claims"].append(row | columns)
        return id

    def takes_back(self, utterance: str, by: str, why: str) -> None:
        self.committed[utterance] = by, why

    def keep(self, record: Record) -> None:
        """Work out the rest and insert all of it."""
        self.settle()
        self.insert(record)

    def settle(self) -> None:
        """Work out what follows from what was told."""
        self._utterances()
        self._positions()

    def insert(self, record: Record) -> None:
        """Put all rows into a record."""
        with record.writing() as connection:
            for table in TABLES:
                rows = self.rows[table]
                columns = {name: None for row in rows for name in row} | _needed(table)
                full = [columns | row for row in rows]
                if table in {"statements", "claims"}:
                    full = [{"number": at, **row} for at, row in enumerate(full, 1)]
                    index(connection, table, full)
                names = [column.name for column in metadata.tables[table].columns]
                assert not rows or set(full[0]) <= set(names), (table, set(full[0]) - set(names))
                insert(connection, table, full)

    def _utterances(self) -> None:
        articles = {row["id"]: row for row in self.rows["articles"]}
        groups: dict[str, list[dict[str, Any]]] = {}
        for row in self.rows["statements"]:
            groups.setdefault(row["utterance"], []).append(row)
        for id, reports in groups.items():
            reports.sort(key=lambda row: (self.moments[row["article"]], row["article"], row["start"]))
            first = reports[0]
            standing = [row for row in reports if not articles[row["article"]].get("superseded_by")]
            if standing:
                standing[0]["shown"] = True
            by, why = self.committed.get(id, (None, None))
            self.rows["utterances"].append(
                {
                    "id": id,
                    "person": first["person"],
                    "speaker": first["speaker_name"],
                    "said_on": first["said_on"] or first["day"],
                    "said_how": first["said_how"] or "the day of its first report",
                    "day": first["day"],
                    "venue": None,
                    "function": "speech",
                    "negated": first["negated"],
                    "text": first["text"],
                    "statement": first["id"],
                    "reports": len(reports),
                    "superseded_by": by,
                    "superseded_why": why,
                }
            )
            for person in self.rows["people"]:
                person["statements"] += len(reports) if person["id"] == first["person"] else 0

    def _positions(self) -> None:
        statements = {row["id"]: row for row in self.rows["statements"]}
        utterances = {row["id"]: row for row in self.rows["utterances"]}
        seen: dict[tuple[str, str], dict[str, dict[str, Any]]] = {}
        for row in self.rows["claims"]:
            if row["statement"] and row["event"] and row["person"]:
                told = seen.setdefault((row["person"], row["event"]), {})
                told.setdefault(statements[row["statement"]]["utterance"], row)
        for (person, event), several in seen.items():
            ordered = sorted(several, key=lambda id: (utterances[id]["day"] or "9999", id))
            before = None
            for place, id in enumerate(ordered):
                row, said = several[id], utterances[id]
                change = "first" if before is None else "repeated" if before == row["value"] else "firmer"
                before = row["value"]
                self.rows["positions"].append(
                    {
                        "id": row["id"],
                        "person": person,
                        "holder": row["holder_name"],
                        "event": event,
                        "utterance": id,
                        "claim": row["id"],
                        "place": place,
                        "day": said["day"],
                        "said_on": said["said_on"],
                        "said_how": said["said_how"],
                        "value": row["value"],
                        "uu": row["uu"],
                        "polarity": row["polarity"],
                        "act": row["act"],
                        "text": row["text"],
                        "change": change,
                        "reports": said["reports"],
                        "superseded_by": said["superseded_by"],
                        "superseded_why": said["superseded_why"],
                        "why": "told",
                    }
                )


def _needed(table: str) -> dict[str, Any]:
    """Something for columns that may not be empty and that no question asks for."""
    columns = metadata.tables[table].columns
    return {
        column.name: column.type.python_type()
        for column in columns
        if not column.nullable and column.name != "number"
    }


def story() -> Book:
    """Ten articles: reports of one utterance, a reprint, a version that replaced one, a denial taken back."""
    book = Book()
    book.person(
        "ida-sol", "Ida Sol", "Minister Sol", role="harbour minister", first="2026-03-01", last="2026-03-20"
    )
    book.person("jon-berg", "Jon Berg", role="mayor")
    book.person("norrpress", "Norrpress", kind="organization")
    book.person("ida-sol-2", "Ida Sol", role="singer")
    book.event(
        "a1/e1",
        ("CONSULT", "meet"),
        "meeting on the pier",
        "ida-sol",
        "jon-berg",
        earliest="2026-03-10",
        latest="2026-04-01",
        relation="BEFORE",
        bound="2026-04-01",
        happened=True,
        closed_on="2026-03-28",
        outcome="a9/c1",
        outcome_why="the article says so",
    )
    book.event("a2/e2", (None, None), "pier closes", "ida-sol")
    a1 = book.article("a1", "Harbour News", "2026-03-01")
    book.said(f"{a1}/s1", "ida-sol", "a meeting with the mayor is not ruled out")
    book.claim("a1/c1", "a1/s1", "a1/e1", "Sol meets the mayor", "PS+")
    book.said(f"{a1}/s2", None, "talks are planned for next week", kind="indirect")
    book.claim("a1/c2", "a1/s2", "a1/e1", "talks are planned", "CT+")
    book.article(
        "a2",
        "Evening Lantern",
        "2026-03-02",
        original="a1",
        copy_kind="cut",
        copy_share=0.5,
        copy_why="half of it",
        agency="Norrpress",
        agency_why="credited",
    )
    book.said(
        "a2/s1",
        "ida-sol",
        "a meeting is not ruled out, the minister said",
        "a1/s1",
        kind="mixed",
        via="norrpress",
    )
    book.said("a2/s2", "jon-berg", "the old pier will never close")
    book.claim("a2/c2", "a2/s2", "a2/e2", "the pier closes", "CT-", act="deny")
    book.article(
        "a3", "Harbour News", "2026-03-05", superseded_by="a4", superseded_why="there is a later version"
    )
    book.said("a3/s1", "ida-sol", "the pier closes in May")
    book.claim("a3/c1", "a3/s1", "a2/e2", "the pier closes in May", "CT+", act="promise")
    book.article("a4", "Harbour News", "2026-03-06")
    book.said(
        "a4/s1",
        "ida-sol",
        "the pier may close in May",
        said_on="2026-03-05",
        said_how="explicit: on Thursday",
        day="2026-03-05",
    )
    book.claim("a4/c1", "a4/s1", "a2/e2", "the pier closes in May", "PS+")
    book.said("a4/s2", "jon-berg", "no")
    book.claim("a4/c2", "a4/s2", "a1/e1", "Berg meets Sol", "CT-", act="deny")
    book.article("a5", "Evening Lantern", "2026-03-09")
    book.said("a5/s1", "jon-berg", "I never said that I would not meet the minister", negated=True, level=2)
    book.claim("a5/c1", "a5/s1", "a1/e1", "Berg meets Sol", "PS+")
    book.claim("a5/c2", "a5/s1", None, "the pier is old", "CT-")
    book.takes_back("a4/s2", "a5/s1", "the speaker says that it never was said")
    book.article("a6", None, None)
    book.said(
        "a6/s1",
        "ida-sol-2",
        "my new song is about ferries " + "and ships " * 20,
        said_on="2026-02",
        said_how="explicit: in February",
    )
    book.article("a7", "Evening Lantern", "2026-03-20")
    book.said("a7/s1", "ida-sol", "I will meet the mayor before April", via="norrpress")
    book.claim("a7/c1", "a7/s1", "a1/e1", "Sol meets the mayor", "CT+", act="promise")
    book.said("a7/s2", "jon-berg", "we hope that the ferries run again", kind="indirect")
    book.claim("a7/c2", "a7/s2", None, "ferries run again", "Uu", uu="desire", polarity="+", act="hope")
    book.article(
        "a8",
        "Harbour News",
        "2026-03-21",
        original="a7",
        copy_kind="reprint",
        copy_share=1.0,
        copy_why="all of it",
    )
    book.said("a8/s1", "ida-sol", "I will meet the mayor before April", "a7/s1")
    book.claim("a8/c1", "a8/s1", "a1/e1", "Sol meets the mayor", "CT+", act="promise")
    book.article("a9", "Harbour News", "2026-03-28")
    book.claim("a9/c1", None, "a1/e1", "the two met", "CT+")
    return book


WORDS = "pier ferry harbour meeting minister deny strike old new ship April vote tax bridge talks".split()
OUTLETS = ("Harbour News", "Evening Lantern", "Norrpress", "Vell Daily", None)
VALUES = ("CT+", "PR+", "PS+", "CT-", "PS-", "Uu")
KINDS = (("CONSULT", "meet"), ("CONSULT", "phone"), ("ASSAULT", None), (None, None))


def drawn(seed: int = 5, articles: int = 80) -> Book:
    """Articles by chance: few words, so that much is found, and ties in all that puts rows in order."""
    chance = random.Random(seed)
    book = Book()
    people = ["ida-sol", "jon-berg", "norrpress", "ida-berg", "ida-sol-2"]
    for person in people:
        book.person(
            person, " ".join(part.title() for part in person.split("-")), statements=chance.randrange(3)
        )
    for number in range(20):
        label = " ".join(chance.choices(WORDS, k=2))
        known = {"earliest": "2026-01-01", "latest": "2026-02-01"} if number % 3 else {}
        book.event(f"e{number}", chance.choice(KINDS), label, *chance.sample(people, 2), **known)
    ids = [f"{chance.getrandbits(32):08x}" for _ in range(articles)]
    reports: dict[str | None, list[str]] = {}
    for number, id in enumerate(ids):
        day = (
            f"2026-{chance.randrange(1, 4):02}-{chance.randrange(1, 6):02}" if chance.random() < 0.9 else None
        )
        other: dict[str, Any] = {}
        if number and chance.random() < 0.2:
            other = {
                "original": ids[chance.randrange(number)],
                "copy_kind": "reprint",
                "copy_share": 0.9,
                "copy_why": "much",
            }
        if chance.random() < 0.15:
            other |= {"superseded_by": ids[-1], "superseded_why": "later"}
        book.article(id, chance.choice(OUTLETS), day, **other)
        for at in range(chance.randrange(5)):
            person = chance.choice([*people, None])
            text = " ".join(chance.choices(WORDS, k=chance.choice((1, 3, 4, 5, 6, 12, 40, 41))))
            known_as = chance.choice(reports.get(person, [""])) if chance.random() < 0.3 else ""
            said = book.said(
                f"{id}/s{at}",
                person,
                text,
                known_as or None,
                kind=chance.choice(("direct", "indirect", "mixed")),
                level=chance.randrange(1, 4),
                via=chance.choice((None, None, "norrpress", "jon-berg")),
            )
            if not known_as:
                reports.setdefault(person, []).append(said)
            for claim in range(chance.randrange(3)):
                value = chance.choice(VALUES)
                book.claim(
                    f"{id}/c{at * 3 + claim}",
                    said,
                    chance.choice([None, *(f"e{n}" for n in range(20))]),
                    " ".join(chance.choices(WORDS, k=4)),
                    value,
                    act=chance.choice(("assert", "deny", "hope", None)),
                    uu=chance.choice(("desire", "ignorance", None)) if value == "Uu" else None,
                )
    return book
