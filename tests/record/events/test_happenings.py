"""Which mentions are of one event, one line a pair; and that neither order nor company matters.

"The strike of the pilots" on Monday and "their walkout" on Tuesday are one event. The same words about the
same two people before the spring summit and before the autumn summit are two.
"""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.events import Mentioned, Scores, happenings, linked
from onrecord.record.events.features import Score, score, table
from onrecord.record.events.happenings import APART
from tests.record.events.mentioned import keyed, mention

BOTH = ("ayla-duman", "kerem-aksoy")
MEET: dict[str, Any] = {
    "label": "Duman and Aksoy meet", "trigger": "meet", "type": "CONSULT", "mode": "meet", "people": BOTH,
}  # fmt: skip
STRIKE: dict[str, Any] = {
    "label": "a strike of the pilots",
    "trigger": "strike",
    "type": "PROTEST",
    "mode": "strike",
}
SEIZE: dict[str, Any] = {
    "label": "Brandt was detained", "trigger": "detained", "type": "COERCE", "mode": "arrest",
    "people": ("olan-brandt",),
}  # fmt: skip
RISE: dict[str, Any] = {
    "label": "pensions will rise", "trigger": "rise", "around": ("inga-roos",),
}  # fmt: skip
TALKS: dict[str, Any] = {"label": "the talks", "trigger": "talks", "type": "CONSULT", "mode": "talk"}
CLOSE: dict[str, Any] = {"label": "close the old harbour", "trigger": "close"}
LEAVE: dict[str, Any] = {
    "label": "Brandt leaves the dredger", "trigger": "leaves", "people": ("olan-brandt",),
}  # fmt: skip
VOTE: dict[str, Any] = {
    "label": "the vote on the ferry law", "trigger": "vote", "type": "CONSULT", "people": BOTH,
}  # fmt: skip
SPRING: dict[str, Any] = {
    "relation": "BEFORE",
    "latest": "2026-04-20",
    "deadline": "2026-04-20",
    "ahead": True,
}
AUTUMN: dict[str, Any] = {
    "relation": "BEFORE",
    "latest": "2026-10-12",
    "deadline": "2026-10-12",
    "ahead": True,
}


def on(day: str) -> dict[str, Any]:
    """Bound to one day."""
    return {"relation": "ON", "earliest": day, "latest": day, "deadline": day}


def before(day: str, **bound: str) -> dict[str, Any]:
    """Bound to be before a day."""
    return {"relation": "BEFORE", "latest": day, "deadline": day, "ahead": True} | bound


