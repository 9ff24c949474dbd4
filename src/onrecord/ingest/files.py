"""Paths -> articles: files, folders and standard input, whatever is in them."""

import errno
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, TypeAlias

from onrecord.ingest.decode import MARKS, MAX_BYTES, SIGNATURES, decode, too_large
from onrecord.ingest.jsonl import MARK, articles_from_json, articles_from_lines, is_json, lines_of
from onrecord.ingest.text import article_from_bytes
from onrecord.ingest.unread import Item, Unread

PathLike: TypeAlias = str | os.PathLike[str]

TEXT = frozenset({".txt", ".text", ".md"})
JSON_LINES = frozenset({".jsonl", ".ndjson"})
JSON = frozenset({".json"})
IN_FOLDERS = TEXT | JSON_LINES | JSON
MARKUP = frozenset({".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".eml", ".mht"})

REASONS = {
    errno.ENOENT: "There is no such file or folder. Check the path.",
    errno.ENOTDIR: "There is no such file or folder. Check the path.",
    errno.EACCES: "This may not be read by you. Change its permissions, or copy it to where you may.",
    errno.EPERM: "This may not be read by you. Change its permissions, or copy it to where you may.",
    errno.ELOOP: "This link leads back to itself. Give the file that it should lead to.",
    errno.ENAMETOOLONG: "No path can be this long. Was a text given instead of a path?",
}


def articles(paths: PathLike | Iterable[PathLike], *, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """The articles in ``paths``, one after another and never all at once.

    A path is a text file (.txt, .text, .md, or any other that holds text), JSON lines (.jsonl, .ndjson), JSON
    (.json: an object or an array), a folder, which is read to its depths in the order of its names, or "-"
    for ``stdin``, the process's own where none is given. In folders only files of these endings are read,
    and hidden ones are not.

    Nothing that is in a file or wrong with a path raises: an `Unread` says so in its place, and the others
    are read.

    >>> list(articles("no-such-report.txt"))
    [Unread(place='no-such-report.txt', reason='There is no such file or folder. Check the path.')]
    """
    for path in _each(paths):
        if path != "-":
            yield from _from_name(path)
        elif source := stdin or getattr(sys.stdin, "buffer", None):
            yield from _guarded(_by_content(source, "standard input"), "standard input")
        else:
            yield Unread("standard input", "There is none. Pipe a text in, or name a file.")


def count(paths: PathLike | Iterable[PathLike]) -> int | None:
    """How many articles `articles` will give, for a progress bar; None where "-" makes that unknowable.

    JSON lines are counted by their line breaks and an array of articles as one, so the bar may be off.
    """
    total = 0
    for path in _each(paths):
        if path == "-":
            return None
        total += sum(1 if isinstance(file, Unread) else _lines_in(file) for file in _files(path))
    return total


def _each(paths: PathLike | Iterable[PathLike]) -> Iterator[str]:
    yield from map(os.fsdecode, [paths] if isinstance(paths, str | os.PathLike) else paths)


def _files(name: str) -> Iterator[Path | Unread]:
    """The file that ``name`` is, or those in the folder that it is, or what is wrong with it."""
    path = Path(name)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Unread(_shown(path), _why(error))
        return
    if not name:  # which is here to pathlib, and to a script an unset variable
        yield Unread("''", "This is no path. Name a file or a folder.")
    elif stat.S_ISDIR(mode):
        yield from _folder(path)
    elif stat.S_ISREG(mode):
        yield path
    else:
        yield Unread(_shown(path), "This is a device or a pipe. Pipe its content in and read '-'.")


def _folder(top: Path) -> Iterator[Path | Unread]:
    """The files below ``top``, each folder once however often links lead to it."""
    empty = True
    seen = set()
    ahead = [top]
    while ahead:
        path = ahead.pop()
        readable = _ending(path) in IN_FOLDERS
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                if (here := (status.st_dev, status.st_ino)) not in seen:
                    seen.add(here)
                    shown = (entry for entry in path.iterdir() if not entry.name.startswith("."))
                    ahead += sorted(shown, reverse=True)
                continue
        except OSError as error:
            if readable or path.is_dir():
                empty = False
                yield Unread(_shown(path), _why(error))
            continue
        if readable:
            empty = False
            yield from _files(os.fspath(path))
    if empty:
        endings = ", ".join(sorted(IN_FOLDERS))
        yield Unread(_shown(top), f"There is nothing to read in this folder: no file ends in {endings}.")


def _from_name(name: str) -> Iterator[Item]:
    for file in _files(name):
        if isinstance(file, Unread):
            yield file
        else:
            yield from _guarded(_from_file(file, _shown(file)), _shown(file))


def _guarded(items: Iterator[Item], place: str) -> Iterator[Item]:
    """``items``, with what goes wrong outside, such as a disk that fails, said in their place."""
    try:
        yield from items
    except OSError as error:
        yield Unread(place, _why(error))


def _from_file(path: Path, place: str) -> Iterator[Item]:
    ending = _ending(path)
    if ending in MARKUP:
        yield Unread(place, f"{ending} is markup, which is not read yet. Save it as plain text.")
        return
    with path.open("rb") as stream:
        if ending in JSON_LINES:
            yield from _from_lines(stream, place)
        elif ending in JSON:
            yield from _by_content(stream, place, or_text=False)
        else:
            yield _from_text(stream.read(MAX_BYTES + 1), place)


def _from_text(data: bytes, place: str) -> Item:
    return Unread(place, too_large("It")) if len(data) > MAX_BYTES else article_from_bytes(data)


def _from_lines(stream: BinaryIO, place: str) -> Iterator[Item]:
    lines = lines_of(stream)
    first = next(lines, b"")
    if any(first.startswith(signature) for signature, _ in SIGNATURES):
        yield Unread(place, "This is no JSON lines but packed or binary data. Unpack it first.")
        return
    if any(first.startswith(mark) for mark, encoding in MARKS if encoding != "utf-8"):
        data = first + stream.read(MAX_BYTES + 1)  # UTF-16 breaks lines elsewhere, so the file is read whole
        if len(data) > MAX_BYTES:
            yield Unread(place, "It is in UTF-16 and too large to be read whole. Save it as UTF-8.")
            return
        first, lines = b"", lines_of(io.BytesIO(decode(data)[0].encode()))
    empty = True
    for item in articles_from_lines(chain([first] if first else [], lines), place=place):
        empty = False
        yield item
    if empty:
        yield Unread(place, "There is no line in this file, or only blank ones.")


def _by_content(stream: BinaryIO, place: str, *, or_text: bool = True) -> Iterator[Item]:
    """JSON lines if the first line is an object; else one JSON value, or text where that is allowed."""
    lines = lines_of(stream)
    ahead = []
    for line in lines:
        ahead.append(line)
        if not line.isspace():
            break
    if ahead and ahead[-1].lstrip(MARK + b" \t").startswith(b"{") and is_json(ahead[-1]):
        yield from articles_from_lines(chain(ahead, lines), place=place)
        return
    data = b"".join(ahead) + stream.read(MAX_BYTES + 1)
    if len(data) <= MAX_BYTES and (not or_text or is_json(data)):
        yield from articles_from_json(data, place=place)
    else:
        yield _from_text(data, place)


def _lines_in(path: Path) -> int:
    if _ending(path) not in JSON_LINES:
        return 1
    try:
        with path.open("rb") as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(2**20), b""))
    except OSError:
        return 1


def _ending(path: Path) -> str:
    return path.suffix.lower()


def _shown(path: Path) -> str:
    """The path as it can be written anywhere, whatever bytes are in the name."""
    return str(path).encode("utf-8", "replace").decode()


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return REASONS.get(error.errno or 0, f"This could not be read: {error.strerror or error}.")
    return "This is no path: it holds characters that no path can."
