"""Who held an office on a day, what offices somebody held, and which of an article's people a role means."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from onrecord.knowledge.facts import Term
from onrecord.knowledge.known import Knowledge
from onrecord.knowledge.persons import names_holder, persons_named
from onrecord.knowledge.roles import Role, named
from onrecord.knowledge.words import noun, same_office, speaks_for

GENERAL = frozenset({"leader", "head"})  # words for whoever is on top
ALIVE = 40  # years since the end of a term: an article's former president is still around
HIGH = ("president", "prime minister", "monarch")


class Holder(Struct, frozen=True):
    """Somebody in an office. ``sure`` is false where the dates or the word for the office leave it open."""

    person: str
    term: Term
    sure: bool
    why: str


class Match(Struct, frozen=True):
    """A name from an article and the office holder that it names."""

    name: str
    holder: Holder


def holders(known: Knowledge, office: str, of: str, on: date | None = None) -> tuple[Holder, ...]:
    """Who held ``office`` of ``of`` on a day, the sure ones first; without a day, everybody who ever did.

    More than one person means that the question has no one answer: the leader of Russia in 2010 was its
    president or its prime minister, and each `Holder` says why it is here.

    >>> from onrecord.knowledge import shipped
    >>> [holder.person for holder in holders(shipped(), "president", "Russia", date(2016, 11, 13))]
    ['Vladimir Putin']
    """
    found = _held(known, office, of, on)
    if _office(office) in GENERAL and len({holder.person for holder in found}) > 1:
        found = [Holder(held.person, held.term, sure=False, why=held.why) for held in found]
    return _once(found)


def offices(known: Knowledge, person: str, on: date | None = None) -> tuple[Holder, ...]:
    """The offices that a person held on a day, or ever. A surname gives the offices of all who bear it.

    >>> from onrecord.knowledge import shipped
    >>> [str(holder.term) for holder in offices(shipped(), "Mr. Medvedev", date(2010, 5, 1))]
    ['president of Russia from 2008-05-07 to 2012-05-07']
    """
    terms = (term for name in persons_named(known, person) for term in known.terms_of_person[name])
    found = [
        holder
        for term in terms
        if (on is None or term.held(on) is not False) and names_holder(known, person, term)
        if (holder := _holder(term, on))
    ]
    return _once(found)


def fill(known: Knowledge, role: Role, names: Iterable[str], on: date | None = None) -> tuple[Match, ...]:
    """Which of an article's ``names`` the role means on that day. Several matches mean: do not choose.

    >>> from onrecord.knowledge import role, shipped
    >>> found = role(shipped(), "the Russian president")
    >>> [match.name for match in fill(shipped(), found, ["Trump", "Putin"], date(2016, 11, 13))]
    ['Putin']
    """
    able = _able(known, role, on)
    found = []
    for name in dict.fromkeys(names):
        held = able if role.of else _all_of(known, role, name, on)
        match = next((holder for holder in held if names_holder(known, name, holder.term)), None)
        if match:
            found.append(Match(name, match))
    return tuple(found)


def _held(known: Knowledge, office: str, of: str, on: date | None) -> list[Holder]:
    """The holders; of a word for whoever is on top, those of the first of its offices that anybody held."""
    for terms in _terms_by_rank(known, office, of):
        found = [holder for term in terms if (holder := _holder(term, on))]
        if found:
            return found
    return []


def _able(known: Knowledge, role: Role, on: date | None) -> tuple[Holder, ...]:
    """Who may be meant: the holders on the day; before it for a former one, after it for a future one."""
    if not role.of:
        return ()
    if "former" not in role.modifiers and "future" not in role.modifiers:
        return _once(
            holder for of in _principals(known, role) for holder in holders(known, role.title, of, on)
        )
    terms = [term for of in _principals(known, role) for term in _terms(known, role.title, of)]
    return _once(_timed(terms, role, on))


def _all_of(known: Knowledge, role: Role, name: str, on: date | None) -> tuple[Holder, ...]:
    """The terms of one person in an office, whatever country or body it is of: "the prime minister"."""
    terms = [term for person in persons_named(known, name) for term in known.terms_of_person[person]]
    if role.office in GENERAL:
        terms = [term for term in terms if term.office in {"leader", _top(known, term.of)}]
    else:
        terms = [term for term in terms if term.office == role.title]
    return _once(_timed(terms, role, on))


def _timed(terms: list[Term], role: Role, on: date | None) -> list[Holder]:
    if on is not None and "former" in role.modifiers:
        recent = f"{on.year - ALIVE:04d}"
        return [
            Holder(t.person, t, sure=True, why=f"former {t}")
            for t in terms
            if t.over(on) and t.until > recent
        ]
    if on is not None and "future" in role.modifiers:
        return [Holder(t.person, t, sure=True, why=f"later {t}") for t in terms if t.ahead(on)]
    return [holder for term in terms if (holder := _holder(term, on))]


def _principals(known: Knowledge, role: Role) -> tuple[str, ...]:
    """Whose office it is: for a spokesperson of a president, also the palace that stands for him."""
    principal = role.principal
    if not speaks_for(role.office) or principal is None:
        return (role.of,)
    kin = same_office(principal.office)
    bodies = (body.name for body in known.bodies if body.of == principal.of and body.office in kin)
    return (*bodies, principal.of)


def meant(known: Knowledge, office: str, of: str) -> tuple[str, ...]:
    """The offices of a country or body that a word for one may mean: its leader is whoever is on top there.

    >>> from onrecord.knowledge import shipped
    >>> "president" in meant(shipped(), "leader", "Russia")
    True
    """
    wanted = _office(office)
    return same_office(_top(known, named(known, of) or of) if wanted in GENERAL else wanted)


def _terms(known: Knowledge, office: str, of: str) -> tuple[Term, ...]:
    return tuple(term for terms in _terms_by_rank(known, office, of) for term in terms)


def _terms_by_rank(known: Knowledge, office: str, of: str) -> Iterator[tuple[Term, ...]]:
    """The terms that an office may mean, the likeliest first.

    A leader is who is called so in the tables, and who holds the top office; only where neither is known is
    it a president or a prime minister. Any other office is what that country calls it.
    """
    wanted, kept = _office(office), known.terms_of
    whose = named(known, of, wanted) or of
    if wanted in GENERAL:
        tops = dict.fromkeys(("leader", _top(known, whose), wanted))
        yield tuple(term for top in tops for term in kept.get((top, whose), ()))
        yield from (kept[top, whose] for top in HIGH if top not in tops and (top, whose) in kept)
    else:
        yield next((kept[kin, whose] for kin in same_office(wanted) if (kin, whose) in kept), ())


def _top(known: Knowledge, whose: str) -> str:
    """The office at the top of a country or body."""
    if whose in known.place_of_name:
        return known.place_of_name[whose].top
    return known.body_of_name[whose].office if whose in known.body_of_name else ""


def _office(office: str) -> str:
    """An office by the word of the tables: "premier" is prime minister."""
    found = noun(office)
    return found.office if found else office.lower()


def _holder(term: Term, on: date | None) -> Holder | None:
    held = term.held(on) if on else None
    return None if held is False else Holder(term.person, term, sure=held is True, why=str(term))


def _once(found: Iterable[Holder]) -> tuple[Holder, ...]:
    """Each term once, the sure first, as they came otherwise."""
    return tuple(sorted(dict.fromkeys(found), key=lambda holder: not holder.sure))