# (what the one article says, what the other says, whether it is one event, why)
PAIRS: list[tuple[dict[str, Any], dict[str, Any], bool, str]] = [
    # Kinds: a tree
    (MEET, MEET, True, "same kind"),
    (MEET, MEET | {"label": "a meeting of Aksoy and Duman", "trigger": "meeting"}, True, "same word"),
    (
        MEET,
        MEET | {"mode": None, "label": "talks of Duman and Aksoy", "trigger": "talks"},
        True,
        "wider kind",
    ),
    (
        MEET,
        MEET | {"mode": "phone", "label": "Duman and Aksoy speak", "trigger": "call"},
        False,
        "sister kind",
    ),
    (STRIKE, STRIKE | {"type": "ASSAULT", "mode": "aerial"}, True, "misread kind"),  # a word of both
    (
        SEIZE,
        SEIZE | {"mode": "seize", "label": "the police seized Brandt", "trigger": "seized"},
        True,
        "misread kind",
    ),
    (
        STRIKE,
        STRIKE | {"type": "ASSAULT", "mode": "explosives", "label": "a strike on the kiln"},
        False,
        "other kind",
    ),
    (
        MEET,
        MEET | {"type": "ASSAULT", "mode": None},
        True,
        "other kind",
    ),  # in the same words: one was misread
    (
        MEET,
        MEET | {"type": "ASSAULT", "mode": None, "label": "Duman and Aksoy clash", "trigger": "clash"},
        False,
        "other kind",
    ),
    (STRIKE, STRIKE | {"label": "the pilots' walkout", "trigger": "walkout"}, True, "same word"),
    (STRIKE, STRIKE | {"type": None, "mode": None}, True, "same word"),
    (STRIKE, {"label": "the pilots' harbour fees", "trigger": "fees"}, False, "other word"),
    (CLOSE, CLOSE | {"label": "shut the old harbour", "trigger": "shut"}, True, "same word"),
    (CLOSE, {"label": "a fee for every boat", "trigger": "fee"}, False, "other thing"),
    (CLOSE, CLOSE | {"label": "close the zoo"}, False, "other thing"),
    (RISE, RISE | {"label": "taxes will rise", "day": "2026-03-20"}, False, "other object"),
    (RISE, RISE | {"label": "a rise of pensions", "day": "2026-03-20"}, True, "same label"),
    (
        {"label": "a closure", "trigger": "closure"},
        {"label": "a fee", "trigger": "fee"},
        False,
        "other label",
    ),
    # Who takes part
    (MEET, MEET | {"people": ("ayla-duman",), "label": "Duman would meet him"}, True, "one person"),
    (
        MEET,
        MEET | {"people": ("olan-brandt", "inga-roos"), "label": "Brandt and Roos meet"},
        False,
        "other people",
    ),
    (STRIKE | {"cast": BOTH}, STRIKE | {"cast": BOTH}, True, "same story"),
    (
        STRIKE | {"label": "the strike", "cast": BOTH, "day": "2026-01-02"},
        STRIKE | {"label": "a strike", "cast": ("olan-brandt",), "day": "2026-06-30"},
        False,
        "other story",
    ),
    (STRIKE | {"cast": BOTH}, STRIKE | {"cast": BOTH[:1], "named": ("inga-roos",)}, True, "same kind"),
    (STRIKE | {"cast": BOTH}, STRIKE | {"cast": ("olan-brandt",)}, False, "other story"),
    (TALKS | {"cast": BOTH}, TALKS | {"cast": BOTH}, True, "same story"),
    (TALKS | {"cast": BOTH}, TALKS | {"cast": BOTH[:1]}, False, "bare"),
    (TALKS | {"cast": BOTH}, TALKS | {"cast": BOTH[:1], "article": "a1", "start": 9}, True, "told apart"),
    (LEAVE, LEAVE | {"label": "the pilot would not leave", "people": ("olan-brandt",)}, True, "same word"),
    (
        LEAVE,
        LEAVE | {"label": "the mate is leaving", "people": ("inga-roos",)},
        False,
        "other people",
    ),
    (
        LEAVE | {"people": ("olan-brandt", "harbour-ltd")},
        LEAVE | {"people": ("inga-roos", "harbour-ltd")},
        True,
        "same word",
    ),
    # Frames: a word for another side of it, if people and time fit
    (LEAVE, LEAVE | {"label": "Brandt quits the dredger", "trigger": "quits"}, True, "same frame"),
    (
        LEAVE,
        {"label": "the quitting of Roos", "trigger": "quitting", "day": "2026-06-30"},
        False,
        "same frame",
    ),
    (LEAVE, LEAVE | {"label": "Brandt swims", "trigger": "swims"}, False, "other word"),
    # Times: a twin event before another summit has the same words
    (MEET | SPRING, MEET | SPRING | {"day": "2026-03-20"}, True, "same time"),
    (MEET | SPRING, MEET | AUTUMN | {"day": "2026-09-02"}, False, "other time"),
    (MEET | SPRING, MEET | AUTUMN, False, "other time"),  # both told on one day
    (MEET | SPRING, MEET | before("2026-04-26"), True, "same time"),  # a few days of doubt about one deadline
    (MEET | SPRING, MEET | before("2026-05-30"), False, "other time"),
    (MEET | before("2026-11-30", deadline="2026-FA"), MEET | AUTUMN, True, "same time"),  # in that autumn
    (MEET | before("2026-11-30", deadline="2026-FA"), MEET | SPRING, False, "other time"),
    (MEET | before("2026-04-30", deadline="2026-04"), MEET | SPRING, True, "same time"),
    (
        MEET | before("2026-04-30", deadline="2026-04"),
        MEET | before("2026-05-31", deadline="2026-05"),
        False,
        "other time",
    ),
    # A day that has passed is not that of what is still to come
    (MEET | on("2026-02-14") | {"ahead": True}, MEET | SPRING, True, "near days"),
    (MEET | SPRING, MEET | on("2026-04-14") | {"day": "2026-04-14"}, True, "same time"),  # it came about
    (MEET | SPRING, MEET | on("2026-05-14") | {"day": "2026-05-14"}, False, "other time"),
    (VOTE | on("2026-03-09"), VOTE | on("2026-03-09") | {"day": "2026-03-10"}, True, "same time"),
    (VOTE | on("2026-03-09"), VOTE | on("2026-03-16"), False, "other time"),
    (VOTE | on("2026-03-09"), VOTE, True, "near days"),
    (VOTE | on("2026-03-09"), VOTE | {"day": "2026-03-30"}, True, "same label"),
    (STRIKE, STRIKE | {"type": None, "mode": None}, True, "near days"),
    (STRIKE, STRIKE | {"type": None, "mode": None, "day": "2026-11-02"}, False, "months apart"),
    (STRIKE, STRIKE | {"day": "2026-04-12"}, True, "far days"),
    (MEET, MEET | {"relation": "AFTER", "earliest": "2026-05-01", "latest": None}, True, "near days"),
    # A day that is still to come may be moved, by less than a week
    (VOTE | on("2026-03-09") | {"ahead": True}, VOTE | on("2026-03-12"), True, "moved"),
    (VOTE | on("2026-03-09") | {"ahead": True}, VOTE | on("2026-03-16"), False, "other time"),
    (
        VOTE | on("2026-03-09") | {"ahead": True},
        VOTE | on("2026-03-12") | {"told": True, "day": "2026-03-12"},
        True,
        "moved",
    ),
    (
        VOTE | on("2026-03-09") | {"ahead": True, "day": "2026-03-08"},
        VOTE | on("2026-03-06") | {"told": True, "day": "2026-03-06"},
        False,
        "other time",
    ),
    (
        VOTE | on("2026-03-09") | {"ahead": True},
        VOTE | on("2026-03-12") | {"article": "a1", "start": 9},
        False,
        "other time",
    ),
    # What is still to come is not what has been
    (MEET | on("2026-01-14"), MEET | {"ahead": True}, False, "passed"),
    (MEET | on("2026-03-20"), MEET | {"told": True, "day": "2026-03-02"}, False, "passed"),
    (MEET | on("2026-03-20"), MEET | {"ahead": True}, True, "near days"),
    (MEET | on("2026-03-01"), MEET | {"ahead": True}, True, "near days"),  # a day's doubt
    # Which one of several
    (VOTE | {"label": "the first vote"}, VOTE | {"label": "the second vote"}, False, "other order"),
    (VOTE | {"label": "a third vote"}, VOTE | {"label": "the third vote"}, True, "same word"),
    (
        VOTE | {"label": "the second law put to the vote"},
        VOTE | {"label": "the first vote"},
        True,
        "same word",
    ),
    (STRIKE, STRIKE | {"label": "another strike of the pilots"}, False, "again"),
    (STRIKE, STRIKE | {"label": "a new strike of the pilots"}, False, "again"),
    (STRIKE, STRIKE | {"label": "the strike of the new pilots"}, True, "same word"),
    (STRIKE, STRIKE | {"label": "the pilots would strike again"}, False, "again"),
    (
        MEET | {"told": True},
        MEET | {"label": "Duman and Aksoy may meet again", "ahead": True},
        False,
        "passed",
    ),
    (
        MEET | {"told": True, "day": "2026-03-10"},
        MEET | {"label": "Duman to meet Aksoy next", "ahead": True},
        False,
        "again",
    ),
    (
        MEET | {"label": "Duman and Aksoy meet again"},
        MEET | {"label": "Duman and Aksoy meet once more"},
        True,
        "same word",
    ),
    # Which story: rare words of the articles
    (TALKS | {"story": {"kiln", "ottilie"}}, TALKS | {"story": {"dredger", "osric"}}, False, "strange words"),
    (TALKS | {"story": {"kiln", "osric"}}, TALKS | {"story": {"dredger", "osric"}}, False, "bare"),
    # One article, and copies of one
    (MEET, MEET | {"article": "a1", "start": 90}, True, "told apart"),
    (MEET, MEET | {"article": "a1", "start": 90, "type": None, "mode": None}, True, "one article"),
    (VOTE | {"type": None}, VOTE | {"copies": "a1", "people": (), "type": None}, True, "copied"),
    (
        STRIKE,
        STRIKE | {"copies": "a1", "label": "the pilots' walkout", "trigger": "walkout"},
        True,
        "same word",
    ),
]


