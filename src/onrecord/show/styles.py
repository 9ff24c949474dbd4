"""How a terminal tells things apart: styles, chains and headings as rich draws them."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from rich import box
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from onrecord.show.chain import BETWEEN, Step, answered, steps
from onrecord.show.order import Group
from onrecord.show.people import introduced
from onrecord.show.segments import Role
from onrecord.show.stances import Degree, Side
from onrecord.show.totals import counted
from onrecord.show.visible import one_line, shortened
from onrecord.statement import Agent, Statement

STYLES: dict[str, Style] = {
    "source": Style(bold=True, color="color(32)"),
    "cue": Style(italic=True, color="color(166)"),
    "content": Style(color="color(29)"),
    "mark": Style(dim=True),
}
# Of middling brightness, so that they stand out from dark and from light; the mark says the same.
SIDES: dict[Side, Style] = {
    "for": Style(bold=True, color="color(29)"),
    "leans_for": Style(color="color(29)"),
    "against": Style(bold=True, color="color(160)"),
    "leans_against": Style(color="color(160)"),
    "unknown": Style(color="color(133)"),
    "silent": Style(color="color(133)"),
    "open": Style(color="color(67)"),
}
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
QUESTION = 100  # characters of a question
DEEPEST = 3  # levels below the outermost one that an indent tells apart


class Brackets(Struct, frozen=True):
    """What stands around source, cue and content, so that a page reads without colour."""

    source: tuple[str, str] = ("[", "]")
    cue: tuple[str, str] = ("‹", "›")
    content: tuple[str, str] = ("⟦", "⟧")
    superscript: bool = True

    def around(self, role: Role, numbers: Iterable[int] = ()) -> tuple[str, str]:
        """The brackets for a role, the closing one with the numbers of its statements."""
        listed = [str(number) for number in numbers]
        raised = "·".join(listed).translate(SUPERSCRIPT) if self.superscript else ",".join(listed)
        opening, closing = {"source": self.source, "cue": self.cue, "content": self.content}[role]
        return opening, closing + raised

    def marked(self, degree: Degree, *, word: bool = True) -> Text:
        """How sure somebody is: mark and word in the colour of its side, quiet where it is what most are."""
        style = Style(dim=True) if degree.plain else SIDES[degree.side]
        told = str(degree) if self.superscript else degree.ascii
        return Text(told if word else told.split()[0], style)


ASCII = Brackets(cue=("<", ">"), content=("{", "}"), superscript=False)


def brackets_for(console: Console) -> Brackets:
    """The brackets that ``console`` has the signs for."""
    return Brackets() if console.encoding.startswith("utf") else ASCII


def passed_on(statement: Statement, agents: Mapping[str, Agent], text: str) -> Iterator[Text]:
    """The chain and the question that the statement answers, as far as they are known: a line each."""
    if chain := steps(statement, agents, text):
        yield _line(chain)
    if question := answered(statement, agents, text):
        yield Text(shortened(question, QUESTION), "italic")


def _line(found: tuple[Step, ...]) -> Text:
    """The chain as a line in which inherited hops are dim and the speaker stands out."""
    line = Text()
    for place, step in enumerate(found, start=1):
        speaker = place == len(found) and step.relation is not None
        line.append(str(step), Style(bold=speaker, dim=not step.explicit))
        line.append(BETWEEN if place < len(found) else "", "dim")
    return line


def heading(group: Group, agents: Mapping[str, Agent]) -> Text:
    """Who speaks, as what and for whom, and how often."""
    name, more = introduced(group.agent, agents) if group.agent else ("unresolved", "")
    count = counted(len(group.numbers), "statement")
    return Text.assemble((name, "bold"), f", {more}" if more else "", (f" · {count}", "dim"))


def cell(words: object) -> Text:
    """Words as a cell: a stranger's text, in which nothing is markup."""
    return Text(one_line(str(words)))


def indent(statement: Statement) -> int:
    """How many steps to the right a statement stands for being inside others."""
    return max(0, min(statement.level - 1, DEEPEST))


def plain_table(title: Text | None = None) -> Table:
    """A table with a line under its head and no other."""
    return Table(
        title=title,
        title_justify="left",
        title_style="",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        expand=True,
    )
