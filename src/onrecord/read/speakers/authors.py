"""Who wrote what speaks: a letter's words are those of whoever signed it.

    a letter **signed by Ama Sarr**;   **Ama Sarr's** memo;   **Sarr** wrote in an e-mail

A report, a poll or a law speaks for itself; what people write to one another does not.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from onrecord.read.speakers.scene import Layout, Mentioned

WRITTEN = "letter memo memorandum e-mail email op-ed column note tweet post petition message".split()
NOUN = re.compile(rf"\b(?P<noun>{'|'.join(WRITTEN)})s?\b(?!-)", re.IGNORECASE)
SIGNED = r"(?:signed|written|sent|penned|drafted|composed|authored|posted)"
BY = re.compile(
    rf"(?:^|[\s,]{SIGNED}(?: \w+)?) (?:by|from)"
    r" (?:(?!(?:and|to|that|which|who|in|on|at)\b)[\w’'-]+,? ){0,6}$",
    re.IGNORECASE,
)
OWNER = re.compile(r"(?:'s|’s|s'|s’)\s+(?:[\w-]+\s+){0,3}$")
WROTE = re.compile(
    r"\b(?:wr(?:ote|ites?)|sa(?:id|ys)|warn(?:ed|s)|add(?:ed|s)|ask(?:ed|s)|post(?:ed|s)|sent|signed)\b[^.;:\n]{0,40}"
    r"\b(?:in|on|signed)\s+(?:an?|the|his|her|their|its)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
NEAR = 140


def authors(
    text: str, where: Layout, mentions: Sequence[Mentioned], people: Mapping[str, str]
) -> dict[str, str]:
    """For each kind of writing that one person or body is said to have written, who that is.

    ``people`` holds the kind of each referent that may have written something.
    """
    found: dict[str, set[str]] = {}
    starts = [m.start for m in mentions]
    for match in NOUN.finditer(text):
        sentence = where.sentence(match.start())
        first = bisect_left(starts, match.start() - NEAR)
        near = mentions[first : bisect_right(starts, match.end() + NEAR)]
        here = [m for m in near if m.referent in people and where.sentence(m.start) == sentence]
        wrote = next((m.referent for m in here if _wrote(text, match, m)), None)
        if wrote:
            found.setdefault(match["noun"].lower(), set()).add(wrote)
    return {noun: who.pop() for noun, who in found.items() if len(who) == 1}


def _wrote(text: str, noun: re.Match[str], m: Mentioned) -> bool:
    """Whether the words between a writing and a name say that its bearer wrote it."""
    if m.start > noun.end():
        return BY.search(text[noun.end() : m.start]) is not None
    between = text[m.end : noun.start()]
    return bool(OWNER.fullmatch(between)) or bool(WROTE.search(between))
