"""The subject of a verb: what stands before its group, or what a relative or an infinitive points back to.

told **the crew** to leave, **Oslo** plans to close, accused **the firm** of digging, **Obi**, who left
"""

from onrecord.read.events.lemmas import participle, past
from onrecord.read.events.sentence import (
    Range,
    Sentence,
    adverb,
    ends_noun,
    group,
    is_one,
    joins,
    listed,
    name_from,
    nominal,
    present,
    small,
    speaks,
)

DEEPEST = 4  # verbs from an infinitive back to the one whose subject it shares
FARTHEST = 40  # words from a verb back to its subject
WIDEST = 14  # words of a phrase
SHORT = 6  # words in brackets that are an abbreviation
CONJUNCTIONS = frozenset(("after", "before", "since", "until", "once", "as"))
OFF = frozenset(("off", "up", "out", "down"))  # "put off a visit"
COORDINATORS = frozenset(("and", "or", "but", "then"))


def subject(s: Sentence, verb: int, depth: int = 0) -> Range | None:
    """The words of a verb's subject, also where it shares that of another verb; None where none is found."""
    before = group(s, verb)
    at = before.start - 1
    if at < 0 or depth > DEEPEST:
        return None
    if before.infinitive:
        return _of_infinitive(s, at, depth)
    if s.said(at) in COORDINATORS:
        return _shared(s, at, depth)
    if _relative(s, at):
        return _antecedent(s, at)
    if before.gerund:
        return _of_gerund(s, before.start, at, depth)
    if not joins(s.gap(before.start)):
        return _over_break(s, before.start, depth)
    return _behind_conjunction(s, before.start) or phrase_before(s, before.start)


def _behind_conjunction(s: Sentence, end: int) -> Range | None:
    """The subject of a clause of time inside another: "a day after *Oslo* left", "ill since *Oslo* left".

    In front of the main clause the phrase of time belongs to the subject: "the quiet after *the storm*".
    """
    for i in range(end - 1, max(end - WIDEST, 0), -1):
        word = s.said(i - 1)
        if not joins(s.gap(i)) or word in small("auxiliary") or (i < end - 1 and past(s.said(i))):
            return None
        if word in CONJUNCTIONS:
            measured = is_one(s.said(i - 2), "unit") or not joins(s.gap(i - 1))
            return phrase_before(s, end, first=i) if measured or _verb_inside(s, i - 1) else None
    return None


def _verb_inside(s: Sentence, at: int) -> bool:
    """Whether the words before a word, up to a break, hold a verb."""
    for i in range(at - 1, max(at - FARTHEST, -1), -1):
        if (
            s.said(i) in small("auxiliary")
            or (past(s.said(i)) and nominal(s, i) is not True)
            or present(s, i)
        ):
            return True
        if not joins(s.gap(i)):
            return False
    return False


def _relative(s: Sentence, at: int) -> bool:
    """Whether a relative is at a word: "who", but "that" only behind a noun, not behind "said"."""
    if s.said(at) != "that":
        return s.said(at) in small("relative")
    return at > 0 and not speaks(s.said(at - 1)) and joins(s.gap(at))


def _of_infinitive(s: Sentence, at: int, depth: int) -> Range | None:
    """ "Told the crew to leave", "plans to leave", "ready to leave", "for the crew to leave"."""
    word = s.said(at)
    if word in COORDINATORS or word in small("clause"):
        return _shared(s, at, depth)
    if not ends_noun(s, at) or is_one(word, "of_doing"):
        governing = at
        while governing > 0 and is_one(s.said(governing), "of_doing") and not speaks(s.said(governing)):
            governing = _verb_before(s, governing)
        return subject(s, governing, depth + 1) if governing >= 0 else None
    found = phrase_before(s, at + 1)
    if found is None:
        return None
    ruling = s.said(found[0] - 1)
    if ruling == "for" or is_one(ruling, "control") or s.said(found[0] - 2) in ("call", "called", "calls"):
        return found
    verb = _verb_before(s, found[0])
    return subject(s, verb, depth + 1) if verb >= 0 else found


def _of_gerund(s: Sentence, verb: int, at: int, depth: int) -> Range | None:
    """ "Accused the crew of leaving", "denied leaving", "the crew leaving"."""
    start = at + 1
    if s.said(at) in small("preposition"):
        ruling = _verb_before(s, at)
        found = phrase_before(s, at)
        if found and ruling >= 0 and is_one(s.said(ruling), "deed") and found[0] > ruling:
            return found
        return subject(s, ruling, depth + 1) if ruling >= 0 else None
    if joins(s.gap(start)) and ends_noun(s, at):
        return phrase_before(s, start)
    ruling = at if speaks(s.said(at)) else _verb_before(s, start)
    return subject(s, ruling, depth + 1) if 0 <= ruling < verb else None


