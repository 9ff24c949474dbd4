"""A `Query` written as text again: one spelling for every way of asking the same."""

import re

from onrecord.ask.words import ID
from onrecord.query import And, Between, Equals, Level, Not, Or, Query, Words

_BARE = re.compile(r"[^\W_]+(?:[.'-][^\W_]+)*")
_VALUE = re.compile(r"[^\W_]+(?:[+_:-][^\W_]*)*")
_OPERATORS = {"AND", "OR", "NOT"}


def shown(query: Query) -> str:
    """``query`` in its canonical spelling; parsed again, it is the same but for places.

    >>> from onrecord.ask.parse import parse
    >>> shown(parse("until:2016 stance:maybe,likely WHO:'Ida Sol' (ferry OR pier)"))
    'until:2016-12-31 stance:PS+,PR+ who:"Ida Sol" (ferry OR pier)'
    """
    match query:
        case And():
            return " ".join(_grouped(item, Or) for item in query.items)
        case Or():
            return _list(query) or " OR ".join(_grouped(item, And) for item in query.items)
        case Not():
            return f"-{_grouped(query.item, And, Or)}"
        case _:
            return _leaf(query)


def _grouped(query: Query, *kinds: type) -> str:
    """With parentheses where the operators around it would take it apart."""
    text = shown(query)
    apart = isinstance(query, kinds) and not (isinstance(query, Or) and _list(query))
    two_words = isinstance(query, Between) and query.since and query.until and kinds != (Or,)
    return f"({text})" if apart or two_words else text


def _list(query: Or) -> str:
    """Alternatives as values of one field, where they are that: ids first, then names; nothing for others."""
    first, rest = query.items[0], query.items[1:]
    if all(isinstance(item, Level) for item in query.items):
        return f"level:{','.join(_levels(item) for item in query.items if isinstance(item, Level))}"
    if not isinstance(first, Words | Equals) or first.field == "said":
        return ""
    if not all(isinstance(item, Words) and item.field == first.field for item in rest):
        return ""
    return ",".join(
        [_leaf(first), *(_word(item.text, listed=True) for item in rest if isinstance(item, Words))]
    )


def _leaf(query: Words | Equals | Between | Level) -> str:
    match query:
        case Words():
            return _word(query.text) if query.field == "said" else f"{query.field}:{_word(query.text)}"
        case Equals():
            return f"{query.field}:{','.join(_value(value) for value in query.values)}"
        case Between():
            ends = (("since", query.since), ("until", query.until))
            return " ".join(f"{field}:{day}" for field, day in ends if day)
        case Level():
            return f"level:{_levels(query)}"


def _levels(level: Level) -> str:
    if level.highest is None:
        return f"{level.lowest}+"
    return f"{level.lowest}" if level.highest == level.lowest else f"{level.lowest}-{level.highest}"


def _word(text: str, *, listed: bool = False) -> str:
    """A word as it is, anything else in quotation marks; of these there are none inside.

    A number behind a comma has them too: "1,000" is one word.
    """
    if listed and text[0].isdigit():
        return f'"{text}"'
    bare = _BARE.fullmatch(text) and text not in _OPERATORS and not ID.fullmatch(text)
    return text if bare else f'"{" ".join(text.replace(chr(34), " ").split())}"'


def _value(value: str) -> str:
    return value if _VALUE.fullmatch(value) or ID.fullmatch(value) else f'"{value}"'
