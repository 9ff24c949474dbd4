"""The events of an article: what its claims are about, each once, with type, participants and time."""

from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.claim import Claim, Event, Participant, Time, TimeBound
from onrecord.knowledge import Knowledge
from onrecord.read.events import course
from onrecord.read.events.found import Found, claimed, spoken
from onrecord.read.events.groups import Groups
from onrecord.read.events.index import Index
from onrecord.read.events.kinds import kind
from onrecord.read.events.merge import merged
from onrecord.read.events.own import echoes, places, sentences_of
from onrecord.read.events.who import Who
from onrecord.read.times import bound_of
from onrecord.span import Span
from onrecord.statement import Agent, Statement

FAR = 40  # the same of a noun that is told from others: "a first round of talks on the river on Friday"
BESIDE = 8  # code points between a noun and the time that is its own: "the strike on the 5th"
LONGEST_LABEL = 60  # code points


class Events(NamedTuple):
    """What is found: events, the claims with ``event`` set, and agents that nobody had listed."""

    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    agents: tuple[Agent, ...]


def events_of(
    text: str,
    claims: Sequence[Claim],
    statements: Sequence[Statement],
    agents: Sequence[Agent],
    times: Sequence[Time],
    known: Knowledge,
) -> Events:
    """The events that claims are about and those that the article tells itself; each is there once.

    A claim gets the time that its trigger hangs on, and an event that of its first claim that has one. Claims
    without a trigger keep no event. Agents that take part and were not among ``agents`` (a country that says
    nothing, a group that is only acted on) come back beside them.
    """
    who = Who(Index(text, agents, statements, known))
    timed = [_timed(text, claim, times, who.index.statements.get(claim.statement or "")) for claim in claims]
    every = sentences_of(text)
    found = list(claimed(text, timed, times, who))
    beside = list(
        spoken(text, places(every, statements, [t for one in found for t in one.trigger]), times, who)
    )
    found += [one for one in beside if _told(one)]
    found.sort(key=lambda one: one.trigger[0])
    groups = Groups()
    for first, one in zip(merged([one.mention for one in found]), found, strict=True):
        groups.put(first, one)
    groups.join(beside)
    words = frozenset(word for one in groups.all() if not one.mention.light for word in one.mention.words)
    groups.join(spoken(text, echoes(every, words, groups.triggers), times, who))
    by_id = {time.id: time for time in times}
    events = tuple(_event(text, f"e{n}", group, by_id) for n, group in enumerate(groups.of.values(), 1))
    of = {one.claim: e.id for e, group in zip(events, groups.of.values(), strict=True) for one in group}
    done = tuple(replace(c, event=of[c.id]) if c.id in of else c for c in timed)
    part = {p.agent for event in events for p in event.participants}
    return Events(events, done, tuple(agent for agent in who.index.newcomers() if agent.id in part))


def _timed(text: str, claim: Claim, times: Sequence[Time], told: Statement | None) -> Claim:
    """The claim with the time of what it says, unless it has one."""
    if claim.time or not claim.trigger or not times:
        return claim
    at = claim.trigger[0].start
    inside = told is not None and any(span.start <= at < span.end for span in told.content)
    within = Span(told.content[0].start, told.content[-1].end) if told and inside else None
    said = told.said_on.value if told and told.said_on else None
    found = bound_of(text, claim.trigger, times, within, said)
    return replace(claim, time=found) if found else claim


def _told(one: Found) -> bool:
    """Whether the article tells it of somebody in its own voice."""
    told = one.mention.kind and (kind(one.mention.kind).type or one.mention.kind == "vote")
    return bool(one.own and told and one.mention.who and not one.parts.noun)


def _event(text: str, id_: str, group: Sequence[Found], times: Mapping[str, Time]) -> Event:
    """One event of its mentions: the narrowest kind, everybody who takes part, the first time given."""
    kinds = [kind(one.mention.kind) for one in group if one.mention.kind]
    best = max(kinds, key=lambda k: (k.type is not None, len(k.above)), default=None)
    actors = dict.fromkeys(a for one in group for a in one.parts.actors)
    others = dict.fromkeys(a for one in group for a in one.parts.others if a not in actors)
    return Event(
        id=id_,
        type=best.type if best else None,
        mode=best.mode if best else None,
        triggers=tuple(dict.fromkeys(span for one in group for span in one.trigger)),
        participants=(
            *(Participant(a, "actor") for a in actors),
            *(Participant(a, "recipient") for a in others),
        ),
        time=_time(group, times),
        label=_label(group[0]),
        ahead=course.ahead(text, group[0].trigger[0]),
        told=course.told(text, (one.trigger[0] for one in group if one.own)),
    )


def _time(group: Sequence[Found], times: Mapping[str, Time]) -> TimeBound | None:
    """The first time given, by a claim, the first mention or a verb of the article's own.

    The time of another noun may be that of a verb beside it: "called off the *talks* on Sunday". It is its
    own where it stands beside a noun that is told from others, or that begins the sentence: "the *talks* on
    Sunday were called off".
    """
    timed = [one for one in group if one.mention.time]
    return next((one.mention.time for one in timed if one.claim or one.own or one is group[0]), None) or next(
        (one.mention.time for one in timed if _beside(one, times)), None
    )


def _beside(one: Found, times: Mapping[str, Time]) -> bool:
    """Whether the time of a noun stands right behind it, and no verb before it has a claim to it."""
    told = one.mention.which.hours or one.mention.which.order
    if not told and (one.parts.before is None or one.parts.before[0] > 0):
        return False
    first = one.mention.time.times[0] if one.mention.time and one.mention.time.times else ""
    return first in times and 0 < times[first].start - one.trigger[0].end < (FAR if told else BESIDE)


def _label(one: Found) -> str:
    """The words of the article from the subject to the object."""
    ranges = [(one.parts.at, one.parts.at + 1), *([one.parts.before] if one.parts.before else [])]
    ranges += [phrase for preposition, phrase in one.parts.behind[:1] if not preposition]
    first, last = min(a for a, _ in ranges), max(b for _, b in ranges)
    s = one.sentence
    said = Span(s.words[first].start, s.words[last - 1].end).of(s.text)
    return shorten(said, LONGEST_LABEL, placeholder=" …")
