"""Who takes part in what a trigger stands for: the actor and those whom it is done to.

The subject of a verb acts, or of a passive is acted on; "by" brings in the actor, other prepositions the
other side. A noun has its actor in front ("Oslo's offer"), behind "of" or "between", or it is the subject of
the verb that the noun is the object of ("made an offer").
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.read.events.lemmas import participle
from onrecord.read.events.objects import objects
from onrecord.read.events.sentence import Range, Sentence, group, is_one, main_word, nominal, small
from onrecord.read.events.subject import phrase_before, subject
from onrecord.read.events.who import Who
from onrecord.statement import Statement

FACING = frozenset(("with", "against"))
SIDES = frozenset("to from for on at towards toward into over among".split())

Behind = tuple[tuple[str, Range], ...]
Agents = tuple[str, ...]


class Parts(NamedTuple):
    """The phrases around a trigger and whom they name; ``noun`` where the trigger is a noun."""

    at: int
    noun: bool
    passive: bool
    before: Range | None
    behind: Behind
    actors: Agents
    others: Agents


class Reader(NamedTuple):
    """A sentence, the statement that the trigger stands in, and who is who."""

    s: Sentence
    told: Statement | None
    who: Who

    def named(self, phrases: Iterable[Range], *, adding: bool = True) -> Agents:
        """Whom phrases name, or whose the things are that they name; an "it" behind a verb is a thing."""
        found = (self.of(phrase, adding=adding) for phrase in phrases if self.s.said(phrase[0]) != "it")
        return tuple(dict.fromkeys(agent for some in found for agent in some))

    def of(self, phrase: Range, *, adding: bool = True) -> Agents:
        """Whom one phrase names; the owner of a thing only if somebody is listed."""
        return self.who.of(self.s, phrase, self.told, adding=adding) or self.who.owner(
            self.s, phrase, self.told, adding=False
        )


def parts(
    s: Sentence, inside: Sequence[int], told: Statement | None, who: Who, *, noun: bool = False
) -> Parts:
    """The parts of the clause around a trigger, whose words are ``inside``; ``noun`` if it must be one.

    Who would not say anything takes part in that, if nobody else does.
    """
    at = main_word(s, inside)
    behind = tuple(objects(s, at))
    reader = Reader(s, told, who)
    found = _of_noun(reader, at, behind) if noun or nominal(s, at) else _of_verb(reader, at, behind)
    speaker = who.index.speaker(told)
    if told and told.function == "refusal" and speaker and not found.actors and not found.others:
        return found._replace(actors=(speaker.id,))
    return found


def _of_verb(r: Reader, at: int, behind: Behind) -> Parts:
    before, helped = subject(r.s, at), group(r.s, at)
    by_somebody = participle(r.s.said(at)) and not helped.finite and behind[:1] != () and behind[0][0] == "by"
    passive = helped.passive or by_somebody
    first = _subjects(r, before, bare=helped.infinitive or helped.gerund)
    others = (*r.named(p for word, p in behind if not word), *_sides(r, behind))
    if passive:
        doers = r.named(p for word, p in behind if word == "by")
        return Parts(at, False, True, before, behind, doers, _without((*first, *others), doers))
    return Parts(at, False, False, before, behind, first, _without(others, first))


def _subjects(r: Reader, before: Range | None, *, bare: bool) -> Agents:
    """Whom a subject names; the speaker, where "to leave" or "leaving" has none before it."""
    if before is not None:
        return r.who.of(r.s, before, r.told) or r.who.owner(r.s, before, r.told)
    speaker = r.who.index.speaker(r.told)
    begins = r.s.words[0].start
    inside = r.told is not None and any(span.start <= begins for span in r.told.content)
    return (speaker.id,) if bare and speaker and not inside else ()


def _of_noun(r: Reader, at: int, behind: Behind) -> Parts:
    whole = phrase_before(r.s, at + 1, comma=True) or (at, at + 1)
    of = objects(r.s, at + 1) if r.s.said(at + 1) == "of" else []
    belongs = r.who.of(r.s, of[0][1], r.told) if of and not of[0][0] else ()
    doing = [p for word, p in behind if word in ("by", "between")]
    actors = (*r.who.owner(r.s, (whole[0], at + 1), r.told), *r.named(doing))
    direct = not any(r.s.said(i) in small("preposition") | small("clause") for i in range(whole[0], at))
    if not actors and whole[0] and direct:
        verb = whole[0] - 1 - (r.s.said(whole[0] - 1) in small("particle"))
        before = subject(r.s, verb) if _does(r.s.said(verb)) else None
        actors = _subjects(r, before, bare=False) if before and before[1] < whole[0] else ()
    if not actors:
        actors, belongs = belongs, ()
    return Parts(at, True, False, whole, behind, actors, _without((*belongs, *_sides(r, behind)), actors))


def _does(verb: str) -> bool:
    """Whether who is the subject of a verb may act in its object: "made an offer", not "expects an offer"."""
    return is_one(verb, "light") or not is_one(verb, "verb")


def _sides(r: Reader, behind: Behind) -> Agents:
    """The other side, behind a preposition; most say where something is, so they name nobody new."""
    facing = r.named(p for word, p in behind if word in FACING)
    return (*facing, *r.named((p for word, p in behind if word in SIDES), adding=False))


def _without(some: Agents, others: Agents) -> Agents:
    return tuple(dict.fromkeys(a for a in some if a not in others))
