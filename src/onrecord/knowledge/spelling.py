"""One spelling for comparing names: no case, no accents, no curly apostrophes, no article, no possessive."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 160  # code points: no name of a person, country or newspaper is longer, and a hostile one may be

_APOSTROPHES = str.maketrans(
    {"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "–": "-", "‑": "-", "\xa0": " "}
)
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d"})
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$", re.IGNORECASE)


def straight(name: str) -> str:
    """``name`` with plain apostrophes, hyphens and single spaces, cut where no name is that long."""
    return " ".join(name[:LONGEST].translate(_APOSTROPHES).split())


def owner(name: str) -> str:
    """``name`` without a possessive ending.

    >>> owner("Ghana's"), owner("the Philippines'")
    ('Ghana', 'the Philippines')
    """
    return _POSSESSIVE.sub("", name)


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """What two spellings of one name have in common.

    >>> fold("The Élysée") == fold("elysee")
    True
    """
    flat = straight(name)
    if not flat.isascii():
        flat = unicodedata.normalize("NFKD", flat.casefold().translate(_LETTERS))
        flat = "".join(letter for letter in flat if not unicodedata.combining(letter))
    return flat.casefold().removeprefix("the ")
