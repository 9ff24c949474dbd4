"""The numbers and words of `same.toml`, ready for use. Edit them there, where each has its reason."""

import tomllib
from importlib.resources import files
from typing import Any

_LEXICON: dict[str, Any] = tomllib.loads(
    (files("onrecord.record.same") / "same.toml").read_text(encoding="utf-8")
)


def number(group: str, name: str) -> float:
    """One threshold."""
    return float(_LEXICON[group][name])


def count(group: str, name: str) -> int:
    """One threshold that is a whole number."""
    return int(_LEXICON[group][name])


def words(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(str(_LEXICON["words"][name]).split())
