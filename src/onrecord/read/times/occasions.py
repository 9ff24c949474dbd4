"""Events that news dates things by, behind a preposition of time: "before the inauguration"."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from onrecord.knowledge import Knowledge, Occasion, anchors, body, place
from onrecord.knowledge.calendar import called, names
from onrecord.read.times.meaning import Meaning
from onrecord.read.times.period import Period
from onrecord.read.times.tense import direction
from onrecord.read.times.tokens import tokens
from onrecord.read.times.words import LEXICON

WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
LAST = re.compile(r"[^\W\d_]+|\d+")
NAMED = r"\s(?P<np>(?:[\w’'.-]{1,24}\s){0,5}[\w’'.-]{1,24})$"
WHEN = (
    r"before|after|until|till|since|by|during|ahead\sof|prior\sto|following|through|run-?up\sto"
    r"|eve\sof|days?\sof|at|on"
)
TIMED = re.compile(rf"\b(?:{WHEN}){NAMED}", re.IGNORECASE)
ANYWHERE = re.compile(rf"\b(?:{WHEN}|to|for|of|in|from|attend|host|visit){NAMED}", re.IGNORECASE)
EDGE = re.compile(r"[;:!?()\[\]\n“”\",—–]|\.\s")
WHERE = re.compile(r"\sin\s((?:the\s)?[A-Z][\w’'.-]+(?:\s(?:de\s)?[A-Z][\w’'.-]+)?)")
CAPITALS = re.compile(r"\b[A-Z][\w’'.]*\w(?:\s[A-Z][\w’']*\w)?")
DETERMINERS = frozenset(LEXICON["occasions"]["determiners"].split())
ALONE = frozenset(LEXICON["occasions"]["alone"].split("; "))
WINDOW = 90
MOST = 400  # names in capitals that are looked at for the countries of an article
AGAINST = 4  # as in `choose`


class Mention(NamedTuple):
    """Words that name an event, with the preposition before them and the place behind them."""

    start: int
    end: int
    words: str
    preposition: str


def mentions(text: str, *, anywhere: bool = False) -> tuple[Mention, ...]:
    """Where a text names an event of the calendar as a time, or ``anywhere`` behind any preposition.

    >>> [found.words for found in mentions("They may meet before the US presidential inauguration, he said.")]
    ['the US presidential inauguration']
    """
    last = _last_words()
    form = ANYWHERE if anywhere else TIMED
    found = (_mention(text, end, form) for _, end, word in tokens(text) if word in last)
    return tuple(mention for mention in found if mention)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(LAST.findall(name)[-1] for name in names() if name)


def _mention(text: str, end: int, form: re.Pattern[str]) -> Mention | None:
    low = max(0, end - WINDOW)
    window = text[low:end]
    edges = [edge.end() for edge in EDGE.finditer(window)]
    window = window[edges[-1] :] if edges else window
    name = called(window)
    if name is None:
        return None
    if _goes_on(text, end, window):
        return None
    timed = _timed(window, form)
    own = end - _length(window, name)
    start = _head(text, end - len(timed["np"]), own) if timed else own
    words = text[start:end]
    if timed is None and name not in ALONE:
        return None
    if len(words.split()) > len(name.split()) + 4:
        return None
    where = WHERE.match(text, end)
    return Mention(
        start,
        end,
        words + (f" in {where[1]}" if where else ""),
        timed.group()[: -len(timed["np"])].strip().lower() if timed else "",
    )


def _goes_on(text: str, end: int, window: str) -> bool:
    """Whether the next word makes it a longer name: "election" in "election day"."""
    after = WORD.search(text, end, end + 20)
    longer = called(f"{window} {after.group()}") if after and after.start() == end + 1 else None
    return longer is not None and not longer.startswith(after.group().lower() if after else "")


def _timed(window: str, form: re.Pattern[str]) -> re.Match[str] | None:
    """The last preposition of time before the name, with what follows it."""
    found = form.search(window)
    while found and (later := form.search(window, found.start() + 1)):
        found = later
    return found


def _head(text: str, low: int, own: int) -> int:
    """Where the noun phrase of a name begins: at its first determiner, possessive or capital."""
    for word in WORD.finditer(text, low, own):
        said = word.group()
        if said[:1].isupper() or said.lower() in DETERMINERS or said.endswith(("’s", "'s")):
            return word.start()
    return own


def _length(window: str, name: str) -> int:
    """How many characters at the end of the window are the name."""
    parts = list(WORD.finditer(window))[-len(name.split()) :]
    return len(window) - parts[0].start() if parts else len(name)


def resolve(
    text: str, mention: Mention, known: Knowledge, anchor: date | None, countries: Iterable[str]
) -> Meaning | None:
    """The event that is meant, seen from the day of the report."""
    found = anchors(known, mention.words, anchor, countries=countries)
    if anchor is None or not found:
        return None
    side = direction(text, mention.start, mention.end)
    best = min(found, key=lambda occasion: _cost(occasion, anchor, side))
    return meaning_of(best, f"from the date of publication, {anchor}")


def meaning_of(occasion: Occasion, why: str) -> Meaning:
    """An event as a time: its first day as the value, all its days as what it covers."""
    scheduled = ", as scheduled" if occasion.scheduled else ""
    covers = Period(occasion.first, occasion.last)
    return Meaning(occasion.first.isoformat(), "DATE", "event", covers, f"{occasion}{scheduled}; {why}")


def _cost(occasion: Occasion, anchor: date, side: str | None) -> int:
    if occasion.first <= anchor <= occasion.last:
        return 0
    past = occasion.last < anchor
    gap = (anchor - occasion.last).days if past else (occasion.first - anchor).days
    return gap * (AGAINST if side is not None and (side == "past") != past else 1)


def countries_of(text: str, found: Iterable[Mention], known: Knowledge) -> tuple[str, ...]:
    """The country whose elections an article means: one named with an event, else the one named most."""
    told = [where for mention in found if (where := _named_with(mention, known))]
    if told:
        return (Counter(told).most_common(1)[0][0],)
    counted: Counter[str] = Counter()
    for number, capital in enumerate(CAPITALS.finditer(text)):
        if number >= MOST:
            break
        for words in {capital.group(), *capital.group().split()}:
            country = _country(words, known)
            if country:
                counted[country] += 1
                break
    return tuple(name for name, _ in counted.most_common(1))


def _named_with(mention: Mention, known: Knowledge) -> str | None:
    for word in WORD.finditer(mention.words):
        country = _country(word.group(), known) if word.group()[:1].isupper() else None
        if country:
            return country
    return None


@cache
def _parties() -> dict[str, str]:
    return {word: country for country, row in LEXICON["countries"].items() for word in row.split()}


def _country(words: str, known: Knowledge) -> str | None:
    found = place(known, words)
    if found:
        return found.place.within or found.place.name
    if words in _parties():
        return _parties()[words]
    institution = body(known, words) if len(words) > 3 else None
    return known.body_of_name[institution].country or None if institution else None
