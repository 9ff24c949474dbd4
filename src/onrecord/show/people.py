"""What people are called when they are shown: by name, and with what makes them worth hearing."""

from collections.abc import Iterable, Iterator, Mapping

from onrecord.reading import Reading
from onrecord.show.visible import one_line, shortened
from onrecord.statement import Agent

ARTICLE = "article"  # the id of the agent that the article itself is
LONGEST = 80  # characters of a name; what a description needs beyond them is in the text


def agents_of(reading: Reading) -> dict[str, Agent]:
    """The agents of ``reading`` by their ids."""
    return {agent.id: agent for agent in reading.agents}


def called(id: str, agents: Mapping[str, Agent]) -> str:
    """The name of an agent, safe to show: its id where nobody has that id, and "article" for the article."""
    known = agents.get(id)
    return _short(known.name if known and id != ARTICLE else id)


def listed(ids: Iterable[str], agents: Mapping[str, Agent]) -> str:
    """The names of several agents, as in "Ida Sol and the harbour board"."""
    *others, last = [called(id, agents) for id in ids] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def introduced(agent: Agent, agents: Mapping[str, Agent]) -> tuple[str, str]:
    """An agent's name, and in a line its role, organization and principals, where they add something."""
    name, behalf = called(agent.id, agents), listed(agent.on_behalf_of, agents)
    return name, ", ".join(described(name, agent.role, agent.organization, behalf))


def described(name: str, role: str | None, organization: str | None, behalf: str) -> Iterator[str]:
    """What is there to say of ``name`` that another part of it does not say already.

    >>> list(described("Inga Roos", "spokeswoman", "the harbour board", "the harbour board"))
    ['spokeswoman', 'for the harbour board']
    """
    told = [name, behalf]
    for part in (role, organization):
        if part and not any(_short(part).casefold() in other.casefold() for other in told):
            told.append(_short(part))
            yield _short(part)
    if behalf:
        yield f"for {behalf}"


def _short(words: str) -> str:
    return shortened(one_line(words).strip(), LONGEST)
