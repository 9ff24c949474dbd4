"""What a ZIP archive holds, a member at a time, and no more than an archive of text can hold.

The members of an archive can share their bytes, so that a small file holds petabytes (Fifield 2019,
https://www.usenix.org/conference/woot19/presentation/fifield): all members together may give no more
than the archive's size allows, and each no more than its own (see `packed`).

No name from an archive is ever opened or written: it is only shown.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO

from msgspec import Struct

from onrecord.ingest.packed import ALLOWANCE, BOMB, CHUNK, CUT_OFF, DAMAGED, RATIO, Guarded, shown
from onrecord.ingest.unread import Unread

MAX_MEMBERS = 100_000
MAX_DIRECTORY = 16 * 2**20
BOUNDED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # the others are inflated a block at a time
OFFICE = frozenset({"[Content_Types].xml", "mimetype"})  # of docx, odt, epub
WRONG = (OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error)


class Member(Guarded):
    """What one member of a zip archive holds."""

    def __init__(self, packed: IO[bytes], size: int, allowed: int) -> None:
        super().__init__()
        self._packed = packed
        self._most = min(ALLOWANCE + RATIO * size, allowed)
        self.given = 0

    def _next(self) -> bytes:
        try:
            part = self._packed.read(CHUNK)
        except EOFError:
            self.why = CUT_OFF
            return b""
        except WRONG:
            self.why = DAMAGED
            return b""
        self.given += len(part)
        if self.given > self._most:
            self.why = BOMB
            return b""
        return part


class Named(Struct, frozen=True):
    """A member of an archive: its name as it can be shown, and what it holds."""

    name: str
    stream: Member


def members(archive: BinaryIO, place: str) -> Iterator[Named | Unread]:
    """The members of a zip archive, in its order, each to be read before the next is asked for.

    Folders are left out, and hidden files. ``archive`` has to be one that can be read in any order.
    """
    try:
        opened = zipfile.ZipFile(_Directory(archive))
    except WRONG as error:
        yield Unread(place, _no_archive(error))
        return
    with opened:
        listed = [info for info in opened.infolist() if not info.is_dir() and not _hidden(info.filename)]
        if not OFFICE.isdisjoint(info.filename for info in listed):
            yield Unread(
                place, "This is an office document or a book, which is not read. Save it as plain text."
            )
            return
        allowed = ALLOWANCE + RATIO * archive.seek(0, io.SEEK_END)
        for info in listed[:MAX_MEMBERS]:
            if allowed <= 0:
                yield Unread(place, BOMB)
                return
            name = shown(info.filename)
            member = _member(opened, info, allowed)
            if isinstance(member, str):
                yield Unread(f"{place}, {name}", member)
                continue
            yield Named(name, member)
            allowed -= member.given
        if len(listed) > MAX_MEMBERS:
            left = len(listed) - MAX_MEMBERS
            yield Unread(place, f"It has {left} members more than the {MAX_MEMBERS} that are read. Split it.")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, allowed: int) -> Member | str:
    """The member to read, or why it is not."""
    if info.flag_bits & 0x1:
        return "It is encrypted. Unpack it with its password first."
    if info.compress_type not in BOUNDED:
        return "It is packed in a way that cannot be bounded (bzip2, LZMA or another). Unpack it first."
    try:
        return Member(archive.open(info), info.compress_size, allowed)
    except WRONG:
        return DAMAGED


def _hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return "__MACOSX" in parts or any(part.startswith(".") and part not in {".", ".."} for part in parts)


def _no_archive(error: Exception) -> str:
    if isinstance(error, _TooManyError):
        return "Its list of members is too long to be read. Split it, or unpack it."
    return "This is no whole ZIP archive: its list of members is missing or damaged. Fetch or copy it again."


class _TooManyError(OSError):
    """The directory of an archive is larger than `MAX_DIRECTORY`."""


class _Directory:
    """An archive of which no more than `MAX_DIRECTORY` bytes are read at once, as its directory is."""

    def __init__(self, archive: BinaryIO) -> None:
        self._archive = archive

    def read(self, size: int = -1) -> bytes:
        data = self._archive.read(MAX_DIRECTORY + 1 if size < 0 else min(size, MAX_DIRECTORY + 1))
        if len(data) > MAX_DIRECTORY:
            raise _TooManyError(MAX_DIRECTORY)
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._archive.seek(offset, whence)

    def tell(self) -> int:
        return self._archive.tell()

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        """Leave the archive open: whoever opened it closes it."""
