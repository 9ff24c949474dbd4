"""Which words that look like a time are none: "may", "march", Theresa May, the Sunday Times, 2000 people."""

import re
from collections.abc import Callable
from functools import lru_cache

from onrecord.read.times.words import AMBIGUOUS, LEADS, LEXICON, SHIFTS, THINGS

PREPOSITION = re.compile(
    r"\b(?:in|since|until|till|by|before|after|from|during|through|throughout|to|and|or|of|on|for|late|early|mid|as|"
    r"around|about|for|beyond|between|against|than|every|each|end|start|the|that|its|his|her|their|our|a|an|next|last|this|following|early|later)[\s-]$",
    re.IGNORECASE,
)
NAME_BEFORE = re.compile(r"(\w[\w.’'-]*)\s$")
WORD_BEFORE = re.compile(r"([$€£#]|\b[\w.]+)[\s-]?$")
WORD_AFTER = re.compile(r"[\s-]([A-Za-z]+)")
NEXT = re.compile(r"\s([A-Z]?\w+)")
PAPERS = frozenset(LEXICON["names"]["papers"].split())
NAMED_BY = frozenset(LEXICON["names"]["named_by"].split())
TITLES = ("Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov")
NO_PERSON = re.compile(r"\b(?:the|in|of|since|last|next|until|this|late|early|mid)[\s-]$", re.IGNORECASE)
MAY = re.compile(r"\b(?:Theresa|James|Brian|Mrs\.?|Ms\.?|Mr\.?|Prime Minister)\sMay\b")
SEASON_BEFORE = re.compile(r"\b(?:in|by|until|till|since|during|through|before|after|to)\s$", re.IGNORECASE)
COUNTS = re.compile(
    r"\s?(?:%|percent|per cent|[,.]\d|/"
    r"|[-–]?(?:km|kg|mile|foot|metre|meter|pound|seat|member|page|strong|odd)\b)"
)
NO_YEAR = frozenset(LEXICON["names"]["no_year"].split())
YEAR_LEADS = frozenset(LEXICON["names"]["year_leads"].split())
SHOWS = ("Show", "Programme", "Program")
UNHAPPY = frozenset(LEXICON["names"]["named_weekdays"].split())

Check = Callable[[re.Match[str], str], bool]


def _before(found: re.Match[str], text: str, size: int = 24) -> str:
    return text[max(0, found.start() - size) : found.start()]


def _after(found: re.Match[str], text: str, size: int = 24) -> str:
    return text[found.end() : found.end() + size]


def numeric(found: re.Match[str], _text: str) -> bool:
    """Only one of the numbers can be the month."""
    a, b = int(found["a"]), int(found["b"])
    return 0 < min(a, b) <= 12 and (max(a, b) > 12 or a == b) and max(a, b) <= 31


def month(found: re.Match[str], text: str) -> bool:
    """A month by its name alone: some are words and names of people too."""
    word, before, after = found["m"], _before(found, text), _after(found, text)
    if word.title() not in AMBIGUOUS:
        return True
    if word.isupper() or _part_of_name(before):
        return False
    if not PREPOSITION.search(before):
        return word != "May" and after.startswith(("’s ", "'s ")) and not NAME_BEFORE.search(before)
    follows = NEXT.match(after)
    if follows and (word, follows[1]) in {("March", "on"), ("March", "for")}:
        return False
    if follows and follows[1][:1].isupper() and not NO_PERSON.search(before):
        return False
    return word != "May" or not may_is_a_name(text) or bool(NO_PERSON.search(before))


def _part_of_name(before: str) -> bool:
    """Whether a capital word stands before that opens no phrase of time: "Theresa", "Mrs"."""
    name = NAME_BEFORE.search(before)
    if name is None or (name[1].endswith(".") and name[1][:-1] not in TITLES):
        return False
    return name[1][:1].isupper() and name[1] not in LEADS


@lru_cache(maxsize=4)
def may_is_a_name(text: str) -> bool:
    """Whether somebody in the text is called May."""
    return MAY.search(text) is not None


