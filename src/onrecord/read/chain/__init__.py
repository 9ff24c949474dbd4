"""The chain of each statement: from the article through whoever passed the words on to its speaker."""

from msgspec.structs import replace

from onrecord.article import Article
from onrecord.knowledge import Knowledge
from onrecord.read.chain.carry import carried
from onrecord.read.chain.hops import START, finders, framed, hops, nested
from onrecord.read.chain.stage import staged
from onrecord.statement import Agent, Hop, Statement

__all__ = ["chained"]


def chained(
    article: Article, agents: tuple[Agent, ...], statements: tuple[Statement, ...], known: Knowledge
) -> tuple[tuple[Agent, ...], tuple[Statement, ...]]:
    """The statements with their chains and venues, and the agents with those who occur only in chains.

    Each sentence is read by itself first (`stage`): "told the Courier" gives a hop. What it leaves open is
    taken from other statements of its speaker where they are likely to be of the same interview or letter
    (`carry`), and from what the article says of itself as a whole (`credit`). A nested statement continues
    the chain of the one it stands in (`hops`).
    """
    stage = staged(article, agents, statements, known)
    own, cast = stage.reading.own, stage.cast
    inherited = carried(stage.reading)
    found = {s.id: framed(s, own[s.id], inherited.get(s.id, ()), stage.credit) for s in stage.outer}
    finder = finders(own, cast)
    chains = nested(statements, {s.id: hops(s, found[s.id], cast, finder) for s in stage.outer})
    done = tuple(_with_chain(s, chains.get(s.id, START)) for s in statements)
    needed = {a.id for a in agents} | {h.agent for s in done for h in s.chain}
    return tuple(a for a in cast.agents.values() if a.id in needed), done


def _with_chain(s: Statement, chain: tuple[Hop, ...]) -> Statement:
    venue = next((h.agent for h in chain if h.relation == "in_interview_with"), None)
    return replace(s, chain=chain, venue=s.venue or venue)
