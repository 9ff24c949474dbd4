"""Which time an event hangs on, and how: before it, after it, until it, on it.

The time of an event is the nearest one in its own clause, else in its sentence. A time that says when
somebody spoke ("said on Sunday") is not the time of what was said.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.claim import Time, TimeBound, TimeRelation
from onrecord.read.clauses import AUXILIARIES, clause, words
from onrecord.read.sentences import sentence_at, sentences
from onrecord.read.times.period import days, parse
from onrecord.read.times.words import LEXICON, either
from onrecord.span import Span

_P = LEXICON["prepositions"]
PREPOSITION = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{relation}>{words})".replace(" ", r"\s") for relation, words in _P.items())
    + r")\s(?:the\s|about\s|around\s|at\s(?:the\s)?|late\s|early\s|mid-)?$",
    re.IGNORECASE,
)
AROUND = re.compile(
    r"\b(?:(?P<BEFORE>before|ahead\sof|prior\sto)|(?P<AFTER>after|since|following)|(?P<UNTIL>until))"
    r"\s(?:[\w’'-]{1,20}\s){1,5}(?:in|on|of)\s(?:late\s|early\s|the\s)?$",
    re.IGNORECASE,
)  # "before the meeting in June"
SAYING = re.compile(rf"\b(?:{LEXICON['saying']['verbs']})(?:\s(?!that\b)[\w’'-]+){{0,4}}\s?$", re.IGNORECASE)
FAR = 80  # characters between an event and a time behind it in its clause
LIMIT = 160  # the same for a deadline, which belongs to the main verb even behind a long subject
LIMITS = frozenset({"BEFORE", "UNTIL", "WITHIN"})
FROM = re.compile(r"\b(?:from|starting|beginning)\s(?:on\s)?(?:the\s)?(?:[a-z]+\son\s)?$", re.IGNORECASE)
APPOSITION = 5  # words of one that interrupts a clause
NEAR = 40  # characters to a time in another clause
LEFT = 24
WEEK = timedelta(days=7)
COMPLEMENT = re.compile(r"\b(?:that|whether|who|which)\b")  # what follows has a time of its own
AHEAD = re.compile(r"\b(?:will|would|shall|may|might|can|could|should|must|to)\s(?:\w+\s)?$", re.IGNORECASE)
CLOSE = 16  # characters from a time to the noun that it says the date of: "the 2017 vote"
MODIFIED = re.compile(rf"\s(?!(?:{either(LEXICON['saying']['after'])})\b)[a-zA-Z]{{3,}}")
LEADING = re.compile(
    r"[\W_]*(?:that\s)?[\W_]*(?:(?:and|but|so|then|also|back|only|again)\s){0,2}(?:[a-z]{2,7}\s){0,2}(?:the\s)?",
    re.IGNORECASE,
)


def bound_of(
    text: str,
    trigger: tuple[Span, ...],
    times: Sequence[Time],
    within: Span | None = None,
    said: str | None = None,
) -> TimeBound | None:
    """The time bound of an event from the words around its trigger; None where no time resolves to days.

    ``within`` is the content that the event stands in: a time outside it belongs to the saying. ``said`` is
    the day on which it was said, if that is known: a term ("within 48 hours") runs from there.

    >>> from onrecord.knowledge import shipped
    >>> from onrecord.read.times.times import times_of
    >>> text = "The minister said on Sunday that the dam would reopen by the end of May."
    >>> found = times_of(text, "2019-04-09", shipped())
    >>> bound_of(text, (Span(46, 52),), found).bound
    '2019-05-31'
    """
    if not trigger:
        return None
    at = trigger[0]
    whole = sentence_at(sentences(text), at.start)
    able = [time for time in times_in(times, whole) if _able(text, time, at, whole, within)]
    if not able:
        return None
    own = _whole_clause(text, at.start, whole)
    own = Span(own.start, max(own.end, clause(text, max(at.end - 1, at.start), whole).end))
    opening = {span.start for span in (own, whole, within) if span}
    hanging = [time for time in able if _hangs(text, time, at, own, opening)]
    best = min(
        hanging,
        key=lambda time: (not _touches(own, time), _attributive(text, time), _gap(at, time)),
        default=None,
    )
    return bound(text, best, said, at.start) if best else None


def times_in(times: Sequence[Time], span: Span) -> Sequence[Time]:
    """Those of ``times``, which stand in the order of the text, that begin in a stretch."""
    low, high = (bisect_left(times, edge, key=lambda time: time.start) for edge in (span.start, span.end))
    return times[low:high]


def _hangs(text: str, time: Time, at: Span, own: Span, opening: set[int]) -> bool:
    """Whether a time can be that of the event: behind it and near, or at the head of its clause.

    A time between the head of a clause and its verb belongs to the subject: "the talks in May failed".
    """
    if _attributive(text, time):
        if time.how == "explicit" and AHEAD.search(text, max(0, at.start - LEFT), at.start):
            return False  # what is to come has no date of the past: "will publish his 2014 letters"
        return 0 <= at.start - time.end < CLOSE or (_touches(own, time) and 0 <= time.start - at.end < NEAR)
    if time.start >= at.start:
        reach = LIMIT if relation_of(text, time) in LIMITS else FAR
        if _touches(own, time):
            return _gap(at, time) <= reach
        return _gap(at, time) <= NEAR and COMPLEMENT.search(text, at.end, time.start) is None
    bare = PREPOSITION.search(text, max(0, time.start - LEFT), time.start) is None
    if at.start - time.end < (CLOSE if bare else 2 * (time.earliest == time.latest)):
        return True  # "the 2017 vote", "a witness on Monday told"
    return any(
        start <= time.start and LEADING.fullmatch(text, start, time.start) is not None
        for start in opening
        if time.start - start < LEFT
    )


def _attributive(text: str, time: Time) -> bool:
    """Whether a time says which thing is meant, and not when: "his 2014 return"."""
    if PREPOSITION.search(text, max(0, time.start - LEFT), time.start):
        return False
    return text.startswith(("'s ", "’s "), time.end) or MODIFIED.match(text, time.end) is not None


def _able(text: str, time: Time, at: Span, whole: Span, within: Span | None) -> bool:
    """Whether a time has days, stands in the sentence and the content, and is no time of a saying."""
    if not (whole.start <= time.start < whole.end) or time.earliest is None or time.kind == "SET":
        return False
    if within and not (time.start < within.end and within.start < time.end):
        return False
    saying = SAYING.search(text, max(0, time.start - 60), time.start)
    return saying is None or saying.start() < at.end <= time.start


def _touches(own: Span, time: Time) -> bool:
    return own.start <= time.start < own.end


def _whole_clause(text: str, at: int, whole: Span) -> Span:
    """The clause of an event, with its rest where an apposition interrupts it.

    What begins with an auxiliary behind the apposition is the same clause: "talks with the mayor, Ayla Duman,
    may begin".
    """
    own = clause(text, at, whole)
    end = own.end
    for _ in range(2):
        if end >= whole.end:
            break
        rest = clause(text, end, whole)
        inside = words(text, rest)
        if inside and inside[0].lower in AUXILIARIES:
            return Span(own.start, rest.end)
        if len(inside) > APPOSITION:
            break
        end = max(rest.end, end + 1)
    return own


def _gap(at: Span, time: Time) -> int:
    return time.start - at.end if time.start >= at.end else at.start - time.end


def bound(text: str, time: Time, said: str | None = None, at: int | None = None) -> TimeBound | None:
    """What a time and the preposition before it say of an event that hangs on them.

    >>> from onrecord.knowledge import shipped
    >>> from onrecord.read.times.times import times_of
    >>> text = "It runs until 5 May 2019."
    >>> bound(text, times_of(text, None, shipped())[0]).relation
    'UNTIL'
    """
    value, covers = (time.value or "")[:10].partition("T")[0], (time.earliest, time.latest)
    relation = relation_of(text, time, at)
    if time.kind == "DURATION":
        return _lasting(time, text, parse(said))
    if days(value) is None:
        value = time.latest if relation in {"BEFORE", "UNTIL", "WITHIN"} else time.earliest  # type: ignore[assignment]
    value = value.removesuffix("-WE")
    earliest, latest = {
        "BEFORE": (None, time.latest),
        "UNTIL": (None, time.latest),
        "AFTER": (time.earliest, None),
    }.get(relation, covers)
    return TimeBound(relation, value, earliest, latest, (time.id,))


def starting(text: str, told: TimeBound | None, times: Sequence[Time]) -> TimeBound | None:
    """The time of what happens from a day on: it is on that day that it begins.

    >>> from onrecord.knowledge import shipped
    >>> from onrecord.read.times.times import times_of
    >>> text = "The pilots will strike from 5 May 2019."
    >>> times = times_of(text, None, shipped())
    >>> starting(text, bound(text, times[0]), times).relation
    'ON'
    """
    if told is None or told.relation != "AFTER" or told.earliest is None or told.latest:
        return told
    time = next((time for time in times if time.id in told.times), None)
    if time is None or time.earliest != time.latest:
        return told
    from_it = FROM.search(text, max(0, time.start - LEFT), time.start)
    return told if from_it is None else TimeBound("ON", told.bound, told.earliest, told.earliest, told.times)


def _lasting(time: Time, text: str, said: date | None) -> TimeBound | None:
    """A duration that begins with the report: within 48 hours, for the next two months; no past one."""
    before = text[max(0, time.start - LEFT) : time.start].lower()
    if (
        parse(time.latest) is None
        or "past" in text[time.start : time.end]
        or "last" in text[time.start : time.end]
    ):
        return None
    relation: TimeRelation = "UNTIL" if before.endswith(("for ", "over ", "through ")) else "WITHIN"
    first, last = parse(time.earliest), parse(time.latest)
    if said and first and last and abs(first - said) <= WEEK:
        first, last = said, last - (first - said)
    latest = last.isoformat() if last else None
    return TimeBound(relation, latest, first.isoformat() if first else None, latest, (time.id,))


def relation_of(text: str, time: Time, at: int | None = None) -> TimeRelation:
    """The relation that the preposition before a time gives, else ON a day and DURING anything longer.

    What is before the meeting in June is before June, but the meeting itself, ``at`` its place, is in it.
    """
    found = PREPOSITION.search(text, max(0, time.start - LEFT), time.start)
    wider = AROUND.search(text, max(0, time.start - 3 * LEFT), time.start)
    if wider and at is not None and wider.start() < at < time.start:
        wider = None
    told = wider.lastgroup if wider else found.lastgroup if found else None
    if told in {"BEFORE", "AFTER", "UNTIL", "WITHIN"}:
        return told  # type: ignore[return-value]
    return "ON" if time.earliest == time.latest else "DURING"
