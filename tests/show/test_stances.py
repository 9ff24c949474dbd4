"""How sure somebody is, in words: every value has one, no word judges, and no two sides share a mark."""

from typing import get_args

import pytest

from onrecord.claim import Act, Stance, StanceValue, UuKind
from onrecord.show.stances import MARKS, SHARPER, WORDS, degree, outer


@pytest.mark.parametrize(
    ("value", "kind", "polarity", "act", "told"),
    [
        ("CT+", None, None, "assert", "▲ says so"),
        ("CT+", None, None, None, "▲ says so"),
        ("CT+", None, None, "promise", "▲ promises"),
        ("CT+", None, None, "threaten", "▲ threatens"),
        ("CT+", None, None, "concede", "▲ concedes"),
        ("CT+", None, None, "deny", "▲ says so"),
        ("PR+", None, None, "assert", "△ likely"),
        ("PR+", None, None, "promise", "△ promises"),
        ("PR+", None, None, "expect", "△ expects"),
        ("PS+", None, None, "expect", "△ possible"),
        ("CT-", None, None, "deny", "▼ denies"),
        ("CT-", None, None, None, "▼ denies"),
        ("CT-", None, None, "assert", "▼ says not"),
        ("CT-", None, None, "decline", "▼ refuses"),
        ("PR-", None, None, "expect", "▽ unlikely"),
        ("PS-", None, None, None, "▽ possibly not"),
        ("CTu", None, None, None, "? knows whether"),
        ("Uu", None, None, None, "◇ leaves open"),
        ("Uu", "ignorance", None, "decline", "? does not know"),
        ("Uu", "declined", None, "decline", "… declines to say"),
        ("Uu", "no_response", None, "decline", "… no answer"),
        ("Uu", "not_confirmed", None, "decline", "? not confirmed"),
        ("Uu", "conditional", None, "promise", "◇ if …"),
        ("Uu", "desire", "+", "hope", "◇ hopes"),
        ("Uu", "desire", "-", "hope", "◇ hopes not"),
        ("Uu", "deontic", None, "assert", "◇ should"),
        ("Uu", "deontic", "-", "assert", "◇ should not"),
        ("Uu", "deontic", "+", "order", "◇ orders"),
        ("Uu", "deontic", "-", "order", "◇ forbids"),
        ("Uu", "deontic", "-", "ask", "◇ asks not to"),
        ("Uu", "question", None, "ask", "? asks"),
        ("Uu", "conditional", "-", None, "◇ if …"),
    ],
)
def test_a_stance_in_words(value, kind, polarity, act, told):
    assert str(degree(Stance("a", value, kind, polarity), act)) == told


def test_every_value_and_kind_has_a_word_of_its_own():
    told = [WORDS[value] for value in (*get_args(StanceValue), *get_args(UuKind))]
    assert len(set(told)) == len(told) - 1  # "Uu" without a kind is uncommitted
    assert {value for value, _ in SHARPER} <= set(WORDS)
    assert {act for _, act in SHARPER} <= set(get_args(Act))


def test_no_two_sides_share_a_mark_and_none_judges():
    for signs in zip(*MARKS.values(), strict=True):
        assert len(set(signs)) == len(MARKS)
    shown = {word for _, word in WORDS.values()} | set(SHARPER.values())
    assert not {word for word in shown if {"true", "false", "lies", "wrong"} & set(word.split())}
    assert all(sign.isascii() for _, sign in MARKS.values())
    assert not {mark for mark, _ in MARKS.values()} & set("✓✔✗✘")


def test_only_a_flat_assertion_is_plain():
    plain = [value for value in get_args(StanceValue) if degree(Stance("a", value)).plain]
    assert plain == ["CT+"]
    assert not degree(Stance("a", "CT+"), "promise").plain
    assert str(degree(Stance("a", "CT+"), None, "belief")) == "▲ thinks so"


def test_who_stands_around_passes_it_on_or_adds_something():
    assert outer(Stance("a", "Uu")).word == outer(Stance("a", "Uu", "uncommitted")).word == "passes it on"
    assert outer(Stance("a", "Uu", "not_confirmed")).word == "not confirmed"
    assert outer(Stance("a", "CT-")).word == "denies"


def test_without_the_signs():
    assert degree(Stance("a", "PS+")).ascii == "(+) possible"
    assert all(degree(Stance("a", "Uu", kind)).ascii.isascii() for kind in get_args(UuKind))
