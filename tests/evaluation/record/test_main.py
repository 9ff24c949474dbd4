"""The command: floors, errors of the open half only, and anybody's layers as JSON lines."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from evaluation.record.__main__ import main
from evaluation.record.errors import LAYERS, report
from evaluation.record.layers import Layers, from_folder
from evaluation.record.matched import Matched
from evaluation.record.scores import score
from evaluation.record.table import rows
from evaluation.record.truth import SEALED, load
from onrecord.entry import Position
from tests.evaluation.record.perfect import perfect
from tests.evaluation.record.spoiled import each_its_own, one_event, one_person, one_utterance, with_position
from tests.evaluation.record.world import world

TRUTH = world()
PERFECT = perfect(TRUTH)


def _write(folder: Path, layers: Layers) -> None:
    for name in Layers.__struct_fields__:
        lines = msgspec.json.Encoder().encode_lines(getattr(layers, name))
        (folder / f"{name}.jsonl").write_bytes(lines)


def test_layers_as_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    flawless = perfect(load("open"))
    _write(tmp_path, flawless)
    assert from_folder(tmp_path) == flawless
    assert main(["--half", "open", "--layers", str(tmp_path)]) == 0
    assert "false changes" in capsys.readouterr().out
    _write(tmp_path, each_its_own(flawless))
    assert main(["--half", "open", "--layers", str(tmp_path)]) == 1
    assert main(["--half", "open", "--layers", str(tmp_path), "--errors", "utterances"]) == 0
    assert "apart " in capsys.readouterr().out


def test_a_missing_file_is_an_empty_layer(tmp_path: Path) -> None:
    assert from_folder(tmp_path) == Layers()


@pytest.mark.parametrize("half", SEALED)
def test_nobody_reads_the_errors_of_a_half_that_measures(
    half: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for layer in LAYERS:
        assert main(["--half", half, "--errors", layer]) == 2
    assert capsys.readouterr().out.count("only measures") == len(LAYERS)


def test_a_record_needs_its_half(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--layers", str(tmp_path)]) == 2
    assert "--half open" in capsys.readouterr().out


def _changed(position: Position) -> Layers:
    return replace(PERFECT, positions=(position, *PERFECT.positions[1:]))


@pytest.mark.parametrize(
    ("layer", "layers", "told"),
    [
        ("reprints", replace(PERFECT, reprints=()), "missed  echo.example/1"),
        ("reports", replace(PERFECT, utterances=()), "unread  possible wire.example/1"),
        ("utterances", one_utterance(PERFECT), "joined  possible [sabel]"),
        ("utterances", each_its_own(PERFECT), "apart   possible [sabel]"),
        ("mentions", replace(PERFECT, events=()), "unread  june wire.example/1"),
        ("events", one_event(PERFECT), "joined  june"),
        ("people", one_person(PERFECT), "joined  sabel"),
        ("positions", replace(PERFECT, positions=()), "missed  sabel on june at possible: PS+ first"),
        ("positions", _changed(replace(PERFECT.positions[0], value="CT-")), "value   sabel on june"),
        ("positions", _changed(replace(PERFECT.positions[0], change="firmer")), "change  sabel on june"),
        ("positions", with_position(PERFECT, 1, 1, superseded=None), "stands  sabel on june at wrong"),
        ("changes", with_position(PERFECT, 1, 0, change="softer"), "same utterance"),
    ],
)
def test_errors(layer: str, layers: Layers, told: str) -> None:
    assert any(line.startswith(told) for line in report(Matched(TRUTH, layers), layer))


@pytest.mark.parametrize("layer", LAYERS)
def test_flawless_layers_have_no_errors(layer: str) -> None:
    assert list(report(Matched(TRUTH, PERFECT), layer)) == []


@pytest.mark.parametrize(
    ("layers", "measure"),
    [
        (replace(PERFECT, reprints=()), "reprints recall"),
        (each_its_own(PERFECT), "utterances F1, end to end"),
        (each_its_own(PERFECT), "events F1, end to end"),
        (with_position(PERFECT, 1, 0, change="softer"), "false changes"),
        (one_event(PERFECT), "twins merged"),
    ],
)
def test_what_does_not_hold(layers: Layers, measure: str) -> None:
    assert measure in {row.measure for row in rows(score(TRUTH, layers)) if not row.holds}
    assert all(row.holds for row in rows(score(TRUTH, PERFECT)))
