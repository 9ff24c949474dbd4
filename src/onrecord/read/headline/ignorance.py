"""Who says in the body that he does not know, which the headline leaves out."""

from collections.abc import Sequence

from onrecord.claim import Difference
from onrecord.read.clauses import words
from onrecord.read.headline.case import Case
from onrecord.read.headline.commitment import told
from onrecord.read.headline.content import stems
from onrecord.read.headline.holders import source_of
from onrecord.read.headline.lexicon import found
from onrecord.read.headline.sides import Passage, overlaps
from onrecord.span import Span
from onrecord.statement import Statement

KINDS = frozenset({"ignorance", "not_confirmed"})
MANY = 60  # words of a statement in which not knowing is looked for
AFTER = 14  # words after "do not know" that tell what
FEW = 5  # words of a content that only points back
ENOUGH = 2  # words of the lead or the headline among them


def ignorance_dropped(case: Case) -> Difference | None:
    """Somebody says of the event that he does not know or does not confirm it, and the headline is silent.

    Where no claim on the same event tells so, words do: those after "do not know" or of the question that it
    answers have to name the event.
    """
    if found("ignorance", case.headline.words):
        return None
    spans = [span for p in case.passages if p.certain and not p.lead for span in _unknown(p)]
    if not spans:
        known = case.headline.stems | stems(told(case))
        spans = [span for s in case.statements for span in _does_not_know(case, s, known)]
    body = tuple(dict.fromkeys(spans))
    return Difference("ignorance_dropped", (case.headline.span,), body) if body else None


def _unknown(passage: Passage) -> Sequence[Span]:
    """The words of not knowing in a sentence on the event."""
    if any(c.stances and c.stances[-1].kind in KINDS for c in passage.claims):
        return found("ignorance", passage.words) or [passage.span]
    return ()


def _does_not_know(case: Case, s: Statement, known: frozenset[str]) -> Sequence[Span]:
    """The words of not knowing what was told, or of not confirming the report that alone tells it."""
    if overlaps(case.headline.span, s.content) or overlaps(case.lead.span, s.cue):
        return ()
    there = [w for span in sorted((*s.cue, *s.content))[:3] for w in words(case.text, span)[:MANY]]
    spans = found("ignorance", there)
    if not spans or _is_the_report(case, s):
        return spans if source_of(case, case.lead) else ()
    asked = [w for x in (s.question.content if s.question else ()) for w in words(case.text, x)[:MANY]]
    after = [w for w in there if spans[0].end <= w.start][:AFTER]
    return spans if len(known & stems((*asked, *after))) >= ENOUGH else ()


def _is_the_report(case: Case, s: Statement) -> bool:
    """Whether a content only points to what was reported: "neither confirmed nor denied the report"."""
    content = [w for span in s.content[:1] for w in words(case.text, span)[:MANY]]
    return bool(content) and len(content) <= FEW and bool(found("anaphora", content[-1:]))
