"""The positions of holders on events, in order of saying: the table positions."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, select

from onrecord.entry import Superseded
from onrecord.record import tables
from onrecord.record.alike import weight
from onrecord.record.events import Mentioned
from onrecord.record.linking.rows import add, remove, spans, texts, where
from onrecord.record.positions import Commitment, Step, steps
from onrecord.record.utterances import disavowed, takes_back
from onrecord.terms import terms

TELLS = 0.6  # what a word weighs at least that two claims of one thing share
M, E = tables.mentioned_events.c, tables.events.c
C, S, U, A = tables.claims.c, tables.statements.c, tables.utterances.c, tables.articles.c
TELLING = tables.mentioned_events.alias("telling")
QUERY = (
    select(
        C.id, C.article, C.statement, C.holder, C.holder_name, C.event, C.text, C.value, C.uu, C.polarity,
        C.act, C.p, C.value_p, C.why, C.trigger, C.person.label("holder_person"),
        S.kind, S.utterance, S.start, S.negated, S.recalled, S.cue, S.speaker, S.said_on.label("told_on"),
        S.text.label("said"),
        M.type, M.mode, M.participants, M.relation, M.earliest, M.latest, M.day.label("spoken"),
        E.happened, E.closed_on, TELLING.c.day.label("told_by"),
        U.day, U.said_on, U.said_how, U.superseded_by, U.superseded_why, U.reports,
        U.person.label("speaker_person"),
        A.moment, A.supersedes, A.note,
    )
    .join_from(tables.claims, tables.statements, C.statement == S.id)
    .join(tables.utterances, S.utterance == U.id)
    .join(tables.articles, C.article == A.id)
    .join(tables.mentioned_events, C.mention == M.id)
    .join(tables.events, C.event == E.id)
    .outerjoin(TELLING, E.outcome == TELLING.c.id)
)  # fmt: skip


def link_positions(connection: Connection, events: Iterable[str]) -> None:
    """Work out the positions of everybody on ``events``."""
    touched = set(events)
    remove(connection, tables.positions.c.event, touched)
    groups: dict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    for row in where(connection, QUERY, C.event, touched):
        person = _holder(row)
        if person and row.value:
            groups[person, row.event].append(row)
    p = tables.people.c
    names = {
        row.id: row.name for row in where(connection, select(p.id, p.name), p.id, {who for who, _ in groups})
    }
    words = texts(connection, {row.article for several in groups.values() for row in several})
    rows = [
        {"person": who, "holder": names.get(who, who), **row}
        for who, event in sorted(groups)
        for row in _positions(groups[who, event], words)
    ]
    add(connection, tables.positions, rows)


def _holder(row: Row[Any]) -> str | None:
    """Whose claim it is; of what a speaker says himself, whoever made the utterance, by all its reports."""
    own = row.holder is not None and row.holder == row.speaker
    found: str | None = row.speaker_person if own and row.speaker_person else row.holder_person
    return found


def _positions(rows: Iterable[Row[Any]], words: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    by_claim = {row.id: row for row in rows}
    taken = {
        row.utterance: Superseded(row.superseded_by, row.superseded_why)
        for row in by_claim.values()
        if row.superseded_by
    }
    for place, step in enumerate(
        steps((_commitment(row, words[row.article]) for row in by_claim.values()), taken)
    ):
        yield _row(place, step, by_claim[step.commitment.claim])


def _commitment(row: Row[Any], article: str) -> Commitment:
    return Commitment(
        day=row.day or "9999",
        moment=row.moment or "9999",
        start=row.start,
        utterance=row.utterance,
        claim=row.id,
        value=row.value,
        uu=row.uu,
        polarity=row.polarity,
        act=row.act,
        text=row.text,
        p=(1.0 if row.p is None else row.p) * (1.0 if row.value_p is None else row.value_p),
        report=row.statement,
        article=row.article,
        kind=row.kind,
        words=_words(row, article),
        others=_others(row),
        bound=_bound(row),
        closed=(row.closed_on or row.told_by) if row.happened else None,
        type=f"{row.type} {row.mode}" if row.type and row.mode else None,
        recalled=row.recalled and row.told_on is None,
        corrects=row.supersedes != "[]" or row.note is not None,
        disavows=(row.negated and disavowed(row.cue, row.said)) or takes_back(row.cue, row.said),
    )


def _bound(row: Row[Any]) -> tuple[int, int] | None:
    return Mentioned(
        "", "", 0, "", None, None, (), (), relation=row.relation, earliest=row.earliest, latest=row.latest,
        day=row.spoken,
    ).bound  # fmt: skip


def _words(row: Row[Any], article: str) -> frozenset[str]:
    """The words of a claim's trigger that tell something: "the sale", and no "come" or "take"."""
    trigger = " ".join(span.of(article) for span in spans(row.trigger))
    return frozenset(term for term in terms(trigger[:200]) if weight(term) >= TELLS)


def _others(row: Row[Any]) -> frozenset[str]:
    """The last names of those who take part beside the holder."""
    told = {term for _, name, _ in json.loads(row.participants) for term in terms(name)[-1:]}
    return frozenset(told - set(terms(row.holder_name or "")))


def _row(place: int, step: Step, row: Row[Any]) -> dict[str, Any]:
    return {
        "id": row.id,
        "event": row.event,
        "utterance": row.utterance,
        "claim": row.id,
        "place": place,
        "day": row.day,
        "said_on": row.said_on,
        "said_how": row.said_how,
        "value": row.value,
        "uu": row.uu,
        "polarity": row.polarity,
        "act": row.act,
        "text": row.text,
        "change": step.change,
        "reports": row.reports,
        "superseded_by": step.superseded.by if step.superseded else None,
        "superseded_why": step.superseded.why if step.superseded else None,
        "why": "; ".join(part for part in (step.why, row.why) if part),
    }
