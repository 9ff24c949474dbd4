"""Which mentions are of one event: "will close the ports", "a closure", "the ports would not be closed".

Two mentions are of one event where they are of one word, or of kinds that stand near each other in the tree,
and nothing speaks against it: somebody takes part in both, or the same things are named beside them, and
their times do not exclude each other. What was and what is to be are one only if they are bound to one time.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.claim import TimeBound
from onrecord.read.events.kinds import happens, kind, kinship
from onrecord.read.events.lemmas import family
from onrecord.read.events.participants import Parts
from onrecord.read.events.sentence import Sentence, is_one, small

BACK = 24  # earlier mentions of a like word that a mention is compared with
SHORTEST = 4  # letters of a word that tells what an event is about


class Mention(NamedTuple):
    """One mention of an event: what its word may be a form of, and the words beside it (``about``)."""

    kind: str | None
    words: frozenset[str]
    about: frozenset[str]
    who: frozenset[str]
    time: TimeBound | None
    light: bool
    ahead: bool | None = None


def mention(
    s: Sentence, parts: Parts, name: str | None, time: TimeBound | None, *, ahead: bool | None = None
) -> Mention:
    """What a trigger of a kind tells for comparing it with others.

    A verb that says little by itself ("have", "say") is ``light``, unless its object gives it a type.
    """
    word = s.said(parts.at)
    phrases = [p for _, p in parts.behind] + ([parts.before] if parts.before else [])
    beside = {i for p in phrases for i in range(*p)} - {parts.at}
    named = (part for i in beside for part in s.said(i).split("-"))  # "the Aas-Berg talks" name two
    about = frozenset(base for part in named if _tells(part) for base in family(part))
    little = word in small("auxiliary") or any(is_one(word, g) for g in ("light", "catenative", "verb"))
    light = little and not (name and kind(name).type)
    return Mention(name, family(word), about, frozenset((*parts.actors, *parts.others)), time, light, ahead)


def _tells(word: str) -> bool:
    grammatical = ("determiner", "preposition", "auxiliary", "adverb", "clause")
    return len(word) >= SHORTEST and not any(word in small(group) for group in grammatical)


def merged(mentions: Sequence[Mention]) -> list[int]:
    """For each mention the index of the first one of its event.

    >>> ports, nobody = frozenset(["port"]), frozenset()
    >>> merged([Mention("closure", frozenset([w]), ports, nobody, None, False) for w in ("close", "shut")])
    [0, 0]
    """
    firsts: list[int] = []
    seen: dict[str, list[int]] = {}
    for i, m in enumerate(mentions):
        near = sorted({j for key in keys(m) for j in seen.get(key, [])[-BACK:]}, reverse=True)
        firsts.append(next((firsts[j] for j in near if same(mentions[j], m)), i))
        for key in keys(m):
            seen.setdefault(key, []).append(i)
    return firsts


def keys(m: Mention) -> list[str]:
    """Under what a mention is looked for: its words and the widest kind above its own."""
    return [*sorted(m.words), *([f"@{_root(m.kind)}"] if m.kind else [])]


def again(m: Mention, events: Mapping[int, Sequence[Mention]]) -> int | None:
    """Which event a noun speaks of again: one of its kind with which it shares most; None where none is.

    >>> port, nobody = frozenset(["port"]), frozenset()
    >>> told = Mention("closure", frozenset(["close"]), port, nobody, None, False)
    >>> again(Mention("closure", frozenset(["closure"]), nobody, nobody, None, False), {7: [told]})
    7
    """
    fitting = []
    for first, mentions in events.items():
        kin = [
            one
            for one in mentions
            if (one.kind and m.kind and kinship(one.kind, m.kind) in {"same", "narrower"})
            or (not m.kind and not one.light and one.words & m.words)
        ]
        who = frozenset(agent for one in mentions for agent in one.who)
        about = frozenset(word for one in mentions for word in one.about | one.words)
        apart = (m.who and who and not m.who & who) or any(
            _apart(m.time, one.time) or _another(m, one) for one in mentions
        )
        alike = bool((m.words | m.about) & about or m.who & who) or not m.about
        if kin and alike and not apart:
            fitting.append((len(m.who & who), len((m.about | m.words) & about), first))
    return max(fitting)[2] if fitting else None


def _root(name: str) -> str:
    """The widest kind above one."""
    return (name, *kind(name).above)[-1]


def same(a: Mention, b: Mention) -> bool:
    """Whether two mentions are of one event."""
    alike = bool(a.words & b.words)
    kin = kinship(a.kind, b.kind) if a.kind and b.kind else None
    shared, both = a.who & b.who, bool(a.who and b.who)
    if not (alike or kin) or (both and not shared) or _apart(a.time, b.time) or _another(a, b):
        return False
    about = bool(a.about & b.about)
    if a.light or b.light:
        return alike and about
    if kin == "same" and happens(a.kind or ""):
        return True  # an article speaks of few arrests, and nothing speaks against it
    if alike or kin == "same":
        return about or bool(shared) or (alike and not both and not (a.about and b.about))
    return about and (bool(shared) or kin != "sisters")


def _another(a: Mention, b: Mention) -> bool:
    """Whether one was and the other may be, at another time: they met in January, and may meet in May."""
    return {a.ahead, b.ahead} == {True, False} and bool(a.time or b.time) and a.time != b.time


def _apart(a: TimeBound | None, b: TimeBound | None) -> bool:
    """Whether two times cannot both be an event's: they have days and none in common."""
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.latest < b.earliest or b.latest < a.earliest
