"""Whether the headline's event is a narrower or a wider one than the body's."""

from itertools import takewhile

from onrecord.claim import Difference
from onrecord.read.clauses import AUXILIARIES, PREPOSITIONS, Word
from onrecord.read.headline.case import Case
from onrecord.read.headline.commitment import told
from onrecord.read.headline.content import stems
from onrecord.read.headline.lexicon import Pair, found, lexicon
from onrecord.span import Span

REACH = 6  # words from "one of" to the noun that is parted


def event_narrowed(case: Case) -> Difference | None:
    """The headline names a kind of event where the body names a wider one ("meet", "contact")."""
    pair = next((p for table in lexicon().narrower if (p := _paired(case, table))), None)
    return Difference("event_narrowed", *pair) if pair else None


def event_widened(case: Case) -> Difference | None:
    """The headline names the whole where the body names a part, or goes further than it."""
    pair = next((p for table in lexicon().wider if (p := _paired(case, table))), None) or _parted(case)
    return Difference("event_widened", *pair) if pair else None


def _paired(case: Case, table: Pair) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """The words of a table's two sides, where the lead has only the one and the headline only the other."""
    above, below = case.headline.words, case.lead.words
    said, told = _listed(above, table.headline), _listed(below, table.body)
    if said and told and not _listed(above, table.body) and not _listed(below, table.headline):
        return said[:1], told[:1]
    return None


def _listed(there: tuple[Word, ...], words: frozenset[str]) -> tuple[Span, ...]:
    return tuple(Span(w.start, w.end) for w in there if w.lower in words)


def _parted(case: Case) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """The part that the lead names of what the headline names whole, or the bounds that it keeps to."""
    there = case.headline.words
    counted = any(found(name, there) for name in ("part", "limit", "counted"))
    if counted or any(w.lower[0].isdigit() for w in there):
        return None
    for part in found("part", case.lead.words):
        shared = case.headline.stems & stems(_noun(case.lead.words, part))
        if shared:
            return tuple(Span(w.start, w.end) for w in there if shared & stems((w,))), (part,)
    limits = found("limit", told(case))
    return ((case.headline.span,), tuple(limits[:1])) if limits else None


def _noun(there: tuple[Word, ...], part: Span) -> tuple[Word, ...]:
    """The words after "one of" up to the end of the noun phrase."""
    after = [w for w in there if w.start >= part.end][:REACH]
    return tuple(takewhile(lambda w: w.lower not in AUXILIARIES | PREPOSITIONS, after))
