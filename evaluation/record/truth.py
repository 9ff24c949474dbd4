"""The labelled truth of a run of articles, its quotations resolved to places in the articles.

A line of truth names a place by the article's url and a quotation that stands in it once; where a url has two
versions, ``published`` says which. What does not resolve is a mistake of the truth, listed in ``problems``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from evaluation.record import lines
from evaluation.record.lines import Line, Place, Printed
from onrecord import Span

HALVES = ("open", "more", "fresh", "later", "stories", "checking", "blind")
SEALED = ("checking", "blind")
ROOT = Path(__file__).parent.parent.parent
ARTICLES = ROOT / "examples" / "news"
GOLD = ROOT / "evaluation" / "gold" / "record"
T = TypeVar("T")


class Key(NamedTuple):
    """One version of one article."""

    url: str
    published: str


class Reported(NamedTuple):
    """Where an article reports an utterance."""

    utterance: str
    article: Key
    span: Span


class Mentioned(NamedTuple):
    """The word by which an article names an event."""

    event: str
    article: Key
    span: Span


class Truth:
    """A run of articles and what is true of them."""

    def __init__(self, articles: Iterable[Printed], labelled: Iterable[Line]) -> None:
        self.texts = {Key(one.url, one.published): one.text for one in articles}
        self.problems: list[str] = []
        self._keys: dict[str, list[Key]] = defaultdict(list)
        for key in sorted(self.texts):
            self._keys[key.url].append(key)
        every = list(labelled)
        self.people = _of(lines.Person, every)
        self.utterances = {one.id: one for one in _of(lines.Utterance, every)}
        self.events = {one.id: one for one in _of(lines.Event, every)}
        self.positions = {(one.holder, one.event): one for one in _of(lines.Position, every)}
        self.reprints = _of(lines.Reprints, every)
        self.apart = _of(lines.NotReprints, every)
        self.corrections = _of(lines.Correction, every)
        self.withdrawn = _of(lines.Withdrawn, every)
        self.versions = _of(lines.Version, every)
        self.outcomes = _of(lines.Outcome, every)
        self.twins = _of(lines.Twins, every)
        self.reports = list(self._reports())
        self.mentions = list(self._mentions())
        self.texts_of = self._texts_of()
        self.problems += self._loose_ends()

    def key(self, url: str | None, published: str | None = None) -> Key | None:
        """The version that is meant; None where there is none, or where it stays open which."""
        keys = self._keys.get(url or "", [])
        if len(keys) == 1:
            return keys[0]
        same = [key for key in keys if published and _moment(key.published) == _moment(published)]
        return same[0] if len(same) == 1 else None

    def report(self, key: Key) -> Key:
        """The report of which ``key`` is a version, as its earliest version."""
        return self.texts_of.get(key, key)

    @cached_property
    def reports_in(self) -> Mapping[Key, list[int]]:
        """The numbers of the reports in each article."""
        found: dict[Key, list[int]] = defaultdict(list)
        for i, one in enumerate(self.reports):
            found[one.article].append(i)
        return found

    def groups(self) -> list[frozenset[Key]]:
        """The reports that carry one text, group by group; each as its earliest version."""
        groups = []
        for one in self.reprints:
            named = [(one.original, one.published), *((copy.url, copy.published) for copy in one.copies)]
            keys = [self.any_version(url, published) for url, published in named]
            groups.append(frozenset(self.report(key) for key in keys if key))
        return groups

    def named(self, url: str, published: str | None = None) -> list[Key]:
        """The version that is meant, as a list, or nothing."""
        key = self.key(url, published)
        return [key] if key else []

    def any_version(self, url: str | None, published: str | None = None) -> Key | None:
        """As ``key``, but any version where it stays open which."""
        return self.key(url, published) or next(iter(self._keys.get(url or "", [])), None)

    def _find(self, place: Place, what: str) -> tuple[Key, Span] | None:
        key = self.key(place.url, place.published)
        if key is None:
            self.problems.append(f"{what}: no single article {place.url} {place.published or ''}")
            return None
        if self.texts[key].count(place.quote) != 1:
            times = self.texts[key].count(place.quote)
            self.problems.append(f"{what}: stands {times} times in {place.url}: {place.quote}")
            return None
        start = self.texts[key].index(place.quote)
        return key, Span(start, start + len(place.quote))

    def _reports(self) -> Iterator[Reported]:
        for utterance in self.utterances.values():
            for place in utterance.reports:
                if found := self._find(place, f"utterance {utterance.id}"):
                    yield Reported(utterance.id, *found)

    def _mentions(self) -> Iterator[Mentioned]:
        for event in self.events.values():
            for place in event.mentions:
                trigger = place.quote if place.trigger is None else place.trigger
                if found := self._find(place, f"event {event.id}"):
                    if place.quote.count(trigger) != 1:
                        self.problems.append(f"event {event.id}: {trigger!r} is not once in {place.quote!r}")
                        continue
                    start = found[1].start + place.quote.index(trigger)
                    yield Mentioned(event.id, found[0], Span(start, start + len(trigger)))

    def _texts_of(self) -> dict[Key, Key]:
        """For each version the earliest version of the same report."""
        first: dict[Key, Key] = {}
        for keys in self._keys.values():
            earliest = min(keys, key=lambda key: _moment(key.published))
            first |= dict.fromkeys(keys, earliest)
        for version in self.versions:
            earlier = self.key(version.earlier_url or version.url, version.earlier_published)
            later = self.key(version.url, version.later_published)
            if earlier is None or later is None:
                self.problems.append(f"version: no such article {version.url}")
                continue
            old, new = first[earlier], first[later]
            first = {key: old if one == new else one for key, one in first.items()}
        return first

    def _loose_ends(self) -> Iterator[str]:
        """What the lines name and no line describes."""
        people = {person.id for person in self.people}
        for utterance in self.utterances.values():
            if people and utterance.speaker not in people:
                yield f"utterance {utterance.id}: no person {utterance.speaker}"
        for (holder, event), position in self.positions.items():
            if people and holder not in people:
                yield f"position: no person {holder}"
            if event not in self.events:
                yield f"position of {holder}: no event {event}"
            for step in position.steps:
                if step.utterance not in self.utterances:
                    yield f"position of {holder} on {event}: no utterance {step.utterance}"
                if step.superseded_by and not {step.superseded_by} & (
                    self.utterances.keys() | self._keys.keys()
                ):
                    yield f"position of {holder} on {event}: nothing is called {step.superseded_by}"
        urls = [url for one in self.apart for url in one.urls]
        urls += [url for one in self.reprints for url in (one.original, *(copy.url for copy in one.copies))]
        yield from (f"reprints: no article {url}" for url in urls if url not in self._keys)
        named = [one.event for one in self.outcomes] + [event for one in self.twins for event in one.events]
        yield from (f"outcome or twins: no event {event}" for event in named if event not in self.events)


def load(half: str) -> Truth:
    """The truth of one half of the run that ships with the project."""
    return Truth(printed(half), read_lines(GOLD / f"{half}.jsonl"))


def articles_of(half: str) -> Path:
    """Where the articles of a part of the run are; only those of `open` and `checking` are examples."""
    return (ARTICLES if half in ("open", "checking") else GOLD) / half


def printed(half: str) -> list[Printed]:
    decode = msgspec.json.Decoder(Printed).decode_lines
    return [one for path in sorted(articles_of(half).glob("*.jsonl")) for one in decode(path.read_bytes())]


def read_lines(path: Path) -> list[Line]:
    return msgspec.json.Decoder(Line).decode_lines(path.read_bytes())


def _of(kind: type[T], every: Iterable[Line]) -> list[T]:
    return [line for line in every if isinstance(line, kind)]


def _moment(published: str) -> float:
    """When it was published, whichever way it is written; what is no time is earlier than all."""
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        return 0.0
    return found.timestamp()
