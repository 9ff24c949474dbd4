"""Who is given the word, counted, on a terminal."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from rich.console import Console, RenderableType
from rich.text import Text

from onrecord.answer import Count, Stats
from onrecord.show.record.forms import Column, View
from onrecord.show.record.notes import going_on
from onrecord.show.styles import cell, plain_table
from onrecord.show.visible import one_line

NAMED = 2  # speakers who are named under an outlet
# The counts and the shares for which there is room, from how many columns on; all of them are in --csv.
ROOM = (
    (94, ("articles", "statements", "utterances", "speakers"), ("unnamed", "direct", "indirect", "reprints")),
    (76, ("articles", "statements", "speakers"), ("unnamed", "direct", "reprints")),
    (0, ("statements",), ("unnamed", "direct")),
)
SHOWN = ("articles", "statements", "speakers", "unnamed", "direct", "reprints")  # in a table, for its width


class Row(Struct, frozen=True):
    """The counts of an outlet or month; shares are from 0 to 1, and ``top`` names those who say most."""

    name: str
    articles: int
    statements: int
    utterances: int
    speakers: int
    per_speaker: float
    unnamed: float
    direct: float
    indirect: float
    mixed: float
    reprints: float
    top: str


def rows(stats: Stats) -> Iterator[Row]:
    """A row a count; the total is in JSON."""
    return map(_row, stats.rows)


def page(answers: Iterable[Stats], console: Console) -> Iterator[RenderableType]:
    """A table with shares in per cent, and the total under it."""
    for stats in answers:
        yield Text()
        table = plain_table()
        table.add_column(cell(stats.by), ratio=1, min_width=10, overflow="fold")
        counts, shares = next(rest for least, *rest in ROOM if console.width >= least)
        for name in (*counts, *shares):
            table.add_column(name, justify="right", no_wrap=True)
        for count in (*stats.rows, stats.total):
            numbers = [f"{getattr(count, name):,}" for name in counts]
            numbers += [f"{getattr(count, name):.0%}" for name in shares]
            style = "bold" if count is stats.total else None
            table.add_row(_name(count), *map(cell, numbers), style=style)
        yield table
        yield Text("The shares are of the statements, that of reprints is of the articles.", "dim")
        yield from going_on(stats)


def _name(count: Count) -> Text:
    """The outlet or month, and who says most there."""
    text = cell(count.name or "not known")
    most = ", ".join(f"{one_line(spoke.speaker.name)} {spoke.statements:,}" for spoke in count.top[:NAMED])
    return text.append(f"\n{most}", "dim") if most else text


def _row(count: Count) -> Row:
    return Row(
        name=count.name or "",
        **{field: getattr(count, field) for field in Row.__struct_fields__[1:-1]},
        top="; ".join(f"{spoke.speaker.name} ({spoke.statements})" for spoke in count.top),
    )


VIEW = View(
    page=page,
    flat=rows,
    row=Row,
    columns=(Column("name", 3), *(Column(name, right=True) for name in SHOWN)),
)