def season(found: re.Match[str], text: str) -> bool:
    """A season: not "spring" for a well, "the fall of Kabul", the Winter Olympics, Prague Spring."""
    if found["y"] or (found["mod"] or "").strip():
        return True
    before, after = _before(found, text), _after(found, text)
    follows = NEXT.match(after)
    if follows and follows[1] in NAMED_BY:
        return False
    word, rel = found["s"].lower(), (found["rel"] or "").lower()
    if word == "fall" and after.startswith((" in ", " of ")):
        return False
    if rel.removeprefix("the ") in SHIFTS:
        return True
    if found["s"][:1].isupper() and not rel and re.search(r"\w\s$", before):
        return False
    if word == "fall":
        return rel == "the" and bool(SEASON_BEFORE.search(before))
    if word == "spring" and rel == "the":
        return bool(SEASON_BEFORE.search(before)) or after.startswith(("’s", "'s"))
    return (
        rel == "the"
        or bool(SEASON_BEFORE.search(before))
        or before.rstrip()[-1:] in ("", ".", "\n", "“", '"')
    )


def year(found: re.Match[str], text: str) -> bool:
    """A number of four digits that is a year: behind a preposition, or where nothing else makes it one."""
    number, before, after = int(found["y"]), _before(found, text, 16), _after(found, text)
    if COUNTS.match(after) or before.endswith(tuple("$€£#-–/.+")):
        return False
    word, follows = WORD_BEFORE.search(before), WORD_AFTER.match(after)
    lead = word[1].lower() if word else ""
    if lead == "than" and not before.endswith(("sooner than ", "later than ", "earlier than ")):
        return False
    if lead in NO_YEAR or number < 1600 or (follows is not None and follows[1].lower() in THINGS):
        return False
    if number % 100 == 0 and number % 1000 != 0 and lead != "in":
        return False
    return lead in YEAR_LEADS or 1900 <= number <= 2099


def weekday(found: re.Match[str], text: str) -> bool:
    """A weekday that is no part of a newspaper's name, and no Black Friday."""
    follows = NEXT.match(_after(found, text))
    if follows and follows[1] in PAPERS:
        return False
    before = NAME_BEFORE.search(_before(found, text))
    if before is None:
        return True
    name = (
        follows is not None
        and follows[1][:1].isupper()
        and before[1][:1].isupper()
        and before[1] not in LEADS
    )
    return not name and before[1] not in UNHAPPY


def duration(found: re.Match[str], text: str) -> bool:
    """A count of units: no "a second", no "three quarters of", no "a weekend"."""
    unit = found["unit"].lower()
    if found["one"]:
        if unit == "minute" and _before(found, text).lower().endswith("wait "):
            return False
        return not unit.startswith(("sec", "weekend", "quarter")) and unit != "min"
    if unit in {"quarter", "second", "sec"} or (unit == "quarters" and _after(found, text).startswith(" of")):
        return False
    return not (found["n"] and found["n"].isdigit() and 1900 <= int(found["n"]) <= 2099)


def capital(found: re.Match[str], text: str) -> bool:
    """No part of a name: "USA Today", "Save Britain Now"."""
    word = found.group()
    follows = NEXT.match(_after(found, text))
    if follows and follows[1] in SHOWS:
        return False
    return not (word[:1].isupper() and _part_of_name(_before(found, text)))


def quarter(found: re.Match[str], text: str) -> bool:
    """A quarter or half of a year, and not of a match."""
    if found["y"] or found["rel"]:
        return True
    after = _after(found, text)
    if found["unit"] and found["unit"].lower() == "half":
        return False
    return not after.startswith(" of") and (
        bool(found["q"]) or (found["n"] or "").lower() not in ("final", "opening")
    )


def joined(found: re.Match[str], text: str) -> bool:
    """May 1 and 5, but not May 1 and 5 people."""
    return (
        " and " not in found.group()
        or found["m2"] is not None
        or not re.match(r"\s[a-z]", _after(found, text))
    )


def holiday(found: re.Match[str], text: str) -> bool:
    """A holiday and no island."""
    follows = NEXT.match(_after(found, text))
    return not (follows and follows[1] in NAMED_BY)


CHECKS: dict[str, Check] = {
    "numeric": numeric,
    "days_md": joined,
    "month": month,
    "season": season,
    "year": year,
    "weekday": weekday,
    "duration": duration,
    "deictic": capital,
    "reference": capital,
    "tonight": capital,
    "quarter": quarter,
    "holiday": holiday,
}


def plausible(form: str, found: re.Match[str], text: str) -> bool:
    """Whether words that have the form of a time are one where they stand.

    >>> import re
    >>> text = "The Sunday Times says so on Sunday."
    >>> [plausible("weekday", found, text) for found in re.finditer("(?P<w>Sunday)", text)]
    [False, True]
    """
    check = CHECKS.get(form)
    return check is None or check(found, text)
