"""Which form the tables of a record have, and who may read it.

The form is that of the last migration that was run, as Alembic notes it. Looking at it costs two queries;
Alembic itself is loaded only where there is something to migrate.
"""

from sqlalchemy import Connection, inspect, text

from onrecord.errors import RecordError

CURRENT = "0002"  # the last of `migrations/versions`


def version(connection: Connection, place: str) -> str | None:
    """The form of the record, None where nothing is there yet; RecordError where it is another's database."""
    names = set(inspect(connection).get_table_names())
    if {"alembic_version", "articles", "statements"} <= names:
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
        if isinstance(found, str) and found.isdecimal() and len(found) == len(CURRENT):
            return found
    if names:
        raise RecordError(f"{place}: it is a database, but no record of onrecord. Name another.")
    return None


def refuse_newer(found: str | None, place: str) -> None:
    """RecordError where a later onrecord made the record."""
    if found is not None and found > CURRENT:
        raise RecordError(
            f"{place}: it was made by a newer onrecord (version {found} of its tables, here {CURRENT}). "
            "Upgrade: pip install --upgrade onrecord"
        )


def migrate(connection: Connection, place: str) -> None:
    """Bring the tables to `CURRENT` in the transaction of ``connection``, which holds the writers' lock.

    Of two processes that do so at once, the one that waited finds that all is done.
    """
    found = version(connection, place)
    refuse_newer(found, place)
    if found == CURRENT:
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "onrecord.record:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, CURRENT)
