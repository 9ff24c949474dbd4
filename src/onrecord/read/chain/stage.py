"""The sentences of one article read by themselves: who its statements' own words say passed them on."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from onrecord.article import Article
from onrecord.knowledge import Knowledge
from onrecord.read.chain.carry import Pass
from onrecord.read.chain.cast import Cast
from onrecord.read.chain.clauses import anchor, sentences, spaced
from onrecord.read.chain.credit import Credit, credit, lead, quoted
from onrecord.read.chain.frames import Frame, interviewers
from onrecord.read.chain.outlets import outlets
from onrecord.read.chain.polls import polled
from onrecord.read.chain.stated import Press, asides, stated
from onrecord.statement import Agent, Statement


class Stage(NamedTuple):
    """The statements of level 1 in reading order, who is who, and what is known of each."""

    outer: Sequence[Statement]
    cast: Cast
    reading: Pass
    credit: Credit


def staged(
    article: Article, agents: tuple[Agent, ...], statements: tuple[Statement, ...], known: Knowledge
) -> Stage:
    """Read each sentence by itself, those with statements and those between them."""
    text = spaced(article.text)
    outer = sorted((s for s in statements if s.parent is None), key=_place)
    found = sentences(text, outer)
    cast = Cast(text, agents, outer)
    named = outlets(text, known)
    press = Press(text, named, interviewers(text, named), cast)
    own: dict[str, Sequence[Frame]] = dict(stated(press, outer, found.of))
    for id, frame in polled(text, outer, found.of, cast.agents).items():
        own[id] = own[id] or [frame]
    for s in outer:
        if not own[s.id] and (passive := quoted(text, s, found.of[s.id], named)):
            own[s.id] = [passive]
    told = list(asides(press, found.empty(), _spoken_before(outer)))
    own |= {a.id: [a.frame] for a in told}
    order = sorted(
        [*((_place(s), s.speaker) for s in outer), *(((a.clause.start, a.id), a.speaker) for a in told)],
        key=lambda placed: placed[0],
    )
    around = {**found.of, **{a.id: a.clause for a in told}}
    reading = Pass([(id, speaker) for (_, id), speaker in order], own, around, {s.id: s for s in outer})
    whole = credit(found.all, text, named)
    body = found.all[0].end if found.all else 0
    if first := lead(text, body, outer, named, cast):
        whole = whole._replace(whole=(*whole.whole, first))
    return Stage(outer, cast, reading, whole)


def _spoken_before(outer: Sequence[Statement]) -> Callable[[int], str | None]:
    """Who spoke last before a place."""
    places = [_place(s)[0] for s in outer]

    def last(place: int) -> str | None:
        i = bisect_left(places, place) - 1
        return outer[i].speaker if i >= 0 else None

    return last


def _place(s: Statement) -> tuple[int, str]:
    place = anchor(s)
    return (place.start if place else 0, s.id)
