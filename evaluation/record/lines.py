"""The lines of labelled truth, one kind of thing each, and the articles that they speak of."""

from msgspec import Struct


class Printed(Struct, frozen=True):
    """An article as the run holds it; the text that quotations stand in is headline, blank line, body."""

    url: str
    published: str
    headline: str
    body: str

    @property
    def text(self) -> str:
        return f"{self.headline}\n\n{self.body}"


class Place(Struct, frozen=True):
    """Words in an article; of an event's mention ``trigger`` is the word in the quotation that names it."""

    url: str
    quote: str
    published: str | None = None
    trigger: str | None = None


class Person(Struct, frozen=True, tag="person", tag_field="kind"):
    """Somebody who speaks or holds positions, by all names that articles use."""

    id: str
    name: str
    names: tuple[str, ...] = ()


class Utterance(Struct, frozen=True, tag="utterance", tag_field="kind"):
    """One act of saying, and where articles report it."""

    id: str
    speaker: str
    reports: tuple[Place, ...]


class Event(Struct, frozen=True, tag="event", tag_field="kind"):
    """A thing that claims are about, and where articles name it."""

    id: str
    mentions: tuple[Place, ...]
    label: str = ""


class Step(Struct, frozen=True):
    """One saying of a position. ``also_accepted`` are values that a careful reader might give as well."""

    utterance: str
    value: str
    change: str
    uu: str | None = None
    superseded_by: str | None = None
    also_accepted: tuple[str, ...] = ()

    @property
    def values(self) -> frozenset[str]:
        return frozenset({self.value, *(value.split()[0] for value in self.also_accepted if value)})


class Position(Struct, frozen=True, tag="position", tag_field="kind"):
    """What one holder said of one event, step by step."""

    holder: str
    event: str
    steps: tuple[Step, ...]

    @property
    def standing(self) -> tuple[Step, ...]:
        """The steps that nobody took back."""
        return tuple(step for step in self.steps if not step.superseded_by)


class Named(Struct, frozen=True):
    """An article, by its url; ``published`` where the url has two versions."""

    url: str
    published: str | None = None


class Reprints(Struct, frozen=True, tag="reprints", tag_field="kind"):
    """Articles that carry one text."""

    original: str
    copies: tuple[Named, ...]
    published: str | None = None


class NotReprints(Struct, frozen=True, tag="not_reprints", tag_field="kind"):
    """Two articles that look alike and carry texts of their own."""

    urls: tuple[str, str]


class Correction(Struct, frozen=True, tag="correction", tag_field="kind"):
    """An article that corrects another one, or its own earlier version."""

    url: str
    corrects: str
    published: str | None = None
    utterance: str | None = None
    replaced_by: str | None = None


class Withdrawn(Struct, frozen=True, tag="withdrawn", tag_field="kind"):
    """An article that its outlet took back."""

    url: str
    published: str | None = None


class Version(Struct, frozen=True, tag="version", tag_field="kind"):
    """Two versions of one report, mostly under one url."""

    url: str
    earlier_published: str
    later_published: str
    earlier_url: str | None = None


class Outcome(Struct, frozen=True, tag="outcome", tag_field="kind"):
    """What became of an event."""

    event: str
    on: str
    happened: bool


class Twins(Struct, frozen=True, tag="twins", tag_field="kind"):
    """Two events that are easily taken for one."""

    events: tuple[str, str]


Line = (
    Person
    | Utterance
    | Event
    | Position
    | Reprints
    | NotReprints
    | Correction
    | Withdrawn
    | Version
    | Outcome
    | Twins
)
