"""Readings -> tables for a terminal: `onrecord read --table`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.reading import Reading
from onrecord.show.chain import qualities
from onrecord.show.order import groups, nested
from onrecord.show.people import agents_of
from onrecord.show.rows import Row, rows
from onrecord.show.styles import STYLES, cell, heading, indent, passed_on, plain_table
from onrecord.show.view import title
from onrecord.show.visible import one_line
from onrecord.statement import Agent, Statement

Line = tuple[Row, Statement]


def tables(readings: Iterable[Reading], console: Console, *, by_speaker: bool = False) -> Iterator[str]:
    """A table a reading, each chain under what it passed on; the article is named above its rows.

    With ``by_speaker`` an article has a table for each speaker.
    """
    for reading in map(nested, readings):
        lines = list(zip(rows(reading), reading.statements, strict=True))
        agents = agents_of(reading)
        text = reading.article.text
        name = Text.assemble((title(reading), "bold"), (f"  {one_line(reading.article.id)}", "dim"))
        with console.capture() as drawn:
            if by_speaker and lines:
                console.print(name)
                for group in groups(reading):
                    said = [lines[number - 1] for number in group.numbers]
                    console.print()
                    console.print(_table(heading(group, agents), said, agents, text))
            else:
                console.print(_table(name, lines, agents, text, indented=True))
        yield drawn.get() + "\n"


def _table(
    name: Text, lines: Sequence[Line], agents: Mapping[str, Agent], text: str, *, indented: bool = False
) -> Table:
    table = plain_table(name)
    table.add_column("id", no_wrap=True, style="dim")
    table.add_column("kind", no_wrap=True)
    for role, ratio, least in (("source", 3, 12), ("cue", 2, 10), ("content", 6, 20)):
        style = STYLES[role] if role != "content" else None
        table.add_column(role, ratio=ratio, min_width=least, style=style, overflow="fold")
    for number in ("p", "start", "end"):
        table.add_column(number, justify="right", no_wrap=True)
    for row, statement in lines:
        id = Text("  " * indent(statement) if indented else "").append_text(cell(row.id))
        kind = Text("\n".join(qualities(statement)))
        words = cell(row.content)
        words.stylize(STYLES["content"])
        content = Text("\n").join([words, *passed_on(statement, agents, text)])
        others = map(cell, (f"{row.p:.2f}", row.start, row.end))
        table.add_row(id, kind, cell(row.source), cell(row.cue), content, *others)
    if not lines:
        table.add_row("", "", "", "", Text("no statements", "dim"))
    return table
