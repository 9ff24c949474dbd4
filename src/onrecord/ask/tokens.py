"""A query cut into tokens: parentheses, operators, and terms with their field and values."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from onrecord.ask.place import PlaceError, clipped
from onrecord.ask.suggest import meant, nearest
from onrecord.ask.words import FIELDS, OTHER_NAMES, WORD_FIELDS

# Signs that other keyboards and word processors put for those of the language; each one for one.
_SAME = str.maketrans("“”„‟«»＂（）：，", '"' * 7 + "():,")
_UNKEPT = re.compile("[\\x00\\ud800-\\udfff]")  # neither a database nor JSON takes these
_DASHES = "-‐‑–−"
_WORD = re.compile(r'[^\s()"]+')
_FIELD = re.compile(r"([A-Za-z]{1,16}):")
_VALUE = re.compile(r'[^\s()",]+')
_WORDS_VALUE = re.compile(r'(?:[^\s()",]|(?<=[0-9]),(?=[0-9]))+')  # "1,000" is one word
# Single quotes around a value, as in a query that stands in double ones on a command line.
_SINGLE = re.compile(r"'([^'\s](?:[^'\"]|'(?![\s,()]|$))*)'(?=[\s,()]|$)")

Kind = Literal["(", ")", "not", "or", "and", "term", "end"]
_OPERATORS: dict[str, Kind] = {"OR": "or", "AND": "and", "NOT": "not"}


class Value(Struct, frozen=True):
    """One value of a term, without its quotation marks; the place has them."""

    text: str
    start: int
    end: int
    quoted: bool = False


class Token(Struct, frozen=True):
    """A token and its place. A term has values, and a field unless it is free words."""

    kind: Kind
    start: int
    end: int
    text: str = ""
    field: str | None = None
    values: tuple[Value, ...] = ()


def tokens(query: str) -> Iterator[Token]:
    """The tokens of ``query`` in order.

    >>> [token.text or token.values[0].text for token in tokens('-(said OR "was said")')]
    ['-', '(', 'said', 'OR', 'was said', ')']
    """
    text = _UNKEPT.sub("\ufffd", query.translate(_SAME))
    at, joined = 0, False
    while at < len(text):
        if text[at].isspace():
            at, joined = at + 1, False
            continue
        token = _token(text, at, joined=joined)
        # A hyphen right behind a word, as in “so-called”-style, is no minus; behind a minus or a "(" it is.
        at, joined = token.end, token.kind in {"term", ")"}
        yield token


def _token(text: str, at: int, *, joined: bool) -> Token:
    letter = text[at]
    if letter == "(":
        return Token("(", at, at + 1, letter)
    if letter == ")":
        return Token(")", at, at + 1, letter)
    if letter in _DASHES and not joined:
        return Token("not", at, at + 1, "-")
    if letter == '"':
        value = _quoted(text, at)
        return Token("term", at, value.end, values=(value,))
    word = _run(_WORD, text, at)
    end = at + len(word)
    if word in _OPERATORS:
        return Token(_OPERATORS[word], at, end, word)
    field = _field(text, at)
    if field is None:
        return Token("term", at, end, values=(Value(word, at, end),))
    values = tuple(_values(text, at, field))
    return Token("term", at, values[-1].end, field=field, values=values)


def _run(letters: re.Pattern[str], text: str, at: int) -> str:
    match = letters.match(text, at)
    return match[0] if match else ""


def _field(text: str, at: int) -> str | None:
    """The field that is named at ``at``, None where a colon is but part of a word ("10:30", "http://")."""
    match = _FIELD.match(text, at)
    if match is None:
        return None
    name = match[1].lower()
    if name in FIELDS:
        return name
    behind = text[match.end() : match.end() + 1]
    if not behind or behind.isspace():
        return None
    near = (OTHER_NAMES[name],) if name in OTHER_NAMES else nearest(name, FIELDS)
    if not near or behind == "/":
        return None
    hint = f"{meant(f'{one}:' for one in near)} (put words with a colon in quotation marks)"
    raise PlaceError(f"{match[1]}: is no field{hint}", at, match.end())


def _values(text: str, start: int, field: str) -> Iterator[Value]:
    """The values behind a field, one or several with commas between."""
    at = text.index(":", start) + 1
    while True:
        value = _value(text, start, at, field)
        yield value
        if text[value.end : value.end + 1] != ",":
            return
        at = value.end + 1


def _value(text: str, start: int, at: int, field: str) -> Value:
    letter = text[at : at + 1]
    if letter == '"':
        return _quoted(text, at)
    single = _SINGLE.match(text, at)
    if single:
        return Value(" ".join(single[1].split()), at, single.end(), quoted=True)
    if letter and letter in _DASHES:
        raise PlaceError(f"the minus goes before the field: write -{field}:", start, at + 1)
    if letter == "(":
        raise PlaceError(f"{field}: takes no parentheses; {_commas(text, at, field)}", start, at + 1)
    word = _run(_WORDS_VALUE if field in WORD_FIELDS else _VALUE, text, at)
    if not word:
        raise PlaceError(_missing(text, start, at, field), start, at)
    return Value(word, at, at + len(word))


def _commas(text: str, at: int, field: str) -> str:
    inside = text[at + 1 :].partition(")")[0]
    items = [clipped(item) for item in re.split(r"\bOR\b|,", inside) if item.strip(" (")]
    if len(items) < 2:
        return f"put them around all of it: ({FIELDS[field][1]})"
    values = ",".join(f'"{item}"' if " " in (item := one.strip(" (")) else item for one in items[:2])
    return f"several values stand with commas: {field}:{values}"


def _missing(text: str, start: int, at: int, field: str) -> str:
    if text[at - 1] == ",":
        return f"a value of {field}: is missing beside the comma; write no blank around it"
    if text[at : at + 1] == ",":
        return f"a value of {field}: is missing before the comma"
    behind = _run(_WORD, text, at + 1)
    example = f"{field}:{clipped(behind)}" if behind and ":" not in behind else FIELDS[field][1]
    return f"{text[start:at]} has no value; write {example}, without a blank"


def _quoted(text: str, at: int) -> Value:
    close = text.find('"', at + 1)
    if close < 0:
        raise PlaceError("this quotation mark is not closed; put another one at the end", at, at + 1)
    return Value(" ".join(text[at + 1 : close].split()), at, close + 1, quoted=True)
