"""A reading -> the rows that a record keeps of it, by table. Nothing here knows of a database."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeVar

from msgspec import Struct

from onrecord.article import Article
from onrecord.claim import Event
from onrecord.reading import Reading
from onrecord.record.claim_rows import claim_row, event_row, stance_rows
from onrecord.record.dates import day_of, moment_of
from onrecord.record.exact import as_json, keepable, packed
from onrecord.record.frame import Frame, Row, as_array, framed
from onrecord.record.ids import content_id, item, short
from onrecord.record.statement_rows import hop_rows, statement_row
from onrecord.statement import Agent, Statement

Key = TypeVar("Key", str, int)


class Printed(Struct, frozen=True):
    """What copies of an article are found by: the agencies that it credits (JSON), its sketch, its bands."""

    credits: str
    sketch: bytes
    bands: Iterable[int]


MOST = 300  # statements and events of an article that are looked up: no report has more


class Keys(Struct, frozen=True):
    """How the parts of the record that link articles look things up, each a function of theirs."""

    block: Callable[[Agent, str], str]
    events: Callable[[Reading], Iterable[tuple[Event, Iterable[int]]]]
    described: Callable[[Agent, str], str | None]
    office: Callable[[Agent], str | None]
    statement: Callable[[str, str | None], Iterable[int]]
    recalled: Callable[[str, Statement], bool]
    lately: Callable[[str, Statement, str | None], tuple[str, str] | None]
    copies: Callable[[Article], Printed]


class Rows(Struct, frozen=True):
    """The rows of one article; each list has the name of its table, in the order in which they go in."""

    articles: list[Row]
    replacements: list[Row]
    readings: list[Row]
    flaws: list[Row]
    sketches: list[Row]
    bands: list[Row]
    agents: list[Row]
    statements: list[Row]
    statement_keys: list[Row]
    hops: list[Row]
    mentioned_events: list[Row]
    event_keys: list[Row]
    claims: list[Row]
    stances: list[Row]

    @property
    def id(self) -> str:
        """The article's id in the record."""
        return str(self.articles[0]["id"])


def rows_of(reading: Reading, keys: Keys) -> Rows:
    """What is kept of a reading.

    Characters that no database keeps are U+FFFD in every column, one for one, so that spans stay right.
    The reading itself is kept beside, exact to the last of them.
    """
    data = as_json(reading)
    id, of = content_id(reading.article), item(reading.article)
    reading = keepable(reading, data)
    article, frame = reading.article, framed(reading, id)
    said = [_statement_row(frame, statement, keys) for statement in reading.statements]
    printed = keys.copies(article)
    return Rows(
        articles=[_article_row(frame) | {"item": of, "credits": printed.credits}],
        replacements=[{"name": name, "article": id} for name in _once(map(short, article.supersedes))],
        readings=[{"article": id, "reading": packed(data)}],
        flaws=_flaw_rows(frame),
        sketches=[{"article": id, "sketch": printed.sketch}],
        bands=[{"band": band, "article": id} for band in _once(printed.bands)],
        agents=_agent_rows(frame, keys),
        statements=said,
        statement_keys=[
            {"key": key, "statement": row["id"]}
            for row in said[:MOST]
            for key in _once(keys.statement(row["text"], row["day"]))
        ],
        hops=[row for statement in reading.statements for row in hop_rows(frame, statement)],
        mentioned_events=[event_row(frame, event) for event in reading.events],
        event_keys=[
            {"key": key, "mention": frame.of(event.id)}
            for event, found in islice(keys.events(reading), MOST)
            for key in _once(found)
        ],
        claims=[claim_row(frame, claim) for claim in reading.claims],
        stances=[row for claim in reading.claims for row in stance_rows(frame, claim)],
    )


def _once(keys: Iterable[Key]) -> list[Key]:
    return list(dict.fromkeys(keys))


def _statement_row(frame: Frame, statement: Statement, keys: Keys) -> Row:
    row, text = statement_row(frame, statement), frame.reading.article.text
    told = None if statement.said_on else keys.lately(text, statement, row["day"])
    since, until = told or (None, None)
    return row | {"recalled": keys.recalled(text, statement), "since": since, "until": until}


def _article_row(frame: Frame) -> Row:
    article, model = frame.reading.article, frame.reading.model
    return {
        "id": frame.id,
        "given_id": article.id,
        "url": article.url,
        "guid": article.guid,
        "outlet": article.outlet,
        "title": article.title,
        "author": article.author,
        "published": article.published,
        "published_how": article.published_how,
        "moment": moment_of(article.published),
        "day": day_of(article.published),
        "modified": article.modified,
        "language": article.language,
        "status": article.status,
        "note": article.note,
        "credit": article.credit,
        "supersedes": as_array(article.supersedes),
        "words": len(article.text.split()),
        "text": article.text,
        "model": f"{model.name} {model.version}" if model else None,
        "linked": False,
    }


def _flaw_rows(frame: Frame) -> list[Row]:
    return [
        {
            "article": frame.id,
            "number": number,
            "kind": flaw.kind,
            "start": flaw.start,
            "end": flaw.end,
            "detail": flaw.detail,
        }
        for number, flaw in enumerate(frame.reading.flaws)
    ]


def _agent_rows(frame: Frame, keys: Keys) -> list[Row]:
    speaks = Counter(statement.speaker for statement in frame.reading.statements)
    return [
        {
            "id": frame.of(agent.id),
            "article": frame.id,
            "agent": agent.id,
            "name": agent.name,
            "kind": agent.kind,
            "role": agent.role,
            "organization": agent.organization,
            "aliases": as_array(agent.aliases),
            "on_behalf_of": as_array(agent.on_behalf_of),
            "statements": speaks[agent.id],
            "mentions": len(agent.mentions),
            "day": frame.day,
            "block": short(keys.block(agent, frame.reading.article.text)),
            "office": keys.office(agent),
            "described": keys.described(agent, frame.reading.article.text),
        }
        for agent in frame.reading.agents
    ]
