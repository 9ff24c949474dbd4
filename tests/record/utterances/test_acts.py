"""Which reports are of one act of saying, one line a case; and that their order does not matter."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.utterances import Saying, acts, features, table

DAY = "2026-03-02"


def saying(number: int, text: str, **told: object) -> Saying:
    """A report in an article of its own."""
    fields = {
        "moment": f"{number:03}", "article": f"a{number}", "start": 0, "id": f"a{number}/s1", "speaker": "ayla-duman",
        "text": text, "kind": "direct", "day": DAY, "copies": f"a{number}",
    }  # fmt: skip
    return Saying(**{**fields, **told})


@pytest.mark.parametrize(
    ("one", "other", "told", "same"),
    [
        ("We will close the old harbour", "that the old harbour would be shut", {}, True),
        ("A sale of the ferries is not ruled out", "that selling the ferries was possible", {}, True),
        ("A sale of the ferries is not ruled out", "that selling the ferries was ruled out", {}, False),
        ("I will meet the mayor before the summit", "that she would sit down with the mayor ahead of the summit", {}, True),
        ("I will meet the mayor before the summit", "that she would not meet the mayor before the summit", {}, False),
        ("We will close the old harbour", "Taxes must rise next year", {}, False),
        ("We will close the old harbour", "whether the old harbour would be closed", {}, False),
        ("We will close the old harbour", "We will close the old harbour", {"speaker": "olan-brandt"}, False),
        ("The bridge will be safe by June", "The bridge will be safe by June", {"day": "2026-07-20"}, False),
        ("The bridge will be safe by June", "the bridge would be safe by June", {"day": "2026-03-10", "back": 21}, True),
        ("We lost 300 sheep in the flood", "We lost 450 sheep in the storm", {}, False),
        ("The bridge will be safe by June", "the bridge would be safe by June", {"day": "2026-03-20", "recalled": True, "back": 45, "since": "2026-03-01", "until": "2026-03-10"}, True),
        ("The bridge will be safe by June", "that the bridge would be safe by June", {"day": "2026-03-20", "recalled": True, "back": 45, "since": "2026-02-01", "until": "2026-02-20"}, False),
        ("We lost 300 sheep in one night", "that three hundred sheep were gone", {}, True),
        ("We lost twelve hundred sheep in the flood", "that 1,200 sheep were lost in the flood", {}, True),
        ("We lost twelve hundred sheep in the flood", "that fifteen hundred sheep were lost in the flood", {}, False),
        ("a sale of the old harbour", "The old harbour is not for sale", {"cue": "said", "first": {"cue": "ruled out"}}, True),
        ("The old harbour needs a crane", "The old market needs a roof", {}, False),
        ("The harbour is where I was born and where I will die one day", "The harbour is where I was born and where I will die one day", {"speaker": "olan-brandt"}, True),
        ("The old harbour would be closed", "the old harbour would be closed for good", {"day": "2026-03-05", "outlet": "Post", "first": {"outlet": "Post"}}, False),
        ("The old harbour would be closed", "the old harbour would be closed for good", {"negated": True}, False),
        ("We will close the old harbour", "that the old harbour would be closed", {"speaker": "post", "body": True, "first": {"outlet": "Post"}}, True),
        ("We will close the old harbour", "that the old harbour would be closed", {"speaker": "tolmenia", "faint": True}, True),
        ("We will close the old harbour", "that the old harbour would be closed", {"speaker": "dock-board", "body": True, "of": ("duman",)}, True),
    ],
)  # fmt: skip
def test_one_act_or_two(one: str, other: str, told: dict[str, Any], same: bool) -> None:
    first = told.pop("first", {})
    found = acts([saying(1, one, **first), saying(2, other, **told)])
    assert (len(found) == 1) is same


def test_copies_have_the_words_whatever_was_read_of_the_speaker() -> None:
    words = "The dredger leaves on Monday and nobody will miss it"
    found = acts([saying(1, words), saying(2, words, speaker=None, copies="a1")])
    assert [len(act.reports) for act in found] == [2]
    assert found[0].teller.speaker == "ayla-duman"


def test_the_teller_is_the_person_whom_most_reports_give() -> None:
    words = "The dredger leaves on Monday and nobody will miss it"
    reports = [
        saying(n, words, speaker=who, copies="a1")
        for n, who in enumerate((None, "x", "ayla-duman", "ayla-duman"))
    ]
    (act,) = acts(reports)
    assert act.first.speaker is None and act.teller.speaker == "ayla-duman"


def test_the_reason_is_the_three_features_that_weigh_most_in_words() -> None:
    words = "The dredger leaves on Monday and nobody will miss it"
    ((_, (_, why)),) = [act.reports for act in acts([saying(1, words), saying(2, words, copies="a1")])]
    reasons = why.removeprefix("fits another report: ").split(", ")
    assert len(reasons) == 3 and reasons[0] == "a copy"


def test_each_reason_has_words() -> None:
    speaking_for = {name for name, weight in table()["prior"].items() if weight >= 0}
    assert table()["words"].keys() == speaking_for


@pytest.mark.parametrize(
    ("one", "other", "told", "name"),
    [
        ("The mill will close in May", "The mill will probably close in May", {}, "one_surer"),
        ("The mill will close in May", "The mill might close in May", {}, "one_surer"),
        ("We pay 41 crowns a share", "We pay 47 crowns a share", {}, "other_numbers"),
        ("We walk out for 24 hours", "We walk out on 22 September", {}, None),
        ("It closes", "to shut it", {"parent": "a1/s1", "article": "a1", "id": "a1/s2"}, "within"),
        ("We walk out on Tuesday", "They will strike on 22 September",
         {"when": (("2026-09-22",) * 2,), "first": {"when": (("2026-09-22",) * 2,)}}, "same_time"),
        ("I never said that", "that it had been promised", {"negated": True, "first": {"negated": True}}, "both_take_back"),
        ("The port is safe", "The port is safe", {"day": "2026-03-10"}, "long_after"),
    ],
)  # fmt: skip
def test_what_is_seen_of_two_reports(one: str, other: str, told: dict[str, Any], name: str | None) -> None:
    first = told.pop("first", {})
    found = features(saying(1, one, **first), saying(2, other, **told))
    watched = {"one_surer", "other_numbers", "within", "same_time", "both_take_back", "long_after"}
    assert {key for key, much in found.items() if much} & watched == ({name} if name else set())


def test_a_headline_is_of_its_text() -> None:
    head = saying(1, "Duman to shut harbour", kind="indirect", headline=True)
    text = saying(
        1, "that she would close the old harbour in May", kind="indirect", id="a1/s2", start=30, turn=1
    )
    other = saying(1, "that taxes would rise", kind="indirect", id="a1/s3", start=90, turn=2)
    found = acts([head, text, other])
    assert [len(act.reports) for act in found] == [2, 1]


def test_a_report_begins_with_what_it_goes_on_to_quote() -> None:
    lead = saying(1, "that the old harbour would be closed", kind="indirect", speaker="dock-board", body=True)
    quoted = saying(1, "The harbour has seen its last ship", id="a1/s2", start=40, turn=1)
    other = saying(1, "Nobody asked the gulls", id="a1/s3", start=90, turn=2)
    assert [len(act.reports) for act in acts([lead, quoted, other])] == [2, 1]


def test_one_article_seldom_reports_an_act_twice() -> None:
    both = [
        saying(1, "We will close the old harbour in May"),
        saying(1, "We will close the old market in June", id="a1/s2", start=60, turn=1),
    ]
    beside = saying(2, "that the old harbour would be closed in May", kind="indirect")
    assert [[one.id for one, _ in act.reports] for act in acts([*both, beside])] == [
        ["a1/s1", "a2/s1"],
        ["a1/s2"],
    ]


def test_what_a_correction_tells_otherwise_is_another_act() -> None:
    claimed = {"claims": (("e1", "CT+"),), "gone": "a2"}
    wrong = saying(1, "that the province would buy a share of the ferry yard at Vell", **claimed)
    right = saying(
        2, "that the province might buy a share of the ferry yard at Vell", claims=(("e1", "PS+"),)
    )
    same = saying(2, "that the province would buy a share of the ferry yard at Vell", claims=(("e1", "CT+"),))
    assert len(acts([wrong, right])) == 2 and len(acts([wrong, same])) == 1


def test_a_speaker_who_was_misread_once_keeps_no_reports_apart() -> None:
    words = "The people have spoken, and they did not whisper on that night"
    reports = [
        saying(1, words),
        saying(2, words, speaker="olan-brandt"),
        saying(3, "that the people had not whispered when they spoke", kind="indirect", back=45),
    ]
    assert [len(act.reports) for act in acts(reports)] == [3]


def test_every_report_says_why() -> None:
    found = acts(
        [saying(1, "We will close the old harbour"), saying(2, "that the old harbour would be shut")]
    )
    assert [why for act in found for _, why in act.reports if not why] == []
    assert "the same words but for names" in found[0].reports[1][1]


WORDS = st.sampled_from(
    "We will close the old harbour|that the old harbour would be shut|Taxes must rise next year|taxes may rise|"
    "The harbour stays open|whether the harbour closes|No harbour will be closed|Taxes will rise in May".split(
        "|"
    )
)
SAYINGS = st.lists(
    st.builds(
        lambda text, speaker, day, headline: {"text": text, "speaker": speaker, "day": day, "headline": headline},
        WORDS, st.sampled_from([None, "ayla-duman", "olan-brandt"]), st.sampled_from([None, DAY, "2026-03-04"]),
        st.booleans(),
    ),
    max_size=9,
)  # fmt: skip


@given(SAYINGS, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(told: list[dict[str, object]], chance: object) -> None:
    made = [saying(number, **{**one, "article": f"a{number % 3}"}) for number, one in enumerate(told)]
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert acts(made) == acts(shuffled)
    assert sorted(report.id for act in acts(made) for report, _ in act.reports) == sorted(
        one.id for one in made
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twenty-one of 1,200 jobs", {"21", "1200"}),
        ("two hundred and six sheep, and seven goats", {"206", "7"}),
        ("600,000 doses", {"600000"}),
        ("six hundred thousand doses", {"600000"}),
        ("4.5 percent, or half of one", {"9/2"}),
        ("billion " * 400 + "two" + " billion" * 400, set()),
        ("9" * 300, set()),
        ("a hundred people", {"100"}),
    ],
)
def test_figures_in_digits_and_in_words(text: str, found: set[str]) -> None:
    assert saying(1, text).numbers == found


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words(one: str, other: str) -> None:
    first, second = saying(1, one), saying(2, other, day=None)
    assert features(first, second) == features(second, first)
