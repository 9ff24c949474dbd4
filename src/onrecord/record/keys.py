"""How the parts that link articles look things up, put together for `rows_of`."""

from collections import defaultdict
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from onrecord.article import Article
from onrecord.claim import Event
from onrecord.reading import Reading
from onrecord.record.events import keys as event_keys
from onrecord.record.events import whole, words_of
from onrecord.record.ids import content_id, numbered
from onrecord.record.people import block, described, office
from onrecord.record.rows import Keys, Printed
from onrecord.record.same import keys as bands
from onrecord.record.same import packed, sketch
from onrecord.record.utterances import keys as statement_keys
from onrecord.record.utterances import lately, recalled
from onrecord.statement import Agent
from onrecord.terms import terms

CAST = 4  # of whom an article speaks most: "a strike" is found by who is spoken of beside it
MOST_TRIGGERS = 4  # of an event that are read for its words


def _events(reading: Reading) -> Iterator[tuple[Event, Iterator[int]]]:
    names = {agent.id: agent.name for agent in reading.agents}
    spoken = sorted(reading.agents, key=lambda agent: (-len(agent.mentions), agent.id))[:CAST]
    cast = [last for agent in spoken for last in terms(agent.name)[-1:]]
    holders: dict[str | None, set[str]] = defaultdict(set)  # who speaks of an event, by its id
    for claim in reading.claims:
        name = names.get((claim.stances[-1].holder if claim.stances else None) or "")
        holders[claim.event].update(terms(name or "")[-1:])
    for event in reading.events:
        triggers = (whole(reading.article.text, span) for span in event.triggers[:MOST_TRIGGERS])
        words, trigger = words_of(event.label, triggers)
        found = event_keys(words, [names[part.agent] for part in event.participants if part.agent in names])
        beside = [f"{last} {word}" for last in (*cast, *sorted(holders[event.id])) for word in trigger]
        yield event, map(numbered, dict.fromkeys((*found, *beside)))


def _office(agent: Agent) -> str | None:
    held = office(agent.role, agent.organization) if agent.role else None
    return held.title if held and not held.former else None


def _copies(article: Article) -> Printed:
    made = sketch(replace(article, id=content_id(article)))
    agencies = msgspec.json.encode(made.imprint.credits).decode()
    return Printed(agencies, packed(made), bands(made))


KEYS = Keys(
    block=block,
    described=described,
    events=_events,
    office=_office,
    statement=statement_keys,
    recalled=recalled,
    lately=lately,
    copies=_copies,
)
