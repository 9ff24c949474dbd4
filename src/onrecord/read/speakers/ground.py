"""What the steps of resolution share about one article: its text, names, scene, and what is known."""

import re
from datetime import date
from typing import NamedTuple

from onrecord.article import Article
from onrecord.knowledge import Knowledge, modifier, noun
from onrecord.read.attribution.cited import speaking
from onrecord.read.network.mentions import Name
from onrecord.read.network.scan import Links
from onrecord.read.phrases.phrase import Phrase
from onrecord.read.speakers.scene import DEPUTY, Layout, Scene
from onrecord.span import Span
from onrecord.statement import Statement

NEW = ""
LONGEST_OFFICE = 3
WORD = re.compile(r"\w+")
SMALL = frozenset(
    "a an and at by for from her his in its my of on or our that the their this to with who whose former "
    "new".split()
)


class Ground(NamedTuple):
    """One article on its way: ``names`` in order, ``at`` whose name begins where, ``on`` its day.

    ``lead`` is where the first paragraph ends.
    """

    article: Article
    names: list[Name]
    where: Layout
    scene: Scene
    links: Links
    known: Knowledge
    at: dict[int, str]
    on: date | None
    lead: int

    def words(self, span: Span | None) -> str:
        """The words of a span; none of no span."""
        return span.of(self.article.text) if span else ""

    def spoken(self, s: Statement) -> tuple[Span, ...]:
        """The part of a statement's source that speaks."""
        return speaking(self.article.text, s.source, s.cue)

    def place(self, s: Statement) -> Span:
        """Where a statement's source stands, or its cue if it has none."""
        return (self.spoken(s) or s.cue)[0]

    def role(self, said: Phrase) -> str:
        """What a source calls whoever it refers to."""
        return self.words(said.role) or said.head


def content_words(phrase: str) -> set[str]:
    """The words of a phrase that tell something, in lower case."""
    return {w for w in (m[0].lower() for m in WORD.finditer(phrase)) if w not in SMALL and len(w) > 1}


def office_of(told: str) -> str:
    """The word of the tables for a role: a press secretary is a spokesperson, a vice mayor a deputy mayor."""
    words = told.lower().split()
    for size in range(min(LONGEST_OFFICE, len(words)), 0, -1):
        held = noun(" ".join(words[-size:]))
        if held:
            below = any(modifier(word) == "deputy" for word in words[:-size])
            return f"{DEPUTY}{held.office}" if below and not held.office.startswith(DEPUTY) else held.office
    return ""


def day(published: str | None) -> date | None:
    """The day of an ISO date, None of anything else."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
