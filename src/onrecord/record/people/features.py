"""The table of features by which two names are one person or two, and the score that explains itself."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from onrecord.knowledge import gender, particle, same_office, shipped
from onrecord.knowledge.spelling import fold
from onrecord.record.people.naming import Naming, Office, name_words, office


class Profile(Struct, frozen=True, order=True):
    """One way of naming somebody: all agents with the same words, kind, role and body are one profile."""

    words: tuple[str, ...]
    name: str
    kind: str
    role: str
    organization: str
    alone: str = ""  # the agent, where a judgement sets it apart from its like

    @property
    def person(self) -> bool:
        """Whether the article takes it for a person."""
        return self.kind == "person"

    @property
    def bare(self) -> bool:
        """Whether it is a family name alone, which several may share: "Duman", "van der Meer"."""
        return self.person and bool(self.words) and all(map(particle, self.words[:-1]))

    @property
    def office(self) -> Office | None:
        """The office that the role names."""
        return office(self.role, self.organization or None) if self.role else None


def profile(naming: Naming, *, alone: bool = False) -> Profile:
    """The profile of an agent."""
    return Profile(
        words=name_words(naming.name, naming.kind),
        name=naming.name,
        kind=naming.kind,
        role=naming.role or "",
        organization=naming.organization or "",
        alone=naming.id if alone else "",
    )


class Score(Struct, frozen=True):
    """The sum of what speaks for and against, and the features behind it."""

    value: float
    why: tuple[str, ...]


def score(one: Profile, other: Profile) -> Score:
    """How much speaks for ``one`` and ``other`` being the same.

    >>> a = Profile(("ayla", "duman"), "Ayla Duman", "person", "", "")
    >>> b = Profile(("duman",), "Duman", "person", "", "")
    >>> score(a, b).why
    ('surname_only',)
    """
    weights = table()["weights"]
    told = tuple(feature.__name__.strip("_") for feature in FEATURES if feature(one, other))
    return Score(table()["bias"] + sum(weights[name] for name in told), told)


@cache
def table() -> dict[str, Any]:
    """The weights, from people.toml."""
    with Path(__file__).with_name("people.toml").open("rb") as file:
        return tomllib.load(file)


def _same_name(one: Profile, other: Profile) -> bool:
    return one.words == other.words and len(one.words) > 1 and not one.bare


def _one_word(one: Profile, other: Profile) -> bool:
    return one.words == other.words and len(one.words) == 1 and not (one.bare and other.bare)


def _surname_only(one: Profile, other: Profile) -> bool:
    bare, full = sorted((one, other), key=lambda profile: len(profile.words))
    return bare.bare and full.person and bare.words == full.words[-len(bare.words) :]


def _initials(one: Profile, other: Profile) -> bool:
    if not _both_full(one, other) or one.words == other.words:
        return False
    given, others = one.words[0], other.words[0]
    return (len(given) == 1 or len(others) == 1) and given[0] == others[0]


def _middle_name(one: Profile, other: Profile) -> bool:
    full = _both_full(one, other) and len(one.words) != len(other.words)
    return full and one.words[0] == other.words[0]


def _other_given(one: Profile, other: Profile) -> bool:
    if not _both_full(one, other) or _initials(one, other):
        return False
    return one.words[0] != other.words[0] and not _known_same(one, other)


def _known_same(one: Profile, other: Profile) -> bool:
    persons = _in_tables(one.name)
    return one.name != other.name and len(persons) == 1 and persons == _in_tables(other.name)


def _known_other(one: Profile, other: Profile) -> bool:
    persons, others = _in_tables(one.name), _in_tables(other.name)
    return _both_full(one, other) and bool(persons and others) and not persons & others


def _same_office(one: Profile, other: Profile) -> bool:
    return _like(one.office, other.office) and not _same_office_of(one, other)


def _same_office_of(one: Profile, other: Profile) -> bool:
    first, second = one.office, other.office
    return _like(first, second) and bool(first and second and first.which & second.which)


def _other_of(one: Profile, other: Profile) -> bool:
    first, second = one.office, other.office
    return bool(first and second and first.which and second.which and not first.which & second.which)


def _other_kind(one: Profile, other: Profile) -> bool:
    return one.person != other.person


def _other_gender(one: Profile, other: Profile) -> bool:
    if not (one.person and other.person):
        return False
    first, second = gender(one.name), gender(other.name)
    return bool(first and second and first != second)


def _both_full(one: Profile, other: Profile) -> bool:
    return one.person and other.person and not (one.bare or other.bare)


def _like(one: Office | None, other: Office | None) -> bool:
    return bool(one and other and other.title in same_office(one.title))


def _in_tables(name: str) -> frozenset[str]:
    known = shipped()
    if name in known.terms_of_person:
        return frozenset({name})
    return _spelled().get(fold(name), frozenset())


@cache
def _spelled() -> dict[str, frozenset[str]]:
    """The persons that each other spelling of the tables means."""
    found: dict[str, frozenset[str]] = {}
    for person, names in shipped().names_of_person.items():
        for name in names:
            if " " in name:
                found[fold(name)] = found.get(fold(name), frozenset()) | {person}
    return found


FEATURES: tuple[Callable[[Profile, Profile], bool], ...] = (
    _same_name,
    _known_same,
    _initials,
    _surname_only,
    _middle_name,
    _one_word,
    _other_given,
    _known_other,
    _same_office,
    _same_office_of,
    _other_of,
    _other_kind,
    _other_gender,
)
