"""The proposition in the article's own words: the clause around its trigger, without what makes it unsure.

    the port will not **close** before May    the port closes before May
    that the plan may be **dropped**          the plan is dropped
    there would be no **strike** in June      there is a strike in June

The polarity and the modal are in the value, so that one proposition reads alike whether it is asserted,
denied or left open.
"""

import re
from collections.abc import Collection, Sequence

from onrecord.read.claims.subject import named
from onrecord.read.clauses import PREPOSITIONS, Word, clause, words
from onrecord.span import Span

LONGEST = 240
NEGATIONS = frozenset("not never n't".split())
MODALS = frozenset("will would may might can could shall should must 'll 'd won't cannot".split())
ADVERBS = frozenset(
    "likely unlikely possibly probably perhaps maybe certainly surely also reportedly".split()
)
LEADING = frozenset("that whether if and but or so because".split())
PLURAL = frozenset("we they you i these those both all many most some few several".split())
BETWEEN = frozenset("now still soon then again even just always often yet once rather indeed either".split())
UNCOUNTED = frozenset(
    "longer more one doubt evidence progress money time talk trust truth work news information need room "
    "hope interest support help contact harm damage such way".split()
)
JOINING = PREPOSITIONS | frozenset(
    "that who which is are was were be been being has have had does do did to and or but if when".split()
)
BE = {"be": ("is", "are"), "have": ("has", "have"), "do": ("does", "do"), "go": ("goes", "go")}
CONTRACTED = re.compile(r"(?i)(n['’]t|['’](?:ll|d))\Z")
SHORTENED = frozenset("would could should might must wo ca sha need".split())
MOST_MARKS = 3  # in one clause
MARK = frozenset('“”"«»')
STOPS = frozenset(".,;:!?–—\n")
MARKS = re.compile(r"[\s“”\"«»()\[\]]+")
TRIM = " \t\r\n,;:.!?…-–—“”\"‘’'()[]«»"


def proposition(
    text: str, within: Sequence[Span], trigger: Span, denying: Collection[Span] = frozenset()
) -> str:
    """The words of the clause around ``trigger``, cut to the stretch of ``within`` that holds it.

    A "no" goes with the other negations if it is one of the words ``denying`` what the trigger says.
    """
    stretch = next((s for s in within if s.start <= trigger.start < s.end), None) or Span(
        max(0, trigger.start - LONGEST), min(len(text), trigger.end + LONGEST)
    )
    phrases = named(text, trigger, stretch) or (
        _over_marks(text, clause(text, trigger.start, stretch), stretch),
    )
    if phrases[0].end < trigger.end or phrases[0].start > trigger.start:
        phrases = (trigger,)
    starts = {span.start for span in denying}
    worded = (_joined(_positive(text, _said(text, phrase, trigger), starts)) for phrase in phrases)
    return " ".join(filter(None, worded)) or " ".join(trigger.of(text).split())


def _said(text: str, around: Span, trigger: Span) -> Sequence[Word]:
    """The words of a phrase, not too far from the trigger, without a conjunction that opens it."""
    said = [
        w for w in words(text, around) if w.end > trigger.start - LONGEST and w.start < trigger.end + LONGEST
    ]
    while said and said[0].lower in LEADING and said[0].start < trigger.start:
        said = said[1:]
    return said


def _over_marks(text: str, around: Span, stretch: Span) -> Span:
    """The clause with what a quotation mark alone cuts off: "would remain the “heart” of the party"."""
    start, end = around.start, around.end
    for _ in range(MOST_MARKS):
        if end >= stretch.end or not _only_marked(text, end):
            break
        end = max(clause(text, end + 1, stretch).end, end + 1)
    for _ in range(MOST_MARKS):
        if start <= stretch.start or not _only_marked(text, start):
            break
        start = min(clause(text, start - 1, stretch).start, start - 1)
    return Span(max(start, stretch.start), min(end, stretch.end))


def _only_marked(text: str, at: int) -> bool:
    """Whether a quotation mark, and no other punctuation, stands at a border between clauses."""
    before = text[max(0, at - 4) : at].rstrip()
    if text[at : at + 1] in MARK:
        return before[-1:] not in STOPS
    return before[-1:] in MARK and before[-2:-1] not in STOPS


def _positive(text: str, said: Sequence[Word], denying: Collection[int] = ()) -> list[str]:
    """Each word that stays, with what stands before it: no negation, no modal, the verb inflected."""
    out: list[str] = []
    before: list[str] = []
    bare = False
    for number, word in enumerate(said):
        spelled, opens = _without_operator(text[word.start : word.end], word.lower)
        bare = bare or opens
        none = word.lower == "no" and word.start in denying
        longer = word.lower == "longer" and number and said[number - 1].start in denying
        if none or longer:
            spelled = _some(spelled, said[number + 1 :]) if none else ""
        if not spelled:
            continue
        if bare and not opens and word.lower not in BETWEEN and not word.lower.endswith("ly"):
            subject = before if before[-1:] not in (["there"], ["There"]) else _noun(said[number + 1 :])
            spelled, bare = inflected(spelled, subject), False
        out += [text[said[number - 1].end : word.start] if before else "", spelled]
        before.append(spelled)
    return out


def _some(no: str, behind: Sequence[Word]) -> str:
    """What stands for "no": "a" before one thing, nothing before several, much, or "longer"."""
    noun = _noun(behind)
    first = noun[0] if noun else ""
    if not noun or first in UNCOUNTED or noun[-1] in UNCOUNTED or _plural(noun[-1]):
        return ""
    article = "an" if first[0] in "aeiou" else "a"
    return article.capitalize() if no[0].isupper() else article


def _noun(words: Sequence[Word]) -> list[str]:
    """The words of the phrase that begins here, down to its noun: up to a word that only joins."""
    found: list[str] = []
    for word in words:
        if found and (word.lower in JOINING or word.lower in MODALS):
            break
        if word.lower != "no" or found:
            found.append(word.lower)
    return found


def _plural(word: str) -> bool:
    return word in PLURAL or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _without_operator(spelled: str, plain: str) -> tuple[str, bool]:
    """What is left of a word without its modal or negation, and whether a bare verb follows."""
    if plain in NEGATIONS or plain in ADVERBS:
        return "", False
    if spelled != "May" and (plain in MODALS or plain in {"don't", "doesn't"}):
        return "", True
    if plain.endswith("n't"):
        left = CONTRACTED.sub("", spelled)
        return ("", True) if left.lower() in SHORTENED else (left, False)
    if plain.endswith(("'ll", "'d")):
        return CONTRACTED.sub("", spelled), True
    return spelled, False


def inflected(verb: str, before: Sequence[str]) -> str:
    """The verb behind a modal in the present, as its subject, the last word before it, wants it.

    >>> inflected("close", ["the", "port"]), inflected("be", ["we"])
    ('closes', 'are')
    """
    subject = before[-1].lower() if before else ""
    plural = _plural(subject)
    if subject == "i" and verb.lower() == "be":
        return "am"
    if verb.lower() in BE:
        return BE[verb.lower()][plural]
    if plural or not verb.isalpha() or verb.endswith(("ed", "ing")):
        return verb
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _joined(kept: Sequence[str]) -> str:
    """The words and gaps on one line, without quotation marks and brackets."""
    return " ".join(MARKS.sub(" ", "".join(kept)).split()).strip(TRIM)
