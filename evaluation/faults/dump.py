"""All that a record says, so that two records can be compared: without the numbers and days of its making."""

from collections import Counter
from typing import Any

from sqlalchemy import Table, select

from onrecord.record.opened import Record
from onrecord.record.tables import metadata

LOGS = {"additions", "fetches", "judgements"}  # what was done when
NUMBERED = {"statements", "claims"}  # their `number` tells in which order they came
TOLD = 3  # differences of a table

Rows = Counter[tuple[Any, ...]]


def dump(record: Record) -> dict[str, Rows]:
    """The rows of each table, in no order."""
    with record.reading() as connection:
        return {
            table.name: Counter(tuple(row) for row in connection.execute(select(*_columns(table))))
            for table in metadata.sorted_tables
            if table.name not in LOGS
        }


def differences(one: dict[str, Rows], other: dict[str, Rows]) -> list[str]:
    """In which tables two dumps differ, with a few of the rows; nothing where they are the same."""
    found = []
    for name, rows in one.items():
        only, others = rows - other[name], other[name] - rows
        if only or others:
            found.append(f"{name}: {only.total()} rows are only in one, {others.total()} only in the other")
            pairs = zip(sorted(only, key=str), sorted(others, key=str), strict=False)
            found += [f"  {name} {_told(name, *pair)}" for pair in list(pairs)[:TOLD]]
    return found


def duplicates(record: Record) -> int:
    """Articles that are there more than once: the same words of the same source."""
    c = metadata.tables["articles"].c
    query = select(c.text, c.url, c.guid, c.outlet, c.published, c.status)
    with record.reading() as connection:
        rows = Counter(tuple(row) for row in connection.execute(query))
    return rows.total() - len(rows)


def _columns(table: Table) -> list[Any]:
    return [column for column in table.c if not (column.name == "number" and table.name in NUMBERED)]


def _told(name: str, row: tuple[Any, ...], like: tuple[Any, ...]) -> str:
    names = (column.name for column in _columns(metadata.tables[name]))
    cells = [f"{column} {a!r} / {b!r}" for column, a, b in zip(names, row, like, strict=True) if a != b]
    return f"{row[0]!r}: {'; '.join(cells)}"[:400]
