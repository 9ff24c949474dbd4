"""In which order statements are shown: under the one they are inside of, or under who said them."""

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from onrecord.reading import Reading
from onrecord.show.people import agents_of
from onrecord.statement import Agent, Statement


class Group(Struct, frozen=True):
    """An agent and the numbers, from 1, of the statements it makes; no agent where nobody could be told."""

    agent: Agent | None
    numbers: tuple[int, ...]


def nested(reading: Reading) -> Reading:
    """``reading`` with each statement before those inside it, and otherwise in its own order.

    Pages number statements in this order, so that a parent and what is inside it count up together. A
    parent that is not there, or is inside its own child, makes an outermost statement.
    """
    return msgspec.structs.replace(reading, statements=tuple(_nested(reading.statements)))


def _nested(statements: tuple[Statement, ...]) -> Iterator[Statement]:
    known = {statement.id for statement in statements}
    inside: dict[str, list[int]] = {}
    outermost = []
    for place, statement in enumerate(statements):
        if statement.parent in known and statement.parent is not None:
            inside.setdefault(statement.parent, []).append(place)
        else:
            outermost.append(place)
    shown = [False] * len(statements)
    for first in (*outermost, *range(len(statements))):  # the second half is for circles
        waiting = [first]
        while waiting:
            place = waiting.pop()
            if not shown[place]:
                shown[place] = True
                yield statements[place]
                waiting += reversed(inside.get(statements[place].id, ()))


def groups(reading: Reading) -> list[Group]:
    """The speakers of ``reading`` with their statements, who says most first and nobody last."""
    numbers: dict[str | None, list[int]] = {}
    agents = agents_of(reading)
    for number, statement in enumerate(reading.statements, start=1):
        speaker = statement.speaker if statement.speaker in agents else None
        numbers.setdefault(speaker, []).append(number)
    found = [Group(agents.get(speaker or ""), tuple(said)) for speaker, said in numbers.items()]
    return sorted(found, key=lambda group: (group.agent is None, -len(group.numbers)))


def by_speaker(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Readings with their statements in the order of their `groups`, each article for itself."""
    for reading in map(nested, readings):
        numbers = [number for group in groups(reading) for number in group.numbers]
        said = tuple(reading.statements[number - 1] for number in numbers)
        yield msgspec.structs.replace(reading, statements=said)
