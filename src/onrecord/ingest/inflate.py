"""A compressed body, inflated a little at a time, so that a bomb is seen before it has gone off.

A kilobyte of gzip can hold a megabyte, and one of those a gigabyte (zlib reaches 1,028 to 1). HTTP libraries
inflate each piece that arrives in whole. Here no call gives more than it is allowed to.
"""

import zlib
from collections.abc import Iterator
from typing import Protocol

from onrecord.ingest.urls import NoPageError

RATIO = 200
"""No page of words is this repetitive; the barest table of zeros reaches some hundred."""

SMALL = 2**20
"""Below this size no ratio is asked about: a short empty table may well be all the same."""

GZIP = zlib.MAX_WBITS + 16

MEMBERS = 64
"""So many gzip files in a row are one body; more are there to keep a reader busy."""


class Decoder(Protocol):
    """What turns the pieces of a body into its content."""

    def feed(self, piece: bytes, room: int) -> bytes:
        """At most ``room`` bytes of what ``piece`` holds; what is over is dropped."""

    def end(self) -> None:
        """Raises a `NoPageError` where the body broke off."""


class Plain:
    """A body that is its content."""

    def feed(self, piece: bytes, room: int) -> bytes:
        """The piece, or its start."""
        return piece[:room]

    def end(self) -> None:
        """Nothing to see: HTTP itself knows whether all came."""


class Inflate:
    """A body in gzip, zlib or bare deflate (which is what some servers mean by "deflate")."""

    def __init__(self, *, may_be_bare: bool = False) -> None:
        self._may_be_bare = may_be_bare
        self._head = b""
        self._inflating: zlib._Decompress | None = None
        self._bits = GZIP
        self._members = 1
        self._taken = 0
        self._given = 0

    def feed(self, piece: bytes, room: int) -> bytes:
        """At most ``room`` bytes of content."""
        self._taken += len(piece)
        if self._inflating is None:
            piece = self._head = self._head + piece
            if len(piece) < 2:
                return b""
            self._start(piece)
        try:
            content = b"".join(self._parts(piece, room))
        except zlib.error:
            raise NoPageError("Its compressed content is damaged. Try again later.") from None
        self._given += len(content)
        if self._given > max(SMALL, RATIO * self._taken):
            raise NoPageError(f"Its content inflates more than {RATIO} times, as that of no page does.")
        return content

    def end(self) -> None:
        """Raises where the last gzip file has no end. An empty body is one."""
        if self._inflating is None and not self._head:
            return
        if self._inflating is None or not self._inflating.eof:
            raise NoPageError("Its compressed content breaks off. Try again later.")

    def _start(self, head: bytes) -> None:
        zlib_header = head[0] & 0x0F == zlib.DEFLATED and (head[0] << 8 | head[1]) % 31 == 0
        if zlib_header:
            self._bits = zlib.MAX_WBITS
        elif self._may_be_bare and not head.startswith(b"\x1f\x8b"):
            self._bits = -zlib.MAX_WBITS
        self._inflating = zlib.decompressobj(self._bits)

    def _parts(self, piece: bytes, room: int) -> Iterator[bytes]:
        while piece and room > 0 and self._inflating is not None:
            if self._inflating.eof:
                if self._bits != GZIP or not piece.startswith(b"\x1f"):
                    return  # what follows the end is padding
                self._next_member()
            part = self._inflating.decompress(piece, room)
            yield part
            room -= len(part)
            piece = self._inflating.unused_data

    def _next_member(self) -> None:
        self._members += 1
        if self._members > MEMBERS:
            raise NoPageError(f"Its content is more than {MEMBERS} compressed files in a row.")
        self._inflating = zlib.decompressobj(self._bits)


def decoder(coding: str) -> Decoder:
    """The decoder of a Content-Encoding.

    >>> decoder("gzip").feed(zlib.compress(b"a report", wbits=31), 5)
    b'a rep'
    """
    names = [name.strip().lower() for name in coding.split(",") if name.strip()]
    if not names or names == ["identity"]:
        return Plain()
    if names in (["gzip"], ["x-gzip"], ["deflate"]):
        return Inflate(may_be_bare=names == ["deflate"])
    raise NoPageError(f"It came compressed as {coding[:40]!r}, which was not asked for.")
