"""The agents of one article while its chains are made: those known before, and those in chains only."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from onrecord.read.chain.frames import Who
from onrecord.statement import Agent, Mention, Statement

ARTICLE = Agent("article", "this article", "document")
NOMINAL = re.compile(r"\w[a-z’'-]*(?: [a-z’'-]+){0,3}")
CAPITALISED = re.compile(r"[^\W\d_a-z][\w-]+")
SKIPPED = {"the", "a", "an", "of"}
GENERIC = {("document",), ("text",), ("passage",), ("message",), ("paper",)}
POINTING = {"the", "this"}
DESCRIBED = 3
OWNED = {"his", "her", "its", "their"}


class Cast:
    """Who is who: an outlet met as "Delta News" is also "Delta", "the letter" is the one met last.

    Agents are added as they are found; those known before may get a longer name.
    """

    def __init__(self, text: str, agents: Iterable[Agent], statements: Iterable[Statement]) -> None:
        self.agents: dict[str, Agent] = {a.id: a for a in agents}
        if ARTICLE.id not in self.agents:
            self.agents = {ARTICLE.id: ARTICLE, **self.agents}
        self._named: dict[tuple[str, ...], str] = {}
        self._placed: dict[int, str] = {}
        self._latest = ""
        self._outlets: dict[tuple[str, ...], str] = {}
        self._papers: dict[tuple[str, ...], list[tuple[str, str | None]]] = {}
        for a in self.agents.values():
            self._learn(a)
        self._speak = {s.speaker for s in statements}
        for s in statements:
            if s.speaker in self.agents and len(s.source) == 1 and NOMINAL.fullmatch(s.source[0].of(text)):
                self._place(s.speaker, s.source[0].start, s.source[0].end)

    def find(self, who: Who, speaker: str | None) -> str:
        """The id of the agent that is meant where ``speaker`` speaks, a new one if none is."""
        if who.kind == "document":
            return self._document(who, speaker)
        known = self._known(who)
        if known is None:
            known = self._new(who)
        elif self.agents[known].kind != "person":
            self._place(known, who.span.start, who.span.end)
        return known

    def named_in(self, text: str, start: int, end: int, but: Who) -> str | None:
        """The person or body of those who speak here that a stretch names first, an outlet left aside."""
        for m in CAPITALISED.finditer(text, start, end):
            id = self._named.get(plain(m[0]))
            if id in self._speak and not but.span.start <= m.start() < but.span.end:
                return id
        return None

    def _known(self, who: Who) -> str | None:
        for name in (who.name, *who.aliases):
            found = self._named.get(plain(name))
            if found:
                return found
        if who.kind == "person":
            return self._named.get(plain(who.name)[-1:])
        at = self._at_end(who)
        if at and self.agents[at].kind == who.kind:
            self._also(at, who.name)
            return at
        return self._longer(who) if who.kind == "organization" else None

    def _at_end(self, who: Who) -> str | None:
        """Who is mentioned where the words end: of "Delta's “This Week”" the last is the show, not Delta."""
        ends = range(who.span.end - 1, max(who.span.start, who.span.end - 3) - 1, -1)
        return next((self._placed[i] for i in ends if i in self._placed), None)

    def _also(self, id: str, name: str) -> None:
        """Note the longer name of somebody known by a part of it."""
        agent = self.agents[id]
        if name not in (agent.name, *agent.aliases) and len(plain(name)) > len(plain(agent.name)):
            self.agents[id] = replace(agent, aliases=(*agent.aliases, name))
            self._named.setdefault(plain(name), id)

    def _document(self, who: Who, speaker: str | None) -> str:
        """The document mentioned there, or the last one that "the letter" may be, else a new one."""
        at = self._placed.get(who.span.start) or self._placed.get(who.span.end - 1)
        if at and self.agents[at].kind == "document":
            return at
        determiner, *rest = who.name.lower().split() or [""]
        noun = plain(who.aliases[0] if who.aliases else who.name)[-1:]
        if len(rest) < DESCRIBED and (met := self._met(determiner, noun, speaker)):
            return met
        id = self._new(self._owned(who, determiner, speaker))
        self._papers.setdefault(noun, []).append((id, speaker))
        self._latest = id
        return id

    def _met(self, determiner: str, noun: tuple[str, ...], speaker: str | None) -> str | None:
        """The document met before: of the same speaker, or for "the letter" of anybody."""
        same = self._papers.get(noun, [])
        if determiner in POINTING and noun in GENERIC and self._latest:
            return self._latest
        if determiner in POINTING | OWNED | {"that"}:
            own = next((id for id, of in reversed(same) if of in {speaker, None}), None)
            return own or (same[-1][0] if same and determiner in POINTING else None)
        return None

    def _owned(self, who: Who, determiner: str, speaker: str | None) -> Who:
        """The document with its owner in its name ("Ada Obi's Facebook page") or among its other names."""
        owner = self.agents.get(speaker or "")
        if owner is None:
            return who
        if determiner in OWNED:
            bare = " ".join(who.name.split()[1:])
            return who._replace(name=f"{owner.name}'s {bare}", aliases=(who.name, *who.aliases))
        head = " ".join((who.aliases or (who.name,))[0].split()[1:])
        return who._replace(aliases=(*who.aliases, f"{owner.name}'s {head}"))

    def _longer(self, who: Who) -> str | None:
        """An outlet that this one is a part of by name, or whose first letters it is."""
        name = plain(who.name)
        for other, id in self._outlets.items() if name else ():
            ends = other[: len(name)] == name or other[-len(name) :] == name
            if ends or "".join(word[0] for word in other) == name[0]:
                return id
        return None

    def _new(self, who: Who) -> str:
        stem = "-".join(plain(who.name))[:40] or who.kind
        id, n = stem, 2
        while id in self.agents:
            id, n = f"{stem}-{n}", n + 1
        mention = Mention(who.span.start, who.span.end, "nominal" if who.kind == "document" else "name")
        self.agents[id] = Agent(id, who.name, who.kind, aliases=who.aliases, mentions=(mention,))
        self._learn(self.agents[id])
        return id

    def _learn(self, a: Agent) -> None:
        for name in (a.name, *a.aliases):
            if a.kind == "organization":
                self._outlets.setdefault(plain(name), a.id)
            self._named.setdefault(plain(name), a.id)
            if a.kind == "person" and name[:1].isupper():
                self._named.setdefault(plain(name)[-1:], a.id)
        for m in a.mentions:
            if m.form != "pronoun":
                self._place(a.id, m.start, m.end)

    def _place(self, id: str, start: int, end: int) -> None:
        for i in range(start, min(end, start + 200)):
            self._placed.setdefault(i, id)


def plain(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    bare = re.sub(r"[’']s\b", "", name.lower())
    return tuple(w for w in re.findall(r"[^\W_]+", bare) if w not in SKIPPED)
