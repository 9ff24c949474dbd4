"""What gzip holds, as a stream that ends before it can do harm; and what that is, for ZIP too.

A few kilobytes of gzip can hold a gigabyte of zeros (deflate reaches 1,032:1). Text packs some 3:1 to 20:1.
So a stream may give `ALLOWANCE` bytes whatever it is packed in, and beyond that no more than `RATIO` bytes
for each byte read.
"""

import io
import re
import zlib
from typing import BinaryIO

RATIO = 100
ALLOWANCE = 8 * 2**20
CHUNK = 64 * 2**10
LONGEST_NAME = 200
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

BOMB = (
    f"It unpacks to more than {RATIO} times its size, which no text does: the rest was not read. If it is "
    "what it should be, unpack it first."
)
CUT_OFF = "It is cut off: what is there was read. Fetch or copy it again."
DAMAGED = "It is damaged: what comes before the damage was read. Fetch or copy it again."


class Guarded(io.RawIOBase):
    """A stream that never raises and may end early; ``why`` then says so, in a sentence for people.

    A reader that is given a bomb or a damaged file sees a file that ends, so that it gives what came before.
    """

    why: str | None = None

    def __init__(self) -> None:
        super().__init__()
        self._ahead = b""
        self._place = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def tell(self) -> int:
        """How many bytes were read, which some readers want to know."""
        return self._place

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill ``buffer``, with less than fits where less is ahead; 0 at the end."""
        if not self._ahead and not self.why:
            self._ahead = self._next()
        part = self._ahead[: len(buffer)]
        self._ahead = self._ahead[len(part) :]
        buffer[: len(part)] = part
        self._place += len(part)
        return len(part)

    def _next(self) -> bytes:
        raise NotImplementedError


class Inflated(Guarded):
    """What a gzip file holds, all its members one after another.

    >>> import gzip
    >>> stream = Inflated(io.BytesIO(gzip.compress(b"Cod is gone.")[:-4]))
    >>> stream.read(), stream.why
    (b'Cod is gone.', 'It is cut off: what is there was read. Fetch or copy it again.')
    """

    def __init__(self, packed: BinaryIO) -> None:
        super().__init__()
        self._packed = packed
        self._inflate: zlib._Decompress | None = None
        self._left = b""
        self._read = 0
        self._given = 0

    def _next(self) -> bytes:
        while not self.why:
            if not self._left and not self._refill():
                return b""
            if self._inflate is None and not self._open():
                return b""
            if part := self._part():
                return part
        return b""

    def _refill(self) -> bool:
        try:
            self._left = self._packed.read(CHUNK)
        except OSError as error:
            self.why = f"It could not be read to its end: {error.strerror or error}."
            return False
        self._read += len(self._left)
        if not self._left and self._inflate is not None:
            self.why = CUT_OFF
        return bool(self._left)

    def _open(self) -> bool:
        """Begin the next member; behind the last there may be zeros, as tapes and pipes leave them."""
        if self._read > len(self._left):
            self._left = self._left.lstrip(b"\0")
        if self._left:
            self._inflate = zlib.decompressobj(31)  # with the header and the checksum of gzip
        return bool(self._left) or (self._refill() and self._open())

    def _part(self) -> bytes:
        inflate = self._inflate
        if inflate is None:
            return b""
        try:
            part = inflate.decompress(self._left, CHUNK)
        except zlib.error:
            self.why = DAMAGED
            return b""
        self._left = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
        if inflate.eof:
            self._inflate = None
        self._given += len(part)
        if self._given > ALLOWANCE + RATIO * self._read:
            self.why = BOMB
            return b""
        return part


def shown(name: str) -> str:
    """A name from an archive as it can be printed: without controls, and cut where it is very long.

    >>> shown("../../a\\x1b[2Jb.txt")
    '../../a?[2Jb.txt'
    """
    name = CONTROL.sub("?", name)
    return name if len(name) <= LONGEST_NAME else f"...{name[-LONGEST_NAME:]}"
