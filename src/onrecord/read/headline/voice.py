"""Whose words a headline gives, as far as its form tells."""

from onrecord.read.clauses import words
from onrecord.read.headline.lexicon import found
from onrecord.span import Span

TAIL = 7  # words of ", a court in Oslo hears"
LABEL = 5  # words before a colon


def cites(text: str, place: Span) -> bool:
    """Whether a headline names a source by its form: "Minister: ...", "..., court hears".

    >>> [cites(h, Span(0, len(h))) for h in ("Mayor: no sale", "Port to shut, union says", "Port to shut")]
    [True, True, False]
    """
    line = place.of(text).rstrip()
    tail = max(line.rfind(mark) for mark in (",", " – ", " - ", " — "))
    after = words(text, Span(place.start + tail + 1, place.end)) if tail > 0 else ()
    if after and len(after) <= TAIL and found("citing", after):
        return True
    colon = line.find(": ")
    return colon > 0 and len(words(text, Span(place.start, place.start + colon))) <= LABEL
