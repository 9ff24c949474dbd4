"""A command from start to end: what is read, where it is written, and how it went, as an exit code."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from onrecord.errors import OnrecordError
from onrecord.reading import Reading

STDIN = Path("-")
MANY_IN_ONE = {".json", ".jsonl", ".ndjson"}  # files that hold nobody knows how many articles
UNREAD, INTERRUPTED, PIPE_CLOSED = 1, 130, 141  # the last two are what a shell calls SIGINT and SIGPIPE

Files = tuple[Path, ...]
Write = Callable[[Iterable[Reading]], Iterator[bytes]]


def run(files: Files, write: Write, *, output: Path | None, jobs: int, knowledge: Path | None) -> int:
    """Read ``files``, write what ``write`` makes of them, and say how it went as an exit code."""
    from onrecord.pipeline import read_files
    from onrecord.show.output import hush, opened
    from onrecord.show.progress import Tally, followed

    tally = Tally()
    on_screen = output is None and sys.stdout.isatty()
    try:
        stdin = sys.stdin.buffer if STDIN in files else None
        items = read_files(files, stdin=stdin, jobs=jobs, knowledge=knowledge)
        readings = followed(items, tally, bar=sys.stderr.isatty() and not on_screen, total=_total(files))
        with opened(output) as out:
            try:
                for data in write(readings):
                    out.write(data)
            except KeyboardInterrupt:
                tally.interrupted = True
            out.unfinished = tally.interrupted
    except BrokenPipeError:
        hush()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OnrecordError as exc:
        raise click.ClickException(str(exc)) from exc
    if tally.interrupted:
        where = f"; what was read is in {output.name}.partial" if output else ""
        click.echo(f"onrecord: stopped after {tally.articles} articles{where}", err=True)
        return INTERRUPTED
    return UNREAD if tally.unread else 0


def _total(files: Files) -> int | None:
    """How many articles there are, where that can be told before they are read."""
    plain = all(
        file != STDIN and file.suffix.lower() not in MANY_IN_ONE and not file.is_dir() for file in files
    )
    return len(files) if plain else None
