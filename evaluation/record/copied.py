"""Copied changes: a reprint counted as news.

A **copied change** is a change for which every report stands in copies of one text, while an earlier position
of the same holder on the same event has the same words from another copy of it: the same labelled utterance,
or the same letters. Whether its event is labelled plays no part.
"""

import re
from collections import defaultdict
from typing import NamedTuple

from evaluation.record.changes import CHANGES, Change, whose
from evaluation.record.matched import Matched
from evaluation.record.truth import Key
from onrecord.entry import Position, Utterance

NOT_LETTERS = re.compile(r"\W+")


def copied(matched: Matched) -> list[Change]:
    """The changes that are only a reprint of what the same holder was on record with, of any event."""
    texts = _texts(matched)
    utterances = {utterance.id: utterance for utterance in matched.layers.utterances}
    earlier: dict[tuple[str, str], list[Position]] = defaultdict(list)
    found = []
    for one in matched.layers.positions:
        seen = earlier[whose(one)]
        if one.change in CHANGES and one.superseded is None:
            mine = _places(matched, texts, utterances.get(one.utterance), one)
            for before in seen:
                theirs = _places(matched, texts, utterances.get(before.utterance), before)
                if one.utterance != before.utterance and _copies(mine, theirs):
                    found.append(Change(before, one, "copy"))
                    break
        seen.append(one)
    return found


class _Printed(NamedTuple):
    """A report of an utterance: in which article, of which text that several carry, in which words."""

    article: Key | None
    text: int | None
    words: str


def _places(
    matched: Matched, texts: dict[Key, int], utterance: Utterance | None, position: Position
) -> tuple[list[_Printed], str | None]:
    reports = utterance.reports if utterance else ()
    keys = [(matched.key(report.article), report.text) for report in reports]
    if not keys:
        keys = [(matched.key(position.article), position.text)]
    places = [
        _Printed(key, texts.get(key) if key else None, NOT_LETTERS.sub(" ", text).casefold().strip())
        for key, text in keys
    ]
    return places, matched.saying(position)


def _copies(mine: tuple[list[_Printed], str | None], theirs: tuple[list[_Printed], str | None]) -> bool:
    """Whether all of ``mine`` is in copies of one text, and the same words of ``theirs`` in another copy."""
    texts = {place.text for place in mine[0]}
    if len(texts) != 1 or None in texts:
        return False
    same = mine[1] is not None and mine[1] == theirs[1]
    words = {place.words for place in mine[0]}
    articles = {place.article for place in mine[0]}
    return any(
        place.text in texts and place.article not in articles and (same or place.words in words)
        for place in theirs[0]
    )


def _texts(matched: Matched) -> dict[Key, int]:
    """For each article that is one of several that carry a text the number of that text."""
    found: dict[Key, int] = {}
    for number, group in enumerate(matched.truth.groups()):
        found |= dict.fromkeys(group, number)
    return {
        key: found[matched.truth.report(key)]
        for key in matched.truth.texts
        if matched.truth.report(key) in found
    }
