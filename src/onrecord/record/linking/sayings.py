"""Statements as reports of utterances: sets their `utterance` and `shown`, and the table utterances."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from onrecord.entry import Superseded
from onrecord.record import tables
from onrecord.record.ids import article_of
from onrecord.record.linking.disavowals import QUERY as UTTERANCE
from onrecord.record.linking.disavowals import link_disavowals
from onrecord.record.linking.reports import Reports, mates
from onrecord.record.linking.rows import add, change, listed, remove, where
from onrecord.record.utterances import (
    Pair,
    Score,
    SpeechAct,
    grouped,
    pair,
    related,
    replaced,
    scored,
)

VAGUE = re.compile(r"\b(?:week|month|year)s?\b")  # "a week later" is no day, if a report of the time is there
S, C = tables.statements.c, tables.claims.c


def speakers(connection: Connection, agents: Iterable[str], articles: Iterable[str]) -> set[str]:
    """Set `person` of the statements and claims of agents and articles; the statements of which that changed.

    A nameless spokesperson speaks for the principal: "her office said" is hers, as far as it is kept. What
    a spokesperson says is said anew where the principal is somebody else now.
    """
    a, agents = tables.agents.c, set(agents)
    query = select(a.id, a.article, a.kind, a.person, a.on_behalf_of)
    touched = {*articles, *map(article_of, agents)}
    rows = {row.id: row for row in where(connection, query, a.article, touched)}
    principals = {
        id: [f"{row.article}/{agent}" for agent in listed(row.on_behalf_of)] for id, row in rows.items()
    }
    who = {id: row.person for id, row in rows.items()}
    for id, row in rows.items():
        if row.person is None and row.kind == "unnamed" and len(principals[id]) == 1:
            who[id] = rows[principals[id][0]].person if principals[id][0] in rows else None
    said = list(where(connection, select(S.id, S.speaker, S.person), S.speaker, who))
    moved = [{"id": row.id, "person": who[row.speaker]} for row in said if row.person != who[row.speaker]]
    change(connection, tables.statements, moved)
    held = list(where(connection, select(C.id, C.holder, C.person), C.holder, who))
    change(
        connection,
        tables.claims,
        [{"id": row.id, "person": who[row.holder]} for row in held if row.person != who[row.holder]],
    )
    return {row["id"] for row in moved} | {
        row.id for row in said if not agents.isdisjoint(principals[row.speaker])
    }


def link_utterances(
    connection: Connection, spoken: Iterable[str], moved: Iterable[str], articles: Iterable[str]
) -> set[str]:
    """Find the acts of saying behind some statements and all in ``articles``; all statements in them.

    ``spoken`` are statements that have another speaker now, by which others in their articles may match
    better or worse; ``moved`` those that only claim something of another event. All that a chain of like
    reports joins to them is put together again, since a new report can join two acts that were apart.
    """
    reports = Reports(connection)
    changed = {*articles, *map(article_of, spoken)}
    started = {row.id for row in where(connection, select(S.id), S.article, changed)} | set(moved)
    members, scores = _closed(reports, mates(connection, started))
    found = grouped((reports.sayings[id] for id in members), scores)
    old = {reports.rows[id].utterance for id in members} - {None}
    touched = list(where(connection, UTTERANCE, tables.utterances.c.id, old))
    remove(connection, tables.positions.c.utterance, old)
    remove(connection, tables.utterances.c.id, old)
    add(connection, tables.utterances, [_utterance(act, reports, replaced(act)) for act in found])
    _write(connection, found, reports.rows)
    touched += where(connection, UTTERANCE, tables.utterances.c.id, {act.first.id for act in found})
    return members | link_disavowals(connection, reports, touched)


def _closed(reports: Reports, started: set[str]) -> tuple[set[str], dict[Pair, Score]]:
    """The statements and all that a chain of like reports joins to them, with the scores of their pairs.

    What is put together is a function of these alone, and nothing else in the record need be looked at.
    """
    members: set[str] = set()
    scores: dict[Pair, Score] = {}
    ahead = started
    while ahead:
        members |= ahead
        said = reports.candidates(ahead)
        near = {pair(reports.sayings[id], reports.sayings[other]) for id, other in said}
        fresh = {both for both in near - scores.keys() if related(*both) or reports.stands_out(*both)}
        told = {(one, other): reports.told(one, other) for one, other in fresh}
        scores |= scored(fresh, told)
        reached = {one.id for both in fresh if scores[both].value > 0 for one in both} - members
        ahead = mates(reports.connection, reached) - members
        reports.read(map(article_of, ahead))
    return members, scores


def _write(connection: Connection, found: Sequence[SpeechAct], rows: Mapping[str, Row[Any]]) -> None:
    changes = []
    for act in found:
        standing = [saying.id for saying, _ in act.reports if not saying.gone]
        for saying, why in act.reports:
            row = rows[saying.id]
            now = (act.first.id, why, saying.id == next(iter(standing), None))
            if now != (row.utterance, row.utterance_why, row.shown):
                names = ("utterance", "utterance_why", "shown")
                changes.append({"id": saying.id, **dict(zip(names, now, strict=True))})
    change(connection, tables.statements, changes)


def _utterance(act: SpeechAct, reports: Reports, gone: Superseded | None) -> dict[str, Any]:
    first, teller = reports.rows[act.first.id], reports.rows[act.teller.id]
    dated = next((reports.rows[saying.id] for saying, _ in act.reports if saying.dated), None)
    if dated and first.said_on is None and not first.recalled and VAGUE.search(dated.said_how or ""):
        dated = None
    return {
        "id": first.id,
        "person": teller.person,
        "speaker": teller.speaker_name,
        "said_on": dated.said_on if dated else first.day,
        "said_how": dated.said_how if dated else ("the day of its first report" if first.day else None),
        "day": dated.day if dated else first.day,
        "venue": next(
            (reports.rows[saying.id].venue_name for saying, _ in act.reports if saying.venue), None
        ),
        "function": first.function,
        "negated": any(saying.negated for saying, _ in act.reports),
        "text": first.text,
        "statement": first.id,
        "reports": len(act.reports),
        "superseded_by": gone.by if gone else None,
        "superseded_why": gone.why if gone else None,
    }
