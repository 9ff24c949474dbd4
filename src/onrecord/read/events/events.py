"""The events of an article: what its claims are about, each once, with type, participants and time."""

from collections.abc import Iterator, Sequence
from textwrap import shorten
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.claim import Claim, Event, Participant, Time
from onrecord.knowledge import Knowledge
from onrecord.read.clauses import Word, words
from onrecord.read.events.classify import kind_of
from onrecord.read.events.course import ahead, told
from onrecord.read.events.index import Index
from onrecord.read.events.kinds import kind
from onrecord.read.events.merge import Mention, again, mention, merged
from onrecord.read.events.own import factual, named
from onrecord.read.events.participants import Parts, parts
from onrecord.read.events.sentence import Sentence, is_one
from onrecord.read.events.who import Who
from onrecord.read.sentences import sentence_at, sentences
from onrecord.read.times import bound_of
from onrecord.span import Span
from onrecord.statement import Agent, Statement

LONGEST_LABEL = 60  # code points
FAR = 1_000  # code points of a sentence on either side of a trigger


class Events(NamedTuple):
    """What is found: events, the claims with ``event`` set, and agents that nobody had listed."""

    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    agents: tuple[Agent, ...]


class Found(NamedTuple):
    """One mention of an event, read; ``claim`` is whose trigger it is, None where the article tells it."""

    claim: str | None
    trigger: tuple[Span, ...]
    sentence: Sentence
    parts: Parts
    mention: Mention
    own: bool = False
    again: bool = False


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
    triggers = [span for claim in claims for span in claim.trigger]
    found = [*_claimed(text, timed, who), *_told(text, statements, triggers, times, who)]
    groups: dict[int, list[Found]] = {}
    for first, one in zip(merged([one.mention for one in found]), found, strict=True):
        groups.setdefault(first, []).append(one)
    for one in _again(text, found, statements, times, who):
        home = again(one.mention, {first: [m.mention for m in group] for first, group in groups.items()})
        if home is not None and _elsewhere(one, groups[home]):
            groups[home].append(one)
    events = tuple(_event(text, f"e{n}", group) for n, group in enumerate(groups.values(), 1))
    of = {one.claim: e.id for e, group in zip(events, groups.values(), strict=True) for one in group}
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


def _claimed(text: str, claims: Sequence[Claim], who: Who) -> Iterator[Found]:
    """What claims are about."""
    every = sentences(text)
    for claim in claims:
        at = claim.trigger[0].start if claim.trigger else -1
        if not 0 <= at < len(text):
            continue
        whole = sentence_at(every, at)
        near = Span(max(whole.start, at - FAR), min(whole.end, at + FAR))
        s = Sentence(text, words(text, near))
        inside = [i for i, word in enumerate(s.words) if _touches(word, claim.trigger)]
        if inside:
            read = parts(s, inside, who.index.statements.get(claim.statement or ""), who)
            seen = mention(s, read, kind_of(s, read, who), claim.time, ahead=ahead(text, claim.trigger[0]))
            yield Found(claim.id, claim.trigger, s, read, seen)


def _touches(word: Word, spans: Sequence[Span]) -> bool:
    return any(word.start < span.end and span.start < word.end for span in spans)


def _told(
    text: str, statements: Sequence[Statement], triggers: Sequence[Span], times: Sequence[Time], who: Who
) -> Iterator[Found]:
    """What the article tells in its own voice of somebody."""
    for s, i in factual(text, statements, triggers):
        read = parts(s, [i], None, who)
        name = kind_of(s, read, who) if read.actors or read.others else None
        if name and kind(name).type and not read.noun:
            trigger = (Span(s.words[i].start, s.words[i].end),)
            time = bound_of(text, trigger, times) if times else None
            yield Found(
                None, trigger, s, read, mention(s, read, name, time, ahead=ahead(text, trigger[0])), own=True
            )


def _again(
    text: str, found: Sequence[Found], statements: Sequence[Statement], times: Sequence[Time], who: Who
) -> Iterator[Found]:
    """Nouns, and verbs of which it is not told who does it, that may be further mentions of an event."""
    taken = [span for one in found for span in one.trigger]
    places = [(s, i, name) for s, i, name in named(text, taken)]
    for s, i in factual(text, statements, taken):
        read = parts(s, [i], None, who)
        kind_ = None if read.noun else kind_of(s, read, who)
        if kind_ and kind(kind_).type:
            places.append((s, i, kind_))
    for s, i, name in sorted(places, key=lambda place: place[0].words[place[1]].start):
        read = parts(s, [i], None, who)
        trigger = (Span(s.words[i].start, s.words[i].end),)
        time = bound_of(text, trigger, times) if times else None
        yield Found(None, trigger, s, read, mention(s, read, name, time), again=True)


def _elsewhere(one: Found, group: Sequence[Found]) -> bool:
    """Whether it is a mention of its own, as in "the embargo is off" and not in "imposed an embargo"."""
    beside = [other for other in group if other.sentence.words[0] == one.sentence.words[0]]
    return all(is_one(other.sentence.said(other.parts.at), "aspect") for other in beside)


def _event(text: str, id_: str, group: Sequence[Found]) -> Event:
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
        time=next((one.mention.time for one in group if one.mention.time and not one.again), None),
        label=_label(group[0]),
        ahead=ahead(text, group[0].trigger[0]),
        told=told(text, (one.trigger[0] for one in group if one.own)),
    )


def _label(one: Found) -> str:
    """The words of the article from the subject to the object."""
    ranges = [(one.parts.at, one.parts.at + 1), *([one.parts.before] if one.parts.before else [])]
    ranges += [phrase for preposition, phrase in one.parts.behind[:1] if not preposition]
    first, last = min(a for a, _ in ranges), max(b for _, b in ranges)
    s = one.sentence
    said = Span(s.words[first].start, s.words[last - 1].end).of(s.text)
    return shorten(said, LONGEST_LABEL, placeholder=" …")
