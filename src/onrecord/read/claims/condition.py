"""The condition that a claim hangs on: the if-clause of its sentence, in the article's words."""

import re
from collections.abc import Sequence

from onrecord.read.clauses import clauses, words
from onrecord.read.sentences import sentence_at, sentences
from onrecord.span import Span

OPENERS = frozenset("if unless provided once should assuming".split())
PHRASES = re.compile(
    r"(?i)\b(?:as long as|so long as|on (?:the )?condition that|in the event (?:that|of)|in case)\b"
)
TRIM = " \t\r\n,;:.!?…-–—“”\"‘’'"


def condition(text: str, within: Sequence[Span], trigger: Span) -> Span | None:
    """Where in the sentence of ``trigger`` a condition stands that the trigger itself is not part of."""
    stretch = next((s for s in within if s.start <= trigger.start < s.end), None)
    sentence = sentence_at(sentences(text), trigger.start)
    if stretch is not None:
        sentence = Span(
            max(sentence.start, stretch.start), max(sentence.start, min(sentence.end, stretch.end))
        )
    for found in clauses(text, sentence):
        said = words(text, found)
        opens = bool(said) and (
            said[0].lower in OPENERS or (len(said) > 1 and said[1].lower in {"if", "unless"})
        )
        if (
            opens or PHRASES.match(found.of(text).lstrip(TRIM))
        ) and not found.start <= trigger.start < found.end:
            return _trimmed(text, found)
    return None


def _trimmed(text: str, span: Span) -> Span:
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip(TRIM))
    return Span(start, max(start, span.start + len(said.rstrip(TRIM))))
