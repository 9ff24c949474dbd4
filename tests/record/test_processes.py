"""Several processes at one record, and processes that end in the middle."""

import random
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select

from onrecord.errors import RecordError
from onrecord.record.integrity import integrity
from onrecord.record.keep import keep
from onrecord.record.keys import KEYS
from onrecord.record.opened import open_record
from onrecord.record.rows import rows_of
from onrecord.record.tables import articles, statements
from tests.record.readings import plain

ROOT = Path(__file__).parents[2]
BATCH = 5


@contextmanager
def writer(record, first, last, *words, size=BATCH):
    """A process that adds articles; it is over when this is."""
    place = record if isinstance(record, str) else record.place
    command = [sys.executable, "-W", "error", "-m", "tests.record.writer", place, first, last, size, *words]
    with subprocess.Popen(
        [str(word) for word in command],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def told(process):
    """The next line that a writer prints."""
    line = process.stdout.readline()
    assert line, process.stderr.read()
    return line.strip()


def finished(process):
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")


def articles_in(record):
    with record.reading() as connection:
        return connection.scalar(select(func.count()).select_from(articles))


def test_readers_read_while_a_writer_writes(record):
    with record.writing() as connection:
        keep(connection, [rows_of(plain(99), KEYS)])
    with writer(record, 0, BATCH, "hold") as process:
        assert (told(process), told(process)) == ("open", "holds")
        assert articles_in(record) == 1  # at once, and as it was
        with record.reading() as connection:
            assert connection.scalar(select(func.count()).select_from(articles)) == 1
            finished(process)
            assert connection.scalar(select(func.count()).select_from(articles)) == 1  # one state all along
        assert articles_in(record) == BATCH + 1


def test_writers_wait_for_one_another(record):
    with writer(record, 0, BATCH, "hold") as first:
        assert (told(first), told(first)) == ("open", "holds")
        with pytest.raises(RecordError, match="another process"), record.writing(patience=0.1):
            pass
        with writer(record, 0, 2 * BATCH) as second:
            assert told(second) == "open"
            finished(first)
            finished(second)
    assert articles_in(record) == 2 * BATCH
    assert integrity(record) == ()


def test_writers_in_turns_lose_nothing(record):
    with writer(record, 0, 40) as one, writer(record, 20, 60, size=4) as other:
        finished(one)
        finished(other)
    assert articles_in(record) == 60
    with record.reading() as connection:
        numbers = connection.scalars(select(statements.c.number).order_by(statements.c.number)).all()
    assert numbers == list(range(1, 181))
    assert integrity(record) == ()


def test_two_processes_make_one_record_at_once(place):
    with writer(place, 0, BATCH, "create") as one, writer(place, 0, 2 * BATCH, "create") as other:
        finished(one)
        finished(other)
    with open_record(place) as record:
        assert articles_in(record) == 2 * BATCH
        assert integrity(record) == ()


def test_a_killed_writer_leaves_whole_batches(record):
    """Ended at any moment, by a signal that cannot be caught; the next goes on where it was."""
    ends = random.Random(20160323)
    for _ in range(6):
        before = articles_in(record)
        with writer(record, 0, 400) as process:
            assert told(process) == "open"
            for _ in range(ends.randrange(4)):
                told(process)
            process.kill()
            process.wait()
        now = articles_in(record)
        assert now % BATCH == 0
        assert now >= before
        assert integrity(record) == ()
    with writer(record, 0, now + BATCH) as process:
        finished(process)
    assert articles_in(record) == now + BATCH
    assert integrity(record) == ()


def test_a_writer_killed_inside_its_transaction_leaves_nothing(record):
    for _ in range(3):
        with writer(record, 0, BATCH, "hold") as process:
            assert (told(process), told(process)) == ("open", "holds")
            process.kill()
            process.wait()
        assert articles_in(record) == 0
    with record.writing() as connection:  # its lock is gone too
        keep(connection, [rows_of(plain(), KEYS)])
    assert integrity(record) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")
def test_ctrl_c_is_heard_while_waiting(record):
    with record.writing(), writer(record, 0, BATCH) as process:
        assert told(process) == "open"
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=120)
        assert "KeyboardInterrupt" in errors
    assert articles_in(record) == 0


def test_a_log_that_was_left_behind_is_read(tmp_path):
    """What was committed stands in the log of a process that was killed; a reader gets it from there."""
    with writer(str(tmp_path / "news.db"), 0, 2 * BATCH, "create") as process:
        assert [told(process) for _ in range(2)] == ["open", str(BATCH)]
        process.kill()
        process.wait()
    assert (tmp_path / "news.db-wal").stat().st_size > 0
    with open_record(tmp_path / "news.db", readonly=True) as record:
        assert articles_in(record) >= BATCH
