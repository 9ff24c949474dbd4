"""The list under an article on a terminal: each statement, who said it, and through whom it came."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.reading import Reading
from onrecord.show.chain import qualities
from onrecord.show.claims import Told, by_statement, degrees, told
from onrecord.show.order import groups
from onrecord.show.people import agents_of
from onrecord.show.segments import Role
from onrecord.show.styles import STYLES, Brackets, cell, heading, indent, passed_on, plain_table
from onrecord.show.visible import one_line, shortened
from onrecord.span import words
from onrecord.statement import Agent, Statement

# Characters of each, since the whole of it stands above.
SHORT: dict[Role, int] = {"source": 40, "cue": 30, "content": 80}
CLAIM = 80  # characters of a claim
WHY = 120  # characters of a reason


def listing(reading: Reading, brackets: Brackets, *, by_speaker: bool = False) -> Iterator[RenderableType]:
    """The statements of a page's article, numbered as their marks in the text are.

    A statement inside another one stands below it and to the right; ``by_speaker``, below its speaker.
    """
    known = _Known(reading, agents_of(reading), by_statement(told(reading)), brackets)
    if not by_speaker:
        yield _list(known, range(1, len(reading.statements) + 1), indented=True)
        return
    for place, group in enumerate(groups(reading)):
        yield Padding(heading(group, known.agents), (1 if place else 0, 0, 0, 0))
        yield _list(known, group.numbers, indented=False)


class _Known(Struct, frozen=True):
    """What a row is drawn from. ``claims`` are those of each statement, by its id."""

    reading: Reading
    agents: Mapping[str, Agent]
    claims: Mapping[str, list[Told]]
    brackets: Brackets


def _list(known: _Known, numbers: Iterable[int], *, indented: bool) -> Table:
    statements = known.reading.statements
    places = {statement.id: number for number, statement in enumerate(statements, start=1)}
    table = plain_table()
    table.show_header = indented
    table.add_column("#", no_wrap=True, style="dim")
    table.add_column("statement, and who passed it on", ratio=1, overflow="fold")
    table.add_column("how sure, kind" if known.claims else "kind", min_width=8)
    table.add_column("p", justify="right", no_wrap=True)
    for number in numbers:
        statement = statements[number - 1]
        parent = places.get(statement.parent or "")
        sure = [known.brackets.marked(each) for each in degrees(known.claims.get(statement.id, []))]
        body = Text("\n").join(_lines(statement, known))
        table.add_row(
            cell(f"{number:>2} in {parent}" if parent else f"{number:>2}"),
            Padding(body, (0, 0, 0, 3 * indent(statement) if indented else 0)),
            Text("\n").join([*sure, *map(Text, qualities(statement))]),
            cell(f"{statement.p:.2f}"),
        )
    return table


def _lines(statement: Statement, known: _Known) -> Iterator[Text]:
    """The words, the chain, the question, and what tells how sure it is, as far as there are any."""
    text, brackets = known.reading.article.text, known.brackets
    said = Text()
    for role, length in SHORT.items():
        if part := shortened(one_line(words(getattr(statement, role), text)), length):
            opening, closing = brackets.around(role)
            said.append(" " if said else "")
            said.append(opening, STYLES["mark"]).append(part, STYLES[role]).append(closing, STYLES["mark"])
    yield said
    yield from passed_on(statement, known.agents, text)
    claims = known.claims.get(statement.id, [])
    for claim in claims:
        if len(claims) > 1 or not _plain(claim):
            yield _footnote(claim, brackets, alone=len(claims) == 1)


def _plain(claim: Told) -> bool:
    """Whether there is nothing to explain: a flat "says so" that nobody around adds anything to."""
    return not claim.committed and (claim.degree is None or claim.degree.plain)


def _footnote(claim: Told, brackets: Brackets, *, alone: bool) -> Text:
    """Of which claim, where there are several; by which words, and why."""
    line = brackets.marked(claim.degree, word=not alone) if claim.degree else Text("not read", "dim")
    if not alone:
        line.append(": ", "dim").append(shortened(claim.text, CLAIM))
    if claim.condition:
        line.append("; condition: ", "dim").append(shortened(claim.condition, CLAIM))
    if not _plain(claim):
        line.append(" " if alone else "; ", "dim")
        line.append(", ".join(f"“{each}”" for each in claim.evidence), "italic")
        line.append(": " if claim.evidence and claim.why else "", "dim")
        line.append(shortened(claim.why, WHY), "dim")
    for other in claim.committed:
        line.append("; ", "dim").append(f"{other.name} ").append_text(brackets.marked(other.degree))
    return line
