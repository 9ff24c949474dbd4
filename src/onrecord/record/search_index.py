"""The full-text indexes: FTS5 tables beside `statements` and `claims`, a column of the server in PostgreSQL.

In SQLite the terms stand in their table and FTS5 has only the index of them (external content). Rows are
never changed and never deleted, so that it is enough to put new ones in when they are kept; triggers would do
the same at several times the cost.
"""

from collections.abc import Sequence

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from onrecord.record.bulk import Row, insert

SEARCHED = ("statements", "claims")


def index(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    """Put the terms of new rows of ``table`` in its index; PostgreSQL has done it by itself."""
    if connection.dialect.name == "sqlite":
        insert(connection, f"{table}_fts", [{"rowid": row["number"], "terms": row["terms"]} for row in rows])


def rebuild(connection: Connection) -> None:
    """Make the indexes again from the terms in the tables."""
    if connection.dialect.name == "sqlite":
        for table in SEARCHED:
            _tell(connection, f"{table}_fts({table}_fts)", "'rebuild'")


def disagreements(connection: Connection) -> list[str]:
    """Indexes that do not say what their tables say, in words. It needs a connection that may write."""
    if connection.dialect.name != "sqlite":
        return []
    found = []
    for table in SEARCHED:
        try:
            _tell(connection, f"{table}_fts({table}_fts, rank)", "'integrity-check', 1")  # 1: with its table
        except DatabaseError as exc:
            found.append(f"the full-text index of {table} does not agree with it ({exc.orig})")
    return found


def _tell(connection: Connection, table: str, values: str) -> None:
    """FTS5 takes commands as rows that are inserted."""
    connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({values})")  # noqa: S608 - names of ours
