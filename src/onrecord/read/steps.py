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
from onrecord.read.claims import claims_of
from onrecord.read.events import events_of
from onrecord.read.headline import headline_of
from onrecord.read.network.encoder import Encoder
from onrecord.read.network.propose import propose
from onrecord.read.network.scan import Scan, scan
from onrecord.read.network.tokens import Tokens, tokenize
from onrecord.read.quotes import quotations
from onrecord.read.speakers.resolve import resolve
from onrecord.read.times import published_guess, said_on, times_of
from onrecord.reading import Reading
from onrecord.span import Span
from onrecord.statement import Agent, Statement


def reading_of(article: Article, flaws: Sequence[Flaw], encoder: Encoder, known: Knowledge) -> Reading:
    """Quotation marks, network, statements, speakers, functions, questions, chains; then what they claim."""
    quoted, odd_marks = quotations(article.text)
    tokens = tokenize(article.text, quoted, encoder.tokenizer)
    seen = scan(article.text, tokens, encoder)
    found, too_deep = statements_of(article, quoted, seen, encoder.settings)
    agents, spoken = resolve(article, found, quoted, seen, known)
    who = {agent.id: agent for agent in agents}
    told = tuple(_with_function(article.text, s, who.get(s.speaker or "")) for s in spoken)
    agents, passed_on = chained(article, agents, answered(article, told, agents), known)
    statements = answered(article, passed_on, agents)  # again: now that venues are known, so is who asked
    reading = Reading(
        article=article,
        agents=agents,
        statements=statements,
        flaws=(*flaws, *odd_marks, *too_deep),
        model=encoder.settings.model(),
    )
    return _claimed(reading, tokens, seen, encoder, known)


def completed(reading: Reading, encoder: Encoder, known: Knowledge) -> Reading:
    """A reading whose agents and statements are known, with what they claim: times, claims, events, headline.

    So that the second half of the steps can be measured, or used, on statements from elsewhere.
    """
    text = reading.article.text
    tokens = tokenize(text, quotations(text)[0], encoder.tokenizer)
    return _claimed(reading, tokens, None, encoder, known)


def _claimed(
    reading: Reading, tokens: Tokens, seen: Scan | None, encoder: Encoder, known: Knowledge
) -> Reading:
    """Times, propositions with stances, events, the headline beside the body, a date if there is none."""
    article = reading.article
    text = article.text
    times = times_of(text, article.published, known)
    statements = tuple(
        replace(s, said_on=said_on(text, s, times, article.published)) for s in reading.statements
    )
    own = tuple(Span(b.start, b.end) for b in article.blocks if b.kind == "headline")
    proposed = propose(tokens, statements, own, encoder, seen.lowers if seen else ())
    claims = claims_of(text, statements, own, proposed)
    happening = events_of(text, claims, statements, reading.agents, times, known)
    agents = (*reading.agents, *happening.agents)
    return replace(
        reading,
        agents=agents,
        statements=statements,
        times=times,
        claims=happening.claims,
        events=happening.events,
        headline=headline_of(article, statements, agents, happening.claims, happening.events, times),
        published_guess=None if article.published else published_guess(text, known),
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
