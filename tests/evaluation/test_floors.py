"""The shipped weights on our own gold articles hold their floors."""

import json

import pytest

from evaluation.__main__ import FLOORS, MEASURES, main, under
from evaluation.readings import evaluate, gold
from evaluation.score import expected_calibration_error, total


def test_our_own_articles_are_read_as_well_as_promised() -> None:
    result = evaluate(gold())
    counts = total(result.counts)
    floors = json.loads(FLOORS.read_text())["gold"]
    assert floors["full"] >= 0.75
    assert not under({"gold": {m: counts.f1(m) for m in MEASURES}}, {"gold": floors})
    assert expected_calibration_error(result.p, result.correct) < 0.12


def test_a_figure_under_its_floor_is_named() -> None:
    scores = {"gold": {"full": 0.7}}
    assert under(scores, {"gold": {"full": 0.8}, "elsewhere": {"full": 0.9}}) == [
        "gold full F1 is 0.7, its floor is 0.8"
    ]
    assert under(scores, {"gold": {"full": 0.7}}) == []


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--gold"]) == 0
    assert "Every floor holds." in capsys.readouterr().out
