"""Who is described by a role alone ("the harbour minister", "her spokesman"): sets their `person`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select

from onrecord.record import tables
from onrecord.record.linking.rows import change, listed, where
from onrecord.record.people import (
    NEAR,
    ROLE,
    SPOKESPERSON,
    Held,
    Naming,
    Office,
    holder,
    office,
    principal,
    titles,
    voice,
)

A = tables.agents.c
QUERY = select(
    A.id, A.article, A.agent, A.name, A.kind, A.role, A.organization, A.day, A.block, A.office, A.statements,
    A.person, A.person_why, A.described, A.on_behalf_of,
)  # fmt: skip
TOUCHED = select(A.id, A.article, A.day, A.block, A.office)
Agents = Mapping[str, Row[Any]]
SPEAKING = ROLE + SPOKESPERSON


def link_roles(connection: Connection, touched: Iterable[Row[Any]]) -> set[str]:
    """Look up those who are described by a role alone, where agents that are new or changed can matter.

    These are the agents of the same articles, and those described by a like title in the same weeks: nothing
    else can be another person through them. First plain offices, then spokespersons, since a spokesperson
    is known by the one whose office is.
    """
    known = {row.id: row for row in touched}
    told = {row.office for row in known.values()} | {
        row.block.removeprefix(ROLE) for row in known.values() if row.block.startswith(ROLE)
    }
    every = {title for one in told if one for title in titles(one)}
    articles = {row.article for row in known.values()}
    days = [row.day for row in known.values()]
    blocks = {ROLE + title for title in every} - {SPEAKING}
    agents = _described(connection, blocks, days, articles)
    changed = _settle(connection, {id: row for id, row in agents.items() if row.block != SPEAKING})
    days += [agents[id].day for id in changed]
    speaking = _described(connection, {SPEAKING}, days, articles)
    return changed | _settle_speaking(
        connection, {id: row for id, row in speaking.items() if row.block == SPEAKING}
    )


def naming_of(row: Row[Any]) -> Naming:
    """An agent as it is compared."""
    named = not row.block.startswith(ROLE)
    name = row.name if named else row.described or row.name
    return Naming(row.id, name, row.kind, row.role, row.organization, row.day, named)


def write(
    connection: Connection, agents: Iterable[Row[Any]], found: Mapping[str, tuple[str, str]]
) -> set[str]:
    """Set who agents are, where that changed; their ids."""
    changes = []
    for row in agents:
        person, why = found.get(row.id, (None, None))
        if (row.person, row.person_why) != (person, why):
            changes.append({"id": row.id, "person": person, "person_why": why})
    change(connection, tables.agents, changes)
    return {row["id"] for row in changes}


def _described(
    connection: Connection, blocks: Iterable[str], days: Iterable[str | None], articles: Iterable[str]
) -> dict[str, Row[Any]]:
    """The agents without a name in some blocks in the weeks about some days, and those of some articles."""
    found = {row.id: row for row in where(connection, _about(days), A.block, blocks)}
    here = where(connection, QUERY.where(A.block.like(f"{ROLE}%")), A.article, articles)
    return found | {row.id: row for row in here}


def _settle(connection: Connection, agents: Agents) -> set[str]:
    namings = {id: naming_of(row) for id, row in agents.items()}
    meant = {id: office(one.role, one.organization, one.name) for id, one in namings.items()}
    held = _held(connection, {one.title for one in meant.values() if one}, agents)
    here = _named(connection, agents)
    found = {}
    for id, naming in namings.items():
        told = meant[id]
        who = holder(naming, _of(held, told), here[agents[id].article]) if told else None
        if who:
            found[id] = who
    return write(connection, agents.values(), found)


def _settle_speaking(connection: Connection, agents: Agents) -> set[str]:
    query = _about([row.day for row in agents.values()])
    named = (
        [row for row in where(connection, query, A.office, {SPOKESPERSON}) if row.person] if agents else []
    )
    principals = _principals(connection, [*agents.values(), *named])
    held = [Held(row.person, Office(SPOKESPERSON), row.day, frozenset(principals[row.id])) for row in named]
    here = _named(connection, agents)
    found = {}
    for id, row in agents.items():
        told = principals[id]
        if len(told) <= 1:
            who = voice(naming_of(row), next(iter(told), None), held, here[row.article])
            if who:
                found[id] = who
    return write(connection, agents.values(), found)


def _principals(connection: Connection, rows: Iterable[Row[Any]]) -> dict[str, set[str]]:
    """Whom each spokesperson speaks for: whom the article gives, else whoever holds the office it names."""
    known = {row.id: row for row in rows}
    agents = {id: {f"{row.article}/{one}" for one in listed(row.on_behalf_of)} for id, row in known.items()}
    wanted = {agent for several in agents.values() for agent in several}
    person = {row.id: row.person for row in where(connection, select(A.id, A.person), A.id, wanted)}
    found: dict[str, set[str]] = {
        id: {who for agent in several if (who := person.get(agent))} for id, several in agents.items()
    }
    offices = {id: told for id, row in known.items() if not found[id] and (told := _principal(row))}
    held = _held(connection, {told.title for told in offices.values()}, {id: known[id] for id in offices})
    here = _named(connection, {id: known[id] for id in offices})
    for id, told in offices.items():
        row = known[id]
        naming = Naming(id, " ".join((*sorted(told.which), told.title)), "person", day=row.day, named=False)
        who = holder(naming, _of(held, told), here[row.article])
        if who:
            found[id] = {who[0]}
    return found


def _principal(row: Row[Any]) -> Office | None:
    if row.organization:
        return office(None, None, row.organization)
    return principal(row.described or row.name) if row.block == SPEAKING else None


def _held(connection: Connection, wanted: Iterable[str], agents: Agents) -> dict[str, list[Held]]:
    """By title who is given it about the days of some agents."""
    every = {same for title in wanted for same in titles(title)}
    held: dict[str, list[Held]] = defaultdict(list)
    if not every or not agents:
        return held
    for row in where(connection, _about([row.day for row in agents.values()]), A.office, every):
        told = office(row.role, row.organization)
        if row.person and told and not row.block.startswith(ROLE):
            held[told.title].append(Held(row.person, told, row.day))
    return held


def _of(held: Mapping[str, list[Held]], meant: Office) -> list[Held]:
    return [one for title in sorted(titles(meant.title)) for one in held.get(title, ())]


def _named(connection: Connection, agents: Agents) -> dict[str, set[str]]:
    """By article the people whom it names."""
    found: dict[str, set[str]] = defaultdict(set)
    query = select(A.article, A.person).where(A.person.is_not(None), A.block.not_like(f"{ROLE}%"))
    for row in where(connection, query, A.article, {row.article for row in agents.values()}):
        found[row.article].add(row.person)
    return found


def _about(days: Iterable[str | None]) -> Select[Any]:
    """The agents of the weeks about some days, and those without a day."""
    dated = [date.fromisoformat(day) for day in days if day]
    if not dated:
        return QUERY.where(A.day.is_(None))
    first, last = (str(day) for day in (min(dated) - NEAR, max(dated) + NEAR))
    return QUERY.where(or_((A.day >= first) & (A.day <= last), A.day.is_(None)))
