"""A timeline on a terminal: how the position of each holder on each event moved, step by step."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from onrecord.answer import Line, Step, Timeline
from onrecord.show.record.axis import axis
from onrecord.show.record.days import bounds, when
from onrecord.show.record.forms import Column, View, ascii_only
from onrecord.show.record.notes import ending, nobody, outlet
from onrecord.show.record.plot import key, plot
from onrecord.show.record.signs import CHANGES, TAKEN_BACK, of_position, sure
from onrecord.show.record.told import by_event, heading, moves, outcome, taken_back
from onrecord.show.styles import STYLES
from onrecord.show.totals import counted
from onrecord.show.visible import one_line, shortened

WORDS = 400  # characters of a position; all of it is in JSON
SIDE_BY_SIDE = 70  # columns from which on the words stand beside the date


class Row(Struct, frozen=True):
    """A position as a row of a table; what is not known is empty."""

    event: str
    label: str
    type: str
    mode: str
    holder: str
    said_on: str
    precision: str
    earliest: str
    latest: str
    stance: str
    value: str
    kind: str
    change: str
    text: str
    outlet: str
    url: str
    reports: int
    why: str
    superseded_by: str
    superseded_why: str
    outcome: str
    position: str
    utterance: str
    article: str
    statement: str
    claim: str


def rows(timeline: Timeline) -> Iterator[Row]:
    """A row a position, by event and holder, in order of saying."""
    for line in timeline.rows:
        for step in line.steps:
            yield _row(line, step)


def page(timelines: Iterable[Timeline], console: Console) -> Iterator[RenderableType]:
    """By event, each holder's positions in order, and a plot of them."""
    for timeline in timelines:
        for lines in by_event(timeline.rows):
            yield from _event(lines, console)
        yield from ending(timeline, "position")


def _event(lines: Sequence[Line], console: Console) -> Iterator[RenderableType]:
    plain = ascii_only(console)
    yield Text()
    yield from heading(lines[0].event, plain=plain)
    span = axis(lines)
    behind = any(bounds(step) is None for line in lines for step in line.steps)
    for line in lines:
        some = "" if line.whole else ", some of them"
        yield Text()
        yield Text.assemble(
            (nobody(line.holder), STYLES["source"]),
            (f"  {counted(len(line.steps), 'position')}{some}", "dim"),
        )
        yield _steps(line, console.width, plain=plain)
        if (
            span
            and moves(line)
            and (drawn := plot(line, span, console.width - 4, behind=behind, plain=plain))
        ):
            yield Text()
            yield Padding(Text("\n").join(drawn), (0, 0, 0, 2))
            if explained := key(line, plain=plain):
                yield Padding(Text(explained, "dim"), (0, 0, 0, 2))


def _steps(line: Line, width: int, *, plain: bool) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    beside = width >= SIDE_BY_SIDE
    table.add_column(no_wrap=beside, overflow="fold")
    if beside:
        table.add_column(no_wrap=True)
        table.add_column(ratio=1, overflow="fold")
    year = 0
    for step in line.steps:
        days = bounds(step)
        shown = when(step, year=days is None or days.first.year != year)
        year = days.first.year if days else year
        held, change, words = (
            _sure(step, plain=plain),
            _change(step, plain=plain),
            _words(line, step, plain=plain),
        )
        if beside:
            table.add_row(Text(shown, _faded(step)), Text("\n").join([held, change]), words)
        else:
            table.add_row(Text.assemble((shown, _faded(step)), "  ", held, "  ", change))
            table.add_row(Padding(words, (0, 0, 0, 2)))
    return Padding(table, (0, 0, 0, 2))


def _sure(step: Step, *, plain: bool) -> Text:
    """The stance, with its value."""
    text = sure(of_position(step.position), step.position.value, plain=plain)
    if step.position.superseded:
        text.stylize(Style(dim=True, strike=True))
    return text


def _change(step: Step, *, plain: bool) -> Text:
    """In what a position differs from the one before it."""
    change = step.position.change
    quiet = change in {"first", "repeated"} or step.position.superseded
    return Text(f"{CHANGES[change][plain]} {change}", "dim" if quiet else "bold")


def _words(line: Line, step: Step, *, plain: bool) -> Text:
    position = step.position
    words = Text.assemble((shortened(one_line(position.text), WORDS), STYLES["content"]))
    if position.superseded:
        words.stylize(Style(dim=True, strike=True))
    parts = [outlet(position.article)]
    parts += [counted(position.reports, "report")] if position.reports > 1 else []
    parts.append(position.why)
    words.append("\n" + " · ".join(one_line(part) for part in parts if part), "dim")
    if position.superseded:
        words.append(f"\n{TAKEN_BACK[plain]} {taken_back(line, step)}", "italic")
    return words


def _faded(step: Step) -> Style:
    return Style(dim=True, strike=True) if step.position.superseded else Style(bold=True)


def _row(line: Line, step: Step) -> Row:
    event, position = line.event, step.position
    taken = position.superseded
    return Row(
        event=event.id,
        label=event.label or "",
        type=event.type or "",
        mode=event.mode or "",
        holder=line.holder.name,
        said_on=position.said_on.value if position.said_on else "",
        precision=step.precision,
        earliest=step.earliest or "",
        latest=step.latest or "",
        stance=of_position(position).word,
        value=position.value,
        kind=position.kind or "",
        change=position.change,
        text=position.text,
        outlet=position.article.outlet or "",
        url=position.article.url or "",
        reports=position.reports,
        why=position.why,
        superseded_by=taken.by if taken else "",
        superseded_why=taken.why if taken else "",
        outcome=outcome(event.outcome) if event.outcome else "",
        position=position.id,
        utterance=position.utterance,
        article=position.article.id,
        statement=position.statement,
        claim=position.claim,
    )


def picture(timeline: Timeline) -> str:
    """The timeline as SVG."""
    from onrecord.show.record.svg import svg

    return svg(timeline)


VIEW = View(
    page=page,
    picture=picture,
    flat=rows,
    row=Row,
    columns=(
        Column("label", 4),
        Column("holder", 2),
        Column("said_on"),
        Column("value"),
        Column("change"),
        Column("text", 5),
        Column("reports", right=True),
    ),
)
