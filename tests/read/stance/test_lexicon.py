"""The words of the operators: each class is of an operator, each word of one class."""

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from evaluation.corpora import CORPORA, load
from onrecord.read.stance import judge
from onrecord.read.stance.lexicon import closed, entries, phrases, rated, ratings, scanned
from onrecord.read.stance.operators import OPERATORS, Degree, applied
from onrecord.span import Span
from training.verbs import WRITTEN, table
from training.verbs import rated as read_ratings

LEXICON = tomllib.loads((files("onrecord.read.stance") / "lexicon.toml").read_text(encoding="utf-8"))
SETS = {"factive", "rejecting", "parted", "inflection"}
STRUCTURAL = {
    "know_whether",
    "question",
    "imperative",
    "whether",
    "uncommitted",
    "belief",
    "off",
}  # told by more than a word


def test_every_class_is_an_operator_and_every_operator_has_words() -> None:
    assert LEXICON.keys() - SETS <= OPERATORS.keys()
    assert OPERATORS.keys() - LEXICON.keys() == STRUCTURAL


def test_a_word_is_of_one_class() -> None:
    listed = [
        entry
        for name, group in LEXICON.items()
        if name not in SETS
        for entry in {entry for part in group.values() for entry in part}
    ]
    assert [entry for entry, n in Counter(listed).items() if n > 1] == []


def test_the_longest_entry_counts() -> None:
    hits = [hit for hit in scanned("She has not only ruled out a vote.").hits if hit]
    assert [(hit.name, hit.first, hit.last) for hit in dict.fromkeys(hits)] == [
        ("keep", 2, 4),
        ("rule_out", 4, 6),
    ]


def test_verbs_are_classed_by_what_people_answered() -> None:
    assert ratings()["know", "that"] == (1, 1)
    assert ratings()["fail", "to"] == (-1, 1)
    assert rated()["neglect"] == "fail"
    assert rated()["venture"] == "manage"
    assert {"realized", "notices", "pointing out"} <= phrases("factive")
    assert "said" not in phrases("factive")
    text = "Aas had neglected to pay."
    assert judge(text, None, (Span(text.index("pay"), text.index("pay") + 3),)).value == "CT-"


@pytest.mark.parametrize(
    ("effects", "value"),
    [
        ("", "CT+"),
        ("flip", "CT-"),
        ("flip flip", "CT+"),
        ("PS", "PS+"),
        ("PS flip", "CT-"),
        ("flip PS", "PS-"),
        ("PS PR", "PS+"),
        ("PR PS", "PS+"),
        ("PR flip", "PR-"),
        ("-PR", "PR-"),
        ("PS firm", "PS+"),
        ("deontic flip", "Uu deontic -"),
        ("-desire", "Uu desire -"),
        ("desire PS", "Uu desire +"),
        ("deontic desire", "Uu deontic +"),
        ("uncommitted ignorance", "Uu ignorance +"),
        ("deontic declined", "Uu declined +"),
    ],
)
def test_effects_compose_outward(effects: str, value: str) -> None:
    degree = Degree()
    for effect in effects.split():
        degree = applied(effect, degree)
    sign = "+" if degree.positive else "-"
    assert (f"Uu {degree.kind} {sign}" if degree.value == "Uu" else degree.value) == value


def test_lists_are_lower_case_words() -> None:
    names = tomllib.loads((files("onrecord.read.stance") / "closed.toml").read_text(encoding="utf-8"))
    assert all(word == word.lower() for name in names for word in closed(name))
    assert all(first == first.lower() and "’" not in first for first in entries())


def test_ratings_are_what_the_answers_say() -> None:
    def pair(polarity: str, hypothesis: str, label: str = "entailed") -> dict[str, str]:
        return {
            "verb": "find",
            "frame": "that_S",
            "voice": "active",
            "polarity": polarity,
            "hypothesis": hypothesis,
            "label": label,
        }

    pairs = [
        pair("positive", "that thing happened ."),
        pair("positive", "that thing didn't happen .", "not-entailed"),
        pair("negative", "that thing might or might not have happened ."),
    ]
    assert table(read_ratings(pairs)).splitlines()[-1] == "find\tthat\tactive\t1\t0"


def test_the_file_is_what_the_ratings_give() -> None:
    source = CORPORA / "megaveridicality.jsonl.gz"
    if not source.exists():
        pytest.skip("the corpora are not beside the project")
    assert table(read_ratings(load(source))) == WRITTEN.read_text(encoding="utf-8")
