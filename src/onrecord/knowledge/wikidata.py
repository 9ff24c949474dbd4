"""Which item of Wikidata a person is, where the tables know it."""

from functools import cache

from onrecord.knowledge.known import Knowledge
from onrecord.knowledge.spelling import fold
from onrecord.knowledge.tables import rows


def wikidata(known: Knowledge, name: str) -> str | None:
    """The Wikidata id of whoever the tables know by exactly this full name; None of all others.

    A name is no proof: a record says which names it took for one person, and a judgement puts it right.

    >>> from onrecord.knowledge import shipped
    >>> wikidata(shipped(), "Barack Obama"), wikidata(shipped(), "Ayla Duman")
    ('Q76', None)
    """
    person = name if name in known.terms_of_person else _spelled(known).get(fold(name), "")
    return _ids().get(person)


@cache
def _ids() -> dict[str, str]:
    return dict(rows("wikidata.tsv"))


@cache
def _spelled(known: Knowledge) -> dict[str, str]:
    """The person that each other full spelling means, where it means one."""
    found: dict[str, str] = {}
    for person, names in known.names_of_person.items():
        for spelling in (fold(name) for name in names if " " in name):
            found[spelling] = "" if found.get(spelling, person) != person else person
    return found
