"""`python -m evaluation.parts`: what rules, network and both together make of gold statements and triggers.

So that it can be said which of the two carries what. A value is right where gold accepts it, a kind of Uu is
compared where both say Uu, an act where gold accepts it.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from evaluation import sets
from evaluation.corpora import spans
from evaluation.given import given
from onrecord.read.claims import above
from onrecord.read.claims.weigh import Mix, act, settings, value_class, verdict, weigh
from onrecord.read.network.encoder import Encoder, load_encoder
from onrecord.read.network.propose import Proposed, judged
from onrecord.read.network.stances import ACTS
from onrecord.read.network.tokens import tokenize
from onrecord.read.quotes import quotations
from onrecord.read.stance import Judged, judge

SETS = ("polnear-dev", "wire-dev", "wikinews-dev", "checking")
SURE = Mix(0.0, {"": 99.0})  # the rules' verdict alone


class Case(NamedTuple):
    """A gold claim, and what the two think of it."""

    gold: dict[str, Any]
    ruled: Judged
    network: Proposed


def cases(raw: dict[str, Any], encoder: Encoder) -> Iterator[Case]:
    """Every gold claim of a statement that has a trigger of its own."""
    reading, text = given(raw), raw["text"]
    of = {s.id: s for s in reading.statements}
    tokens = tokenize(text, quotations(text)[0], encoder.tokenizer)
    for claim in raw["claims"]:
        trigger, statement = spans(claim["trigger"]), of.get(claim["statement"])
        if not trigger or statement is None:
            continue
        ruled = judge(text, statement, trigger, above(statement, of))
        for network in judged(tokens, reading.statements, trigger[:1], encoder, ()):
            yield Case(claim, ruled, network)


def figures(every: list[Case], value: Mix, does: Mix) -> dict[str, float]:
    """Shares of right values, kinds of Uu and acts, with the two mixed in a certain way."""
    n = Counter[str]()
    for case in every:
        names = [operator.name for operator in case.ruled.operators]
        gold = case.gold["stances"][-1]
        told = verdict(
            weigh(case.network.values, value_class(case.ruled.value, case.ruled.kind), names, value)
        )
        n["value"] += told.value in {gold["value"], *(gold.get("accept") or ())}
        if told.value == gold["value"] == "Uu" and gold.get("kind"):
            n["unsure"] += 1
            n["kind"] += told.kind == gold["kind"]
        acted = act(weigh(case.network.acts, ACTS.index(case.ruled.act), names, does))
        n["act"] += acted in {case.gold["act"], *(case.gold.get("accept_act") or ())}
    return {
        "value": n["value"] / len(every),
        "kind": n["kind"] / max(n["unsure"], 1),
        "act": n["act"] / len(every),
    }


def main() -> None:
    """Print the table."""
    weights, _ = settings()
    ways = {
        "rules": (SURE, SURE),
        "network": (Mix(1.0, {}), Mix(1.0, {})),
        "both": (weights.value, weights.act),
    }
    table = Table(
        "set", "claims", "by", "value", "kind of Uu", "act", title="gold statements and triggers given"
    )
    encoder = load_encoder()
    for name, articles in sets.every().items():
        if name in SETS:
            every = [case for article in articles() for case in cases(article.raw, encoder)]
            for way, mixes in ways.items():
                found = (f"{figure:.3f}" for figure in figures(every, *mixes).values())
                table.add_row(name, str(len(every)), way, *found)
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
