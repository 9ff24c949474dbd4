"""Claims, events and headlines beside gold: small cases by hand, and the reference scorer's figures."""

import random
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from evaluation import claim_figures, events, headlines, whole
from evaluation.claims import Comparison, compare
from evaluation.corpora import CORPORA, load
from evaluation.marked import Bound, Happening, Held, Marked, Proposed, Titled, Whole
from evaluation.sets import readings
from onrecord import Agent, Difference, Hop, Participant, Span
from tests.evaluation.mutated import CLAIMS, STATEMENTS, mutated
from tests.evaluation.reference import reference

TEXT = "The mayor said the pier may close in May. Tamu Oke said she denied that it is unsafe."


def spans(phrase: str) -> tuple[Span, ...]:
    return (Span(TEXT.index(phrase), TEXT.index(phrase) + len(phrase)),)


AGENTS = (
    Agent("article", "this article", "document"),
    Agent("mayor", "Ilse Varga", "person", aliases=("the mayor",)),
    Agent("oke", "Tamu Oke", "person"),
    Agent("pier", "the pier", "organization"),
)
HOPS = (Hop("article", "published_by"), Hop("oke", "said_by"), Hop("mayor", "said_by"))
STATEMENTS_OF = (
    Marked("s1", spans("said"), spans("the pier may close in May"), spans("The mayor"), speaker="mayor"),
    Marked("s2", spans("said she"), spans("she denied that it is unsafe"), spans("Tamu Oke"), speaker="oke"),
    Marked("s3", spans("denied"), spans("that it is unsafe"), spans("she"), "s2", 2, "mayor", chain=HOPS),
)
CLOSE = Proposed(
    "c1",
    "s1",
    "e1",
    "the pier closes",
    spans("close"),
    (Held("mayor", "PS+", accept=("Uu",)),),
    "assert",
    time=Bound("DURING", "2021-05"),
)
UNSAFE = Proposed(
    "c2", "s3", None, "it is unsafe", spans("unsafe"), (Held("oke", "Uu"), Held("mayor", "CT-")), "deny"
)
CLOSING = Happening("e1", "YIELD", (None,), spans("close"), (Participant("pier"),))
GOLD = Whole(AGENTS, STATEMENTS_OF, (), (CLOSING,), (CLOSE, UNSAFE), Titled())


def compared(found: Whole, gold: Whole = GOLD) -> Comparison:
    return compare(gold, found, whole.compare(TEXT, gold, found))


def figures(found: Whole, gold: Whole = GOLD) -> dict[str, float | None]:
    return claim_figures.figures([compared(found, gold)])


def claims(*of: Proposed) -> Whole:
    return replace(GOLD, claims=of)


def test_gold_against_itself_is_perfect() -> None:
    seen = figures(GOLD)
    assert {name: x for name, x in seen.items() if x != 1} == {"macro": None, "kind": None}
    assert not compared(GOLD).spurious


def test_gold_without_claims_is_not_measured_by_them() -> None:
    assert figures(GOLD, claims()) == {}
    assert claim_figures.figures([]) == {}


def valued(value: str) -> Proposed:
    return replace(CLOSE, stances=(replace(CLOSE.stance, value=value),))


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        (claims(UNSAFE), {"claims R": 0.5, "stance R": 0.5, "time": 0}),
        (claims(valued("PR+"), UNSAFE), {"stance R": 0.5, "stance P": 0.5, "value": 0.5}),
        (claims(valued("Uu"), UNSAFE), {}),
        (claims(replace(CLOSE, act="ask"), UNSAFE), {"act": 0.5}),
        (claims(replace(CLOSE, time=Bound("ON", "2021-06")), UNSAFE), {"time": 0}),
        (claims(replace(CLOSE, time=Bound("ON", "2021")), UNSAFE), {}),
        (claims(CLOSE, replace(UNSAFE, stances=UNSAFE.stances[1:])), {}),
        (claims(CLOSE, replace(UNSAFE, stances=(Held("oke", "CT+"), UNSAFE.stance))), {"outer": 0}),
        (claims(replace(CLOSE, trigger=spans("in May")), UNSAFE), {}),
        (claims(CLOSE, UNSAFE, replace(CLOSE, id="c3")), {"claims P": 2 / 3, "stance P": 2 / 3}),
        (
            claims(CLOSE, replace(UNSAFE, statement="s1")),
            {"claims R": 0.5, "claims P": 0.5, "stance R": 0.5, "stance P": 0.5, "nested": 0, "outer": None},
        ),
    ],
)
def test_what_is_wrong_is_seen(found: Whole, wrong: dict[str, float | None]) -> None:
    seen = {k: x for k, x in figures(found).items() if k not in ("claims", "stance", "macro", "kind")}
    assert {name: x for name, x in seen.items() if x != 1} == pytest.approx(wrong)


