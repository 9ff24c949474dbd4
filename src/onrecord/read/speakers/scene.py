"""Who has been mentioned where: what a reader has in mind when the next "he" or "the minister" comes."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.read.phrases.phrase import Phrase
from onrecord.read.quotes import Quotation, paragraphs
from onrecord.statement import Agent

SENTENCE = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W\d_a-zß-ÿ])|\n\s*")
DEPUTY = "deputy "  # before an office of the tables
REACH = 60  # mentions that a reader has in mind


class Mentioned(NamedTuple):
    """A mention in the order of the text; ``speaks`` if it is the source of a statement."""

    start: int
    end: int
    referent: str
    speaks: bool


@dataclass(slots=True)
class Referent:
    """Somebody the article speaks of, as far as it has been read: an agent of the reading to come.

    ``heads`` are the nouns it was called by, ``words`` those of its names and roles, ``offices``
    its roles by the words of the tables.
    """

    agent: Agent
    gender: str | None = None
    plural: bool = False
    place: bool = False
    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)


class Layout(NamedTuple):
    """Where sentences and paragraphs begin, and what stands in quotation marks."""

    sentences: Sequence[int]
    paragraphs: Sequence[int]
    quotations: Sequence[Quotation]

    def sentence(self, at: int) -> int:
        """The number of the sentence at a place."""
        return bisect_right(self.sentences, at)

    def paragraph(self, at: int) -> int:
        """The number of the paragraph at a place."""
        return bisect_right(self.paragraphs, at)

    def quotation(self, at: int) -> int | None:
        """Where the outermost quotation begins that a place stands in."""
        last = bisect_right(self.quotations, at, key=lambda q: q.start) - 1
        inside = last >= 0 and at < self.quotations[last].end
        return self.quotations[last].start if inside else None


def layout(text: str, quoted: Sequence[Quotation]) -> Layout:
    """The layout of an article."""
    starts = [0, *(m.end() for m in SENTENCE.finditer(text))]
    return Layout(starts, [a for a, _ in paragraphs(text)], [q for q in quoted if q.level == 1])


class Scene:
    """The referents of one article and their mentions, in order."""

    def __init__(self, referents: Iterable[Referent]) -> None:
        self.referents = {r.agent.id: r for r in referents}
        self.mentions: list[Mentioned] = sorted(
            Mentioned(m.start, m.end, id_, speaks=False)
            for id_, r in self.referents.items()
            for m in r.agent.mentions
        )
        self.by_head: dict[str, list[str]] = {}
        for id_, r in self.referents.items():
            for head in r.heads:
                self.by_head.setdefault(head, []).append(id_)

    def before(self, at: int) -> Sequence[Mentioned]:
        """The last mentions that begin before a place, the nearest last."""
        end = bisect_left(self.mentions, at, key=lambda m: m.start)
        return self.mentions[max(0, end - REACH) : end]

    def after(self, at: int, end: int) -> Sequence[Mentioned]:
        """The mentions that begin in a stretch."""
        return self.mentions[
            bisect_left(self.mentions, at, key=lambda m: m.start) : bisect_left(
                self.mentions, end, key=lambda m: m.start
            )
        ]

    def add(self, referent: Referent) -> None:
        """Take in somebody new."""
        self.referents[referent.agent.id] = referent
        for head in referent.heads:
            self.by_head.setdefault(head, []).append(referent.agent.id)

    def mention(self, start: int, end: int, id_: str) -> None:
        """Note that somebody speaks under these words."""
        insort(self.mentions, Mentioned(start, end, id_, speaks=True))

    def call(self, id_: str, phrase: Phrase, words: set[str], office: str) -> None:
        """Remember by what noun, with which words, and as holding which office somebody was called."""
        referent = self.referents[id_]
        if office:
            referent.offices.add(office)
        if phrase.form == "nominal" and phrase.head:
            referent.words |= words
            if phrase.head not in referent.heads:
                referent.heads.add(phrase.head)
                self.by_head.setdefault(phrase.head, []).append(id_)
        referent.gender = referent.gender or phrase.gender

    def called(self, head: str) -> Iterator[str]:
        """The last few who were called by a noun."""
        yield from self.by_head.get(head, ())[-8:]
