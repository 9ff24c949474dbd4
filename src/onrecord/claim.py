"""What statements are about: times, events, claims, and how sure each holder is (FactBank, PLOVER)."""

from typing import Literal

from msgspec import Struct

from onrecord.span import Span

TimeHow = Literal["explicit", "relative", "event"]
TimeKind = Literal["DATE", "TIME", "DURATION", "SET"]
TimeRelation = Literal["BEFORE", "AFTER", "ON", "DURING", "UNTIL", "WITHIN"]
StanceValue = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]
UuKind = Literal[
    "ignorance",
    "uncommitted",
    "declined",
    "no_response",
    "not_confirmed",
    "conditional",
    "desire",
    "deontic",
    "question",
]
Act = Literal["assert", "deny", "decline", "hope", "expect", "promise", "threaten", "ask", "order", "concede"]
DifferenceKind = Literal[
    "certainty",
    "event_narrowed",
    "event_widened",
    "condition_dropped",
    "ignorance_dropped",
    "holder_changed",
    "chain_dropped",
    "time_shifted",
]


class Time(Struct, frozen=True):
    """A time expression and the date or interval it stands for (a TIMEX3 value and type, ISO-TimeML).

    ``earliest`` and ``latest`` are the first and the last day that the words allow, None where they do not
    resolve to days ("two months", "now"). ``why`` says what they were resolved against.
    """

    id: str
    start: int
    end: int
    value: str | None
    how: TimeHow
    kind: TimeKind | None = None
    earliest: str | None = None
    latest: str | None = None
    why: str | None = None


class TimeBound(Struct, frozen=True):
    """When an event is, as a relation to a bound resolved to dates: "before the inauguration"."""

    relation: TimeRelation | None = None
    bound: str | None = None
    earliest: str | None = None
    latest: str | None = None
    times: tuple[str, ...] = ()


class Participant(Struct, frozen=True):
    """An agent that takes part in an event, and as what."""

    agent: str
    role: str | None = None


class Event(Struct, frozen=True):
    """A thing that claims are about, with a PLOVER type and mode, its words, and who takes part.

    Mentions of one event in an article are one event: ``triggers`` are all its words. ``label`` says in a few
    words of the article what it is. ``ahead`` is true of what is first spoken of as what may or will be, and
    ``told`` is what the article says in its own voice: that it happened, or that it did not.
    """

    id: str
    type: str | None
    mode: str | None = None
    triggers: tuple[Span, ...] = ()
    participants: tuple[Participant, ...] = ()
    time: TimeBound | None = None
    label: str | None = None
    ahead: bool = False
    told: bool | None = None


class Stance(Struct, frozen=True):
    """How committed one holder is to one claim: a FactBank value, Uu divided by kind.

    ``holder`` is None where it is not known whose words they are. ``polarity`` is "-" where an Uu of kind
    desire or deontic is against the proposition. ``evidence`` and ``why`` say what the value rests on.
    """

    holder: str | None
    value: StanceValue
    kind: UuKind | None = None
    polarity: Literal["+", "-"] | None = None
    p: float | None = None
    evidence: tuple[Span, ...] = ()
    why: str | None = None


class Claim(Struct, frozen=True):
    """One proposition inside a statement's content, worded positively; its polarity is in the value.

    ``stances`` list the outermost holder first and the speaker last. A headline's claim in the
    article's own voice has no statement. ``p`` is the probability that a careful reader would list it.
    """

    id: str
    statement: str | None
    event: str | None
    text: str
    trigger: tuple[Span, ...]
    stances: tuple[Stance, ...]
    act: Act | None = None
    condition: str | None = None
    time: TimeBound | None = None
    p: float | None = None


class Difference(Struct, frozen=True):
    """One way in which a headline says something other than its article."""

    kind: DifferenceKind
    headline: tuple[Span, ...]
    body: tuple[Span, ...]


class Headline(Struct, frozen=True):
    """The headline's claim beside the body's on the same event; severity 0 faithful to 3 contradicts."""

    claim: str | None
    compared_with: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    severity: int = 0


class DateEvidence(Struct, frozen=True):
    """Words that narrow down an undated article's date, and why they do."""

    span: Span
    why: str


class PublishedGuess(Struct, frozen=True):
    """For an undated article, the interval and the dates that its text allows, with evidence."""

    earliest: str | None
    latest: str | None
    candidates: tuple[str, ...] = ()
    evidence: tuple[DateEvidence, ...] = ()
