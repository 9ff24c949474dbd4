"""Open a record: a file, or a database on a server. Both are used in the same way."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from msgspec import Struct
from sqlalchemy import Connection, Engine

from onrecord.errors import RecordError
from onrecord.record import postgres, sqlite
from onrecord.record.trouble import told
from onrecord.record.version import CURRENT, migrate, refuse_newer, version
from onrecord.record.wait import PATIENCE, patiently


class Record(Struct, frozen=True):
    """An open record. Several processes and threads may hold one; `close` it, or use it with ``with``.

    ``place`` is how to name it to people: its path, or its address without the password.
    """

    place: str
    engine: Engine
    readonly: bool = False

    @property
    def is_file(self) -> bool:
        """Whether it is a SQLite file, not a PostgreSQL database."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the record, whatever is written meanwhile. It never waits."""
        with told(self.place), _begin_reading(self.engine) as connection:
            yield connection

    @contextmanager
    def writing(self, patience: float = PATIENCE) -> Iterator[Connection]:
        """A connection in one transaction: all of it is kept at the end, or, after an error, none.

        There is one writer at a time. Others wait ``patience`` seconds for it, and raise RecordError then.
        """
        if self.readonly:
            raise RecordError(f"{self.place}: it was opened to be read only. Open it without readonly.")
        with told(self.place):
            connection = _begin_writing(self.engine, self.place, patience)
            with connection:  # closing takes back what was not committed
                yield connection
                connection.commit()

    def close(self) -> None:
        """Give back all connections. The record stays usable; it opens new ones."""
        self.engine.dispose()

    def __enter__(self) -> "Record":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_record(place: str | os.PathLike[str], *, create: bool = False, readonly: bool = False) -> Record:
    """Open the record at ``place``: the path of a file, or "postgresql://name@host/database".

    With ``create`` a new one is made where there is none. A record that an older onrecord made is brought up
    to date, except with ``readonly``. RecordError says what is wrong with ``place`` and what to do.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_record(Path(folder) / "news.db", create=True) as record:
    ...         with record.reading() as connection:
    ...             connection.exec_driver_sql("SELECT count(*) FROM articles").scalar()
    0
    """
    name = os.fspath(place)
    if name.startswith(postgres.SCHEMES):
        engine = postgres.postgres_engine(name)
        shown = engine.url.set(drivername="postgresql").render_as_string()
    else:
        engine = sqlite.sqlite_engine(Path(name), create=create, readonly=readonly)
        shown = name
    record = Record(shown, engine, readonly)
    try:
        _ready(record, create=create)
    except BaseException:
        record.close()
        raise
    return record


def _ready(record: Record, *, create: bool) -> None:
    """See to it that the tables are there, in the form that this onrecord knows."""
    with record.reading() as connection:
        found = version(connection, record.place)
    refuse_newer(found, record.place)
    if found == CURRENT:
        return
    if found is None and not create:
        raise RecordError(f"{record.place}: there is no record in it yet. `onrecord add` makes one.")
    if record.readonly:
        raise RecordError(
            f"{record.place}: it was made by an older onrecord. "
            "Bring it up to date by opening it once to write: onrecord add"
        )
    if record.is_file:
        with told(record.place):
            patiently(lambda: sqlite.write_ahead(record.engine), sqlite.busy, record.place)
    with record.writing() as connection:
        migrate(connection, record.place)
        if record.is_file:
            sqlite.mark(connection)


def _begin_reading(engine: Engine) -> Connection:
    return engine.connect() if engine.dialect.name == "sqlite" else postgres.begin_reading(engine)


def _begin_writing(engine: Engine, place: str, patience: float) -> Connection:
    if engine.dialect.name == "sqlite":
        return patiently(lambda: sqlite.begin_writing(engine), sqlite.busy, place, patience)
    return postgres.begin_writing(engine, patience)
