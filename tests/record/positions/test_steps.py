"""How a holder's position on an event changes, as sequences of values; and what is no change at all.

A minister who does not rule a sale out in March and promises it in May is firmer. A reprint of the March
words in June is nothing, since one utterance makes one position.
"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.entry import Superseded
from onrecord.record.positions import Commitment, Step, difference, steps
from onrecord.record.positions.commitment import NEAR, comparable, rank, side, told

SALE = frozenset({"sale"})


def said(number: int, value: str = "CT+", **more: Any) -> Commitment:
    """What is said on the day of a number: a value, and after a space its kind ("Uu desire")."""
    value, _, uu = value.partition(" ")
    fields = {
        "day": f"2026-03-{number:02}", "moment": f"2026-03-{number:02}T08:00:00Z", "utterance": f"u{number}",
        "claim": f"c{number}", "report": f"s{number}", "article": f"a{number}", "words": SALE,
    }  # fmt: skip
    return Commitment(value=value, uu=uu or None, **{**fields, **more})


def changes(found: list[Step]) -> str:
    """The kinds of change, in order of saying."""
    return " ".join(step.change for step in found)


# (values in order of saying, what each is)
SEQUENCES = [
    ("", ""),
    ("CT+", "first"),
    ("Uu", "first"),
    ("PS+, PR+, CT+", "first firmer firmer"),
    ("CT-, PR-, PS-", "first softer softer"),
    ("CT+, CT+", "first repeated"),
    ("Uu ignorance, Uu declined", "first repeated"),
    ("CT+, CT-", "first reversed"),
    ("CT-, PR+", "first reversed"),
    ("PR+, CT-, CT+", "first reversed reversed"),
    # Who does not rule it out may well doubt it
    ("PS+, PS-", "first repeated"),
    ("PS-, PS+, PS-", "first repeated repeated"),
    ("PS+, PR-", "first reversed"),
    ("PS+, CT-", "first reversed"),
    # To begin to commit is firmer, to stop is softer
    ("Uu, PS+", "first firmer"),
    ("CT+, Uu declined", "first softer"),
    ("CTu, CT+", "first repeated"),
    # The way from one side to the other may lead through an open one
    ("CT+, Uu, CT-", "first softer reversed"),
    ("CT+, Uu, CT+", "first softer firmer"),
    ("CT+, Uu, Uu declined, PR-", "first softer repeated reversed"),
    ("PS-, Uu, PR+, Uu, CT-", "first softer reversed softer reversed"),
    ("Uu, Uu, CT-", "first repeated firmer"),
    # What is hoped or demanded has a side
    ("Uu desire, CT-", "first reversed"),
    ("Uu desire, CT+", "first firmer"),
    ("CT-, Uu deontic", "first reversed"),
]


@pytest.mark.parametrize(("values", "kinds"), SEQUENCES)
def test_a_sequence_of_values(values: str, kinds: str) -> None:
    ordered = [said(n, value) for n, value in enumerate(values.split(", "), 1) if value]
    assert changes(steps(ordered, {})) == kinds
    assert changes(steps(ordered[::-1], {})) == kinds
    assert [step.commitment for step in steps(ordered, {})] == ordered


@pytest.mark.parametrize(
    ("one", "sign", "degree", "written"),
    [
        (said(1, "CT+"), "+", 3, "CT+"),
        (said(1, "PS-"), "-", 1, "PS-"),
        (said(1, "CTu"), "", 3, "CTu"),
        (said(1, "Uu declined"), "", 0, "Uu declined"),
        (said(1, "Uu desire"), "+", 0, "Uu desire"),
        (said(1, "Uu deontic", polarity="-"), "-", 0, "Uu deontic"),
        (said(1, "odd"), "", 0, "odd"),
    ],
)
def test_side_and_rank(one: Commitment, sign: str, degree: int, written: str) -> None:
    assert (side(one), rank(one), told(one)) == (sign, degree, written)


VALUES = st.sampled_from(["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu", "Uu desire", "Uu declined"])


@given(VALUES, VALUES)
def test_there_and_back(one: str, other: str) -> None:
    back = {"firmer": "softer", "softer": "firmer", "reversed": "reversed", "repeated": "repeated"}
    there = difference(said(1, one), said(2, other))
    assert difference(said(1, other), said(2, one)).kind == back[there.kind]
    assert there.why


# What was taken back

GONE = Superseded("a9", "corrected")


def test_what_was_taken_back_stays_and_counts_no_more() -> None:
    found = steps([said(1, "PS+"), said(2, "CT-"), said(3, "PR+")], {"u2": GONE})
    assert changes(found) == "first reversed firmer"
    assert [step.superseded for step in found] == [None, GONE, None]
    assert found[2].why == "PS+ before, PR+ now"


def test_a_correction_stands_in_place_of_what_it_corrects() -> None:
    found = steps([said(1, "CT+"), said(2, "CT-", corrects=True, article="a9"), said(3, "CT-")], {"u1": GONE})
    assert changes(found) == "first corrected repeated"
    assert found[1].why == "CT-, in place of what was reported before"


def test_a_correction_of_something_else_is_no_correction() -> None:
    assert changes(steps([said(1, "CT+"), said(2, "CT-", corrects=True)], {})) == "first reversed"
    elsewhere = [said(1, "CT+"), said(2, "CT-"), said(3, "CT+", corrects=True, article="a8")]
    assert changes(steps(elsewhere, {"u1": GONE})) == "first first reversed"
    assert changes(steps([said(1, "CT+", corrects=True)], {})) == "first"


def test_after_the_only_word_was_taken_back_the_next_is_the_first() -> None:
    assert changes(steps([said(1, "CT+"), said(2, "PS-")], {"u1": GONE})) == "first first"


def test_a_corrected_correction() -> None:
    found = steps(
        [said(1), said(2, "CT-", corrects=True), said(3, corrects=True, article="a9")],
        {"u1": GONE, "u2": GONE},
    )
    assert changes(found) == "first first corrected"


def test_a_disavowal_is_no_commitment() -> None:
    found = steps([said(1, "CT+"), said(2, "CT-", disavows=True), said(3, "CT+")], {"u1": GONE})
    assert changes(found) == "first disavowed first"
    assert changes(steps([said(1), said(2, "CT-", disavows=True), said(3)], {})) == "first disavowed repeated"


# What is no change

MISREAD = {"utterance": "u2", "day": "2026-03-02", "moment": "2026-03-02T09:00:00Z"}


@pytest.mark.parametrize(
    ("reports", "value"),
    [
        ([("CT+", "indirect", 0.9)] * 3, "CT+"),
        (
            [("CT-", "indirect", 0.9), ("CT+", "indirect", 0.9), ("CT+", "indirect", 0.9)],
            "CT+",
        ),  # one is misread
        ([("CT-", "indirect", 0.9), ("CT+", "direct", 0.9)], "CT+"),  # her own words count double
        ([("CT-", "direct", 0.9)] + [("CT+", "indirect", 0.9)] * 3, "CT+"),
        ([("CT-", "indirect", 0.55), ("CT+", "indirect", 0.95)], "CT+"),
        (
            [("CT-", "direct", 0.29)] * 3 + [("CT+", "indirect", 0.5)],
            "CT+",
        ),  # what is unlikely does not count
    ],
)
def test_an_utterance_is_what_most_of_its_reports_say(
    reports: list[tuple[str, str, float]], value: str
) -> None:
    told_ = [
        said(2, given, kind=kind, p=p, **MISREAD | {"report": f"s2{n}", "claim": f"c2{n}"})
        for n, (given, kind, p) in enumerate(reports)
    ]
    found = steps([said(1, value), *told_], {})
    assert changes(found) == "first repeated"
    assert found[1].commitment.value == value


def test_of_several_claims_of_one_report_the_surest_counts() -> None:
    both = [said(1, "PS+", claim="c1a"), said(1, "CT+", claim="c1b")]
    assert [step.commitment.claim for step in steps(both, {})] == ["c1b"]


def test_what_is_unlikely_makes_no_position() -> None:
    assert steps([said(1, p=0.49)], {}) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ({"p": 0.4, "text": "the lease ends"}, {"p": 0.4, "text": "it gives up the lease"}, 1),
        ({"p": 0.4, "text": "the lease ends"}, {"p": 0.4, "text": "the lease ends"}, 0),  # a copy
        ({"p": 0.4, "text": "the lease ends"}, {"p": 0.4, "text": "no lease", "value": "CT-"}, 0),
        ({"p": 0.4, "text": "the lease ends"}, {"p": 0.2, "text": "it gives up the lease"}, 0),
        ({"p": 0.3, "text": "the lease ends"}, {"p": 0.3, "text": "it gives up the lease"}, 1),
    ],
)
def test_reports_that_agree_in_words_of_their_own_are_likelier(
    first: dict[str, Any], second: dict[str, Any], found: int
) -> None:
    both = [said(1, **first), said(1, **{"report": "s9", "claim": "c9", "article": "a9"} | second)]
    assert len(steps(both, {})) == found


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("PS+", "CT+", "repeated"),
        ("CT+", "PR+", "repeated"),
        ("CT+", "CT-", "reversed"),
        ("CT+", "Uu", "softer"),
    ],
)
def test_the_same_day_told_in_other_words(first: str, second: str, kind: str) -> None:
    """One account may be firmer than another of the same words; to take another side is no such doing."""
    assert (
        changes(steps([said(1, first), said(1, second, utterance="u9", article="a9")], {})) == f"first {kind}"
    )


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        ({}, "repeated"),
        ({"kind": "direct"}, "softer"),
        ({"dated": True}, "softer"),
        ({"day": "2026-03-05"}, "softer"),
        ({"value": "CT-"}, "reversed"),
    ],
)
def test_words_told_again_some_days_later(later: dict[str, Any], kind: str) -> None:
    """As in: he has said that a visit is possible", two days after he promised one."""
    again = said(3, **{"value": "PS+", "dated": False} | later)
    assert changes(steps([said(1, "CT+", kind="direct"), again], {})) == f"first {kind}"


