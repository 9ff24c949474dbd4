"""What a form of a word is a form of: "closed", "closing" and "closure" all belong to "close".

English spelling leaves some forms open ("hoped" may come from "hop"), so a form has several bases, and two
forms are of one word where they share one. Irregular forms stand in `forms.toml`.
"""

from functools import cache, lru_cache
from pathlib import Path
from tomllib import loads

SHORTEST = 3  # letters of a base
LONGEST = 40  # letters of a word that is looked at
VOWELS = frozenset("aeiouy")
ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("s", ""),
    ("es", ""),
    ("d", ""),
    ("ed", ""),
    ("ing", ""),
    ("ing", "e"),
)
# Endings of nouns made from verbs, and with what the verb ends in their place
DEVERBAL = (
    ("ment", ""), ("ation", ""), ("ation", "e"), ("ation", "ate"), ("ion", ""), ("ion", "e"),
    ("isation", "ise"), ("ization", "ize"), ("ication", "y"), ("al", ""), ("al", "e"), ("ance", ""),
    ("ence", ""), ("ure", ""), ("ure", "e"), ("ssion", "t"), ("er", ""), ("er", "e"), ("age", ""),
)  # fmt: skip
SHORTEST_VERB = 4  # letters of a verb that only an ending tells


@lru_cache(maxsize=4096)
def bases(word: str) -> frozenset[str]:
    """The words that ``word`` may be an inflected form of, itself among them.

    >>> sorted(bases("met")), "stop" in bases("stopping"), "deny" in bases("denied")
    (['meet', 'met'], True, True)
    """
    lower = word.lower().replace("’", "'").removesuffix("'s")[:LONGEST]
    found = {lower, *_irregular().get(lower, ())}
    for ending, instead in ENDINGS:
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem + instead) >= SHORTEST and VOWELS & set(stem + instead.rstrip("e")):
            found.add(stem + instead)
            if len(stem) > SHORTEST and stem[-1] == stem[-2] and ending in ("ed", "ing"):
                found.add(stem[:-1])
    return frozenset(found)


@lru_cache(maxsize=4096)
def family(word: str) -> frozenset[str]:
    """The bases of a word, and the verbs that it may be the noun for.

    >>> "close" in family("closure") & family("closed"), family("talks") & family("walks")
    (True, frozenset())
    """
    found = set(bases(word))
    for base in tuple(found):
        found.update(_nouns().get(base, ()))
        for ending, instead in DEVERBAL:
            stem = base.removesuffix(ending)
            if stem != base and len(stem + instead) >= SHORTEST_VERB:
                found.add(stem + instead)
    return frozenset(found)


def past(word: str) -> bool:
    """Whether a word may be the past or the past participle of a verb.

    >>> past("signed"), past("met"), past("sign")
    (True, True, False)
    """
    return (word.endswith("ed") and len(word) > SHORTEST) or word in _pasts()


def participle(word: str) -> bool:
    """Whether a word may be a past participle: "signed", "broken", not "broke"."""
    return (word.endswith("ed") and len(word) > SHORTEST) or word in _participles()


@cache
def _table() -> dict[str, dict[str, str]]:
    return loads((Path(__file__).parent / "forms.toml").read_text(encoding="utf-8"))


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return _turned(_table()["irregular"])


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    return _turned(_table()["nouns"])


@cache
def _pasts() -> frozenset[str]:
    forms = {form for listed in _table()["irregular"].values() for form in listed.split()}
    others = {"has", "is", "are", "am", "does", "goes", "being", "having", "lying", "dying"}
    return frozenset(forms | set(_table()["alike"]["verbs"].split())) - others


@cache
def _participles() -> frozenset[str]:
    last = {listed.split()[-1] for listed in _table()["irregular"].values()}
    return (frozenset(last | set(_table()["alike"]["verbs"].split()) | {"been"}) & _pasts()) - {
        "came",
        "began",
    }


def _turned(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Each form with what it is a form of."""
    found: dict[str, tuple[str, ...]] = {}
    for base, forms in table.items():
        for form in forms.split():
            found[form] = (*found.get(form, ()), base)
    return found
