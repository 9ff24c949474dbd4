"""Attributions without a verb that typography gives away and that training data hold too few of to learn.

    “See you in court.” — Alda Reyes, commissioner      a signed quotation
    From the minister: “The dam will hold.”             a labelled one
    In the words of the coach, they were “lucky”.       a turn of phrase
    Q: Will you stay?   A: I hope so.                   turns of a transcript

Each is a candidate like the tagger's own and gives way to one that is surer of the same words; labelled turns
give way to none. ``SURE`` is a cue probability about which the tagger is usually right; there are too few of
these in any corpus to measure.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.read.network.link import Candidate, Spans
from onrecord.read.quotes import Quotation, paragraphs
from onrecord.span import Span

SURE = 0.7
CERTAIN = 1.0  # a label on every turn leaves no doubt
ASKS, ANSWERS = ("Q", "Question"), ("A", "Answer")  # labels of turns in a transcript
TURN = re.compile(rf"(?P<who>{'|'.join(ASKS + ANSWERS)})(?P<cue>[:.])\s+(?P<what>\S.*)", re.DOTALL)
NAME = r"[^\W\d_][^\n.!?;:“”\"«»]{1,70}?"
SIGNATURE = re.compile(rf"\s*(?P<cue>-{{1,2}}|[–—])\s*(?P<who>(?=[^\W\d_a-zß-ÿ]|the ){NAME})\.?\s*$")
LABEL = re.compile(rf"\s*(?P<cue>From) (?P<who>{NAME}):\s*$")
PHRASE = re.compile(
    r"\b(?P<cue>In the words of) (?P<who>[^\n,.!?;:]{2,60}), (?P<what>[^\n.!?]{3,400}(?:[.!?]?[”’\"'»])*)",
    re.IGNORECASE,
)


def verbless(text: str, outer: Sequence[Quotation]) -> Iterator[Candidate]:
    """Candidates for such attributions; ``outer`` are the article's quotations of level 1, in order."""
    turns = [m for start, end in paragraphs(text) if (m := TURN.match(text, start, end))]
    if {m["who"] in ASKS for m in turns} == {True, False}:
        for turn in turns:
            what = Span(turn.start("what"), turn.end("what"))
            yield _candidate(turn, 0, (what,))._replace(p=CERTAIN)
    upcoming = iter(outer)
    quotation = next(upcoming, None)
    for start, end in paragraphs(text):
        inside = []
        while quotation and quotation.start < end:
            inside.append(quotation)
            quotation = next(upcoming, None)
        if inside and inside[-1].end <= end:
            yield from _beside(text, start, end, inside)
        for match in PHRASE.finditer(text, start, end):
            yield _candidate(match, 0, (Span(match.start("what"), match.end("what")),))


def _beside(text: str, start: int, end: int, inside: list[Quotation]) -> Iterator[Candidate]:
    """A quotation that begins its paragraph and is signed at its end, or that a label introduces."""
    before, after = text[start : inside[0].start], text[inside[-1].end : end]
    content = tuple(Span(q.start, q.end) for q in inside)
    if not before.strip() and (match := SIGNATURE.match(after)):
        yield _candidate(match, inside[-1].end, content)
    elif match := LABEL.match(before):
        yield _candidate(match, start, content)


def _candidate(match: re.Match[str], offset: int, content: Spans) -> Candidate:
    source, cue = (Span(offset + match.start(k), offset + match.end(k)) for k in ("who", "cue"))
    return Candidate(SURE, (source,), (cue,), content)
