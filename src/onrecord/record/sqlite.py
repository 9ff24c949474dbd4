"""A record in one file: SQLite, one writer and any number of readers at a time (write-ahead log)."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from onrecord.errors import RecordError
from onrecord.record.wait import MOMENT

APPLICATION = 0x4F6E5263  # "OnRc" in the file's header, so that `file` and others know whose it is
HEADER = b"SQLite format 3\0"
WRITES = "onrecord_writes"  # execution option of a connection that is going to write

# A committed batch survives a power cut (FULL). A file may come from anybody (trusted_schema).
PRAGMAS = {
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "temp_store": "MEMORY",
    "cache_size": "-65536",  # 64 MiB
    "journal_size_limit": str(64 << 20),
}


def sqlite_engine(path: Path, *, create: bool = False, readonly: bool = False) -> Engine:
    """An engine for the file at ``path``; RecordError where there is none, or it is something else."""
    _look(path, create=create, readonly=readonly)
    name = f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rwc' if create else 'rw'}"

    def connect() -> sqlite3.Connection:
        made = sqlite3.connect(
            name,
            uri=True,
            isolation_level=None,
            timeout=MOMENT,
            check_same_thread=False,
            cached_statements=256,
        )
        try:
            for pragma, value in PRAGMAS.items():
                made.execute(f"PRAGMA {pragma}={value}")
        except BaseException:
            made.close()
            raise
        return made

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=4, max_overflow=60)
    event.listen(engine, "begin", _begin)
    return engine


def write_ahead(engine: Engine) -> None:
    """Switch the file to a write-ahead log, which it then keeps."""
    with engine.connect() as connection:
        made: Any = connection.connection.driver_connection
        if made.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            made.execute("PRAGMA journal_mode=WAL").fetchone()


def begin_writing(engine: Engine) -> Connection:
    """A connection whose transaction has the writers' lock."""
    connection = engine.connect().execution_options(**{WRITES: True})
    try:
        connection.begin()
    except BaseException:
        connection.close()
        raise
    return connection


def mark(connection: Connection) -> None:
    """Say in the file's header whose it is; part of the transaction."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")


def busy(exc: Exception) -> bool:
    """Whether another process holds the lock."""
    code = getattr(getattr(exc, "orig", exc), "sqlite_errorcode", None)
    return code is not None and code & 0xFF == sqlite3.SQLITE_BUSY


def _begin(connection: Connection) -> None:
    """Begin as SQLite should, since its Python module begins by rules of its own (isolation_level=None)."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _look(path: Path, *, create: bool, readonly: bool) -> None:
    """RecordError with what to do where ``path`` cannot be a record."""
    if "\0" in str(path):
        raise RecordError(f"{str(path)!r}: no file can have that name. Name another.")
    try:
        if path.is_dir():
            raise RecordError(f"{path}: it is a folder. A record is a file: name one in it.")
        if not path.exists():
            _look_for_room(path, create=create and not readonly)
            return
        with path.open("rb") as file:
            start = file.read(len(HEADER))
    except OSError as exc:
        raise RecordError(f"{path}: it cannot be read ({exc.strerror}). Look at its permissions.") from exc
    if not start and not create:
        raise RecordError(f"{path}: the file is empty. `onrecord add` makes a record of it.")
    if start and start != HEADER:
        raise RecordError(f"{path}: it is not a SQLite file. Name another file, or a new one.")
    if not readonly and not _may_write(path):
        raise RecordError(f"{path}: you may not write to it. Change its permissions, or copy it.")


def _look_for_room(path: Path, *, create: bool) -> None:
    if not create:
        raise RecordError(f"{path}: there is no such file. `onrecord add` makes a record.")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: its folder does not exist. Make the folder first.")
    if not _may_write(path.parent):
        raise RecordError(f"{path}: you may not write to its folder. Name a file in another.")


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
