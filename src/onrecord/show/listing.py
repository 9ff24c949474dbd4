"""The list under an article on a terminal: each statement, who said it, and through whom it came."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.reading import Reading
from onrecord.show.chain import qualities
from onrecord.show.order import groups
from onrecord.show.people import agents_of
from onrecord.show.segments import Role
from onrecord.show.styles import STYLES, Brackets, cell, heading, indent, passed_on, plain_table
from onrecord.show.visible import one_line, shortened
from onrecord.span import words
from onrecord.statement import Agent, Statement

# Characters of each, since the whole of it stands above.
SHORT: dict[Role, int] = {"source": 40, "cue": 30, "content": 80}


def listing(reading: Reading, brackets: Brackets, *, by_speaker: bool = False) -> Iterator[RenderableType]:
    """The statements of a page's article, numbered as their marks in the text are.

    A statement inside another one stands below it and to the right; ``by_speaker``, below its speaker.
    """
    agents = agents_of(reading)
    if not by_speaker:
        numbers = range(1, len(reading.statements) + 1)
        yield _list(reading, agents, numbers, brackets, indented=True)
        return
    for place, group in enumerate(groups(reading)):
        yield Padding(heading(group, agents), (1 if place else 0, 0, 0, 0))
        yield _list(reading, agents, group.numbers, brackets, indented=False)


def _list(
    reading: Reading,
    agents: Mapping[str, Agent],
    numbers: Iterable[int],
    brackets: Brackets,
    *,
    indented: bool,
) -> Table:
    places = {statement.id: number for number, statement in enumerate(reading.statements, start=1)}
    table = plain_table()
    table.show_header = indented
    table.add_column("#", no_wrap=True, style="dim")
    table.add_column("statement, and who passed it on", ratio=1, overflow="fold")
    table.add_column("kind", min_width=8)
    table.add_column("p", justify="right", no_wrap=True)
    for number in numbers:
        statement = reading.statements[number - 1]
        parent = places.get(statement.parent or "")
        body = Text("\n").join(_lines(statement, agents, reading.article.text, brackets))
        table.add_row(
            cell(f"{number:>2} in {parent}" if parent else f"{number:>2}"),
            Padding(body, (0, 0, 0, 3 * indent(statement) if indented else 0)),
            Text("\n".join(qualities(statement))),
            cell(f"{statement.p:.2f}"),
        )
    return table


def _lines(
    statement: Statement, agents: Mapping[str, Agent], text: str, brackets: Brackets
) -> Iterator[Text]:
    """The words, the chain, and the question, as far as there are any."""
    said = Text()
    for role, length in SHORT.items():
        if part := shortened(one_line(words(getattr(statement, role), text)), length):
            opening, closing = brackets.around(role)
            said.append(" " if said else "")
            said.append(opening, STYLES["mark"]).append(part, STYLES[role]).append(closing, STYLES["mark"])
    yield said
    yield from passed_on(statement, agents, text)
