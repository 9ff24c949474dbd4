"""A record on a server: PostgreSQL. The driver is an extra, `pip install onrecord[postgres]`."""

from sqlalchemy import Connection, Engine, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError

from onrecord.errors import RecordError

LOCK = 0x4F6E5263  # of all who write to one database; a number that no other program takes by chance
SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")


def postgres_engine(place: str) -> Engine:
    """An engine for the database that ``place`` names; nothing is connected yet."""
    try:
        url = make_url("postgresql+psycopg://" + place.split("://", 1)[1])
    except (ArgumentError, ValueError) as exc:
        raise RecordError(
            "This is no address of a database; postgresql://name@host/database is one."
        ) from exc
    try:
        return create_engine(url, pool_pre_ping=True, pool_size=4, max_overflow=60)
    except ImportError as exc:
        raise RecordError("A record on PostgreSQL needs a driver: pip install onrecord[postgres]") from exc


def begin_reading(engine: Engine) -> Connection:
    """A connection that sees one state of the record until it is closed, as SQLite's do."""
    return engine.connect().execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def begin_writing(engine: Engine, patience: float) -> Connection:
    """A connection whose transaction has the writers' lock, which the server hands out in turn."""
    connection = engine.connect().execution_options(isolation_level="READ COMMITTED")
    try:
        connection.execute(text(f"SET LOCAL lock_timeout = {int(patience * 1000)}"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    except BaseException:
        connection.close()
        raise
    return connection