@pytest.mark.parametrize(("one", "other", "same", "why"), PAIRS)
def test_one_event_or_two(one: dict[str, Any], other: dict[str, Any], same: bool, why: str) -> None:
    first, second = mention(1, **one), mention(2, **other)
    told = score(*sorted((first, second)))
    assert why.replace(" ", "_") in told.why
    assert linked(first, second) is linked(second, first) is (told.value > 0)
    found = happenings([first, second], keyed([first, second]))
    assert (len(found) == 1) is same, told


def test_every_feature_has_a_line() -> None:
    shown = set()
    for one, other, _, _ in PAIRS:
        shown |= set(score(*sorted((mention(1, **one), mention(2, **other)))).why)
    assert shown == set(table()["weights"])


def test_the_same_pair_tells_the_same_either_way() -> None:
    for one, other, _, _ in PAIRS:
        first, second = mention(1, **one), mention(2, **other)
        assert set(score(first, second).why) == set(score(second, first).why)


def test_twins_are_two_even_with_undated_talk_between() -> None:
    """The undated one fits both, and goes to one of them; it does not join the two."""
    spring, autumn = mention(1, **MEET, **SPRING), mention(3, **MEET, **AUTUMN, day="2026-09-02")
    between = mention(2, **MEET, day="2026-06-01")
    assert linked(spring, between) and linked(between, autumn)
    found = happenings([spring, between, autumn], keyed([spring, between, autumn]))
    assert len(found) == 2
    assert not any({spring, autumn} <= {one for one, _ in group.mentions} for group in found)


