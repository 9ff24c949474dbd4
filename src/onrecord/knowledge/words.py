"""The words for offices and roles, and the small words around them, from `roles.toml`. Edit them there."""

from functools import cache, lru_cache
from typing import Any, Literal

from msgspec import Struct

from onrecord.knowledge.spelling import fold
from onrecord.knowledge.tables import toml

Group = Literal["office", "head", "speaks", "person"]

LONGEST_NOUN = 7  # words: "secretary of health and human services"


class Noun(Struct, frozen=True):
    """A word for a role: an office, the head of whatever, one who speaks for others, or a trade."""

    office: str
    group: Group


@lru_cache(maxsize=8192)
def noun(phrase: str) -> Noun | None:
    """The role that a whole phrase is a word for.

    >>> noun("Premier"), noun("spokeswoman").group, noun("premiere") is None
    (Noun(office='prime minister', group='office'), 'speaks', True)
    """
    key = key_of(phrase)
    nouns = _nouns()
    return nouns.get(key) or next((nouns[one] for one in _singular(key) if one in nouns), None)


def _singular(key: str) -> tuple[str, ...]:
    """What a plural may be the plural of: officials, deputies, spokesmen."""
    if key.endswith("ies"):
        return (f"{key[:-3]}y",)
    if key.endswith("men"):
        return (f"{key[:-3]}man",)
    return (key[:-1],) if key.endswith("s") else ()


def modifier(word: str) -> str | None:
    """What a word does to an office: former, future, acting, deputy; or just itself, such as senior."""
    return _modifiers().get(fold(word).strip(".,"))


def ministry(phrase: str) -> tuple[str, str] | None:
    """The kind of ministry that a phrase names, and the office that heads it.

    >>> ministry("Ministry of Foreign Affairs")
    ('Foreign Ministry', 'foreign minister')
    """
    return _ministries().get(key_of(phrase))


def same_office(office: str) -> tuple[str, ...]:
    """``office`` and what other countries call the like: a secretary of state is a foreign minister.

    >>> "secretary of state" in same_office("foreign minister")
    True
    """
    return _same().get(office, (office,))


def listed(group: str) -> frozenset[str]:
    """The small words of one group of the file."""
    return frozenset(_lexicon()["small"][group].split())


def speaks_for(office: str) -> bool:
    """Whether whoever has this role speaks on behalf of somebody else.

    >>> speaks_for("spokesperson"), speaks_for("lawyer"), speaks_for("analyst")
    (True, True, False)
    """
    return office in _lexicon()["speaks"]


def key_of(phrase: str) -> str:
    """A phrase as the lexicon spells it: folded, no hyphens, no full stops."""
    return fold(phrase).replace("-", " ").replace(".", "")


@cache
def _lexicon() -> dict[str, Any]:
    return toml("roles.toml")


@cache
def _nouns() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    groups: tuple[Group, ...] = ("person", "speaks", "head", "office")
    for group in groups:
        for office, wordings in _lexicon()[group].items():
            for wording in (office, *_items(wordings)):
                found[key_of(wording)] = Noun(office, group)
    return found


@cache
def _modifiers() -> dict[str, str]:
    table = _lexicon()["modifiers"]
    told = {word: effect for effect, words in table.items() for word in words.split() if effect != "plain"}
    return {word: word for word in table["plain"].split()} | told


@cache
def _ministries() -> dict[str, tuple[str, str]]:
    return {
        key_of(wording): (name, table["office"])
        for name, table in _lexicon()["ministries"].items()
        for wording in (name, *_items(table["names"]))
    }


@cache
def _same() -> dict[str, tuple[str, ...]]:
    groups = [tuple(_items(line)) for line in _lexicon()["same"]["offices"]]
    return {office: (office, *(o for o in group if o != office)) for group in groups for office in group}


def _items(block: str) -> list[str]:
    return [item.strip() for item in block.replace("\n", ",").split(",") if item.strip()]
