"""Where a text may speak of a time: words that only times have, and the forms that fit around them.

The words of a text are looked up one by one, and only where one is found are the forms tried, at it and at a
few words of time before it ("the end of next *week*"). A long text without dates costs next to nothing.
"""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.read.times.patterns import forms
from onrecord.read.times.plausible import plausible
from onrecord.read.times.tokens import Token, tokens
from onrecord.read.times.words import HOLIDAYS, LEXICON

BACK = 8  # words before the telling one that an expression may begin with
GAP = 4  # characters between two words of one expression
NUMBER_AFTER = re.compile(r"[:/.]\d|(?:st|nd|rd|th)\b|\s?[ap]\.?m\b|[-–]", re.IGNORECASE)

Forms = tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _telling() -> frozenset[str]:
    """Words without which there is no time: months, units, "yesterday"; numbers are looked at apart."""
    units = _row_words("units")
    words = (
        _row_words("months")
        | _row_words("weekdays")
        | _row_words("seasons")
        | units
        | {f"{u}s" for u in units}
    )
    words |= _plural_days()
    for name in HOLIDAYS:
        words |= {_letters(name)[0], _letters(name)[-1]}
    words |= {parts[-1] for phrase in _references() if (parts := _letters(phrase))}
    return frozenset((words | set(LEXICON["scan"]["telling"].split())) - set(LEXICON["scan"]["weak"].split()))


@cache
def _starting() -> dict[str, Forms]:
    """The forms that may begin with a word; "0" stands for digits."""
    groups = {
        "month": _row_words("months"),
        "weekday": _row_words("weekdays") | _plural_days(),
        "season": _row_words("seasons"),
        "number": {word for word in LEXICON["numbers"]["cardinal"].split() if word.isalpha()},
        "ordinal": {word for word in LEXICON["numbers"]["ordinal"].split() if word.isalpha()},
        "vague": set(LEXICON["numbers"]["vague"].split()),
        "shift": _row_words("shift"),
        "holiday": {_letters(name)[0] for name in HOLIDAYS},
        "reference": {parts[0] for phrase in _references() if (parts := _letters(phrase))},
        "digit": {"0"},
    }
    names: dict[str, set[str]] = {}
    for kind, words in groups.items():
        for word in words:
            names.setdefault(word, set()).update(LEXICON["starts"][kind].split())
    for word, row in LEXICON["starts"]["words"].items():
        names.setdefault(word, set()).update(row.split())
    return {word: tuple(form for form in forms() if form[0] in able) for word, able in names.items()}


def _row_words(table: str) -> set[str]:
    return {word.lower() for row in LEXICON[table].values() for word in row.split()}


def _plural_days() -> set[str]:
    return {f"{row.split()[0].lower()}s" for row in LEXICON["weekdays"].values()}


def _letters(phrase: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", phrase.lower())


def _references() -> list[str]:
    """The phrases for now, before and later, with every alternative by itself."""
    return [phrase for row in LEXICON["reference"].values() for phrase in re.split(r"[|()?:]+", row)]


def candidates(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Every time expression by its form, from left to right, none inside another.

    >>> text = "The talks of next week may end on 5 May, the second minister said."
    >>> [(form, found.group()) for form, found in candidates(text)]
    [('shift', 'next week'), ('date', '5 May')]
    """
    telling, starting = _telling(), _starting()
    every = tokens(text)
    done = 0
    for index, (start, end, word) in enumerate(every):
        if start < done or not (word in telling or (word[0].isdigit() and _number(text, start, end))):
            continue
        for begin, first in reversed(_begins(every, index, done)):
            found = _at(text, begin, end, starting.get(first, ()))
            if found:
                yield found
                done = found[1].end()
                break


def _number(text: str, start: int, end: int) -> bool:
    """Whether digits may be a year, a time of day, an ordinal day or part of a date in digits."""
    if end - start == 4:
        return text[start] in "12"
    return end - start < 3 and (
        NUMBER_AFTER.match(text, end) is not None or text[max(0, start - 1) : start] in set("’'‘")
    )


def _begins(every: tuple[Token, ...], index: int, done: int) -> list[tuple[int, str]]:
    """Where an expression with this word may begin, the nearest first, and with which word."""
    inside, starting = _inside(), _starting()
    begins: list[tuple[int, str]] = []
    for at in range(index, max(-1, index - BACK - 1), -1):
        start, end, word = every[at]
        if at < index and (start < done or every[at + 1][0] - end > GAP):
            break
        first = "0" if word[0].isdigit() else word
        if first in starting:
            begins.append((start, first))
        elif at < index and word not in inside:
            break
    return begins


def _at(text: str, begin: int, through: int, able: Forms) -> tuple[str, re.Match[str]] | None:
    """The first form that fits at a place and takes in the telling word."""
    before = text[begin - 1 : begin] if begin else ""
    if before.isalnum() or before in set("$€£#_@"):
        return None
    if before == "[" or (before in set("’‘'") and text[begin].isdigit()):
        begin -= 1
    for name, form in able:
        found = form.match(text, begin)
        if found and found.end() >= through and plausible(name, found, text):
            return name, found
    return None


@cache
def _inside() -> frozenset[str]:
    """Words that stand inside an expression and begin none."""
    return frozenset(LEXICON["scan"]["inside"].split()) | _telling()
