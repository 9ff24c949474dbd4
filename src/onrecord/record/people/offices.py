"""Who "the harbour minister" and "her spokesman" are: those whom other articles of these weeks call so."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from datetime import date, timedelta

from msgspec import Struct

from onrecord.knowledge import role, same_office, shipped
from onrecord.record.people.features import table
from onrecord.record.people.naming import Naming, Office, office

NEAR = timedelta(days=60)  # roles change hands; what an article said longer ago may no longer hold
SPOKESPERSON = "spokesperson"
HEADS = frozenset(table()["titles"]["heads"].split(", "))
MINISTERS = frozenset(table()["titles"]["ministers"].split(", "))
MINISTER = "minister"
Found = tuple[str, str]  # the person, and why


class Held(Struct, frozen=True):
    """That an article of ``day`` gives a person a role; ``principals`` are whom a spokesperson speaks for."""

    person: str
    office: Office
    day: str | None
    principals: frozenset[str] = frozenset()


def holder(naming: Naming, held: Iterable[Held], here: Set[str] = frozenset()) -> Found | None:
    """The person that a description by role alone means, and why; None where nobody or several fit.

    Somebody ``here``, named in the same article, goes before all others. Else whoever was given the role
    nearest in time, so that a role that changes hands in March means the old minister in February and the
    new one in April.

    >>> told = Held("inga-roos", Office("minister", frozenset({"harbour"})), "2026-03-02")
    >>> holder(Naming("x/2", "the Vell harbour minister", "person", day="2026-03-09", named=False), [told])[0]
    'inga-roos'
    """
    meant = office(naming.role, naming.organization, naming.name)
    if meant is None or meant.former or meant.title == SPOKESPERSON or naming.kind == "group":
        return None
    fitting = [one for one in held if fits(meant, one.office) and _near(naming.day, one.day)]
    present = {one.person for one in fitting} & here
    if len(present) == 1:
        return present.pop(), f"is named in the article, and called {meant} in articles of those weeks"
    which = {(one.office.title, one.office.which) for one in fitting if one.office.which}
    if not meant.which and len(which) > 1:
        return None
    person = _nearest(fitting, naming.day)
    return (person, f"is called {meant} in other articles of those weeks") if person else None


def voice(
    naming: Naming, principal: str | None, held: Iterable[Held], here: Set[str] = frozenset()
) -> Found | None:
    """The person who is meant by "her spokesman": who speaks for the same principal in other articles.

    An article may say of whom a spokesperson speaks wrongly or not at all, so that the principal is the one
    whom most articles give. Where the principal is not known, it is the only one whom the article names.

    >>> told = [Held("olan-brandt", Office("spokesperson"), "2026-03-02", frozenset({"ayla-duman"}))]
    >>> voice(Naming("x/2", "her spokesman", "person", day="2026-03-09", named=False), "ayla-duman", told)[0]
    'olan-brandt'
    """
    near = [one for one in held if one.office.title == SPOKESPERSON and _near(naming.day, one.day)]
    if principal is None:
        present = {one.person for one in near} & here
        return (
            (present.pop(), "is the only spokesperson whom the article names") if len(present) == 1 else None
        )
    speaking = _principals(near)
    fitting = [one for one in near if principal in speaking[one.person]]
    person = _nearest(fitting, naming.day)
    return (person, "speaks for the same principal in articles of those weeks") if person else None


def principal(phrase: str) -> Office | None:
    """The office of whoever a nameless spokesperson or office speaks for.

    >>> str(principal("the harbour minister's spokesman")), principal("her spokesman")
    ('minister (harbour)', None)
    """
    found = role(shipped(), phrase) if phrase else None
    if found is None or found.principal is None:
        return None
    words, _, _ = phrase.replace("’", "'").partition("'s ")
    return office(None, None, words)


def fits(meant: Office, held: Office) -> bool:
    """Whether a role may be the one that an article gave."""
    if held.former:
        return False
    if meant.title == held.title:
        return meant.which <= held.which or held.which <= meant.which
    if meant.title == MINISTER and held.title in MINISTERS:
        return not meant.which
    alike = held.title in same_office(meant.title) or {meant.title, held.title} <= HEADS
    return alike and bool(meant.which & held.which)


def titles(title: str) -> frozenset[str]:
    """The titles that may mean the same office."""
    like = [group for group in (HEADS, MINISTERS) if title in group]
    return frozenset(same_office(title)).union(*like)


def _principals(held: Iterable[Held]) -> dict[str, frozenset[str]]:
    """For each spokesperson the principal whom most articles give, or those that are given alike."""
    counts: dict[str, Counter[str]] = {}
    for one in held:
        counts.setdefault(one.person, Counter()).update(one.principals)
    return {
        person: frozenset(name for name, many in told.items() if many == max(told.values()))
        for person, told in counts.items()
    }


def _nearest(fitting: Sequence[Held], day: str | None) -> str | None:
    """The only person, or the one named last in that role up to the day; None if two were on that day."""
    people = {one.person for one in fitting}
    if len(people) == 1:
        return next(iter(people))
    if day is None:
        return None
    before = [one for one in fitting if one.day and one.day <= day]
    if not before:
        return None
    last = max(one.day or "" for one in before)
    latest = Counter(one.person for one in before if one.day == last)
    ranked = sorted(latest.items(), key=lambda one: (-one[1], one[0]))
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None


def _near(day: str | None, other: str | None) -> bool:
    if day is None or other is None:
        return day == other
    return abs(date.fromisoformat(day) - date.fromisoformat(other)) <= NEAR
