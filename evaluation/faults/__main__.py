"""`python -m evaluation.faults`: the same record, however its articles came, and whatever ended on the way.

A thousand short articles are added in one go; then in two other orders by turns, by processes that are ended
in the middle (SIGKILL, and Ctrl-C once). Both records have to be the same to the last row, nothing may be in
one twice, and each has to be whole. With --db the second one is that PostgreSQL database, which has to be
empty.
"""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from random import Random
from signal import SIGINT, SIGKILL
from tempfile import TemporaryDirectory

from evaluation.faults.dump import differences, dump, duplicates
from evaluation.faults.news import articles, shuffled
from evaluation.faults.processes import Stop, added, stopped
from onrecord.record.integrity import integrity
from onrecord.record.opened import open_record


def main(arguments: list[str]) -> int:
    """Print what was done and what was found; 1 where the records differ or one is not whole."""
    parser = ArgumentParser(prog="python -m evaluation.faults", description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--db", help="address of an empty PostgreSQL database")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        where = Path(folder)
        plain, other = str(where / "plain.db"), options.db or str(where / "other.db")
        files = made(where, options.articles, options.seed)
        start = time.monotonic()
        _tell(f"in one go: {added(plain, files[0]).strip()} in {time.monotonic() - start:.0f} s")
        for stop in killed(other, files[1:], options.articles, options.kills, options.seed):
            if stop is None:
                raise RuntimeError("all was added before it was ended often enough: take more articles")
            _tell(f"{_how(stop)}: {stop.articles} articles, {stop.unlinked} of them not linked yet")
        for file in files[1:]:
            _tell(f"to the end: {added(other, file).strip()}")
        wrong = compared(plain, other)
    for line in wrong:
        _tell(line)
    _tell("NOT the same" if wrong else "the same record, nothing twice, both whole")
    return 1 if wrong else 0


def made(folder: Path, count: int, seed: int) -> list[Path]:
    """The articles in three orders."""
    lines = articles(count)
    files = [folder / f"order-{number}.jsonl" for number in range(3)]
    for number, file in enumerate(files):
        file.write_bytes(shuffled(lines, seed * 10 + number))
    return files


def killed(place: str, files: list[Path], count: int, kills: int, seed: int) -> Iterator[Stop | None]:
    """As many processes that were ended while they added ``files`` in turn, one more by Ctrl-C.

    None stands for one that was done before.
    """
    chance = Random(seed)
    ways = [SIGKILL] * kills
    ways.insert(kills // 2, SIGINT)
    there = 0
    for number, how in enumerate(ways):
        more = (count - there) // (len(ways) - number + 1)
        stop = stopped(place, files[number % len(files)], chance, more=more, how=how)
        there = stop.articles if stop else count
        yield stop


def compared(one: str, other: str) -> list[str]:
    """What is wrong with two records that should be the same."""
    wrong = []
    with open_record(one) as left, open_record(other) as right:
        for record in (left, right):
            wrong += [f"{record.place}: {found}" for found in integrity(record)]
            if twice := duplicates(record):
                wrong.append(f"{record.place}: {twice} articles are there twice")
        wrong += differences(dump(left), dump(right))
    return wrong


def _how(stop: Stop) -> str:
    return "kill -9" if stop.code == -SIGKILL else f"Ctrl-C, which ended with {stop.code}"


def _tell(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
