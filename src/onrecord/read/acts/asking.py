"""Clauses that tell of a question: "Asked by the paper whether it holds", "in response to a question about".

A clause hangs on the statement that answers it, which stands in its sentence or right behind it. What follows
its opener ("whether", "about", "why") is the question, in the asker's words and not the answerer's.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.span import Span

WINDOW, LONG, NEAR = 160, 1000, 20
VERBS = "asked|questioned|quizzed|pressed|pushed|grilled|challenged|probed|prodded"
REPLYING = "answering|answered|responding to|replying to|in (?:response|reply|answer) to|fielding|taking"
LEAD = re.compile(
    rf"\b(?:(?P<verb>{VERBS})"
    rf"|(?:{REPLYING}) (?P<owner>(?:[\w.’'-]{{1,40}} ){{0,6}}?)(?:question|query|inquiry)(?:s|ies)?)\b",
    re.IGNORECASE,
)
CLAUSAL = frozenset("whether if why how what who whom whose which where when".split())
TOPICAL = frozenset(["about", "regarding", "as to"])
NOMINAL = frozenset("to for over on".split())
OPENER = re.compile(rf"\b(?:{'|'.join(sorted(CLAUSAL | TOPICAL | NOMINAL))})\b", re.IGNORECASE)
BY = re.compile(r"\b(?:by|from) (?=[\w“\"])", re.IGNORECASE)
PLACE = re.compile(r"\b(?:in|on|at|during|after|before)\b", re.IGNORECASE)
BEFORE = re.compile(r"([\w’']*)[^\w’']*\Z")
PASSIVE = frozenset("was were is are been being be ’s 's".split())
LOOSE = frozenset("when if once while though".split())
RELATIVE = frozenset("who which whose where when".split())
BARRED = re.compile(r"[“”\":]|, (?:who|which|whose)\b")
ADJUNCT = re.compile(
    rf" (?:(?:by|in|on|at|during|after|before|again|later|earlier|last|this|\w+ly|{'|'.join(CLAUSAL)})\b"
    rf"|(?:{'|'.join(TOPICAL | NOMINAL)})\b)",
    re.IGNORECASE,
)
PARTICIPLE = re.compile(r"\W*(?:when )?\w+ed\b", re.IGNORECASE)
TURN = re.compile(r"^[ \t]*(?P<who>[^\W\d_][\w .’'-]{0,40}):[ \t]+(?P<said>\S[^\n]*)$", re.MULTILINE)
CLOSING = " \t\r\n”\"’'“)"
STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bMrs)(?<!\bGov)(?<!\bSen)(?<!\bRep)(?<!\bGen)"
    r"[.!?][”’\"'»)]*(?=\s)|[\r\n]+"
)


class Turn(NamedTuple):
    """One speaker's turn in a transcript, "NAME: words"; ``question`` is the last one in it, or all of it."""

    name: str
    who: Span
    said: Span
    question: Span
    asks: bool


class Asking(NamedTuple):
    """A clause that tells of a question, from its verb on; ``content`` runs on to the sentence's end.

    ``loose`` is a participle that hangs on the answer's clause ("Asked whether"), otherwise somebody "was
    asked". A ``request`` asks somebody to do or give something. ``again`` presses an earlier question.
    """

    start: int
    content: Span
    asker: Span | None
    loose: bool
    request: bool
    again: bool


class Sentences(NamedTuple):
    """Where sentences end, in order; line breaks end one too."""

    ends: Sequence[int]

    def around(self, at: int) -> Span:
        """The sentence that holds a code point, or as much of an endless one as anybody would read."""
        i = bisect_right(self.ends, at)
        start, end = self.ends[i - 1] if i else 0, self.ends[min(i, len(self.ends) - 1)]
        return Span(max(start, at - LONG), min(end, at + LONG))


def sentences(text: str) -> Sentences:
    """The sentences of ``text``, roughly: a title or an initial before a full stop ends none."""
    return Sentences([*(match.end() for match in STOP.finditer(text)), len(text)])


def askings(text: str, inside: Sentences) -> Iterator[Asking]:
    """Every such clause of the text."""
    for lead in LEAD.finditer(text):
        sentence = inside.around(lead.start())
        before = text[max(sentence.start, lead.start() - LONG) : lead.start()]
        loose = lead["verb"] is None or _participle(before, text[lead.end() : lead.end() + LONG])
        opener = _opener(text, lead, min(sentence.end, lead.end() + WINDOW))
        if opener and (loose or _before(before[-NEAR:]) in PASSIVE):
            verb, word = (lead["verb"] or "").lower(), opener[0].lower()
            content = Span(opener.start(), sentence.end)
            asker = _asker(text, lead, opener.start())
            yield Asking(
                lead.start(), content, asker, loose, word in {"to", "for"}, verb in {"pressed", "pushed"}
            )


