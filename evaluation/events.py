"""How well events agree with gold, by triggers that overlap: which there are, of which type, who takes part.

- events: P, R, F1 on triggers; type: accuracy on matched events, no type being one too
- participants: F1 on the agents of matched events, whatever their role
"""

from collections.abc import Iterable
from typing import NamedTuple

from evaluation.identity import Who, best, characters, dice
from evaluation.marked import Happening, Whole
from evaluation.whole import prf, share

# What means that none of the types fits.
NO_TYPE = frozenset({"(state)", "(other)", "(communication)", "(calendar)", "(unspecified)", "none", ""})


class Counts(NamedTuple):
    """What a comparison counts; counts of articles add up."""

    gold: int = 0
    found: int = 0
    hit: int = 0
    type: int = 0
    part_gold: int = 0
    part_found: int = 0
    part: int = 0

    @property
    def figures(self) -> dict[str, float | None]:
        """Every figure by its name."""
        if not self.gold:
            return {}
        events = prf(self.hit, self.found, self.gold)
        return {
            "events P": events.p,
            "events R": events.r,
            "events": events.f1,
            "type": share(self.type, self.hit),
            "participants": prf(self.part, self.part_found, self.part_gold).f1,
        }


def total(counts: Iterable[Counts]) -> Counts:
    """The counts of a set from those of its articles."""
    return Counts(*map(sum, zip(Counts(), *counts, strict=True)))


def compare(gold: Whole, found: Whole, who: Who) -> Counts:
    """Count how the events of an article agree with gold's; nothing where gold has none."""
    if not gold.events:
        return Counts()
    a, b = ([characters(event.triggers) for event in side] for side in (gold.events, found.events))
    likeness = {(i, j): dice(x, y) for i, x in enumerate(a) for j, y in enumerate(b)}
    pairs = [
        (gold.events[i], found.events[j], _agents(found.events[j], who))
        for i, j in best(likeness, least=1e-9).items()
    ]
    return Counts(
        gold=len(a),
        found=len(b),
        hit=len(pairs),
        type=sum(_same_type(g, f) for g, f, _ in pairs),
        part_gold=sum(len(_agents(g, {})) for g, _, _ in pairs),
        part_found=sum(len(agents) for _, _, agents in pairs),
        part=sum(len(_agents(g, {}) & agents) for g, _, agents in pairs),
    )


def _same_type(gold: Happening, found: Happening) -> bool:
    return _type(found.type) in {_type(type_) for type_ in (gold.type, *gold.accept_type)}


def _type(name: str | None) -> str | None:
    return None if name in NO_TYPE else name


def _agents(event: Happening, who: Who) -> set[str | None]:
    return {who.get(p.agent, p.agent) for p in event.participants}
