"""Paths -> articles: files, folders, standard input and addresses, whatever is in them."""

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from onrecord.ingest.content import articles_at, articles_in
from onrecord.ingest.sniff import ENDINGS, JSON_LINES, PACKED, XML
from onrecord.ingest.source import Source
from onrecord.ingest.unread import Item, Unread
from onrecord.ingest.visits import Visits

if TYPE_CHECKING:
    from onrecord.ingest.fetch import Fetch

PathLike: TypeAlias = str | os.PathLike[str]

ADDRESS = re.compile(r"(https?):/{1,2}(?=[^/])", re.IGNORECASE)  # a Path has made one slash of the two
ITEMS = re.compile(rb"<(?:\w{1,40}:)?(?:item|entry|newsItem)(?=[\s>])")

REASONS = {
    errno.ENOENT: "There is no such file or folder. Check the path.",
    errno.ENOTDIR: "There is no such file or folder. Check the path.",
    errno.EACCES: "This may not be read by you. Change its permissions, or copy it to where you may.",
    errno.EPERM: "This may not be read by you. Change its permissions, or copy it to where you may.",
    errno.ELOOP: "This link leads back to itself. Give the file that it should lead to.",
    errno.ENAMETOOLONG: "No path can be this long. Was a text given instead of a path?",
}


def articles(
    paths: PathLike | Iterable[PathLike],
    *,
    stdin: BinaryIO | None = None,
    fetch: "Fetch | None" = None,
    visits: Visits | None = None,
) -> Iterator[Item]:
    """The articles in ``paths``, one after another and never all at once.

    A path is a file, a folder, which is read to its depths in the order of its names, "-" for ``stdin`` (the
    process's own where none is given), or an address, which is fetched with ``fetch`` and not without, and
    only where the page has changed since the last of the ``visits``. What a
    file is shows in its content, and only where that leaves it open in its ending: a web page, RSS or Atom,
    NewsML-G2, NITF, JSON lines, JSON (an object or an array), WARC, text; and gzip or ZIP of these. In
    folders only files of known endings are read, and hidden ones are not.

    Nothing that is in a file or wrong with a path raises: an `Unread` says so in its place, and the others
    are read.

    >>> list(articles("no-such-report.txt"))
    [Unread(place='no-such-report.txt', reason='There is no such file or folder. Check the path.')]
    """
    for path in _each(paths):
        if ADDRESS.match(path):
            yield from _from_address(ADDRESS.sub(r"\1://", path, count=1), fetch, visits)
        elif path != "-":
            yield from _from_name(path, fetch)
        elif source := stdin or getattr(sys.stdin, "buffer", None):
            given = Source("standard input", fetch=fetch)
            yield from _guarded(articles_in(source, given), given.place)
        else:
            yield Unread("standard input", "There is none. Pipe a text in, or name a file.")


def count(paths: PathLike | Iterable[PathLike]) -> int | None:
    """How many articles `articles` will give, for a progress bar; None where only reading them would tell.

    That is so for "-", for an address, and for what is packed. JSON lines are counted by their line breaks,
    feeds by their items, and an array of articles as one, so the bar may be off.
    """
    total = 0
    for path in _each(paths):
        if path == "-" or ADDRESS.match(path):
            return None
        for file in _files(path):
            if isinstance(file, Path) and _ending(file) in PACKED:
                return None
            total += 1 if isinstance(file, Unread) else _articles_in(file)
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
        readable = _ending(path) in ENDINGS
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                if (here := (status.st_dev, status.st_ino)) not in seen:
                    seen.add(here)
                    shown = (entry for entry in path.iterdir() if not _aside(entry))
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
        endings = ", ".join(sorted(ENDINGS))
        yield Unread(_shown(top), f"There is nothing to read in this folder: no file ends in {endings}.")


def _aside(entry: Path) -> bool:
    """Whether a file of a folder is hidden, or tells of the folder and is no article."""
    return entry.name.startswith(".") or entry.stem.lower() == "readme"


def _from_address(url: str, fetch: "Fetch | None", visits: Visits | None) -> Iterator[Item]:
    place = _shown(url)
    if fetch is None:
        yield Unread(
            place, "This is an address. Give --fetch to fetch it, or save the page and give the file."
        )
        return
    yield from articles_at(url, fetch, place=place, visits=visits)


def _from_name(name: str, fetch: "Fetch | None") -> Iterator[Item]:
    for file in _files(name):
        if isinstance(file, Unread):
            yield file
        else:
            yield from _guarded(_from_file(file, fetch), _shown(file))


def _guarded(items: Iterator[Item], place: str) -> Iterator[Item]:
    """``items``, with what goes wrong outside, such as a disk that fails, said in their place."""
    try:
        yield from items
    except OSError as error:
        yield Unread(place, _why(error))


def _from_file(path: Path, fetch: "Fetch | None") -> Iterator[Item]:
    with path.open("rb") as stream:
        yield from articles_in(stream, Source(_shown(path), _ending(path), fetch=fetch))


def _articles_in(path: Path) -> int:
    """The lines of JSON lines, the items of a feed, and 1 for any other file."""
    ending = _ending(path)
    if ending not in JSON_LINES | XML:
        return 1
    try:
        with path.open("rb") as stream:
            chunks = iter(lambda: stream.read(2**20), b"")
            if ending in JSON_LINES:
                return sum(chunk.count(b"\n") for chunk in chunks)
            return max(1, sum(len(ITEMS.findall(chunk)) for chunk in chunks))
    except OSError:
        return 1


def _ending(path: Path) -> str:
    return path.suffix.lower()


def _shown(path: PathLike) -> str:
    """The path as it can be written anywhere, whatever bytes are in the name."""
    return str(path).encode("utf-8", "replace").decode()


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return REASONS.get(error.errno or 0, f"This could not be read: {error.strerror or error}.")
    return "This is no path: it holds characters that no path can."
