"""Frames: which words may name one event though they mean other things ("sold", "leaves", "joins")."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from onrecord.record.alike import meaning
from onrecord.terms import terms


def frames_of(words: Iterable[str]) -> frozenset[str]:
    """The frames in which some index terms, or meanings, may stand.

    >>> sorted(frames_of(["=sale"]) & frames_of(["=join"]))
    ['selling', 'transferring']
    """
    table = _frames()
    return frozenset(frame for word in words for frame in table.get(word, ()))


@cache
def _frames() -> dict[str, frozenset[str]]:
    with Path(__file__).with_name("frames.toml").open("rb") as file:
        told: dict[str, str] = tomllib.load(file)
    found: dict[str, set[str]] = defaultdict(set)
    for frame, line in told.items():
        for phrase in line.split(","):
            words = meaning(terms(phrase)).words
            if len(words) == 1:  # of a phrase that the synonyms do not know no word is enough
                found[words[0]].add(frame)
    return {word: frozenset(frames) for word, frames in found.items()}
