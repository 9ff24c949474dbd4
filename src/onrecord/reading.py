"""A whole reading of one article: the object that `onrecord read --json` prints."""

from msgspec import Struct

from onrecord.article import Article, Flaw
from onrecord.claim import Claim, Event, Headline, PublishedGuess, Time
from onrecord.statement import Agent, Statement


class Model(Struct, frozen=True):
    """Which weights read the article."""

    name: str
    version: str


class Reading(Struct, frozen=True):
    """An article and everything that was read off it, in the JSON contract that ``docs/`` describes.

    Fields that no step has filled yet are empty, never guessed: an empty ``claims`` says "not read",
    and ``model`` says what did the reading.
    """

    article: Article
    agents: tuple[Agent, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    headline: Headline | None = None
    published_guess: PublishedGuess | None = None
    flaws: tuple[Flaw, ...] = ()
    model: Model | None = None