def test_other_words_for_a_thing_are_no_other_thing_where_the_same_people_are_named() -> None:
    quay, basin = CLOSE | {"named": BOTH}, CLOSE | {"label": "close the basin", "named": BOTH}
    assert linked(mention(1, **quay), mention(2, **basin))
    assert not linked(mention(1, **quay), mention(2, **basin | {"named": ("olan-brandt", "inga-roos")}))


def test_one_misread_mention_does_not_part_two_groups() -> None:
    """A "may" that looks back, of the meeting on 20 March, among others that do not; then more of them."""
    held = [mention(1, **MEET, **on("2026-03-20"))]
    told = [mention(n, **MEET, day=f"2026-03-1{n}") for n in range(2, 6)]
    back = [mention(n, **MEET, day=f"2026-03-2{n}", ahead=True) for n in range(6, 10)]
    assert "passed" in score(held[0], back[0]).why
    found = happenings([*held, *told, back[0]], keyed([*held, *told, back[0]]))
    assert [len(group.mentions) for group in found] == [6]
    assert len(happenings([*held, *back], keyed([*held, *back]))) == 2


def test_another_day_is_another_vote() -> None:
    vote = [mention(n, **VOTE, **on("2026-03-19")) for n in range(1, 13)]
    loose = [mention(20, **VOTE), mention(21, **VOTE | on("2026-03-29"))]
    assert "other_time" in score(vote[0], loose[1]).why
    assert len(happenings([*vote, *loose], keyed([*vote, *loose]))) == 2
    others = [mention(n, **VOTE, **on("2026-03-29")) for n in range(21, 25)]
    assert len(happenings([*vote, *others], keyed([*vote, *others]))) == 2


