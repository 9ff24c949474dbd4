"""A record's layers put beside labelled truth: which statement is which report, who is who, what is what.

All is matched by places in the articles, never by ids or by names, but for holders who never speak.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from evaluation.record.layers import Layers
from evaluation.record.truth import Key, Truth
from onrecord import Span
from onrecord.entry import Position, Report, Source, Who

A = TypeVar("A", bound=Hashable)
B = TypeVar("B", bound=Hashable)


class Said(NamedTuple):
    """A statement of the record: where its words are, in which utterance it is, and whose."""

    article: Key
    statement: str
    content: tuple[Span, ...]
    utterance: int
    speaker: Hashable
    report: Report


class Named(NamedTuple):
    """A word of the record that names an event."""

    article: Key
    span: Span
    event: int


class Matched:
    """Truth and layers side by side.

    ``said`` gives for the number of a report of the truth the statement that it is, and ``named`` for that of
    a mention the word that it is; who and what the record means by its own ids is what most of these say.
    """

    def __init__(self, truth: Truth, layers: Layers) -> None:
        self.truth, self.layers = truth, layers
        self.statements = list(self._statements())
        self.words = list(self._words())
        self.said = {gold: self.statements[i] for gold, i in match_reports(truth, self.statements).items()}
        self.named = {gold: self.words[i] for gold, i in match_mentions(truth, self.words).items()}
        self._by_statement = {(one.article, one.statement): gold for gold, one in self.said.items()}
        self._number = {
            f"{report.article.id}/{report.statement}": i
            for i, utterance in enumerate(layers.utterances)
            for report in utterance.reports
        }
        self._number |= {utterance.id: i for i, utterance in enumerate(layers.utterances)}
        self._utterances = most(
            (one.utterance, truth.reports[gold].utterance) for gold, one in sorted(self.said.items())
        )
        self.people = most((one.speaker, self.speaker(gold)) for gold, one in sorted(self.said.items()))
        self._events = most(
            (one.event, truth.mentions[gold].event) for gold, one in sorted(self.named.items())
        )
        self._occurrence = {occurrence.id: i for i, occurrence in enumerate(layers.events)}
        self._names = _names(truth)
        sources = list(_sources(layers))
        self._articles = {source.id: key for source in sources if (key := self.key(source))}
        self.withdrawn = {self.key(source) for source in sources if source.status == "withdrawn"}

    def key(self, source: Source) -> Key | None:
        """The article of the truth that an entry points at."""
        return self.truth.key(source.url, source.published)

    def article(self, id: str) -> Key | None:
        """The article that an entry's id, or a url, stands for."""
        return self._articles.get(id) or self.truth.key(id)

    def articles_of(self, id: str) -> set[Key]:
        """The articles that report an utterance of the record."""
        number = self._number.get(id, -1)
        return {one.article for one in self.statements if one.utterance == number}

    def speaker(self, gold: int) -> str:
        """Who speaks in a report of the truth."""
        return self.truth.utterances[self.truth.reports[gold].utterance].speaker

    def event(self, occurrence: str) -> str | None:
        """The labelled event that an event of the record is: the one that most of its matched words name."""
        return self._events.get(self._occurrence.get(occurrence, -1))

    def holder(self, who: Who) -> str | None:
        """The labelled person that a person of the record is: the one in most of its matched statements.

        Somebody who is in none of them, since others speak for them, is found by a name that only one has.
        """
        if who.id in self.people:
            return self.people[who.id]
        return self._names.get(who.name.casefold())

    def utterance(self, id: str) -> str | None:
        """The labelled utterance that most matched reports of one of the record are of.

        ``id`` is its own, or that of one of its statements, as "article/statement".
        """
        return self._utterances.get(self._number.get(id, -1))

    @cached_property
    def crowded(self) -> dict[int, Said]:
        """The reports that were read only in a statement that is another report, with that statement."""
        best = {gold: i for _, gold, i in sorted(may_be(self.truth, self.statements), reverse=True)}
        return {gold: self.statements[i] for gold, i in sorted(best.items()) if gold not in self.said}

    @cached_property
    def pieces(self) -> frozenset[int]:
        """Crowded reports of the very utterance that their statement reports: pieces of one quotation."""
        reports = self.truth.reports
        own = {(said.article, said.statement): reports[gold].utterance for gold, said in self.said.items()}
        return frozenset(
            gold
            for gold, said in self.crowded.items()
            if own.get((said.article, said.statement)) == reports[gold].utterance
        )

    def saying(self, position: Position) -> str | None:
        """The labelled utterance that a position rests on.

        It is the one that its statement was matched with, if the claim's word stands in its quotation; else
        the one in whose quotation that word stands, for one statement may hold two of them; else the one of
        its statement; else that of most reports of its utterance.
        """
        key = self.key(position.article)
        own = None if key is None else self._by_statement.get((key, position.statement))
        inside = [] if key is None else self.truth.reports_in[key]
        about = [i for i in inside if _shared((self.truth.reports[i].span,), position.trigger)]
        if about and own not in about:
            own = min(about, key=lambda gold: _length((self.truth.reports[gold].span,)))
        return self.utterance(position.utterance) if own is None else self.truth.reports[own].utterance

    def _statements(self) -> Iterator[Said]:
        for number, utterance in enumerate(self.layers.utterances):
            who = utterance.speaker
            speaker: Hashable = (number, who.name) if who.id is None else who.id
            for report in utterance.reports:
                if key := self.key(report.article):
                    yield Said(key, report.statement, report.content, number, speaker, report)

    def _words(self) -> Iterator[Named]:
        for number, occurrence in enumerate(self.layers.events):
            for spoken in occurrence.mentions:
                if key := self.key(spoken.article):
                    yield from (Named(key, span, number) for span in spoken.triggers)


