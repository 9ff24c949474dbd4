"""A timeline as a plot of characters: days from left to right, commitment from bottom to top."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct
from rich.style import Style
from rich.text import Text

from onrecord.answer import Line, Step
from onrecord.show.record.axis import Axis, begins, ticks
from onrecord.show.record.days import bounds, parsed, short
from onrecord.show.record.signs import CLOSED, SCALE, TAKEN_BACK, mark, of_position, row
from onrecord.show.styles import SIDES

NARROWEST = 16  # columns of days; with fewer there is no plot
ROOMY = 64  # columns from which on the scale is told in words too
AROUND = 2  # columns on either side, and those that hint at an end that is not known
PLACES = 6  # columns for what has no date
LEFT, RIGHT, UP, DOWN = 1, 2, 4, 8
# What a line looks like that leaves a cell on these sides.
BOX = " ╴╶─╵┘└┴╷┐┌┬│┤├┼"
ASCII_BOX = " ---|+++|+++|+++"
QUIET = Style(dim=True)


class Cell(Struct):
    """A character of the plot: what it is, or on which sides a line leaves it."""

    sides: int = 0
    sign: str = ""
    style: Style = QUIET


class Signs(Struct, frozen=True):
    """The characters that a plot is made of, for terminals that have them and for others."""

    plain: bool = False

    def of(self, cell: Cell) -> str:
        """The character of a cell."""
        return cell.sign or (ASCII_BOX if self.plain else BOX)[cell.sides]

    def step(self, step: Step) -> str:
        """The sign of a position."""
        if step.position.superseded:
            return TAKEN_BACK[self.plain]
        return mark(of_position(step.position), plain=self.plain)

    @property
    def bar(self) -> tuple[str, str, str]:
        """What a day lies between that is not known exactly."""
        return "[", "." if self.plain else "╌", "]"

    @property
    def upright(self) -> str:
        """The day on which it was decided."""
        return ":" if self.plain else "┊"


class Grid:
    """Seven rows of cells, and the columns for what has no date behind them."""

    def __init__(self, axis: Axis, width: int, undated: int, signs: Signs) -> None:
        self.axis = axis
        self.width = width
        self.signs = signs
        self.cells = [[Cell() for _ in range(width + undated)] for _ in SCALE]

    def column(self, day: date) -> int:
        """The column of a day."""
        return AROUND + round(self.axis.at(day) * (self.width - 1 - 2 * AROUND))

    def place(self, step: Step) -> tuple[int, int] | None:
        """Row and column of a position whose day is known, or between which days it is."""
        days = bounds(step)
        if days is None:
            return None
        return row(step.position.value), self.column(days.middle)

    def join(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        """Lead a line from one position to the next: along its row, then on the day of the next one to it."""
        (above, start), (below, end) = one, other
        for left, right in pairwise(range(min(start, end), max(start, end) + 1)):
            self.cells[above][left].sides |= RIGHT
            self.cells[above][right].sides |= LEFT
        for upper, lower in pairwise(range(min(above, below), max(above, below) + 1)):
            self.cells[upper][end].sides |= DOWN
            self.cells[lower][end].sides |= UP

    def stretch(self, step: Step) -> None:
        """Draw the days between which a position was taken."""
        days, place = bounds(step), self.place(step)
        if days is None or place is None:
            return
        first, last = self.column(days.first), self.column(days.last)
        opening, inside, closing = self.signs.bar
        if days.open:
            beside = (
                range(first - AROUND, first) if days.open == "before" else range(last + 1, last + 1 + AROUND)
            )
            for column in beside:
                self.put(place[0], column, inside, QUIET, over=False)
            return
        for column in range(first, last + 1 if last > first else first):
            sign = opening if column == first else closing if column == last else inside
            self.put(place[0], column, sign, QUIET)

    def put(self, row: int, column: int, sign: str, style: Style, *, over: bool = True) -> None:
        """Set a character, unless it is off the plot; without ``over`` only where nothing is yet."""
        if not 0 <= column < len(self.cells[row]):
            return
        cell = self.cells[row][column]
        if over or not (cell.sides or cell.sign):
            cell.sign, cell.style = sign, style

    def raise_mark(self, day: date) -> None:
        """Draw the day on which it was decided, behind everything else."""
        for cells in self.cells:
            cell = cells[self.column(day)]
            if not cell.sides and not cell.sign:
                cell.sign, cell.style = self.signs.upright, Style()


def plot(line: Line, axis: Axis, width: int, *, behind: bool = False, plain: bool = False) -> list[Text]:
    """``line`` as lines of ``width`` characters at most; none where there is no room.

    A sign a position, in the order of saying; those of one day and one value share one. What was taken back
    is crossed out and leads nowhere. Brackets hold the days between which a position was taken, where that is
    all that is known; what has no date stands behind the axis. With ``behind`` there is room for that in any
    case, so that several plots have one axis.
    """
    signs = Signs(plain)
    undated = [step for step in line.steps if bounds(step) is None]
    beyond = PLACES + 3 if undated or behind else 0  # a gap, and their signs
    named = [f"{word:>12} {value:<3}" if width >= ROOMY else f"{value:<3}" for value, word in SCALE]
    room = width - len(named[0]) - 2 - beyond
    if room < NARROWEST:
        return []
    grid = Grid(axis, room, beyond, signs)
    _draw(line.steps, grid)
    outcome = line.event.outcome
    if outcome and (on := parsed(outcome.on)):
        grid.raise_mark(on)
    _draw_undated(undated, grid)
    drawn = [_row(name, cells, signs) for name, cells in zip(named, grid.cells, strict=True)]
    return [*drawn, *_below(axis, len(named[0]), room, signs, undated=bool(undated))]


def key(line: Line, *, plain: bool = False) -> str:
    """What the signs of a plot stand for that it would not explain itself."""
    signs, found = Signs(plain), []
    if any(step.position.superseded for step in line.steps):
        found.append(f"{TAKEN_BACK[plain]} taken back")
    known = [days for step in line.steps if (days := bounds(step))]
    if any(not days.exact and not days.open for days in known):
        found.append(f"{''.join(signs.bar)} between these days")
    dashes, sign = signs.bar[1] * AROUND, "*" if plain else "△"
    if any(days.open == "before" for days in known):
        found.append(f"{dashes}{sign} by that day")
    if any(days.open == "after" for days in known):
        found.append(f"{sign}{dashes} from that day on")
    outcome = line.event.outcome
    if outcome and (on := parsed(outcome.on)):
        happened = "took place" if outcome.happened else "did not take place"
        found.append(f"{signs.upright} {CLOSED[outcome.happened][plain]} {happened} on {short(on)}")
    return ("; " if plain else " · ").join(found)


def _draw(steps: Sequence[Step], grid: Grid) -> None:
    standing = [place for step in steps if not step.position.superseded and (place := grid.place(step))]
    for one, other in pairwise(standing):
        grid.join(one, other)
    for step in steps:
        grid.stretch(step)
    for step in sorted(steps, key=lambda step: step.position.superseded is None):
        if place := grid.place(step):
            grid.put(*place, grid.signs.step(step), _style(step))


def _draw_undated(steps: Sequence[Step], grid: Grid) -> None:
    for number, step in enumerate(steps):
        column = grid.width + 2 + min(number, PLACES)
        grid.put(row(step.position.value), column, grid.signs.step(step), _style(step))


def _style(step: Step) -> Style:
    return QUIET if step.position.superseded else SIDES[of_position(step.position).side]


def _row(name: str, cells: Sequence[Cell], signs: Signs) -> Text:
    drawn = Text(no_wrap=True).append(f"{name} {'|' if signs.plain else '┤'}", QUIET)
    for cell in cells:
        drawn.append(signs.of(cell), cell.style)
    drawn.rstrip()
    return drawn


def _below(axis: Axis, indent: int, room: int, signs: Signs, *, undated: bool) -> Iterator[Text]:
    """The axis, and the days that are told under it."""
    inner = room - 2 * AROUND
    told = ticks(axis, inner)
    corner, rule, notch = ("+", "-", "+") if signs.plain else ("└", "─", "┬")
    marked = {AROUND + round(axis.at(tick.day) * (inner - 1)) for tick in told}
    line = "".join(notch if column in marked else rule for column in range(room))
    yield Text(f"{' ' * indent} {corner}{line}", QUIET, no_wrap=True)
    labels = ""
    for tick in told:
        labels = labels.ljust(AROUND + begins(tick, axis, inner)) + tick.label
    labels = f"{labels.ljust(room)}  no date" if undated else labels
    yield Text(f"{' ' * (indent + 2)}{labels}", QUIET, no_wrap=True)
