"""False and copied changes: one position more in flawless layers, and why it is false, if it is."""

from typing import Any

import pytest
from msgspec.structs import replace

from evaluation.record import lines
from evaluation.record.changes import accepted, changes, made_of
from evaluation.record.copied import copied
from evaluation.record.layers import Layers
from evaluation.record.matched import Matched
from evaluation.record.truth import HALVES, load
from onrecord import Span
from onrecord.entry import Superseded, Who
from tests.evaluation.record.perfect import perfect
from tests.evaluation.record.spoiled import with_position
from tests.evaluation.record.world import COPY, OWN, WIRE, world

TRUTH = world()
PERFECT = perfect(TRUTH)
POSSIBLE, WRONG, WILL, HOPE, AGAIN = range(5)  # positions of the flawless layers
ELSEWHERE = Who("somebody", "Cato Lind")
GONE = Superseded("x", "corrected")


def _reasons(layers: Layers) -> list[str | None]:
    return [change.reason for change in changes(Matched(TRUTH, layers))]


def test_a_change_that_happened_is_none() -> None:
    assert _reasons(PERFECT) == [None]


@pytest.mark.parametrize(
    ("at", "like", "changed", "reason"),
    [
        (1, POSSIBLE, {"change": "softer"}, "same utterance"),  # reported twice, taken for two
        (3, POSSIBLE, {"change": "softer"}, "earlier"),  # recalled after the change
        (0, POSSIBLE, {"change": "firmer"}, "first"),
        (1, WRONG, {"superseded": None}, "taken back"),
        (1, HOPE, {"change": "firmer", "holder": PERFECT.positions[POSSIBLE].holder}, "no step"),
        (4, HOPE, {"change": "firmer"}, "same utterance"),
        (1, POSSIBLE, {"change": "firmer", "holder": ELSEWHERE}, "no position"),
        (1, POSSIBLE, {"change": "firmer", "holder": Who(None, "an aide")}, "no position"),
        (5, HOPE, {"change": "firmer", "event": "event autumn"}, "no position"),
        (1, POSSIBLE, {"change": "firmer", "utterance": "u", "statement": "s", "trigger": ()}, "no words"),
    ],
)  # fmt: skip
def test_why_a_change_is_false(at: int, like: int, changed: dict[str, Any], reason: str) -> None:
    assert reason in _reasons(with_position(PERFECT, at, like, **changed))


@pytest.mark.parametrize(
    ("at", "like", "changed"),
    [
        (1, POSSIBLE, {"change": "repeated"}),  # no change is told
        (1, POSSIBLE, {"change": "softer", "superseded": GONE}),  # taken back
        (1, POSSIBLE, {"change": "softer", "event": "an event that is not labelled"}),
    ],
)
def test_what_is_not_judged(at: int, like: int, changed: dict[str, Any]) -> None:
    assert _reasons(with_position(PERFECT, at, like, **changed)) == [None]


@pytest.mark.parametrize("change", ["softer", "reversed"])
def test_another_change_than_the_one_that_happened_is_false(change: str) -> None:
    positions = list(PERFECT.positions)
    positions[WILL] = replace(positions[WILL], change=change)
    assert _reasons(replace(PERFECT, positions=tuple(positions))) == ["firmer"]


def test_steps_that_the_record_missed_are_bridged_by_their_values() -> None:
    more = {"kind": "position", "holder": "orlo", "event": "autumn"}
    values = [("hope", "PS+", "first"), ("ferries", "CT+", "firmer"), ("again", "CT-", "reversed"),
              ("will", "PR-", "softer")]  # fmt: skip
    steps = [{"utterance": one, "value": value, "change": change} for one, value, change in values]
    truth = world({**more, "steps": steps})
    layers = perfect(truth)
    *_, hope, ferries, _, will = layers.positions

    def reason(first: Any, second: Any) -> list[str | None]:
        found = changes(Matched(truth, replace(layers, positions=(first, second))))
        return [change.reason for change in found]

    assert reason(hope, replace(will, change="reversed")) == [None]
    assert reason(hope, replace(will, change="softer")) == ["reversed"]
    assert reason(ferries, replace(will, change="softer")) == [None, "reversed"]


def test_a_holder_who_never_speaks_is_found_by_name() -> None:
    truth = world({"kind": "person", "id": "lind", "name": "Cato Lind", "names": ["Lind", "Orlo"]})
    matched = Matched(truth, perfect(truth))
    assert matched.holder(Who("x", "cato lind")) == "lind"
    assert matched.holder(Who("x", "Orlo")) is None  # two are called so
    assert matched.holder(Who("person orlo", "Cato Lind")) == "orlo"  # who spoke is known by that


