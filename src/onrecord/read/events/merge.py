"""Which mentions are of one event: "will close the ports", "a closure", "the ports would not be closed".

Two mentions are of one event where they are of one word, or of kinds that stand near each other in the tree,
and nothing speaks against it: somebody takes part in both, or the same things are named beside them, and
their times do not exclude each other. What was and what is to be are one only if they are bound to one time.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from onrecord.claim import TimeBound
from onrecord.read.events.kinds import happens, kind, kinship
from onrecord.read.events.lemmas import family
from onrecord.read.events.participants import Parts
from onrecord.read.events.sentence import Sentence, is_one, small
from onrecord.read.events.which import NO_ONE, Which, others, which

BACK = 24  # earlier mentions of a like word that a mention is compared with
BEHIND = 4  # times as far away an event is that is told only later
WEEK = 7  # days
SHORTEST = 4  # letters of a word that tells what an event is about


class Mention(NamedTuple):
    """One mention of an event: what its word may be a form of, and the words beside it (``about``).

    ``which`` tells it from others of its kind, and ``place`` is where its word stands in the text.
    """

    kind: str | None
    words: frozenset[str]
    about: frozenset[str]
    who: frozenset[str]
    time: TimeBound | None
    light: bool
    ahead: bool | None = None
    which: Which = NO_ONE
    place: int = 0
    noun: bool = False


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
    who = frozenset((*parts.actors, *parts.others))
    told = which(s, parts.at, noun=parts.noun)
    return Mention(
        name, family(word), about, who, time, light, ahead, told, s.words[parts.at].start, parts.noun
    )


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
    told: dict[int, set[tuple[Which, TimeBound | None]]] = {}  # of each event
    for i, m in enumerate(mentions):
        near = sorted({j for key in keys(m) for j in seen.get(key, [])[-BACK:]}, reverse=True)
        fitting = (firsts[j] for j in near if same(mentions[j], m) and not _taken(m, told[firsts[j]]))
        firsts.append(next(fitting, i))
        told.setdefault(firsts[i], set()).add((m.which, m.time))
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
    >>> again(Mention("closure", frozenset(["closure"]), nobody, nobody, None, False, noun=True), {7: [told]})
    7
    """
    fitting: list[tuple[int, int, int, int]] = []
    unlike: list[tuple[int, int, int, int]] = []
    for first, mentions in events.items():
        kin = [
            one
            for one in mentions
            if (one.kind and m.kind and kinship(one.kind, m.kind) in {"same", "narrower"})
            or (not m.kind and not one.light and one.words & m.words)
        ]
        who = frozenset(agent for one in mentions for agent in one.who)
        about = frozenset(word for one in mentions for word in one.about | one.words)
        apart = (
            (m.who and who and not m.who & who)
            or _taken(m, {(one.which, one.time) for one in mentions})
            or _told_as_one_of_several(m, mentions)
        )
        alike = (
            (m.noun and any(one.kind == m.kind for one in kin))
            or bool((m.words | m.about) & about or m.who & who)
            or (m.noun and not m.about)
        )
        if kin and alike and not apart:
            near = max(_nearness(m, one) for one in mentions)
            found = unlike if any(_another(m, one) for one in mentions) else fitting
            found.append((len(m.who & who), len((m.about | m.words) & about), near, first))
    if not fitting and len(unlike) == 1 and m.noun and m.time is None:
        fitting = unlike  # "the meeting comes at a bad time": its verb does not tell when it is
    return max(fitting)[-1] if fitting else None


def _taken(m: Mention, told: AbstractSet[tuple[Which, TimeBound | None]]) -> bool:
    """Whether what was told of an event is not what a mention tells: another time, or one more of the kind.

    "Another strike" speaks of none that was told before it without such a word.
    """
    known = [which for which, _ in told]
    if others(known, (m.which,)) or any(_days_apart(time, m.time) for _, time in told):
        return True
    new = m.which.one_more and not any(one.one_more for one in known)
    return new and not (m.which.hours and m.which.hours in {one.hours for one in known})


def _told_as_one_of_several(m: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an event is told of only behind a plain mention, and as a first or a further one.

    "Marland left the talks" is not about the "first round" that the text recalls at its end.
    """
    plain = m.which.order is None and not m.which.one_more
    told = any(one.which.order or one.which.one_more for one in mentions)
    return plain and told and m.place < min(one.place for one in mentions)


def _nearness(m: Mention, one: Mention) -> int:
    """How near a mention is; one that stands before is nearer than one behind."""
    gap = m.place - one.place
    return -gap if gap >= 0 else BEHIND * gap


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


def _days_apart(a: TimeBound | None, b: TimeBound | None) -> bool:
    """Whether two times are of different days, or of a few days each."""
    return _apart(a, b) and _short(a) and _short(b)


def _short(time: TimeBound | None) -> bool:
    if time is None or not (time.earliest and time.latest):
        return False
    return (date.fromisoformat(time.latest) - date.fromisoformat(time.earliest)).days < WEEK
