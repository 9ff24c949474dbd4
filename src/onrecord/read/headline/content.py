"""Content words and their stems: what two wordings of one event have in common."""

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.read.clauses import AUXILIARIES, COORDINATORS, PREPOSITIONS, PRONOUNS, SUBORDINATORS, Word
from onrecord.read.headline.lexicon import lexicon

CLOSED = AUXILIARIES | COORDINATORS | PREPOSITIONS | PRONOUNS | SUBORDINATORS
INFLECTION = ("ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s", "e")
DERIVATION = ("ations", "ation", "ions", "ion", "ur", "ers", "er", "ians", "ian", "ese", "als", "al", "en")
DOUBLED = re.compile(r"([bdgklmnprt])\1$")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """What is left of a word without its endings, the same for a verb and its noun where spelling allows.

    >>> [stem(word) for word in ("closing", "closes", "seizure", "seized", "met", "payments")]
    ['clos', 'clos', 'seiz', 'seiz', 'meet', 'pay']
    """
    plain = word.removesuffix("'s").removesuffix("s'")
    plain = lexicon().bases.get(plain, plain)
    plain = _without(_without(plain, INFLECTION, 3), DERIVATION, 4)
    return DOUBLED.sub(r"\1", _without(plain, ("e", "y"), 3))


def _without(word: str, endings: tuple[str, ...], least: int) -> str:
    """A word without the first of ``endings`` that it has and that leaves ``least`` letters."""
    ending = next((e for e in endings if word.endswith(e) and len(word) - len(e) >= least), "")
    return word[: len(word) - len(ending)]


def stems(words: Iterable[Word]) -> frozenset[str]:
    """The stems of all content words; numbers count too, as they often name the event."""
    return frozenset(stem(word.lower) for word in words if is_content(word))


def is_content(word: Word) -> bool:
    """Whether a word says something of the event."""
    return len(word.lower) > 1 and word.lower not in CLOSED and word.lower not in lexicon().empty
