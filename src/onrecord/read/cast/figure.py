"""Those who appear in an article, with what tells each from the others."""

from msgspec import Struct

from onrecord.read.cast.description import Description
from onrecord.read.network.mentions import Name
from onrecord.read.phrases.nouns import Gender
from onrecord.statement import Agent


class Figure(Struct, frozen=True):
    """An agent and what the article says of it; ``names`` are its names in the text, in order.

    ``place`` marks countries and towns: agents only where they speak ("Moscow said"). ``descriptions`` are
    the roles that the article gives, one for each name that has one beside it.
    """

    agent: Agent
    names: tuple[Name, ...] = ()
    place: bool = False
    gender: Gender | None = None
    descriptions: tuple[Description, ...] = ()
