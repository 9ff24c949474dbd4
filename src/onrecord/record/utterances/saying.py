"""One report of somebody's words, as far as it is compared with other reports."""

import re
from datetime import date
from functools import lru_cache

from msgspec import Struct

from onrecord.record.alike import Meaning, heft, meaning, opposites, weight
from onrecord.record.unlocked import cached_property
from onrecord.record.utterances.figures import SMALL, TENS, TIMES, counts
from onrecord.terms import terms

LONGEST = 4000  # characters of a statement that are compared
NAME = re.compile(r"(?<=[\w,;:)’'] )[^\W\d_a-z][\w’'-]*")  # a capital, and not the first word of a sentence
CALENDAR = frozenset(
    term[:6]
    for term in terms(
        "January February March April May June July August September October November December "
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Easter Christmas"
    )
)
EMPTY = frozenset(
    "i me my mine we us our you your he him his she her it its they them their this that these those who "
    "whom "
    "which "
    "what there here whether if would will shall should could can may might must do does did be is are was "
    "were been "
    "have has had not".split()
)
STOPS = frozenset({"=stop", "=refuse", "=exclude", "=deny", "=ban", "=empty"})
# What a cue may mean beside that somebody speaks, also with a "not" before it
TELLING = frozenset("=exclude =possible =refuse =deny =oppose".split())
OFFICES = frozenset(
    "=president =premier =minister =boss =government =official =envoy =parliament =opposition".split()
)
BODIES = frozenset(
    term[:6]
    for term in terms(
        "the of for and office ministry minister department government bank central national company "
        "group club "
        "union party council agency court police army president prime spokesman spokesperson committee board"
    )
)
MAYBE = re.compile(r"\b(?:might|may|perhaps|possibl[ey]|maybe)\b")
ASKS = re.compile(r"[\"'“‘„«]*(whether|if|why|when|who|how)\b(?!\s…)", re.IGNORECASE)
LIKELY = re.compile(r"\b(?:could|likely|unlikely|probabl[ey]|expect(?:s|ed)?|presumably)\b", re.IGNORECASE)
SHORT = 6  # letters of a word that tell what it is about
WORDED = frozenset(term[:SHORT] for term in terms(" ".join([*SMALL, *TENS, *TIMES])))  # figures in words
COMPARED, LONG_ROW = 400, 8  # words that are compared in order, and how many of these make a long row
CONTENT = 0.45  # what weighs less joins words and says nothing


