"""Respondents: "Sixty percent said they would stay" is said in the poll that the article named before."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from onrecord.read.chain.clauses import Clause, anchor
from onrecord.read.chain.documents import WORD
from onrecord.read.chain.frames import Frame, Who
from onrecord.span import Span
from onrecord.statement import Agent, Statement

RESPONDENTS = re.compile(
    r"\b(?:\d+(?:\.\d+)? ?%|per ?cent|percentage|majority|plurality|[ao]\w*[ -](?:third|quarter|fifth)s?"
    r"|half|thirds|quarters|(?:in|out of) (?:five|ten|four|three|\d+)|respondents?|surveyed|polled|asked)\b",
    re.IGNORECASE,
)
POLL = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Tt]hat|[Tt]his)(?: [\w/’'-]+(?:\.\w+)*){{0,6}}? (?P<noun>[Pp]oll|[Ss]urvey)\b"
    rf"(?: (?:by|of|from|conducted by|taken|carried out by)(?: {WORD}){{1,7}})?"
)
NEAR = 3_000


def polled(
    text: str, outer: Sequence[Statement], around: Mapping[str, Clause], agents: Mapping[str, Agent]
) -> dict[str, Frame]:
    """The poll that each statement of respondents was made in."""
    named = [m for m in POLL.finditer(text) if "\n" not in m[0]]
    places = [m.start() for m in named]
    out: dict[str, Frame] = {}
    for s in outer:
        place, speaker = anchor(s), agents.get(s.speaker or "")
        if place is None or speaker is None or speaker.kind in {"person", "document"}:
            continue
        if any(RESPONDENTS.search(span.of(text)) for span in s.source):
            i = bisect_left(places, around[s.id].end) - 1
            if i >= 0 and place.start - places[i] < NEAR:
                m = named[i]
                who = Who(m[0], "document", Span(*m.span()))
                out[s.id] = Frame("reported_by", who, who.span, False, "poll")
    return out
