"""Offices: who of an article holds one, who holds it where the article never tells, who speaks for it."""

from datetime import date
from itertools import islice

from onrecord.knowledge import Holder, fill, holders, meant, role, seat
from onrecord.read.cast.behalf import speaking
from onrecord.read.phrases.phrase import Phrase
from onrecord.read.speakers.ground import Ground, day

LATELY = 400  # days
MOST = 300  # people or bodies of one article that an office is looked for among


def in_office(ground: Ground, told: str) -> frozenset[str]:
    """Those of the article's people whose office a phrase names, on the day of the article."""
    named = role(ground.known, told) if told else None
    if named is None:
        return frozenset()
    persons = (r.agent for r in ground.scene.referents.values() if r.agent.kind == "person")
    people = {agent.name: agent.id for agent in islice(persons, MOST)}
    return frozenset(people[match.name] for match in fill(ground.known, named, people, ground.on))


def holder(ground: Ground, said: Phrase) -> Holder | None:
    """Whoever holds the office that a phrase names, where the article never tells and the day is known."""
    if ground.on is None or said.form != "nominal" or said.definiteness not in {"definite", "proper"}:
        return None
    named = role(ground.known, ground.words(said.span))
    if named is None or not named.found or named.modifiers:
        return None
    held = {h.person: h for h in holders(ground.known, named.title, named.of, ground.on)}
    only = next(iter(held.values())) if len(held) == 1 else None
    return only if only and (only.sure or _lately(only.term.since, ground.on)) else None


def principals(ground: Ground, said: Phrase) -> tuple[str, ...]:
    """On whose behalf a source speaks, if it says so: by name, by the seat of an office, by the office."""
    if said.of is None or not speaking(ground.role(said)):
        return ()
    if said.of_name is not None and said.of_name.start in ground.at:
        return (ground.at[said.of_name.start],)
    of = ground.words(said.of)
    named = role(ground.known, of)
    seats = _seats(ground, named.title, named.of) if named and named.of else ()
    return (*seats, *in_office(ground, of))


def _seats(ground: Ground, office: str, of: str) -> tuple[str, ...]:
    """The body of the article that stands for an office: the Kremlin for the president of Russia."""
    kin = meant(ground.known, office, of)
    bodies = (r.agent for r in ground.scene.referents.values() if r.agent.kind == "organization")
    found = ((agent.id, seat(ground.known, agent.name)) for agent in islice(bodies, MOST))
    return tuple(id_ for id_, held in found if held and held.of == of and held.office in kin)[:1]


def _lately(since: str, on: date) -> bool:
    """Whether an office that nobody is known to have left was taken not long before a day."""
    begun = day(since)
    return begun is not None and 0 <= (on - begun).days <= LATELY
