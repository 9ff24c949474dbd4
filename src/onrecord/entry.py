"""What the record keeps across articles: people, utterances, events, positions, reprints (PROV, PLOVER).

A reading says what one article says. An entry says what several have in common: that two reports are of one
act of saying, that "the minister" here is the woman named there. Every entry says ``why``, and names the
reports it rests on.
"""

from typing import Literal

from msgspec import Struct

from onrecord.article import Status
from onrecord.claim import Act, Participant, StanceValue, TimeBound, UuKind
from onrecord.span import Span
from onrecord.statement import AgentKind, SaidOn, StatementFunction, StatementKind

CopyKind = Literal["reprint", "edited", "cut"]
ChangeKind = Literal["first", "firmer", "softer", "reversed", "repeated", "corrected", "disavowed"]
Verdict = Literal["same", "different", "undo"]


class Source(Struct, frozen=True):
    """An article as entries point at it."""

    id: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    status: Status = "usable"


class Who(Struct, frozen=True):
    """A person (or body, or group) of the record, as entries point at one; ``id`` is None where unknown."""

    id: str | None
    name: str


class Report(Struct, frozen=True):
    """One article's report of an utterance: a statement, with the places of its words in the article."""

    article: Source
    statement: str
    kind: StatementKind
    text: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    level: int = 1
    copy_of: str | None = None
    superseded: bool = False
    why: str | None = None


class Utterance(Struct, frozen=True):
    """One act of saying (prov:Activity), however many articles report it; reports are in first-seen order."""

    id: str
    speaker: Who
    said_on: SaidOn | None
    venue: str | None
    function: StatementFunction | None
    reports: tuple[Report, ...]
    negated: bool = False


class Spoken(Struct, frozen=True):
    """Where an article speaks of an event: its words, and in which claims."""

    article: Source
    event: str
    triggers: tuple[Span, ...]
    claims: tuple[str, ...] = ()
    label: str | None = None
    time: TimeBound | None = None
    why: str | None = None


class Outcome(Struct, frozen=True):
    """What became of an event: whether it happened, when, and where that is told."""

    happened: bool
    on: str | None
    article: Source
    claim: str
    why: str


class Occurrence(Struct, frozen=True):
    """One event across articles, told apart from its like by type, participants and resolved time bound."""

    id: str
    type: str | None
    mode: str | None
    label: str | None
    participants: tuple[Participant, ...]
    names: tuple[str, ...]
    time: TimeBound | None
    mentions: tuple[Spoken, ...]
    outcome: Outcome | None = None


class Superseded(Struct, frozen=True):
    """What took a position back: the utterance or the article, and why."""

    by: str
    why: str


class Position(Struct, frozen=True):
    """What one holder is committed to about one event, as of one utterance.

    ``change`` says how that differs from the holder's position before: certainty on the same side
    (firmer, softer), the other side (reversed), the same again (repeated). A position that was corrected or
    disavowed stays, with ``superseded``. ``article``, ``statement`` and ``claim`` are its first report, and
    ``trigger`` and ``evidence`` its places there.
    """

    id: str
    holder: Who
    event: str
    utterance: str
    said_on: SaidOn | None
    value: StanceValue
    kind: UuKind | None
    polarity: str | None
    act: Act | None
    text: str
    change: ChangeKind
    article: Source
    statement: str
    claim: str
    trigger: tuple[Span, ...]
    evidence: tuple[Span, ...]
    why: str
    reports: int = 1
    superseded: Superseded | None = None


class Copy(Struct, frozen=True):
    """An article that repeats another one's words; ``share`` is how much of it stands in the original."""

    article: Source
    kind: CopyKind
    share: float
    why: str


class Reprints(Struct, frozen=True):
    """One report and its copies in first-seen order, and whose words they are (an agency's, mostly)."""

    id: str
    original: Source
    copies: tuple[Copy, ...]
    agency: str | None = None
    why: str | None = None


class Role(Struct, frozen=True):
    """A role that articles give a person, and the first and last day on which they do."""

    role: str
    organization: str | None
    first: str | None
    last: str | None
    articles: int


class Person(Struct, frozen=True):
    """Somebody who speaks or is spoken of in the record: all names and roles that articles use."""

    id: str
    name: str
    kind: AgentKind
    names: tuple[str, ...]
    roles: tuple[Role, ...]
    wikidata: str | None
    statements: int
    articles: int
    first: str | None
    last: str | None
    why: tuple[str, ...] = ()


class Judgement(Struct, frozen=True):
    """A decision that two names are one or are two, by whom, when and why; appended, never overwritten.

    ``left`` and ``right`` are agents as "article/agent". ``undoes`` is the number of the judgement that
    an undo takes back.
    """

    number: int
    at: str
    by: str
    verdict: Verdict
    left: str
    right: str
    why: str
    undoes: int | None = None
