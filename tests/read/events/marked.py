"""Sentences with a trigger between stars, and agents that are mentioned wherever their names stand."""

import re
from collections.abc import Mapping

from onrecord.claim import Claim, Event, Time
from onrecord.knowledge import shipped
from onrecord.read.events import Events, events_of
from onrecord.span import Span
from onrecord.statement import Agent, AgentKind, Mention, Statement

STAR = re.compile(r"\*([^*]+)\*")

CAST: Mapping[str, AgentKind] = {
    "Marland": "organization",
    "Tessany": "organization",
    "Brel Harbour Board": "organization",
    "Ada Obi": "person",
    "Jon Berg": "person",
}


def agents(text: str, cast: Mapping[str, AgentKind]) -> tuple[Agent, ...]:
    return tuple(
        Agent(
            id=name,
            name=name,
            kind=kind,
            mentions=tuple(Mention(m.start(), m.end(), "name") for m in re.finditer(re.escape(name), text)),
        )
        for name, kind in cast.items()
        if name in text
    )


def read(
    marked: str,
    statements: tuple[Statement, ...] = (),
    cast: Mapping[str, AgentKind] = CAST,
    times: tuple[Time, ...] = (),
) -> Events:
    """The events of a text whose triggers stand between stars, each with a claim of the first statement."""
    spans, plain, at = [], [], 0
    for m in STAR.finditer(marked):
        plain.append(marked[at : m.start()] + m[1])
        end = sum(map(len, plain))
        spans.append(Span(end - len(m[1]), end))
        at = m.end()
    text = "".join([*plain, marked[at:]])
    inside = statements[0].id if statements else None
    claims = [Claim(f"c{n}", inside, None, span.of(text), (span,), ()) for n, span in enumerate(spans)]
    return events_of(text, claims, statements, agents(text, cast), times, shipped())


def only(found: Events) -> Event:
    """The one event that claims are about."""
    (event,) = [event for event in found.events if event.id in {claim.event for claim in found.claims}]
    return event


def taking_part(found: Events, role: str) -> list[str]:
    """The names of those with one role in the only event."""
    names = {agent.id: agent.name for agent in found.agents}
    return [names.get(p.agent, p.agent) for p in only(found).participants if p.role == role]


def said(speaker: str, content: Span, kind: str = "direct") -> Statement:
    """A statement of somebody's with a content."""
    return Statement(id="s1", kind=kind, source=(), cue=(), content=(content,), p=1.0, speaker=speaker)  # type: ignore[arg-type]
