"""Readings -> their agents, over all articles: `onrecord who`."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

import msgspec
from msgspec import Struct, field
from rich.console import Console
from rich.text import Text

from onrecord.reading import Reading
from onrecord.show.people import ARTICLE, agents_of, called, described
from onrecord.show.rows import csv_line, encoded
from onrecord.show.styles import STYLES, cell, plain_table
from onrecord.show.totals import counted
from onrecord.statement import Agent, AgentKind

# With these begins what is only this article's: "Her office" is another one in the next.
DESCRIBING = frozenset("a an his her its their our my this that these those some another one".split())
COUNTS = ("statements", "mentions", "articles")


class Place(Struct, frozen=True):
    """Where a listed agent was read: the ids of an article and of the agent in its reading."""

    article: str
    agent: str


class Known(Struct, frozen=True):
    """An agent as listed: what the articles call it, and how often they let it speak.

    ``role`` and ``organization`` are those that most of its articles give; ``on_behalf_of`` names everybody
    it speaks for in any of them.
    """

    name: str
    kind: AgentKind
    role: str | None
    organization: str | None
    on_behalf_of: tuple[str, ...]
    mentions: int
    statements: int
    articles: int
    read_as: tuple[Place, ...]


class Who(Struct, frozen=True):
    """The agents of some articles, most statements first, and the statements that nobody could be given."""

    agents: tuple[Known, ...]
    articles: int
    statements: int
    unresolved: int


class _Seen(Struct):
    """What is known so far of one agent."""

    first: Agent
    roles: Counter[str] = field(default_factory=Counter)
    organizations: Counter[str] = field(default_factory=Counter)
    principals: dict[str, None] = field(default_factory=dict)
    mentions: int = 0
    statements: int = 0
    places: list[Place] = field(default_factory=list)

    def add(self, agent: Agent, reading: Reading, statements: int, principals: Iterable[str]) -> None:
        self.roles.update([agent.role] if agent.role else [])
        self.organizations.update([agent.organization] if agent.organization else [])
        self.principals.update(dict.fromkeys(principals))
        self.mentions += len(agent.mentions)
        self.statements += statements
        self.places.append(Place(reading.article.id, agent.id))

    def known(self) -> Known:
        return Known(
            name=ARTICLE if self.first.id == ARTICLE else self.first.name,
            kind=self.first.kind,
            role=_most_common(self.roles),
            organization=_most_common(self.organizations),
            on_behalf_of=tuple(self.principals),
            mentions=self.mentions,
            statements=self.statements,
            articles=len({place.article for place in self.places}),
            read_as=tuple(self.places),
        )


def who(readings: Iterable[Reading]) -> Who:
    """The agents of all ``readings``: those that have the same `same_as` are one."""
    seen: dict[Hashable, _Seen] = {}
    articles = statements = unresolved = 0
    for reading in readings:
        articles += 1
        statements += len(reading.statements)
        agents = agents_of(reading)
        said = Counter(statement.speaker for statement in reading.statements)
        unresolved += said[None]
        for agent in reading.agents:
            if agent.id == ARTICLE and not said[ARTICLE]:
                continue
            identity = same_as(agent, articles)
            principals = [called(id, agents) for id in agent.on_behalf_of]
            seen.setdefault(identity, _Seen(agent)).add(agent, reading, said[agent.id], principals)
    found = [each.known() for each in seen.values()]
    found.sort(key=lambda each: (-each.statements, -each.mentions, each.name.casefold()))
    return Who(tuple(found), articles, statements, unresolved)


def same_as(agent: Agent, article: int) -> Hashable:
    """What agents of different articles have in common if they are one: else, the number of their article.

    A full name is enough for a person, and any name for an organization. Of "Roos" in two articles, who may
    be two people, only those of the same organization are one. What is only described, as "her office" and
    "the critics", is never the same twice. The voice of the articles themselves is counted as one.

    >>> same_as(Agent("a1", "Inga Roos", "person"), 1)
    ('person', 'Inga Roos')
    >>> same_as(Agent("a2", "Roos", "person", organization="Harbour Board"), 1)
    ('person', 'Roos', 'Harbour Board')
    >>> same_as(Agent("a3", "a dock worker", "unnamed"), 1)
    (1, 'a3')
    """
    if agent.id == ARTICLE:
        return ARTICLE
    if (agent.kind == "organization" and _is_name(agent.name)) or (
        agent.kind == "person" and _is_full_name(agent.name)
    ):
        return agent.kind, agent.name
    if agent.kind == "person" and agent.organization:
        return agent.kind, agent.name, agent.organization
    return article, agent.id


def json(found: Who) -> Iterator[bytes]:
    """An array of agents, however many, indented for people."""
    yield msgspec.json.format(encoded(found.agents), indent=2) + b"\n"


def json_lines(found: Who) -> Iterator[bytes]:
    """A line an agent."""
    for agent in found.agents:
        yield encoded(agent) + b"\n"


def csv_rows(found: Who, *, terminal: bool = False) -> Iterator[bytes]:
    """A header, and a row an agent."""
    columns = Known.__struct_fields__[:-1]
    yield csv_line(columns)
    for agent in found.agents:
        cells = [getattr(agent, column) for column in columns]
        yield csv_line(map(_plain, cells), terminal=terminal)


def table(found: Who, console: Console) -> Iterator[str]:
    """A row an agent, for the eye, and a line of totals."""
    drawn = plain_table()
    drawn.add_column("name", ratio=3, min_width=12, style=STYLES["source"], overflow="fold")
    drawn.add_column("kind", no_wrap=True)
    drawn.add_column("as", ratio=4, min_width=12, overflow="fold")
    for count in COUNTS:
        drawn.add_column(count, justify="right", no_wrap=True)
    for agent in found.agents:
        behalf = " and ".join(agent.on_behalf_of)
        role = ", ".join(described(agent.name, agent.role, agent.organization, behalf))
        drawn.add_row(*map(cell, (agent.name, agent.kind, role, *(getattr(agent, each) for each in COUNTS))))
    with console.capture() as captured:
        console.print(drawn)
        console.print(Text(f"\n{_totals(found)}", "bold"))
    yield captured.get()


def _totals(found: Who) -> str:
    agents = counted(len(found.agents), "agent")
    parts = [f"{agents} in {counted(found.articles, 'article')}", counted(found.statements, "statement")]
    return " · ".join([*parts, f"{found.unresolved:,} unresolved"] if found.unresolved else parts)


def _is_name(name: str) -> bool:
    """Whether ``name`` is one, like "the Kremlin", and no description, like "the board" or "Her office"."""
    words = name.split()
    if words and words[0].casefold() == "the":
        words = words[1:]
    return bool(words) and not words[0].islower() and words[0].casefold() not in DESCRIBING


def _is_full_name(name: str) -> bool:
    """Whether ``name`` is a person's, in two words or more: not "Roos", and not "The mayor"."""
    words = name.split()
    return len(words) > 1 and words[0].casefold() != "the" and _is_name(name) and not words[-1].islower()


def _most_common(counts: Counter[str]) -> str | None:
    return counts.most_common(1)[0][0] if counts else None


def _plain(value: object) -> str | float:
    if isinstance(value, tuple):
        return "; ".join(value)
    return value if isinstance(value, str | float | int) else ""
