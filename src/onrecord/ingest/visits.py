"""What servers said of pages when they were last read, so that one that has not changed is not sent again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from onrecord.ingest.page import Page


class Visit(Struct, frozen=True):
    """What a server said of the page at ``url``: which version it was, and since when it was so."""

    url: str
    etag: str | None = None
    modified: str | None = None


class Visits:
    """``last`` tells of an earlier visit to an address; ``made`` are those of this run that gave all.

    A page of which something could not be read is not among them: the next run asks for it again.

    >>> visits = Visits(lambda url: Visit(url, etag='"7"'))
    >>> visits.last("https://norrpress.example/feed").etag
    '"7"'
    """

    def __init__(self, last: Callable[[str], Visit | None] = lambda _url: None) -> None:
        self.last = last
        self.made: list[Visit] = []

    def note(self, page: "Page") -> None:
        """Keep what the server said of a page, if that helps to ask whether it has changed."""
        if page.etag or page.modified:
            self.made.append(Visit(page.url, page.etag, page.modified))
