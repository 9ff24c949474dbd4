"""When a text can have been written, by the offices that it gives to people.

"Russian president Vladimir Putin" leaves his terms; "former president" leaves the time after one; "the
president-elect" the weeks between election and inauguration; "outgoing" the last weeks of a term.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.knowledge import (
    SURE_TO,
    Knowledge,
    Role,
    Term,
    meant,
    occasions,
    offices,
    role,
    same_office,
)
from onrecord.read.times.beside import NAME, STILL, names, phrases
from onrecord.read.times.clue import OPEN, Allowed, Clue, joined
from onrecord.read.times.period import Period, add_days, days
from onrecord.span import Span

TOP = ("president", "prime minister", "chancellor", "leader", "monarch")
MOST = 250  # names that are looked at
CHANGE = 100  # days: so long before a term its holder is called elect, and before its end outgoing
LATER = "former"
VOTES = ("presidential election", "presidential run-off", "parliamentary election")


def incumbents(text: str, known: Knowledge) -> Iterator[Clue]:
    """What every office beside a name that the tables know says of the date.

    >>> from onrecord.knowledge import shipped
    >>> text = "Outgoing president Barack Obama will leave on Friday."
    >>> [clue.why.split(",")[0] for clue in incumbents(text, shipped())]
    ['outgoing: Barack Obama']
    """
    seen: set[tuple[str, str]] = set()
    for number, found in enumerate(NAME.finditer(text)):
        if number >= MOST:
            return
        for name, at in names(found, known):
            for start, end, phrase in phrases(text, found.start() + at, found.start() + at + len(name)):
                if (name, phrase) not in seen:
                    seen.add((name, phrase))
                    clue = _clue(known, name, phrase, Span(start, end))
                    if clue:
                        yield clue


def _clue(known: Knowledge, name: str, phrase: str, span: Span) -> Clue | None:
    found = role(known, phrase.removesuffix(" still"))
    if (
        found is None
        or {"then", "deputy", "vice"} & set(found.modifiers)
        or (found.speaks and len(name.split()) < 2)
    ):
        return None
    terms = [holder.term for holder in offices(known, name) if _fits(known, found, holder.term)]
    if not terms:
        return None
    kind = next((word for word in (LATER, "future", "outgoing", "acting") if word in found.modifiers), "")
    allowed = joined(period for term in terms for period in _allowed(term, kind))
    allowed = _without_terms(allowed, terms) if kind == LATER else allowed
    if not allowed:
        return None
    held = "; ".join(str(term) for term in terms[:2])
    strong = kind in {"future", "outgoing"} or STILL.search(phrase) is not None
    return Clue(span, f"{kind or 'in office'}: {name}, {held}", allowed, 2 if strong else 4)


def _fits(known: Knowledge, said: Role, term: Term) -> bool:
    """Whether a role is that of a term; a counterpart is whoever is at the top of that country."""
    if said.speaks:
        return said.office == term.office == "spokesperson"
    if said.office == "relative":
        return (
            said.found
            and term.of == said.of
            and term.office in TOP
            and term.office in meant(known, "leader", said.of)
        )
    if term.office not in same_office(said.title) and not (said.office == "leader" and term.office in TOP):
        return False
    return not said.found or term.of == said.of or term.of in known.body_of_name.get(said.of, said).of


def bounds_of(term: Term) -> Period:
    """The first and the last day on which somebody may have held an office."""
    first = days(term.since)
    sure = term.until if not term.until.endswith("..") else ""
    last = days(sure)
    return Period(first.first if first else OPEN.first, last.last if last else OPEN.last)


def _allowed(term: Term, kind: str) -> Iterator[Period]:
    held = bounds_of(term)
    if kind == LATER and held.last < OPEN.last:
        yield Period(held.last, OPEN.last)
    elif kind == "future" and held.first > OPEN.first:
        yield Period(_elected(term, held.first), held.first)
    elif kind == "outgoing":
        last = held.last if held.last < OPEN.last else date.fromisoformat(SURE_TO)
        yield Period(add_days(last, -CHANGE), last)
    elif kind in {"", "acting"}:
        yield held


def _elected(term: Term, took_office: date) -> date:
    """The day after the last election of that country before a term, if it was not long before."""
    since = took_office - timedelta(days=CHANGE)
    votes = [
        occasion.last
        for occasion in occasions()
        if occasion.of == term.of and occasion.kind in VOTES and since <= occasion.last < took_office
    ]
    return max(votes, default=since)


def _without_terms(allowed: Allowed, terms: list[Term]) -> Allowed:
    """The time after a term without another one of the same person in the same office."""
    out = list(allowed)
    for held in map(bounds_of, terms):
        cut: list[Period] = []
        for period in out:
            if held.last < period.first or held.first > period.last:
                cut.append(period)
                continue
            if period.first < held.first:
                cut.append(Period(period.first, held.first))
            if held.last < period.last:
                cut.append(Period(held.last, period.last))
        out = cut
    return tuple(out)
