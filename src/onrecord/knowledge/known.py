"""Knowledge as one value: tables, and the indexes over them, which are built when first used."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from onrecord.knowledge.facts import Body, Naming, Outlet, Person, Place, Term
from onrecord.knowledge.spelling import fold

Key = TypeVar("Key")
Value = TypeVar("Value")


class Knowledge(Struct, frozen=True, dict=True, eq=False):
    """What is known about the world, passed to the functions that need it; nothing global changes."""

    terms: tuple[Term, ...] = ()
    places: tuple[Place, ...] = ()
    bodies: tuple[Body, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    persons: tuple[Person, ...] = ()

    def with_more(self, more: "Knowledge") -> "Knowledge":
        """Both together. What ``more`` says comes first, and its terms end the open ones before them.

        >>> from onrecord.knowledge import Knowledge, Term
        >>> old = Knowledge(terms=(Term("Ama Boateng", "mayor", "Takoradi", "2014"),))
        >>> new = old.with_more(Knowledge(terms=(Term("Kojo Asante", "mayor", "Takoradi", "2025-11-02"),)))
        >>> [(term.person, term.until) for term in new.terms]
        [('Kojo Asante', ''), ('Ama Boateng', '2025-11-02')]
        """
        ended = tuple(_ended(term, more.terms_of.get((term.office, term.of), ())) for term in self.terms)
        return Knowledge(
            terms=more.terms + ended,
            places=more.places + self.places,
            bodies=more.bodies + self.bodies,
            outlets=more.outlets + self.outlets,
            persons=more.persons + self.persons,
        )

    @cached_property
    def terms_of(self) -> dict[tuple[str, str], tuple[Term, ...]]:
        """The terms of each (office, of)."""
        return _indexed(((term.office, term.of), term) for term in self.terms)

    @cached_property
    def terms_of_person(self) -> dict[str, tuple[Term, ...]]:
        """The terms of each person."""
        return _indexed((term.person, term) for term in self.terms)

    @cached_property
    def names_of_person(self) -> dict[str, tuple[str, ...]]:
        """The other names of each person."""
        return {person.name: person.names for person in self.persons}

    @cached_property
    def persons_with(self) -> dict[str, tuple[str, ...]]:
        """The persons that each word of a name may mean."""
        words = ((word, person) for person in self.terms_of_person for word in self._words(person))
        return _indexed(dict.fromkeys(words))

    @cached_property
    def namings(self) -> dict[str, tuple[Naming, ...]]:
        """The places that each wording names: by name first, then as a people, then through a capital."""
        return _indexed((fold(naming.wording), naming) for naming in _namings(self.places))

    @cached_property
    def bodies_named(self) -> dict[str, tuple[tuple[str, Body], ...]]:
        """The bodies that each wording names, with the wording."""
        return _indexed(
            (fold(wording), (wording, body))
            for body in self.bodies
            for wording in (body.name, *body.names, *body.seats)
        )

    @cached_property
    def body_of_name(self) -> dict[str, Body]:
        """Each body by its name."""
        return {body.name: body for body in reversed(self.bodies)}

    @cached_property
    def place_of_name(self) -> dict[str, Place]:
        """Each place by its name."""
        return {place.name: place for place in reversed(self.places)}

    @cached_property
    def outlets_named(self) -> dict[str, tuple[tuple[str, Outlet], ...]]:
        """The outlets that each wording names, with the wording."""
        return _indexed(
            (fold(wording), (wording, outlet))
            for outlet in self.outlets
            for wording in (outlet.name, *outlet.names)
        )

    @cached_property
    def governed(self) -> dict[str, str]:
        """What the terms are about, by its folded name: a town from a user's file is found like a country."""
        return {fold(of): of for _, of in reversed(self.terms_of)}

    def _words(self, person: str) -> Iterator[str]:
        for name in (person, *self.names_of_person.get(person, ())):
            yield from fold(name).replace("-", " ").split()


def _indexed(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _ended(term: Term, later: tuple[Term, ...]) -> Term:
    """``term``, ended by the first that came later if it has no end yet."""
    if term.until and not term.until.endswith(".."):
        return term
    until = min((other.since for other in later if other.since > term.since), default="")
    return replace(term, until=until) if until else term


def _namings(places: tuple[Place, ...]) -> Iterator[Naming]:
    for place in places:
        for name in (place.name, *place.names):
            yield Naming(place, "name", name)
    for place in places:
        for name in place.people:
            yield Naming(place, "people", name)
            if not name.endswith(("s", "sh", "ch", "ese", "men")):
                yield Naming(place, "people", f"{name}s")
    for place in places:
        for name in place.capitals:
            yield Naming(place, "capital", name)
