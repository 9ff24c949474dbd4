"""Who a pronoun stands for: "I" and "we" by whose words they stand in, the others by who is spoken of.

"I" is the speaker, "we" the body or country that the speaker belongs to or speaks for. In reported words
"she" is most often the speaker herself, in her own words somebody else: the client of a lawyer, or whoever
was mentioned last and can be meant.
"""

from collections.abc import Callable

from onrecord.read.cast.description import description
from onrecord.read.events.index import DESCRIBED, Index
from onrecord.read.network.mentions import Name
from onrecord.read.phrases.nouns import singular
from onrecord.read.phrases.phrase import phrase
from onrecord.span import Span
from onrecord.statement import Agent, Statement

NEAR = 6  # mentions before a pronoun that it may refer to
ADVOCATES = frozenset("lawyer attorney counsel barrister solicitor".split())
BODIES = ("organization", "group")
PEOPLE = ("person", "unnamed")

Finder = Callable[[Span], str | None]


class Pronouns:
    """The pronouns of one article; ``find`` tells whom a stretch of it refers to."""

    def __init__(self, index: Index, find: Finder) -> None:
        self.index, self.find = index, find
        self.houses: dict[str, str | None] = {}

    def stands_for(self, pronoun: str, at: int, told: Statement | None) -> str | None:
        """The agent that a pronoun of a group ("i", "we", "she") at a place stands for."""
        speaker = self.index.speaker(told)
        if pronoun in ("i", "we"):
            return None if speaker is None else speaker.id if pronoun == "i" else self.we(speaker, told)
        if speaker and told:
            if told.kind != "direct" and self._fits(pronoun, speaker):
                return speaker.id
            clients = (self.index.agents[a] for a in speaker.on_behalf_of if a in self.index.agents)
            client = next((a.id for a in clients if self._fits(pronoun, a)), None)
            if client:
                return client
        others = (m.agent for m in self.index.before(at, NEAR) if speaker is None or m.agent != speaker.id)
        return next((id_ for id_ in others if self._fits(pronoun, self.index.agents[id_])), None)

    def _fits(self, pronoun: str, agent: Agent) -> bool:
        if pronoun in ("he", "she"):
            other = "f" if pronoun == "he" else "m"
            return agent.kind in PEOPLE and self.index.genders.get(agent.id) != other
        return agent.kind == {"it": "organization", "they": "group"}.get(pronoun)

    def we(self, speaker: Agent, told: Statement | None) -> str:
        """Whom a speaker's "we" stands for: the body or country, else who is spoken for, else the speaker.

        A lawyer's "we" is the lawyer.
        """
        if speaker.kind in BODIES:
            return speaker.id
        principals = [
            p for p in (*(told.on_behalf_of if told else ()), *speaker.on_behalf_of) if p in self.index.agents
        ]
        whole = next((p for p in principals if self.index.agents[p].kind != "person"), None)
        house = whole or self.index.named(speaker.organization or "") or self.house(speaker)
        if house or not principals or ADVOCATES & set((speaker.role or "").lower().split()):
            return house or speaker.id
        return self.house(self.index.agents[principals[0]]) or principals[0]

    def house(self, speaker: Agent) -> str | None:
        """The body or country that somebody belongs to, as the article describes them where it names them."""
        if speaker.id not in self.houses:
            self.houses[speaker.id] = self._described(speaker)
        return self.houses[speaker.id]

    def _described(self, speaker: Agent) -> str | None:
        text, known = self.index.text, self.index.known
        for m in [m for m in speaker.mentions if m.form == "name"][:DESCRIBED]:
            told = description(text, Name(m.start, m.end, "person"), (), known)
            found = self._belongs(told.of, told.peoples, told.role)
            if found:
                return found
        for m in [m for m in speaker.mentions if m.form == "nominal"][:DESCRIBED]:
            said = phrase(text, (Span(m.start, m.end),), (), known)
            found = self._belongs(said.of, said.peoples, said.role.of(text) if said.role else "")
            if found:
                return found
        return None

    def _belongs(self, of: Span | None, peoples: tuple[str, ...], role: str) -> str | None:
        """The body that a complement names ("spokesman *for the port*"), or the country of an adjective."""
        found = self.find(of) if of else None
        if found and self.index.agents[found].kind in BODIES:
            return found
        for word in role.split()[:-1]:
            listed = self.index.nouns.get(singular(word), ())
            if len(listed) == 1:
                return listed[0]
        return next(filter(None, map(self.index.named, peoples)), None)