BESIDE = {"utterance": "u9", "claim": "c9", "report": "s9"}


@pytest.mark.parametrize(
    ("beside", "kinds"),
    [
        ({"value": "CT+"}, "first reversed first"),  # "on the first day she had said that he would"
        ({"value": "CT+", "day": "2026-03-03"}, "first repeated reversed"),  # as it tells, the day before
        ({"value": "CT+", "day": "2026-03-03", "dated": False}, "first first reversed"),
        ({"value": "CT-"}, "first reversed repeated"),
        ({"value": "PR-"}, "first reversed repeated"),
        ({"value": "Uu declined"}, "first reversed first"),
    ],
)
def test_one_article_of_one_day_tells_no_change(beside: dict[str, Any], kinds: str) -> None:
    there = [said(1), said(4, "CT-", p=0.9), said(4, **BESIDE | {"p": 0.8, "article": "a4"} | beside)]
    assert changes(steps(there, {})) == kinds
    assert changes(steps([*there, said(5, "CT-")], {})) == f"{kinds} repeated"


def test_two_articles_of_one_day_may_tell_a_change() -> None:
    there = [said(1), said(4, "CT-"), said(4, "CT+", article="a9", **BESIDE)]
    assert changes(steps(there, {})) == "first reversed reversed"


def test_words_that_are_only_recalled_have_no_place_in_time() -> None:
    assert changes(steps([said(1), said(2, "CT-", recalled=True), said(3)], {})) == "first repeated"
    both = [said(2, recalled=True), said(2, recalled=False, report="s2b", claim="c2b")]
    assert len(steps(both, {})) == 1


