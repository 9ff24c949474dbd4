"""Readings -> JSON, JSON lines and CSV, as bytes that can be written as they come."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from onrecord.reading import Reading
from onrecord.show.chain import line, steps
from onrecord.show.people import agents_of, called
from onrecord.show.visible import visible
from onrecord.span import words
from onrecord.statement import Agent

SURROGATE = re.compile("[\ud800-\udfff]")
C1 = re.compile(rb"\xc2([\x80-\x9f])|\x7f")
NOBODY = Agent(id="", name="", kind="unnamed")  # says what is known where no speaker is
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Row(Struct, frozen=True):
    """One statement as a row of a table.

    ``source``, ``cue`` and ``content`` are words of the article, with " … " where they are interrupted.
    ``start`` and ``end`` say where in its text the content is, from its first word to its last.
    ``speaker``, ``on_behalf_of`` and ``asker`` are names; ``chain`` is the line that pages show, and says
    too where no speaker could be told. Whatever is not known is empty.
    """

    article: str
    id: str
    kind: str
    source: str
    cue: str
    content: str
    p: float
    start: int
    end: int
    level: int
    parent: str
    function: str
    negated: str
    speaker: str
    speaker_kind: str
    role: str
    organization: str
    on_behalf_of: str
    chain: str
    asker: str
    question: str


def rows(reading: Reading) -> Iterator[Row]:
    """The statements of ``reading``, in order."""
    text = reading.article.text
    agents = agents_of(reading)
    for statement in reading.statements:
        speaker, asked = agents.get(statement.speaker or "", NOBODY), statement.question
        yield Row(
            article=reading.article.id,
            id=statement.id,
            kind=statement.kind,
            source=words(statement.source, text),
            cue=words(statement.cue, text),
            content=words(statement.content, text),
            p=round(statement.p, 4),
            start=min((span.start for span in statement.content), default=0),
            end=max((span.end for span in statement.content), default=0),
            level=statement.level,
            parent=statement.parent or "",
            function=statement.function or "",
            negated="" if statement.negated is None else str(statement.negated).lower(),
            speaker=speaker.name,
            speaker_kind=speaker.kind if speaker is not NOBODY else "",
            role=speaker.role or "",
            organization=speaker.organization or "",
            on_behalf_of="; ".join(called(id, agents) for id in statement.on_behalf_of),
            chain=line(steps(statement, agents, text)),
            asker=called(asked.asker, agents) if asked and asked.asker else "",
            question=words(asked.content, text) if asked else "",
        )


def json_lines(readings: Iterable[Reading]) -> Iterator[bytes]:
    """A line a reading."""
    for reading in readings:
        yield encoded(reading) + b"\n"


def json(readings: Iterable[Reading]) -> Iterator[bytes]:
    """One object for one reading and an array for any other number, indented for people.

    The first reading is held back until it is known whether there is a second one.
    """
    first: bytes | None = None
    several = False
    for reading in readings:
        laid_out = msgspec.json.format(encoded(reading), indent=2)
        if first is None:
            first = laid_out
            continue
        yield (b",\n" if several else b"[\n" + first + b",\n") + laid_out
        several = True
    yield b"\n]\n" if several else b"[]\n" if first is None else first + b"\n"


def encoded(value: object) -> bytes:
    """``value`` as JSON that is safe on a terminal: what JSON leaves raw of control characters is escaped.

    Halves of surrogate pairs, which an article from elsewhere may hold and UTF-8 may not, become U+FFFD.
    """
    try:
        plain = msgspec.json.encode(value)
    except UnicodeEncodeError:
        plain = msgspec.json.encode(_without_surrogates(msgspec.to_builtins(value)))
    return C1.sub(lambda match: rb"\u00%02x" % (match[1] or match[0])[0], plain)


def csv_rows(readings: Iterable[Reading], *, terminal: bool = False) -> Iterator[bytes]:
    """A header, and a row a statement.

    A cell that a spreadsheet would take for a formula (its first character is = + - @, a tab or a carriage
    return) gets an apostrophe before it, since the author of an article may be an enemy of its reader: such
    a cell can send away what the sheet holds. JSON has the words untouched. On a ``terminal`` control
    characters are made visible too.
    """
    yield _csv_line(Row.__struct_fields__, terminal=False)
    for reading in readings:
        cells = map(msgspec.structs.astuple, rows(reading))
        if block := b"".join(csv_line(row, terminal=terminal) for row in cells):
            yield block


def csv_line(cells: Iterable[str | float], *, terminal: bool = False) -> bytes:
    """A line of CSV with no formula in it; see `csv_rows`."""
    return _csv_line(map(_cell, cells), terminal=terminal)


def _cell(value: str | float) -> str | float:
    """A lone sign, as the polarity of a claim, is no formula."""
    acts = isinstance(value, str) and len(value) > 1 and value.startswith(FORMULA)
    return f"'{value}" if acts else value


def _csv_line(cells: Iterable[object], *, terminal: bool) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    text = visible(line.getvalue()).replace("\r", " ") if terminal else line.getvalue()
    return SURROGATE.sub("\ufffd", text).encode()


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _without_surrogates(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_surrogates(inner) for inner in value]
    return value