def match_reports(truth: Truth, statements: Sequence[Said]) -> dict[int, int]:
    """Which statement is which report, one to one; by their numbers.

    A statement may be a report if it is in the same version of the same article and they share at least half
    of the quotation or of the statement's content. The pairs that agree best (Dice) come first. Who speaks
    plays no part.
    """
    return _one_to_one(may_be(truth, statements))


def may_be(truth: Truth, statements: Sequence[Said]) -> list[tuple[float, int, int]]:
    """Which reports and statements may be one, by number; those that agree best have the least value."""
    found = []
    by_article = _by_article(one.article for one in statements)
    for gold, reported in enumerate(truth.reports):
        for i in by_article[reported.article]:
            content = statements[i].content
            shared = _shared((reported.span,), content)
            sizes = _length((reported.span,)), _length(content)
            if shared and 2 * shared >= min(sizes):
                found.append((-2 * shared / sum(sizes), gold, i))
    return found


def match_mentions(truth: Truth, words: Sequence[Named]) -> dict[int, int]:
    """Which word of the record is which mention of an event, one to one: those that overlap most (Dice)."""
    found = []
    by_article = _by_article(one.article for one in words)
    for gold, mentioned in enumerate(truth.mentions):
        for i in by_article[mentioned.article]:
            shared = _shared((mentioned.span,), (words[i].span,))
            if shared:
                sizes = _length((mentioned.span,)) + _length((words[i].span,))
                found.append((-2 * shared / sizes, gold, i))
    return _one_to_one(found)


def most(pairs: Iterable[tuple[A, B]]) -> dict[A, B]:
    """For each left side the right side that it comes with most often; of two, the one that came first.

    >>> most([("a", 1), ("a", 2), ("a", 2), ("b", 3)])
    {'a': 2, 'b': 3}
    """
    votes: dict[A, Counter[B]] = defaultdict(Counter)
    for left, right in pairs:
        votes[left][right] += 1
    return {left: counted.most_common(1)[0][0] for left, counted in votes.items()}


def _one_to_one(found: list[tuple[float, int, int]]) -> dict[int, int]:
    taken: set[int] = set()
    matched: dict[int, int] = {}
    for _, gold, i in sorted(found):
        if gold not in matched and i not in taken:
            matched[gold] = i
            taken.add(i)
    return matched


def _by_article(articles: Iterable[Key]) -> Mapping[Key, list[int]]:
    """The numbers of the items in each article."""
    found: dict[Key, list[int]] = defaultdict(list)
    for i, article in enumerate(articles):
        found[article].append(i)
    return found


def _sources(layers: Layers) -> Iterator[Source]:
    """Every article as the entries point at it."""
    for utterance in layers.utterances:
        yield from (report.article for report in utterance.reports)
    for occurrence in layers.events:
        yield from (spoken.article for spoken in occurrence.mentions)
    yield from (position.article for position in layers.positions)
    for group in layers.reprints:
        yield group.original
        yield from (copy.article for copy in group.copies)


def _names(truth: Truth) -> dict[str, str]:
    """Names that only one labelled person has."""
    called: dict[str, set[str]] = defaultdict(set)
    for person in truth.people:
        for name in (person.name, *person.names):
            called[name.casefold()].add(person.id)
    return {name: next(iter(ids)) for name, ids in called.items() if len(ids) == 1}


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _shared(one: Iterable[Span], other: Iterable[Span]) -> int:
    """How many characters two sets of spans share."""
    others = tuple(other)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in others)
