"""Whether what is said to be on a day lies before or after the report, by the words of the clause.

"The court said on Monday", "on Monday the court will rule", "by Monday": a weekday or a month alone does not
tell which one is meant. What decides is the nearest verb before it in its clause, then the first one behind
it, and the preposition. The windows are small, so that a text costs as much as it has such expressions.
"""

import re
from typing import Literal

from onrecord.read.times.words import LEXICON, either

Direction = Literal["past", "future"]

REACH = 110
_T = LEXICON["tense"]
SIGNAL = re.compile(
    rf"\b(?:(?P<over>{_T['over']})|(?P<past>{_T['past']})|(?P<future>{_T['future']})|(?P<present>{either(_T['present'])})"
    rf"|(?P<passive>(?:be|being)(?:\s\w{{2,15}})?)|(?!un(?!veil|seal))(?!(?:{either(_T['unlike'])})\b)(?P<done>[a-z]{{2,14}}ed)"
    rf"|to\s(?!(?:{either(_T['nouns'])})\b)(?P<to>[a-z]{{2,14}}))\b|(?P<will>['’]ll\b)",
)
EDGE = re.compile(
    r"\.\s|[;:!?()\n“”\"—–]|,\s(?:who|which|where|when|after|before|and|but)\b|\b(?:that|which|who|whose|where)\b"
)
STOP = re.compile(r"\.\s|[;!?()\n“”\"—–]|,\s(?:who|which|where|after|and|but)\b")
AHEAD = re.compile(
    r"\b(?:by|until|till|before|ahead of|prior to|no later than|beyond|effective|pending)\s(?:the\s)?$"
    r"|\b(?:before|ahead of|until|prior to)\s(?:[a-zA-Z’'-]{1,20}\s){1,5}"
    r"(?:in|on|of)\s(?:late\s|early\s|mid-)?$",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:vot\w{1,3}\sfor|call\w{0,3}|announc\w{1,3}|order\w{0,3}|approv\w{1,3}|back\w{0,3}|impos\w{1,3}"
    r"|threat\w{0,5})\s(?!off\b)(?:[a-zA-Z0-9’'-]{1,20}\s){0,5}from\s$",
    re.IGNORECASE,
)  # "voted for a strike from Monday": what is decided begins later
AS_EARLY = re.compile(r"\bbefore\s(?:the\s)?$", re.IGNORECASE)
IF = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
WAS_TO = re.compile(
    r"\b(?:was|were|been)\s(?:\w{3,12}\s)?(?:set|due|scheduled|planned|supposed|slated|expected)\b[^.,;]*$",
    re.IGNORECASE,
)
SAYING = re.compile(rf"\b(?:{LEXICON['saying']['verbs']})\s")
STILL_OPEN = re.compile(
    r"\b(?:rul\w{1,4} out|excluded|(?:un|im)?(?:likely|possible)|conceivable|planned|scheduled|expected"
    r"|in doubt|under discussion|on the (?:table|cards))\b"
)  # "a meeting before the autumn was not ruled out": what was past is the saying
BACK = re.compile(r"\b(?:since|dated|ever since)\s(?:the\s)?$", re.IGNORECASE)
SUBORDINATE = re.compile(
    r"\b(?:which|who|before|until|when|if|unless|once|that|while|whether|as soon as|after which)\s",
    re.IGNORECASE,
)
REFUSED = re.compile(r"\b(?:not|n't|n’t|never|no)\b", re.IGNORECASE)


def direction(text: str, start: int, end: int) -> Direction | None:
    """Which side of the report the time at ``start`` lies on, as far as the words around it say.

    >>> text = "The ministry said on Monday that deputies will vote on Friday."
    >>> [direction(text, text.index(day), text.index(day) + 6) for day in ("Monday", "Friday")]
    ['past', 'future']
    """
    left = text[max(0, start - REACH) : start]
    edges = [edge.end() for edge in EDGE.finditer(left)]
    if edges and AHEAD.search(left) and not AHEAD.search(left[edges[-1] :]):
        edges.pop()  # the comma before "before" parts no clause
    clause = left[edges[-1] :] if edges else left
    nearest = _last(clause)
    if BACK.search(clause):
        return "past"
    if PLANNED.search(clause):
        return "future"
    if AHEAD.search(clause):
        said = [spoken.end() for spoken in SAYING.finditer(clause)]
        clause = clause[said[-1] :] if said else clause
        if STILL_OPEN.search(clause):
            return "future"
        nearest = _last(clause)
        if nearest == "past" and (REFUSED.search(clause) or _as_early(clause)):
            return "past"
        after = _clause_after(text, end)
        return "future" if nearest or STILL_OPEN.search(after) else _first(after) or "future"
    if nearest:
        return nearest
    first = _first(_clause_after(text, end))
    if first:
        return first
    opener = left[max(0, edges[-1] - 8) :] if edges else clause
    return "future" if SUBORDINATE.search(opener) and len(clause.split()) > 1 else None


def _as_early(clause: str) -> bool:
    """Whether something is over that was before a time: "it closed before Monday", but not "if it closed"."""
    return AS_EARLY.search(clause) is not None and not IF.search(clause)


def unsettled(text: str, start: int) -> bool:
    """Whether a plan is told as past ("was set for 4 October"): it may have come about or not."""
    return WAS_TO.search(text, max(0, start - 60), start) is not None


def bound_side(text: str, start: int) -> Direction | None:
    """What a preposition alone says: "by" and "until" look ahead, "since" looks back."""
    left = text[max(0, start - 20) : start]
    return "future" if AHEAD.search(left) else "past" if BACK.search(left) else None


def _clause_after(text: str, end: int) -> str:
    right = text[end : end + REACH]
    stop = STOP.search(right)
    return right[: stop.start()] if stop else right


def _last(clause: str) -> Direction | None:
    found = None
    for found in SIGNAL.finditer(clause):  # noqa: B007 - the last one is wanted
        pass
    return _side(found) if found else None


def _first(clause: str) -> Direction | None:
    found = SIGNAL.search(clause)
    return _side(found) if found else None


def _side(found: re.Match[str]) -> Direction:
    return "past" if found.lastgroup in {"over", "past", "done"} else "future"
