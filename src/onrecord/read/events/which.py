"""Which of several events of one kind a mention is of: "a second round", "a two-day strike", "meet again"."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.read.events.sentence import Sentence, joins, small

BESIDE = 4  # words between a noun and its ordinal: "a second formal round of talks"
BEHIND = 3  # words behind a verb among which "again" stands
ORDINALS = {"first": 1, "initial": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
FURTHER = frozenset(
    "another further new fresh next more renewed improved higher better raised revised sweetened".split()
)
NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
SPAN = re.compile(r"(?P<number>\d{1,3}|[a-z]+)[\s-](?P<unit>hour|day|week)s?(?:-long)?$")
HOURS = {"hour": 1, "day": 24, "week": 7 * 24}


class Which(NamedTuple):
    """What tells an event from others of its kind: its place among them, that it is one more, how long it is.

    ``order`` is 2 of a second one, and ``hours`` 24 of a one-day strike.
    """

    order: int | None = None
    further: bool = False
    hours: int | None = None

    @property
    def one_more(self) -> bool:
        """Whether there was one before it."""
        return self.further or (self.order or 0) > 1


NO_ONE = Which()


def which(s: Sentence, at: int, *, noun: bool) -> Which:
    """What the words beside a trigger tell of which one it is.

    >>> from onrecord.read.clauses import words
    >>> from onrecord.span import Span
    >>> text = "no second round of talks"
    >>> which(Sentence(text, words(text, Span(0, len(text)))), 4, noun=True).order
    2
    """
    before = _before(s, at) if noun else []
    behind = [s.said(i) for i in range(at + 1, at + 1 + BEHIND)]
    order = next((ORDINALS[word] for word in before if word in ORDINALS), None)
    again = "again" in _joined(s, at, behind) or ("time" in behind and "second" in behind)
    return Which(order, again or not FURTHER.isdisjoint(before), _hours(s, at, before))


def others(one: Iterable[Which], other: Iterable[Which]) -> bool:
    """Whether two events are two of their kind: a first and a second, of one day and of two."""
    ones, more = list(one), list(other)
    orders = {w.order for w in ones if w.order}, {w.order for w in more if w.order}
    hours = {w.hours for w in ones if w.hours}, {w.hours for w in more if w.hours}
    for left, right in (orders, hours):
        if left and right and not left & right:
            return True
    further = any(w.one_more for w in ones), any(w.one_more for w in more)
    return (further[0] and 1 in orders[1]) or (further[1] and 1 in orders[0])


def _before(s: Sentence, at: int) -> list[str]:
    """The words before a noun, as far as its phrase goes; "round of" belongs to it."""
    found: list[str] = []
    for i in range(at - 1, max(at - 1 - BESIDE, -1), -1):
        word = s.said(i)
        if not joins(s.gap(i + 1)) or (word in small("preposition") and word != "of"):
            break
        if word in small("auxiliary") or word in small("clause"):
            break
        found.append(word)
        if word in small("determiner") and word not in FURTHER and word not in ORDINALS:
            break
    return found


def _joined(s: Sentence, at: int, behind: list[str]) -> list[str]:
    """The words behind a trigger up to the end of its clause."""
    stop = next((j for j in range(len(behind)) if s.gap(at + 1 + j)), len(behind))
    return behind[:stop]


def _hours(s: Sentence, at: int, before: list[str]) -> int | None:
    """How long it is to last: "a 48-hour strike", "strike for two days", "two days of talks"."""
    told = list(before)
    if s.said(at + 1) == "for":
        told.append(f"{s.said(at + 2)} {s.said(at + 3)}")
    for word, unit in zip(before[1:], before, strict=False):
        told.append(f"{word} {unit}")
    for said in told:
        found = SPAN.match(said)
        number = found and (NUMBERS.get(found["number"]) or _figure(found["number"]))
        if found and number:
            return number * HOURS[found["unit"]]
    return None


def _figure(word: str) -> int | None:
    return int(word) if word.isdecimal() else None
