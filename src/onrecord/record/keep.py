"""Keep the rows of articles, and get whole readings back."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, func, select

from onrecord.errors import RecordError
from onrecord.reading import Reading
from onrecord.record import tables
from onrecord.record.bulk import Row, insert
from onrecord.record.exact import unpacked
from onrecord.record.rows import Rows
from onrecord.record.search_index import SEARCHED, index
from onrecord.record.uncollected import uncollected

AT_ONCE = 500  # ids in one query: SQLite takes at most 32,766 parameters, old ones 999


@uncollected()
def keep(connection: Connection, batch: Iterable[Rows]) -> tuple[str, ...]:
    """Keep articles, and return the ids of those that were new. What is there already stays as it is.

    All of it happens in the caller's transaction (`Record.writing`), so that an article is in the record
    wholly or not at all.
    """
    given = {rows.id: rows for rows in batch}
    there = present(connection, given)
    new = [rows for id, rows in given.items() if id not in there]
    for table in Rows.__struct_fields__:
        rows = [row for one in new for row in getattr(one, table)]
        if table in SEARCHED:
            _number(connection, table, rows)
            index(connection, table, rows)
        insert(connection, table, rows)
    return tuple(rows.id for rows in new)


def present(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Which of some articles, by `content_id`, are in the record."""
    column = tables.articles.c.id
    found: set[str] = set()
    for some in _portions(ids):
        found.update(connection.scalars(select(column).where(column.in_(some))))
    return found


def reading_of(connection: Connection, article: str) -> Reading:
    """The reading of an article, as it was when it was kept; RecordError where there is none."""
    column = tables.readings.c
    kept = connection.scalar(select(column.reading).where(column.article == article))
    if kept is None:
        raise RecordError(f"The record has no article {article!r}.")
    return unpacked(kept)


def _number(connection: Connection, table: str, rows: list[Row]) -> None:
    """Give the rows the numbers that follow on the last; no other writer is there to take them."""
    if rows:
        last = connection.scalar(select(func.max(tables.metadata.tables[table].c.number))) or 0
        for number, row in enumerate(rows, last + 1):
            row["number"] = number


def _portions(ids: Iterable[str]) -> Iterator[list[str]]:
    every = list(ids)
    for start in range(0, len(every), AT_ONCE):
        yield every[start : start + AT_ONCE]
