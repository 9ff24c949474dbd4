"""The steps of the read stage, in order: what each needs is what those before it found."""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.article import Article, Flaw
from onrecord.knowledge import Knowledge
from onrecord.read.acts.function import function
from onrecord.read.acts.negated import negated
from onrecord.read.acts.question import answered
from onrecord.read.attribution.statements import statements_of
from onrecord.read.chain import chained
from onrecord.read.network.encoder import Encoder
from onrecord.read.network.scan import scan
from onrecord.read.network.tokens import tokenize
from onrecord.read.quotes import quotations
from onrecord.read.speakers.resolve import resolve
from onrecord.reading import Reading
from onrecord.statement import Agent, Statement


def reading_of(article: Article, flaws: Sequence[Flaw], encoder: Encoder, known: Knowledge) -> Reading:
    """Quotation marks, network, statements, speakers, functions, questions, chains."""
    quoted, odd_marks = quotations(article.text)
    seen = scan(article.text, tokenize(article.text, quoted, encoder.tokenizer), encoder)
    found, too_deep = statements_of(article, quoted, seen, encoder.settings)
    agents, spoken = resolve(article, found, quoted, seen, known)
    who = {agent.id: agent for agent in agents}
    told = tuple(_with_function(article.text, s, who.get(s.speaker or "")) for s in spoken)
    agents, passed_on = chained(article, agents, answered(article, told, agents), known)
    statements = answered(article, passed_on, agents)  # again: now that venues are known, so is who asked
    return Reading(
        article=article,
        agents=agents,
        statements=statements,
        flaws=(*flaws, *odd_marks, *too_deep),
        model=encoder.settings.model(),
    )


def _with_function(text: str, s: Statement, speaker: Agent | None) -> Statement:
    """The statement with what kind of act it is, whether it is denied, and on whose behalf it is made."""
    act, _ = function(text, s, speaker_kind=speaker.kind if speaker else None)
    return replace(
        s,
        function=act,
        negated=negated(text, s, act)[0],
        on_behalf_of=speaker.on_behalf_of if speaker else (),
    )
