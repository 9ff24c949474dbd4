"""Mentions of events as events across articles: sets `event` of mentions and claims, and the table events."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Row, select

from onrecord.record import tables
from onrecord.record.events import (
    Happening,
    Mentioned,
    Outcome,
    Scores,
    happenings,
    linked,
    outcome,
    story_of,
    whole,
    words_of,
)
from onrecord.record.linking.rows import add, beside, change, listed, remove, spans, texts, where
from onrecord.terms import terms

M, A, C = tables.mentioned_events.c, tables.articles.c, tables.claims.c
QUERY = select(
    M.id, M.article, M.type, M.mode, M.label, M.triggers, M.participants, M.relation, M.bound, M.earliest,
    M.latest, M.day, M.ahead, M.told, M.event, M.event_why, A.moment, A.original,
).join_from(tables.mentioned_events, tables.articles, M.article == A.id)  # fmt: skip
CLAIMS = select(
    C.id,
    C.mention,
    C.statement,
    C.value,
    C.act,
    C.p,
    C.value_p,
    C.relation,
    C.earliest,
    C.latest,
    C.day,
    C.event,
)
CAST, TRIGGERS = 4, 4
SHORT = 2  # words of a label that says too little: "no talks"
PARTS, SHARE = 8, 6  # at most so many take part; who is named six times less often than the first was misread
Rows = dict[str, Row[Any]]
Keys = dict[str, set[int]]
People = dict[str, frozenset[str]]


def link_events(connection: Connection, articles: Iterable[str]) -> tuple[set[str], set[str]]:
    """Find the events behind the mentions of ``articles``.

    The ids of all events that are new, were, or changed; and the statements whose claims are of another now.
    """
    rows = {row.id: row for row in where(connection, QUERY, M.article, articles)}
    rows |= {row.id: row for row in where(connection, QUERY, M.event, {row.event for row in rows.values()})}
    scores = Scores()
    rows, mentions, keys = _closed(connection, rows, scores)
    found = happenings(mentions.values(), keys, scores)
    old = {row.event for row in rows.values() if row.event}
    for column in (tables.positions.c.event, tables.participants.c.event, tables.events.c.id):
        remove(connection, column, old)
    statements = _write(connection, found, rows)
    return old | {one.first.id for one in found}, statements


def _closed(connection: Connection, rows: Rows, scores: Scores) -> tuple[Rows, dict[str, Mentioned], Keys]:
    """The rows and all that a chain of links joins to them, as mentions, with their keys.

    What is joined is a function of these alone, so that what else is in the record need not be looked at.
    """
    k = tables.event_keys.c
    mentions: dict[str, Mentioned] = {}
    keys: Keys = defaultdict(set)
    ahead = dict(rows)
    while ahead:
        mentions |= mentioned(connection, ahead)
        for row in where(connection, select(k.key, k.mention), k.mention, ahead):
            keys[row.mention].add(row.key)
        sharing: dict[int, list[str]] = defaultdict(list)
        wanted = set(chain.from_iterable(keys[id] for id in ahead))
        others = select(k.key, k.mention).where(beside(connection, k.mention, mentions))
        for row in where(connection, others, k.key, wanted):
            sharing[row.key].append(row.mention)
        strangers = set(chain.from_iterable(sharing.values()))
        near = {row.id: row for row in where(connection, QUERY, M.id, strangers)}
        seen = mentioned(connection, near)
        pairs = {(id, other) for id in ahead for key in keys[id] & sharing.keys() for other in sharing[key]}
        reached = {other for id, other in pairs if linked(mentions[id], seen[other], scores)}
        grouped = {near[id].event for id in reached if near[id].event}
        ahead = {id: near[id] for id in reached}
        ahead |= {row.id: row for row in where(connection, QUERY, M.event, grouped) if row.id not in mentions}
        rows = rows | ahead
    return rows, mentions, keys


def mentioned(connection: Connection, rows: Rows) -> dict[str, Mentioned]:
    """Rows of `QUERY` as they are compared, by id."""
    a = tables.agents.c
    taking = {id: [part[0] for part in listed(row.participants)] for id, row in rows.items()}
    agents = set(chain.from_iterable(taking.values()))
    person = {row.id: row.person for row in where(connection, select(a.id, a.person), a.id, agents)}
    cast, named = _cast(connection, {row.article for row in rows.values()})
    around, sure = _claimed(connection, rows)
    read = texts(connection, {row.article for row in rows.values()})
    words, story = _words(rows, read), {article: story_of(text) for article, text in read.items()}
    return {
        id: _mention(
            row,
            words[id],
            frozenset(person[agent] for agent in taking[id] if person.get(agent)),
            sure=id in sure,
            around=frozenset(around[id]),
            cast=cast[row.article],
            named=named[row.article],
            story=story[row.article],
        )
        for id, row in rows.items()
    }


def _words(rows: Rows, read: Mapping[str, str]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """What label and triggers of each mention mean, and the triggers alone."""
    return {
        id: words_of(row.label, (whole(read[row.article], place) for place in spans(row.triggers)[:TRIGGERS]))
        for id, row in rows.items()
    }


def _cast(connection: Connection, articles: Iterable[str]) -> tuple[People, People]:
    """The few of whom each article speaks most, and all whom it names."""
    a = tables.agents.c
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in where(connection, select(a.article, a.person, a.mentions), a.article, articles):
        if row.person:
            found[row.article].append((-row.mentions, row.person))
    few = {
        article: frozenset(p for count, p in sorted(several)[:CAST] if count < -1)
        for article, several in found.items()
    }
    every = {article: frozenset(p for _, p in several) for article, several in found.items()}
    return defaultdict(frozenset, few), defaultdict(frozenset, every)


def _claimed(connection: Connection, mentions: Iterable[str]) -> tuple[dict[str, set[str]], set[str]]:
    """Those in whose claims each mention stands, and the mentions that somebody is certain of."""
    around: dict[str, set[str]] = defaultdict(set)
    sure = set()
    for row in where(connection, select(C.mention, C.person, C.value), C.mention, mentions):
        if row.person:
            around[row.mention].add(row.person)
        if row.value == "CT+":
            sure.add(row.mention)
    return around, sure


def _mention(
    row: Row[Any],
    words: tuple[tuple[str, ...], tuple[str, ...]],
    people: frozenset[str],
    *,
    sure: bool,
    **beside: frozenset[str],
) -> Mentioned:
    places = spans(row.triggers)
    certain = bool(row.told or (sure and not row.ahead))  # "ruled it out on Monday" tells no day of it
    saying = row.day in {row.earliest, row.latest} and not certain
    return Mentioned(
        moment=row.moment or "9999",
        article=row.article,
        start=places[0].start if places else 0,
        id=row.id,
        type=row.type,
        mode=row.mode,
        words=words[0],
        trigger=words[1],
        people=people,
        **beside,
        relation=None if saying else row.relation,
        earliest=None if saying else row.earliest,
        latest=None if saying else row.latest,
        deadline=row.bound,
        day=row.day,
        copies=row.original or row.article,
        told=row.told,
        ahead=row.ahead,
    )


def _write(connection: Connection, found: Sequence[Happening], rows: Rows) -> set[str]:
    changes = []
    event_of = {}
    for one in found:
        for mention, why in one.mentions:
            event_of[mention.id] = one.first.id
            row = rows[mention.id]
            if (row.event, row.event_why) != (one.first.id, why):
                changes.append({"id": mention.id, "event": one.first.id, "event_why": why})
    change(connection, tables.mentioned_events, changes)
    claims: dict[str, list[Row[Any]]] = defaultdict(list)
    for claim in where(connection, CLAIMS, C.mention, event_of):
        claims[event_of[claim.mention]].append(claim)
    moved = [(claim, event) for event, several in claims.items() for claim in several if claim.event != event]
    change(connection, tables.claims, [{"id": claim.id, "event": event} for claim, event in moved])
    add(connection, tables.events, [_event(one, rows, outcome(one, claims[one.first.id])) for one in found])
    people = _people(connection, rows)
    add(
        connection,
        tables.participants,
        [row for one in found for row in _participants(one, rows, people)],
    )
    return {claim.statement for claim, _ in moved if claim.statement}


def _event(one: Happening, rows: Rows, closed: Outcome | None) -> dict[str, Any]:
    mentions = [mention for mention, _ in one.mentions]
    kinds = Counter((m.type, m.mode) for m in mentions if m.type)
    kind = max(kinds, key=lambda k: (k[1] is not None, kinds[k], k[0], k[1] or ""), default=(None, None))
    bound = next((rows[m.id] for m in mentions if m.bound), None)
    firsts = [m.earliest for m in mentions if m.bound and m.earliest]
    lasts = [m.latest for m in mentions if m.bound and m.latest]
    return {
        "id": one.first.id,
        "type": kind[0],
        "mode": kind[1],
        "label": _label(mentions, rows),
        "relation": bound.relation if bound else None,
        "bound": bound.bound if bound else None,
        "earliest": max(firsts, default=None),
        "latest": min(lasts, default=None),
        "mentions": len(mentions),
        "articles": len({m.article for m in mentions}),
        "happened": closed.happened if closed else None,
        "closed_on": closed.on if closed else None,
        "outcome": closed.by if closed else None,
        "outcome_why": closed.why if closed else None,
    }


def _label(mentions: Sequence[Mentioned], rows: Rows) -> str | None:
    """The words of an article that name most of those who take part, and that are whole and short."""
    labelled = [m for m in mentions if rows[m.id].label]
    if len(labelled) < 2:
        return rows[labelled[0].id].label if labelled else None
    named = Counter(last for m in mentions for last in _last_names(rows[m.id]))
    often = {last for last, count in named.items() if 2 * count >= len(mentions)}
    kinds = Counter(m.trigger[:1] for m in mentions)

    def fit(m: Mentioned) -> tuple[object, ...]:
        label = rows[m.id].label
        words = set(terms(label))
        return (
            len(often & words),
            kinds[m.trigger[:1]],
            not label.endswith("…"),
            not any(word.isupper() and len(word) > SHORT for word in label.split()),
            len(label.split()) > SHORT,
            -len(label),
            [-ord(letter) for letter in m.id],
        )

    best: str = rows[max(labelled, key=fit).id].label
    return best


def _last_names(row: Row[Any]) -> set[str]:
    return {term for _, name, _ in listed(row.participants) for term in terms(name)[-1:]}


def _people(connection: Connection, rows: Rows) -> Rows:
    """Under each agent that takes part in anything the person it is, and what that one is called."""
    a, p = tables.agents.c, tables.people.c
    query = select(a.id, a.person, p.name).join_from(tables.agents, tables.people, a.person == p.id)
    agents = {part[0] for row in rows.values() for part in listed(row.participants)}
    return {row.id: row for row in where(connection, query, a.id, agents)}


def _participants(one: Happening, rows: Rows, people: Rows) -> list[dict[str, Any]]:
    parts: Counter[tuple[str | None, str, str | None]] = Counter()
    told = [part for mention, _ in one.mentions for part in listed(rows[mention.id].participants)]
    for agent, name, role in told:
        row = people.get(agent)
        parts[(row.person, row.name, role) if row else (None, name, role)] += 1
    seen: dict[tuple[str | None, str], str | None] = {}
    most = max(parts.values(), default=0)
    for (person, name, role), count in sorted(parts.items(), key=lambda one: (-one[1], str(one[0])))[:PARTS]:
        if SHARE * count >= most:
            seen.setdefault((person, name), role)
    return [
        {"event": one.first.id, "person": person, "name": name, "role": role}
        for (person, name), role in seen.items()
    ]
