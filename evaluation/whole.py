"""How well whole readings agree with gold: statements at every level, who speaks, through whom.

- statements: P, R, F1; two are the same where cue and content characters overlap with Dice >= 0.5
- nested: F1 on level 2 and deeper; parent: matched nested statements whose parent is the matched one
- speaker: accuracy on matched statements, and by source: name, role (a common noun for a person), pronoun,
  other (groups, unnamed, none)
- chain: matched statements whose agents agree from the article inwards, by all hops or the explicit ones
- of gold: right speakers and chains over all gold statements, so that finding fewer does not help
"""

from collections.abc import Iterable
from typing import NamedTuple

from evaluation.identity import Who, identify, pairs, source_form
from evaluation.marked import Marked, Whole

KINDS = ("name", "role", "pronoun", "other")


class Prf(NamedTuple):
    """Precision, recall and their harmonic mean."""

    p: float
    r: float
    f1: float


def prf(hit: int, found: int, gold: int) -> Prf:
    """The three figures from three counts.

    >>> prf(2, 4, 2)
    Prf(p=0.5, r=1.0, f1=0.6666666666666666)
    """
    return harmonic(hit / found if found else 0.0, hit / gold if gold else 0.0)


def harmonic(p: float, r: float) -> Prf:
    """Precision and recall with F1, their harmonic mean."""
    return Prf(p, r, 2 * p * r / (p + r) if p + r else 0.0)


class Counts(NamedTuple):
    """What a comparison counts; counts of articles add up to the counts of a set.

    ``chained`` are the matched statements of articles whose gold holds chains; some gold has speakers only.
    """

    gold: int = 0
    found: int = 0
    hit: int = 0
    matched: int = 0
    deep_gold: int = 0
    deep_found: int = 0
    deep_hit: int = 0
    parents: int = 0
    parent: int = 0
    name: int = 0
    name_right: int = 0
    role: int = 0
    role_right: int = 0
    pronoun: int = 0
    pronoun_right: int = 0
    other: int = 0
    other_right: int = 0
    chained: int = 0
    chain: int = 0
    explicit: int = 0

    @property
    def statements(self) -> Prf:
        return prf(self.hit, self.found, self.gold)

    @property
    def nested(self) -> Prf:
        return prf(self.deep_hit, self.deep_found, self.deep_gold)

    @property
    def figures(self) -> dict[str, float | None]:
        """Every figure by its name; None where there is nothing to measure it on."""
        right = sum(getattr(self, f"{kind}_right") for kind in KINDS)
        speaker, chain = share(right, self.matched), share(self.chain, self.chained)
        return {
            "statements": self.statements.f1 if self.gold else None,
            "nested": self.nested.f1 if self.deep_gold else None,
            "parent": share(self.parent, self.parents),
            "speaker": speaker,
            **{kind: share(getattr(self, f"{kind}_right"), getattr(self, kind)) for kind in KINDS},
            "speaker of gold": None if speaker is None else speaker * self.statements.r,
            "chain": chain,
            "explicit": share(self.explicit, self.chained),
            "chain of gold": None if chain is None else chain * self.statements.r,
        }


def share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def total(counts: Iterable[Counts]) -> Counts:
    """The counts of a set from those of its articles."""
    return Counts(*map(sum, zip(Counts(), *counts, strict=True)))


class Pair(NamedTuple):
    """A gold statement and the one found for it, and what of it is right; ``parent`` of nested ones only."""

    gold: Marked
    found: Marked
    kind: str
    parent: bool | None
    speaker: bool
    chain: bool
    explicit: bool


class Comparison(NamedTuple):
    """A reading beside its gold; ``missed`` and ``spurious`` hold nothing that gold calls optional.

    ``who`` says for each agent that was found which one of gold it is.
    """

    pairs: tuple[Pair, ...]
    missed: tuple[Marked, ...]
    spurious: tuple[Marked, ...]
    chained: bool
    who: Who


def compare(text: str, gold: Whole, found: Whole) -> Comparison:
    """Put a reading of ``text`` beside its gold, statement by statement."""
    matched, who = pairs(gold.statements, found.statements), identify(text, gold, found)
    people = {agent.id for agent in gold.agents if agent.kind == "person"}
    twins = {gold.statements[i].id: found.statements[j].id for i, j in matched.items()}
    out = []
    for i, j in matched.items():
        g, f = gold.statements[i], found.statements[j]
        out.append(
            Pair(
                g,
                f,
                _kind(text, g, people),
                None if g.level == 1 else twins.get(g.parent or "") == f.parent,
                who.get(f.speaker or "") in g.accepted,
                _same_chain(g, f, who, explicit=False),
                _same_chain(g, f, who, explicit=True),
            )
        )
    missed = [g for i, g in enumerate(gold.statements) if i not in matched and not g.optional]
    spurious = [f for j, f in enumerate(found.statements) if j not in matched.values()]
    return Comparison(tuple(out), tuple(missed), tuple(spurious), any(s.chain for s in gold.statements), who)


def _kind(text: str, gold: Marked, people: set[str]) -> str:
    """How the source refers to its speaker."""
    form = source_form(text, gold.source)
    if form == "nominal" and gold.speaker in people:
        return "role"
    return form if form in ("name", "pronoun") else "other"


def _same_chain(gold: Marked, found: Marked, who: Who, *, explicit: bool) -> bool:
    """Whether the same agents passed the words on, in the same order, after the article itself."""
    a = [hop.agent for hop in gold.chain if hop.explicit or not explicit][1:]
    b = [who.get(hop.agent) for hop in found.chain if hop.explicit or not explicit][1:]
    return len(a) == len(b) and all(
        y == x or (x == gold.speaker and y in gold.accepted) for x, y in zip(a, b, strict=True)
    )


def count(comparison: Comparison) -> Counts:
    """The counts of one article."""
    every, missed, spurious = comparison.pairs, comparison.missed, comparison.spurious
    needed = [pair for pair in every if not pair.gold.optional]
    deep = [pair for pair in needed if pair.gold.level > 1]
    kinds = {kind: [pair for pair in every if pair.kind == kind] for kind in KINDS}
    parents = [pair.parent for pair in every if pair.parent is not None]
    return Counts(
        gold=len(needed) + len(missed),
        found=len(needed) + len(spurious),
        hit=len(needed),
        matched=len(every),
        deep_gold=len(deep) + sum(s.level > 1 for s in missed),
        deep_found=sum(pair.found.level > 1 for pair in needed) + sum(s.level > 1 for s in spurious),
        deep_hit=sum(pair.found.level > 1 for pair in deep),
        parents=len(parents),
        parent=sum(parents),
        **{kind: len(of) for kind, of in kinds.items()},
        **{f"{kind}_right": sum(pair.speaker for pair in of) for kind, of in kinds.items()},
        chained=comparison.chained * len(every),
        chain=comparison.chained * sum(pair.chain for pair in every),
        explicit=comparison.chained * sum(pair.explicit for pair in every),
    )
