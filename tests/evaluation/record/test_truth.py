"""What does not resolve in the truth is said, and versions are told apart."""

from typing import Any

import pytest

from evaluation.record.truth import Key
from tests.evaluation.record.world import DESK, FIRST, LATER, SECOND, WIRE, world


def _utterance(**place: str) -> dict[str, Any]:
    return {"kind": "utterance", "id": "more", "speaker": "sabel", "reports": [place]}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (_utterance(url=WIRE, quote="no such words"), "stands 0 times"),
        (_utterance(url=WIRE, quote="Sabel"), "stands 2 times"),
        (_utterance(url="https://nobody.example", quote="Sabel"), "no single article"),
        (_utterance(url=DESK, quote="Sabel refuses"), "no single article"),  # it has two versions
        (_utterance(url=WIRE, quote="is possible") | {"speaker": "nobody"}, "no person nobody"),
        (
            {"kind": "event", "id": "x", "mentions": [{"url": WIRE, "quote": "in June", "trigger": "May"}]},
            "'May' is not once",
        ),
        (
            {"kind": "position", "holder": "nobody", "event": "june", "steps": []},
            "position: no person nobody",
        ),
        (
            {"kind": "position", "holder": "orlo", "event": "never", "steps": []},
            "no event never",
        ),
        (
            {"kind": "position", "holder": "orlo", "event": "autumn",
             "steps": [{"utterance": "gone", "value": "CT+", "change": "first", "superseded_by": "nothing"}]},
            "no utterance gone",
        ),
        ({"kind": "reprints", "original": WIRE, "copies": [{"url": "https://nobody.example"}]}, "no article"),
        ({"kind": "outcome", "event": "never", "on": "2031-06-01", "happened": True}, "no event never"),
        ({"kind": "version", "url": WIRE, "earlier_published": "x", "later_published": "y",
          "earlier_url": "https://nobody.example"}, "no such article"),
    ],
)  # fmt: skip
def test_problems(line: dict[str, Any], problem: str) -> None:
    problems = world(line).problems
    assert any(problem in told for told in problems)
    assert not world().problems


def test_versions() -> None:
    truth = world()
    first, second = Key(DESK, FIRST), Key(DESK, SECOND)
    assert truth.key(DESK) is None
    assert truth.key(DESK, SECOND) == second
    assert truth.key(DESK, "2031-05-03T06:00:00+00:00") == second  # the same moment in another zone
    assert truth.key(DESK, "yesterday") is None
    assert truth.key(None) is None
    assert truth.report(second) == truth.report(first) == first
    assert truth.key(LATER, "whenever") is not None  # it has one version


def test_two_urls_may_be_versions_of_one_report() -> None:
    line: dict[str, object] = {
        "kind": "version",
        "url": LATER,
        "earlier_url": WIRE,
        "earlier_published": "2031-05-01T09:00:00+02:00",
        "later_published": "2031-05-09T09:00:00+02:00",
    }
    truth = world(line)
    key = truth.key(LATER)
    assert key is not None and truth.report(key).url == WIRE
