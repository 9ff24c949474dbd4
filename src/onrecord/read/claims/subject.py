"""What is possible, likely or ruled out: the proposition is the subject, the predicate says how sure.

    A **strike** cannot be ruled out        it is possible that there is a strike
    Further **cuts** are unlikely
    We do not rule out a **strike**
    The **strike** is off

The network may take such a predicate for the heart of a proposition of its own; its subject, or what is ruled
out, stands in for it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.read.clauses import AUXILIARIES, clause, words
from onrecord.read.network.propose import Proposed
from onrecord.read.stance.lexicon import Hit, Scanned, closed, scanned
from onrecord.read.stance.predicate import (
    ADJUNCTS,
    COPULAS,
    LEADING_TO,
    object_head,
    object_starts,
    subject_head,
)
from onrecord.span import Span
from onrecord.statement import Statement

PREDICATES = frozenset("possible impossible likely unlikely probable improbable conceivable doubtful".split())
SAYS_HOW_SURE = frozenset(["rule_out", "left_open"])
VERB_GROUP = frozenset("not never yet also still now no longer all but".split())
AT = frozenset("before after until in on at during by this".split())
FAR = 24  # words between what is spoken of and its predicate
BEFORE = 4  # words between "is" and the predicate: "is not now off"
NEAR = 6  # words between a verb and its particle


def subject(text: str, trigger: Span, within: Sequence[Span]) -> Span:
    """The main word of the subject where ``trigger`` says only how sure it is, else ``trigger`` itself.

    >>> text = "indeed it cannot be ruled out"
    >>> subject(text, Span(20, 25), (Span(0, 29),)).of(text)
    'it'
    """
    scan = scanned(text)
    i = bisect_left(scan.starts, trigger.start)
    if i >= len(scan.starts):
        return trigger
    stretch = next((s for s in within if s.start <= trigger.start < s.end), trigger)
    hit = _hit(scan, i, bisect_left(scan.starts, trigger.end))
    found = None
    if hit is None and scan.words[i].lower in closed("called_off") and _of_be(scan, i):
        gone = subject_head(text, trigger.start, stretch)
        found = gone if gone and gone.of(text).lower() in closed("planned") else None
    elif hit and _passive(scan, hit):
        found = subject_head(text, scan.starts[hit.first], stretch)
    elif hit:
        found = object_head(text, hit, stretch)
    elif trigger.of(text).lower() in PREDICATES and (verb := _to_do(scan, i)):
        found = verb
    elif trigger.of(text).lower() in PREDICATES:
        found = subject_head(text, trigger.start, stretch)
    return found or trigger


def about(text: str, candidates: Iterable[Proposed], holders: Iterable[Sequence[Span]]) -> list[Proposed]:
    """Candidates, each at what it is about; of two about one word the one that stood there already.

    ``holders`` are the contents that the candidates stand in, for each in turn.
    """
    every = [(c, subject(text, c.trigger, within)) for c, within in zip(candidates, holders, strict=True)]
    stood = {w.start for c, at in every if at == c.trigger for w in words(text, at)}
    out: list[Proposed] = []
    for c, at in sorted(every, key=lambda pair: -pair[0].p):
        if at == c.trigger or at.start not in stood:
            stood.add(at.start)
            out.append(c._replace(trigger=at))
    return sorted(out, key=lambda c: c.trigger)


def unclaimed(text: str, statement: Statement) -> Span | None:
    """What a statement leaves open or rules out, by its own words: "did not rule **it** out"."""
    scan = scanned(text)
    for span in statement.content:
        low, high = bisect_left(scan.starts, span.start), bisect_left(scan.starts, span.end)
        for i in range(low, min(high, low + FAR)):
            hit = scan.hits[i]
            if hit and hit.first == i and hit.name in SAYS_HOW_SURE:
                return _what(text, scan, hit, span)
    if statement.content and _any(scan, statement.cue):
        first = statement.content[0]
        return object_head(text, Hit("left_open", 0, bisect_left(scan.starts, first.start)), first)
    return None


def named(text: str, trigger: Span, within: Span) -> tuple[Span, ...]:
    """The noun phrase around ``trigger`` where a predicate says only how sure it is, and when it is to be.

    >>> text = "a new strike on Monday cannot be ruled out before May"
    >>> [s.of(text) for s in named(text, Span(6, 12), Span(0, len(text)))]
    ['a new strike on Monday ', 'before May']
    """
    scan = scanned(text)
    head = bisect_left(scan.starts, trigger.start)
    for k in range(max(0, head - NEAR), min(len(scan.starts), head + FAR)):
        hit = _gone(scan, k) if k > head else scan.hits[k]
        inside = within.start <= scan.starts[k] < within.end
        if not hit or hit.first != k or not inside or not _sure(scan, hit, after=k > head):
            continue
        at = _what(text, scan, hit, within)
        if at is None or not trigger.start <= at.start < trigger.end:
            continue
        if k > head:
            start = _opening(text, clause(text, trigger.start, within).start, trigger)
            phrase = Span(start, scan.starts[_group(scan, k, head)])
            return (phrase, *_when(text, scan, hit.last, within))
        start = scan.starts[object_starts(scan, hit)]
        if hit.apart is not None:
            phrase = Span(start, scan.starts[hit.apart])
            return (phrase, *_when(text, scan, hit.apart + 1, within))
        return (Span(start, clause(text, trigger.start, within).end),)
    return ()


def _what(text: str, scan: Scanned, hit: Hit, within: Span) -> Span | None:
    """The main word of what a predicate is about."""
    if _passive(scan, hit):
        return subject_head(text, scan.starts[hit.first], within)
    return object_head(text, hit, within)


def _sure(scan: Scanned, hit: Hit, *, after: bool) -> bool:
    """Whether an operator says only how sure its subject is, or what it takes."""
    if after:
        word = scan.words[hit.last - 1].lower
        if _to_do(scan, hit.last - 1):
            return False
        told = hit.name in SAYS_HOW_SURE or hit.name == "off" or word in PREDICATES
        return told and _passive(scan, hit)
    return hit.name in SAYS_HOW_SURE and not _passive(scan, hit)


def _opening(text: str, start: int, trigger: Span) -> int:
    """Where a subject begins: behind "before" and "no"."""
    for word in words(text, Span(start, trigger.start)):
        if word.lower not in ADJUNCTS | {"no"}:
            return word.start
    return trigger.start


def _when(text: str, scan: Scanned, first: int, within: Span) -> tuple[Span, ...]:
    """What follows a predicate in its clause, where it says when or where: "is unlikely **before May**"."""
    if first >= len(scan.words) or scan.starts[first] >= within.end:
        return ()
    word = scan.words[first]
    blank = text[scan.words[first - 1].end : word.start].isspace()
    if not blank or word.lower not in AT | closed("when_it_is"):
        return ()
    return (Span(word.start, clause(text, word.start, within).end),)


def _gone(scan: Scanned, k: int) -> Hit | None:
    """The operator at a word, or "off" and "dead" as one."""
    gone = scan.words[k].lower in closed("called_off")
    return scan.hits[k] or (Hit("off", k, k + 1) if gone else None)


def _group(scan: Scanned, k: int, head: int) -> int:
    """The first word of the verb group before a predicate: "**cannot** be ruled out"."""
    while k - 1 > head and (
        scan.words[k - 1].lower in AUXILIARIES | VERB_GROUP or scan.words[k - 1].lower.endswith("ly")
    ):
        k -= 1
    return k


def _any(scan: Scanned, cue: Sequence[Span]) -> bool:
    """Whether a cue leaves open or rules out."""
    return any(
        hit is not None and hit.name in SAYS_HOW_SURE
        for span in cue
        for hit in scan.hits[bisect_left(scan.starts, span.start) : bisect_left(scan.starts, span.end)]
    )


def _hit(scan: Scanned, first: int, last: int) -> Hit | None:
    """The operator in the words of a trigger that says how sure, or whose particle one of them is."""
    for i in range(first, min(last, first + NEAR)):
        hit = scan.hits[i]
        if hit and hit.name in SAYS_HOW_SURE:
            return hit
        for k in range(max(0, i - NEAR), i):
            parted = scan.hits[k]
            if parted and parted.apart == i and parted.name in SAYS_HOW_SURE:
                return parted
    return None


def _to_do(scan: Scanned, i: int) -> Span | None:
    """The verb behind a predicate: "is likely to **sign**", "to be **signed**"."""
    if i + 1 >= len(scan.words) or scan.words[i + 1].lower != "to":
        return None
    following = [w for w in scan.words[i + 2 : i + 2 + BEFORE] if w.lower not in AUXILIARIES]
    if not following or following[0].lower in closed("determiners"):
        return None
    return Span(following[0].start, following[0].end)


def _passive(scan: Scanned, hit: Hit) -> bool:
    """Whether an operator is said of a subject: "is ruled out", "was on the table", not "is ruling out"."""
    first, last = scan.words[hit.first].lower, scan.words[hit.last - 1].lower
    active = hit.apart is not None or first.endswith("ing") or last in LEADING_TO
    return not active and (first in COPULAS or _of_be(scan, hit.first))


def _of_be(scan: Scanned, i: int) -> bool:
    """Whether a predicate stands behind "is": "is not ruled out", "are now off the table"."""
    before = [scan.words[k].lower for k in range(max(0, i - BEFORE), i)]
    return bool(closed("be").intersection(before))
