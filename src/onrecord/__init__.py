"""onrecord reads news reports and keeps the record: who said what, in whose words, and how that moved.

>>> import onrecord
>>> for reading in onrecord.read("“We will rebuild the pier,” mayor Ayla Duman said."):
...     for statement in reading.statements:
...         print(onrecord.words(statement.content, reading.article.text))
“We will rebuild the pier,”

A record keeps what is read and links it across articles. It is a file, or a PostgreSQL database, and each
function that asks one takes its place first:

>>> import tempfile
>>> from pathlib import Path
>>> with tempfile.TemporaryDirectory() as folder:
...     report, news = Path(folder, "pier.txt"), str(Path(folder, "news.db"))
...     _ = report.write_text("“We will rebuild the pier,” mayor Ayla Duman said.", encoding="utf-8")
...     *_, totals = onrecord.add(news, [report])
...     hits = onrecord.search(news, "who:Duman pier").rows
>>> totals.new, [hit.report.text for hit in hits]
(1, ['“We will rebuild the pier,”'])

`search`, `timeline`, `trace`, `compare`, `people`, `stats` and `layer` ask a record. The types of what they
give are in `onrecord.answer` and `onrecord.entry`, those of a query in `onrecord.query`. What decides who is
who (`judge`, `undo`, `judgements`) is in `onrecord.records`.
"""

from typing import TYPE_CHECKING

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
from onrecord.errors import InputError, OnrecordError, QueryError, RecordError, WeightsError
from onrecord.pipeline import read
from onrecord.reading import Model, Reading
from onrecord.records import compare, layer, people, search, stats, timeline, trace
from onrecord.span import Span, words
from onrecord.statement import Agent, Alternative, Hop, Mention, Question, SaidOn, Statement

if TYPE_CHECKING:
    from onrecord.adding import Added, Options, Totals, add
    from onrecord.ingest import Unread
    from onrecord.record.opened import open_record

__version__ = "0.1.0"

__all__ = [
    "Added",
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
    "Options",
    "Participant",
    "PublishedGuess",
    "QueryError",
    "Question",
    "Reading",
    "RecordError",
    "SaidOn",
    "Span",
    "Stance",
    "Statement",
    "Time",
    "TimeBound",
    "Totals",
    "Unread",
    "WeightsError",
    "__version__",
    "add",
    "compare",
    "layer",
    "open_record",
    "people",
    "read",
    "search",
    "stats",
    "timeline",
    "trace",
    "words",
]

# Loaded by whoever uses them (PEP 562): with them come the database and the formats.
_LATER = {
    "Added": "onrecord.adding",
    "Options": "onrecord.adding",
    "Totals": "onrecord.adding",
    "Unread": "onrecord.ingest",
    "add": "onrecord.adding",
    "open_record": "onrecord.record.opened",
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(_LATER[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
