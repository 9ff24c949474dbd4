"""Rules and network beside each other: how sure the holder is, with a calibrated probability.

Both look at the same trigger. The rules compose the operators that they can name, the network has read the
whole window. What each operator is worth beside the network was learned on articles that the network did not
see; the weights lie in ``claims.toml`` and add up before the softmax, so that the outcome is a probability.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import NamedTuple

from onrecord.claim import Act, StanceValue, UuKind
from onrecord.read.claims.find import Least
from onrecord.read.network.stances import ACTS, CERTAIN, KINDS, VALUES
from onrecord.read.network.tag import Floats

REST = "(rare)"
UNSEEN = frozenset(map(VALUES.index, ("CTu", "PS-")))  # the network was hardly ever shown them
# What turns a value about, and was too rare for the network to learn: "not ruled out", "the strike is off"
TURNED = frozenset(["rule_out", "not rule_out", "left_open", "not left_open", "off", "not off"])
SIGNED = ("desire", "deontic")


class Mix(NamedTuple):
    """What the network's log probability weighs, and what the rules' verdict adds, by the operators' names.

    "" is what every verdict adds, `REST` what an operator adds that was too rare to learn. The classes of
    ``alone`` and the operators in ``sure`` are for the rules to tell: against them the network's word does
    not count.
    """

    network: float
    rules: dict[str, float]
    alone: frozenset[int] = frozenset()
    sure: frozenset[str] = frozenset()


class Weights(NamedTuple):
    """The mixes for values and for acts."""

    value: Mix
    act: Mix


class Verdict(NamedTuple):
    """A value with its probability."""

    value: StanceValue
    kind: UuKind | None
    p: float


@cache
def settings() -> tuple[Weights, Least]:
    """The learned weights and thresholds."""
    raw = loads((Path(__file__).parent / "claims.toml").read_text(encoding="utf8"))
    value, does = (Mix(raw["network"][of], raw[of]) for of in Weights._fields)
    weights = Weights(value._replace(alone=UNSEEN, sure=TURNED), does._replace(sure=TURNED))
    return weights, Least(**raw["least"])


def value_class(value: StanceValue, kind: UuKind | None) -> int:
    """The number of a value among `VALUES`."""
    return VALUES.index(f"Uu {kind or 'uncommitted'}" if value == "Uu" else value)


def weigh(network: Floats, ruled: int, operators: Iterable[str], mix: Mix) -> list[float]:
    """Probabilities of every class, from the network's log probabilities and the class that the rules say."""
    scores = [mix.network * float(x) for x in network]
    names = tuple(operators)
    if ruled in mix.alone or not mix.sure.isdisjoint(names):
        scores[ruled] = max(scores)
    scores[ruled] += added(names, mix.rules)
    top = max(scores)
    raised = [math.exp(s - top) for s in scores]
    return [r / sum(raised) for r in raised]


def added(operators: Iterable[str], bonus: Mapping[str, float]) -> float:
    """What a verdict of the rules adds that rests on these operators, each once."""
    named = {name if name in bonus else REST for name in operators}
    return sum(bonus.get(name, 0.0) for name in {"", *named})


def verdict(p: Sequence[float]) -> Verdict:
    """The likeliest value, and the likeliest kind if it is Uu."""
    certain, unsure = p[: len(CERTAIN)], p[len(CERTAIN) :]
    if sum(unsure) > max(certain):
        return Verdict("Uu", KINDS[_first(unsure)], sum(unsure))
    return Verdict(CERTAIN[_first(certain)], None, max(certain))


def act(p: Sequence[float]) -> Act:
    """The likeliest act."""
    return ACTS[_first(p)]


def _first(p: Sequence[float]) -> int:
    return max(range(len(p)), key=lambda i: p[i])
