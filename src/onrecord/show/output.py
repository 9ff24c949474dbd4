"""Where bytes go: standard output, or a file that is there whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import click


class Output:
    """Takes a command's bytes as they come; `opened` makes one.

    ``unfinished`` says that the command was stopped, so that what it wrote is not the whole of it.
    """

    def __init__(self, stream: BinaryIO, place: str) -> None:
        self.stream = stream
        self.place = place
        self.unfinished = False

    def write(self, data: bytes) -> None:
        """Write ``data`` at once, for whoever reads at the other end of a pipe."""
        with told(self.place):
            self.stream.write(data)
            self.stream.flush()


@contextmanager
def opened(path: Path | None) -> Iterator[Output]:
    """The output for ``path``, or standard output for None.

    A file is written under another name beside its own and takes its name when all of it is there, so that
    nobody ever reads half of one and a failure leaves the old one as it was. What was written before
    somebody pressed Ctrl-C is kept, as ``FILE.partial``. A device or a pipe is written as it is.
    """
    if path is None:
        yield Output(sys.stdout.buffer, "standard output")
        return
    with told(str(path)):
        path = path.resolve()
        if path.exists() and not path.is_file():
            stream: BinaryIO = path.open("wb")
            draft = None
        else:
            handle, name = tempfile.mkstemp(prefix=f".{path.name[:50]}.", dir=path.parent)
            stream, draft = os.fdopen(handle, "wb"), Path(name)
    output = Output(stream, str(path))
    try:
        with stream:
            yield output
        if draft:
            with told(str(path)):
                _name(draft, path.with_name(f"{path.name}.partial") if output.unfinished else path)
    finally:
        if draft:
            draft.unlink(missing_ok=True)


@contextmanager
def told(place: str) -> Iterator[None]:
    """What the system says is wrong with ``place``, as one line for people; a closed pipe is not an error."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as exc:
        raise click.ClickException(f"cannot write {place}: {exc.strerror or exc}") from exc


def hush() -> None:
    """Let Python end without a word about the pipe that somebody closed, as `head` does."""
    with suppress(OSError, ValueError):
        closed = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), closed)


def _name(draft: Path, path: Path) -> None:
    """Give the draft its name, and the permissions of the file that it replaces or of a new one."""
    if path.exists():
        mode = path.stat().st_mode & 0o777
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    draft.chmod(mode)
    draft.replace(path)
