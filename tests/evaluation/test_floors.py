"""The shipped weights on our own gold articles hold their floors."""

import json

import pytest

from evaluation.__main__ import CLAIMS, FLOORS, WHOLE, main, under
from evaluation.claim_tables import measured
from evaluation.readings import evaluate, gold
from evaluation.score import expected_calibration_error, total
from evaluation.sets import compared, shipped
from evaluation.tables import MEASURES
from evaluation.whole import count
from evaluation.whole import total as whole_total


def test_our_own_articles_are_read_as_well_as_promised() -> None:
    result = evaluate(gold())
    counts = total(result.counts)
    floors = json.loads(FLOORS.read_text())["gold"]
    assert floors["full"] >= 0.75
    assert not under({"gold": {m: counts.f1(m) for m in MEASURES}}, {"gold": floors})
    assert expected_calibration_error(result.p, result.correct) < 0.12


@pytest.mark.parametrize("name", shipped())
def test_speakers_nesting_and_chains_are_read_as_well_as_promised(name: str) -> None:
    figures = whole_total(count(one.statements) for one in compared(shipped()[name]())).figures
    floors = json.loads(FLOORS.read_text())[WHOLE]
    assert not under({name: figures}, {name: floors[name]})


def _own_floors() -> list[tuple[str, str]]:
    floors = json.loads(FLOORS.read_text())
    return [(section, name) for section in CLAIMS for name in floors[section] if name in shipped()]


@pytest.mark.parametrize(("section", "name"), _own_floors())
def test_claims_are_read_as_well_as_promised(section: str, name: str) -> None:
    figures = measured(compared(shipped()[name](), of_gold=CLAIMS[section])).figures
    assert not under({name: figures}, {name: json.loads(FLOORS.read_text())[section][name]}, section)


def test_a_figure_under_its_floor_is_named() -> None:
    scores = {"gold": {"full": 0.7, "chain": None}}
    assert under(scores, {"gold": {"full": 0.8}, "elsewhere": {"full": 0.9}}) == [
        "gold full is 0.7, its floor is 0.8"
    ]
    assert under(scores, {"gold": {"full": 0.7}}) == []
    assert under(scores, {"gold": {"chain": 0.1}}) == ["gold chain is None, its floor is 0.1"]
    assert under(scores, {"gold": {"stance": 0.1}}, "claims") == [
        "claims: gold stance is None, its floor is 0.1"
    ]


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--gold", "--quick"]) == 0
    printed = capsys.readouterr().out
    assert "Every floor holds." in printed
    assert "Whole readings" in printed
    assert "Claims of gold statements" in printed
    assert "Events, times, headlines" in printed


def test_the_command_prints_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--errors", "gold"]) == 0
    assert "== bridge-letter" in capsys.readouterr().out
    assert main(["--errors", "open", "--of", "claims", "--given"]) == 0
    assert "== grain-talks" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--sets", "--errors"])
def test_a_set_that_is_not_there_is_named(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([option, "nowhere"]) == 2
    assert "No such set: nowhere. There are gold," in capsys.readouterr().out