THREADS = [
    ({}, {}, True),
    ({}, {"words": frozenset({"lease"})}, False),
    ({"type": "CONSULT meet"}, {"words": frozenset({"lease"}), "type": "CONSULT meet"}, True),
    ({"type": "CONSULT meet"}, {"words": frozenset({"lease"}), "type": "CONSULT phone"}, False),
    ({"words": frozenset()}, {"words": frozenset()}, False),
    ({"others": frozenset({"aksoy"})}, {"others": frozenset({"brandt"})}, False),
    ({"others": frozenset({"aksoy"})}, {}, True),
    ({"things": frozenset({"pension"})}, {"things": frozenset({"tax"})}, False),
    ({"things": frozenset({"pension", "juli"})}, {"things": frozenset({"pension"})}, True),
    ({"things": frozenset({"pension"})}, {}, True),
    ({"bound": (10, 20)}, {"bound": (20, 30)}, True),
    ({"bound": (10, 20)}, {"bound": (26, 30)}, True),  # it may have been moved
    ({"bound": (10, 20)}, {"bound": (27, 30)}, False),
    ({"bound": (10, 20)}, {}, True),
    ({}, {"day": "2026-03-20"}, True),
    ({}, {"day": "2026-04-30"}, False),
    ({}, {"day": "9999"}, False),
    ({"closed": "2026-03-10"}, {"closed": "2026-03-10", "day": "2026-03-12"}, False),  # it looks back
    ({"closed": "2026-03-10"}, {"closed": "2026-03-10", "day": "2026-03-10", "ahead": True}, True),
    ({"closed": "2026-03-01"}, {"closed": "2026-03-01", "day": "2026-03-12"}, True),  # both look back
    ({"closed": "2026-03-01", "day": "2026-03-01"}, {"closed": "2026-03-01", "day": "2026-03-12"}, True),
]


