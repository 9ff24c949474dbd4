"""Whether a record is whole: nothing damaged, nothing half there, every index as its table."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Table, func, select

from onrecord.errors import RecordError
from onrecord.record.exact import unpacked
from onrecord.record.opened import Record
from onrecord.record.search_index import disagreements
from onrecord.record.tables import agents, articles, claims, flaws, mentioned_events, readings, statements

TOLD = 20  # findings of a kind
PARTS = {
    "agents": agents,
    "statements": statements,
    "events": mentioned_events,
    "claims": claims,
    "flaws": flaws,
}


def integrity(record: Record) -> tuple[str, ...]:
    """What is wrong with a record, in words; nothing where all is well. It reads all of it, alone."""
    with record.writing() as connection:
        found: list[str] = []
        if record.is_file:
            found += _checked(connection, "integrity_check")
            found += _checked(connection, "foreign_key_check")
        found += disagreements(connection)
        found += _unread(connection)
        found += _miscounted(connection)
        return tuple(found)


def _checked(connection: Connection, pragma: str) -> list[str]:
    """What SQLite itself finds."""
    rows = connection.exec_driver_sql(f"PRAGMA {pragma}").fetchmany(TOLD)
    said = [" ".join(str(cell) for cell in row) for row in rows]
    return [f"{pragma}: {line}" for line in said if line != "ok"]


def _unread(connection: Connection) -> Iterator[str]:
    """Articles without a reading."""
    there = select(readings.c.article)
    for id in connection.scalars(select(articles.c.id).where(articles.c.id.not_in(there)).limit(TOLD)):
        yield f"the article {id} has no reading"


def _miscounted(connection: Connection) -> Iterator[str]:
    """Articles whose rows are not as many as what their reading has."""
    counts = {name: _counts(connection, table) for name, table in PARTS.items()}
    kept = connection.execution_options(yield_per=100).execute(select(readings.c.article, readings.c.reading))
    for id, data in kept:
        try:
            reading = unpacked(data)
        except RecordError as exc:
            yield f"the article {id}: {exc}"
            continue
        for name in PARTS:
            rows, has = counts[name].get(id, 0), len(getattr(reading, name))
            if rows != has:
                yield f"the article {id} has {rows} rows of {name}, and its reading {has}"


def _counts(connection: Connection, table: Table) -> dict[str, int]:
    number: ColumnElement[int] = func.count()
    counted = select(table.c.article, number).group_by(table.c.article)
    return {str(id): int(rows) for id, rows in connection.execute(counted)}
