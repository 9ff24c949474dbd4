"""What became of an event: told by an article itself, or by who is certain of a day that has passed."""

from typing import Any

import pytest
from msgspec import Struct

from onrecord.record.events import Happening, outcome
from tests.record.events.mentioned import mention


class Claimed(Struct, frozen=True):
    """A claim about an event, as the table of claims has it."""

    id: str = "a1/c1"
    value: str | None = "CT+"
    p: float | None = 0.9
    value_p: float | None = 0.9
    relation: str | None = "ON"
    earliest: str | None = "2026-03-01"
    latest: str | None = "2026-03-01"
    day: str | None = "2026-03-02"
    mention: str | None = "a1/e0"


def happening(*told: dict[str, Any]) -> Happening:
    """An event of as many mentions."""
    mentions = sorted(mention(n, **one) for n, one in enumerate(told, 1))
    return Happening(tuple((one, "") for one in mentions))


DAY = {"earliest": "2026-03-01", "latest": "2026-03-01"}
OTHER = {"earliest": "2026-03-02", "latest": "2026-03-02"}

OWN = [
    ((), None),
    (({},), None),
    (({"told": True},), (True, None, "a1/e0")),
    (({"told": True, **DAY},), (True, "2026-03-01", "a1/e0")),
    (({"told": True, **DAY, "latest": "2026-03-09"},), (True, None, "a1/e0")),  # some day of these
    (({"told": False},), (False, None, "a1/e0")),
    (({"told": False}, {"day": "2026-03-04", "told": True, **DAY}), (True, "2026-03-01", "a2/e0")),
    (({"day": "2026-03-04", "told": True}, {"day": "2026-03-02", "told": False}), (True, None, "a1/e0")),
    (({"told": True}, {"day": "2026-03-09"}), (True, None, "a1/e0")),  # later talk tells nothing of it
    # of a later article that tells no day, the day is that which others tell
    (({"told": True, **DAY}, {"day": "2026-03-04", "told": True}), (True, "2026-03-01", "a2/e0")),
    (({"told": False, **DAY}, {"day": "2026-03-04", "told": True}), (True, None, "a2/e0")),
    (
        ({"told": True, **DAY}, {"told": True, **OTHER}, {"told": True, **OTHER}, {"told": True}),
        (True, "2026-03-02", "a4/e0"),
    ),
    (({"told": True, **DAY}, {"told": True, **OTHER}, {"told": True}), (True, "2026-03-01", "a3/e0")),
]


@pytest.mark.parametrize(("mentions", "expected"), OWN)
def test_what_articles_tell_themselves(mentions: tuple[dict[str, Any], ...], expected: object) -> None:
    found = outcome(happening(*(mentions or ({},))), [])
    assert (found and (found.happened, found.on, found.by)) == expected
    assert found is None or found.why == "an article says so in its own voice"


CLAIMS: list[tuple[dict[str, Any], bool | None]] = [
    ({}, True),
    ({"value": "CT-"}, False),
    ({"value": "PR+"}, None),
    ({"value": "Uu"}, None),
    ({"value": None}, None),
    ({"p": 0.5}, None),  # perhaps there is no such claim
    ({"value_p": 0.5}, None),
    ({"p": None}, None),
    ({"latest": "2026-03-02"}, True),  # today
    ({"latest": "2026-03-03"}, None),  # a promise
    ({"relation": "DURING", "latest": "2026-03-02"}, True),
    ({"relation": None}, True),
    ({"relation": "BEFORE"}, None),
    ({"relation": "BEFORE", "earliest": None}, None),
    ({"relation": "AFTER"}, None),
    ({"earliest": None}, None),
    ({"latest": None}, None),
    ({"day": None}, None),
]


@pytest.mark.parametrize(("told", "happened"), CLAIMS)
def test_who_is_certain_of_a_passed_day(told: dict[str, Any], happened: bool | None) -> None:
    found = outcome(happening({}), [Claimed(**told)])
    assert (found and found.happened) is happened
    if found:
        assert (found.by, found.on) == ("a1/c1", told.get("latest", "2026-03-01"))
        assert found.why == "somebody is certain of a day that has passed"


def test_the_last_word_counts_and_an_article_s_own_before_all() -> None:
    claims = [
        Claimed("a1/c1", "CT+", day="2026-03-02"),
        Claimed("a2/c1", "CT-", day="2026-03-05"),
        Claimed("a3/c1"),
    ]
    for order in (claims, claims[::-1]):
        found = outcome(happening({}), order)
        assert found and (found.happened, found.by) == (False, "a2/c1")
        own = outcome(happening({"told": True}), order)
        assert own and own.happened


AHEAD: dict[str, Any] = {"ahead": True}
HELD = [
    ((AHEAD, {"day": "2026-03-09"}), "CT+", True),  # they may meet; a week later: they talked for hours
    ((AHEAD, {"day": "2026-03-09"}), "PS+", None),
    ((AHEAD, {"day": "2026-03-09"}), "CT-", None),
    ((AHEAD, {}), "CT+", None),  # on one day
    (({}, {"day": "2026-03-09"}), "CT+", None),  # nobody had spoken of it as of what comes
    ((AHEAD, {"day": "2026-03-09"}, {**AHEAD, "day": "2026-03-10"}), "CT+", None),  # and comes yet
]


@pytest.mark.parametrize(("mentions", "value", "happened"), HELD)
def test_what_had_been_to_come(
    mentions: tuple[dict[str, Any], ...], value: str, happened: bool | None
) -> None:
    claim = Claimed(mention="a2/e0", value=value, relation=None, earliest=None, latest=None, day="2026-03-09")
    found = outcome(happening(*mentions), [claim])
    assert (found and found.happened) is happened
    assert found is None or (found.why, found.on) == ("somebody is certain of what had been to come", None)