def _before(stretch: str) -> str:
    """The word before a place."""
    found = BEFORE.search(stretch)
    return found[1].lower() if found else ""


def _participle(before: str, after: str) -> bool:
    """Whether "asked" is a participle: "When asked", ", asked by X"; not so "X, Y said, asked her"."""
    near = _before(before[-NEAR:])
    opens = before.rstrip().endswith((",", "—", "–")) or not near
    linked = near in LOOSE or (near in {"and", "but"} and PARTICIPLE.match(before) is not None)
    return (opens or linked) and ADJUNCT.match(after) is not None


def _opener(text: str, lead: re.Match[str], end: int) -> re.Match[str] | None:
    """The word that begins the question: "whether", or "about" if no such word follows at once."""
    found = [m for m in OPENER.finditer(text, lead.end(), end) if _opens(text, lead, m)]
    for this, after in pairwise([*found, None]):
        word = this[0].lower() if this else ""
        at_once = (
            this and after and after[0].lower() in CLAUSAL and text[this.end() : after.start()].isspace()
        )
        place = word == "on" and (lead["verb"] or "").lower() == "asked"
        if after and word not in CLAUSAL and (at_once or place):
            continue
        return this
    return None


def _opens(text: str, lead: re.Match[str], opener: re.Match[str]) -> bool:
    """Whether a word opens the question: outside quotation marks, behind no comma but those of "by X, Y,"."""
    between, word = text[lead.end() : opener.start()], opener[0].lower()
    by = BY.search(between) is not None
    if BARRED.search(between) or (word in RELATIVE and between.rstrip().endswith(",")):
        return False
    if word in NOMINAL and between.strip():
        return lead["verb"] is not None and by and word != "for" and "," not in between
    return (by or "," not in between) and not (word in NOMINAL and lead["verb"] is None)


def _asker(text: str, lead: re.Match[str], opened: int) -> Span | None:
    """Who asked: "by the paper, Ada Obi,", "from a reporter", "a reporter's question"."""
    by = BY.search(text, lead.end(), opened)
    if by:
        place = PLACE.search(text, by.end(), opened)
        return _trimmed(text, by.end(), place.start() if place else opened)
    owner = lead["owner"] or ""
    if owner.rstrip().endswith(("'s", "’s", "s'", "s’")):
        return _trimmed(text, lead.start("owner"), lead.end("owner"))
    return None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    end = start + len(text[start:end].rstrip(" ,"))
    return Span(start, end) if start < end else None


def last_question(text: str, span: Span) -> Span | None:
    """The question that a stretch ends with, without the sentences before it."""
    begin = max(span.start, span.end - LONG)
    said = text[begin : span.end].rstrip(CLOSING)
    if not said.endswith("?"):
        return None
    first = 1 + max(said.rfind(mark, 0, len(said) - 1) for mark in ".!?\n")
    return Span(begin + first + len(said[first:]) - len(said[first:].lstrip(CLOSING)), span.end)


def turns(text: str) -> Iterator[Turn]:
    """The turns of every transcript in the text; who mostly asks is taken to ask throughout."""
    found = list(TURN.finditer(text))
    askers = _askers(found)
    for match, after in zip(found, [*found[1:], None], strict=False):
        said = Span(match.start("said"), _end(text, match, after))
        last, name = last_question(text, said), match["who"]
        who = Span(match.start("who"), match.end("who"))
        yield Turn(name, who, said, last or said, last is not None or name in askers)


def _askers(found: Sequence[re.Match[str]]) -> set[str]:
    """Those of whose turns more than half hold a question."""
    turned = Counter(match["who"] for match in found)
    asked = Counter(match["who"] for match in found if "?" in match["said"])
    return {name for name, times in asked.items() if 2 * times > turned[name]}


def _end(text: str, turn: re.Match[str], after: re.Match[str] | None) -> int:
    """Where a turn ends: it may run on over paragraphs up to the next one."""
    if after is None or after.start() - turn.end() > LONG:
        return turn.end()
    return turn.end() + len(text[turn.end() : after.start()].rstrip())
