"""Words -> what they mean, as far as a table of synonyms tells; "not ruled out" becomes "possible"."""

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from onrecord.record.alike.rarity import weight
from onrecord.terms import terms

SIGN = "="  # before the name of a meaning, so that it is no word
REACH = 5  # words by which a "not" may stand before what it is about
MOST = 0.9  # what a meaning weighs at most: another word for it tells less than the word
REMEMBERED = 1 << 14  # texts: those of as many articles as are linked at once
FUNCTION = 0.45  # what weighs less joins words and says nothing
NEGATIVE = frozenset(
    "not no never neither nor none nobodi noth nowher without cannot cant wont dont doesnt didnt isnt arent "
    "wasnt werent wouldnt couldnt shouldnt hasnt havent hadnt".split()
)


class Meaning(NamedTuple):
    """The words of a text by what they mean, in order, and whether a "not" is left among them."""

    words: tuple[str, ...]
    negative: bool


def meaning(words: Sequence[str]) -> Meaning:
    """Index terms by what they mean.

    >>> meaning(terms("A sale is not ruled out")).words == meaning(terms("selling was possible")).words[:0]
    False
    >>> told = meaning(terms("A meeting is not ruled out")), meaning(terms("an encounter was possible"))
    >>> [sorted(word for word in one.words if word[0] == SIGN) for one in told]
    [['=meeting', '=possible'], ['=meeting', '=possible']]
    """
    return _meaning(tuple(words))


@lru_cache(maxsize=REMEMBERED)
def _meaning(words: tuple[str, ...]) -> Meaning:
    table, longest, opposites = _table()
    words = _verbs(words)
    found: list[str] = []
    denied: list[int] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word in NEGATIVE:
            denied.append(len(found))
            at += 1
            continue
        most = longest.get(word, 0)  # most words begin no phrase
        size = most and next(
            (n for n in range(min(most, len(words) - at), 0, -1) if words[at : at + n] in table), 0
        )
        word = table[words[at : at + size]] if size else word
        at += size or 1
        if word in opposites and denied and len(found) - denied[-1] <= REACH:
            denied.pop()
            word = opposites[word]
        found.append(word)
    return Meaning(tuple(found), bool(denied))


def phrase(words: Sequence[str]) -> int:
    """How many of the first of some index terms are one phrase that the table knows; 0 where none is.

    >>> phrase(terms("stepped down on Monday")), phrase(terms("stepped on it"))
    (2, 0)
    """
    table, longest, _ = _table()
    verbs = _verbs(tuple(words))
    most = min(longest.get(verbs[0], 0), len(verbs)) if verbs else 0
    return next((n for n in range(most, 1, -1) if verbs[:n] in table), 0)


def begins(words: Sequence[str]) -> bool:
    """Whether the first of some index terms begins a phrase of several words that the table knows.

    >>> begins(terms("stepped")), begins(terms("sank"))
    (True, False)
    """
    return bool(words) and _table()[1].get(_forms().get(words[0], words[0]), 0) > 1


@lru_cache(maxsize=1 << 16)
def heft(word: str) -> float:
    """How much sharing a word or a meaning tells."""
    return _hefts().get(word, 0.0) if word[0] == SIGN else weight(word)


def opposites() -> dict[str, str]:
    """For each meaning that one with a "not" before it turns into: "=exclude" into "=possible"."""
    return _groups()[1]


@cache
def _told() -> dict[str, dict[str, str]]:
    with Path(__file__).with_name("synonyms.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _groups() -> tuple[dict[str, list[tuple[str, ...]]], dict[str, str]]:
    told = {name: group for name, group in _told().items() if name != "forms"}
    opposites = told.pop("opposites")
    groups = {
        SIGN + name: [_verbs(terms(phrase)) for phrase in line.split(",")]
        for group in told.values()
        for name, line in group.items()
    }
    return groups, {SIGN + one: SIGN + other for one, other in opposites.items()}


def _verbs(words: tuple[str, ...]) -> tuple[str, ...]:
    """Index terms with those that are forms of irregular verbs in place of the form: "bought" is "buy"."""
    forms = _forms()
    return tuple([forms.get(word, word) for word in words])


@cache
def _forms() -> dict[str, str]:
    return {
        term: base
        for verb, line in _told()["forms"].items()
        for base in terms(verb)
        for term in terms(line.replace(",", " "))
    }


@cache
def _table() -> tuple[dict[tuple[str, ...], str], dict[str, int], dict[str, str]]:
    """The meaning of each phrase, the longest phrase that begins with each word, and the opposites."""
    groups, opposites = _groups()
    table: dict[tuple[str, ...], str] = {}
    longest: dict[str, int] = {}
    for name, phrases in groups.items():
        for phrase in phrases:
            if len(phrase) > 1 or (
                phrase and weight(phrase[0]) >= FUNCTION
            ):  # "willing" has the stem of "will"
                table.setdefault(phrase, name)
                longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return table, longest, opposites


@cache
def _hefts() -> dict[str, float]:
    groups, _ = _groups()
    return {name: min(MOST, max(map(weight, phrases[0]), default=MOST)) for name, phrases in groups.items()}
