"""onrecord reads news reports and keeps the record: who said what, in whose words.

>>> import onrecord
>>> for reading in onrecord.read("“We will rebuild the pier,” mayor Ayla Duman said."):
...     for statement in reading.statements:
...         print(onrecord.words(statement.content, reading.article.text))
“We will rebuild the pier,”
"""

from onrecord.article import Article, Block, Flaw
from onrecord.claim import (
    Claim,
    DateEvidence,
    Difference,
    Event,
    Headline,
    Participant,
    PublishedGuess,
    Stance,
    Time,
    TimeBound,
)
from onrecord.errors import InputError, OnrecordError, WeightsError
from onrecord.pipeline import read
from onrecord.reading import Model, Reading
from onrecord.span import Span, words
from onrecord.statement import Agent, Alternative, Hop, Mention, Question, SaidOn, Statement

__version__ = "0.1.0"

__all__ = [
    "Agent",
    "Alternative",
    "Article",
    "Block",
    "Claim",
    "DateEvidence",
    "Difference",
    "Event",
    "Flaw",
    "Headline",
    "Hop",
    "InputError",
    "Mention",
    "Model",
    "OnrecordError",
    "Participant",
    "PublishedGuess",
    "Question",
    "Reading",
    "SaidOn",
    "Span",
    "Stance",
    "Statement",
    "Time",
    "TimeBound",
    "WeightsError",
    "__version__",
    "read",
    "words",
]
