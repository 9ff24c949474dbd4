"""What servers said of the pages that the record has read: the table fetches."""

from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import Connection, delete, insert, select

from onrecord.record import tables


class Said(Protocol):
    """What a server said of a page."""

    @property
    def url(self) -> str:
        """The address, as it was given."""

    @property
    def etag(self) -> str | None:
        """Its name for this version of the page."""

    @property
    def modified(self) -> str | None:
        """Since when the page is so."""


def fetched(connection: Connection, url: str) -> tuple[str | None, str | None] | None:
    """The etag and the date that a server gave the page at ``url`` last time; None where it was not read."""
    c = tables.fetches.c
    row = connection.execute(select(c.etag, c.modified).where(c.url == url)).first()
    return None if row is None else (row.etag, row.modified)


def remember(connection: Connection, pages: Iterable[Said], at: str) -> None:
    """Keep what servers said of ``pages`` in place of what they said before."""
    for page in {page.url: page for page in pages}.values():
        connection.execute(delete(tables.fetches).where(tables.fetches.c.url == page.url))
        connection.execute(
            insert(tables.fetches).values(url=page.url, etag=page.etag, modified=page.modified, at=at)
        )
