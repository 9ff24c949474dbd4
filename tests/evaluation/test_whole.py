"""Whole readings beside gold: small cases by hand, and the reference scorer's figures where it is present."""

import random
from typing import Any

import msgspec
import pytest

from evaluation.corpora import load
from evaluation.marked import Marked, Whole
from evaluation.sets import CORPORA
from evaluation.whole import Counts, compare, count, total
from onrecord import Agent, Hop, Span
from tests.evaluation.mutated import STATEMENTS, mutated
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


@pytest.mark.parametrize("seed", [0, 3, 5, 7])
def test_the_figures_are_those_of_the_reference_scorer(seed: int) -> None:
    theirs = reference("score_reading").Score()
    rng, ours = random.Random(seed), []
    for gold in load(CORPORA / "readings" / "wire-train.jsonl.gz"):
        found = mutated(rng, gold, STATEMENTS, seed)
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
