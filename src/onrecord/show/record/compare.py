"""Two speakers, or one then and now, side by side on a terminal."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.answer import Comparison, Pair
from onrecord.entry import Position
from onrecord.show.record.days import told
from onrecord.show.record.forms import Column, View, ascii_only
from onrecord.show.record.notes import going_on, nobody, outlet
from onrecord.show.record.signs import STANDS, TAKEN_BACK, of_position, sure
from onrecord.show.record.told import heading
from onrecord.show.styles import STYLES
from onrecord.show.visible import one_line, shortened

SIDE = ("holder", "said_on", "value", "kind", "text", "url", "position")
WORDS = 400  # characters of a position; all of it is in JSON
SIDE_BY_SIDE = 64  # columns from which on two fit beside each other


class Row(Struct, frozen=True):
    """An event with both positions, as a row of a table; a side that said nothing is empty."""

    event: str
    label: str
    stand: str
    left_holder: str
    left_said_on: str
    left_value: str
    left_kind: str
    left_text: str
    left_url: str
    left_position: str
    right_holder: str
    right_said_on: str
    right_value: str
    right_kind: str
    right_text: str
    right_url: str
    right_position: str
    why: str


def rows(comparison: Comparison) -> Iterator[Row]:
    """A row an event."""
    for pair in comparison.rows:
        cells = {**_cells("left", pair.left), **_cells("right", pair.right)}
        yield Row(event=pair.event.id, label=pair.event.label or "", stand=pair.stand, why=pair.why, **cells)


def page(comparisons: Iterable[Comparison], console: Console) -> Iterator[RenderableType]:
    """By event, what is asked for first on the left, and how the right differs from it."""
    plain = ascii_only(console)
    for comparison in comparisons:
        for pair in comparison.rows:
            yield Text()
            yield from heading(pair.event, plain=plain)
            sign = STANDS[pair.stand][plain]
            yield Text.assemble((f"{sign} {pair.stand}", "bold"), (f"  {one_line(pair.why)}", "dim"))
            yield _sides(comparison, pair, console.width, plain=plain)
        if not comparison.rows:
            left, right = one_line(comparison.left), one_line(comparison.right)
            yield Text(f"There is no event on which both {left} and {right} have a position.")
        yield from going_on(comparison)


def _sides(comparison: Comparison, pair: Pair, width: int, *, plain: bool) -> RenderableType:
    beside = width >= SIDE_BY_SIDE
    table = Table.grid(padding=(0, 3, 0, 0), pad_edge=False, expand=True)
    table.add_column(ratio=1, overflow="fold")
    sides = [
        _side(one_line(asked), position, plain=plain)
        for asked, position in ((comparison.left, pair.left), (comparison.right, pair.right))
    ]
    if beside:
        table.add_column(ratio=1, overflow="fold")
        table.add_row(*sides)
    else:
        for side in sides:
            table.add_row(side)
    return Padding(table, (0, 0, 0, 2))


def _side(asked: str, position: Position | None, *, plain: bool) -> Text:
    if position is None:
        return Text.assemble((asked, "dim"), ("\nnothing on record", "italic dim"))
    day = told(position.said_on.value) if position.said_on else "no date"
    text = Text.assemble((nobody(position.holder), STYLES["source"]), (f"  {day}", "bold"), "\n")
    text.append_text(sure(of_position(position), position.value, plain=plain))
    text.append(f"\n{shortened(one_line(position.text), WORDS)}", STYLES["content"])
    text.append(f"\n{outlet(position.article)} · {one_line(position.why)}", "dim")
    if position.superseded:
        text.append(f"\n{TAKEN_BACK[plain]} taken back: {one_line(position.superseded.why)}", "italic")
    return text


def _cells(side: str, position: Position | None) -> dict[str, str]:
    """The columns of one side."""
    if position is None:
        return {f"{side}_{field}": "" for field in SIDE}
    day = position.said_on.value if position.said_on else ""
    told = position.holder.name, day, position.value, position.kind, position.text, position.article.url
    return {f"{side}_{field}": cell or "" for field, cell in zip(SIDE, (*told, position.id), strict=True)}


VIEW = View(
    page=page,
    flat=rows,
    row=Row,
    columns=(
        Column("label", 4),
        Column("stand"),
        Column("left_holder", 2),
        Column("left_value"),
        Column("right_holder", 2),
        Column("right_value"),
    ),
)
