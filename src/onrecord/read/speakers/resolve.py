"""Who is speaking: each statement's source finds its agent, or stays open with the alternatives.

A name refers to its bearer. "I" is whoever's words it stands in. Everything else ("he", "the minister",
"who", a statement without a source) is weighed against those who have been mentioned, by the rules of
`sieve`; what fits nobody is somebody new. Statements of the article come first, then those inside them: the
outer speaker tells much about the inner one.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.article import Article
from onrecord.knowledge import Knowledge, looks_like_outlet, outlet
from onrecord.read.attribution.verbless import ANSWERS, ASKS
from onrecord.read.cast.cast import cast
from onrecord.read.cast.figure import Figure
from onrecord.read.network.scan import Scan
from onrecord.read.phrases.nouns import singular
from onrecord.read.phrases.phrase import Phrase, phrase
from onrecord.read.quotes import Quotation
from onrecord.read.speakers.authors import authors
from onrecord.read.speakers.cases import Trail, case_of, options_of, spoken_for
from onrecord.read.speakers.ground import NEW, Ground, content_words, day, office_of
from onrecord.read.speakers.newcomers import introduce
from onrecord.read.speakers.offices import principals
from onrecord.read.speakers.scene import Referent, Scene, layout
from onrecord.read.speakers.sieve import (
    ARTICLE,
    Case,
    Floats,
    Option,
    features,
    probabilities,
    reason,
    weights,
)
from onrecord.statement import Agent, Alternative, Mention, MentionForm, Statement

LABELS = frozenset(ASKS + ANSWERS)
ABSTAIN, LEAST, SHOWN = 0.25, 0.05, 3
DOUBT = 0.38  # a noun that nobody known is likely to be called stands for itself
OPENING = 40  # characters in which what is said names its subject
BEFORE = re.compile(r"(?:(?!(?:of|in|at|for|by|with|from|to|on|and|said)\b)[\w’'-]+\s){0,3}", re.IGNORECASE)
OWNED = re.compile(r"['’]s?\b|['’]\s|\s(?:and|or)\b")
FORMS: dict[str, MentionForm] = {"pronoun": "pronoun", "name": "name"}


class Choice(NamedTuple):
    """Which of a case's options was taken, how probable each is, and why this one."""

    best: int
    p: Floats
    why: str


Chooser = Callable[[Case, Sequence[Option], Floats], Choice]


def by_weight(case: Case, _: Sequence[Option], table: Floats) -> Choice:
    """The option with the highest score."""
    told = table * weights()[case.form]
    p = probabilities(told.sum(axis=1))
    best = int(p.argmax())
    return Choice(best, p, reason(told, best))


class Resolved(NamedTuple):
    """Agents and statements of one article."""

    agents: tuple[Agent, ...]
    statements: tuple[Statement, ...]


def resolve(
    article: Article,
    statements: Sequence[Statement],
    quoted: Sequence[Quotation],
    scan: Scan,
    known: Knowledge,
    choose: Chooser = by_weight,
) -> Resolved:
    """The agents of an article, and its statements with their speakers."""
    tagged = [n for n in scan.names if article.text[n.start : n.end] not in LABELS]
    sources = [s.source for s in statements if s.source and s.source[0].of(article.text) not in LABELS]
    figures = cast(article, tagged, known, sources)
    scene = Scene(map(_referent, figures))
    scene.add(Referent(Agent(ARTICLE, "this article", "document")))
    at = {m.start: m.referent for m in scene.mentions}
    names = sorted(name for figure in figures for name in figure.names)
    where = layout(article.text, quoted)
    lead = next((block.end for block in article.blocks if block.kind == "paragraph"), 0)
    ground = Ground(article, names, where, scene, scan.links, known, at, day(article.published), lead)
    resolver = _Resolver(ground, choose)
    ordered = sorted(statements, key=lambda s: (s.level, ground.place(s).start))
    resolver.look_ahead(ordered)
    for statement in ordered:
        resolver.settle(statement)
    return Resolved(resolver.agents(), tuple(resolver.trail.done[s.id] for s in statements))


