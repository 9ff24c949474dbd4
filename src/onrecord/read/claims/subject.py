"""What is possible, likely or ruled out: the proposition is the subject, the predicate says how sure.

    A **strike** cannot be ruled out        it is possible that there is a strike
    Further **cuts** are unlikely
    We do not rule out a **strike**

The network may take such a predicate for the heart of a proposition of its own; its subject, or what is ruled
out, stands in for it.
"""

import re
from collections.abc import Sequence

from onrecord.read.clauses import AUXILIARIES, PREPOSITIONS, SUBORDINATORS, Word, clause, words
from onrecord.span import Span

PREDICATES = frozenset(
    "possible impossible likely unlikely probable improbable conceivable doubtful excluded".split()
)
RULE_OUT = re.compile(
    r"rul(?:e|es|ed|ing)\sout\s(?:(?:a|an|the|any|such|more)\s)*(?P<what>\w+)\b", re.IGNORECASE
)
PASSIVE = re.compile(r"\b(?:be|been|is|are|was|were)\s\Z", re.IGNORECASE)
LONGEST = 80
MARKS = frozenset("that but and or so yet if whether of course indeed still also".split()) | SUBORDINATORS
ADJUNCTS = frozenset("before after until till since once as who which".split())


def subject(text: str, trigger: Span, within: Sequence[Span]) -> Span:
    """The main word of the subject where ``trigger`` says only how sure it is, else ``trigger`` itself.

    >>> text = "indeed it cannot be ruled out"
    >>> subject(text, Span(20, 25), (Span(0, 29),)).of(text)
    'it'
    """
    active = RULE_OUT.match(text, trigger.start, trigger.start + LONGEST)
    if active and not PASSIVE.search(text, max(0, trigger.start - LONGEST), trigger.start):
        return Span(*active.span("what"))
    said = trigger.of(text).lower()
    ruled = text[trigger.start : trigger.start + len("ruled out")].lower() == "ruled out"
    if said not in PREDICATES and not ruled:
        return trigger
    stretch = next((s for s in within if s.start <= trigger.start < s.end), trigger)
    before = _before(text, trigger, stretch)
    head = _head(before)
    return Span(head.start, head.end) if head else trigger


def _before(text: str, trigger: Span, stretch: Span) -> tuple[Word, ...]:
    """The words of the clause up to the trigger, with a clause of time inside it ("before he leaves")."""
    start = clause(text, trigger.start, stretch).start
    for _ in range(3):
        opening = words(text, Span(start, trigger.start))[:1]
        if not opening or opening[0].lower not in ADJUNCTS or start <= stretch.start:
            break
        start = clause(text, start - 1, stretch).start
    return words(text, Span(start, trigger.start))


def _head(before: Sequence[Word]) -> Word | None:
    """The last word of the first noun phrase, which a preposition, a clause or the verb group ends."""
    at = 0
    while at < len(before) and before[at].lower in MARKS:
        at += 1
    end = at
    while (
        end < len(before) and before[end].lower not in PREPOSITIONS | AUXILIARIES | SUBORDINATORS | ADJUNCTS
    ):
        end += 1
    return before[end - 1] if end > at and end < len(before) else None
