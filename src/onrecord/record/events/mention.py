"""One article's talk of an event, as far as it is compared with other articles'."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import combinations

from msgspec import Struct

from onrecord.record.alike import heft
from onrecord.record.events.frames import frames_of
from onrecord.record.unlocked import cached_property
from onrecord.terms import terms

DEADLINES = frozenset({"BEFORE", "UNTIL", "WITHIN"})
PERIOD = re.compile(r"\d{4}-(?P<part>\d\d|SP|SU|FA|WI|Q\d)$")
SEASONS = frozenset({"SP", "SU", "FA", "WI"})
SEASON, MONTH = 91, 31  # days
ORDINALS = {
    word: str(n) for n, words in enumerate(("first", "second", "third", "fourth"), 1) for word in terms(words)
}
FURTHER = frozenset({"second", "third", "next", "=new"})  # before the word for it: "a new meeting"
OFFER = ("COOPERATE", "offer")  # one that is raised is another
BESIDE = 2  # words before it among which they stand: "a second formal round"
FOREVER = date.max.toordinal()
TELLS = 0.5  # what weighs less is no word to find an event by
KEYED = 5  # of its rarest words an event is found by pairs of so many


class Mentioned(Struct, frozen=True, order=True, dict=True):
    """An event of an article's reading. Mentions sort as they were seen: by moment, then by place.

    ``words`` are index terms of its label and triggers, ``trigger`` those of its triggers. ``people`` are
    the persons of the record who take part, ``around`` those in whose claims it stands, ``cast`` those of
    whom the article speaks most, ``named`` all whom it names and ``story`` words that are rare but in it.
    ``earliest`` and ``latest`` are the first and last day to which the article binds it, ``relation`` how,
    and ``deadline`` the TIMEX3 value that it is to be before; ``day`` is the article's own. ``copies`` names
    the original of which the article is a copy, or the article itself. ``ahead`` is true of what may or will
    be, and ``told`` is what the article itself says of it (see `outcome`).
    """

    moment: str
    article: str
    start: int
    id: str
    type: str | None
    mode: str | None
    words: tuple[str, ...]
    trigger: tuple[str, ...]
    people: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    cast: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    story: frozenset[str] = frozenset()
    relation: str | None = None
    earliest: str | None = None
    latest: str | None = None
    deadline: str | None = None
    day: str | None = None
    copies: str = ""
    told: bool | None = None
    ahead: bool = False

    @cached_property
    def bound(self) -> tuple[int, int] | None:
        """The first and last day on which it may be, as numbers; None where the article binds it to no time.

        A day that has passed does not bind what lies ahead: it is that of the saying, or misread.
        What is "before the inauguration" is between the day it is spoken of and that one.
        """
        first, last, said = _ordinal(self.earliest), _ordinal(self.latest), _ordinal(self.day)
        if (first is None and last is None) or (self.ahead and last and said and last < said):
            return None
        if self.relation in {"BEFORE", "UNTIL", "WITHIN"} and last is not None:
            return (min(first or said or last, said or last, last), last)
        if self.relation == "AFTER" and first is not None:
            return (first, FOREVER if last in {None, first} else last or FOREVER)
        return (first or last or 0, last or first or FOREVER)

    @cached_property
    def until(self) -> tuple[int, int] | None:
        """The days of what it is to be before: of the summit, of the autumn; None without a deadline."""
        if self.relation not in DEADLINES or self.bound is None:
            return None
        return (self.bound[1] - self.width, self.bound[1])

    @cached_property
    def width(self) -> int:
        """The days of the period that it is to be before: a season's, a month's, none of a day."""
        period = PERIOD.match(self.deadline or "")
        return 0 if not period else SEASON if period["part"] in SEASONS else MONTH

    @cached_property
    def beside(self) -> frozenset[str]:
        """The words that stand just before the word for it: "second" in "no second round of talks"."""
        at = [place for place, word in enumerate(self.words) if word in self.trigger]
        return frozenset(word for place in at for word in self.words[max(0, place - BESIDE) : place])

    @cached_property
    def order(self) -> str | None:
        """Which of several it is said to be: the first round, the second."""
        return next((ORDINALS[word] for word in self.words if word in ORDINALS and word in self.beside), None)

    @cached_property
    def spoken(self) -> int | None:
        """The article's day as a number."""
        return _ordinal(self.day)

    @cached_property
    def content(self) -> frozenset[str]:
        """The words that tell what it is about."""
        return frozenset(word for word in self.words if heft(word) >= TELLS)

    @cached_property
    def bare(self) -> bool:
        """Whether it tells neither who takes part nor of what it is: "the talks"."""
        return not self.people and not self.things

    @cached_property
    def told_of(self) -> frozenset[str]:
        """Those who take part and those in whose claims it stands."""
        return self.people | self.around

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The words of its triggers: what kind of thing it is."""
        return frozenset(self.trigger)

    @cached_property
    def frames(self) -> frozenset[str]:
        """The frames in which its triggers may stand: what it may be beside what it is called."""
        return frames_of(self.trigger)

    @cached_property
    def things(self) -> frozenset[str]:
        """What it is about beside its kind."""
        return self.content - self.kinds

    @cached_property
    def substance(self) -> float:
        """How much its words tell."""
        return sum(map(heft, self.content))

    @cached_property
    def further(self) -> bool:
        """Whether it is called another one, a second one, a new one, one that happens again."""
        last = self.words[-1:] == ("next",)
        raised = (self.type, self.mode) == OFFER and "=raise" in self.words
        return "=again" in self.words or last or raised or not FURTHER.isdisjoint(self.beside)


def keys(words: Iterable[str], names: Iterable[str] = ()) -> tuple[str, ...]:
    """Under what a mention is found: pairs of its rarest words and of the last names of who takes part.

    Two mentions are compared if they share a pair, that is two words, whichever.

    >>> keys(("meet", "harbour", "the"), ("Inga Roos",))
    ('harbour meet', 'harbour roo', 'meet roo')
    """
    last = (name for called in names for name in terms(called)[-1:])
    different = [word for word in dict.fromkeys((*words, *last)) if heft(word) >= TELLS]
    found = sorted(different, key=lambda word: (-heft(word), word))[:KEYED]
    return tuple(" ".join(pair) for pair in combinations(sorted(found), 2)) or tuple(found)


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return None