@pytest.mark.parametrize(("one", "other", "same"), THREADS)
def test_whether_two_are_about_one_thing(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    first, second = said(1, **one), said(2, "CT-", **other)
    assert comparable(first, second) is comparable(second, first) is same
    assert changes(steps([first, second], {})) == ("first reversed" if same else "first first")


def test_threads_do_not_disturb_one_another() -> None:
    lease = {"words": frozenset({"lease"})}
    ordered = [said(1, "CT+"), said(2, "CT-", **lease), said(3, "CT+"), said(4, "PS-", **lease)]
    assert changes(steps(ordered, {})) == "first first repeated softer"


def test_near_is_some_weeks_of_talk() -> None:
    assert 30 <= NEAR <= 60


MORE = st.sampled_from(
    [
        {}, {"recalled": True}, {"words": frozenset({"lease"})}, {"p": 0.6}, {"corrects": True},
        {"disavows": True}, {"kind": "direct"}, {"bound": (10, 20)}, {"bound": (30, 40)},
    ]
)  # fmt: skip
COMMITMENTS = st.lists(
    st.builds(
        lambda day, value, utterance, more: said(day, value, utterance=f"u{utterance}", **more),
        st.integers(1, 9),
        VALUES,
        st.integers(0, 5),
        MORE,
    ),
    max_size=9,
)


def placed(commitments: list[Commitment]) -> list[Commitment]:
    """Each with a claim and a report of its own."""
    return [replace(one, claim=f"c{n}", report=f"s{n // 2}") for n, one in enumerate(commitments)]


@given(COMMITMENTS, st.sets(st.integers(0, 5)), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(commitments: list[Commitment], gone: set[int], chance: Any) -> None:
    ordered = placed(commitments)
    taken = {f"u{number}": GONE for number in gone}
    shuffled = list(ordered)
    chance.shuffle(shuffled)
    assert steps(shuffled, taken) == steps(ordered, taken)


@given(COMMITMENTS, st.sets(st.integers(0, 5)))
def test_one_position_an_utterance_and_none_without_a_reason(
    commitments: list[Commitment], gone: set[int]
) -> None:
    taken = {f"u{number}": GONE for number in gone}
    found = steps(placed(commitments), taken)
    utterances = [step.commitment.utterance for step in found]
    assert len(utterances) == len(set(utterances))
    assert {step.commitment.utterance for step in found if step.superseded} <= taken.keys()
    assert all(step.why for step in found)
    assert not found or found[0].change in {"first", "disavowed"}


@given(COMMITMENTS)
def test_a_reprint_changes_nothing(commitments: list[Commitment]) -> None:
    """Another report of an utterance, later, and of the same value, is of the position that is there."""
    ordered = placed(commitments)
    again = [replace(one, claim=f"{one.claim}x", report=f"{one.report}x", moment="2027") for one in ordered]
    assert changes(steps([*ordered, *again], {})) == changes(steps(ordered, {}))
