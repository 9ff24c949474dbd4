"""A record, asked and judged: opens it, understands what is asked, answers. One function a question.

`place` is a file or "postgresql://name@host/database". A record that is asked is opened to read
only. RecordError says what is wrong with a record, QueryError what is wrong with a query and where.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, TypeVar

from onrecord.errors import RecordError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.answer import Answer, Comparison, People, Stats, Timeline, Trace
    from onrecord.entry import Judgement, Occurrence, Position, Reprints, Utterance
    from onrecord.query import Query

T = TypeVar("T")
Layer = Literal["utterances", "events", "positions", "reprints"]
STATEMENT = re.compile(r"[0-9a-f]{8,64}/\S+|https?://\S+#\S+")


def search(
    place: str, query: str, *, limit: int = 20, after: str | None = None, every: bool = False
) -> "Answer":
    """The statements that match, best first, each act of saying once; with ``every`` each report of it."""
    from onrecord.ask.search import search as found

    asked = _parsed(query)
    return _reading(place, lambda connection: found(connection, asked, limit=limit, after=after, every=every))


def timeline(place: str, query: str, *, limit: int = 200, after: str | None = None) -> "Timeline":
    """The positions that match, by event and holder, in order of saying."""
    from onrecord.ask.timeline import timeline as found

    asked = _parsed(query)
    return _reading(place, lambda connection: found(connection, asked, limit=limit, after=after))


def trace(place: str, asked: str, *, limit: int = 200, after: str | None = None) -> "Trace":
    """A statement back to its first saying, by its id or as the best hit of a query.

    Ids are those of search, "9f2c4a1b5d6e7f80/s1", or with an article's address, "https://example.org/pier#s1".
    """
    from onrecord.ask.trace import trace as found

    what = asked.strip() if STATEMENT.fullmatch(asked.strip()) else _parsed(asked)
    answer = _reading(place, lambda connection: found(connection, what, limit=limit, after=after))
    if answer is None:
        raise RecordError(f"No statement matches {asked[:80]}. `onrecord search` helps to find one.")
    return answer


def compare(
    place: str, left: str, right: str, *, limit: int = 50, after: str | None = None, either: bool = False
) -> "Comparison":
    """What two queries say on the same events; with ``either`` also where only one of them does."""
    from onrecord.ask.compare import compare as found

    one, other = _parsed(left), _parsed(right)
    return _reading(
        place, lambda connection: found(connection, one, other, limit=limit, after=after, common=not either)
    )


def then_and_now(query: str, day: str) -> tuple[str, str]:
    """A query as two: until the day before ``day`` (or month, or year), and from it on.

    >>> then_and_now("who:Sol", "2031-03")
    ('who:Sol until:2031-02-28', 'who:Sol since:2031-03-01')
    """
    from onrecord.query import Between

    asked = _parsed(f"since:{day}")
    first = asked.since if isinstance(asked, Between) else None
    since = date.fromisoformat(first or day)
    before = since - timedelta(1) if since > date.min else since
    return f"{query} until:{before}".strip(), f"{query} since:{since}".strip()


def people(place: str, query: str = "", *, limit: int = 50, after: str | None = None) -> "People":
    """The people whom a name means, or who said what matches; those who say most first."""
    from onrecord.ask.who import who as found

    asked = _parsed(query)
    return _reading(place, lambda connection: found(connection, asked, limit=limit, after=after))


def stats(
    place: str,
    query: str = "",
    by: Literal["outlet", "month"] = "outlet",
    *,
    limit: int = 50,
    after: str | None = None,
) -> "Stats":
    """Who is given the word, counted over the statements that match."""
    from onrecord.ask.stats import stats as found

    asked = _parsed(query)
    return _reading(place, lambda connection: found(connection, asked, by, limit=limit, after=after))


def layer(
    place: str, name: Layer, query: str = ""
) -> "Iterator[Utterance] | Iterator[Occurrence] | Iterator[Position] | Iterator[Reprints]":
    """A layer of the record as it is, an entry at a time."""
    from onrecord.ask import layers
    from onrecord.record.opened import open_record

    asked = _parsed(query) if query.strip() else None
    entries: Callable[..., Iterator[object]] = getattr(layers, name)
    with open_record(place, readonly=True) as record, record.reading() as connection:
        yield from entries(connection, asked)  # type: ignore[misc]


def judge(
    place: str, verdict: Literal["same", "different"], left: str, right: str, *, by: str, why: str
) -> "Judgement":
    """Decide that two people are one ("same") or are two ("different"); the record is linked anew with it."""
    from onrecord.record.people import judging

    return _deciding(
        place, lambda connection: judging.judge(connection, verdict, left, right, by=by, why=why)
    )


def undo(place: str, number: int, *, by: str, why: str) -> "Judgement":
    """Take back a judgement by its number; it stays on the list."""
    from onrecord.record.people import judging

    return _deciding(place, lambda connection: judging.undo(connection, number, by=by, why=why))


def judgements(place: str) -> "list[Judgement]":
    """What was decided about who is who and what was taken back of it, in order."""
    from onrecord.record.people import judging

    return _reading(place, judging.judgements)


def _deciding(place: str, decide: "Callable[[Connection], set[str]]") -> "Judgement":
    """Decide and link, both or neither."""
    from onrecord.record.linking import link
    from onrecord.record.opened import open_record
    from onrecord.record.people import judging

    with open_record(place) as record, record.writing() as connection:
        link(connection, (), decide(connection))
        return judging.judgements(connection)[-1]


def _parsed(query: str) -> "Query":
    from onrecord.ask.parse import parse

    return parse(query)


def _reading(place: str, ask: "Callable[[Connection], T]") -> T:
    from onrecord.record.opened import open_record

    with open_record(place, readonly=True) as record, record.reading() as connection:
        return ask(connection)