def _shared(s: Sentence, at: int, depth: int) -> Range | None:
    """The subject of the verb before a coordinator: "the crew left and took the boat"."""
    verb = _verb_before(s, at)
    return subject(s, verb, depth + 1) if verb >= 0 else None


def _verb_before(s: Sentence, at: int) -> int:
    """The last verb before a word, in its sentence; -1 if there is none."""
    for i in range(at - 1, max(at - FARTHEST, -1), -1):
        word = s.said(i)
        if word in small("auxiliary") and s.said(i + 1) not in small("auxiliary"):
            following = i + 1
            while following < at - 1 and (adverb(s.said(following)) or s.said(following) == "to"):
                following += 1
            return following if following < at else i
        if (past(word) or present(s, i)) and nominal(s, i) is not True:
            return i
    return -1


def _antecedent(s: Sentence, at: int) -> Range | None:
    """What a relative points back to: the phrase before it."""
    if s.said(at) == "whose":
        return None
    return phrase_before(s, at, comma=True)


def _over_break(s: Sentence, start: int, depth: int) -> Range | None:
    """Before a verb that follows a comma: the phrase in front of the apposition, or a shared subject."""
    if s.gap(start)[:1] == ")":
        return phrase_before(s, start)
    if s.gap(start) not in (",", ")", "—", "–", "-", ",”", ',"'):
        return None
    for i in range(start - 1, max(start - WIDEST - 6, 0), -1):
        if not joins(s.gap(i)):
            if s.gap(i)[:1] in (",", "(", "—", "–", "-"):
                if name_from(s, i) == start:
                    return i, start
                found = phrase_before(s, i, comma=True)
                return found or _shared(s, start, depth)
            return None
    return phrase_before(s, start, comma=True)


def phrase_before(
    s: Sentence, end: int, *, comma: bool = False, depth: int = 0, first: int = 0
) -> Range | None:
    """The noun phrase that ends before a word, with the phrases it is joined to by "and".

    Of "a clerk dismissed in May" it is the clerk, of "the man who worked in Oslo" the man.
    """
    if s.gap(end)[:1] == ")" and depth < DEEPEST:
        opening = next((i for i in range(end - 1, max(end - SHORT, 0), -1) if s.gap(i)[-1:] == "("), end)
        if opening < end:
            return phrase_before(s, opening, comma=True, depth=depth + 1)
    start = end
    while start > first and end - start < WIDEST:
        if not joins(s.gap(start)) and not (comma and start == end) and not listed(s, start, end):
            break
        if start < end and s.gap(start) in ("“", "”", '"') and start < end - 6:
            break
        word = s.said(start - 1)
        if word in small("clause") and word not in ("as", "than", "before", "after", "since"):
            break
        if (
            word in small("auxiliary")
            or word in small("contracted")
            or (start < end and _ends_before(s, start - 1))
        ):
            break
        start -= 1
    edge, start = start, _main(s, start, end)
    reduced = edge < end and start == edge + 1 and s.said(edge) in small("preposition") - OFF
    if reduced and edge > 1 and depth < DEEPEST and participle(s.said(edge - 1)):
        relative = s.said(edge - 2) in small("relative")
        return phrase_before(s, edge - 1 - relative, comma=relative, depth=depth + 1)
    return (start, end) if start < end else None


def _ends_before(s: Sentence, i: int) -> bool:
    """Whether a word is a verb in front of the phrase."""
    word = s.said(i)
    if nominal(s, i) is True or s.capital(i):
        return False
    return (past(word) and s.said(i - 1) not in small("determiner")) or present(s, i)


def _main(s: Sentence, start: int, end: int) -> int:
    """Where the phrase itself begins behind an adverbial in front of it: "In March *the ministry*"."""
    while start < end and (s.said(start) in ("and", "or", "but", "then") or adverb(s.said(start))):
        start += 1
    if start < end and s.said(start) in small("preposition"):
        for i in range(end - 1, start + 1, -1):
            if _opens(s, i) and s.said(i - 1) not in small("preposition") | {"and", "or"}:
                return i
        return start + 1
    for i in range(end - 1, start, -1):
        before = s.said(i - 1)
        if (
            _opens(s, i)
            and joins(s.gap(i))
            and before not in small("preposition") | small("determiner") | {"and", "or"}
        ):
            return i
    return start


def _opens(s: Sentence, i: int) -> bool:
    pronouns = {"i", "we", "he", "she", "it", "they", "you", "there"}
    return s.said(i) in small("determiner") or s.said(i) in pronouns
