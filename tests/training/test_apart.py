"""No article that figures are measured on is trained on, in any form."""

import hashlib

import pytest

from evaluation.corpora import CORPORA, kept_apart, level_one, people, polnear

if not CORPORA.exists():
    pytest.skip("the corpora are not beside this checkout", allow_module_level=True)

from evaluation.gum import gum
from evaluation.silver import silver
from training.claims.data import held_out, readings
from training.gold import other_lessons
from training.lessons import training_lessons


def fingerprint(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def measured() -> set[str]:
    """The texts of everything that figures are quoted on."""
    apart = [r for r in polnear("train") if r.id in kept_apart()]
    assert len(apart) == 27
    dev = [r for name in ("wire-dev", "wikinews-dev") for r in level_one(name)]
    records = [*apart, *dev, *polnear("dev"), *(readers[0] for readers in people())]
    return {fingerprint(r.text) for r in records}


def test_no_lesson_is_of_an_evaluation_article() -> None:
    whole, flat, held = training_lessons()
    seen = {fingerprint(x.text) for x in (*whole, *flat, *held)}
    assert not {x.id for x in (*whole, *flat, *held)} & kept_apart()
    assert not seen & measured()


def test_no_claim_is_learned_from_an_evaluation_article() -> None:
    learned = [r for _, r in readings()]
    assert not {r["id"] for r in learned} & kept_apart()
    assert not {fingerprint(r["text"]) for r in learned} & measured()
    assert 20 < sum(held_out(r["id"]) for r in learned) < len(learned) / 4


def test_no_other_layer_is_of_an_evaluation_article() -> None:
    assert not {document.id for document in silver("train")} & kept_apart()
    lessons = list(other_lessons())
    assert not {x.id for x in lessons} & kept_apart()
    assert not {fingerprint(x.text) for x in lessons} & measured()
    everything = {d.id for part in ("train", "dev") for d in gum(part, whole=True)}
    assert everything & kept_apart(), "the four Wikinews articles stand in GUM, and are left out of it"


def test_speakers_are_learned_from_training_readings_alone() -> None:
    from training.speakers import SETS

    assert all(name.endswith("-train") for name in SETS)


def test_what_is_held_out_is_not_trained_on() -> None:
    whole, flat, held = training_lessons()
    assert not {x.id for x in (*whole, *flat)} & {r.id for r in held}
    assert 25 <= len(held) <= 60
