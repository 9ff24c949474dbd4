"""What the rules find in one sentence: who passed its words on, and how.

A *frame* is one way in which words were passed on: the relation of the hop it gives, and who it names.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.read.chain.clauses import BLANK, Clause
from onrecord.read.chain.names import Run, names, of
from onrecord.read.chain.outlets import DATES, Outlet, latest, nominals, within
from onrecord.read.chain.rules import AHEAD, BEHIND, HOST, INTERPRETED, Rule
from onrecord.span import Span
from onrecord.statement import AgentKind, Relation

STOP = re.compile(
    rf"[{BLANK};:.!?\n]|\b(?:that|whether|which|who|when|after|before|because|about|if)\b"
    r"|, (?!an?\b|the\b|[“\"'‘])"
)
REACH, CLOSE, NEAR = 110, 30, 60
THE_INTERVIEW = re.compile(r"\b(?:the|this|that|same) (?:[\w-]+ )?interview\b", re.IGNORECASE)
WITH = re.compile(r"\b(?:with|by)$")
HOSTING = re.compile(rf"\b(?i:{HOST}),? (?=[^\W\d_a-z])")
OWNING = re.compile(rf"[’']s?(?: (?i:{HOST}))? (?=[^\W\d_a-z])")
BELONGING = re.compile(r"([^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){1,2}) (?:of|from|with) (?:the )?$")


class Who(NamedTuple):
    """Somebody who passed words on, as the text names them there."""

    name: str
    kind: AgentKind
    span: Span
    aliases: tuple[str, ...] = ()


class Frame(NamedTuple):
    """One way in which the words of a sentence were passed on. ``owned``: only of the cue at ``at``."""

    relation: Relation
    who: Who
    at: Span
    owned: bool
    rule: str


def frames(text: str, clause: Clause, known: Sequence[Outlet], hosts: Mapping[str, Who]) -> Iterator[Frame]:
    """Every frame that the rules find in one sentence."""
    for rule in AHEAD:
        for m in rule.trigger.finditer(clause.words):
            if who := _following(text, clause, clause.start + m.end(), known, hosts, rule):
                at = clause.span(m)
                yield Frame(
                    rule.relation, who, Span(at.start, max(at.end, who.span.end)), rule.owned, rule.name
                )
    for o in within(known, clause.start, clause.end):
        behind = o.span.end - clause.start
        found = next((r for r in BEHIND if r.trigger.match(clause.words, behind)), None)
        if found and BLANK not in clause.of(o.span):
            yield Frame(found.relation, who_of(o), o.span, found.owned, found.name)
    for m in INTERPRETED.finditer(clause.words):
        who = Who(m["who"], "unnamed", clause.span(m, "who"))
        yield Frame("translated_by", who, clause.span(m), False, "interpreter")


def who_of(o: Outlet) -> Who:
    """An outlet as somebody who passes words on."""
    return Who(o.name, "organization", o.span)


def interviewers(text: str, known: Sequence[Outlet]) -> dict[str, Who]:
    """People who ask the questions in this article, by surname: "Courier host Ada Obi", "CNN's Ada Obi"."""
    out: dict[str, Who] = {}
    for m in HOSTING.finditer(text):
        if run := _right_behind(text, m.end()):
            out.setdefault(run[-1][0], _person(text, run))
    for o in known:
        owning = OWNING.match(text, o.span.end)
        run = _right_behind(text, owning.end()) if owning else []
        if len(run) > 1:
            out.setdefault(run[-1][0], _person(text, run))
        if belonging := BELONGING.search(text, max(0, o.span.start - NEAR), o.span.start):
            name = belonging[1]
            out.setdefault(name.split()[-1], Who(name, "person", Span(*belonging.span(1))))
    return {surname: who for surname, who in out.items() if surname not in DATES}


def _right_behind(text: str, place: int) -> Run:
    """The capitalised words that begin at a place."""
    run = next(names(text, place, place + NEAR), [])
    return run if run and run[0].start() == place else []


def _person(text: str, run: Run) -> Who:
    return Who(of(text, run), "person", Span(run[0].start(), run[-1].end()))


def _following(
    text: str, clause: Clause, start: int, known: Sequence[Outlet], hosts: Mapping[str, Who], rule: Rule
) -> Who | None:
    """The outlet, broadcast or interviewer in the words right behind ``start``."""
    stop = STOP.search(clause.words, start - clause.start + 1)
    end = min(clause.start + stop.start() if stop else clause.end, start + (CLOSE if rule.close else REACH))
    first = next(iter(within(known, start, end)), None)
    if rule.aired and (first is None or first.sort != "air" or _of_the_interview(clause, start)):
        return None
    anybody = rule.people == "all" and first is None and WITH.search(clause.words, 0, start - clause.start)
    if rule.people != "none" and (person := _asking(text, start, end, hosts, bool(anybody))):
        return person
    if first:
        return who_of(first)
    for span, sort in nominals(text, start, end):
        if o := latest(known, span.start, sort):
            return Who(o.name, "organization", span)
    return None


def _of_the_interview(clause: Clause, start: int) -> bool:
    """Whether a broadcast only shows an interview named before ("the interview, to be shown on CNN")."""
    return THE_INTERVIEW.search(clause.words, 0, start - clause.start) is not None


def _asking(text: str, start: int, end: int, hosts: Mapping[str, Who], anybody: bool) -> Who | None:
    """An interviewer named in a stretch; after "an interview with", whoever is named."""
    for run in names(text, start, end):
        if run[-1][0] in hosts:
            return hosts[run[-1][0]]
        if anybody and run[0][0] not in DATES and text[start : run[0].start()].strip() in {"", "with"}:
            return _person(text, run)
    return None
