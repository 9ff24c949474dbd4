"""The formats of `onrecord read`, of its `--claims` and of `onrecord who`: readings to bytes."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.reading import Reading

if TYPE_CHECKING:
    from rich.console import Console

FORMATS = {
    "page": "The article with its statements marked, and a list of them. The default on a terminal.",
    "json": "One object for one article, an array for several. The default in a pipe.",
    "nl": "JSON lines: an object a line, one line an article.",
    "csv": "A row a statement, for a spreadsheet.",
    "table": "A row a statement, for the eye.",
    "html": "One page for a browser, which needs nothing else: send it, print it, keep it.",
}
WHO_FORMATS = {
    "table": "A row an agent, for the eye. The default on a terminal.",
    "json": "An array of agents, which says too where each was read. The default in a pipe.",
    "nl": "JSON lines: an object a line, one line an agent.",
    "csv": "A row an agent, for a spreadsheet.",
}
CLAIMS_FORMATS = ("table", "json", "nl", "csv")
SUFFIXES = {
    ".json": "json",
    ".jsonl": "nl",
    ".ndjson": "nl",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".txt": "page",
}
WHO_SUFFIXES = {
    **{suffix: form for suffix, form in SUFFIXES.items() if form in WHO_FORMATS},
    ".txt": "table",
}
UNWRAPPED = 120  # columns where there is no terminal to ask


def written(
    readings: Iterable[Reading], form: str, path: Path | None, *, by_speaker: bool = False
) -> Iterator[bytes]:
    """``readings`` in the format ``form``, for the file at ``path`` or for standard output.

    What ``by_speaker`` groups is each article for itself. JSON stays as it is: the contract orders it.
    """
    if form in {"page", "table"}:
        return _drawn(readings, form, path, by_speaker=by_speaker)
    if form == "html":
        from onrecord.show.page import page

        return page(readings, by_speaker=by_speaker)
    from onrecord.show import order, rows

    if form == "csv":
        ordered = order.by_speaker(readings) if by_speaker else readings
        return rows.csv_rows(ordered, terminal=on_terminal(path))
    return rows.json_lines(readings) if form == "nl" else rows.json(readings)


def claims_written(
    readings: Iterable[Reading], form: str, path: Path | None, *, by_speaker: bool = False
) -> Iterator[bytes]:
    """The claims of ``readings`` in the format ``form``, as the articles come."""
    from onrecord.show import positions

    if form == "table":
        console = console_for(path)
        for drawn in positions.tables(readings, console, by_speaker=by_speaker):
            yield drawn.encode(console.encoding, "replace")
    elif form == "csv":
        yield from positions.csv_rows(readings, by_speaker=by_speaker, terminal=on_terminal(path))
    else:
        write = positions.json_lines if form == "nl" else positions.json
        yield from write(readings, by_speaker=by_speaker)


def agents_written(readings: Iterable[Reading], form: str, path: Path | None) -> Iterator[bytes]:
    """The agents of ``readings`` in the format ``form``: one listing over all, once all are read."""
    from onrecord.show import who

    found = who.who(readings)
    if form == "table":
        console = console_for(path)
        yield from (drawn.encode(console.encoding, "replace") for drawn in who.table(found, console))
    elif form == "csv":
        yield from who.csv_rows(found, terminal=on_terminal(path))
    else:
        yield from who.json_lines(found) if form == "nl" else who.json(found)


def on_terminal(path: Path | None) -> bool:
    """Whether what is written for ``path`` is seen at once."""
    return path is None and sys.stdout.isatty()


def _drawn(readings: Iterable[Reading], form: str, path: Path | None, *, by_speaker: bool) -> Iterator[bytes]:
    """What rich draws, in the encoding of the terminal; a character that it lacks becomes a question mark."""
    from onrecord.show.table import tables
    from onrecord.show.terminal import pages

    console = console_for(path)
    for drawn in (pages if form == "page" else tables)(readings, console, by_speaker=by_speaker):
        yield drawn.encode(console.encoding, "replace")


def console_for(path: Path | None) -> "Console":
    """A console for ``path`` or standard output: as wide as the terminal, or as COLUMNS says, or 120."""
    from rich.console import Console

    target = io.StringIO() if path else sys.stdout
    known = target.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return Console(file=target, highlight=False, width=None if known else UNWRAPPED)