@pytest.mark.parametrize(("misread", "events"), [(0, 1), (1, 1), (2, 2)])
def test_one_misread_day_does_not_part_two_groups(misread: int, events: int) -> None:
    """Of the 36 pairs of two groups one may have two days that do not meet."""
    mentions = [mention(n, **VOTE) for n in range(10, 22)]
    left, right = mentions[:6], mentions[6:]
    known = Scores()
    for one, other in combinations(mentions, 2):
        inside = (one in left) == (other in left)
        known[one.id, other.id] = Score(2.0 if inside else 1.0, ("same_word",))
    for one, other in zip(left[:misread], right, strict=False):
        known[one.id, other.id] = Score(-1.0, ("other_time",))
    assert len(happenings(mentions, keyed(mentions), known)) == events


def test_that_one_pair_fits_is_not_enough() -> None:
    """Who leaves in the one group is not who leaves in the other, though one mention fits both."""
    pilot = [mention(n, **LEAVE) for n in range(1, 5)]
    mate = LEAVE | {"label": "a cut", "trigger": "cut", "people": ("inga-roos",)}
    cuts = [mention(n, **mate) for n in range(5, 9)]
    both = mention(9, **LEAVE | {"label": "Brandt leaves after a cut", "people": ()})
    every = [*pilot, *cuts, both]
    for group in happenings(every, keyed(every)):
        articles = {one.article for one, _ in group.mentions}
        assert not ({"a1"} <= articles and {"a5"} <= articles)


def test_first_is_who_spoke_of_it_first_and_every_mention_says_why() -> None:
    mentions = [
        mention(n, **MEET, day=day) for n, day in ((7, "2026-03-09"), (8, "2026-03-02"), (9, "2026-03-05"))
    ]
    (found,) = happenings(mentions, keyed(mentions))
    assert [one.article for one, _ in found.mentions] == ["a8", "a9", "a7"]
    assert found.first.article == "a8"
    assert found.mentions[0][1] == "is spoken of first here"
    assert all("same kind" in why for _, why in found.mentions[1:])


def test_what_shares_no_key_is_not_compared() -> None:
    mentions = [mention(n, **MEET) for n in (1, 2)]
    assert len(happenings(mentions, {"a1/e0": (1,), "a2/e0": (2,)})) == 2
    assert len(happenings(mentions, {})) == 2
    assert happenings([], {}) == []


KINDS = st.sampled_from([MEET, STRIKE, CLOSE, VOTE, MEET | {"type": None, "mode": None}])
TIMES = st.sampled_from(
    [{}, SPRING, AUTUMN, on("2026-03-09"), on("2026-09-09"), {"ahead": True}, {"told": True}]
)
MORE = st.sampled_from([{}, {"label": "the second meeting"}, {"copies": "a0"}, {"cast": ("inga-roos",)}])
DAYS = st.sampled_from(["2026-03-02", "2026-03-04", "2026-09-02", None])
CHOICES = st.fixed_dictionaries(
    {"kind": KINDS, "time": TIMES, "more": MORE, "day": DAYS, "article": st.integers(0, 4)}
)


def made(told: list[dict[str, Any]]) -> list[Mentioned]:
    """Mentions, each at a place of its own."""
    return [
        mention(one["article"], start=place, **{**one["kind"], **one["time"], **one["more"]}, day=one["day"])
        for place, one in enumerate(told)
    ]


@given(st.lists(CHOICES, max_size=10), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(told: list[dict[str, Any]], chance: Any) -> None:
    mentions = made(told)
    shuffled = list(mentions)
    chance.shuffle(shuffled)
    found = happenings(mentions, keyed(mentions))
    assert happenings(shuffled, keyed(shuffled)) == found
    assert sorted(one.id for group in found for one, _ in group.mentions) == sorted(
        one.id for one in mentions
    )


@given(st.lists(CHOICES, max_size=6))
def test_what_is_apart_is_never_joined(told: list[dict[str, Any]]) -> None:
    mentions = made(told)
    for group in happenings(mentions, keyed(mentions)):
        for one, other in combinations([one for one, _ in group.mentions], 2):
            assert APART.isdisjoint(score(one, other).why)


@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=12), st.text(max_size=12))
def test_any_words_and_days(label: str, trigger: str, day: str, latest: str) -> None:
    odd = mention(1, label, trigger, relation="BEFORE", earliest=day, latest=latest, deadline=day, moment=day)
    plain = mention(2, **MEET)
    assert len(happenings([odd, plain], keyed([odd, plain]))) in {1, 2}
