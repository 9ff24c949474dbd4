"""The formats of `onrecord read`, each a function from readings to bytes."""

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
    "page": "The article with its statements marked, and a table of them. The default on a terminal.",
    "json": "One object for one article, an array for several. The default in a pipe.",
    "nl": "JSON lines: an object a line, one line an article.",
    "csv": "A row a statement, for a spreadsheet.",
    "table": "A row a statement, for the eye.",
    "html": "One page for a browser, which needs nothing else: send it, print it, keep it.",
}
SUFFIXES = {
    ".json": "json",
    ".jsonl": "nl",
    ".ndjson": "nl",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".txt": "page",
}
UNWRAPPED = 120  # columns where there is no terminal to ask


def written(readings: Iterable[Reading], form: str, path: Path | None) -> Iterator[bytes]:
    """``readings`` in the format ``form``, for the file at ``path`` or for standard output."""
    terminal = path is None and sys.stdout.isatty()
    if form in {"page", "table"}:
        return _drawn(readings, form, path)
    if form == "html":
        from onrecord.show.page import page

        return page(readings)
    from onrecord.show import rows

    if form == "csv":
        return rows.csv_rows(readings, terminal=terminal)
    return rows.json_lines(readings) if form == "nl" else rows.json(readings)


def _drawn(readings: Iterable[Reading], form: str, path: Path | None) -> Iterator[bytes]:
    """What rich draws, in the encoding of the terminal; a character that it lacks becomes a question mark."""
    from onrecord.show.table import tables
    from onrecord.show.terminal import pages

    console = _console(path)
    for drawn in (pages if form == "page" else tables)(readings, console):
        yield drawn.encode(console.encoding, "replace")


def _console(path: Path | None) -> "Console":
    """A console for ``path`` or standard output: as wide as the terminal, or as COLUMNS says, or 120."""
    from rich.console import Console

    target = io.StringIO() if path else sys.stdout
    known = target.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return Console(file=target, highlight=False, width=None if known else UNWRAPPED)
