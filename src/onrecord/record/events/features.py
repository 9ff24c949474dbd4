"""The table of features by which two mentions are of one event, and the score that explains itself."""

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.record.alike import heft
from onrecord.record.events.mention import Mentioned

DAY = 1
BOTH = 2  # who meet, and then they are what it is about
MANY = 3  # rare words of two articles of one story, and more
SCENE = 0.4  # of those whom the article names that names fewer
HOMONYMS = (  # one word, which the reading may take for either: a strike; seized; let go
    {("PROTEST", "strike"), ("ASSAULT", "aerial")},
    {("COERCE", "arrest"), ("COERCE", "seize")},
    {("RETREAT", "release"), ("RETREAT", "resign")},
)


class Score(NamedTuple):
    """The sum of what speaks for and against, and the features behind it."""

    value: float
    why: tuple[str, ...]


def score(one: Mentioned, other: Mentioned) -> Score:
    """How much speaks for two mentions being of one event.

    >>> said = {"type": "CONSULT", "mode": "meet", "words": ("=meeting", "duman"), "trigger": ("=meeting",)}
    >>> both = frozenset({"ayla-duman", "kerem-aksoy"})
    >>> march, later = (
    ...     Mentioned(
    ...         f"{day}T09:00", f"a{n}", 0, f"a{n}/e1", **said,
    ...         people=both, relation="BEFORE", latest=until, day=day,
    ...     )
    ...     for n, (day, until) in enumerate((("2026-03-02", "2026-04-10"), ("2026-09-02", "2026-10-10")))
    ... )
    >>> score(march, march).value > 0 > score(march, later).value
    True
    """
    story = _story(one, other)
    return weighed(
        (*_kinds(one, other), *_people(one, other), *story, *_labels(one, other), *_times(one, other))
    )


@lru_cache(maxsize=1 << 14)
def weighed(told: tuple[str, ...]) -> Score:
    """The score of what is true of two mentions: one for all pairs of which the same is true."""
    return Score(table()["bias"] + sum(map(table()["weights"].__getitem__, told)), told)


@cache
def table() -> dict[str, Any]:
    """The weights, from events.toml."""
    with Path(__file__).with_name("events.toml").open("rb") as file:
        return tomllib.load(file)


def _kinds(one: Mentioned, other: Mentioned) -> tuple[str, ...]:
    if not one.kinds.isdisjoint(other.kinds):
        word = "same_word"
    else:
        word = "other_word" if one.frames.isdisjoint(other.frames) else "same_frame"
    if one.type is None or other.type is None:
        return (word,) if one.type == other.type else (word, "one_kind")
    if word == "same_word" and {(one.type, one.mode), (other.type, other.mode)} in HOMONYMS:
        return (word, "misread_kind")
    if one.type != other.type:
        return (word, "other_kind")
    if one.mode == other.mode:
        return (word, "same_kind")
    return (word, "wider_kind" if one.mode is None or other.mode is None else "sister_kind")


def _people(one: Mentioned, other: Mentioned) -> tuple[str, ...]:
    if len(one.people & other.people) > 1:
        return ("both_people",)
    shared = one.told_of & other.told_of
    if shared and (shared & one.people or shared & other.people):
        return ("both_people" if len(shared) > 1 else "one_person",)
    return ("other_people",) if one.people and other.people else ()


def _story(one: Mentioned, other: Mentioned) -> tuple[str, ...]:
    """Whether the articles speak most of the same people, or of nobody whom the other names at all.

    Rare words in common tell it as well: those of one story share some, and those of two hardly one.
    """
    found = []
    if one.story and other.story and one.article != other.article:
        shared = len(one.story & other.story)
        found = ["strange_words"] if not shared else ["few_words"] if shared == 1 else []
    if len(one.cast & other.cast) > 1:
        return (*found, "same_story")
    if one.named and other.named and not one.named & other.named:
        found.append("other_story")
    if one.article != other.article and _bare(one, other):
        found.append("bare")
    return tuple(found)


def _bare(one: Mentioned, other: Mentioned) -> bool:
    """Whether nothing tells that "the deal" is that of the other article: no people, no things, no story."""
    if one.bare and other.bare:
        return not _one_scene(one, other)
    if not (one.bare or other.bare):
        return False
    apart = one.story and other.story and len(one.story & other.story) < MANY
    return bool(apart and one.told_of.isdisjoint(other.told_of))


def _one_scene(one: Mentioned, other: Mentioned) -> bool:
    """Whether the articles name many of the same people."""
    shared = len(one.named & other.named)
    return shared > 1 and shared >= SCENE * min(len(one.named), len(other.named))


