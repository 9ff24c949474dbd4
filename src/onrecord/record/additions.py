"""The log of what was added when: the table additions."""

from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import Connection, func, insert, select, update

from onrecord.record import tables
from onrecord.record.linking.rows import portions, where


class Counts(Protocol):
    """What an addition did, as it is written down."""

    @property
    def new(self) -> int:
        """Articles that were not there."""

    @property
    def same(self) -> int:
        """Articles that were."""

    @property
    def changed(self) -> int:
        """New versions of articles that were."""

    @property
    def reprints(self) -> int:
        """Those that carry another one's text."""

    @property
    def flawed(self) -> int:
        """Those with a flaw."""


def begun(connection: Connection, at: str) -> int:
    """Write down that an addition begins; its number."""
    counts = dict.fromkeys(("new", "same", "changed", "reprints", "flawed"), 0)
    done = connection.execute(insert(tables.additions).values(started=at, **counts))
    return int((done.inserted_primary_key or (0,))[0])


def ended(connection: Connection, number: int, at: str, counts: Counts) -> None:
    """Write down what an addition did; one without an end was cut off."""
    connection.execute(
        update(tables.additions)
        .where(tables.additions.c.number == number)
        .values(
            finished=at,
            new=counts.new,
            same=counts.same,
            changed=counts.changed,
            reprints=counts.reprints,
            flawed=counts.flawed,
        )
    )


def known_items(connection: Connection, items: Iterable[str]) -> set[str]:
    """Which items are in the record in some version."""
    c = tables.articles.c
    return {row.item for row in where(connection, select(c.item).distinct(), c.item, items)}


def counted(connection: Connection, articles: Iterable[str]) -> int:
    """How many of some articles carry another one's text."""
    c = tables.articles.c
    query = select(func.count()).where(c.original.is_not(None))
    return sum(connection.scalar(query.where(c.id.in_(some))) or 0 for some in portions(articles))


def tidy(connection: Connection) -> None:
    """Let SQLite look at what is in its tables, by which it plans queries; PostgreSQL does so by itself."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA analysis_limit=1000")
        connection.exec_driver_sql("PRAGMA optimize=0x10002")
