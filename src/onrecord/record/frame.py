"""What the rows of one article share: its id, its day, the names of its agents."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct, field

from onrecord.claim import Event
from onrecord.reading import Reading
from onrecord.record.dates import day_of, full_day
from onrecord.record.ids import inside
from onrecord.span import Span
from onrecord.terms import terms

Row = dict[str, Any]
MOST_TERMS = 5_000  # of one row in the full-text index


class Frame(Struct, frozen=True):
    """One article while its rows are made."""

    id: str
    reading: Reading
    day: str | None
    names: dict[str, str]
    said: dict[str, str | None]  # the day of each statement
    events: dict[str, Event]
    ids: dict[str, str] = field(default_factory=dict)  # those that were asked for

    def of(self, id: str | None) -> str | None:
        """The id in the record of something in this article."""
        if id is None:
            return None
        if id not in self.ids:
            self.ids[id] = inside(self.id, id)
        return self.ids[id]

    def name(self, agent: str | None) -> str | None:
        """What an agent of this article is called."""
        return None if agent is None else self.names.get(agent, agent)


def framed(reading: Reading, id: str) -> Frame:
    """The frame of an article that the record knows as ``id``."""
    day = day_of(reading.article.published)
    said = {
        statement.id: (full_day(statement.said_on.value) if statement.said_on else None) or day
        for statement in reading.statements
    }
    names = {agent.id: agent.name for agent in reading.agents}
    return Frame(id, reading, day, names, said, {event.id: event for event in reading.events})


def as_array(items: Iterable[Any]) -> str:
    """A JSON array, as short as it can be."""
    return msgspec.json.encode(list(items)).decode()


def pairs(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Spans as [start, end]."""
    return [(span.start, span.end) for span in spans]


def searchable(*texts: str | None) -> str:
    """The index terms of some texts, as the full-text indexes want them.

    >>> searchable("The ferries", None, "running")
    'the ferri run'
    """
    found = [term for text in texts if text for term in terms(text)]
    return " ".join(found[:MOST_TERMS])