def test_an_event_gives_its_time_to_its_claims() -> None:
    without = replace(CLOSE, time=None)
    assert figures(claims(without, UNSAFE))["time"] == 0
    dated = replace(CLOSING, time=Bound("ON", "2021-05-03"))
    assert figures(replace(claims(without, UNSAFE), events=(dated,)))["time"] == 1


def test_events_and_their_agents() -> None:
    who = whole.compare(TEXT, GOLD, GOLD).who
    assert set(events.compare(GOLD, GOLD, who).figures.values()) == {1.0}
    untyped = replace(GOLD, events=(replace(CLOSING, type="(state)", participants=(Participant("oke"),)),))
    seen = events.compare(GOLD, untyped, who).figures
    assert (seen["events"], seen["type"], seen["participants"]) == (1, 1, 0)
    assert events.compare(replace(GOLD, events=()), GOLD, who).figures == {}


def test_headlines() -> None:
    def titled(*kinds: Any) -> Whole:
        return replace(GOLD, headline=Titled(tuple(Difference(kind, (), ()) for kind in kinds)))

    gold = titled("certainty", "chain_dropped")
    counts = headlines.compare(gold, titled("certainty", "certainty", "time_shifted"))
    assert counts == (1, 2, 2, 1)
    assert headlines.compare(replace(GOLD, headline=None), gold) == headlines.Counts()
    assert headlines.total([counts, counts]).figures["headline"] == 0.5


# What the reference scorer counts, and where it is among our figures.
COUNTS = {
    "claims hit": lambda a: a.found is not None,
    "stance": lambda a: a.right,
    "deep claims gold": lambda a: a.level > 1,
    "deep stance": lambda a: a.right and a.level > 1 and a.found_level > 1,
    "times": lambda a: a.time is not None,
    "time": lambda a: bool(a.time),
    "act": lambda a: a.act,
    "kinds of Uu": lambda a: a.kind is not None,
    "kind": lambda a: bool(a.kind),
    "outers": lambda a: len(a.outer),
    "outer": lambda a: sum(a.outer),
}


@pytest.mark.parametrize("seed", [0, 2, 5, 9])
@pytest.mark.parametrize("name", ["wire-train", "wikinews-train", "polnear-train"])
def test_the_counts_are_those_of_the_reference_scorer(name: str, seed: int) -> None:
    theirs = reference("score_reading").Score()
    rng, ours, happenings, titles = random.Random(seed), [], [], []
    raw = load(CORPORA / "readings" / f"{name}.jsonl.gz")
    for article, gold in list(zip(readings(name), raw, strict=True))[:60]:
        found = mutated(rng, mutated(rng, gold, STATEMENTS, seed // 3), CLAIMS, seed)
        theirs.add(article.text, gold, found)
        reading = msgspec.convert(found, Whole)
        statements = whole.compare(article.text, article.whole, reading)
        ours.append(compare(article.whole, reading, statements))
        happenings.append(events.compare(article.whole, reading, statements.who))
        titles.append(headlines.compare(article.whole, reading))
    answers = [answer for comparison in ours for answer in comparison.answers]
    counts = {name: sum(map(count, answers)) for name, count in COUNTS.items()}
    counts["claims gold"] = len(answers)
    counts["claims pred"] = sum(len(comparison.levels) for comparison in ours)
    counts["deep claims pred"] = sum(level > 1 for comparison in ours for level in comparison.levels)
    fields = dict(zip(events.Counts._fields, events.total(happenings), strict=True))
    spelt = {"gold": "events gold", "found": "events pred", "hit": "events"}
    spelt |= {"part_gold": "part gold", "part_found": "part pred"}
    counts |= {spelt.get(field, field): n for field, n in fields.items()}
    counts |= dict(
        zip(("headlines", "kinds gold", "kinds pred", "kinds"), headlines.total(titles), strict=True)
    )
    assert counts == {name: theirs.n[name] for name in counts}

    report, seen = theirs.report(), claim_figures.figures(ours)
    stance = report["stance"]
    expected = {
        "claims P": report["claims"]["p"],
        "claims R": report["claims"]["r"],
        "claims": report["claims"]["f1"],
        "stance P": stance["p"],
        "stance R": stance["r"],
        "stance": stance["f1"],
        "macro": stance["macro_f1"],
        "time": report["time"],
        **{figure: stance[figure] for figure in ("value", "nested", "outer", "kind", "act")},
    }
    assert {figure: seen[figure] for figure in expected} == pytest.approx(expected, abs=1.1e-3)
    assert claim_figures.by_value(answers) == pytest.approx(stance["by_value"], abs=6e-4)
    if seed == 9:
        assert all(x < 0.99 for x in expected.values() if x is not None)
