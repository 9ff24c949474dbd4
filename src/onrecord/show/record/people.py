"""The people of a record on a terminal, and what was decided about who is who."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.answer import People
from onrecord.entry import Judgement, Person, Role
from onrecord.show.record.days import between, parsed, told
from onrecord.show.record.forms import Column, View
from onrecord.show.record.notes import LONGEST, ending
from onrecord.show.styles import STYLES
from onrecord.show.totals import counted
from onrecord.show.visible import one_line, shortened

ROLES = 4  # that are listed of a person
NAMES = 6


class Row(Struct, frozen=True):
    """A person as a row of a table; several names or roles stand with "; " between."""

    id: str
    name: str
    kind: str
    names: str
    roles: str
    wikidata: str
    statements: int
    articles: int
    first: str
    last: str
    why: str


class Decided(Struct, frozen=True):
    """The judgements of a record as an answer."""

    rows: tuple[Judgement, ...]
    next: str | None = None
    query: str = ""


def rows(people: People) -> Iterator[Row]:
    """A row a person."""
    for one in people.rows:
        yield Row(
            id=one.id,
            name=one.name,
            kind=one.kind,
            names="; ".join(one.names),
            roles="; ".join(map(_role, one.roles)),
            wikidata=one.wikidata or "",
            statements=one.statements,
            articles=one.articles,
            first=one.first or "",
            last=one.last or "",
            why="; ".join(one.why),
        )


def page(answers: Iterable[People], console: Console) -> Iterator[RenderableType]:
    """Each person with the id to ask for, other names, roles and days."""
    del console  # as wide as it comes
    for answer in answers:
        for person in answer.rows:
            yield Text()
            yield _head(person)
            if lines := list(_about(person)):
                yield Padding(Text("\n").join(lines), (0, 0, 0, 2))
        yield from ending(answer, "person")


def _head(person: Person) -> Text:
    counts = f"{counted(person.statements, 'statement')} in {counted(person.articles, 'article')}"
    parts = [person.kind, counts, _days(person.first, person.last)]
    name = shortened(one_line(person.name).strip(), LONGEST) or person.id
    about = " · ".join(part for part in parts if part)
    return Text.assemble(
        (name, STYLES["source"]), (f"  {one_line(person.id)}", "dim"), f"  {one_line(about)}"
    )


def _about(person: Person) -> Iterator[Text]:
    others = [one_line(name) for name in person.names if name != person.name]
    if others:
        more = f" and {len(others) - NAMES:,} more" if len(others) > NAMES else ""
        yield Text(f"also {', '.join(others[:NAMES])}{more}")
    for role in person.roles[:ROLES]:
        about = [_days(role.first, role.last), counted(role.articles, "article")]
        told_by = ", ".join(part for part in about if part)
        yield Text.assemble(one_line(_role(role)), (f"  {told_by}", "dim"))
    if len(person.roles) > ROLES:
        yield Text(f"and {counted(len(person.roles) - ROLES, 'more role')}", "dim")
    if person.wikidata:
        yield Text(f"Wikidata {one_line(person.wikidata)}", "dim")
    if person.why:
        yield Text(f"one person because of: {one_line('; '.join(person.why))}", "dim")


def _role(role: Role) -> str:
    return f"{role.role}, {role.organization}" if role.organization else role.role


def _days(first: str | None, last: str | None) -> str:
    one, other = parsed(first), parsed(last)
    return between(one, other) if one and other and one <= other else told(first or last)


def judgement_page(answers: Iterable[Decided], console: Console) -> Iterator[RenderableType]:
    """Each decision with its number, by whom, when and why."""
    del console
    for answer in answers:
        for one in answer.rows:
            yield decided(one)
        yield from ending(answer, "judgement")


def decided(one: Judgement) -> Text:
    """A decision in words."""
    text = Text.assemble((f"{one.number:>3}  ", "dim"), (one.verdict, "bold"), "  ")
    if one.verdict == "undo":
        text.append(f"takes back number {one.undoes}")
    else:
        text.append(f"{one_line(one.left)} and {one_line(one.right)}")
    about = " · ".join(one_line(part) for part in (told(one.at), one.by, one.why) if part)
    return text.append(f"  {about}", "dim")


VIEW = View(
    page=page,
    flat=rows,
    row=Row,
    columns=(
        Column("id", 2),
        Column("name", 3),
        Column("kind"),
        Column("roles", 5),
        Column("statements", right=True),
        Column("articles", right=True),
        Column("last"),
    ),
)
JUDGEMENTS = View(
    page=judgement_page,
    flat=lambda answer: answer.rows,
    row=Judgement,
    columns=(
        Column("number", right=True),
        Column("at"),
        Column("by", 1),
        Column("verdict"),
        Column("left", 2),
        Column("right", 2),
        Column("why", 4),
    ),
)
