"""Names in a query: who and which outlet is meant, and which names are near to one that nobody has."""

from collections.abc import Iterator, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    and_,
    cast,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import ARRAY

from onrecord.ask.suggest import nearest
from onrecord.query import And, Equals, Not, Or, Query, Words
from onrecord.record import tables
from onrecord.terms import terms

LOOKED_AT = 3_000  # people whose names are compared with one that nobody has
_NAMED, _OTHER = tables.people.alias("named").c, tables.people.alias("other").c
_WORDS = table("people_terms", column("term", Text), column("person", Text)).c
_IDS = select(_NAMED.id).correlate(None)


def named(item: Words | Equals, dialect: str) -> Select[tuple[str]]:
    """The ids of the people whom a name or an id means.

    All words of a name stand somewhere in the names that articles use, in any order. An id is one as it is
    written, "ida-sol-2"; a name that only looks like one is a name as well where nobody has the id.
    """
    if isinstance(item, Equals):
        return _IDS.where(_NAMED.id.in_(item.values))
    called = and_(*(_called(term, dialect) for term in dict.fromkeys(item.terms)))
    if not {"-", "_"} & set(item.text):
        return _IDS.where(called)
    exact = select(_OTHER.id).where(_OTHER.id == item.text).correlate(None).exists()
    return _IDS.where(or_(_NAMED.id == item.text, and_(called, ~exact)))


def outlets(connection: Connection, item: Words) -> list[str]:
    """The outlets whose name has all of the words, in any order."""
    column = tables.articles.c.outlet
    wanted = set(item.terms)
    every = connection.scalars(select(column).where(column.is_not(None)).distinct())
    return sorted(outlet for outlet in every if wanted <= set(terms(outlet)))


def suggestions(connection: Connection, query: Query) -> tuple[str, ...]:
    """Names near to those in ``query`` that nobody in the record has."""
    found: dict[str, None] = {}
    for item in _asked(query):
        if isinstance(item, Words) and item.field == "outlet":
            if not outlets(connection, item):
                found.update(dict.fromkeys(_near_outlets(connection, item)))
        elif connection.execute(named(item, connection.dialect.name).limit(1)).first() is None:
            found.update(dict.fromkeys(_near_people(connection, item)))
    return tuple(found)


def _called(term: str, dialect: str) -> ColumnElement[bool]:
    """Whether a name of the person has a word, by the index that each database has of the words."""
    if dialect == "sqlite":
        return _NAMED.id.in_(select(_WORDS.person).where(_WORDS.term == term).correlate(None))
    words = func.string_to_array(_NAMED.terms, literal_column("' '"), type_=ARRAY(Text))
    return words.contains(cast([term], ARRAY(Text)))


def _asked(query: Query) -> Iterator[Words | Equals]:
    """The names that are asked for; what is to be left out need not exist."""
    match query:
        case And() | Or():
            for item in query.items:
                yield from _asked(item)
        case Words() if query.field in {"who", "via", "outlet"}:
            yield query
        case Equals() if query.field in {"who", "via"}:
            yield query
        case Not() | _:
            return


def _near_people(connection: Connection, item: Words | Equals) -> list[str]:
    asked = item.terms if isinstance(item, Words) else item.values
    c = tables.people.c
    words: dict[str, str] = {}  # each word of a name with the name that has it, of those who say most first
    starts = [c.terms.contains(f" {term[:1]}", autoescape=True) for term in asked if term]
    query = select(c.name).where(or_(*starts)).order_by(c.statements.desc(), c.id).limit(LOOKED_AT)
    for name in connection.scalars(query):
        for term in terms(name):
            words.setdefault(term, name)
    return _near(asked, words)


def _near_outlets(connection: Connection, item: Words) -> list[str]:
    column = tables.articles.c.outlet
    every = connection.scalars(
        select(column).where(column.is_not(None)).group_by(column).order_by(func.count().desc(), column)
    )
    words: dict[str, str] = {}
    for outlet in every:
        for term in terms(outlet):
            words.setdefault(term, outlet)
    return _near(item.terms, words)


def _near(asked: Sequence[str], words: dict[str, str]) -> list[str]:
    """The names that have a word near to one that is in none."""
    unknown = [term for term in asked if term not in words] if words else []
    return [words[word] for term in unknown for word in nearest(term, words)]