class Saying(Struct, frozen=True, order=True, dict=True, cache_hash=True):
    """A statement of an article. Sayings sort in first-seen order: by the article's moment, then by place.

    ``speaker`` is the person of the record; for a nameless spokesperson the principal; None where nobody
    knows. ``titles`` are the offices that the speaker has, and ``body`` says that it is none of flesh
    and blood; ``faint`` that it may be none, for all that the article tells: a name of one word, which a
    country may have, or one that no person is known by. ``of`` are stems of the names of those for whom the
    speaker speaks: a body, a principal. ``day`` is when the words were said, or the article's own
    day where ``dated`` is False:
    then they may have been said up to ``back`` days before. ``claims`` holds what it claims: of which
    event of the record, and how surely (a FactBank value). ``copies`` names the original of which the
    article is a copy, or the article itself.

    ``source`` is what the article, of ``outlet``, calls the speaker, and ``cue`` its word for saying.
    ``recalled`` says that it looks back, ``since`` and ``until`` between which days, where it tells ("in
    January"), ``headline`` that it stands in one, ``turn`` how often the article
    lets the speaker speak before it. ``negated`` says that the speaker never said so, ``wrong`` that a
    correction tells it as what was misreported. ``gone`` is the article that took the place of this one,
    or withdrew it; ``corrects`` are the articles that this one says it corrects. ``parent`` is the statement
    in whose words it stands, and ``when`` the few days between which something that it claims is to happen.
    """

    moment: str
    article: str
    start: int
    id: str
    speaker: str | None
    text: str
    kind: str
    day: str | None = None
    dated: bool = False
    venue: str | None = None
    negated: bool = False
    wrong: bool = False
    copies: str = ""
    claims: tuple[tuple[str, str], ...] = ()
    gone: str | None = None
    gone_why: str = ""
    corrects: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    body: bool = False
    faint: bool = False
    of: tuple[str, ...] = ()
    source: str = ""
    cue: str = ""
    outlet: str = ""
    recalled: bool = False
    since: str | None = None
    until: str | None = None
    headline: bool = False
    back: int = 2
    turn: int = 0
    parent: str = ""
    when: tuple[tuple[str, str], ...] = ()

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The index terms of the words, and of a cue that says half of it: "ruled out a sale"."""
        found, cue = terms(self.text[:LONGEST]), terms(self.cue)
        return found if TELLING.isdisjoint(meaning(cue).words) else cue + found

    @cached_property
    def meaning(self) -> Meaning:
        """The words by what they mean."""
        return meaning(self.terms)

    @cached_property
    def content(self) -> frozenset[str]:
        """What the words mean, without those that only join."""
        said = {_stem(word) for word in self.meaning.words if word not in EMPTY and heft(word) >= CONTENT}
        return frozenset(said - WORDED | self.numbers) if self.numbers else frozenset(said)

    @cached_property
    def turned(self) -> tuple[tuple[str, str], ...]:
        """The words that mean something else with a "not", each with what that is."""
        return tuple((word, opposites()[word]) for word in sorted(self.content) if word in opposites())

    @cached_property
    def named(self) -> frozenset[str]:
        """The names in the words, as index terms: who and where, and not what."""
        found = NAME.findall(self.text[:LONGEST])
        return frozenset(_stem(term) for name in found for term in terms(name)) - CALENDAR

    @cached_property
    def plain(self) -> frozenset[str]:
        """The content without who and where: names, and the offices that stand for names."""
        return self.content - self.named - OFFICES

    @cached_property
    def asks(self) -> bool:
        """Whether it is a question: "whether they will meet"."""
        found = ASKS.match(self.text)
        return found is not None and (self.kind != "direct" or found[1].lower() == "whether")

    @cached_property
    def denies(self) -> bool:
        """Whether it says that something is not, or is no more."""
        return self.meaning.negative or bool(self.content & STOPS)

    @cached_property
    def counts(self) -> frozenset[tuple[str, str]]:
        """The figures in the words, and what each counts."""
        return counts(self.text[:LONGEST])

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The figures in the words."""
        return frozenset(figure for figure, _ in self.counts)

    @cached_property
    def surety(self) -> int:
        """How sure the words are: 2, or 1 for what is likely, or 0 for what may be."""
        text = f"{self.cue} {self.text[:LONGEST]}"
        if "=possible" in self.meaning.words or MAYBE.search(text):
            return 0
        return 1 if LIKELY.search(text) else 2

    @cached_property
    def called(self) -> frozenset[str]:
        """Stems of the speaker's name."""
        return stems((self.speaker or "").replace("-", " ").replace("_", " "))

    @cached_property
    def known_as(self) -> frozenset[str]:
        """Stems of whatever the article calls the speaker."""
        return frozenset(_stem(term) for term in terms(self.source) if weight(term) >= CONTENT)

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of the speaker's name, and of whatever the article calls the speaker."""
        return self.called | self.known_as

    @cached_property
    def events(self) -> frozenset[str]:
        """The events of which it claims something."""
        return frozenset(event for event, _ in self.claims)

    @cached_property
    def rows(self) -> frozenset[tuple[str, ...]]:
        """Each so many of its words that stand in a row, which are hardly ever twice by chance."""
        words = self.terms[:COMPARED]
        return frozenset(zip(*(words[at:] for at in range(LONG_ROW)), strict=False))

    @cached_property
    def ordinal(self) -> int | None:
        """The day as a number, to count days between."""
        return _ordinal(self.day)

    @cached_property
    def then(self) -> tuple[int, int] | None:
        """The first and the last day on which it may have been said, where it looks back and tells these."""
        since, until = _ordinal(self.since), _ordinal(self.until)
        return None if since is None or until is None else (since, until)


@lru_cache(maxsize=1 << 13)
def stems(name: str) -> frozenset[str]:
    """The words of a name cut short, so that "Corvessan" is of Corvessa; without those that name nobody."""
    return frozenset(_stem(term) for term in terms(name) if len(term) > 2) - BODIES


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return None


def _stem(word: str) -> str:
    """A word cut short, so that what is derived from it is it: "negotiator", "negotiation"."""
    return word if word[0] == "=" or word[0].isdigit() else word[:SHORT]
