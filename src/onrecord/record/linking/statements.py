"""Statements of articles as they are compared: whose they are, of which day, and what they claim."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from onrecord.knowledge import gender
from onrecord.record import tables
from onrecord.record.linking.rows import listed, where
from onrecord.record.linking.versions import corrections
from onrecord.record.people import ROLE, office, titles
from onrecord.record.utterances import (
    Saying,
    disavowed,
    misreported,
    rectified,
    stems,
    table,
    takes_back,
)

Claims = dict[str, set[tuple[str, str]]]
Loaded = dict[str, Row[Any]]
S, A, C, G = tables.statements.c, tables.articles.c, tables.claims.c, tables.agents.c
QUERY = (
    select(
        S.id, S.article, S.parent, S.kind, S.function, S.negated, S.recalled, S.since, S.until,
        S.speaker, S.speaker_name,
        S.person, S.text, S.source, S.cue, S.start,
        S.end, S.venue_name, S.said_on, S.said_how, S.day, S.utterance, S.utterance_why, S.shown,
        A.moment, A.original, A.superseded_by, A.superseded_why, A.title, A.outlet, A.note,
        A.day.label("article_day"),
        G.kind.label("speaker_kind"), G.role, G.organization, G.described, G.block, G.on_behalf_of,
    )
    .join_from(tables.statements, tables.articles, S.article == A.id)
    .outerjoin(tables.agents, S.speaker == G.id)
)  # fmt: skip
WITHIN = 2  # days that a time may last to tell which


class Claimed(NamedTuple):
    """What statements claim: of which event, how surely, and between which few days it is to be."""

    values: Claims
    when: Claims


def sayings(connection: Connection, articles: Iterable[str]) -> list[tuple[Row[Any], Saying]]:
    """The statements of some articles as rows, each with what is compared of it."""
    wanted = set(articles)
    rows = {row.id: row for row in where(connection, QUERY, S.article, wanted)}
    claims = _claims(connection, rows)
    corrected = corrections(connection, wanted)
    back = _backs(rows.values())
    return [(row, _saying(row, claims, corrected, _wrong(row, rows), *back[row.id])) for row in rows.values()]


@lru_cache(maxsize=1 << 14)
def ordinal(day: str) -> int:
    """A day as a number."""
    return date.fromisoformat(day).toordinal()


def _saying(
    row: Row[Any], claims: Claimed, corrected: dict[str, set[str]], wrong: bool, back: int, turn: int
) -> Saying:
    return Saying(
        moment=row.moment or "9999",
        article=row.article,
        start=row.start,
        id=row.id,
        speaker=row.person,
        text=row.text,
        kind=row.kind,
        day=row.day,
        dated=row.said_on is not None,
        venue=row.venue_name,
        negated=(row.negated and disavowed(row.cue, row.text))
        or takes_back(row.cue, row.text)
        or rectified(row.source, row.cue, row.title or row.note or ""),
        wrong=wrong,
        copies=row.original or row.article,
        claims=tuple(sorted(claims.values.get(row.id, ()))),
        gone=row.superseded_by,
        gone_why=row.superseded_why or "",
        corrects=tuple(sorted(corrected.get(row.article, ()))),
        titles=_titles(row),
        body=row.speaker_kind in {"organization", "group", "document"},
        faint=_faint(row),
        of=_of(row),
        source=row.speaker_name or "",
        cue=row.cue,
        outlet=row.outlet or "",
        recalled=row.recalled,
        since=row.since,
        until=row.until,
        headline=_heads(row),
        back=back,
        turn=turn,
        parent=row.parent or "",
        when=tuple(sorted(claims.when.get(row.id, ()))),
    )


def _heads(row: Row[Any]) -> bool:
    return bool(row.title) and row.end <= len(row.title) + 2


def _age(row: Row[Any]) -> int:
    """How many days before its article it was said."""
    if not row.day or not row.article_day:
        return 0
    return max(0, ordinal(row.article_day) - ordinal(row.day))


def _wrong(row: Row[Any], rows: Loaded) -> bool:
    """Whether it is told as misreported, or inside words that are."""
    told = row, rows.get(row.parent or "", row)
    return any(misreported(one.source, one.text, one.note or "") for one in told)


def _faint(row: Row[Any]) -> bool:
    """Whether one whom the article takes for a person may be none: no role, and no known given name."""
    if row.speaker_kind != "person" or row.role or row.person is None:
        return False
    return "-" not in row.person or gender(row.person.replace("-", " ")) is None


def _of(row: Row[Any]) -> tuple[str, ...]:
    """For whom a speaker speaks, by name: the body of the role, the principals that the article gives."""
    if not row.organization and row.on_behalf_of in {None, "[]"}:
        return ()
    principals = listed(row.on_behalf_of or "[]")
    return tuple(sorted(stems(" ".join([row.organization or "", *principals]).replace("-", " "))))


def _titles(row: Row[Any]) -> tuple[str, ...]:
    """The offices that the article gives the speaker."""
    named = office(row.role, row.organization) if row.role else None
    described = None
    if row.block and row.block.startswith(ROLE):
        described = row.block.removeprefix(ROLE)
    told = {title for title in (named.title if named else None, described) if title}
    return tuple(sorted({same for title in told for same in titles(title)}))


def _backs(rows: Iterable[Row[Any]]) -> dict[str, tuple[int, int]]:
    """How many days before its article each may have been said, and how often its speaker spoke before.

    "Had said" looks back for weeks. What goes on with the words of a speaker that were dated before it in
    the article may be as old as those.
    """
    days = table()["days"]
    found: dict[str, tuple[int, int]] = {}
    dated: dict[tuple[str, str], int] = {}
    turns: Counter[tuple[str, str]] = Counter()
    ordered = sorted(rows, key=lambda one: (one.article, one.start, one.id))
    first: dict[tuple[str, str | None], int] = {}
    for row in ordered:
        if row.said_on is not None:
            first.setdefault((row.article, row.person), _age(row))
    for row in ordered:
        speaker = row.article, row.speaker or ""
        if row.said_on is not None:
            dated[speaker] = _age(row)
        recalled = days["recalled"] if row.recalled else 0
        told = first.get((row.article, row.person), 0) if _heads(row) else 0
        found[row.id] = max(dated.get(speaker, days["untold"]), recalled, told), turns[speaker]
        turns[speaker] += 1
    return found


def _claims(connection: Connection, statements: Iterable[str]) -> Claimed:
    found = Claimed(defaultdict(set), defaultdict(set))
    query = select(C.statement, C.event, C.value, C.earliest, C.latest)
    for row in where(connection, query, C.statement, statements):
        if row.event and row.value:
            found.values[row.statement].add((row.event, row.value))
        days = [day[:10] for day in (row.earliest, row.latest) if day]
        if len(days) > 1 and ordinal(days[1]) - ordinal(days[0]) <= WITHIN:
            found.when[row.statement].add((days[0], days[1]))
    return found
