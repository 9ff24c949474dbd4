"""Whole readings beside gold: small cases by hand, and the reference scorer's figures where it is present."""

import copy
import random
from typing import Any

import msgspec
import pytest

from evaluation.corpora import load
from evaluation.identity import Marked, Whole
from evaluation.sets import CORPORA
from evaluation.whole import Counts, compare, count, total
from onrecord import Agent, Hop, Span
from tests.evaluation.reference import reference

TEXT = (
    "The mayor told Radio Lumo that the pier is safe. She said engineers expect no delay. Tamu Oke denied it."
)


def spans(phrase: str) -> tuple[Span, ...]:
    return (Span(TEXT.index(phrase), TEXT.index(phrase) + len(phrase)),) if phrase else ()


def marked(id_: str, source: str, cue: str, content: str, speaker: str | None, **more: Any) -> Marked:
    chain = tuple(Hop(agent, "said_by") for agent in ("article", *more.pop("through", ()), speaker) if agent)
    return Marked(id_, spans(cue), spans(content), spans(source), speaker=speaker, **{"chain": chain, **more})


ARTICLE = Agent("article", "this article", "document")
MAYOR = Agent("mayor", "Ilse Varga", "person", aliases=("the mayor",))
AGENTS = (
    ARTICLE,
    MAYOR,
    Agent("oke", "Tamu Oke", "person"),
    Agent("lumo", "Radio Lumo", "organization"),
    Agent("engineers", "engineers", "group"),
)
SAFE = marked("s1", "The mayor", "told", "that the pier is safe", "mayor", through=("lumo",))
DELAY = marked("s2", "She", "said", "engineers expect no delay", "mayor")
INNER = marked("s3", "engineers", "expect", "no delay", "engineers", parent="s2", level=2)
DENIAL = marked("s4", "Tamu Oke", "denied", "it", "oke")
GOLD = Whole(AGENTS, (SAFE, DELAY, INNER, DENIAL))


def figures(found: Whole, gold: Whole = GOLD) -> dict[str, float | None]:
    return count(compare(TEXT, gold, found)).figures


def test_gold_against_itself_is_perfect() -> None:
    assert set(figures(GOLD).values()) == {1.0}
    counts = count(compare(TEXT, GOLD, GOLD))
    assert (counts.name, counts.role, counts.pronoun, counts.other) == (1, 1, 1, 1)
    assert (counts.deep_gold, counts.parents) == (1, 1)


def test_nothing_found() -> None:
    found = figures(Whole())
    assert found["statements"] == 0
    assert found["speaker"] is None
    assert found["speaker of gold"] is None


def changed(statement: Marked, **fields: Any) -> Whole:
    new = tuple(msgspec.structs.replace(s, **fields) if s.id == statement.id else s for s in GOLD.statements)
    return Whole(AGENTS, new)


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        (changed(SAFE, speaker="oke"), {"speaker": 0.75, "role": 0}),
        (changed(DELAY, speaker=None), {"speaker": 0.75, "pronoun": 0}),
        (changed(INNER, speaker="mayor"), {"speaker": 0.75, "other": 0}),
        (changed(INNER, parent=None), {"parent": 0}),
        (changed(INNER, parent="s1"), {"parent": 0}),
        (changed(INNER, level=1, parent=None), {"nested": 0, "parent": 0}),
        (changed(SAFE, chain=SAFE.chain[::2]), {"chain": 0.75, "explicit": 0.75}),
        (
            changed(SAFE, chain=(SAFE.chain[0], Hop("lumo", "reported_by", explicit=False), SAFE.chain[2])),
            {"explicit": 0.75},
        ),
    ],
)
def test_what_is_wrong_is_seen(found: Whole, wrong: dict[str, float]) -> None:
    seen = {name: figure for name, figure in figures(found).items() if not name.endswith("of gold")}
    assert {name: figure for name, figure in seen.items() if figure != 1} == wrong


def test_agents_are_the_same_by_name_and_not_by_id() -> None:
    agents = tuple(
        Agent({"mayor": "a1", "oke": "a2"}.get(a.id, a.id), a.name, a.kind, aliases=a.aliases) for a in AGENTS
    )
    new = {"mayor": "a1", "oke": "a2"}
    found = tuple(
        msgspec.structs.replace(
            s,
            speaker=new.get(s.speaker or "", s.speaker),
            chain=tuple(Hop(new.get(h.agent, h.agent), h.relation) for h in s.chain),
        )
        for s in GOLD.statements
    )
    assert set(figures(Whole(agents, found)).values()) == {1.0}


def test_what_gold_lets_pass_is_right() -> None:
    gold = Whole(
        AGENTS, (*GOLD.statements[:3], msgspec.structs.replace(DENIAL, accept_speaker=("mayor", None)))
    )
    for speaker in ("mayor", None, "oke"):
        assert figures(changed(DENIAL, speaker=speaker), gold)["name"] == 1
    assert figures(changed(DENIAL, speaker="lumo"), gold)["name"] == 0


