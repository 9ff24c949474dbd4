"""The headline check: every rule of the table is asked for its kind of difference, and shows its words."""

from collections.abc import Callable, Sequence

from onrecord.article import Article
from onrecord.claim import Claim, Difference, Event, Headline, Time
from onrecord.read.headline.case import Case
from onrecord.read.headline.commitment import certainty, contradiction
from onrecord.read.headline.conditions import condition_dropped
from onrecord.read.headline.holders import chain_dropped, holder_changed
from onrecord.read.headline.ignorance import ignorance_dropped
from onrecord.read.headline.severity import severity
from onrecord.read.headline.sides import Read, sides_of
from onrecord.read.headline.when import time_shifted
from onrecord.read.headline.width import event_narrowed, event_widened
from onrecord.statement import Agent, Statement

RULES: tuple[Callable[[Case], Difference | None], ...] = (
    certainty,
    event_narrowed,
    event_widened,
    condition_dropped,
    ignorance_dropped,
    holder_changed,
    chain_dropped,
    time_shifted,
)


def headline_of(
    article: Article,
    statements: Sequence[Statement],
    agents: Sequence[Agent],
    claims: Sequence[Claim],
    events: Sequence[Event],
    times: Sequence[Time],
) -> Headline | None:
    """The headline's claim beside the body's on the same event; None where there is no headline or no body.

    A headline is made short by leaving out: that somebody only said it, that it is not sure, that it hangs on
    something. What it leaves out is listed by kind, with the words on both sides; whether it is true is never
    judged. A headline that says what its article says has no differences and severity 0. ("Port to close",
    over "The port may close unless ..., a spokesman said", has three: certainty, condition, chain.)
    """
    sides = sides_of(article, Read(statements, agents, claims, events))
    if sides is None:
        return None
    headline, passages = sides
    who = {agent.id: agent for agent in agents}
    case = Case(article.text, article.published, headline, passages, tuple(statements), who, tuple(times))
    differences = tuple(d for rule in RULES if (d := rule(case)) is not None)
    beside = dict.fromkeys(c.id for p in passages if p.certain or p.lead for c in p.claims)
    return Headline(
        headline.claims[0].id if headline.claims else None,
        tuple(beside),
        differences,
        severity(differences, contradicted=bool(contradiction(case))),
    )
