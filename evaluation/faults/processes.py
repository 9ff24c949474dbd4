"""`onrecord add` as processes, which are ended in the middle."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from msgspec import Struct
from sqlalchemy import func, select

from onrecord.errors import RecordError
from onrecord.record.opened import open_record
from onrecord.record.tables import articles

# Ctrl-C is heard also where what started this one does not: a shell turns it off for what runs behind it.
START = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from onrecord.show.cli import main; main()"
)
COMMAND = [sys.executable, "-W", "error", "-c", START, "add", "--json"]
AT_ONCE = 0.4  # share of the processes that are ended while they open the record and link what waits there
OPENING = 5.0  # seconds in which they do
BATCH = 1.5  # seconds in which some batch is read and kept
LOOK = 0.1  # seconds between two looks at how far it is
LONGEST = 1800  # seconds that any of them may take


class Stop(Struct, frozen=True):
    """One process that was ended: how it ended, and what it left behind."""

    code: int
    articles: int
    unlinked: int


@contextmanager
def adding(place: str, file: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that adds ``file``; it is over when this is."""
    pipe = subprocess.PIPE
    with subprocess.Popen([*COMMAND, place, str(file)], stdout=pipe, stderr=pipe, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def added(place: str, file: Path) -> str:
    """Add ``file`` to the end; the counts."""
    with adding(place, file) as process:
        out, errors = process.communicate(timeout=LONGEST)
    if process.returncode:
        raise RuntimeError(f"onrecord add ended with {process.returncode}: {errors}")
    return out


def stopped(
    place: str, file: Path, chance: Random, *, more: int, how: signal.Signals = signal.SIGKILL
) -> Stop | None:
    """Begin to add ``file``, and end it at some moment: soon, or after it has kept up to ``more`` articles.

    None where it was done before that.
    """
    enough = kept(place)[0] + chance.randrange(more + 1)
    early = chance.random() < AT_ONCE
    end = time.monotonic() + chance.uniform(0, OPENING) if early else None
    with adding(place, file) as process:
        while process.poll() is None and (end is None or time.monotonic() < end):
            if end is None and kept(place)[0] > enough:
                end = time.monotonic() + chance.uniform(0, BATCH)
            time.sleep(LOOK)
        if process.returncode is None:
            process.send_signal(how)
            process.communicate(timeout=LONGEST)
            return Stop(process.wait(), *kept(place))
    return None


def kept(place: str) -> tuple[int, int]:
    """How many articles are in the record, and how many of these are not linked."""
    try:
        with open_record(place, readonly=True) as record, record.reading() as connection:
            query = select(func.count()).select_from(articles)
            waiting = connection.scalar(query.where(articles.c.linked.is_(False)))
            return connection.scalar(query) or 0, waiting or 0
    except RecordError:  # there is none yet
        return 0, 0
