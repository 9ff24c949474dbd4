"""Statements as tables for a terminal: one under each article's page, and `onrecord read --table`."""

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from onrecord.reading import Reading
from onrecord.show.rows import rows
from onrecord.show.visible import one_line, shortened

STYLES: dict[str, Style] = {
    "source": Style(bold=True, color="color(32)"),
    "cue": Style(italic=True, color="color(166)"),
    "content": Style(color="color(29)"),
    "mark": Style(dim=True),
}
SHORT = {
    "source": 40,
    "cue": 30,
    "content": 80,
}  # characters under a page, where the whole of it stands above


def statement_table(reading: Reading) -> Table:
    """The statements of a page's article, numbered as their marks in the text are."""
    numbers = {statement.id: number for number, statement in enumerate(reading.statements, start=1)}
    table = _table()
    table.add_column("#", no_wrap=True, style="dim")
    _add_words(table)
    table.add_column("kind", no_wrap=True)
    table.add_column("p", justify="right", no_wrap=True)
    for (number, row), statement in zip(enumerate(rows(reading), start=1), reading.statements, strict=True):
        parent = numbers.get(statement.parent or "")
        place = f"{number:>2} in {parent}" if parent else f"{number:>2}"
        words = [shortened(one_line(getattr(row, role)), length) for role, length in SHORT.items()]
        table.add_row(*map(_cell, (place, *words, row.kind, f"{row.p:.2f}")))
    return table


def tables(readings: Iterable[Reading], console: Console) -> Iterator[str]:
    """A table a reading, with everything that a row of CSV has; the article is named above its rows."""
    for reading in readings:
        table = _table(title=Text.assemble((one_line(_title(reading)), "bold"), (f"  {_id(reading)}", "dim")))
        table.add_column("id", no_wrap=True, style="dim")
        table.add_column("kind", no_wrap=True)
        _add_words(table)
        for name in ("p", "start", "end"):
            table.add_column(name, justify="right", no_wrap=True)
        for row in rows(reading):
            cells = (row.id, row.kind, row.source, row.cue, row.content, f"{row.p:.2f}", row.start, row.end)
            table.add_row(*(_cell(str(cell)) for cell in cells))
        if not reading.statements:
            table.add_row("", "", "", "", Text("no statements", "dim"))
        with console.capture() as drawn:
            console.print(table)
        yield drawn.get() + "\n"


def _table(title: Text | None = None) -> Table:
    return Table(
        title=title,
        title_justify="left",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        expand=True,
    )


def _add_words(table: Table) -> None:
    for role, ratio, least in (("source", 3, 12), ("cue", 2, 10), ("content", 6, 20)):
        table.add_column(role, ratio=ratio, min_width=least, style=STYLES[role], overflow="fold")


def _cell(words: str) -> Text:
    return Text(one_line(words))


def _title(reading: Reading) -> str:
    return (
        reading.article.title
        or shortened(one_line(reading.article.text[:200]).strip(), 80)
        or "Empty article"
    )


def _id(reading: Reading) -> str:
    return one_line(reading.article.id)
