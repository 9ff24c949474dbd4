"""`python -m evaluation.hostile`: adds files that are made to break a reader, one by one, to a record.

None may crash `onrecord add` (a traceback, a signal), hang it or take more than a gigabyte. What goes on
reading article after article is no hang: after `LIMIT` seconds it is stopped, as with Ctrl-C, once more if it
takes its time, and has to end with what it has kept. Names given behind the command choose among the files.
"""

import argparse
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from msgspec import Struct

from evaluation.hostile_files import MAKERS

LIMIT = 120.0  # seconds of one core, or of the clock times `BUSY`: others may use the machine
BUSY = 5
AGAIN, TO_STOP = 10.0, 20.0  # seconds after which Ctrl-C is pressed again, and in which it has to have ended
MEMORY = 1024  # MB
ROOM = 3 * 2**30  # bytes of disk: the largest file has one gigabyte
EXITS = {0, 1}
START = "from onrecord.show.cli import main; main()"
STOPPED = 130


class Outcome(Struct, frozen=True):
    """What became of one file: the exit code, time, memory, articles, and what was told on standard error."""

    code: int
    seconds: float
    megabytes: float
    articles: int
    stopped: bool
    told: str

    @property
    def wrong(self) -> str:
        """What may not be, or nothing."""
        if "Traceback" in self.told:
            return "crash"
        if self.megabytes > MEMORY:
            return "memory"
        if self.stopped and (not self.articles or self.code != STOPPED):
            return "hang"
        return "" if self.stopped or self.code in EXITS else f"exit {self.code}"


def main() -> int:
    """Make and add the files, print what came of each, and say whether any did harm."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only files with these words in their names")
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds for each (default: %(default)s)")
    asked = parser.parse_args()
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a script in the background ignores it, and so would they
    failed = 0
    print(f"{'file':34}{'articles':>9}{'exit':>6}{'s':>7}{'MB':>7}  what was said of it")
    for name, make in MAKERS.items():
        if asked.names and not any(word in name for word in asked.names):
            continue
        with TemporaryDirectory(prefix="onrecord-hostile-") as place:
            if shutil.disk_usage(place).free < ROOM:
                print(f"{name:34} skipped: it needs {ROOM >> 30} GB of disk")
                continue
            folder = Path(place) / "files"
            folder.mkdir()
            outcome = added(make(folder), Path(place), asked.limit)
        failed += bool(outcome.wrong)
        print(line(name, outcome), flush=True)
    print(f"{failed} did harm" if failed else "none did harm")
    return 1 if failed else 0


def added(paths: list[Path], place: Path, limit: float) -> Outcome:
    """Add ``paths`` to a new record in ``place`` in a process of its own, and watch it."""
    record, log = place / "news.db", place / "told"
    command = [sys.executable, "-c", START, "add", str(record), *map(os.fspath, paths)]
    start = monotonic()
    presses, peak, spent = 0, 0.0, 0.0
    with log.open("wb") as told:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=told, stdin=subprocess.DEVNULL)
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            spent = max(worked(process.pid), (monotonic() - start) / BUSY, spent)
            if spent > limit + presses * AGAIN and presses < 2:
                process.send_signal(signal.SIGINT)
                presses += 1
            if peak > 2 * MEMORY or spent > limit + TO_STOP:
                process.kill()
            sleep(0.05)
    text = log.read_bytes().decode(errors="replace")
    return Outcome(process.returncode, spent, peak, kept(record), bool(presses), text)


def resident(pid: int) -> float:
    """The most memory that a process has had so far, in MB."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    found = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0")
    return int(found.split()[1]) / 1024


def worked(pid: int) -> float:
    """How long a process has been at work, in seconds of one core."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def kept(record: Path) -> int:
    """How many articles the record has."""
    if not record.exists():
        return 0
    with closing(sqlite3.connect(record)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
        except sqlite3.Error:
            return 0


def line(name: str, outcome: Outcome) -> str:
    """A row of the table: the first thing that was said of the file, and what went wrong."""
    lines = outcome.told.strip().splitlines() or [""]
    said = "".join(character if character.isprintable() else "·" for character in lines[0])
    said = said.removeprefix("onrecord: ").rpartition("files/")[2][:100]
    mark = f"{outcome.wrong.upper()}: {lines[-1][:100]}" if outcome.wrong else said
    stopped = "*" if outcome.stopped else " "
    return (
        f"{name:34}{outcome.articles:>9,}{outcome.code:>6}{outcome.seconds:>6.0f}{stopped}"
        f"{outcome.megabytes:>7.0f}  {mark}"
    )


if __name__ == "__main__":
    sys.exit(main())
