"""Answers -> bytes: a page for a terminal, JSON as it is, flat rows for spreadsheets and for the eye."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from rich.console import Console, RenderableType
from rich.padding import Padding

from onrecord.show.formats import console_for, on_terminal
from onrecord.show.rows import csv_line, encoded
from onrecord.show.styles import cell, plain_table

WIDEST = 100  # columns of a page; longer lines lose the eye on its way back


class Column(Struct, frozen=True):
    """A column of a table for the eye: a field of the rows, and how much of the width it takes."""

    field: str
    ratio: int | None = None
    right: bool = False


class View(Struct, frozen=True):
    """How one kind of answer is drawn and laid out.

    ``page`` draws answers for a console. ``flat`` makes rows of one answer, of the type ``row``, and
    ``columns`` are those of their fields that fit on a screen. ``picture`` draws an answer as SVG.
    """

    page: Callable[[Iterable[Any], Console], Iterator[RenderableType]]
    flat: Callable[[Any], Iterable[Struct]]
    row: type[Struct]
    columns: Sequence[Column]
    picture: Callable[[Any], str] | None = None
    rows: str = "rows"  # the field of an answer that holds what is a line each in JSON lines


def written(answers: Iterable[Any], form: str, path: Path | None, view: View) -> Iterator[bytes]:
    """``answers``, the pages of one list, in the format ``form``, for ``path`` or for standard output.

    JSON is one object: the first answer with the rows of all.
    """
    match form:
        case "svg" if view.picture is not None:
            yield from (view.picture(answer).encode() for answer in answers)
        case "json":
            yield msgspec.json.format(encoded(_whole(answers, view.rows)), indent=2) + b"\n"
        case "nl":
            for answer in answers:
                for row in getattr(answer, view.rows):
                    yield encoded(row) + b"\n"
        case "csv":
            yield from _csv(answers, path, view)
        case _:
            console = console_for(path)
            drawn = (_table(answers, view),) if form == "table" else _page(answers, console, view)
            for part in drawn:
                with console.capture() as captured:
                    console.print(part)
                yield _trimmed(captured.get(), console).encode(console.encoding, "replace")


def _trimmed(page: str, console: Console) -> str:
    """``page`` without the blanks that fill its lines, which in a file are only in the way."""
    if console.is_terminal:
        return page
    return "".join(f"{line.rstrip()}\n" for line in page.removesuffix("\n").split("\n"))


def nothing(answers: Iterable[Any], console: Console) -> Iterator[RenderableType]:
    """The page of what is only listed: there is none."""
    del answers, console
    return iter(())


def ascii_only(console: Console) -> bool:
    """Whether ``console`` has no signs but those of ASCII."""
    return not console.encoding.startswith("utf")


def _whole(answers: Iterable[Any], rows: str) -> Any:
    first, *others = answers
    if not others:
        return first
    every = tuple(row for answer in (first, *others) for row in getattr(answer, rows))
    return msgspec.structs.replace(first, **{rows: every, "next": others[-1].next})


def _csv(answers: Iterable[Any], path: Path | None, view: View) -> Iterator[bytes]:
    yield csv_line(view.row.__struct_fields__)
    for answer in answers:
        for row in view.flat(answer):
            yield csv_line(map(_plain, msgspec.structs.astuple(row)), terminal=on_terminal(path))


def _plain(value: object) -> str | float:
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, str | int | float) else "" if value is None else str(value)


def _table(answers: Iterable[Any], view: View) -> RenderableType:
    table = plain_table()
    for column in view.columns:
        justify: Any = "right" if column.right else "left"
        fixed = column.ratio is None
        table.add_column(
            column.field.replace("_", " "),
            ratio=column.ratio,
            justify=justify,
            no_wrap=fixed,
            overflow="ellipsis" if fixed else "fold",
        )
    for answer in answers:
        for row in view.flat(answer):
            table.add_row(*(cell(_plain(getattr(row, column.field))) for column in view.columns))
    return table


def _page(answers: Iterable[Any], console: Console, view: View) -> Iterator[RenderableType]:
    console.width = min(console.width, WIDEST)
    return (Padding(part, (0, 1)) for part in view.page(answers, console))
