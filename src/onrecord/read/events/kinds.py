"""The tree of kinds of event, and the words for each: `kinds.toml`. Edit them there.

Types and modes are those of PLOVER (Open Event Data Alliance), the tree is what headlines narrow and widen: a
meeting is a contact, an embargo a sanction.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from tomllib import loads
from typing import Any, Literal, NamedTuple

from onrecord.read.events.lemmas import bases
from onrecord.read.events.sentence import Range, Sentence, small

LONGEST = 20_000  # code points of a text that tell what it is about
WORD = re.compile(r"[a-z]+")
GAP = 4  # words that "~" may stand for
BEFORE = 10  # words before a passive in which its object is looked for

NO_EVENTS = frozenset(("forces", "position", "statement", "summit"))

Group = Literal["verbs", "persons", "bodies", "nouns"]
VERBAL: tuple[Group, ...] = ("verbs", "persons", "bodies", "nouns")
Kinship = Literal["same", "narrower", "wider", "sisters"]


class Kind(NamedTuple):
    """A kind of event; ``above`` are the wider ones, nearest first.

    Words of it that are ``shared`` with a ``rival`` are of the one of whose ``topic`` a text says more.
    """

    name: str
    type: str | None
    mode: str | None
    above: tuple[str, ...]
    any_actor: bool
    topic: frozenset[str] = frozenset()
    rival: str | None = None
    shared: frozenset[str] = frozenset()


class Entry(NamedTuple):
    """One wording of a kind, and whether a verb has to be done to ``persons``, or by ``bodies``."""

    kind: str
    items: tuple[str, ...]
    group: Group


def kind(name: str) -> Kind:
    """The kind of that name.

    >>> kind("visit").type, kind("visit").above
    ('CONSULT', ('contact',))
    """
    return _kinds()[name]


def kinship(one: str, other: str) -> Kinship | None:
    """How one kind is to another: narrower, wider, sisters under one kind, or nothing.

    >>> kinship("meeting", "contact"), kinship("call", "visit"), kinship("vote", "ceasefire")
    ('narrower', 'sisters', None)
    """
    if one == other:
        return "same"
    if other in kind(one).above:
        return "narrower"
    if one in kind(other).above:
        return "wider"
    return "sisters" if kind(one).above[:1] == kind(other).above[:1] != () else None


def of_verb(s: Sentence, at: int, before: Range | None, *, passive: bool) -> list[Entry]:
    """The entries that a verb and what stands behind it are the wording of: the longest first, then typed."""
    found = _done_by(s.said(at))
    right = [
        _topical(s, e)
        for e in found
        if _follows(s, at + 1, e.items[1:]) or (passive and _precedes(s, before, e))
    ]
    return sorted(right, key=lambda e: (-len(e.items), kind(e.kind).type is None, VERBAL.index(e.group)))


@lru_cache(maxsize=4096)
def begins(word: str) -> frozenset[str]:
    """The kinds of event whose entries a verb may begin; none for most words, which need no closer look."""
    return frozenset(e.kind for e in _done_by(word) if happens(e.kind))


@lru_cache(maxsize=4096)
def _done_by(verb: str) -> tuple[Entry, ...]:
    """The entries that a form of a verb may begin."""
    return tuple(e for base in sorted(bases(verb)) for e in _verbs().get(base, ()))


@lru_cache(maxsize=4096)
def _named_by(noun: str) -> tuple[Entry, ...]:
    """The entries that a form of a noun may stand in."""
    return tuple(e for base in sorted(bases(noun)) for e in _nouns().get(base, ()))


def happens(name: str) -> bool:
    """Whether a kind is of events, not of things and ways of saying, which only help to tell kinds apart."""
    return kind(name).type != "REQUEST" and name not in NO_EVENTS


def of_noun(s: Sentence, at: int) -> Entry | None:
    """The entry that a noun is the wording of, with the words around it."""
    found = _named_by(s.said(at))
    if not found:
        return None
    fitting = (e for e in found if _around(s, at, e.items))
    best = max(fitting, key=lambda e: (len(e.items), s.said(at) in e.items), default=None)
    return _topical(s, best) if best else None


def _topical(s: Sentence, entry: Entry) -> Entry:
    """An entry whose word is of two kinds as one of the kind that the text is about: a strike."""
    own = kind(entry.kind)
    if own.rival is None or entry.items[0] not in own.shared:
        return entry
    rival = kind(own.rival)
    here, there = (_said(s.text, one.topic) for one in (own, rival))
    return entry if here >= there else entry._replace(kind=rival.name, group="nouns")


@lru_cache(maxsize=64)
def _said(text: str, topic: frozenset[str]) -> int:
    """How many different words of a topic a text has; of a very long one its beginning."""
    return len(topic & frozenset(WORD.findall(text[:LONGEST].lower())))


def nouns_of(s: Sentence, start: int, end: int) -> Iterator[Entry]:
    """The nouns of a stretch that are wordings of some kind."""
    for i in range(max(start, 0), min(end, len(s.words))):
        entry = of_noun(s, i)
        if entry:
            yield entry


def _follows(s: Sentence, at: int, items: tuple[str, ...]) -> bool:
    """Whether the rest of an entry stands at a word, with a gap where it has "~"."""
    if not items:
        return True
    if items[0] == "!":
        return _intransitive(s, at)
    if items[0] == "~":
        return any(_follows(s, i, items[1:]) for i in range(at, at + GAP + 1))
    size = _takes(s, at, items[0])
    return bool(size) and _follows(s, at + size, items[1:])


def _intransitive(s: Sentence, at: int) -> bool:
    """Whether no object stands at a word: the clause ends there, or a preposition or a time follows."""
    small_words = small("preposition") | small("clause") | small("adverb") | {"and", "or", "but"}
    return at >= len(s.words) or bool(s.gap(at)) or s.said(at) in small_words


def _takes(s: Sentence, at: int, item: str) -> int:
    """How many words at a place an item of an entry stands for."""
    if at >= len(s.words):
        return 0
    if not item.startswith("@"):
        return int(s.said(at) == item or (item in bases(s.said(at)) and item not in small("preposition")))
    for size in (1, 2):
        entry = of_noun(s, at + size - 1) if at + size <= len(s.words) else None
        if entry and (entry.kind == item[1:] or item[1:] in kind(entry.kind).above):
            return size
    return 0


def _precedes(s: Sentence, before: Range | None, entry: Entry) -> bool:
    """Whether the object that a verb needs is its subject, for a passive: "sanctions were lifted"."""
    needed = [item for item in entry.items[1:] if item != "~"]
    if before is None or len(needed) != 1:
        return False
    return any(_takes(s, i, needed[0]) for i in range(max(before[0], before[1] - BEFORE), before[1]))


def _around(s: Sentence, at: int, items: tuple[str, ...]) -> bool:
    """Whether a noun's whole entry stands around the word."""
    for i, item in enumerate(items):
        if item in bases(s.said(at)):
            first = at - i
            if first >= 0 and all(_takes(s, first + j, other) for j, other in enumerate(items)):
                return True
    return False


@cache
def _table() -> dict[str, dict[str, Any]]:
    return loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))


@cache
def _kinds() -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for name, told in _table().items():
        above = found[told["under"]] if "under" in told else None
        found[name] = Kind(
            name,
            told.get("type", above.type if above else None),
            told.get("mode"),
            (above.name, *above.above) if above else (),
            "actors" in told or (above is not None and above.any_actor),
            frozenset(told.get("topic", "").split()),
            told.get("rival"),
            frozenset(told.get("shared", "").split()),
        )
    return found


@cache
def _verbs() -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for name, told in _table().items():
        for group in VERBAL[:3]:
            for items in _items(told.get(group, "")):
                found.setdefault(items[0], []).append(Entry(name, items, group))
    return found


@cache
def _nouns() -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for name, told in _table().items():
        for items in _items(told.get("nouns", "")):
            for item in items:
                if item not in small("preposition"):
                    found.setdefault(item, []).append(Entry(name, items, "nouns"))
    return found


def _items(block: str) -> list[tuple[str, ...]]:
    return [tuple(item.split()) for item in block.replace("\n", " ").split(",") if item.strip()]
