"""Reading and writing many rows in portions, in the caller's transaction."""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import (
    ARRAY,
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    Text,
    all_,
    any_,
    bindparam,
    delete,
    func,
    literal_column,
    select,
)

from onrecord.record import tables
from onrecord.record.bulk import insert
from onrecord.span import Span

AT_ONCE = 10_000
listed = msgspec.json.Decoder(list[Any]).decode  # what a column with a JSON array holds
AMONG: Select[Any] = select(literal_column("value")).select_from(func.json_each(bindparam("among")))


def where(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any]
) -> Iterator[Row[Any]]:
    """The rows of ``query`` in which ``column`` has one of ``values``."""
    for some in portions(values):
        found = connection.execute(query.where(among(connection, column, some)), _told(connection, some))
        yield from found.all()  # one by one takes twice as long


def among(connection: Connection, column: ColumnElement[Any], some: list[Any]) -> ColumnElement[bool]:
    """That ``column`` has one of ``some``, which go in as one parameter: a mark for each takes far longer."""
    if connection.dialect.name == "sqlite":
        return column.in_(AMONG)
    kind = BigInteger() if isinstance(some[0], int) else Text()
    return column == any_(bindparam("among", type_=ARRAY(kind)))


def beside(connection: Connection, column: ColumnElement[Any], known: Iterable[str]) -> ColumnElement[bool]:
    """That ``column`` has none of ``known``."""
    if connection.dialect.name == "sqlite":
        return column.not_in(select(literal_column("value")).select_from(func.json_each(_json(known))))
    return column != all_(bindparam(None, [*known], type_=ARRAY(Text())))


def _told(connection: Connection, some: list[Any]) -> dict[str, Any]:
    return {"among": _json(some) if connection.dialect.name == "sqlite" else some}


def _json(values: Iterable[Any]) -> str:
    return msgspec.json.encode(list(values)).decode()


def remove(connection: Connection, column: Column[Any], values: Iterable[Any]) -> None:
    """Delete the rows in which ``column`` has one of ``values``."""
    for some in portions(values):
        connection.execute(
            delete(column.table).where(among(connection, column, some)), _told(connection, some)
        )


def change(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Set columns of rows by their ``id``; every row names the same columns."""
    changes = list(rows)
    if not changes:
        return
    names = [name for name in changes[0] if name != "id"]
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    cells = itemgetter(*names, "id")
    told = ", ".join(f'"{name}" = {mark}' for name in names)
    connection.exec_driver_sql(  # past SQLAlchemy, which looks at each value
        f'UPDATE {table.name} SET {told} WHERE "id" = {mark}',  # noqa: S608 - names of ours
        [cells(row) for row in changes],
    )


def add(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows that all have the same columns."""
    insert(connection, table.name, [dict(row) for row in rows])


def spans(kept: str) -> tuple[Span, ...]:
    """The spans of a column that holds [[start, end], ...]."""
    return tuple([Span(start, end) for start, end in listed(kept)])


def texts(connection: Connection, articles: Iterable[str]) -> dict[str, str]:
    """The texts of articles, each read once, however many rows are about it."""
    a = tables.articles.c
    return {row.id: row.text for row in where(connection, select(a.id, a.text), a.id, articles)}


def portions(values: Iterable[Any]) -> Iterator[list[Any]]:
    """``values``, each once and in order, some at a time."""
    every = sorted({value for value in values if value is not None})
    for start in range(0, len(every), AT_ONCE):
        yield every[start : start + AT_ONCE]
