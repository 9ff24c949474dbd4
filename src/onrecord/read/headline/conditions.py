"""What the event hangs on in the body, and not in the headline."""

from collections.abc import Iterator, Sequence

from onrecord.claim import Difference
from onrecord.read.clauses import words
from onrecord.read.headline.case import Case, cut
from onrecord.read.headline.commitment import headline_level
from onrecord.read.headline.content import stems
from onrecord.read.headline.hedges import SURE, conditions
from onrecord.read.headline.holders import source_of, tells
from onrecord.read.headline.sides import ARTICLE, Passage, overlaps
from onrecord.read.sentences import sentences
from onrecord.span import Span

CLOSING = " \n\t\"'”’»"


def condition_dropped(case: Case) -> Difference | None:
    """The body has an "if", "unless" or "until" on the event, and the headline has none.

    Beside the lead only a sentence on the same event counts, or one in which the lead's source sets a
    condition for something of the event, and only for a headline without "may". What a headline tells of as
    an act of speech ("Union gives firm until Friday") hangs on nothing.
    """
    if tells(case) or conditions(case.text, case.headline.words):
        return None
    opened = [cut(case.text, c, case.lead.span) for c in conditions(case.text, case.lead.words)]
    if not opened and headline_level(case) == SURE:
        same = (clause for p in case.passages if p.certain for clause in _on_event(case, p))
        opened = [*same, *_set_by_source(case)]
    return Difference("condition_dropped", (case.headline.span,), tuple(opened[:1])) if opened else None


def _on_event(case: Case, passage: Passage) -> Iterator[Span]:
    """The conditions of a sentence on the same event; one that names the event sets none for it."""
    asks = passage.span.of(case.text).rstrip(CLOSING).endswith("?")
    for opened in () if asks else conditions(case.text, passage.words):
        clause = cut(case.text, opened, passage.span)
        if not any(overlaps(clause, c.trigger) for c in passage.claims):
            yield clause


def _set_by_source(case: Case) -> Iterator[Span]:
    """The conditions that the lead's source sets elsewhere, in sentences that name something of the event."""
    source = source_of(case, case.lead)
    if source is None:
        return
    behind = {source.speaker, *(hop.agent for hop in source.chain)} - {None, ARTICLE}
    for s in case.statements:
        if s.speaker in behind and s.level == 1 and s.id != source.id:
            for sentence in _sentences(case.text, s.content):
                yield from _named_beside(case, sentence)


def _named_beside(case: Case, sentence: Span) -> Iterator[Span]:
    """The conditions of a sentence whose other words name something of the event."""
    there = () if sentence.of(case.text).rstrip(CLOSING).endswith("?") else words(case.text, sentence)
    for opened in conditions(case.text, there)[:1]:
        clause = cut(case.text, opened, sentence)
        if case.headline.stems & stems(w for w in there if not clause.start <= w.start < clause.end):
            yield clause


def _sentences(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    for span in spans:
        yield from (Span(span.start + x.start, span.start + x.end) for x in sentences(span.of(text)))
