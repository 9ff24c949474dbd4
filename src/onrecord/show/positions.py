"""Readings -> their claims, a row each: `onrecord read --claims`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import Struct
from rich.console import Console
from rich.text import Text

from onrecord.claim import Event, Stance
from onrecord.reading import Reading
from onrecord.show.claims import Told, named, told
from onrecord.show.order import nested
from onrecord.show.people import agents_of
from onrecord.show.rows import csv_line, encoded
from onrecord.show.stances import Degree, degree, passes_on
from onrecord.show.styles import STYLES, Brackets, brackets_for, cell, plain_table
from onrecord.show.totals import counted
from onrecord.show.view import title
from onrecord.show.visible import one_line
from onrecord.span import words
from onrecord.statement import Agent


class Row(Struct, frozen=True):
    """What one holder makes of one claim, as a row of a table.

    ``stance`` is the word that pages show, ``value``, ``kind`` and ``polarity`` are the reading's.
    ``trigger`` and ``evidence`` are words of the article, with " … " between places. ``earliest`` and
    ``latest`` are the days that the time allows. Whatever is not known is empty.
    """

    article: str
    claim: str
    statement: str
    holder: str
    stance: str
    value: str
    kind: str
    polarity: str
    act: str
    text: str
    event: str
    event_type: str
    time: str
    earliest: str
    latest: str
    condition: str
    trigger: str
    evidence: str
    why: str
    p: float | None


class _Line(Struct, frozen=True):
    """A row, and what a table shows of it."""

    row: Row
    degree: Degree | None


class _Held(Struct, frozen=True):
    """Who holds a claim, and how sure."""

    holder: str
    stance: Stance | None
    degree: Degree | None


def rows(reading: Reading, *, by_speaker: bool = False) -> Iterator[Row]:
    """A row a claim for whoever says it, and one for each other holder who does not merely pass it on.

    With ``by_speaker`` the rows of one holder are together, those of who holds most first.
    """
    return (line.row for line in _lines(reading, by_speaker=by_speaker))


def json(readings: Iterable[Reading], *, by_speaker: bool = False) -> Iterator[bytes]:
    """An array of rows over all articles, indented for people; it is written as the articles come."""
    first = True
    for reading in readings:
        for row in rows(reading, by_speaker=by_speaker):
            yield (b"[\n" if first else b",\n") + msgspec.json.format(encoded(row), indent=2)
            first = False
    yield b"[]\n" if first else b"\n]\n"


def json_lines(readings: Iterable[Reading], *, by_speaker: bool = False) -> Iterator[bytes]:
    """A line a row."""
    for reading in readings:
        for row in rows(reading, by_speaker=by_speaker):
            yield encoded(row) + b"\n"


def csv_rows(
    readings: Iterable[Reading], *, by_speaker: bool = False, terminal: bool = False
) -> Iterator[bytes]:
    """A header, and a row a line; cells are as safe as those of statements."""
    yield csv_line(Row.__struct_fields__)
    for reading in readings:
        for row in rows(reading, by_speaker=by_speaker):
            cells = msgspec.structs.astuple(row)
            yield csv_line(["" if each is None else each for each in cells], terminal=terminal)


def tables(readings: Iterable[Reading], console: Console, *, by_speaker: bool = False) -> Iterator[str]:
    """A table a reading, for the eye; the article is named above its rows."""
    brackets = brackets_for(console)
    for reading in readings:
        lines = list(_lines(reading, by_speaker=by_speaker))
        name = Text.assemble((title(reading), "bold"), (f"  {one_line(reading.article.id)}", "dim"))
        table = plain_table(name)
        table.add_column("holder", ratio=3, min_width=10, style=STYLES["source"], overflow="fold")
        table.add_column("stance", min_width=8)
        table.add_column("act", no_wrap=True)
        table.add_column("claim, event, when", ratio=6, min_width=16, overflow="fold")
        table.add_column("by the words", ratio=3, min_width=10, overflow="fold")
        for line in lines:
            row, words_for_it = line.row, cell(line.row.evidence or line.row.trigger)
            table.add_row(cell(row.holder), _sure(line, brackets), cell(row.act), _about(row), words_for_it)
        if not lines:
            table.add_row("", "", "", Text("no claims", "dim"), "")
        with console.capture() as drawn:
            console.print(table)
            console.print(Text(_totals(lines), "bold"))
        yield drawn.get() + "\n"


def _sure(line: _Line, brackets: Brackets) -> Text:
    word = brackets.marked(line.degree) if line.degree else Text("not read", "dim")
    return word.append(f"\n{line.row.value} {line.row.kind}".rstrip(), "dim")


def _about(row: Row) -> Text:
    """The claim, and below it what it is about and when, as far as they say more."""
    event = row.event if row.event.casefold() != row.text.casefold() else ""
    told = (f"event: {event}" if event else "", row.time, row.condition)
    below = [Text(one_line(part), "dim") for part in told if part]
    return Text("\n").join([cell(row.text), *below])


def _totals(lines: list[_Line]) -> str:
    claims = len({line.row.claim for line in lines})
    holders = len({line.row.holder for line in lines})
    return f"{counted(claims, 'claim')} · {counted(holders, 'holder')}"


def _lines(reading: Reading, *, by_speaker: bool) -> list[_Line]:
    agents = agents_of(reading)
    events = {event.id: event for event in reading.events}
    found = []
    for each in told(nested(reading)):
        event = events.get(each.claim.event or "")
        found += [_Line(_row(reading, each, event, held), held.degree) for held in _held(each, agents)]
    if by_speaker:
        counts = Counter(line.row.holder for line in found)
        places = {line.row.holder: -place for place, line in enumerate(reversed(found))}
        found.sort(key=lambda line: (not line.row.holder, -counts[line.row.holder], places[line.row.holder]))
    return found


def _held(claim: Told, agents: Mapping[str, Agent]) -> Iterator[_Held]:
    """Who holds the claim, and how: whoever says it first, then those it came through who add something."""
    *others, own = claim.claim.stances or [None]
    yield _Held(claim.holder, own, claim.degree)
    for stance in others:
        if stance is not None and not passes_on(stance):
            yield _Held(named(stance, agents), stance, degree(stance))


def _row(reading: Reading, told: Told, event: Event | None, held: _Held) -> Row:
    claim, stance, text = told.claim, held.stance, reading.article.text
    bound = claim.time or (event.time if event else None)
    return Row(
        article=reading.article.id,
        claim=claim.id,
        statement=claim.statement or "",
        holder=held.holder,
        stance=held.degree.word if held.degree else "",
        value=stance.value if stance else "",
        kind=(stance.kind if stance else None) or "",
        polarity=(stance.polarity if stance else None) or "",
        act=claim.act or "",
        text=claim.text,
        event=told.event,
        event_type=(event.type if event else None) or "",
        time=told.time,
        earliest=(bound.earliest if bound else None) or "",
        latest=(bound.latest if bound else None) or "",
        condition=claim.condition or "",
        trigger=words(claim.trigger, text),
        evidence=words(stance.evidence, text) if stance else "",
        why=(stance.why if stance else None) or "",
        p=None if claim.p is None else round(claim.p, 4),
    )
