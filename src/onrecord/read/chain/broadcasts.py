"""Outlets that set phrases name: broadcasts, branches, call signs, state radio, credits in datelines."""

import re
from collections.abc import Iterator, Mapping

from onrecord.read.chain.lexicon import NOUN, words
from onrecord.read.chain.names import names
from onrecord.span import Span

SHOWS = words("spoken", "shows")
TITLE_WORDS, SHORT_WORD, NEAR = 7, 5, 60
CALL_SIGN = re.compile(r"\b[WK][A-Z]{2,3}(?:[ -](?:FM|AM|TV)|\d{2,4})\b")
STATE = re.compile(r"\b(?:[A-Z][\w-]+ )?[Ss]tate (?:television|radio|TV|media)\b")
TITLED = re.compile(rf"\b(?i:{NOUN}) ([A-Z][\w-]+[’']s [A-Z][\w-]+(?: [A-Z][\w-]+)*)")
SPOKEN_TO = re.compile(
    r"\b(?:[Tt](?:old|ells|elling)|opened up to) ([A-Z][\w-]+ [A-Z][\w-]+)\b"
    r"(?=[.,:]? (?:that|on|in|by|last|this|the|about|after|[A-Z“\"]))"
)
QUOTED = re.compile(r"(?:“([^“”\n]{2,50})”|''([^'\n]{2,50}?)''|\"([^\"\n]{2,50})\"|‘([^‘’\n]{2,50})’)")
AIRED = re.compile(r"\b(?:on|told|with|program|show|podcast|series|broadcast)(?: the)? $", re.IGNORECASE)
OWNING = re.compile(r"[’']s? (?=[A-Z])")
BRANCH = re.compile(
    r"[’']s? (?:[\w-]+ ){0,4}?"
    r"(?:affiliate|bureau|editorial board|program|programme|series|newscast|podcast|edition)\b"
)
CREDITED = re.compile(
    r"\(([A-Z][\w.-]{1,20}(?: [A-Z][\w.-]{1,20})?)\)(?= ?[-–—])|^([A-Z][\w-]*-[A-Z]\w+|[A-Z]\w+), \d{1,2} ",
    re.MULTILINE,
)
HEAD = 2_000


def aired(text: str) -> Iterator[Span]:
    """State broadcasters and stations by their call signs: "Iranian state radio", "WKLR-FM"."""
    for pattern in (STATE, CALL_SIGN):
        yield from (Span(*m.span()) for m in pattern.finditer(text))


def unheard_of(text: str) -> Iterator[Span]:
    """Names where an outlet's stands: "the radio show Lena's Kitchen", "told Harbour Lights on Monday"."""
    for pattern in (TITLED, SPOKEN_TO):
        yield from (Span(*m.span(1)) for m in pattern.finditer(text))


def credited(text: str) -> Iterator[tuple[Span, str]]:
    """The agency in a dateline, "LINDOS, May 2 (Delta) -", or above the text, "Delta-Press, 2 May"."""
    for m in CREDITED.finditer(text, 0, HEAD):
        yield Span(*m.span()), m[1] or m[2]


def titles(text: str, owners: Mapping[int, Span]) -> Iterator[tuple[Span, str]]:
    """Titles in quotation marks behind an outlet ("CBS's “Glass”"), "on", "told" or "show".

    ``owners`` are the outlets named, by where they end.
    """
    for m in QUOTED.finditer(text):
        title = next(g for g in m.groups() if g).strip(" ,.")
        owner = next((owners[m.start() - n] for n in (1, 2, 3) if m.start() - n in owners), None)
        if owner and text[owner.end : m.start()].strip() not in {"", "'", "’", "'s", "’s"}:
            owner = None
        if _title(title) and owner:
            yield Span(owner.start, m.end()), text[owner.start : m.start()] + title
        elif _title(title) and AIRED.search(text, max(0, m.start() - 20), m.start()):
            yield Span(*m.span()), title


def branches(text: str, owners: Mapping[int, Span]) -> Iterator[tuple[Span, bool]]:
    """Parts of an outlet, and whether they are shows: "CBS's Glass", "the Courier's editorial board"."""
    for end, owner in owners.items():
        if branch := BRANCH.match(text, end):
            yield Span(owner.start, branch.end()), False
        if possessive := OWNING.match(text, end):
            run = next(names(text, possessive.end(), end + NEAR), [])
            if run and run[0].start() == possessive.end() and any(t[0] in SHOWS for t in run):
                yield Span(owner.start, run[-1].end()), True


def _title(title: str) -> bool:
    """Whether words in quotation marks are a title: few, and all the longer ones capitalised."""
    found = title.split()
    short = 0 < len(found) <= TITLE_WORDS and found[0][0].isupper()
    return short and all(w[0].isupper() or len(w) < SHORT_WORD for w in found)
