"""The mentions of events in an article: what claims are about, and what it tells and names beside them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.claim import Claim, Time, TimeBound
from onrecord.read.clauses import Word, words
from onrecord.read.events.classify import kind_of
from onrecord.read.events.course import ahead, denied
from onrecord.read.events.kinds import of_noun
from onrecord.read.events.merge import Mention, mention
from onrecord.read.events.own import Place
from onrecord.read.events.participants import Parts, parts
from onrecord.read.events.sentence import Sentence
from onrecord.read.events.who import Who
from onrecord.read.sentences import sentence_at, sentences
from onrecord.read.times import bound_of, starting
from onrecord.span import Span

MONTH = 31  # days
FAR = 1_000  # code points of a sentence on either side of a trigger


class Found(NamedTuple):
    """One mention of an event, read; ``claim`` is whose trigger it is, None where the article tells it."""

    claim: str | None
    trigger: tuple[Span, ...]
    sentence: Sentence
    parts: Parts
    mention: Mention
    own: bool = False
    news: bool = False


def claimed(text: str, claims: Sequence[Claim], times: Sequence[Time], who: Who) -> Iterator[Found]:
    """What claims are about."""
    every = sentences(text)
    for claim in claims:
        at = claim.trigger[0].start if claim.trigger else -1
        if not 0 <= at < len(text):
            continue
        whole = sentence_at(every, at)
        near = Span(max(whole.start, at - FAR), min(whole.end, at + FAR))
        s = Sentence(text, words(text, near))
        inside = [i for i, word in enumerate(s.words) if _over(claim.trigger, word)]
        if inside:
            read = parts(s, inside, who.index.statements.get(claim.statement or ""), who)
            name = kind_of(s, read, who)
            time = _kept(text, claim.trigger[0], starting(text, claim.time, times))
            seen = mention(s, read, name, time, ahead=ahead(text, claim.trigger[0]))
            named = (span for span in _naming(s, read, name) if not _over(claim.trigger, span))
            yield Found(claim.id, (*claim.trigger, *named), s, read, seen)


def _kept(text: str, trigger: Span, time: TimeBound | None) -> TimeBound | None:
    """The time, unless it only says for how long something is denied: "no closure, this winter or next"."""
    if time is None or time.relation not in {"DURING", "WITHIN"} or not (time.earliest and time.latest):
        return time
    days = (date.fromisoformat(time.latest) - date.fromisoformat(time.earliest)).days
    return None if days > MONTH and denied(text, trigger) else time


def _over(spans: Sequence[Span], word: Word | Span) -> bool:
    return any(word.start < span.end and span.start < word.end for span in spans)


def _naming(s: Sentence, read: Parts, name: str | None) -> tuple[Span, ...]:
    """The noun that names what a verb says: "held *talks*", "signed a *ceasefire*", "the *vote* was held"."""
    if name is None or read.noun:
        return ()
    objects = [phrase for preposition, phrase in read.behind if not preposition]
    for start, end in (*objects, *([read.before] if read.before else [])):
        for i in range(start, end):
            entry = of_noun(s, i)
            if entry and entry.kind == name:
                return (Span(s.words[i].start, s.words[i].end),)
    return ()


def spoken(text: str, places: Iterable[Place], times: Sequence[Time], who: Who) -> Iterator[Found]:
    """What the article speaks of outside its claims: verbs of some kind, and nouns."""
    for place in places:
        one = _at(text, place, times, who)
        if one.mention.kind or one.parts.noun or place.begun:
            yield one


def _at(text: str, place: Place, times: Sequence[Time], who: Who) -> Found:
    """The mention at a place."""
    s, trigger = place.s, place.trigger
    read = parts(s, [place.at], None, who, noun=place.kind is not None)
    name = place.kind or (None if read.noun else kind_of(s, read, who))
    bound = bound_of(text, (trigger,), times) if times and name else None
    time = _kept(text, trigger, starting(text, bound, times))
    seen = mention(s, read, name, time, ahead=ahead(text, trigger))
    naming = _naming(s, read, name) if place.own else ()
    return Found(None, (trigger, *naming), s, read, seen, place.own, place.news)
