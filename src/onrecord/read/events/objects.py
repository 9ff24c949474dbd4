"""The phrases behind a verb or a noun in its clause, each with the preposition that it hangs on."""

from onrecord.read.events.lemmas import past
from onrecord.read.events.sentence import (
    Range,
    Sentence,
    is_one,
    joins,
    listed,
    name_from,
    nominal,
    present,
    small,
)

WIDEST = 20  # words behind a verb in which its objects are looked for


def objects(s: Sentence, verb: int) -> list[tuple[str, Range]]:
    """The phrases behind a verb in its clause, each with its preposition, "" for a direct object."""
    found: list[tuple[str, Range]] = []
    at, start, preposition = verb + 1, verb + 1, ""
    while at <= len(s.words) and at - verb <= WIDEST:
        over = at == len(s.words) or _stops(s, at, verb)
        word = s.said(at)
        if over and not preposition and s.said(verb) != "of" and _clause(s, at, verb):
            break  # what stands before it is the subject of a clause: "thinks the ferry should sail"
        if over or (word in small("preposition") and word != "of"):
            if start < at:
                found.append((preposition, _named(s, start, at)))
            if over:
                break
            preposition, start = word, at + 1
        elif at == verb + 1 and word in small("particle"):
            start = at + 1
        elif start < at and not preposition and _second(s, at):
            found.append(("", (start, at)))
            start = at
        at += 1
    return found


def _named(s: Sentence, start: int, at: int) -> Range:
    """The phrase, or the name that explains it: "the harbour master, *Inga Roos*"."""
    end = name_from(s, at)
    plain = not any(s.capital(i) for i in range(start, at))
    return (at, end) if s.gap(at) == "," and plain and end > at + 1 else (start, at)


def _clause(s: Sentence, at: int, verb: int) -> bool:
    """Whether what stands before a word is the subject of a clause: "thinks *the ferry* should sail"."""
    if at >= len(s.words) or s.gap(at):
        return False
    return s.said(at) in small("auxiliary") or (past(s.said(at)) and is_one(s.said(verb), "verb"))


def _second(s: Sentence, at: int) -> bool:
    """Whether another object begins: "showed him *a letter*", "paid the crew *two months*"."""
    before = s.said(at - 1)
    if s.gap(at)[:1] in ("“", '"', "‘"):
        return True
    joined = (
        before in small("determiner") - {"her"} or before in small("preposition") or before in ("and", "or")
    )
    return s.said(at) in small("determiner") and not joined


def _stops(s: Sentence, at: int, verb: int) -> bool:
    """Whether the clause of a verb ends before a word."""
    gap, word = s.gap(at), s.said(at)
    if not joins(gap) and not (gap == "," and listed(s, at, len(s.words))):
        return True
    if word in small("clause") and word not in small("preposition"):
        return True
    if word == "to" and not _determined(s, at + 1):
        return True
    if at > verb + 1 and (word in small("auxiliary") or (past(word) and nominal(s, at) is not True)):
        return s.said(at - 1) not in small("determiner")
    if word in ("after", "before", "until", "since") and at > verb + 1:
        return True
    verbal = present(s, at + 1) or past(s.said(at + 1)) or s.said(at + 1) in small("auxiliary")
    return word in ("and", "or") and verbal


def _determined(s: Sentence, i: int) -> bool:
    """Whether a noun phrase begins at a word rather than a verb."""
    if s.said(i) in small("determiner") or s.capital(i):
        return True
    return s.said(i) in ("him", "her", "them", "us", "me", "it", "you")
