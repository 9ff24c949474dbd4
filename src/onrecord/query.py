"""A query as a tree: what is asked of a record, free of how it was written and of how it is answered."""

from typing import Any, Literal

import msgspec
from msgspec import Struct

WordField = Literal["said", "who", "about", "outlet", "via"]
ValueField = Literal["stance", "act", "kind", "event", "who", "via"]


class Words(Struct, frozen=True, tag="words"):
    """Words that a part of the record holds, all of them.

    ``said``: the content of a statement. ``who``: the names of its speaker. ``about``: a claim, its event's
    label or the names of who takes part. ``outlet``: the name of the article's outlet. ``via``: the names of
    somebody who passed the words on. ``text`` is what was written and ``terms`` what the index knows it as
    (see `onrecord.terms`), at least one. With ``phrase`` they follow one another in this order, else they
    stand anywhere in that part.
    """

    field: WordField
    text: str
    terms: tuple[str, ...]
    phrase: bool = False
    start: int = 0
    end: int = 0


class Equals(Struct, frozen=True, tag="equals"):
    """A field that is one of some values, none of them twice.

    ``stance`` has FactBank values, ``Uu`` for all its kinds and ``Uu:ignorance`` for one; ``act`` and
    ``kind`` have those of `Claim` and `Statement`. ``event`` has ids, types, modes and kinds in lower case,
    to be compared without case; ``who`` and ``via`` have ids of agents, since names are `Words`.
    """

    field: ValueField
    values: tuple[str, ...]
    start: int = 0
    end: int = 0


class Between(Struct, frozen=True, tag="between"):
    """Said on these days, first and last included (ISO dates); None where that end is open, never both."""

    since: str | None = None
    until: str | None = None
    start: int = 0
    end: int = 0


class Level(Struct, frozen=True, tag="level"):
    """How deep a statement is nested, from 1; ``highest`` is None where there is no end ("2+")."""

    lowest: int
    highest: int | None
    start: int = 0
    end: int = 0


class Not(Struct, frozen=True, tag="not"):
    """What does not match ``item``, which is no `Not` itself."""

    item: "Query"
    start: int = 0
    end: int = 0


class And(Struct, frozen=True, tag="and"):
    """What matches every item, none of which is an `And`; two or more, or none: everything there is."""

    items: "tuple[Query, ...]"
    start: int = 0
    end: int = 0


class Or(Struct, frozen=True, tag="or"):
    """What matches one of two or more items, none of which is an `Or`."""

    items: "tuple[Query, ...]"
    start: int = 0
    end: int = 0


Query = Words | Equals | Between | Level | Not | And | Or


def unplaced(query: Query) -> Query:
    """``query`` without places: equal for two spellings of one question, and so fit to be a key.

    >>> unplaced(Level(2, None, start=4, end=12)) == unplaced(Level(2, None))
    True
    """
    changed: dict[str, Any] = {"start": 0, "end": 0}
    if isinstance(query, Not):
        changed["item"] = unplaced(query.item)
    elif isinstance(query, And | Or):
        changed["items"] = tuple(unplaced(item) for item in query.items)
    return msgspec.structs.replace(query, **changed)