def _labels(one: Mentioned, other: Mentioned) -> tuple[str, ...]:
    left, right = one.content, other.content
    shared = sum(map(heft, left & right))
    light = min(one.substance, other.substance)
    if one.copies and one.copies == other.copies and one.article != other.article and left == right:
        return ("copied",)
    things, others = one.things, other.things
    if things and others and things.isdisjoint(others):
        people = one.told_of & other.told_of
        if not people and not _one_scene(one, other):
            return ("other_thing",)  # the dam was opened, the zoo opened
        if len(people) < BOTH and not (one.mode and one.mode == other.mode):
            return ("other_object",)  # she will raise pensions, and not taxes
    if shared > 1.2 and shared > 0.8 * light:
        return ("same_label",)
    if shared and shared > 0.45 * light:
        return ("near_label",)
    return () if shared else ("other_label",)


def _times(one: Mentioned, other: Mentioned) -> tuple[str, ...]:
    found = ["again"] if one.further != other.further else []
    if one.order and other.order and one.order != other.order:
        found.append("other_order")
    if one.article == other.article:
        found.append("one_article" if _words_apart(one, other) else "told_apart")
    first, second = one.bound, other.bound
    if one.further != other.further and (_repeats(one, other) or _repeats(other, one)):
        found.append("passed")
    elif first and second:
        gap = max(first[0] - second[1], second[0] - first[1])
        if 0 < gap < table()["days"]["near"] and _may_move(one, other):
            found.append("moved")
        else:
            found.append("same_time" if gap <= 0 and not _other_deadline(one, other) else "other_time")
    elif one.spoken is not None and other.spoken is not None:
        found.append(_apart(one, other))
    return tuple(filter(None, found))


def _words_apart(one: Mentioned, other: Mentioned) -> bool:
    """Whether two mentions of one article may have been taken for two since their words are others.

    They are two by words of one kind, or if they share no word at all.
    """
    if one.type and other.type:
        return (one.type, one.mode) != (other.type, other.mode)
    return not (one.kinds.isdisjoint(other.kinds) and one.content.isdisjoint(other.content))


def _may_move(one: Mentioned, other: Mentioned) -> bool:
    """Whether one of two days, told in two articles, may be what became of the other.

    Neither has come, or the other was planned before the day on which it is told to have happened.
    """
    if one.article == other.article or (one.told is not None and other.told is not None):
        return False
    if one.told is None and other.told is None:
        return one.ahead or other.ahead
    told, planned = (other, one) if one.told is None else (one, other)
    before = told.bound and planned.spoken is not None and planned.spoken <= told.bound[0]
    return bool(told.told and planned.ahead and before)


def _other_deadline(one: Mentioned, other: Mentioned) -> bool:
    """Whether both are to be before something, and not the same: before the summit, before the election."""
    first, second = one.until, other.until
    if first is None or second is None:
        return False
    if one.width == other.width > 0:
        return one.deadline != other.deadline  # before June, before July
    slack = table()["days"]["deadline"]
    return bool(first[0] > second[1] + slack or second[0] > first[1] + slack)


def _passed(one: Mentioned, other: Mentioned) -> bool:
    """Whether the one is still to come when the other's day has passed, or the one has been before it."""
    if one.bound or not other.bound or one.spoken is None:
        return False
    first, last = other.bound
    return last < one.spoken - DAY if one.ahead else one.told is True and first > one.spoken + DAY


def _repeats(one: Mentioned, other: Mentioned) -> bool:
    """Whether the one is to happen again, said once it is told that the other happened."""
    if not (one.further and one.ahead) or other.further or other.told is not True:
        return False
    return other.spoken is None or one.spoken is None or other.spoken <= one.spoken


def _apart(one: Mentioned, other: Mentioned) -> str:
    """What the days tell of two mentions of which at least one has no time."""
    days = table()["days"]
    if _passed(one, other) or _passed(other, one):
        return "passed"
    gap = abs((one.spoken or 0) - (other.spoken or 0))
    dated, loose = (one, other) if one.bound else (other, one)
    if dated.bound and loose.spoken is not None:
        first, last = dated.bound
        around = (loose.spoken - days["before"], loose.spoken + days["after"])
        if last < around[0] or first > around[1]:
            return "far_days"
    if gap <= days["near"]:
        return "near_days"
    return "months_apart" if gap > days["months"] else "far_days" if gap > days["far"] else ""
