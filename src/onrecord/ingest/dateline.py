"""The dateline at the head of a report: where it was written, when, and for which agency."""

import re
from collections.abc import Sequence

from onrecord.ingest.lexicon import words as words_of

DASH = re.compile(r"\s*(?:--+\s|[–—])\s*|\s+-\s+")  # "re-elected" and "Nichi-Tsushin" have none of these
WINDOW = 120  # code points in which a dateline ends
PARAGRAPH = 160  # code points behind a bare "DELHI: ", unlike those of "BUSTED: Mayor's yacht trips"
SENTENCE_ENDS = frozenset(".!?:”’\"')")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
DATE = re.compile(
    rf"\b(?:{DAY},?\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH})(?:,?\s+\d{{4}}\b)?"
    r"|\b\d{4}[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b",
    re.IGNORECASE,
)
DATE_AT_END = re.compile(rf"(?:{DATE.pattern}|,\s*{DAY})[\s.,]*$", re.IGNORECASE)
TIME = re.compile(
    r"\b\d{1,2}[:.h]\d\d\b(?:\s*[ap]\.?m\b\.?)?(?:\s*(?:[A-Z]{1,2}[DS]?T|GMT|UTC)\b)?", re.IGNORECASE
)

AGENCY = re.compile(r"\(([^()\d][^()]{1,40})\)\s*$")
CLOSING = re.compile(r"(?<=[A-Za-z]\))\s+")
PARTY = re.compile(r"[RDI]-")  # "Ted Cruz (R-Texas) — Announced March 23" is no agency's report
CREDIT = re.compile(r"\([A-Z][\w.&' -]{1,40}\)\s*(?:--+|[-–—])\s*")
COLON = re.compile(r":\s+")

SPEAKER = re.compile(r"[A-Z][A-Z .'’-]{1,40}(?::| [-–—]) ")

PARTICLES = words_of("place_particles")
NO_PLACE = words_of("no_place")


def is_transcript(lines: Sequence[str]) -> bool:
    """Do lines name their speakers ("HOST: Welcome.", "DOE - Thank you."), which look like datelines?"""
    return sum(SPEAKER.match(line) is not None for line in lines[:100]) > 2


def dateline(words: str, *, strict: bool = False) -> int:
    """How many code points at the head of a paragraph are its dateline, dash and space included; 0 for none.

    The place stands in capitals, or beside a date or an agency, and the paragraph goes on like a sentence.
    ``strict`` asks for more than a place and a dash or colon, which a line of a transcript ("TRUMP: I never
    said that") has too.

    >>> line = "OSLO, Nov 13 (Fjordpress) - The cod quota"
    >>> line[: dateline(line)]
    'OSLO, Nov 13 (Fjordpress) - '
    """
    head = words[:WINDOW]
    if credit := CREDIT.match(head):
        return credit.end() if words[credit.end() :] else 0
    for ending in (DASH.search(head), COLON.search(head), _agency_after_date(head)):
        if not ending:
            continue
        label = len(words) < PARAGRAPH and (":" in ending[0] or words[-1] not in SENTENCE_ENDS)
        if _opens(head[: ending.start()], head[ending.end() :], strict=strict or label):
            return ending.end()
    return 0


def _agency_after_date(head: str) -> re.Match[str] | None:
    """The space behind "New Delhi, Aug 5 (Bharat News) ", where some agencies have no dash."""
    date = DATE.search(head)
    return CLOSING.search(head, date.end()) if date else None


def _opens(prefix: str, rest: str, *, strict: bool) -> bool:
    """Is ``prefix`` a place, with a date and an agency if they are there, and does ``rest`` go on from it?"""
    agency = AGENCY.search(prefix)
    if agency and PARTY.match(agency[1]):
        return False
    if not rest or (rest[0].isalpha() and not rest[0].isupper() and not agency):
        return False
    place = prefix[: agency.start()] if agency else prefix
    date = DATE_AT_END.search(place)
    place = place[: date.start()] if date else place
    if agency or date:
        return is_place(place)
    return is_place(place) and is_place(place, in_capitals=True) and ("," in place or not strict)


def is_place(words: str, *, in_capitals: bool = False) -> bool:
    """Could this be a place: "LONDON", "NEWARK, N.J.", "St George's, Grenada", "SEOUL/TOKYO"?"""
    parts = [part.split() for part in words.strip(" ,.").split(",")]
    if len(parts) > 3 or any(not 1 <= len(part) <= 4 for part in parts) or sum(map(len, parts)) > 6:
        return False
    first = " ".join(parts[0])
    if len(first) < 2 or first in NO_PLACE or any(character.isdigit() for character in words):
        return False
    if in_capitals:
        return first.replace("St.", "ST.").isupper()
    return all(word[0].isupper() or word in PARTICLES for part in parts for word in part)
