"""What a noun tells of its bearer: kind, number, gender. The words are in `phrase.toml`; edit them there."""

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from tomllib import loads
from typing import Any, Literal

from onrecord.knowledge import noun

NounKind = Literal["person", "organization", "group", "document"]
Gender = Literal["f", "m"]
Number = Literal["singular", "plural", "collective"]

KINDS: tuple[NounKind, ...] = ("group", "person", "document", "organization")

LONGEST = 4  # words: "chief of the general staff" is a role like any other by its last two
FEMININE, MASCULINE = ("woman", "women", "girl"), ("man", "men", "boy")
AGENTIVE = ("woman", "man", "er", "or", "ist", "eer", "eon", "ian", "folk")  # of nouns for people
PEOPLES = ("an", "ese", "er", "ist", "man", "woman")  # of capitalised ones: "a Chilean"
ENDINGS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("s", ""))
NO_PLURAL = ("ss", "us", "is", "'s", "ics")


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of a noun in lower case.

    >>> singular("Spokeswomen"), singular("deputies"), singular("press")
    ('spokeswoman', 'deputy', 'press')
    """
    lower = word.lower().replace("’", "'")
    irregular = lexicon().irregular.get(lower)
    if irregular or len(lower) < 4 or (lower.endswith(NO_PLURAL) and lower[:-1] not in lexicon().kinds):
        return irregular or lower
    for tail, head in (("women", "woman"), ("men", "man"), *ENDINGS):
        if lower.endswith(tail):
            return lower[: -len(tail)] + head
    return lower


def plural(word: str) -> bool:
    """Whether a noun in the plural stands there."""
    return singular(word) != word.lower() or word.lower() in ("people", "police", "media")


def noun_kind(words: Sequence[str]) -> NounKind | None:
    """What the noun at the end of ``words`` refers to, as one of its kind; None for other nouns.

    >>> noun_kind(["opinion", "polls"]), noun_kind(["harbour", "master"]), noun_kind(["spoon"])
    ('document', 'person', None)
    """
    kinds, known = lexicon().kinds, [*(word.lower() for word in words[-LONGEST:])]
    for size in range(len(known), 0, -1):
        phrase = " ".join([*known[-size:-1], singular(known[-1])])
        if phrase.startswith("the "):
            continue
        if phrase in kinds:
            return kinds[phrase]
        if noun(phrase):
            return "person"
    return None


def likely_kind(words: Sequence[str]) -> NounKind | None:
    """`noun_kind`, and people for other nouns that end as theirs do or stand in the plural.

    >>> likely_kind(["rail", "gunner"]), likely_kind(["beadles"])
    ('person', 'group')
    """
    known = noun_kind(words)
    if known or not words:
        return known
    last = singular(words[-1].rpartition("-")[2])
    if len(last) > 4 and last.endswith(PEOPLES if words[-1][:1].isupper() else AGENTIVE):
        return "person"
    return "group" if plural(words[-1]) else None


def noun_gender(word: str) -> Gender | None:
    """The gender that a noun tells: spokeswoman, father."""
    one, known = singular(word), lexicon().gender
    if one in known["f"] or one.endswith(FEMININE):
        return "f"
    return "m" if one in known["m"] or (one.endswith(MASCULINE) and one != "human") else None


def noun_number(word: str, kind: NounKind | None) -> Number:
    """Whether a noun is of one, of several, or of one body of several."""
    if plural(word):
        return "plural"
    return "collective" if kind in ("organization", "group") else "singular"


class Lexicon:
    """The words of `phrase.toml` by what is asked of them."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.kinds: dict[str, NounKind] = {
            entry: kind
            for kind in KINDS
            for entry in (*table["kinds"][kind].split(), *table["phrases"].get(kind, ()))
        }
        self.gender = {gender: frozenset(words.split()) for gender, words in table["gender"].items()}
        self.irregular: dict[str, str] = table["plurals"]
        self.media = frozenset(table["called"]["media"].split())
        self.called = frozenset(table["called"]["nouns"].split())
        self.small = {group: frozenset(words.split()) for group, words in table["small"].items()}
        self.pronouns = {word: group for group, words in table["pronouns"].items() for word in words.split()}
        self.unnamed = frozenset(table["unnamed"]["words"].split())
        self.does: dict[str, str] = table["does"]
        self.adjectives: dict[str, str] = table["adjectives"]
        self.reasons: tuple[str, ...] = tuple(table["unnamed"]["phrases"])


@cache
def lexicon() -> Lexicon:
    """The word lists, read once."""
    return Lexicon(loads((Path(__file__).parent / "phrase.toml").read_text(encoding="utf-8")))
