"""The positions of holders on events, in order of saying: the table positions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from onrecord.entry import Superseded
from onrecord.record import tables
from onrecord.record.alike import heft, meaning
from onrecord.record.events import Mentioned
from onrecord.record.linking.rows import add, listed, remove, spans, texts, where
from onrecord.record.positions import Commitment, Step, steps
from onrecord.record.utterances import disavowed, takes_back
from onrecord.terms import terms

LONGEST = 200  # characters of a claim that are read for what it is about
TELLS = 0.6  # what a word weighs at least that two claims of one thing share
M, E = tables.mentioned_events.c, tables.events.c
C, S, U, A = tables.claims.c, tables.statements.c, tables.utterances.c, tables.articles.c
G = tables.agents.c
NOBODY = "[]"
TELLING = tables.mentioned_events.alias("telling")
QUERY = (
    select(
        C.id, C.article, C.statement, C.holder, C.holder_name, C.event, C.text, C.value, C.uu, C.polarity,
        C.act, C.p, C.value_p, C.why, C.trigger, C.person.label("holder_person"),
        S.kind, S.utterance, S.start, S.negated, S.recalled, S.cue, S.speaker, S.speaker_name,
        S.said_on.label("told_on"), S.text.label("said"), S.level, S.function,
        M.type, M.mode, M.participants, M.relation, M.earliest, M.latest, M.ahead, M.day.label("spoken"),
        E.happened, E.closed_on, TELLING.c.day.label("told_by"),
        U.day, U.said_on, U.said_how, U.superseded_by, U.superseded_why, U.reports,
        U.person.label("speaker_person"),
        A.moment, A.supersedes, A.note, A.superseded_by.label("gone_by"), A.superseded_why.label("gone_why"),
    )
    .join_from(tables.claims, tables.statements, C.statement == S.id)
    .join(tables.utterances, S.utterance == U.id)
    .join(tables.articles, C.article == A.id)
    .join(tables.mentioned_events, C.mention == M.id)
    .join(tables.events, C.event == E.id)
    .outerjoin(TELLING, E.outcome == TELLING.c.id)
)  # fmt: skip


class _Holder(NamedTuple):
    """Whose positions they are, and of which claims others make them for that person, by claim and person."""

    id: str
    name: str
    through: Set[tuple[str, str]]


def link_positions(connection: Connection, events: Iterable[str]) -> None:
    """Work out the positions of everybody on ``events``."""
    touched = set(events)
    remove(connection, tables.positions.c.event, touched)
    groups: dict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    through: set[tuple[str, str]] = set()
    rows = list(where(connection, QUERY, C.event, touched))
    sure = _sure(connection, rows)
    principals = _principals(connection, rows)
    for row in (row for row in rows if row.value):
        person = _holder(row, sure)
        own = row.holder is not None and row.holder == row.speaker
        others = (principals[row.utterance] if own else set()) - {person}
        through |= {(row.id, other) for other in others}
        for who in (person, *sorted(others)):
            if who:
                groups[who, row.event].append(row)
    p = tables.people.c
    names = {
        row.id: row.name for row in where(connection, select(p.id, p.name), p.id, {who for who, _ in groups})
    }
    words = texts(connection, {row.article for several in groups.values() for row in several})
    positions = [
        row
        for who, event in sorted(groups)
        for row in _positions(_Holder(who, names.get(who, who), through), groups[who, event], words)
    ]
    add(connection, tables.positions, positions)


def _sure(connection: Connection, rows: Iterable[Row[Any]]) -> set[tuple[str, str | None]]:
    """Who makes claims in reports of an utterance that do not look back, be these of other events."""
    asked = {row.utterance for row in rows if row.speaker_person not in {None, row.holder_person}}
    query = (
        select(S.utterance, C.person)
        .join_from(tables.claims, tables.statements, C.statement == S.id)
        .where(S.recalled.is_(False), C.event.is_not(None))
    )
    return {(row.utterance, row.person) for row in where(connection, query, S.utterance, asked)}


def _holder(row: Row[Any], sure: Set[tuple[str, str | None]]) -> str | None:
    """Whose claim it is; of what a speaker says himself, whoever made the utterance, by all its reports.

    Where only a report that looks back ("as the governor had said") tells who that was, it is not taken over.
    """
    own = row.holder is not None and row.holder == row.speaker
    told = own and row.speaker_person and (row.utterance, row.speaker_person) in sure
    found: str | None = row.speaker_person if told else row.holder_person
    return found


def _principals(connection: Connection, rows: Iterable[Row[Any]]) -> dict[str, set[str]]:
    """For whom the speaker of an utterance speaks, by all its reports: they are committed by it too."""
    query = (
        select(S.utterance, S.article, G.on_behalf_of)
        .join_from(tables.statements, tables.agents, S.speaker == G.id)
        .where(G.on_behalf_of != NOBODY)
    )
    agents: dict[str, set[str]] = defaultdict(set)
    for row in where(connection, query, S.utterance, {row.utterance for row in rows}):
        agents[row.utterance] |= {f"{row.article}/{agent}" for agent in listed(row.on_behalf_of)}
    every = set(chain.from_iterable(agents.values()))
    person = {row.id: row.person for row in where(connection, select(G.id, G.person), G.id, every)}
    found = {said: {person[id] for id in several if person.get(id)} for said, several in agents.items()}
    return defaultdict(set, found)


def _positions(
    holder: _Holder, rows: Iterable[Row[Any]], words: Mapping[str, str]
) -> Iterable[dict[str, Any]]:
    by_claim = {row.id: row for row in rows if not _misreported(row)}
    taken = _taken(by_claim.values())
    standing = [row for row in by_claim.values() if row.utterance in taken or not row.gone_by]
    told = (_commitment(row, words[row.article], holder.name) for row in standing)
    for place, step in enumerate(steps(told, taken)):
        yield _row(holder, place, step, by_claim[step.commitment.claim])


def _misreported(row: Row[Any]) -> bool:
    """Whether it tells what was misreported: "an earlier version said that she had ruled out a strike"."""
    return bool(row.function == "correction" and row.recalled and row.level > 1)


def _taken(rows: Iterable[Row[Any]]) -> dict[str, Superseded]:
    """What took back each utterance that is no more, or of which no article that stands reports anything."""
    by_utterance: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        by_utterance[row.utterance].append(row)
    taken = {}
    for utterance, several in by_utterance.items():
        last = max(several, key=lambda row: (row.moment or "", row.id))
        if last.superseded_by:
            taken[utterance] = Superseded(last.superseded_by, last.superseded_why)
        elif all(row.gone_by for row in several):
            taken[utterance] = Superseded(last.gone_by, last.gone_why)
    return taken


def _commitment(row: Row[Any], article: str, holder: str) -> Commitment:
    words = _telling(" ".join(span.of(article) for span in spans(row.trigger)))
    names = terms(f"{row.holder_name or ''} {holder}")
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
        words=words,
        things=_telling(row.text) - words - set(meaning(names).words),
        others=_others(row) - set(names),
        bound=_bound(row),
        closed=(row.closed_on or row.told_by) if row.happened else None,
        type=f"{row.type} {row.mode}" if row.type and row.mode else None,
        ahead=row.ahead,
        dated=row.told_on is not None,
        recalled=row.recalled and row.told_on is None,
        corrects=row.supersedes != "[]" or row.note is not None,
        disavows=(row.negated and disavowed(row.cue, row.said)) or takes_back(row.cue, row.said),
    )


def _bound(row: Row[Any]) -> tuple[int, int] | None:
    """The days to which its event is bound; who is certain of what is not ahead speaks of no later day."""
    bound = Mentioned(
        "", "", 0, "", None, None, (), (), relation=row.relation, earliest=row.earliest, latest=row.latest,
        day=row.spoken, ahead=row.ahead,
    )  # fmt: skip
    if bound.bound is None and bound.spoken and row.value == "CT+" and not row.ahead:
        return (0, bound.spoken)
    return bound.bound


@lru_cache(maxsize=1 << 13)
def _telling(text: str) -> frozenset[str]:
    """What words mean that tell something: "the sale", and no "come" or "take"."""
    return frozenset(word for word in meaning(terms(text[:LONGEST])).words if heft(word) >= TELLS)


def _others(row: Row[Any]) -> frozenset[str]:
    """The last names of those who take part."""
    return frozenset(term for _, name, _ in listed(row.participants) for term in terms(name)[-1:])


def _row(holder: _Holder, place: int, step: Step, row: Row[Any]) -> dict[str, Any]:
    through = (row.id, holder.id) in holder.through
    said_by = f"said by {row.speaker_name}" if through else None
    return {
        "id": f"{row.id}/{holder.id}" if through else row.id,
        "person": holder.id,
        "holder": holder.name,
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
        "why": "; ".join(part for part in (step.why, row.why, said_by) if part),
    }
