"""Who the agents of articles are: sets `person` of agents, and the tables people, names and roles."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from onrecord.record import tables
from onrecord.record.clusters import components
from onrecord.record.ids import article_of
from onrecord.record.linking.roles import QUERY, TOUCHED, link_roles, naming_of, write
from onrecord.record.linking.rows import add, remove, where
from onrecord.record.people import ROLE, Judged, Naming, Persona, name_words, personas
from onrecord.terms import terms

A = tables.agents.c
NOT_SLUG = re.compile(r"[^a-z0-9]")
LONGEST = 40  # letters of a word in an id
Agents = dict[str, Row[Any]]


def link_people(connection: Connection, articles: Iterable[str], blocks: Iterable[str] = ()) -> set[str]:
    """Say who the agents of ``articles`` are; the ids of all agents of which that changed.

    Names are compared inside their blocks, and whole blocks are worked out again, so that it does not matter
    in which order articles come. Then what is described by a role alone ("the harbour minister") is looked
    up among those who are given that role.
    """
    articles = set(articles)
    touched = {row.block for row in where(connection, select(A.block), A.article, articles)} | set(blocks)
    judged = judged_pairs(connection)
    named = {block for block in touched if block and not block.startswith(ROLE)}
    joined = _joined(connection, named, judged)
    agents = {row.id: row for row in where(connection, QUERY, A.block, joined)}
    found: dict[str, tuple[str, str]] = {}
    before = _forget(connection, joined)
    every: dict[str, tuple[str, Persona]] = {}
    for block, namings in sorted(_by_block(agents.values(), joined).items()):
        people = _called(personas(namings, judged))
        found |= {naming.id: (id, why) for id, persona in people.items() for naming, why in persona.members}
        every |= {id: (block, persona) for id, persona in people.items()}
    _write_people(connection, every, agents)
    _rename(connection, before, {id: persona for id, (_, persona) in every.items()})
    changed = write(connection, agents.values(), found)
    others = {id for id in changed if article_of(id) not in articles}
    fresh = [*where(connection, TOUCHED, A.article, articles), *where(connection, TOUCHED, A.id, others)]
    return changed | link_roles(connection, fresh)


def judged_pairs(connection: Connection) -> Judged:
    """What people decided and did not undo; of two decisions on a pair the later one counts."""
    rows = connection.execute(select(tables.judgements).order_by(tables.judgements.c.number)).all()
    undone = {row.undoes for row in rows if row.verdict == "undo"}
    last = {
        frozenset((row.left, row.right)): row
        for row in rows
        if row.verdict != "undo" and row.number not in undone
    }
    pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in last.values():
        pairs[row.verdict].add((row.left, row.right))
    return Judged(frozenset(pairs["same"]), frozenset(pairs["different"]))


def _joined(connection: Connection, blocks: set[str], judged: Judged) -> dict[str, str]:
    """The blocks with those that judgements connect them to, and for each the one that stands for all."""
    of = {
        row.id: row.block
        for row in where(
            connection, select(A.id, A.block), A.id, {one for both in judged.same for one in both}
        )
    }
    pairs = [(of[left], of[right]) for left, right in judged.same if left in of and right in of]
    every = sorted(blocks | {block for both in pairs for block in both if not block.startswith(ROLE)})
    links = [both for both in pairs if both[0] in every and both[1] in every]
    groups = components(every, links)
    return {block: group[0] for group in groups if blocks & set(group) for block in group}


def _by_block(agents: Iterable[Row[Any]], joined: Mapping[str, str]) -> dict[str, list[Naming]]:
    found: dict[str, list[Naming]] = defaultdict(list)
    for row in agents:
        found[joined[row.block]].append(naming_of(row))
    return found


def _forget(connection: Connection, blocks: Iterable[str]) -> dict[str, str]:
    """Take out the people of some blocks; what they were called."""
    p = tables.people.c
    before = {row.id: row.name for row in where(connection, select(p.id, p.name), p.block, blocks)}
    remove(connection, tables.names.c.person, before)
    remove(connection, tables.roles.c.person, before)
    remove(connection, p.id, before)
    return before


def _rename(connection: Connection, before: Mapping[str, str], people: Mapping[str, Persona]) -> None:
    """Call people by their new names also where events are told that no new article touches."""
    now = {id: _name(persona) for id, persona in people.items() if id in before}
    changes = [{"who": id, "called": name} for id, name in now.items() if name != before[id]]
    if changes:
        taking = tables.participants
        told = update(taking).where(taking.c.person == bindparam("who")).values(name=bindparam("called"))
        connection.execute(told, changes)


def _called(found: Sequence[Persona]) -> dict[str, Persona]:
    """Each persona by an id made of its fullest name; a namesake who comes later gets a number."""
    called: dict[str, Persona] = {}
    for persona in found:
        name = _slug(_fullest(persona))
        number = next(
            n for n in range(1, len(found) + 2) if (name if n == 1 else f"{name}_{n}") not in called
        )
        called[name if number == 1 else f"{name}_{number}"] = persona
    return called


def _slug(naming: Naming) -> str:
    """The words of a name, that of its block last, so that no two blocks have an id in common."""
    return "-".join(_plain(word) for word in name_words(naming.name, naming.kind))


def _plain(word: str) -> str:
    """A word in a-z and 0-9; where that is not all of it, with a mark of the rest."""
    plain = NOT_SLUG.sub("", word)[:LONGEST]
    return (
        plain if plain == word else f"{plain}{sha256(word.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    )


def _name(persona: Persona) -> str:
    return _fullest(persona).name


def _fullest(persona: Persona) -> Naming:
    """The fullest name that is used most."""
    names = Counter(naming.name for naming, _ in persona.members)
    return max(
        (naming for naming, _ in persona.members),
        key=lambda one: (len(one.name.split()) > 1, names[one.name], len(one.name), one.name, one.id),
    )


def _write_people(connection: Connection, people: Mapping[str, tuple[str, Persona]], agents: Agents) -> None:
    """Put in people by their ids, each with its block."""
    told = [(id, block, persona) for id, (block, persona) in people.items()]
    add(connection, tables.people, [_row(id, block, persona, agents) for id, block, persona in told])
    add(connection, tables.names, [row for id, _, persona in told for row in _names(id, persona)])
    add(connection, tables.roles, [row for id, _, persona in told for row in _roles(id, persona)])


def _row(id: str, block: str, persona: Persona, agents: Agents) -> dict[str, Any]:
    rows = [agents[naming.id] for naming, _ in persona.members]
    days = sorted(row.day for row in rows if row.day)
    last = next((row for row in reversed(rows) if row.role), None)
    every = " ".join(dict.fromkeys(term for row in rows for term in terms(row.name)))
    return {
        "id": id,
        "name": _name(persona),
        "terms": f" {every} ",
        "block": block,
        "kind": Counter(row.kind for row in rows).most_common(1)[0][0],
        "role": last.role if last else None,
        "organization": last.organization if last else None,
        "wikidata": _wikidata(persona),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "articles": len({row.article for row in rows}),
        "statements": sum(row.statements for row in rows),
    }


def _wikidata(persona: Persona) -> str | None:
    from onrecord.knowledge import shipped, wikidata

    found = {wikidata(shipped(), naming.name) for naming, _ in persona.members} - {None}
    return next(iter(found)) if len(found) == 1 else None


def _names(id: str, persona: Persona) -> Iterator[dict[str, Any]]:
    articles: dict[str, set[str]] = defaultdict(set)
    for naming, _ in persona.members:
        articles[naming.name].add(article_of(naming.id))
    for name, found in sorted(articles.items(), key=lambda one: (-len(one[1]), one[0])):
        yield {"person": id, "name": name, "articles": len(found)}


def _roles(id: str, persona: Persona) -> Iterator[dict[str, Any]]:
    days: dict[tuple[str, str], list[str]] = defaultdict(list)
    for naming, _ in persona.members:
        if naming.role:
            days[naming.role, naming.organization or ""].append(naming.day or "")
    for (role, organization), found in sorted(days.items(), key=lambda one: (min(one[1]), one[0])):
        dated = [day for day in found if day]
        yield {
            "person": id,
            "role": role,
            "organization": organization or None,
            "first": min(dated, default=None),
            "last": max(dated, default=None),
            "articles": len(found),
        }
