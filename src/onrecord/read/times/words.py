"""The words of `lexicon.toml`, ready for use: tables from a word to what it means, and expressions."""

import re
import tomllib
from importlib.resources import files

LEXICON = tomllib.loads((files("onrecord.read.times") / "lexicon.toml").read_text(encoding="utf-8"))


def _meanings(table: str) -> dict[str, str]:
    """The meaning of every word of a table, in small letters."""
    return {word.lower(): meaning for meaning, row in LEXICON[table].items() for word in row.split()}


def _numbers(row: str) -> dict[str, int]:
    """The number of every word of a row in which each word stands behind its number."""
    cells = LEXICON["numbers"][row].split()
    return {word: int(number) for number, word in zip(cells[::2], cells[1::2], strict=True)}


def either(words: object) -> str:
    """An expression for any of the words, the longest first."""
    listed = words.split() if isinstance(words, str) else words
    return "|".join(sorted(map(re.escape, listed), key=lambda w: (-len(w), w)))  # type: ignore[call-overload]


MONTHS = {word: int(number) for word, number in _meanings("months").items()}
WEEKDAYS = {word: int(number) for word, number in _meanings("weekdays").items()}
SEASONS = _meanings("seasons")
PARTS = _meanings("parts")
UNITS = _meanings("units")
SHIFTS = {word: {"last": -1, "this": 0, "next": 1}[side] for word, side in _meanings("shift").items()}
CARDINALS = _numbers("cardinal")
ORDINALS = _numbers("ordinal")
HOLIDAYS: dict[str, str] = LEXICON["holidays"]
AMBIGUOUS = frozenset(LEXICON["names"]["ambiguous"].split())
LEADS = frozenset(LEXICON["names"]["leads"].split())
THINGS = frozenset(LEXICON["names"]["things"].split())
SPANS = frozenset(LEXICON["names"]["spans"].split())


def number(words: str) -> float | None:
    """How many: "two", "2", "a", "twenty-five", "half an"; None for "several".

    >>> number("Twenty-five"), number("a"), number("1,000"), number("several")
    (25.0, 1.0, 1000.0, None)
    """
    plain = re.sub(r"[,]", "", words.lower()).strip()
    if re.fullmatch(r"\d{1,9}(?:\.\d{1,3})?", plain):
        return float(plain)
    if plain in {"a", "an", "the", "one"}:
        return 1.0
    if plain.startswith("a quarter"):
        return 0.25
    if plain.startswith("half"):
        return 0.5
    if plain.startswith("a couple"):
        return 2.0
    parts = re.split(r"[-\s]+", plain)
    if plain in CARDINALS or (len(parts) == 2 and all(part in CARDINALS for part in parts)):
        return float(sum(CARDINALS[part] for part in parts))
    return 12.0 if plain in {"a dozen", "dozen"} else None


def unit_of(words: str | None) -> str:
    """The letter of a unit.

    >>> unit_of("weeks"), unit_of("Century")
    ('W', 'C')
    """
    word = (words or "").lower()
    return UNITS.get(word) or UNITS[word.removesuffix("s")]
