"""On whose behalf a figure speaks: its spokesman, her lawyer, an aide to the mayor."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.knowledge import noun
from onrecord.read.cast.description import Description
from onrecord.read.cast.figure import Figure
from onrecord.read.phrases.nouns import Gender, lexicon, singular
from onrecord.span import Span

LONGEST_ROLE = 3
LINKS = frozenset("of for to in at and".split())
NOT_SPEAKING = frozenset("rep. rep reps. agent delegate envoy office".split())  # titles, and those who act
LOOK_BACK = 12  # names: a pronoun refers to somebody near


class Place(NamedTuple):
    """Where a figure is named."""

    start: int
    end: int
    figure: Figure


class Index(NamedTuple):
    """The places in order, and the figures that each noun can mean."""

    places: list[Place]
    called: dict[str, list[str]]


def with_principals(text: str, figures: list[Figure]) -> Iterator[Figure]:
    """The figures with the agents they speak for: spokespeople, lawyers and aides with their principals."""
    places = [Place(name.start, name.end, figure) for figure in figures for name in figure.names]
    index = Index(sorted(places, key=lambda place: place.start), _called(figures))
    for figure in figures:
        told = (one for one in figure.descriptions if speaking(one.role))
        found = (_principal(text, figure, one, index) for one in told)
        behalf = tuple(dict.fromkeys(id for id in found if id and id != figure.agent.id))[:1]
        yield replace(figure, agent=replace(figure.agent, on_behalf_of=behalf)) if behalf else figure


def speaking(role: str) -> str | None:
    """The office of a role that speaks for others; None for other roles.

    >>> speaking("chief harbour board spokeswoman"), speaking("lawyer for the crew"), speaking("fitter")
    ('spokesperson', 'lawyer', None)
    """
    words = _bare(role)
    if not words or words[-1] in NOT_SPEAKING:
        return None
    held = (noun(" ".join(words[-size:])) for size in range(min(LONGEST_ROLE, len(words)), 0, -1))
    return next((found.office for found in held if found and found.group == "speaks"), None)


def _bare(role: str) -> list[str]:
    """The words of a role up to its noun, in lower case."""
    words = role.lower().split()
    return words[: next((i for i, word in enumerate(words) if word in LINKS), len(words))]


def _called(figures: Iterable[Figure]) -> dict[str, list[str]]:
    """The agents that a noun can mean: people by their roles, bodies by the words of their names too."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for figure in figures:
        words = {singular(one.role.split()[-1]) for one in figure.descriptions if one.role}
        if figure.agent.kind != "person":
            words.update(
                word.lower()
                for name in (figure.agent.name, *figure.agent.aliases)
                for word in name.split()[1:]
            )
        for word in words:
            found[word].append(figure.agent.id)
    return found


def _principal(text: str, figure: Figure, one: Description, index: Index) -> str | None:
    """By the name in the complement, by a possessive pronoun, else by the noun."""
    if one.of is None:
        return _by_noun(_bare(one.role)[:-1], figure, index)
    if one.of_name:
        held = _at(one.of_name.start, one.of_name.end, index.places)
        return held.agent.id if held and (not held.place or speaking(one.role) == "spokesperson") else None
    said = one.of.of(text)
    group = lexicon().pronouns.get(said.lower())
    if group:
        return _owner(one.of, group, figure, index.places)
    return _by_noun(said.lower().split(), figure, index)


def _at(start: int, end: int, places: list[Place]) -> Figure | None:
    """Whoever is named there."""
    at = max(bisect_left(places, (start,)) - 1, 0)
    return next((p.figure for p in places[at : at + 3] if p.start < end and start < p.end), None)


def _owner(of: Span, group: str, figure: Figure, places: list[Place]) -> str | None:
    """Whoever "his" or "her" refers to: the last person named before that it fits. "Its" is left open."""
    gender: Gender | None = "m" if group == "he" else "f" if group == "she" else None
    here = bisect_left(places, (of.start,))
    for place in reversed(places[max(here - LOOK_BACK, 0) : here] if gender else ()):
        other = place.figure
        if other is not figure and other.agent.kind == "person" and other.gender in (None, gender):
            return other.agent.id
    return None


def _by_noun(words: list[str], figure: Figure, index: Index) -> str | None:
    """The one whom the last of the words can mean, if there is one: "presidential", "the board's"."""
    last = lexicon().adjectives.get(words[-1], singular(words[-1])) if words else ""
    held = [id for id in index.called.get(last, ()) if id != figure.agent.id]
    return held[0] if len(held) == 1 else None
