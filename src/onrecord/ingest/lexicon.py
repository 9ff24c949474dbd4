"""The words and patterns of `lexicon.toml`, ready for use. Edit them there."""

import re
import tomllib
from importlib.resources import files

_LEXICON = tomllib.loads((files("onrecord.ingest") / "lexicon.toml").read_text(encoding="utf-8"))

_NAME = r"[^\W\d_a-z][\w.\x27’-]*"
_NAMES = rf"(?-i:{_NAME}(?:,? (?:and |in )?{_NAME}){{0,11}})"


def words(group: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_LEXICON["words"][group].split())


def pattern(*groups: str, start: str = "") -> re.Pattern[str]:
    """One expression that matches what any line of these groups does, behind ``start``."""
    lines = [line for group in groups for line in _LEXICON["patterns"][group]]
    joined = "|".join(lines).replace("{names}", _NAMES).replace(" ", r"\s")
    return re.compile(f"{start}(?:{joined})", re.IGNORECASE)
