"""Which names are news agencies, newspapers, broadcasters and the like, and which look as if they were."""

import re
from functools import cache

from onrecord.knowledge.facts import Outlet
from onrecord.knowledge.known import Knowledge
from onrecord.knowledge.places import country
from onrecord.knowledge.spelling import fold, owner, straight
from onrecord.knowledge.tables import toml

ACRONYM = 4  # letters: as short as that, capitals must be those of the name ("MK", "Ria")
_BRACKETED = re.compile(r"([^()]{1,120})\(([^()]{1,60})\)$")
_QUOTES = "\"'“”„«»‚‘’*_ ,"
_DOMAIN = re.compile(r"[\w-]{2,40}(?:\.[\w-]{2,40}){0,3}\.(?:com|net|org|info|news|tv|fm|co\.\w\w|[a-z]{2})")


def outlet(known: Knowledge, name: str) -> Outlet | None:
    """The outlet that ``name`` is the name of, whatever describes it around the name.

    >>> from onrecord.knowledge import shipped
    >>> outlet(shipped(), "Russia's Interfax news agency").name
    'Interfax'
    >>> outlet(shipped(), "the time") is None, outlet(shipped(), "Time").word
    (True, True)
    """
    text = straight(name).strip(_QUOTES)
    bracketed = _BRACKETED.match(text)
    wordings = (text, bracketed[1].strip(_QUOTES), bracketed[2]) if bracketed else (text,)
    for wording in (*wordings, *_owned(known, text)):
        found = _exact(known, wording) or _exact(known, owner(wording)) or _described(known, owner(wording))
        if found:
            return found
    return None


def looks_like_outlet(name: str) -> str | None:
    """Why ``name``, which need not be known, looks like the name of an outlet; None if it does not.

    >>> looks_like_outlet("the Takoradi Evening Herald")
    'ends in Herald'
    >>> looks_like_outlet("the evening") is None
    True
    """
    text = owner(straight(name).strip(_QUOTES))
    words = text.removeprefix("The ").removeprefix("the ").split()
    if len(words) == 1 and _DOMAIN.fullmatch(text.lower()):
        return "is a web address"
    if len(words) < 2 or not words[0][:1].isupper():
        return None
    lower = text.lower()
    for described in _words("described"):
        if lower.endswith(f" {described}"):
            return f"is called a {described}"
    if words[-1] in _words("last"):
        return f"ends in {words[-1]}"
    begins = words[0] in _words("first") and words[1][:1].isupper()
    return f"begins with {words[0]}" if begins else None


def _owned(known: Knowledge, text: str) -> tuple[str, ...]:
    """What another outlet owns: "NBC's “Meet the Press”" is the programme, whatever its own words are."""
    before, possessive, after = text.partition("'s ")
    return (after.strip(_QUOTES),) if possessive and _exact(known, before) else ()


def _exact(known: Knowledge, text: str) -> Outlet | None:
    for wording, found in known.outlets_named.get(fold(text), ()):
        if _cased(wording, text, found):
            return found
    return None


def _cased(wording: str, text: str, found: Outlet) -> bool:
    """Whether the capitals fit; of a name that is a word as well, the article must be there too."""
    bare, said = wording.removeprefix("The "), text.removeprefix("the ").removeprefix("The ")
    if found.word:
        return bare == said and (bare == wording or said != text)
    if bare == said:
        return True
    acronym = len(bare) <= ACRONYM and bare.isupper()
    return said[:1].isupper() and not acronym


def _described(known: Knowledge, text: str) -> Outlet | None:
    """The outlet once what describes it is taken off: "the state-run news agency X", "X television"."""
    words = text.split()
    for _ in range(len(words)):
        if len(words) < 2:
            return None
        if _describes(known, words[0]):
            words = words[1:]
        elif words[-1].lower() in _words("around"):
            words = words[:-1]
        else:
            return None
        found = _exact(known, owner(" ".join(words)))
        if found:
            return found
    return None


def _describes(known: Knowledge, word: str) -> bool:
    """Whether a word before a name is no part of it: "daily", "Ghana's"."""
    lower = word.lower()
    described = lower in _words("around") or lower.endswith(("-run", "-owned", "-based", "-language"))
    return described or country(known, word) is not None


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(
        item.strip() for item in toml("outlet_words.toml")[group].replace("\n", ",").split(",")
    ) - {""}
