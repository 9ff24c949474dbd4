"""What is read off an article: agents, statements, and the chain of people who passed words on."""

from typing import Literal

from msgspec import Struct

from onrecord.span import Span

AgentKind = Literal["person", "organization", "group", "document", "unnamed"]
MentionForm = Literal["name", "nominal", "pronoun", "metonym"]
StatementKind = Literal["direct", "indirect", "mixed"]
StatementFunction = Literal[
    "speech",
    "belief",
    "knowledge",
    "intention",
    "hope",
    "expectation",
    "question",
    "refusal",
    "document",
    "correction",
]
Relation = Literal[
    "published_by",
    "reported_by",
    "cited_by",
    "in_interview_with",
    "document_of",
    "written_by",
    "posted_by",
    "translated_by",
    "said_by",
    "quoted_by",
    "position_of",
    "intention_of",
    "belief_of",
    "self_report_of",
    "asked_by",
]


class Mention(Struct, frozen=True):
    """One place where an agent is named, described, or referred to by a pronoun or a seat of power."""

    start: int
    end: int
    form: MentionForm


class Agent(Struct, frozen=True):
    """Somebody who speaks, thinks or is a holder (prov:Agent): a person, a body, a group, a document.

    ``on_behalf_of`` holds the ids of the agents a spokesperson speaks for (prov:actedOnBehalfOf); the
    principal is an attribute and never a hop of a chain. The article itself is the agent ``article``.
    """

    id: str
    name: str
    kind: AgentKind
    role: str | None = None
    organization: str | None = None
    aliases: tuple[str, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Alternative(Struct, frozen=True):
    """Another agent the speaker may be, with its probability."""

    agent: str
    p: float


class Hop(Struct, frozen=True):
    """One step of a chain: who passed the words on, and how (prov:wasQuotedFrom).

    ``explicit`` is true where the hop is said at this statement and false where it holds from
    elsewhere, as an interview's venue does for every sentence of it.
    """

    agent: str
    relation: Relation
    explicit: bool = True
    evidence: Span | None = None


class Question(Struct, frozen=True):
    """The question that a statement answers: who asked, and in which words."""

    asker: str | None
    content: tuple[Span, ...]


class SaidOn(Struct, frozen=True):
    """When the words were said: an ISO date, and how that is known."""

    value: str
    how: str


class Statement(Struct, frozen=True):
    """One attribution: somebody (source) said or thought (cue) something (content).

    Spans are those of the attribution relation of PARC and PolNeAR: the source with its title and
    apposition, the cue with auxiliaries and negation ("has not ruled out"), the content with "that"
    and its quotation marks. Content may be interrupted ("“We agree,” she said, “for now.”") and the
    source absent ("It was reported that ..."). ``kind`` says whether the content stands inside
    quotation marks wholly (direct), in part (mixed) or not at all (indirect). ``p`` is the calibrated
    probability that a careful reader would mark this statement.

    ``speaker`` is the agent that the source refers to, with its probability and the rule that told most for
    it. Where none is probable enough it is None, and ``alternatives`` hold those who may be meant.
    What no step has read is None or empty and never filled with guesses.
    """

    id: str
    kind: StatementKind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    p: float
    parent: str | None = None
    level: int = 1
    function: StatementFunction | None = None
    speaker: str | None = None
    speaker_p: float | None = None
    speaker_why: str | None = None
    alternatives: tuple[Alternative, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    negated: bool | None = None
    chain: tuple[Hop, ...] = ()
    question: Question | None = None
    venue: str | None = None
    said_on: SaidOn | None = None
