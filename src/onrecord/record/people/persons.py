"""Who is who in one block of names: full names first, then bare surnames, each with its reasons."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from onrecord.record.clusters import clustered
from onrecord.record.people.features import Profile, Score, profile, score, table
from onrecord.record.people.naming import Naming

Pairs = frozenset[tuple[str, str]]


class Persona(Struct, frozen=True):
    """Somebody across articles: the agents that are this one, in order of their days, each with a reason."""

    members: tuple[tuple[Naming, str], ...]

    @property
    def first(self) -> Naming:
        """The earliest naming, which gives the persona its place."""
        return self.members[0][0]


class Judged(Struct, frozen=True):
    """What people decided: pairs of agent ids.

    ``same``: whoever the two are, they are one person. ``different``: the second is not the first, and
    is set apart from all agents that are called the same.
    """

    same: Pairs = frozenset()
    different: Pairs = frozenset()


def personas(namings: Sequence[Naming], judged: Judged | None = None) -> list[Persona]:
    """The people and bodies of one block of names.

    The outcome is a function of the set of namings and judgements, whatever their order, so that a record
    is the same however its articles came in.

    >>> found = personas([Naming("x/1", "Ayla Duman", "person"), Naming("y/1", "Duman", "person"),
    ...                   Naming("z/1", "Kerem Duman", "person")])
    >>> [[naming.name for naming, _ in persona.members] for persona in found]
    [['Ayla Duman'], ['Duman'], ['Kerem Duman']]
    """
    judged = judged or Judged()
    alone = {agent for _, agent in judged.different}
    agents: dict[Profile, list[Naming]] = defaultdict(list)
    for naming in namings:
        agents[profile(naming, alone=naming.id in alone)].append(naming)
    node = {naming.id: one for one, group in agents.items() for naming in group}
    told = _Table(_nodes(judged.different, node))
    groups = _groups(sorted(agents), told, _nodes(judged.same, node))
    return sorted((_persona(group, agents) for group in groups), key=lambda one: order(one.first))


def order(naming: Naming) -> tuple[str, str]:
    """Earliest first, the undated last; then by id."""
    return naming.day or "9999", naming.id


class _Table:
    """Scores of pairs of profiles, each worked out once, and which of them people set apart."""

    def __init__(self, different: set[tuple[Profile, Profile]]) -> None:
        self.different = different
        self.scores: dict[tuple[Profile, Profile], Score] = {}

    def value(self, one: Profile, other: Profile) -> float:
        pair = (one, other) if one < other else (other, one)
        if pair not in self.scores:
            self.scores[pair] = score(*pair)
        return self.scores[pair].value

    def apart(self, one: Profile, other: Profile) -> bool:
        pair = (one, other) if one < other else (other, one)
        return pair in self.different or self.value(one, other) <= float(table()["conflict"])


def _nodes(pairs: Pairs, node: dict[str, Profile]) -> set[tuple[Profile, Profile]]:
    found = ((node[left], node[right]) for left, right in pairs if left in node and right in node)
    return {(one, other) if one < other else (other, one) for one, other in found}


def _groups(
    nodes: Sequence[Profile], told: _Table, same: set[tuple[Profile, Profile]]
) -> list[tuple[Profile, ...]]:
    """Full names with one another; then bare surnames with the one that each fits; then judgements."""
    full = [node for node in nodes if not node.bare and not node.alone]
    groups = clustered(full, _pairs(full, told), told.apart)
    bare = [node for node in nodes if node.bare and not node.alone]
    grown = _settled(bare, groups, told)
    left = [node for node in bare if not any(node in group for group in grown)]
    joined = _joined([*grown, *clustered(left, _pairs(left, told), told.apart)], same, told)
    alone = [node for node in nodes if node.alone]
    settled = _settled(alone, joined, told)
    lonely = [(node,) for node in alone if not any(node in group for group in settled)]
    return _joined([*settled, *lonely], same, told)


def _settled(
    nodes: Sequence[Profile], groups: Sequence[tuple[Profile, ...]], told: _Table
) -> list[tuple[Profile, ...]]:
    """The groups, each with those of ``nodes`` that fit it best."""
    homes = {node: _home(node, groups, told) for node in nodes}
    return [(*group, *(node for node in nodes if homes[node] == group)) for group in groups]


def _joined(
    groups: Sequence[tuple[Profile, ...]], same: set[tuple[Profile, Profile]], told: _Table
) -> list[tuple[Profile, ...]]:
    """The groups, those in one that people say are one; what they set apart stays apart."""
    home = {node: list(group) for group in groups for node in group}
    home |= {node: home[group[0]] for group in groups for node in group}
    for one, other in sorted(both for both in same if both[0] in home and both[1] in home):
        left, right = home[one], home[other]
        kept = any((min(a, b), max(a, b)) in told.different for a in left for b in right)
        if left is not right and not kept:
            left.extend(right)
            home |= dict.fromkeys(right, left)
    distinct = {id(group): group for group in home.values()}
    return [tuple(sorted(group)) for group in distinct.values()]


def _pairs(nodes: Sequence[Profile], told: _Table) -> Iterator[tuple[float, Profile, Profile]]:
    for at, one in enumerate(nodes):
        for other in nodes[at + 1 :]:
            if (value := told.value(one, other)) > 0:
                yield value, one, other


def _home(bare: Profile, groups: Sequence[tuple[Profile, ...]], told: _Table) -> tuple[Profile, ...] | None:
    """The one group that a bare surname fits; None where none does or where two do alike."""
    fitting = [
        (max(told.value(bare, node) for node in group), group)
        for group in groups
        if not any(told.apart(bare, node) for node in group)
    ]
    ranked = sorted((one for one in fitting if one[0] > 0), key=lambda one: (-one[0], one[1]))
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < table()["margin"]):
        return None
    return ranked[0][1]


def _persona(group: Sequence[Profile], agents: dict[Profile, list[Naming]]) -> Persona:
    members = sorted(
        ((naming, one) for one in group for naming in agents[one]), key=lambda one: order(one[0])
    )
    lead = _lead(group)
    return Persona(tuple((naming, _why(one, lead)) for naming, one in members))


def _lead(group: Sequence[Profile]) -> Profile:
    return max(group, key=lambda one: (len(one.words), len(one.name), one))


def _why(one: Profile, lead: Profile) -> str:
    if one.alone:
        return "somebody decided so"
    if one.words == lead.words:
        return f"is called {one.name}"
    told = ", ".join(name.replace("_", " ") for name in score(one, lead).why)
    return f"{one.name} fits {lead.name}: {told}"
