"""Answers to questions about a record: what was found, in which order, and where to go on.

An answer is made of the entries of the record (`onrecord.entry`) and says how it came about. Where more was
found than fits, ``next`` is what to hand in as ``after``.
"""

from typing import Literal

from msgspec import Struct

from onrecord.claim import Act, StanceValue, TimeBound, UuKind
from onrecord.entry import Outcome, Person, Position, Report, Source, Superseded, Utterance, Who
from onrecord.span import Span
from onrecord.statement import Relation, SaidOn

Precision = Literal["day", "range", "unknown"]
Stand = Literal["same", "firmer", "softer", "opposed", "only left", "only right"]


class Claimed(Struct, frozen=True):
    """One claim of a statement that was found: what it says, how sure the holder is, about which event."""

    id: str
    text: str
    value: StanceValue | None
    kind: UuKind | None
    act: Act | None
    event: str | None
    trigger: tuple[Span, ...] = ()
    why: str | None = None


class Hit(Struct, frozen=True):
    """A statement that matches. ``reports`` says how many articles report the same act of saying.

    ``claims`` are those that match what is asked of claims, all of them where nothing is.
    """

    id: str
    speaker: Who | None
    said_on: SaidOn | None
    day: str | None
    report: Report
    claims: tuple[Claimed, ...]
    utterance: str | None
    reports: int
    why: str


class Answer(Struct, frozen=True):
    """The statements that match a query, best first.

    ``query`` is the query in its canonical spelling and ``order`` says what is best. ``suggestions`` are
    names that the record knows, for a name that it does not.
    """

    query: str
    rows: tuple[Hit, ...]
    next: str | None
    order: str
    suggestions: tuple[str, ...] = ()


class Topic(Struct, frozen=True):
    """An event as a timeline names it: what it is, when it is to be, and what became of it."""

    id: str
    type: str | None
    mode: str | None
    label: str | None
    names: tuple[str, ...] = ()
    time: TimeBound | None = None
    outcome: Outcome | None = None


class Step(Struct, frozen=True):
    """A position on a timeline, and how exactly its date is known: ``earliest`` and ``latest`` bound it."""

    position: Position
    precision: Precision
    earliest: str | None
    latest: str | None


class Line(Struct, frozen=True):
    """What one holder said about one event, in order of saying.

    ``whole`` is False where only some of the positions match, or others stand on another page.
    """

    event: Topic
    holder: Who
    steps: tuple[Step, ...]
    whole: bool = True


class Timeline(Struct, frozen=True):
    """Positions that match a query in order of saying, by event and holder.

    A line stands where its first position does. Where a page ends, later positions of a line are on the next.
    """

    query: str
    rows: tuple[Line, ...]
    next: str | None
    suggestions: tuple[str, ...] = ()


class Passed(Struct, frozen=True):
    """A hop of the chain that a report came through, the article first."""

    name: str
    relation: Relation
    explicit: bool
    person: str | None = None
    evidence: Span | None = None


class Told(Struct, frozen=True):
    """A report of the traced utterance: when it was seen, through whom, and whose words its article is.

    ``original`` is the article of which this one is a copy, and ``agency`` whose words both are.
    """

    report: Report
    moment: str | None
    chain: tuple[Passed, ...]
    original: Source | None = None
    agency: str | None = None
    superseded: Superseded | None = None
    why: str | None = None


class Trace(Struct, frozen=True):
    """A statement followed back to its first saying, with all reports of it in first-seen order.

    ``utterance`` is None for a statement that is not linked yet: it is its own only report then.
    ``positions`` are what the utterance commits its speaker to, and whom the speaker speaks for.
    """

    statement: str
    speaker: Who | None
    utterance: Utterance | None
    reports: tuple[Told, ...]
    positions: tuple[Position, ...] = ()
    superseded: Superseded | None = None
    found: str | None = None
    next: str | None = None


class Pair(Struct, frozen=True):
    """Two positions on one event side by side, and how the right one differs from the left one."""

    event: Topic
    left: Position | None
    right: Position | None
    stand: Stand
    why: str


class Comparison(Struct, frozen=True):
    """Two queries compared event by event: two speakers, or one speaker then and now."""

    left: str
    right: str
    rows: tuple[Pair, ...]
    next: str | None
    more: bool = False
    suggestions: tuple[str, ...] = ()


class People(Struct, frozen=True):
    """People of the record, those who say most first."""

    query: str
    rows: tuple[Person, ...]
    next: str | None
    suggestions: tuple[str, ...] = ()


class Spoke(Struct, frozen=True):
    """A speaker and how many statements are theirs."""

    speaker: Who
    statements: int


class Count(Struct, frozen=True):
    """What is counted of one outlet or month; shares are of its statements, ``reprints`` of its articles.

    ``unnamed`` is the share of statements whose speaker has no name; ``per_speaker`` how many statements one
    of the named speakers has on average.
    """

    name: str | None
    articles: int
    statements: int
    utterances: int
    speakers: int
    per_speaker: float
    unnamed: float
    direct: float
    indirect: float
    mixed: float
    reprints: float
    top: tuple[Spoke, ...] = ()


class Stats(Struct, frozen=True):
    """Counts by outlet or month, over the statements that match a query."""

    query: str
    by: str
    rows: tuple[Count, ...]
    total: Count
    next: str | None
