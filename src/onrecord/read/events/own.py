"""Where an article may speak of events outside its claims: "Police arrested three men", "the arrest".

A verb in the past, in the present of a headline or with an auxiliary, outside of what anybody says, tells it
as the article's own; other verbs may only speak again of what is told elsewhere. To ask and to demand are
ways of saying, which statements hold; to vote, to agree and to rule are deeds, though they have contents too.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.read.clauses import words
from onrecord.read.events.kinds import Entry, begins, happens, of_noun, of_verb
from onrecord.read.events.lemmas import bases, family, participle, past
from onrecord.read.events.sentence import Sentence, group, is_one, nominal, small
from onrecord.read.sentences import sentences
from onrecord.span import Span
from onrecord.statement import Statement

DEEDS = frozenset(("vote", "agreement", "ruling", "appeal"))  # kinds that a cue may be of
BE = frozenset("is are was were be".split())  # "is to close"
COURSE = frozenset("begin start commence resume stop cease finish".split())
SHORTEST = 4  # letters of a word that tells an event again
LONGEST = 1_000  # code points of a sentence that is looked at


class Place(NamedTuple):
    """A word of a sentence that may speak of an event; ``kind`` is that of a noun.

    ``own`` is what a verb tells as a fact, ``news`` what stands in the headline, and ``begun`` what begins or
    ends: "started filling".
    """

    s: Sentence
    at: int
    kind: str | None = None
    own: bool = False
    news: bool = False
    begun: bool = False

    @property
    def trigger(self) -> Span:
        """Where the word stands."""
        return Span(self.s.words[self.at].start, self.s.words[self.at].end)


def sentences_of(text: str) -> list[Sentence]:
    """The sentences of a text, of a very long one its beginning."""
    spans = (Span(span.start, min(span.end, span.start + LONGEST)) for span in sentences(text))
    return [Sentence(text, words(text, span)) for span in spans]


def places(
    every: Sequence[Sentence], statements: Sequence[Statement], taken: Sequence[Span]
) -> Iterator[Place]:
    """The words that may speak of events, in the order of the text, but for those that are ``taken``."""
    said = _Stretches([span for s in statements for span in s.content])
    cues = _Stretches([span for s in statements for span in s.cue])
    other = _Stretches(taken)
    headline = every[0].text.find("\n") if every else 0
    for s in every:
        news = s.words[0].start < headline if s.words else False
        for i, word in enumerate(s.words):
            if other.over(word.start):
                continue
            kinds = begins(word.lower)
            if kinds and nominal(s, i) is not True:
                mine = not said.over(word.start) and (DEEDS & kinds or not cues.over(word.start))
                fact = mine and _fact(s, i, news=news)
                if (fact or nominal(s, i) is False) and _verb(s, i):
                    yield Place(s, i, own=bool(fact), news=news)
                    continue
            if _started(s, i) and not said.over(word.start):
                yield Place(s, i, own=True, news=news, begun=True)
                continue
            entry = of_noun(s, i)
            if entry and happens(entry.kind) and _noun(s, i, entry):
                yield Place(s, i, entry.kind, news=news)


def echoes(every: Sequence[Sentence], known: frozenset[str], taken: Sequence[Span]) -> Iterator[Place]:
    """The words that share one with an event (``known``): "the extradition" after "extradited"."""
    other = _Stretches(taken)
    for s in every:
        for i, word in enumerate(s.words):
            if len(word.lower) < SHORTEST or not known & family(word.lower):
                continue
            if (nominal(s, i) or _begun(s, i)) and not other.over(word.start):
                yield Place(s, i)


def _begun(s: Sentence, i: int) -> bool:
    """Whether a word is what begins, goes on or ends: "started filling"."""
    return s.said(i).endswith("ing") and is_one(s.said(i - 1), "aspect")


def _started(s: Sentence, i: int) -> bool:
    """Whether a word is what the verb before it says to begin or to end, and has an object of its own."""
    before = bases(s.said(i - 1)) if i else frozenset[str]()
    tells = s.said(i).endswith("ing") and not (is_one(s.said(i), "verb") or is_one(s.said(i), "light"))
    return tells and not before.isdisjoint(COURSE) and s.said(i + 1) in small("determiner") | {"its", "their"}


class _Stretches:
    """Stretches of a text, asked whether a place lies in one of them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.joined: list[Span] = []
        for span in sorted(spans):
            if self.joined and span.start <= self.joined[-1].end:
                self.joined[-1] = Span(self.joined[-1].start, max(self.joined[-1].end, span.end))
            else:
                self.joined.append(span)
        self.starts = [span.start for span in self.joined]

    def over(self, place: int) -> bool:
        at = bisect_right(self.starts, place) - 1
        return at >= 0 and self.joined[at].end > place


def _verb(s: Sentence, i: int) -> bool:
    """Whether a verb of a kind that happens stands at a word, and no adjective: "is open"."""
    said = s.said(i)
    if s.said(i - 1) in BE and not (participle(said) or said.endswith("ing")):
        return False
    return any(happens(e.kind) for e in of_verb(s, i, None, passive=group(s, i).passive))


def _fact(s: Sentence, i: int, *, news: bool) -> bool:
    """Whether a verb tells something as a fact, or as what is or will be."""
    helped = group(s, i)
    if helped.infinitive:
        return s.said(helped.start - 1) in BE or (
            news and helped.start > 0 and not _catenative(s, helped.start - 1)
        )
    present = news and s.said(i).endswith("s") and not helped.gerund
    return helped.finite or present or (past(s.said(i)) and not helped.gerund)


def _catenative(s: Sentence, i: int) -> bool:
    """Whether a word takes an infinitive: "wants to close", and not "Unit to close"."""
    return past(s.said(i)) or s.said(i).endswith("s") or nominal(s, i) is False


def _noun(s: Sentence, i: int, entry: Entry) -> bool:
    """Whether a noun stands at a word, and not only a verb that is spelled like it: "according"."""
    said = s.said(i)
    if said.endswith(("ing", "ed")) and said not in entry.items:
        return False
    return nominal(s, i) is not False and entry != of_noun(s, i - 1)
