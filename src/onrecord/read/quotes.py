"""Quotation marks as a state machine: which stretches of a text stand inside quotation marks.

News typography is messy: straight and curly marks in one article, a single mark that is also the
apostrophe, guillemets in either direction, a quotation that runs over paragraphs and reopens each one
without closing the one before, a mark that nobody closed. Every mark is read by what it looks like
(opening, closing, either) and by what is open at that point; what does not fit is a flaw, not an error.

>>> found, flaws = quotations('"We agree," she said, "for now."')
>>> [(q.start, q.end) for q in found], flaws
([(0, 11), (22, 32)], ())
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from onrecord.article import Flaw

MARK = re.compile("''|``|[\"“”„‟«»‹›'‘’‚‛]")
LINE = re.compile(r"[^\r\n\u2028\u2029]+")
BREAKS = re.compile(r"\r\n|[\r\n\u2028\u2029]")
FAMILY = {
    **dict.fromkeys(['"', "“", "”", "„", "‟", "``", "''"], "double"),
    **dict.fromkeys("'‘’‚‛", "single"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "angle"),
}
OPENING, CLOSING = {"“", "„", "‟", "``", "‘", "‚", "‛"}, {"”", "''", "’"}
ELISION = re.compile(r"(?:em|til|tis|twas|twere|cause|bout|round|n|cos|neath|\d0s|\d\d)\b", re.IGNORECASE)
BEFORE_OPENING, AFTER_CLOSING = set('([{—–-/:“"‘«'), set('.,;:!?)]}—–-/…”"’»')
MAX_DEPTH = 4


class Quotation(NamedTuple):
    """One quotation, marks included, as half-open code points.

    ``reopened`` holds the positions of the marks with which later paragraphs of it begin again.
    ``level`` is 1 for a quotation of the article's own, 2 for one inside that, and so on.
    """

    start: int
    end: int
    level: int
    closed: bool
    reopened: tuple[int, ...]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between line breaks, or between blank lines in hard-wrapped text, as (start, end).

    Text counts as hard-wrapped where most single line breaks fall inside a sentence.
    """
    lines = [(m.start(), m.end()) for m in LINE.finditer(text) if not m[0].isspace()]
    single = [(a, b) for a, b in pairwise(lines) if len(BREAKS.findall(text, a[1], b[0])) == 1]
    inside = sum(a[1] - a[0] > 40 and text[a[1] - 1] not in '.!?:"”’»)' for a, _ in single)
    wrapped = len(single) > 2 and inside > 0.6 * len(single)
    joined = set(single) if wrapped else set()
    start = None
    for here, after in zip(lines, [*lines[1:], None], strict=False):
        start = here[0] if start is None else start
        if (here, after) not in joined:
            yield start, here[1]
            start = None


def quotations(text: str) -> tuple[tuple[Quotation, ...], tuple[Flaw, ...]]:
    """All quotations of ``text`` in order of their start, nested ones included, and what was odd.

    A quotation that is still open at the end of its paragraph goes on if the next paragraph begins
    with an opening mark of the same family; otherwise it ends with its paragraph and gives a flaw.
    """
    reader = _Reader(text)
    for start, end in paragraphs(text):
        reader.read_paragraph(start, end)
    reader.end_open(0, reader.paragraph_end)
    return tuple(sorted(reader.found)), tuple(reader.flaws)


class _Open(NamedTuple):
    start: int
    family: str
    mark: str
    reopened: tuple[int, ...] = ()


