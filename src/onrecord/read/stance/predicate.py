"""What a predicate is about that says only how sure a thing is: its subject, or what it takes.

A **strike** cannot be ruled out
A **meeting** between the two of them before the summit is not ruled out
We do not rule such a **step** out
The offer leaves the door open to a **merger**
"""

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.read.clauses import AUXILIARIES, COORDINATORS, PREPOSITIONS, SUBORDINATORS, Word, clause, words
from onrecord.read.stance.lexicon import Hit, Scanned, closed, scanned
from onrecord.span import Span

MARKS = frozenset("that but and or so yet if whether of course indeed still also".split()) | SUBORDINATORS
ADJUNCTS = frozenset("before after until till since once as who which".split())
JOINT = frozenset("between both either".split())  # "between the two mayors and the board"
FARTHEST = 240  # characters of a subject that are looked at
BORDERS = 3  # clauses that a subject may run over
ENDS = PREPOSITIONS | AUXILIARIES | SUBORDINATORS | ADJUNCTS | JOINT
NEVER_INSIDE = SUBORDINATORS | AUXILIARIES | COORDINATORS
FAR = 12  # words of a clause, to its verb
LONGEST = 8  # words of what is ruled out, to its main word
LONGEST_VERB = 12  # characters of a verb that a subject is looked for before
COPULAS = frozenset("be is are was were been remain remains remained".split())
LEADING_TO = frozenset(["to", "for", "of"])  # "the door open to", "the option of"


def subject_head(text: str, at: int, within: Span) -> Span | None:
    """The main word of the subject of the predicate that begins at ``at``.

    >>> text = "a meeting between the two before the summit is not ruled out"
    >>> subject_head(text, text.index("ruled"), Span(0, len(text))).of(text)
    'meeting'
    """
    within = Span(max(within.start, at - FARTHEST), within.end)
    start = near = clause(text, at, within).start
    for _ in range(BORDERS):
        opening = words(text, Span(start, at))[:1]
        if not opening or start <= within.start or not _goes_on(text, start, opening[0], within):
            break
        start = clause(text, start - 1, within).start
    verb = words(text, Span(at, min(within.end, at + LONGEST_VERB)))[:1]
    whole = bool(verb) and verb[0].lower in COPULAS
    head = _head(words(text, Span(start, at)), whole=whole)
    if start < near and (
        head is None or head.lower.endswith("ed")
    ):  # "it failed before a sale was ruled out"
        said = words(text, Span(near, at))
        head = _head(said[1:] if said and said[0].lower in ADJUNCTS else said, whole=whole)
    return Span(head.start, head.end) if head else None


def object_head(text: str, hit: Hit, within: Span) -> Span | None:
    """The main word of what the predicate at ``hit`` takes: "rule out further **cuts**", "rule **it** out".

    Of a clause it is the verb: "rule out that they will **meet**". None where nothing can be told.
    """
    scan = scanned(text)
    high = bisect_left(scan.starts, within.end)
    if hit.apart is not None:
        high = min(high, hit.apart)
    first = object_starts(scan, hit)
    clausal = hit.apart is None and first + 1 < high and scan.words[first].lower == "that"
    if clausal and _follows(text, scan, first):
        return _clause_head(text, scan, first, high)
    return _taken(text, scan, first, high)


def object_starts(scan: Scanned, hit: Hit) -> int:
    """The number of the first word of what a predicate takes."""
    first = hit.last
    leads = hit.name == "left_open" and first < len(scan.words) and scan.words[first].lower in LEADING_TO
    return first + 1 if leads else first


def _taken(text: str, scan: Scanned, first: int, high: int) -> Span | None:
    """The main word of a noun phrase or gerund that opens with word ``first``."""
    head = None
    for k in range(first, min(high, first + LONGEST)):
        word = scan.words[k].lower
        broken = k > first and not text[scan.words[k - 1].end : scan.words[k].start].isspace()
        if broken or word in NEVER_INSIDE or (head is not None and _ends(word, scan.words[head].lower)):
            break
        if word not in closed("determiners") or k + 1 == high or word in {"that", "this"}:
            head = k
        if word.endswith("ing"):
            break
    if head is None:
        return None
    named = scan.hits[head]
    option = named is not None and named.name == "possible" and named.noun
    if option and head + 1 < high and scan.words[head + 1].lower == "of":
        return _taken(text, scan, head + 2, high)
    return Span(scan.words[head].start, scan.words[head].end)


def _ends(word: str, head: str) -> bool:
    """Whether a noun phrase whose last word yet is ``head`` ends before ``word``: "cuts | this year"."""
    if word in ENDS or word in closed("when_it_is"):
        return True
    return word in closed("determiners") and head not in closed("opens_object")


def _clause_head(text: str, scan: Scanned, first: int, high: int) -> Span | None:
    """The verb of a clause that opens with "that", as its auxiliary tells: "that they will **meet**"."""
    auxiliary, beside = False, closed("auxiliary") | closed("when_it_is")
    for k in range(first + 1, min(high, first + FAR)):
        word = scan.words[k]
        if not text[scan.words[k - 1].end : word.start].isspace():
            return None
        if word.lower in AUXILIARIES:
            auxiliary = True
        elif auxiliary and word.lower not in beside and not word.lower.endswith("ly"):
            return Span(word.start, word.end)
    return None


def _follows(text: str, scan: Scanned, k: int) -> bool:
    return text[scan.words[k].end : scan.words[k + 1].start].isspace()


def _goes_on(text: str, start: int, opening: Word, within: Span) -> bool:
    """Whether the clause that opens with a word is a part of a subject that began before it."""
    if opening.lower in ADJUNCTS:
        return True
    if opening.lower != "and":
        return False
    before = {w.lower for w in words(text, clause(text, start - 1, within))}
    return not before.isdisjoint(JOINT) and before.isdisjoint(AUXILIARIES)


def _head(before: Sequence[Word], *, whole: bool) -> Word | None:
    """The last word of the first noun phrase, which a preposition, a clause or the verb group ends.

    If all of it stands ``before`` the verb, its end may be the phrase's.
    """
    at = 0
    while at < len(before) and before[at].lower in MARKS:
        at += 1
    end = at
    while end < len(before) and before[end].lower not in ENDS:
        end += 1
    return before[end - 1] if end > at and (whole or end < len(before)) else None
