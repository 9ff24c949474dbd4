"""Where a text that several outlets print comes from: the agency that they credit, or who had it first."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from onrecord.record.same.agency import Credit, folded
from onrecord.record.same.imprint import Imprint, moment

_SUREST = ("credit", "dateline", "outlet", "byline", "last line")


class Source(Struct, frozen=True):
    """The canonical source of a text: its name, its own item where the record has it, and why.

    It is no ``agency`` where none is credited: then it is the outlet of the first article, ``name`` None
    where that names no outlet.
    """

    name: str | None
    article: str | None
    why: str
    agency: bool = True


def canonical(imprints: Iterable[Imprint]) -> Source:
    """The source of articles that carry the same text.

    It is the agency that most of them credit; of agencies that as many credit, the one whose own item is
    here, then the one in the surer place, then by name. Where none is credited but one article is an
    agency's, it is that agency; where there is no agency at all, whoever printed the text first.

    >>> wire = Imprint("a", outlet="Kestrel", published="2031-05-03T10:00:00Z")
    >>> paper = Imprint("b", outlet="Kvie Courier", credits=(Credit("Kestrel", "dateline"),))
    >>> source = canonical([paper, wire])
    >>> source.name, source.article, source.why
    ('Kestrel', 'a', 'Credited by 1 article, and its own item is here.')
    """
    every = sorted(set(imprints), key=lambda one: one.id)
    if not every:
        return Source(None, None, "There is no article.", agency=False)
    printed = {folded(one.outlet) for one in every if one.outlet}
    named: dict[str, list[tuple[Imprint, Credit]]] = {}
    for one in every:
        for credit in one.credits:
            if credit.sure or folded(credit.agency) in printed:
                named.setdefault(folded(credit.agency), []).append((one, credit))
    if not named:
        first = min(every, key=lambda one: (moment(one.published), one.id))
        why = f"No agency is credited; {first.outlet or 'this article'} was first."
        return Source(first.outlet, first.id, why, agency=False)
    agency = min(named, key=lambda name: _rank(name, named, every))
    return _of_agency(agency, named[agency], every)


def is_by(one: Imprint, name: str | None) -> bool:
    """Whether an article is the named source's own item."""
    if name is None:
        return False
    own = any(
        credit.how == "outlet" and credit.sure and folded(credit.agency) == folded(name)
        for credit in one.credits
    )
    return own or (one.outlet is not None and folded(one.outlet) == folded(name))


def _rank(
    name: str, named: Mapping[str, Sequence[tuple[Imprint, Credit]]], every: Sequence[Imprint]
) -> tuple[int, bool, int, str]:
    customers = sum(not is_by(one, name) for one, _ in named[name])
    surest = min(_SUREST.index(credit.how) for _, credit in named[name])
    return -customers, not any(is_by(one, name) for one in every), surest, name


def _of_agency(agency: str, named: Sequence[tuple[Imprint, Credit]], every: Sequence[Imprint]) -> Source:
    wordings = sorted((not credit.sure, _SUREST.index(credit.how), credit.agency) for _, credit in named)
    name = wordings[0][2]
    own = [one for one in every if is_by(one, agency)]
    first = min(own, key=lambda one: (moment(one.published, source=True), one.id)) if own else None
    customers = sum(not is_by(one, agency) for one, _ in named)
    here = "its own item is here" if own else "its own item is not here"
    if customers == 0:
        return Source(name, first.id if first else None, f"It is an agency, and {here}.")
    articles = "1 article" if customers == 1 else f"{customers} articles"
    return Source(name, first.id if first else None, f"Credited by {articles}, and {here}.")
