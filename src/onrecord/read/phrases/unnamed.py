"""Whether a phrase leaves open who speaks, and why: "an official who asked not to be named"."""

from collections.abc import Sequence

from onrecord.read.phrases.nouns import lexicon
from onrecord.read.phrases.wording import Word
from onrecord.span import Span

Words = Sequence[Word]


def reason_for(text: str, words: Words) -> Span | None:
    """The clause that tells why: from "who", "speaking", "on condition" to the end."""
    lower = text[words[0].start : words[-1].end].lower()
    if len(lower) != words[-1].end - words[0].start:
        return None
    at = min((i for i in (lower.find(reason) for reason in lexicon().reasons) if i >= 0), default=None)
    if at is None:
        return None
    small = lexicon().small
    begins = small["relative"] | {"speaking", "on", "because", "citing", "asking", "under", "requesting"}
    start = next(
        (w.start for w in words if w.lower in begins and w.start <= words[0].start + at), words[0].start + at
    )
    return Span(start, words[-1].end)