class _Reader:
    """The machine: a stack of open quotations, read paragraph by paragraph, mark by mark."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stack: list[_Open] = []
        self.found: list[Quotation] = []
        self.flaws: list[Flaw] = []
        self.paragraph_end = 0

    def read_paragraph(self, start: int, end: int) -> None:
        marks = list(MARK.finditer(self.text, start, end))
        used = self._reopen(start, marks)
        self.paragraph_end = end
        closers = self._closing_singles(marks)
        for number, mark in enumerate(marks[used:], used):
            side = self._side(mark, closers[number + 1])
            if side == "open" and len(self.stack) < MAX_DEPTH:
                self.stack.append(_Open(mark.start(), FAMILY[mark[0]], mark[0]))
            elif side == "close":
                self._close(mark)
            elif side == "odd":
                self._flaw(
                    "odd_quotation_mark",
                    mark.start(),
                    mark.end(),
                    "This mark closes no quotation; it was passed over.",
                )

    def end_open(self, depth: int, end: int) -> None:
        """End what is open above ``depth`` at ``end``, unclosed."""
        while len(self.stack) > depth:
            left = self.stack.pop()
            self.found.append(Quotation(left.start, end, len(self.stack) + 1, False, left.reopened))
            detail = "Never closed; taken to end with its paragraph, or with the quotation around it."
            self._flaw("unclosed_quotation", left.start, left.start + len(left.mark), detail)

    def _reopen(self, start: int, marks: list[re.Match[str]]) -> int:
        """Carry open quotations into a paragraph that reopens them; how many of its marks that used."""
        at, kept = start, 0
        for mark, left in zip(marks, self.stack, strict=False):
            if (
                self.text[at : mark.start()].strip()
                or FAMILY[mark[0]] != left.family
                or mark[0] in {"”", "’"}
            ):
                break
            self.stack[kept] = left._replace(reopened=(*left.reopened, mark.start()))
            at, kept = mark.end(), kept + 1
        self.end_open(kept, self.paragraph_end)
        return kept

    def _side(self, mark: re.Match[str], later_closers: int) -> str:
        """What a mark does here: "open", "close", "odd", or "none" (an apostrophe, a sign for inches)."""
        text, sign = self.text, mark[0]
        before = text[mark.start() - 1] if mark.start() else " "
        after = text[mark.end()] if mark.end() < len(text) else " "
        family = FAMILY[sign]
        is_open = any(o.family == family for o in self.stack)
        opens = (before.isspace() or before in BEFORE_OPENING) and not after.isspace()
        closes = (after.isspace() or after in AFTER_CLOSING) and not before.isspace()
        if family == "single" and sign not in {"‚"}:
            return self._single_side(mark, before, after, is_open, opens, later_closers)
        if family in {"guillemet", "angle"}:
            return self._guillemet_side(sign, family, is_open)
        if sign == '"' and before.isdigit() and not is_open:
            return "none"
        if opens != closes:
            return "open" if opens else "close" if is_open else "odd"
        if sign in OPENING:
            return "open"
        if sign in CLOSING:
            return "close" if is_open else "odd"
        return "close" if is_open else "open"

    def _single_side(
        self, mark: re.Match[str], before: str, after: str, is_open: bool, opens: bool, later_closers: int
    ) -> str:
        if before.isalnum() and after.isalnum():
            return "none"
        if opens and not after.isspace():
            if ELISION.match(self.text, mark.end()) or not later_closers or mark[0] == "’":
                return "none"
            return "open" if after.isalnum() or after in '“"$€£([…' else "none"
        if not is_open or before.isspace() or after.isalnum():
            return "none"
        if before in "sS" and after.isspace() and later_closers:
            return "none"
        return "close"

    def _guillemet_side(self, sign: str, family: str, is_open: bool) -> str:
        if not is_open:
            return "open"
        opened = next(o.mark for o in reversed(self.stack) if o.family == family)
        return "open" if sign == opened else "close"

    def _close(self, mark: re.Match[str]) -> None:
        depth = max(i for i, o in enumerate(self.stack) if o.family == FAMILY[mark[0]])
        self.end_open(depth + 1, mark.start())
        left = self.stack.pop()
        self.found.append(Quotation(left.start, mark.end(), depth + 1, True, left.reopened))

    def _closing_singles(self, marks: list[re.Match[str]]) -> list[int]:
        """For each mark, how many marks from it on look like a closing single quotation mark."""
        counts = [0]
        for mark in reversed(marks):
            text, end = self.text, mark.end()
            after = text[end] if end < len(text) else " "
            looks = mark[0] in "'’" and not after.isalnum() and not text[max(0, mark.start() - 1)].isspace()
            counts.append(counts[-1] + looks)
        return counts[::-1]

    def _flaw(self, kind: str, start: int, end: int, detail: str) -> None:
        self.flaws.append(Flaw(kind, start, end, detail))
