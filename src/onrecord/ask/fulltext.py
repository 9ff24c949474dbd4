"""Words of a query as the full-text engines take them: FTS5 of SQLite and the text search of PostgreSQL.

Terms are letters and digits and stand in quotation marks: no text of a user is read as an engine's language.
"""

from typing import Literal

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    Select,
    Text,
    and_,
    cast,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from onrecord.query import And, Or, Query, Words
from onrecord.terms import LONGEST

Searched = Literal["statements", "claims"]
_INDEXES = {
    name: table(f"{name}_fts", column("rowid", Integer), column(f"{name}_fts", Text))
    for name in ("statements", "claims")
}


def only(query: Query, field: str) -> bool:
    """Whether ``query`` asks for nothing but words of ``field``, none of them negated."""
    match query:
        case Words():
            return query.field == field and bool(query.terms)
        case And() | Or():
            return bool(query.items) and all(only(item, field) for item in query.items)
        case _:
            return False


def match(query: Query) -> str:
    """The expression of FTS5 for a query of words.

    >>> match(Or((Words("said", "ferry", ("ferri",)), Words("said", "no deal", ("no", "deal"), True))))
    '("ferri" OR "no deal")'
    """
    match query:
        case Words():
            terms = [f'"{_indexed(term)}"' for term in query.terms]
            if query.phrase:
                return '"' + " ".join(map(_indexed, query.terms)) + '"'
            return " AND ".join(terms) if len(terms) == 1 else f"({' AND '.join(terms)})"
        case And() | Or():
            between = " AND " if isinstance(query, And) else " OR "
            return f"({between.join(match(item) for item in query.items)})"
    raise TypeError(query)


def tsquery(query: Query) -> str:
    """The tsquery of PostgreSQL for a query of words.

    >>> tsquery(Or((Words("said", "ferry", ("ferri",)), Words("said", "no deal", ("no", "deal"), True))))
    "('ferri' | ('no' <-> 'deal'))"
    """
    match query:
        case Words():
            terms = [f"'{_indexed(term)}'" for term in query.terms]
            joined = (" <-> " if query.phrase else " & ").join(terms)
            return joined if len(terms) == 1 else f"({joined})"
        case And() | Or():
            between = " & " if isinstance(query, And) else " | "
            return f"({between.join(tsquery(item) for item in query.items)})"
    raise TypeError(query)


def hits(searched: Searched, query: Query) -> Select[tuple[int]]:
    """SQLite: the numbers of the rows that match, from the index alone."""
    index = _INDEXES[searched].c
    return select(index.rowid).where(index[f"{searched}_fts"].op("MATCH")(match(query))).correlate(None)


def in_index(searched: Searched, row: FromClause, query: Query, dialect: str) -> ColumnElement[bool]:
    """Whether a row of ``searched`` matches, to be looked up in the index."""
    if dialect == "sqlite":
        return row.c.number.in_(hits(searched, query))
    name = getattr(row, "name", searched)
    return literal_column(f"{name}.search").op("@@", is_comparison=True)(cast(tsquery(query), TSQUERY))


def in_row(row: FromClause, query: Query) -> ColumnElement[bool]:
    """The same by the terms in the row: the faster way for a row that is read anyway (SQLite)."""
    match query:
        case Words():
            padded = literal(" ") + row.c.terms + literal(" ")
            terms = [_indexed(term) for term in query.terms]
            parts = [" ".join(terms)] if query.phrase else dict.fromkeys(terms)
            return and_(*(func.instr(padded, f" {part} ") > 0 for part in parts))
        case And() | Or():
            joined = and_ if isinstance(query, And) else or_
            return joined(*(in_row(row, item) for item in query.items))
    raise TypeError(query)


def _indexed(term: str) -> str:
    """``term`` if an index can have it (see `onrecord.terms`), else one that none has."""
    return term if term.isascii() and term.isalnum() else "0" * (LONGEST + 1)
