"""What is compared: readings as gold marks them, with what gold lets pass, or as onrecord makes them.

Both have the JSON form of a reading. Gold adds ``accept`` and its like, answers that are right too, and may
leave out what nobody labelled; an ``optional`` statement is neither missed nor spurious.
"""

from msgspec import Struct

from onrecord import Agent, Difference, Hop, Participant, Span

Spans = tuple[Span, ...]


class Marked(Struct, frozen=True):
    """A statement."""

    id: str
    cue: Spans = ()
    content: Spans = ()
    source: Spans = ()
    parent: str | None = None
    level: int = 1
    speaker: str | None = None
    accept_speaker: tuple[str | None, ...] = ()
    chain: tuple[Hop, ...] = ()
    optional: bool = False

    @property
    def accepted(self) -> set[str | None]:
        return {self.speaker, *self.accept_speaker}


class Bound(Struct, frozen=True):
    """When something is, by a date, month or year: "BEFORE", "2017-01-20"."""

    relation: str | None = None
    bound: str | None = None


class Held(Struct, frozen=True):
    """How sure one holder is of a claim; ``accept`` holds values that are right too.

    The holder is None where nobody knows who speaks.
    """

    holder: str | None
    value: str
    kind: str | None = None
    polarity: str | None = None
    accept: tuple[str | None, ...] = ()
    evidence: Spans = ()
    p: float | None = None
    why: str | None = None

    @property
    def accepted(self) -> set[str | None]:
        return {self.value, *self.accept}


class Proposed(Struct, frozen=True):
    """A claim. Its speaker's stance is the last one."""

    id: str
    statement: str | None = None
    event: str | None = None
    text: str = ""
    trigger: Spans = ()
    stances: tuple[Held, ...] = ()
    act: str | None = None
    accept_act: tuple[str | None, ...] = ()
    condition: str | None = None
    time: Bound | None = None
    p: float | None = None

    @property
    def stance(self) -> Held:
        return self.stances[-1]


class Happening(Struct, frozen=True):
    """An event."""

    id: str
    type: str | None = None
    accept_type: tuple[str | None, ...] = ()
    triggers: Spans = ()
    participants: tuple[Participant, ...] = ()
    time: Bound | None = None


class When(Struct, frozen=True):
    """A time expression and its TIMEX3 value."""

    id: str
    start: int
    end: int
    value: str | None = None


class Titled(Struct, frozen=True):
    """How a headline differs from its article."""

    differences: tuple[Difference, ...] = ()
    severity: int = 0


class Whole(Struct, frozen=True):
    """A whole reading, by people or by onrecord."""

    agents: tuple[Agent, ...] = ()
    statements: tuple[Marked, ...] = ()
    times: tuple[When, ...] = ()
    events: tuple[Happening, ...] = ()
    claims: tuple[Proposed, ...] = ()
    headline: Titled | None = None
