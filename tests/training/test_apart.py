"""No article that figures are measured on is trained on, in any form."""

import hashlib

import pytest

from evaluation.corpora import CORPORA, kept_apart, level_one, people, polnear

if not CORPORA.exists():
    pytest.skip("the corpora are not beside this checkout", allow_module_level=True)

from training.data import training_records


def fingerprint(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def test_training_and_held_out_hold_nothing_of_the_evaluation_sets() -> None:
    trained, held = training_records()
    seen_ids = {r.id for r in trained + held}
    seen_texts = {fingerprint(r.text) for r in trained + held}
    assert not seen_ids & kept_apart()
    for name in ("wire-dev", "wikinews-dev"):
        assert not seen_texts & {fingerprint(r.text) for r in level_one(name)}
    assert not seen_texts & {fingerprint(r.text) for r in polnear("dev")}
    assert not seen_texts & {fingerprint(readers[0].text) for readers in people()}
    apart = [r for r in polnear("train") if r.id in kept_apart()]
    assert len(apart) == 27
    assert not seen_texts & {fingerprint(r.text) for r in apart}


def test_what_is_held_out_is_not_trained_on() -> None:
    trained, held = training_records()
    assert not {r.id for r in trained} & {r.id for r in held}
    assert 25 <= len(held) <= 60
