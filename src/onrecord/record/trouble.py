"""What went wrong in a database, and what to do next, in words. Errors that are bugs stay as they are."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as NoneLeft

from onrecord.errors import RecordError

DAMAGED = (
    "the file is damaged. Copy it away and try `sqlite3 FILE .recover`, or add the articles to a new record."
)
FOLDER = (
    "it cannot be opened. SQLite writes two small files beside a record, even to read it: "
    "look at the permissions of its folder, or copy the record to one of your own."
)
# By SQLite's result code, extended or primary.
SQLITE = {
    sqlite3.SQLITE_READONLY_CANTINIT: FOLDER,
    sqlite3.SQLITE_READONLY_DIRECTORY: FOLDER,
    sqlite3.SQLITE_READONLY_RECOVERY: FOLDER,
    sqlite3.SQLITE_BUSY: "another process is writing to it. Try again when that one has finished.",
    sqlite3.SQLITE_READONLY: "you may not write to it. Change its permissions, or copy it.",
    sqlite3.SQLITE_FULL: "the disk is full. Nothing of the last batch was kept; make room and add again.",
    sqlite3.SQLITE_IOERR: "the disk does not read or write as it should. What was committed is kept.",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: "it is not a SQLite file, or a damaged one. Name another file, or a new one.",
    sqlite3.SQLITE_CANTOPEN: FOLDER,
}
# By SQLSTATE, or its class of two characters.
POSTGRES = {
    "55P03": "another process is writing to it. Try again when that one has finished.",
    "53100": "the server's disk is full. Nothing of the last batch was kept; make room and add again.",
    "53": "the server has no more room or connections. Try again later.",
    "57": "the server has stopped. Nothing of the last batch was kept; add again when it runs.",
    "58": "the server's disk does not read or write as it should. What was committed is kept.",
    "08": "the server cannot be reached. Nothing of the last batch was kept; add again when it runs.",
    "42501": "you may not do that there. Ask for the rights to make and fill tables.",
    "25006": "it can only be read: the server, or your account, allows no writing.",
    "3D000": "there is no such database on the server. Make it first: createdb NAME",
    "28": "the server does not let you in. Look at the name and the password.",
}


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn what a database raises about the world outside into a RecordError that names ``place``."""
    try:
        yield
    except Exception as exc:
        reason = trouble(exc)
        if reason is None:
            raise
        raise RecordError(f"{place}: {reason}") from exc


def trouble(exc: Exception) -> str | None:
    """What happened and what to do, None where it is no trouble of the world outside."""
    if isinstance(exc, NoneLeft | PendingRollbackError):
        return "the connection to it was lost. Nothing of the last batch was kept; add again."
    origin = exc.orig if isinstance(exc, DBAPIError) else exc
    code = getattr(origin, "sqlite_errorcode", None)
    if code is not None:
        return SQLITE.get(code) or SQLITE.get(code & 0xFF)
    state = getattr(origin, "sqlstate", None)
    if state is not None:
        return POSTGRES.get(state) or POSTGRES.get(state[:2])
    if type(origin).__module__.startswith("psycopg") and type(origin).__name__ == "OperationalError":
        lines = str(origin).strip().splitlines()  # no connection, and so no SQLSTATE
        return f"the server does not answer ({lines[0] if lines else 'no reason given'}). Is it running?"
    return None
