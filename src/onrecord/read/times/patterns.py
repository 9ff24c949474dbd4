"""The forms of `forms.toml`, with the words of `lexicon.toml` in them. Every repetition is bounded."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from onrecord.read.times.words import HOLIDAYS, LEXICON, either

NAMED = re.compile(r"\{([A-Z_]+)\}")


def _rows(table: str, short: bool = False) -> list[str]:
    """The full words of a table, or the short ones behind them."""
    split = [row.split() for row in LEXICON[table].values()]
    return [word for row in split for word in (row[1:] if short else row[:1])]


def _cased(words: list[str]) -> str:
    """Words as they are written and in capitals: "Monday" is a day, "monday" is rare, "may" is no month."""
    return either([*words, *(word.upper() for word in words)])


def _numbers() -> str:
    words = [word for word in LEXICON["numbers"]["cardinal"].split() if word.isalpha()]
    tens = either([word for word in words if word.endswith("ty")])
    digits = r"\d{1,3}(?:,\d{3}){1,2}|\d{1,4}(?:\.\d)?"
    counted = rf"(?:{tens})[-\s](?:{either(words)})|{either(words)}"
    return rf"(?:{digits}|{counted}|a\scouple\sof|a\sdozen|half\san?|a\squarter\sof\san)"


def _parts() -> dict[str, str]:
    shift, reference = LEXICON["shift"], LEXICON["reference"]
    units = either([word for row in LEXICON["units"].values() for word in row.split()])
    seasons = either([word for row in LEXICON["seasons"].values() for word in row.split()])
    ordinals = either([word for word in LEXICON["numbers"]["ordinal"].split() if not word.isdigit()])
    about = LEXICON["numbers"]["about"].replace(" ", r"\s")
    return {
        "YYYY": r"(?:1[5-9]|20)\d\d",
        "YEAR": r"(?:1[5-9]|20)\d\d(?![\d:]|[.,]\d)",
        "DAY": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:]|[.,]\d)",
        "NAME": rf"(?:{_cased(_rows('months'))})",
        "MONTH": rf"(?:(?:{_cased(_rows('months'))})\b|(?:{_cased(_rows('months', short=True))})\b\.?)",
        "WEEKDAY": rf"(?:{_cased(_rows('weekdays'))})",
        "WEEKDAY_SHORT": rf"(?:{_cased(_rows('weekdays'))}|(?:{either(_rows('weekdays', short=True))})\b\.?)",
        "TO": r"\s?(?:[-–—]|to|until|through|till|and)\s?",
        "CLOCK": r"(?:(?:[01]?\d|2[0-4]):[0-5]\d(?:\s?(?:[ap]\.m\.|[ap]m\b))?"
        r"|(?:1[0-2]|0?[1-9])\s?(?:a\.m\.|p\.m\.|[ap]m\b))",
        "ZONE": r"(?:\s(?:GMT|UTC|[A-Z]{1,2}[SD]?T\b))?",
        "PART": f"(?:{either(_rows('parts'))})",
        "UNIT": rf"(?:{units})s?\b",
        "SEASON": f"(?:{seasons})",
        "NUMBER": _numbers(),
        "VAGUE": rf"(?:a\sfew|{either(LEXICON['numbers']['vague'])})",
        "ORDINAL": f"(?:{ordinals})",
        "ABOUT": rf"(?:(?:{about})\s)?",
        "LAST": f"(?:{either(shift['last'])})",
        "NEXT": f"(?:{either(shift['next'])})",
        "SHIFT": f"(?:{either(' '.join(shift.values()))})",
        "EDGE": r"(?:(?:the\s)?(?:very\s)?(?:end|close|start|beginning|middle|turn)\sof\s"
        r"|(?:the\s)?(?:first|second)\shalf\sof\s"
        r"|mid[-\s]|(?:early|late)(?:[-\s]in)?[-\s](?:the\s)?)",
        "HOLIDAY": either([*HOLIDAYS]),
        **{name: words.replace(" ", r"\s") for name, words in reference.items()},
    }


@cache
def forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms by name, in the order in which they are tried; compiled when they are first needed."""
    table = tomllib.loads((files("onrecord.read.times") / "forms.toml").read_text(encoding="utf-8"))
    parts = _parts()
    return tuple(
        (name, re.compile(rf"(?:{NAMED.sub(lambda found: parts[found[1]], form)})(?!\w)", re.VERBOSE))
        for group in table.values()
        for name, form in group.items()
    )
