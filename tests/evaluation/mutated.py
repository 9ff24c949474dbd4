"""Gold readings with some of them made wrong, to see that two scorers agree on every kind of mistake."""

import copy
import random
from collections.abc import Callable, Sequence
from typing import Any

Raw = dict[str, Any]
Change = Callable[[random.Random, Raw], None]


def mutated(rng: random.Random, gold: Raw, changes: Sequence[Change], n: int) -> Raw:
    """A copy of a reading with ``n`` kinds of mistakes in it, from none to all of them."""
    found = copy.deepcopy(gold)
    for change in rng.sample(changes, n):
        change(rng, found)
    return found


def _fewer(rng: random.Random, reading: Raw) -> None:
    reading["statements"] = [s for s in reading["statements"] if rng.random() < 0.8]


def _speakers(rng: random.Random, reading: Raw) -> None:
    ids = [None, *(a["id"] for a in reading["agents"])]
    for statement in reading["statements"]:
        if rng.random() < 0.3:
            statement["speaker"] = rng.choice(ids)


def _parents(rng: random.Random, reading: Raw) -> None:
    ids = [None, *(s["id"] for s in reading["statements"])]
    for statement in reading["statements"]:
        if rng.random() < 0.3:
            statement["parent"] = rng.choice(ids)
            statement["level"] = rng.choice((1, 2, 3))


def _chains(rng: random.Random, reading: Raw) -> None:
    ids = [a["id"] for a in reading["agents"]]
    for statement in reading["statements"]:
        chain = statement["chain"]
        if chain and rng.random() < 0.4:
            hop = {"agent": rng.choice(ids), "relation": "cited_by", "explicit": rng.random() < 0.5}
            chain.insert(rng.randrange(len(chain) + 1), hop)
        if len(chain) > 1 and rng.random() < 0.3:
            del chain[rng.randrange(len(chain))]


def _spans(rng: random.Random, reading: Raw) -> None:
    for statement in reading["statements"]:
        for span in statement["cue"] + statement["content"]:
            if rng.random() < 0.3:
                span["end"] = max(span["start"] + 1, span["end"] - rng.randrange(40))


def _twice(rng: random.Random, reading: Raw) -> None:
    for statement in list(reading["statements"]):
        if rng.random() < 0.2:
            other = copy.deepcopy(statement)
            other["id"] += "+"
            other["source"] = rng.choice(reading["statements"])["source"]
            reading["statements"].append(other)


def _called(rng: random.Random, reading: Raw) -> None:
    """Agents with fewer names, surnames alone, other kinds, without mentions."""
    for agent in reading["agents"]:
        if agent["id"] == "article":
            continue
        if rng.random() < 0.3:
            agent["aliases"] = []
        if rng.random() < 0.3:
            agent["name"] = agent["name"].split()[-1]
        if rng.random() < 0.2:
            agent["kind"] = rng.choice(("person", "group", "unnamed", "organization"))
        if rng.random() < 0.3:
            agent["mentions"] = []
        if rng.random() < 0.1:
            agent["name"] = rng.choice(reading["agents"])["name"]


def _fewer_claims(rng: random.Random, reading: Raw) -> None:
    reading["claims"] = [c for c in reading["claims"] if rng.random() < 0.8]


def _triggers(rng: random.Random, reading: Raw) -> None:
    """Triggers elsewhere, by up to forty characters, or none at all."""
    for claim in reading["claims"]:
        if rng.random() < 0.4:
            by = rng.randrange(-40, 40)
            claim["trigger"] = [
                {"start": max(0, s["start"] + by), "end": max(1, s["end"] + by)} for s in claim["trigger"]
            ]
        if rng.random() < 0.1:
            claim["trigger"] = []


def _values(rng: random.Random, reading: Raw) -> None:
    for claim in reading["claims"]:
        for stance in claim["stances"]:
            if rng.random() < 0.3:
                stance["value"] = rng.choice(("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"))
            if rng.random() < 0.3:
                stance["kind"] = rng.choice(("conditional", "desire", "deontic", "ignorance", None))


def _holders(rng: random.Random, reading: Raw) -> None:
    ids = [a["id"] for a in reading["agents"]]
    for claim in reading["claims"]:
        for stance in claim["stances"][:-1]:
            if rng.random() < 0.4:
                stance["holder"] = rng.choice(ids)
        if rng.random() < 0.2:
            claim["stances"] = claim["stances"][-1:]
        if rng.random() < 0.05:
            claim["stances"] = []


def _acts(rng: random.Random, reading: Raw) -> None:
    for claim in reading["claims"]:
        if rng.random() < 0.4:
            claim["act"] = rng.choice(("assert", "deny", "ask", "promise", None))


def _bounds(rng: random.Random, reading: Raw) -> None:
    bounds = ("2018", "2017-W03", "2016-SU", "2016-H2", "2018-12", "2016-11-13", "P2M", None)
    for claim in reading["claims"]:
        if rng.random() < 0.3:
            claim["time"] = {"relation": "BEFORE", "bound": rng.choice(bounds)}
        if rng.random() < 0.3:
            claim["time"] = None


def _owners(rng: random.Random, reading: Raw) -> None:
    """Claims of other statements, of none, or of one that is not there; more claims than there were."""
    ids = [None, "nowhere", *(s["id"] for s in reading["statements"])]
    for claim in list(reading["claims"]):
        if rng.random() < 0.2:
            claim["statement"] = rng.choice(ids)
        if rng.random() < 0.2:
            reading["claims"].append(copy.deepcopy(claim))


def _events(rng: random.Random, reading: Raw) -> None:
    events, ids = reading.get("events", []), [a["id"] for a in reading["agents"]]
    for event in list(events):
        if rng.random() < 0.3:
            event["triggers"] = rng.choice(events)["triggers"]
        if rng.random() < 0.3:
            event["type"] = rng.choice(("CONSULT", "(state)", None, "ASSAULT"))
        if rng.random() < 0.3:
            event["participants"] = [{"agent": rng.choice([*ids, "nobody"]), "role": None}]
        if rng.random() < 0.2:
            events.remove(event)


def _headline(rng: random.Random, reading: Raw) -> None:
    for difference in (reading.get("headline") or {}).get("differences", []):
        if rng.random() < 0.5:
            difference["kind"] = rng.choice(("certainty", "event_widened", "chain_dropped"))
    if rng.random() < 0.2:
        reading["headline"] = None


STATEMENTS = (_fewer, _speakers, _parents, _chains, _spans, _twice, _called)
CLAIMS = (_fewer_claims, _triggers, _values, _holders, _acts, _bounds, _owners, _events, _headline)
