"""Weights of events: fitted to labelled pairs, drawn to what was thought before; some stay as they are."""

import tomllib
from pathlib import Path

import numpy as np

from training.events import HELD, OUT, fit
from training.utterances import written

PRIOR = {"bias": -1.0, "same_word": 0.5, "again": -2.5, "near_days": 0.0}
NAMES = [name for name in PRIOR if name != "bias"]


def told(*rows: tuple[str, bool]) -> tuple[np.ndarray, np.ndarray]:
    """Pairs by the features that are true of them, and whether they are one event."""
    x = np.array([[float(name in features.split()) for name in NAMES] for features, _ in rows])
    return x, np.array([float(same) for _, same in rows])


def test_what_tells_pairs_of_one_event_apart_weighs_more() -> None:
    weights = fit([told(("same_word", True), ("same_word again", True), ("near_days", False))], PRIOR)
    assert weights["same_word"] > PRIOR["same_word"]
    assert weights["near_days"] < 0
    assert weights["again"] == PRIOR["again"]
    assert set(weights) == set(PRIOR)


def test_without_evidence_a_weight_stays_where_it_was() -> None:
    weights = fit([told(("same_word", True), ("", False))], PRIOR)
    assert abs(weights["near_days"]) < 1e-6


def test_every_part_counts_alike() -> None:
    one, other = told(("same_word", True)), told(("same_word", False))
    many = told(*[("same_word", True)] * 50)
    assert np.isclose(fit([one, other], PRIOR)["same_word"], fit([many, other], PRIOR)["same_word"])


def test_the_shipped_file_holds_what_a_fit_needs() -> None:
    shipped = tomllib.loads(OUT.read_text(encoding="utf-8"))
    assert shipped["weights"].keys() | {"bias"} == shipped["prior"].keys()
    assert all(shipped["weights"][name] == shipped["prior"][name] for name in HELD)


def test_only_the_weights_are_written() -> None:
    text = Path(OUT).read_text(encoding="utf-8")
    changed = tomllib.loads(written(text, {"bias": -9.0, "again": 7.0}))
    before = tomllib.loads(text)
    assert (changed["bias"], changed["weights"]["again"]) == (-9.0, 7.0)
    assert changed["prior"] == before["prior"]
    assert {**changed["weights"], "again": 0} == {**before["weights"], "again": 0}
