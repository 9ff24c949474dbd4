"""Outlets that passed on more than one sentence: an agency credited once, a translator named at the end.

Lindos will not sell the port, the Delta agency reports.     credited for the whole text
(Compiled from Delta dispatches)                             the same
The interview was translated by Delta.                       before the venue of each statement in it
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.read.chain.cast import Cast
from onrecord.read.chain.clauses import Clause
from onrecord.read.chain.frames import Frame, Who, who_of
from onrecord.read.chain.names import names, of
from onrecord.read.chain.outlets import Outlet, latest, within
from onrecord.span import Span
from onrecord.statement import Statement

BASED = re.compile(
    r"\((?:[Cc]ompiled|[Aa]dapted) from |(?:^|\n)\W*(?:Source|Agency|Via): |\b[Tt]ext of (?:a )?report\b"
    r"|\b(?:account|report|article|story) (?:is|was) based on\b"
    r"|\bon which this (?:account|report|article|story) (?:is|was) based\b"
)
TRANSLATED = re.compile(r"\b(?:translat\w+|rendered into|in \w+ translation)\b")
BY = re.compile(r"(?:translated|translation)\b[^\n.;]{0,40}? by (?:the )?(?=[A-Z])")
INTERVIEW = re.compile(r"\b(?:interview|remarks|conversation|quotations|excerpts)\b", re.IGNORECASE)
PASSIVE = re.compile(r"\b(?:was|were|is|are) (?:also |later )?quoted\b")
REPORTS = re.compile(r"\b(?:report(?:s|ed)|writes)\b|\b[Aa]ccording to\b")
NEAR, NAME = 2_000, 60


class Credit(NamedTuple):
    """Frames that hold for every statement, and those that hold for every statement with a venue."""

    whole: tuple[Frame, ...] = ()
    venue: tuple[Frame, ...] = ()


def credit(every: Sequence[Clause], text: str, known: Sequence[Outlet]) -> Credit:
    """What the article says of itself as a whole."""
    whole: list[Frame] = []
    venue: list[Frame] = []
    before: Clause | None = None
    for clause in every:
        based = BASED.search(clause.words)
        named = within(known, clause.start, clause.end)
        who = _credited(text, clause, named, based.end()) if based else None
        if who:
            whole.append(Frame("reported_by", who, who.span, False, "credit"))
        for frame, talk in _translation(text, clause, before, named):
            if based or talk:
                (whole if based else venue).append(frame)
        before = clause
    return Credit(tuple(whole), tuple(venue))


def _credited(text: str, clause: Clause, named: Sequence[Outlet], at: int) -> Who | None:
    """Who is credited: an outlet, or whatever name stands where the credit does."""
    if named:
        return who_of(named[0])
    run = next(names(text, clause.start + at, clause.start + at + NAME), [])
    return Who(of(text, run), "organization", Span(run[0].start(), run[-1].end())) if run else None


def _translation(
    text: str, clause: Clause, before: Clause | None, named: Sequence[Outlet]
) -> Iterator[tuple[Frame, bool]]:
    """Who translated, and whether it was an interview ("It was translated by Delta" looks one back)."""
    translated = TRANSLATED.search(clause.words)
    who = _translator(text, clause, named, translated.start()) if translated else None
    if who:
        talk = INTERVIEW.search(clause.words) or (INTERVIEW.search(before.words) if before else None)
        only_quoted = talk is not None and talk[0].lower() == "quotations"
        yield (
            Frame("translated_by", who, who.span, False, "quotations" if only_quoted else "credit"),
            bool(talk),
        )


def _translator(text: str, clause: Clause, named: Sequence[Outlet], at: int) -> Who | None:
    """Who translated: named behind "translated by", else the last outlet of the sentence."""
    by = BY.match(clause.words, at)
    run = next(names(text, clause.start + by.end(), clause.start + by.end() + NAME), []) if by else []
    if run:
        o = next((o for o in named if o.span.start == run[0].start()), None)
        return who_of(o) if o else Who(of(text, run), "organization", Span(run[0].start(), run[-1].end()))
    return who_of(named[-1]) if named else None


def lead(
    text: str, body: int, outer: Sequence[Statement], known: Sequence[Outlet], cast: Cast
) -> Frame | None:
    """The agency whose the first statement behind the headline is: "..., the Delta agency reports"."""
    first = next((s for s in outer if s.cue and s.cue[0].start >= body), None)
    if first is None or not any(REPORTS.search(cue.of(text)) for cue in first.cue):
        return None
    o = next((o for span in first.source for o in within(known, span.start, span.end)), None)
    if o is None or o.sort != "agency" or cast.find(who_of(o), None) != first.speaker:
        return None
    return Frame("reported_by", who_of(o), o.span, False, "credit")


def quoted(text: str, s: Statement, clause: Clause, known: Sequence[Outlet]) -> Frame | None:
    """The outlet of which a passive speaks: "the minister was quoted as saying"."""
    if not any(PASSIVE.search(cue.of(text)) for cue in s.cue) or within(known, clause.start, clause.end):
        return None
    o = latest(known, clause.start)
    near = o is not None and clause.start - o.span.start < NEAR
    return Frame("reported_by", who_of(o), o.span, False, "quoted") if o and near else None
