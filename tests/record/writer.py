"""A process that adds to a record, for tests that run several or end one: `python -m tests.record.writer`.

PLACE FIRST LAST BATCH [WORD ...]: adds the articles FIRST to LAST - 1 in batches, and prints a line for each
batch, the number it has reached. With the word `hold` it stops in the middle of its transaction until its
standard input ends; with `create` it makes the record.
"""

import signal
import sys

from onrecord.record.keep import keep
from onrecord.record.keys import KEYS
from onrecord.record.opened import open_record
from onrecord.record.rows import rows_of
from tests.record.readings import plain


def main(place: str, first: str, last: str, size: str, *words: str) -> None:
    with open_record(place, create="create" in words) as record:
        _tell("open")
        for start in range(int(first), int(last), int(size)):
            batch = [rows_of(plain(number), KEYS) for number in range(start, start + int(size))]
            with record.writing() as connection:
                keep(connection, batch)
                if "hold" in words:
                    _tell("holds")
                    sys.stdin.read()
            _tell(start + int(size))


def _tell(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs are deaf to it
    main(*sys.argv[1:])
