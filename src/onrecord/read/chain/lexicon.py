"""The words of `lexicon.toml`, ready for use. Edit them there."""

import tomllib
from importlib.resources import files

_LEXICON = tomllib.loads((files("onrecord.read.chain") / "lexicon.toml").read_text(encoding="utf-8"))


def words(*path: str) -> frozenset[str]:
    """The words of one list, by its place in the file."""
    found = _LEXICON
    for step in path:
        found = found[step]
    return frozenset(str(found).split())


def either(listed: frozenset[str]) -> str:
    """An expression for any of the words, the longest first."""
    return "|".join(w.replace(".", r"\.") for w in sorted(listed, key=lambda w: (-len(w), w)))


SORTS: dict[str, str] = {noun: sort for sort in _LEXICON["media"] for noun in words("media", sort)}
NOUN = either(frozenset(SORTS))
