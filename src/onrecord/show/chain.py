"""Who passed a statement's words on: its chain, as steps and as a line."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from onrecord.show.people import called, listed
from onrecord.show.visible import one_line, shortened
from onrecord.span import Span, words
from onrecord.statement import Agent, Hop, Relation, Statement

BETWEEN = " < "
# What stands behind a name. Publishing, reporting and saying are what a chain is made of: they go without.
ASIDES: dict[Relation, str] = {
    "cited_by": "cited",
    "in_interview_with": "interview",
    "document_of": "document",
    "written_by": "author",
    "posted_by": "post",
    "translated_by": "translation",
    "quoted_by": "quoted",
    "position_of": "position",
    "intention_of": "intention",
    "belief_of": "belief",
    "self_report_of": "of own mind",
    "asked_by": "asked",
}


class Step(Struct, frozen=True):
    """One hop in words: who, how, on whose behalf, and whether it is said at the statement or inherited.

    ``relation`` is None where nobody could be told to be the speaker; ``name`` then says so.
    """

    name: str
    relation: Relation | None
    explicit: bool = True
    behalf: str = ""
    evidence: Span | None = None

    def __str__(self) -> str:
        """As in "[Daily Meridian (interview)]": square brackets say that the hop is inherited.

        >>> str(Step("Inga Roos", "said_by", behalf="the harbour board"))
        'Inga Roos, for the harbour board'
        """
        aside = ASIDES.get(self.relation, "") if self.relation else ""
        told = f"{self.name} ({aside})" if aside else self.name
        told = f"{told}, for {self.behalf}" if self.behalf else told
        return told if self.explicit else f"[{told}]"


def steps(statement: Statement, agents: Mapping[str, Agent], text: str) -> tuple[Step, ...]:
    """The chain from the article to the speaker, whoever that may be; empty where speakers are not read.

    The last step is always the speaker, also where a chain from elsewhere leaves it out.
    """
    hops = list(statement.chain)
    if statement.speaker is not None and (not hops or hops[-1].agent != statement.speaker):
        hops.append(Hop(statement.speaker, "said_by"))
    last = len(hops) if statement.speaker is not None else 0
    found = [
        _step(hop, statement.on_behalf_of if place == last else _principals(hop.agent, agents), agents)
        for place, hop in enumerate(hops, start=1)
    ]
    if agents and not last:
        found.append(Step(_unresolved(statement, agents, text), None))
    return tuple(found)


def line(steps: Iterable[Step]) -> str:
    """The chain as one line, outermost first: "article < [Corvana] < Inga Roos"."""
    return BETWEEN.join(map(str, steps))


def answered(statement: Statement, agents: Mapping[str, Agent], text: str) -> str:
    """Which question the statement answers, as in "in answer to Tao Lindqvist's question: what it costs"."""
    question = statement.question
    if question is None:
        return ""
    whose = f"{called(question.asker, agents)}'s" if question.asker else "a"
    asked = one_line(words(question.content, text))
    return f"in answer to {whose} question" + (f": {asked}" if asked else "")


def qualities(statement: Statement) -> tuple[str, ...]:
    """What kind of statement it is, as far as that is not what most are."""
    function = statement.function if statement.function not in {None, "speech"} else None
    denied = "not said" if statement.negated else None
    return tuple(word for word in (statement.kind, function, denied) if word)


def _step(hop: Hop, principals: Iterable[str], agents: Mapping[str, Agent]) -> Step:
    name = called(hop.agent, agents)
    return Step(name, hop.relation, hop.explicit, listed(principals, agents), hop.evidence)


def _principals(agent: str, agents: Mapping[str, Agent]) -> tuple[str, ...]:
    """For whom an agent speaks as far as nothing more is known, as it is of the speaker of a statement."""
    known = agents.get(agent)
    return known.on_behalf_of if known else ()


def _unresolved(statement: Statement, agents: Mapping[str, Agent], text: str) -> str:
    source = shortened(one_line(words(statement.source, text)), 60)
    if not source and not statement.alternatives:
        return "nobody named"
    told = f"unresolved: {source}" if source else "unresolved"
    perhaps = ", ".join(f"{called(each.agent, agents)} {each.p:.2f}" for each in statement.alternatives)
    return f"{told} (perhaps {perhaps})" if perhaps else told
