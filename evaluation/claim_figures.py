"""The figures of claims, stances and times, over as many articles as there are.

- claims: P, R, F1 of which claims there are; stance: a claim counts where it is found and the speaker's value
  is accepted; nested: F1 of that on level 2 and deeper
- value, act: accuracy on claims that are found; kind: the kind of Uu where both say Uu
- macro: the mean F1 of the values with ten or more gold claims
- outer: the other holders of claims that are found (whoever merely passes words on is Uu, also when left out)
- time: gold claims with a bound whose claim found has one with a day in common
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from evaluation.claims import Answer, Comparison
from evaluation.whole import Prf, prf, share

ENOUGH = 10  # gold claims that a value needs before its F1 says something


def figures(comparisons: Iterable[Comparison]) -> dict[str, float | None]:
    """Every figure by its name; None where there is nothing to measure it on."""
    every = list(comparisons)
    answers = [answer for comparison in every for answer in comparison.answers]
    levels = [level for comparison in every for level in comparison.levels]
    if not answers:
        return {}
    matched = [answer for answer in answers if answer.found]
    claims, stance = found(answers, len(levels)), right(answers, len(levels))
    deep = [answer for answer in answers if answer.level > 1]
    nested = prf(sum(a.right and a.found_level > 1 for a in deep), sum(x > 1 for x in levels), len(deep))
    values = by_value(answers)
    return {
        "claims P": claims.p,
        "claims R": claims.r,
        "claims": claims.f1,
        "stance P": stance.p,
        "stance R": stance.r,
        "stance": stance.f1,
        "nested": nested.f1 if deep else None,
        "value": share(sum(a.right for a in matched), len(matched)),
        "macro": share(sum(values.values()), len(values)),
        "outer": _rate(x for a in answers for x in a.outer),
        "kind": _rate(a.kind for a in answers),
        "act": _rate(a.act for a in matched),
        "time": _rate(a.time for a in answers),
    }


def found(answers: Sequence[Answer], n: int) -> Prf:
    """How many claims were found, of ``n`` that there are."""
    return prf(sum(a.found is not None for a in answers), n, len(answers))


def right(answers: Sequence[Answer], n: int) -> Prf:
    """How many claims were found with a value that is accepted, of ``n`` that there are."""
    return prf(sum(a.right for a in answers), n, len(answers))


def by_value(answers: Sequence[Answer]) -> dict[str, float]:
    """F1 of each value with enough gold claims; an accepted answer counts as gold's own value."""
    table = Counter((a.gold.stance.value, a.gold.stance.value if a.right else a.said) for a in answers)
    out = {}
    for value in sorted({gold for gold, _ in table}):
        of_gold = sum(n for (gold, _), n in table.items() if gold == value)
        if of_gold >= ENOUGH:
            answered = sum(n for (_, said), n in table.items() if said == value)
            out[value] = prf(table[value, value], answered, of_gold).f1
    return out


def by_level(comparisons: Iterable[Comparison]) -> dict[str, list[Answer]]:
    """The answers by the level of their statement."""
    return _grouped(comparisons, lambda a: f"level {a.level}" if a.gold.statement else "in its own voice")


def by_value_of_gold(comparisons: Iterable[Comparison]) -> dict[str, list[Answer]]:
    """The answers by the value that gold has."""
    return _grouped(comparisons, lambda a: a.gold.stance.value)


def by_kind(comparisons: Iterable[Comparison]) -> dict[str, list[Answer]]:
    """The answers whose gold value is Uu, by its kind."""
    return _grouped(comparisons, lambda a: a.gold.stance.kind if a.gold.stance.value == "Uu" else None)


def _grouped(
    comparisons: Iterable[Comparison], name: Callable[[Answer], str | None]
) -> dict[str, list[Answer]]:
    out = defaultdict[str, list[Answer]](list)
    for comparison in comparisons:
        for answer in comparison.answers:
            if group := name(answer):
                out[group].append(answer)
    return dict(sorted(out.items()))


def _rate(right: Iterable[bool | None]) -> float | None:
    """The share that is right of what could be compared."""
    known = [x for x in right if x is not None]
    return share(sum(known), len(known))
