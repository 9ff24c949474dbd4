"""What commands that ask a record have in common: which record, where to write, in which format, how much."""

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from onrecord.show.format_options import format_options, output_option, target
from onrecord.show.record.running import run

if TYPE_CHECKING:
    from onrecord.show.record.forms import View

ANSWERS = {
    "page": "To be read. The default on a terminal.",
    "json": "One object. The default in a pipe.",
    "nl": "JSON lines: an object a line.",
    "csv": "Rows for a spreadsheet.",
    "table": "Rows for the eye.",
}
TIMELINES = {**ANSWERS, "svg": "A picture for a browser, which needs nothing else."}
LAYERS = {
    "table": "Rows for the eye. The default on a terminal.",
    "json": "An array. The default in a pipe.",
    "nl": "JSON lines: an object a line, as it is found.",
    "csv": "Rows for a spreadsheet.",
}
SUFFIXES = {".json": "json", ".jsonl": "nl", ".ndjson": "nl", ".csv": "csv", ".svg": "svg", ".txt": "page"}
ALL_AT_ONCE = 500  # rows of an answer where all of them are asked for
LONGEST = 100_000  # bytes that are read of a query from standard input

Function = Callable[..., Any]


class Asked(Struct, frozen=True):
    """A record, where the answer goes, and how much of it is wanted."""

    db: str
    path: Path | None
    form: str
    limit: int
    after: str | None

    def written(
        self, ask: Callable[[int, str | None], Any], view: "View", *, whole: bool = False
    ) -> Iterator[bytes]:
        """What ``ask`` answers to a limit and a place to go on from; for the ``whole``, page after page."""
        from onrecord.show.record.forms import written

        return written(self._answers(ask, whole=whole), self.form, self.path, view)

    def _answers(self, ask: Callable[[int, str | None], Any], *, whole: bool) -> Iterator[Any]:
        answer = ask(ALL_AT_ONCE if whole else self.limit, self.after)
        yield answer
        while whole and answer.next:
            answer = ask(ALL_AT_ONCE, answer.next)
            yield answer


def asking(formats: Mapping[str, str], *, limit: int = 0) -> Callable[[Function], Function]:
    """Make a command of a function that takes an `Asked` and its own options, and gives bytes.

    It gets the argument DB, an option a format of ``formats`` of which one may be given, --output, and, where
    there is a usual ``limit``, --limit and --after.
    """

    def make(function: Function) -> Function:
        @wraps(function)
        def command(
            *, db: str, output: Path | None, limit: int = 0, after: str | None = None, **own: Any
        ) -> None:
            context = click.get_current_context()
            usual = next(iter(formats))
            known = {end: form for end, form in {**SUFFIXES, ".txt": usual}.items() if form in formats}
            path, form = target(context, output, known, usual)
            asked = Asked(db, path, form, limit, after)
            context.exit(run(lambda: function(asked, **own), path))

        options = [format_options(formats), output_option, *(_paging(limit) if limit else ())]
        made: Function = command
        for option in (*reversed(options), click.argument("db", metavar="DB")):
            made = option(made)
        return made

    return make


def query_argument(function: Function) -> Function:
    """What is asked: all words that are left over; "-" is standard input."""
    return click.argument("query", nargs=-1, metavar="[QUERY]...", callback=_said)(function)


def statement_argument(function: Function) -> Function:
    """Which statement: an id or a query, "-" for standard input."""
    metavar = "STATEMENT|QUERY..."
    return click.argument("asked_for", nargs=-1, required=True, metavar=metavar, callback=_said)(function)


def _paging(limit: int) -> Iterator[Callable[[Function], Function]]:
    yield click.option(
        "--limit",
        metavar="N",
        type=click.IntRange(1, 1_000),
        default=limit,
        show_default=True,
        help="N at a time, 1,000 at most.",
    )
    yield click.option(
        "--after", metavar="NEXT", help="Go on behind an answer: with its `next`, or what its page says."
    )


def _said(context: click.Context, option: click.Parameter, words: tuple[str, ...]) -> str:
    del context, option
    if words == ("-",):
        return sys.stdin.buffer.read(LONGEST).decode(errors="replace").strip()
    return " ".join(words)
