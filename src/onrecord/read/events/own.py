"""Events that the article tells in its own voice, outside what anybody says: "Police arrested three men".

Only what is of a type, done by somebody or to somebody, and told as a fact counts: a verb in the past or with
an auxiliary. To ask and to demand are ways of saying, which statements hold.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.read.clauses import words
from onrecord.read.events.kinds import begins, kind, of_noun, of_verb
from onrecord.read.events.lemmas import past
from onrecord.read.events.sentence import Sentence, group, nominal
from onrecord.read.sentences import sentences
from onrecord.span import Span
from onrecord.statement import Statement

SPOKEN = frozenset(("REQUEST", None))  # types that statements hold, and none
LONGEST = 1_000  # code points of a sentence that is looked at


def factual(
    text: str, statements: Sequence[Statement], triggers: Sequence[Span]
) -> Iterator[tuple[Sentence, int]]:
    """The verbs that may tell an event: those of some type, outside statements and their cues."""
    taken = _joined([*triggers, *(span for s in statements for span in (*s.content, *s.cue))])
    starts = [span.start for span in taken]
    for span in sentences(text):
        s = Sentence(text, words(text, Span(span.start, min(span.end, span.start + LONGEST))))
        for i, word in enumerate(s.words):
            at = bisect_right(starts, word.start) - 1
            if (at < 0 or taken[at].end <= word.start) and _tells(s, i):
                yield s, i


def named(text: str, triggers: Sequence[Span]) -> Iterator[tuple[Sentence, int, str]]:
    """The nouns that may speak of an event again, inside and outside of what people say: "the meeting"."""
    taken = _joined(triggers)
    starts = [span.start for span in taken]
    for span in sentences(text):
        s = Sentence(text, words(text, Span(span.start, min(span.end, span.start + LONGEST))))
        for i, word in enumerate(s.words):
            at = bisect_right(starts, word.start) - 1
            if at >= 0 and taken[at].end > word.start:
                continue
            entry = of_noun(s, i)
            if entry and kind(entry.kind).type not in SPOKEN and nominal(s, i) is not False:
                yield s, i, entry.kind


def _tells(s: Sentence, i: int) -> bool:
    """Whether a verb of some type stands at a word, as a fact."""
    if begins(s.said(i)) <= SPOKEN:
        return False
    helped = group(s, i)
    fact = helped.finite or (past(s.said(i)) and not helped.infinitive and not helped.gerund)
    if not fact or nominal(s, i):
        return False
    return any(kind(e.kind).type not in SPOKEN for e in of_verb(s, i, None, passive=helped.passive))


def _joined(spans: Sequence[Span]) -> list[Span]:
    """The stretches that spans cover, in order and none over another."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
