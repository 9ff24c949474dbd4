"""The read stage: an article in, a reading out. It knows the types and nothing of the other stages."""

from typing import TYPE_CHECKING

from onrecord.article import Article, Flaw
from onrecord.reading import Reading

if TYPE_CHECKING:
    from onrecord.knowledge import Knowledge

__all__ = ["learned", "read_article"]


def read_article(article: Article, flaws: tuple[Flaw, ...] = (), known: "Knowledge | None" = None) -> Reading:
    """Read one article: who said what, at every level, through whom, and what was odd about its text.

    ``flaws`` are those that ingesting it gave; reading may add to them. ``known`` is what is known of
    offices, countries and outlets, by default what onrecord ships. The first call loads the weights (well
    under two seconds), later ones find them loaded.
    """
    from onrecord.knowledge import shipped
    from onrecord.read.network.encoder import load_encoder
    from onrecord.read.steps import reading_of

    return reading_of(article, flaws, load_encoder(), known or shipped())


def learned(reading: Reading, known: "Knowledge") -> "Knowledge":
    """What an article tells of people's roles and was not known: for articles that leave out the name."""
    from onrecord.knowledge import Knowledge, Term, role

    since = (reading.article.published or "")[:10]
    terms = []
    for agent in reading.agents:
        if agent.kind == "person" and agent.role and agent.organization:
            told = role(known, f"{agent.organization} {agent.role}")
            held = {(t.office, t.of) for t in known.terms_of_person.get(agent.name, ())}
            if told and told.of and not told.modifiers and (told.office, told.of) not in held:
                terms.append(Term(agent.name, told.office, told.of, since))
    return Knowledge(terms=tuple(terms))
