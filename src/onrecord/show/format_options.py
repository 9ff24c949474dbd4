"""Options of commands that write: an option a format, of which one may be given, and --output."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.show.run import STDIN

Command = TypeVar("Command", bound=Callable[..., Any])


def format_options(formats: Mapping[str, str]) -> Callable[[Command], Command]:
    """An option a format of ``formats``, with what it says of it, for `target` to choose by."""

    def add(command: Command) -> Command:
        for name, told in reversed(list(formats.items())):
            flags = ["-t", "--table"] if name == "table" else [f"--{name}"]
            option = click.option(*flags, name, is_flag=True, expose_value=False, callback=_chosen, help=told)
            command = option(command)
        return command

    return add


def output_option(command: Command) -> Command:
    """--output, a path whose end tells the format."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Write to FILE. Its name tells the format, as in out.csv, unless a format is given.",
    )(command)


def target(
    context: click.Context, output: Path | None, suffixes: Mapping[str, str], on_screen: str
) -> tuple[Path | None, str]:
    """Where to write, and in which format: the given one, that of the file's name, or the usual one.

    ``suffixes`` tells which format the end of a name stands for; ``on_screen`` is usual on a terminal.
    """
    output = None if output == STDIN else output
    chosen = context.meta.get(__name__, [])
    if len(chosen) > 1:
        flags = " and ".join(f"--{name}" for name in chosen)
        raise click.UsageError(f"{flags} exclude each other: choose one.")
    if chosen:
        return output, chosen[0]
    if output is None:
        return None, on_screen if sys.stdout.isatty() else "json"
    if form := suffixes.get(output.suffix.lower()):
        return output, form
    raise click.UsageError(
        f"No format is known for {output.name!r}: end it in {', '.join(suffixes)}, or add a flag like --json."
    )


def _chosen(context: click.Context, option: click.Parameter, given: bool) -> None:
    if given:
        context.meta.setdefault(__name__, []).append(option.name)
