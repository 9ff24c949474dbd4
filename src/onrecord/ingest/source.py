"""What is known of a stream that holds articles, and a look at its head that leaves it whole."""

import io
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

from onrecord.ingest.packed import Guarded
from onrecord.ingest.sniff import HEAD

if TYPE_CHECKING:
    from onrecord.ingest.fetch import Fetch


class Source(Struct, frozen=True):
    """What is known of a stream: what to call it, its file's ending, and what it came with.

    ``guard`` is the innermost stream that may end early; ``packed`` says how many layers were unpacked.
    """

    place: str
    ending: str = ""
    url: str | None = None
    charset: str | None = None
    packed: int = 0
    fetch: "Fetch | None" = None
    guard: Guarded | None = None


def ahead(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and a stream that still has them.

    A pipe is not waited for once there is a line of JSON: what writes to it may take its time.
    """
    if stream.seekable():
        start = stream.tell()
        head = stream.read(HEAD)
        stream.seek(start)
        return head, stream
    read = getattr(stream, "read1", stream.read)
    head = b""
    while len(head) < HEAD and not (head.lstrip().startswith(b"{") and b"\n" in head):
        part = read(HEAD - len(head))
        if not part:
            break
        head += part
    return head, io.BufferedReader(_Rejoined(head, stream))


class _Rejoined(io.RawIOBase):
    """Bytes that were read from a stream, and then the rest of it; closing this leaves that open."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        part, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        part = part or getattr(self._stream, "read1", self._stream.read)(len(buffer))
        buffer[: len(part)] = part
        return len(part)
