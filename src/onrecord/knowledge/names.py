"""What a name tells about a person: a likely gender, titles before it, which part is the family's."""

from functools import cache
from typing import Literal

from onrecord.knowledge.spelling import fold, straight
from onrecord.knowledge.tables import toml

Gender = Literal["f", "m"]


def gender(name: str) -> Gender | None:
    """The likely gender of a person by title or first name; None for names of both and names unknown.

    >>> gender("Mrs. A. Okafor"), gender("Ngozi Okafor"), gender("Jean-Luc Moreau"), gender("Kim Park")
    ('f', 'f', 'm', None)
    """
    titled, rest = titles(name)
    for title in titled:
        found = _titles().get(title)
        if found:
            return found
    words = rest.split()
    return _given().get(fold(words[0])) or _given().get(fold(words[0]).split("-")[0]) if words else None


def titles(name: str) -> tuple[tuple[str, ...], str]:
    """The titles before a name, folded, and the name without them.

    >>> titles("Lt. Gen. Sir Owen Price")
    (('lt gen', 'sir'), 'Owen Price')
    """
    words, found = straight(name).split(), []
    while len(words) > 1:
        size = next((size for size in (4, 3, 2, 1) if _title(words, size)), 0)
        if not size:
            break
        found.append(_title(words, size))
        words = words[size:]
    return tuple(found), " ".join(words)


def particle(word: str) -> bool:
    """Whether ``word`` joins parts of a name: van, bin, de, al.

    >>> particle("van"), particle("Van"), particle("vain")
    (True, True, False)
    """
    return word.lower() in _words("particles")


def family_first(place: str) -> bool:
    """Whether names of that country put the family first, as in Xi, Kim and Nguyen.

    >>> family_first("China"), family_first("Chile")
    (True, False)
    """
    return place in _words("family_first")


def title_words() -> frozenset[str]:
    """Every title that may stand before a name, folded and without full stops."""
    return frozenset(_titles())


def _title(words: list[str], size: int) -> str:
    """The title that the first ``size`` words are, or nothing. It needs a capital and a name behind it."""
    if size >= len(words) or not words[0][:1].isupper():
        return ""
    phrase = _key(" ".join(words[:size]))
    return phrase if phrase in _titles() else ""


def _key(title: str) -> str:
    return fold(title).replace(".", "").replace("-", " ")


@cache
def _titles() -> dict[str, Gender | None]:
    table = toml("titles.toml")
    found: dict[str, Gender | None] = {}
    groups: tuple[tuple[str, Gender | None], ...] = (("any", None), ("f", "f"), ("m", "m"))
    for group, told in groups:
        found |= {_key(title): told for title in _split(table[group])}
    return found


@cache
def _given() -> dict[str, Gender]:
    table = toml("given_names.toml")
    found: dict[str, Gender] = {}
    women = {fold(name) for block in table["f"].values() for name in block.split()}
    men = {fold(name) for block in table["m"].values() for name in block.split()}
    both = {fold(name) for name in table["both"].split()}
    found |= dict.fromkeys(women - men - both, "f")
    found |= dict.fromkeys(men - women - both, "m")
    return found


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(_split(toml("titles.toml")[group]))


def _split(block: str) -> list[str]:
    return [item.strip() for item in block.replace("\n", ",").split(",") if item.strip()]