def test_optional_statements_are_neither_missed_nor_spurious() -> None:
    gold = Whole(AGENTS, (*GOLD.statements[:3], msgspec.structs.replace(DENIAL, optional=True)))
    with_it, without = GOLD, Whole(AGENTS, GOLD.statements[:3])
    for found in (with_it, without):
        assert figures(found, gold)["statements"] == 1
        comparison = compare(TEXT, gold, found)
        assert not comparison.missed
        assert not comparison.spurious


def test_gold_without_chains_is_not_measured_by_them() -> None:
    bare = Whole(AGENTS, tuple(msgspec.structs.replace(s, chain=()) for s in GOLD.statements))
    assert figures(GOLD, bare)["chain"] is None
    both = total([count(compare(TEXT, gold, GOLD)) for gold in (bare, GOLD)])
    assert both.figures["chain"] == 1
    assert total([]) == Counts()


# The reference scorer, on readings that are gold with some of it made wrong.


def _fewer(rng: random.Random, reading: dict[str, Any]) -> None:
    reading["statements"] = [s for s in reading["statements"] if rng.random() < 0.8]


def _speakers(rng: random.Random, reading: dict[str, Any]) -> None:
    ids = [None, *(a["id"] for a in reading["agents"])]
    for statement in reading["statements"]:
        if rng.random() < 0.3:
            statement["speaker"] = rng.choice(ids)


def _parents(rng: random.Random, reading: dict[str, Any]) -> None:
    ids = [None, *(s["id"] for s in reading["statements"])]
    for statement in reading["statements"]:
        if rng.random() < 0.3:
            statement["parent"] = rng.choice(ids)
            statement["level"] = rng.choice((1, 2, 3))


def _chains(rng: random.Random, reading: dict[str, Any]) -> None:
    ids = [a["id"] for a in reading["agents"]]
    for statement in reading["statements"]:
        chain = statement["chain"]
        if chain and rng.random() < 0.4:
            hop = {"agent": rng.choice(ids), "relation": "cited_by", "explicit": rng.random() < 0.5}
            chain.insert(rng.randrange(len(chain) + 1), hop)
        if len(chain) > 1 and rng.random() < 0.3:
            del chain[rng.randrange(len(chain))]


def _spans(rng: random.Random, reading: dict[str, Any]) -> None:
    for statement in reading["statements"]:
        for span in statement["cue"] + statement["content"]:
            if rng.random() < 0.3:
                span["end"] = max(span["start"] + 1, span["end"] - rng.randrange(40))


def _twice(rng: random.Random, reading: dict[str, Any]) -> None:
    for statement in list(reading["statements"]):
        if rng.random() < 0.2:
            other = copy.deepcopy(statement)
            other["id"] += "+"
            other["source"] = rng.choice(reading["statements"])["source"]
            reading["statements"].append(other)


def _called(rng: random.Random, reading: dict[str, Any]) -> None:
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


CHANGES = (_fewer, _speakers, _parents, _chains, _spans, _twice, _called)


@pytest.mark.parametrize("seed", [0, 3, 5, 7])
def test_the_figures_are_those_of_the_reference_scorer(seed: int) -> None:
    theirs = reference("score_reading").Score()
    rng, ours = random.Random(seed), []
    for gold in load(CORPORA / "readings" / "wire-train.jsonl.gz"):
        found = copy.deepcopy(gold)
        for change in rng.sample(CHANGES, seed):  # from none to all of them
            change(rng, found)
        theirs.add(gold["text"], gold, found)
        ours.append(count(compare(gold["text"], msgspec.convert(gold, Whole), msgspec.convert(found, Whole))))
    report, counts = theirs.report(), total(ours)
    for name in ("statements", "nested"):
        assert getattr(counts, name)._asdict() == pytest.approx(
            {m: report[name][m] for m in ("p", "r", "f1")}, abs=6e-4
        )
    speaker, chain = report["speaker"], report["chain"]
    expected = {
        "parent": report["nested"]["parent"],
        "speaker": speaker["all"],
        **{kind: speaker[kind] for kind in ("name", "role", "pronoun", "other")},
        "chain": chain["all"],
        "explicit": chain["explicit"],
    }
    figures = counts.figures
    assert {name: figures[name] for name in expected} == pytest.approx(expected, abs=6e-4)
    of_gold = {"speaker of gold": speaker["of_gold"], "chain of gold": chain["of_gold"]}
    assert {name: figures[name] for name in of_gold} == pytest.approx(of_gold, abs=2e-3)
    if seed > 4:
        assert all(figure is not None and figure < 0.99 for figure in expected.values() if figure is not None)