def _referent(figure: Figure) -> Referent:
    """Somebody named, with every role that the article gives them."""
    roles = [one.role for one in figure.descriptions if one.role]
    return Referent(
        figure.agent,
        gender=figure.gender,
        place=figure.place,
        heads={singular(role.split()[-1].lower()) for role in roles},
        words=content_words(" ".join([figure.agent.name, *figure.agent.aliases, *roles])),
        offices={office for role in roles if (office := office_of(role))},
    )


class _Resolver:
    """The work on one article, statement by statement."""

    def __init__(self, ground: Ground, choose: Chooser) -> None:
        self.ground, self.choose, self.trail = ground, choose, Trail()
        self.spoken: dict[str, list[Mention]] = {}
        self.phrases: dict[str, Phrase] = {}
        referents = ground.scene.referents.items()
        kinds = {id_: r.agent.kind for id_, r in referents if not r.place and id_ != ARTICLE}
        self.people = [m for m in ground.scene.mentions if kinds.get(m.referent) == "person"]
        self.answerer = self.asker = ""
        self.authors = authors(ground.article.text, ground.where, ground.scene.mentions, kinds)

    def look_ahead(self, ordered: Sequence[Statement]) -> None:
        """Analyse all sources, and note where people speak by name."""
        ground = self.ground
        for s in ordered:
            said = phrase(ground.article.text, ground.spoken(s), ground.names, ground.known)
            self.phrases[s.id] = said
            bearer = ground.at.get(said.name.start) if said.name else None
            if s.level == 1 and bearer and said.kind == "person":
                self.trail.by_name.append((ground.place(s).start, bearer))
            if not self.answerer and ground.words(said.span) in LABELS:
                self.answerer = self._introduced(ground.place(s).start)
                self.asker = self._outlet(ground.place(s).start)

    def _introduced(self, at: int) -> str:
        """Whom the lines before an interview introduce: who speaks there by name, else who is named last."""
        named = [m.referent for m in self.people if m.start < at]
        return next((id_ for _, id_ in reversed(self.trail.by_name)), named[-1] if named else "")

    def _outlet(self, at: int) -> str:
        """The first outlet that the lines before an interview name."""
        ground = self.ground
        for m in ground.scene.after(0, at):
            name = ground.scene.referents[m.referent].agent.name
            if outlet(ground.known, name) or looks_like_outlet(name):
                return m.referent
        return ""

    def settle(self, statement: Statement) -> None:
        """Find the speaker of a statement whose parent has been settled."""
        said = self.phrases[statement.id]
        sure = self._sure(statement, said, self.trail.done.get(statement.parent or ""))
        if sure:
            chosen = replace(statement, speaker=sure[0], speaker_p=1.0, speaker_why=sure[1])
        else:
            chosen = self._by_author(self._weighed(statement, said))
        self.trail.done[statement.id] = chosen
        self.trail.last[statement.level] = chosen
        self._note(chosen, said)

    def _sure(self, statement: Statement, said: Phrase, parent: Statement | None) -> tuple[str, str] | None:
        """Who a name means; "it" after its own news; "I", and a spokesperson's "we", in another's words."""
        label = self.ground.words(said.span)
        if label in LABELS:
            answers = label in ANSWERS
            why = "is who the questions are put to" if answers else "asks the questions"
            turn = self.answerer if answers else self.asker
            return (turn, why) if turn else None
        bearer = self.ground.at.get(said.name.start) if said.name and not said.parts else None
        if bearer:
            return bearer, "is called by name"
        own = _subject(self.ground, statement) if said.pronoun == "it" else None
        if own:
            return own, "is the subject of what is said"
        if said.pronoun == "we" and said.span and self.ground.where.quotation(said.span.start) is not None:
            whole = [p for p in spoken_for(self.ground, parent) if self._kind(p) != "person"]
            return (whole[0], "“we” of a spokesperson is whom they speak for") if whole else None
        if said.pronoun != "i":
            return None
        if parent is None:
            return ARTICLE, "“I” outside quotation marks is the author"
        return (parent.speaker, "“I” is whoever's words it stands in") if parent.speaker else None

    def _kind(self, id_: str) -> str:
        return self.ground.scene.referents[id_].agent.kind

    def _by_author(self, s: Statement) -> Statement:
        """A letter's words are those of whoever wrote it, where the article tells."""
        writing = self.ground.scene.referents.get(s.speaker or "")
        if writing is None or writing.agent.kind != "document":
            return s
        noun = next((noun for noun in self.authors if noun in writing.heads), None)
        return replace(s, speaker=self.authors[noun], speaker_why=f"wrote the {noun}") if noun else s

    def _weighed(self, statement: Statement, said: Phrase) -> Statement:
        """The statement with the most probable speaker, or with those it may be where none is probable."""
        case = case_of(self.ground, self.trail, statement, said)
        options = options_of(self.ground, case)
        choice = self.choose(case, options, features(case, options))
        p = [round(float(x), 3) for x in choice.p]
        ranked = sorted(range(len(options)), key=lambda i: -p[i])
        likely = [Alternative(options[i].id, p[i]) for i in ranked if options[i].referent and p[i] >= LEAST]
        best, why = choice.best, choice.why
        if said.form == "nominal" and p[best] < DOUBT and options[0].id == NEW != options[best].id:
            best, why = 0, "is new, since nobody else is likely enough"
        others = [a for a in likely if a.agent != options[best].id]
        speaker: str | None = options[best].id
        if speaker == NEW:
            speaker, held = introduce(self.ground, statement, said)
            why = held or why
        elif p[best] < ABSTAIN:
            speaker, others = None, likely
        return replace(
            statement,
            speaker=speaker,
            speaker_p=p[best] if speaker else None,
            speaker_why=why if speaker else None,
            alternatives=tuple(others[:SHOWN]),
        )

    def _note(self, s: Statement, said: Phrase) -> None:
        """Remember who spoke under which words, and on whose behalf."""
        referent = self.ground.scene.referents.get(s.speaker or "")
        if referent is None or s.speaker is None:
            return
        for span in self.ground.spoken(s):
            self.ground.scene.mention(span.start, span.end, s.speaker)
            form = FORMS.get(said.form, "nominal")
            self.spoken.setdefault(s.speaker, []).append(Mention(span.start, span.end, form))
        office = office_of(self.ground.role(said)) if said.form == "nominal" else ""
        self.ground.scene.call(s.speaker, said, content_words(self.ground.words(said.span)), office)
        told = (*referent.agent.on_behalf_of, *principals(self.ground, said))
        others = tuple(dict.fromkeys(p for p in told if p != s.speaker))
        if others != referent.agent.on_behalf_of:
            referent.agent = replace(referent.agent, on_behalf_of=others)

    def agents(self) -> tuple[Agent, ...]:
        """Everybody named, and everybody who speaks or may speak, with their mentions."""
        done = self.trail.done.values()
        told = {s.speaker for s in done} | {a.agent for s in done for a in s.alternatives}
        hidden = {id_ for id_, r in self.ground.scene.referents.items() if r.place or id_ == ARTICLE}
        kept = (r for id_, r in self.ground.scene.referents.items() if id_ in told or id_ not in hidden)
        return tuple(self._mentioned(r.agent) for r in kept)

    def _mentioned(self, agent: Agent) -> Agent:
        """The agent with its names and its sources; of two that overlap the source, which is longer."""
        spoken = sorted(self.spoken.get(agent.id, []), key=_extent)
        starts = [m.start for m in spoken]

        def free(m: Mention) -> bool:
            near = spoken[max(0, bisect_left(starts, m.end) - 1) : bisect_left(starts, m.end)]
            return not any(s.start < m.end and m.start < s.end for s in near)

        return replace(agent, mentions=tuple(sorted([*filter(free, agent.mentions), *spoken], key=_extent)))


def _subject(ground: Ground, statement: Statement) -> str | None:
    """The body that is the subject of what comes before "it said": "Karo Group has cut prices, it said"."""
    content, source = statement.content[0], ground.place(statement)
    first = ground.where.sentence(content.start)
    if content.end > source.start or ground.where.sentence(source.start) != first:
        return None
    if ground.where.quotation(content.start) is not None:
        return None
    named = ground.scene.after(content.start, min(content.end, content.start + OPENING))
    told = next((m for m in named if not ground.scene.referents[m.referent].place), None)
    if told is None or ground.scene.referents[told.referent].agent.kind != "organization":
        return None
    text = ground.article.text
    subject = BEFORE.fullmatch(text, content.start, told.start) and not OWNED.match(text, told.end)
    return told.referent if subject else None


def _extent(m: Mention) -> tuple[int, int]:
    return m.start, m.end
