"""What speakers say never to have said: sets `superseded_by` of utterances."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from onrecord.record import tables
from onrecord.record.linking.reports import Reports
from onrecord.record.linking.rows import change, where
from onrecord.record.utterances import BACK, Saying, SpeechAct, taken_back

U, S = tables.utterances.c, tables.statements.c
QUERY = select(U.id, U.person, U.day, U.negated, U.superseded_by, U.superseded_why)


def link_disavowals(connection: Connection, reports: Reports, touched: Iterable[Row[Any]]) -> set[str]:
    """Work out what is taken back of utterances near ``touched`` ones; the statements of those that changed.

    ``touched`` are rows of `QUERY`: utterances that are new, and those that are no more. Only speakers who
    disavow something can have taken anything back.
    """
    known = list(touched)
    days = [date.fromisoformat(row.day) for row in known if row.day]
    people = {row.person for row in known if row.person}
    denying = {row.person for row in where(connection, QUERY.where(U.negated), U.person, people)}
    denying |= {row.person for row in known if row.negated and row.person}
    if not denying or not days:
        return set()
    first, last = min(days) - timedelta(BACK), max(days) + timedelta(BACK)
    around = (U.day >= str(first - timedelta(BACK))) & (U.day <= str(last + timedelta(BACK)))
    rows = {row.id: row for row in where(connection, QUERY.where(around), U.person, denying)}
    acts = _acts(connection, reports, rows)
    taken = taken_back(acts, reports.of_article)
    changes = []
    for row in rows.values():
        gone = taken.get(row.id)
        by, why = (gone.by, gone.why) if gone else (None, None)
        if str(first) <= row.day <= str(last) and (row.superseded_by, row.superseded_why) != (by, why):
            changes.append({"id": row.id, "superseded_by": by, "superseded_why": why})
    change(connection, tables.utterances, changes)
    changed = {one["id"] for one in changes}
    return {row.id for row in where(connection, select(S.id), S.utterance, changed)}


def _acts(connection: Connection, reports: Reports, utterances: Iterable[str]) -> list[SpeechAct]:
    query = select(S.id, S.article, S.utterance)
    rows = list(where(connection, query, S.utterance, utterances))
    reports.read({row.article for row in rows})
    told: dict[str, list[Saying]] = defaultdict(list)
    for row in rows:
        told[row.utterance].append(reports.sayings[row.id])
    return [SpeechAct(tuple((saying, "") for saying in sorted(told[id]))) for id in sorted(told)]
