"""The command `onrecord`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord import __version__
from onrecord.errors import OnrecordError
from onrecord.show.formats import FORMATS, SUFFIXES

STDIN = Path("-")
MANY_IN_ONE = {".json", ".jsonl", ".ndjson"}  # files that hold nobody knows how many articles
UNREAD, INTERRUPTED, PIPE_CLOSED = 1, 130, 141  # the last two are what a shell calls SIGINT and SIGPIPE

Command = TypeVar("Command", bound=Callable[..., Any])


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: onrecord read article.txt",
)
@click.version_option(__version__, message="onrecord %(version)s")
def main() -> None:
    """Read news reports and keep the record: who said what, and in whose words."""


def format_flags(command: Command) -> Command:
    """An option a format, of which one may be given."""

    def chosen(context: click.Context, option: click.Parameter, given: bool) -> None:
        if given:
            context.meta.setdefault(__name__, []).append(option.name)

    for name, told in reversed(FORMATS.items()):
        flags = ["-t", "--table"] if name == "table" else [f"--{name}"]
        option = click.option(*flags, name, is_flag=True, expose_value=False, callback=chosen, help=told)
        command = option(command)
    return command


@main.command()
@click.argument("files", nargs=-1, metavar="FILE|DIR|-...", type=click.Path(path_type=Path))
@format_flags
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write to FILE. Its name tells the format, as in out.html, unless a format is given.",
)
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Read N articles at a time.",
)
@click.pass_context
def read(context: click.Context, files: tuple[Path, ...], output: Path | None, jobs: int) -> None:
    """Find each statement in news reports: who, the cue, the words.

    FILE is a report as plain text, or JSON lines with "text" (or "headline" and "body"). Of a DIR every
    such file is read. - is standard input.

    \b
    Examples:
      onrecord read article.txt
      onrecord read --html -o page.html articles/
      onrecord read wire.jsonl --nl | jq .statements
      curl -s https://example.org/report.txt | onrecord read -

    What cannot be read gets a line on standard error, the rest is read, and the exit code is 1. In CSV an
    apostrophe stands before a cell that a spreadsheet would take for a formula; JSON has the exact words.
    """
    if not files and sys.stdin.isatty():
        raise click.UsageError("Name a file, a folder, or - for standard input: onrecord read article.txt")
    output = None if output == STDIN else output
    form = _form(context.meta.get(__name__, []), output)
    context.exit(_read(files or (STDIN,), form=form, output=output, jobs=jobs))


def _form(chosen: list[str], output: Path | None) -> str:
    """The format that was asked for, or that the file's name or the terminal asks for."""
    if len(chosen) > 1:
        raise click.UsageError(
            f"{' and '.join(f'--{name}' for name in chosen)} exclude each other: choose one."
        )
    if chosen:
        return chosen[0]
    if output is None:
        return "page" if sys.stdout.isatty() else "json"
    if form := SUFFIXES.get(output.suffix.lower()):
        return form
    raise click.UsageError(
        f"No format is known for {output.name!r}: end it in {', '.join(SUFFIXES)}, or add a flag like --json."
    )


def _read(files: tuple[Path, ...], *, form: str, output: Path | None, jobs: int) -> int:
    """Read, write, and say how it went as an exit code."""
    from onrecord.pipeline import read_files
    from onrecord.show.formats import written
    from onrecord.show.output import hush, opened
    from onrecord.show.progress import Tally, followed

    tally = Tally()
    on_screen = output is None and sys.stdout.isatty()
    plain = all(
        file != STDIN and file.suffix.lower() not in MANY_IN_ONE and not file.is_dir() for file in files
    )
    try:
        items = read_files(files, stdin=sys.stdin.buffer if STDIN in files else None, jobs=jobs)
        readings = followed(
            items, tally, bar=sys.stderr.isatty() and not on_screen, total=len(files) if plain else None
        )
        with opened(output) as out:
            try:
                for data in written(readings, form, output):
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
