"""Which operators of the words around a proposition reach it, in order from its trigger outward.

From the trigger the walk goes left through its clause. What opens the clause says whether it goes on: "that"
behind an embedding predicate ("it is likely that"), "whether" and question words behind one of knowing or
asking; a relative clause stops it, unless nobody is its head ("no one who"). A quotation mark does not count.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.read.stance.condition import WEIGHING, conditions, means_whether
from onrecord.read.stance.lexicon import Hit, closed
from onrecord.read.stance.operators import OPERATORS
from onrecord.read.stance.place import Place
from onrecord.read.stance.predicate import COPULAS, subject_head
from onrecord.read.stance.reach import attributive, own, reaches
from onrecord.span import Span

TAKING = frozenset(["expect", "need", "plan", "want"])  # what they take as an object is all that is said
SILENT = frozenset(["no_comment", "no_response", "not_confirmed"])
BEFORE = 4  # words before "that" or "whether" among which the predicate stands that embeds it
BEHIND = 3  # words behind the trigger among which "nothing" or "is unlikely" stands
FAR = 8  # and a predicate of its clause: "a meeting in May cannot be ruled out"
LONG = 24  # and one of the whole phrase that it heads
GROUP = 5  # words of a verb group before its predicate: "may not now be"
PREDICATED = frozenset(
    ["need", "likely", "unlikely", "possible", "impossible", "expect", "deny", "rule_out", "off", "left_open"]
)
QUOTE = re.compile(r"\s*[“”\"‘’']+\s*")


def reaching(at: Place, around: Sequence[Span] = ()) -> list[Hit]:
    """The operators that reach the proposition, the innermost first.

    ``around`` is the content of the statement around this one, which may hold its condition.
    """
    if attributive(at):
        return []
    itself, before, behind = [*_itself(at)], [*_before(at)], [*_behind(at)]
    if itself and before and at.lower(at.head) in closed("nobody") and OPERATORS[before[0].name].governs:
        itself, before = before[:1], [*itself, *before[1:]]  # "ruled nothing out": nothing was ruled out
    predicated = bool(behind) and behind[0].name in PREDICATED
    inner = [*behind, *itself, *before] if predicated else [*itself, *before, *behind]
    taken = {hit.first for hit in inner}
    return [*inner, *(hit for hit in conditions(at, around) if hit.first not in taken)]


def presupposed(at: Place) -> bool:
    """Whether it stands in a clause that is taken for granted: "who signed", "because it rains"."""
    begins = bisect_left(at.scan.starts, at.clause_of(at.head).start)
    return at.low < begins <= at.first and at.lower(begins) in closed("presupposing")


def _itself(at: Place) -> Iterator[Hit]:
    """The trigger itself where it says no, that it is not known, or too early to say; or takes an object."""
    hit = at.hit(at.head)
    if hit and hit.first < at.head and hit.name in SILENT:
        yield hit  # "I would not name a date"
    elif hit and (hit.name in {"not", "too_early"} or at.lower(hit.last - 1) in closed("false")):
        yield hit
    elif (
        hit and at.lower(at.head) == "know" and (at.head + 1 >= at.high or not at.gap(at.head + 1).isspace())
    ):
        yield hit  # "I don't know."
    elif hit and hit.name in TAKING and own(at, hit) and at.lower(at.head + 1) in closed("determiners"):
        yield hit  # "We plan a strike."


def _before(at: Place) -> Iterator[Hit]:
    """Those before the trigger, clause by clause."""
    anchor, inside, i = at.head, at.first, at.head - 1
    while i >= at.low:
        begins = bisect_left(at.scan.starts, at.clause_of(inside).start)
        for hit in _backward(at, i, begins):
            if hit.last <= at.head and reaches(at, hit, anchor):
                yield _reread(at, hit)
                anchor = hit.first if OPERATORS[hit.name].governs else anchor
            i = hit.first - 1
        i = min(i, begins - 1)
        if i < at.low:
            return
        if at.lower(begins) == "whether":
            yield Hit("whether", begins, begins + 1)
        outside = _outside(at, begins)
        if outside is None or outside > i:  # the latter where a phrase stands over the border
            return
        i, inside, anchor = outside, outside, outside + 1


def _backward(at: Place, last: int, first: int) -> Iterator[Hit]:
    """The operators from word ``last`` back to word ``first``."""
    i = last
    while i >= max(first, at.low):
        hit = at.hit(i)
        if hit:
            yield hit
        i = hit.first - 1 if hit else i - 1


def _reread(at: Place, hit: Hit) -> Hit:
    """ "Ask whether" asks for no deed, "know if" supposes nothing, and what others believe is flat."""
    if hit.name == "ask" and at.lower(hit.last) in closed("interrogative"):
        return hit._replace(name="wonder")
    if hit.name == "if" and means_whether(at, hit.first):
        return hit._replace(name="whether")
    return hit._replace(name="belief") if hit.name == "think" and not own(at, hit) else hit


def _outside(at: Place, begins: int) -> int | None:
    """Where to go on in the clause before the one that opens with word ``begins``, if it embeds that."""
    if begins - 1 < at.low:
        return None
    opener = at.lower(begins)
    if opener == "that" or opener in closed("interrogative"):
        near = (at.hit(k) for k in range(begins - 1, max(at.low, begins - BEFORE) - 1, -1))
        governs = next((hit for hit in near if hit and _governs(at, hit, opener)), None)
        return governs.last - 1 if governs else None
    before = at.hit(begins - 1)
    return begins - 1 if QUOTE.fullmatch(at.gap(begins)) and not (before and before.name == "if") else None


def _governs(at: Place, hit: Hit, opener: str) -> bool:
    """Whether an operator governs a clause with that opener: "likely that", "not know who", "no one who"."""
    if hit.name == "not":
        if opener in {"how", "what", "why", "when"}:  # "that is not how"
            return True
        nobody = at.lower(hit.last - 1) in closed("nobody") or at.lower(hit.last) in closed("articles")
        return nobody and (opener == "that" or opener in closed("relative"))
    if opener == "that":
        return OPERATORS[hit.name].governs or hit.name in {"likely", "unlikely"}
    return hit.name in WEIGHING


def _behind(at: Place) -> Iterator[Hit]:
    """What stands right behind the verb or the noun: "agreed on nothing", "was not", "a vote is unlikely"."""
    ends = at.clause_of(at.head).end
    passed: list[Hit] = []
    for k in range(at.head + 1, min(at.head + 1 + FAR, at.high)):
        if at.scan.starts[k] >= ends or not at.gap(k).isspace() or at.lower(k) in closed("coordinators"):
            break
        hit = _predicate(at, k)
        if not hit or hit.first != k:
            continue
        if hit.name in PREDICATED and _predicated(at, k):
            yield from (hit, *reversed(passed))
            return
        passed.append(hit)
    near = (h for h in passed[:1] if h.name == "not" and h.first <= at.head + BEHIND)
    yield from _of_whole_phrase(at) or near


def _predicate(at: Place, k: int) -> Hit | None:
    """The operator at word ``k``; of a thing planned also "off", if no noun follows: "the strike is off"."""
    hit = at.hit(k)
    if hit or at.lower(k) not in closed("called_off") or at.lower(at.head) not in closed("planned"):
        return hit
    last = k + 1 >= at.high or not at.gap(k + 1).isspace() or at.lower(k + 1) in closed("when_it_is")
    return Hit("off", k, k + 1) if last or at.lower(k + 1) in closed("grammatical") - {"in"} else None


def _of_whole_phrase(at: Place) -> list[Hit]:
    """The predicate of the phrase that the trigger heads: "a **vote** before the trial is unlikely"."""
    for k in range(at.head + 2, min(at.head + LONG, at.high)):
        hit = _predicate(at, k)
        if hit and hit.first == k and hit.name in PREDICATED and _predicated(at, k):
            head = subject_head(at.text, at.scan.starts[k], at.sentence)
            if head is None or head.start != at.scan.starts[at.head]:
                return []
            group = range(k - 1, max(at.head, k - GROUP), -1)
            inside = dict.fromkeys(h for h in map(at.hit, group) if h and h.last <= k)
            return [hit, *(h for h in inside if not OPERATORS[h.name].governs)]
    return []


def _predicated(at: Place, k: int) -> bool:
    """Whether "is", "be" or "is not" stands before word ``k``, and behind the trigger, or at ``k``."""
    return at.lower(k) in COPULAS or any(
        at.lower(j) in closed("be") for j in range(max(at.head + 1, k - 2), k)
    )