def test_one_statement_that_holds_two_reports_is_told_apart_by_the_word_of_the_claim() -> None:
    whole = tuple(
        replace(one, reports=tuple(
            replace(report, content=(Span(21, 108),)) if report.article.url == WIRE else report
            for report in one.reports
        ))
        for one in PERFECT.utterances
        if one.id != "utterance ferries"
    )  # fmt: skip
    matched = Matched(TRUTH, replace(PERFECT, utterances=whole))
    text = next(text for key, text in TRUTH.texts.items() if key.url == WIRE)
    at = text.index("run")
    position = PERFECT.positions[POSSIBLE]
    assert matched.saying(position) == "possible"
    assert matched.saying(replace(position, trigger=(Span(at, at + 3),))) == "ferries"
    assert matched.saying(replace(position, trigger=())) == "possible"


STEPS = {name: lines.Step("u", name, "first") for name in ("CT+", "PS+", "CT-", "PR-", "PS-", "Uu")}


@pytest.mark.parametrize(
    ("before", "now", "made"),
    [
        ("PS+", "CT+", {"firmer"}),
        ("CT-", "PR-", {"softer"}),
        ("CT+", "CT+", {"repeated"}),
        ("CT+", "PR-", {"reversed"}),
        ("PS+", "PS-", {"reversed", "repeated"}),
        ("CT+", "Uu", {"softer"}),
        ("Uu", "CT-", {"firmer", "reversed"}),
        ("Uu", "Uu", {"firmer", "softer", "repeated"}),
    ],
)
def test_what_values_make(before: str, now: str, made: set[str]) -> None:
    assert made_of(STEPS[before], STEPS[now]) == made


def test_what_is_accepted_of_a_step() -> None:
    no = lines.Step("b", "CT-", "reversed")
    assert accepted([STEPS["Uu"], no], 1) == {"reversed", "firmer"}
    assert accepted([STEPS["CT+"], no], 1) == {"reversed"}
    assert accepted([no], 0) == {"reversed"}
    either = lines.Step("b", "CT+", "repeated", also_accepted=("PR+",))
    assert accepted([STEPS["CT+"], either], 1) == {"repeated", "softer"}


@pytest.mark.parametrize("half", HALVES)
def test_labelled_changes_follow_from_labelled_values(half: str) -> None:
    for position in load(half).positions.values():
        steps = position.standing
        for at in range(1, len(steps)):
            own = {"corrected", "disavowed"} & {steps[at].change}
            assert own or steps[at].change in made_of(steps[at - 1], steps[at])


def _copied(*urls: str, letters: str, change: str = "softer") -> int:
    """Copied changes where the reports in ``urls`` of the first utterance are an utterance told later."""
    first, *rest = PERFECT.utterances
    own = tuple(one for one in first.reports if one.article.url in urls)
    others = tuple(one for one in first.reports if one.article.url not in urls)
    if letters:
        own = tuple(replace(one, text=letters) for one in own)
    late = replace(first, id="late", reports=own)
    told = replace(
        PERFECT.positions[POSSIBLE],
        utterance="late",
        change=change,
        article=own[0].article,
        statement=own[0].statement,
    )
    layers = replace(
        PERFECT,
        utterances=(replace(first, reports=others), *rest, late),
        positions=(*PERFECT.positions, told),
    )
    return len(copied(Matched(TRUTH, layers)))


def test_a_reprint_counted_as_news() -> None:
    assert _copied(COPY, letters="") == 1
    assert _copied(COPY, letters="other words of the same utterance") == 1
    assert _copied(COPY, letters="", change="repeated") == 0
    assert _copied(COPY, OWN, letters="") == 0  # somebody reports it for themselves
    assert _copied(OWN, letters="") == 0


def test_a_copy_of_words_that_are_not_labelled_is_known_by_its_letters() -> None:
    truth = world()
    truth.reports.clear()
    layers = perfect(TRUTH)
    first, *rest = layers.utterances
    by_url = {report.article.url: report for report in first.reports}
    wire = replace(first, reports=(replace(by_url[WIRE], text="It is possible"),))
    copy = replace(first, id="late", reports=(replace(by_url[COPY], text="“It is possible,”"),))
    told = replace(layers.positions[POSSIBLE], utterance="late", change="softer")
    layers = replace(layers, utterances=(wire, copy, *rest), positions=(*layers.positions, told))
    assert len(copied(Matched(truth, layers))) == 1
    other = replace(copy, reports=(replace(copy.reports[0], text="It was possible"),))
    assert not copied(Matched(truth, replace(layers, utterances=(wire, other, *rest))))
