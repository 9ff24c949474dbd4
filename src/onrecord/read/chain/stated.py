"""Which frames each statement's own sentence states, and whose they are where a sentence holds several."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.read.chain.cast import Cast
from onrecord.read.chain.clauses import Clause, anchor
from onrecord.read.chain.documents import named_by, papers
from onrecord.read.chain.frames import Frame, Who, frames, who_of
from onrecord.read.chain.outlets import Outlet, latest, nominals, within
from onrecord.span import Span
from onrecord.statement import Statement

QUOTING = re.compile(r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))\b")
AWAY = re.compile(r"\b(?:of|for|at|from|with|to|by|in)\s")
APPOSED = re.compile(r"[ ,]*(?:$|which|the |a n)")
DESCRIBING = {"according to", "on"}
ELSEWHERE = {"to", "seen by", "remarks to", "translated by", "according to", "X reported", "on a page"}
IN_PLACE_OF = {"it", "which"}


class Press(NamedTuple):
    """An article's text, the outlets and interviewers that it names, and its agents."""

    text: str
    outlets: Sequence[Outlet]
    hosts: Mapping[str, Who]
    cast: Cast

    def frames(self, clause: Clause) -> list[Frame]:
        """Every frame of a sentence."""
        return _apart((*papers(self.text, clause), *frames(self.text, clause, self.outlets, self.hosts)))


class Aside(NamedTuple):
    """A sentence without a statement that says where somebody spoke: "She spoke on Radio Lindos"."""

    id: str
    speaker: str
    clause: Clause
    frame: Frame


def asides(press: Press, empty: Iterable[Clause], last: Callable[[int], str | None]) -> Iterator[Aside]:
    """The frames of sentences without statements, each with the speaker that the sentence names first.

    ``last`` says who spoke last before a place, for sentences that name nobody.
    """
    for clause in empty:
        frame = next((f for f in press.frames(clause) if f.rule not in ELSEWHERE), None)
        if frame:
            named = press.cast.named_in(press.text, clause.start, clause.end, frame.who)
            speaker = named or last(clause.start)
            if speaker and press.cast.find(frame.who, speaker) != speaker:
                yield Aside(f"~{clause.start}", speaker, clause, frame)


def stated(press: Press, outer: Sequence[Statement], around: Mapping[str, Clause]) -> dict[str, list[Frame]]:
    """The frames of each statement of level 1, by its id."""
    out: dict[str, list[Frame]] = {s.id: [] for s in outer}
    together: dict[int, list[Statement]] = {}
    for s in outer:
        together.setdefault(around[s.id].start, []).append(s)
    for same in together.values():
        for f in press.frames(around[same[0].id]):
            for s in _holders(f, same):
                if not (f.rule in DESCRIBING and _inside(f.who.span, s.source)):
                    _add(f, s, out[s.id], press.cast)
        for s in same:
            for f in _of_source(press, s):
                _add(f, s, out[s.id], press.cast)
    return out


def _add(f: Frame, s: Statement, to: list[Frame], cast: Cast) -> None:
    """Give a statement a frame, one of each relation, and none of its own speaker."""
    if all(o.relation != f.relation for o in to) and cast.find(f.who, s.speaker) != s.speaker:
        to.append(f)


def _inside(span: Span, spans: Iterable[Span]) -> bool:
    return any(p.start <= span.start < p.end for p in spans)


def _apart(found: Sequence[Frame]) -> list[Frame]:
    """The frames without a note that only stands on a page, and an outlet that only describes a document."""
    pages = [f.at for f in found if f.relation == "posted_by"]
    notes = [f for f in found if f.relation == "document_of" and not any(_overlap(f.at, p) for p in pages)]
    whole = [f.at for f in found if f.relation == "posted_by"] + [f.at for f in notes]
    return [
        f
        for f in found
        if f in notes
        or f.relation in {"posted_by", "reported_by"}
        or (f.relation != "document_of" and not _inside(f.who.span, whole))
    ]


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _holders(f: Frame, same: Sequence[Statement]) -> list[Statement]:
    """The statements of one sentence that a frame is of: the nearest cue's, and later ones of its speaker."""
    placed = [(s, place) for s in same if (place := anchor(s))]
    if f.owned:
        placed = [(s, p) for s, p in placed if any(_at(f, cue) for cue in s.cue)]
    if not placed:
        return []
    first, place = min(placed, key=lambda sp: max(0, sp[1].start - f.at.end, f.at.start - sp[1].end))
    later = {s.id for s in same if s.speaker == first.speaker and (a := anchor(s)) and a.start > place.start}
    return [s for s in same if s is first or s.id in later]


def _at(f: Frame, cue: Span) -> bool:
    """Whether a frame's trigger is (next to) a cue."""
    return cue.start < f.at.start + 4 and f.at.start <= cue.end + 1


def _of_source(press: Press, s: Statement) -> Iterator[Frame]:
    """Outlets and documents among the sources of a statement whose speaker is somebody else."""
    speaker = press.cast.agents.get(s.speaker or "")
    quoting = any(QUOTING.search(cue.of(press.text)) for cue in s.cue)
    for n, span in enumerate(s.source):
        for who in _outlets_of(press, span, quoting=quoting and n == 0):
            yield Frame("reported_by", who, who.span, True, "source")
        paper = named_by(press.text, span)
        if paper and speaker and speaker.kind != "document":
            yield Frame("document_of", paper, paper.span, True, "source is a paper")


def _outlets_of(press: Press, span: Span, *, quoting: bool) -> list[Who]:
    """The outlet that a source is, not one that describes somebody in it ("a reporter for the Courier")."""
    found = [
        who_of(o)
        for o in within(press.outlets, span.start, span.end)
        if not AWAY.search(press.text, span.start, o.span.start)
        and o.span.end > span.start + 1
        and APPOSED.match(press.text[o.span.end : span.end])
    ]
    if found or not quoting:
        return found
    said = next(nominals(press.text, span.start, span.end), None)
    o = latest(press.outlets, said[0].start, said[1]) if said else None
    if o is None and span.of(press.text).lower() in IN_PLACE_OF:
        o = latest(press.outlets, span.start)
    return [Who(o.name, "organization", said[0] if said else o.span)] if o else []
