"""The agents of one article by what may refer to them: mentions, names, countries, nouns.

It grows: a country that says nothing, or a group that is only acted on, is listed when an event first needs
it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.knowledge import Knowledge, gender, place
from onrecord.knowledge.spelling import fold
from onrecord.read.events.sentence import small
from onrecord.read.phrases.nouns import lexicon, noun_kind, singular
from onrecord.statement import Agent, AgentKind, Mention, MentionForm, Statement

ARTICLE = "article"
DESCRIBED = 4  # names of one agent whose surroundings are read
RECENT = 40  # mentions before a noun that it may refer to
LONGEST = 80  # code points of a phrase that names somebody
LONGEST_ID = 40
MARKS = "\"'“”‘’(),."


class Met(NamedTuple):
    """A mention of an agent at its place."""

    start: int
    end: int
    agent: str
    form: MentionForm


class Index:
    """The agents, and what finds them: ``called`` by name, ``nouns`` by the nouns that they go by."""

    def __init__(
        self,
        text: str,
        agents: Sequence[Agent],
        statements: Sequence[Statement],
        known: Knowledge,
    ) -> None:
        self.text, self.known = text, known
        self.agents = {agent.id: agent for agent in agents if agent.id != ARTICLE}
        self.statements = {s.id: s for s in statements}
        self.mentions = sorted(
            Met(m.start, m.end, agent.id, m.form) for agent in self.agents.values() for m in agent.mentions
        )
        self.called: dict[str, str] = {}
        self.nouns: dict[str, list[str]] = {}
        self.new: dict[str, list[Mention]] = {}
        for agent in self.agents.values():
            self._list(agent)
        self.genders = self._genders(statements)

    def _list(self, agent: Agent) -> None:
        for said in (agent.name, *agent.aliases):
            self.called.setdefault(key(said), agent.id)
            at = place(self.known, said) if agent.kind == "organization" else None
            if at:
                self.called.setdefault(key(at.place.name), agent.id)
        described = {self._noun_at(m) for m in agent.mentions if m.form == "nominal"}
        beside = {self._noun_before(m) for m in agent.mentions[:DESCRIBED] if agent.kind == "organization"}
        for noun in (_nouns_of(agent) | described | beside) - {""}:
            self.nouns.setdefault(noun, []).append(agent.id)

    def _noun_at(self, m: Mention) -> str:
        """The noun of a mention: of "the operator of the port" the operator."""
        said = self.text[m.start : min(m.end, m.start + LONGEST)].split(",")[0].split()
        return _head_noun(said)

    def _noun_before(self, m: Mention) -> str:
        """The noun that a name explains: "the operator, Nordsee Lines"."""
        said = self.text[max(m.start - LONGEST, 0) : m.start].removesuffix(" ").removesuffix(",").split()
        return singular(said[-1]) if said and noun_kind(said[-1:]) == "organization" else ""

    def _genders(self, statements: Sequence[Statement]) -> dict[str, str]:
        """The gender of each agent: by the pronoun it speaks under, else by its name."""
        found: dict[str, str] = {
            id_: told for id_, agent in self.agents.items() if (told := gender(agent.name))
        }
        for s in statements:
            said = [lexicon().pronouns.get(span.of(self.text).lower()) for span in s.source[:1]]
            if s.speaker and said in (["he"], ["she"]):
                found[s.speaker] = "m" if said == ["he"] else "f"
        return found

    def speaker(self, told: Statement | None) -> Agent | None:
        """Who says a statement."""
        return self.agents.get(told.speaker or "") if told else None

    def within(self, start: int, end: int) -> Iterator[Met]:
        """The mentions that reach into a stretch."""
        at = bisect_left(self.mentions, (max(start - LONGEST, 0),))
        while at < len(self.mentions) and self.mentions[at].start < end:
            if self.mentions[at].end > start:
                yield self.mentions[at]
            at += 1

    def before(self, at: int, most: int = RECENT) -> Iterator[Met]:
        """The mentions before a place, the last first."""
        reach = bisect_left(self.mentions, (at,))
        return reversed(self.mentions[max(reach - most, 0) : reach])

    def named(self, said: str) -> str | None:
        """The agent of that name."""
        return self.called.get(key(said))

    def add(self, name: str, kind: AgentKind, start: int, form: MentionForm, end: int | None = None) -> str:
        """A new agent mentioned at a place, or the one that was added under the same name."""
        stem = "-".join(key(name).split())[:LONGEST_ID] or "somebody"
        id_, number = stem, 2
        while (id_ in self.agents and id_ not in self.new) or id_ == ARTICLE:
            id_, number = f"{stem}-{number}", number + 1
        if id_ not in self.agents:
            self.agents[id_] = Agent(id=id_, name=name, kind=kind)
            self.new[id_] = []
            self._list(self.agents[id_])
        mention = Mention(start, start + len(name) if end is None else end, form)
        if mention not in self.new[id_]:
            self.new[id_].append(mention)
        return id_

    def newcomers(self) -> Iterator[Agent]:
        """Those whom nobody had listed, with their mentions."""
        for id_, told in self.new.items():
            yield replace(self.agents[id_], mentions=tuple(sorted(told, key=lambda m: m.start)))


def key(name: str) -> str:
    """A name as the index spells it."""
    return fold(name.removeprefix("the ").removeprefix("The "))


def _nouns_of(agent: Agent) -> set[str]:
    """The nouns that an agent goes by: its role, and for a body the common words of its name."""
    role = (agent.role or "").split()
    found = {singular(role[-1])} if role else set()
    if agent.kind == "person":
        return found
    said = [word.strip(MARKS) for word in agent.name.split()]
    if agent.kind == "organization":
        found |= {singular(word) for word in said if noun_kind([word]) == "organization"}
    return found | {_head_noun(said)}


def _head_noun(said: Sequence[str]) -> str:
    """The noun of a phrase, in the singular: the last word before what stands behind it."""
    closing = small("preposition") | small("clause")
    stop = next((i for i, word in enumerate(said) if i and word in closing), len(said))
    return singular(said[stop - 1].strip(MARKS)) if said else ""
