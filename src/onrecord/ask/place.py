"""A place in a query, drawn: one line of the query and a line of carets under what is meant."""

import unicodedata

from onrecord.errors import QueryError

WIDTH = 72  # columns; of a longer query the part around the place is shown
BEFORE = 24  # of these, before the place
LONGEST = 40  # characters of the query in the reason
_INDENT = "    "


class PlaceError(Exception):
    """Something is wrong with a part of the query; whoever has all of it makes a `QueryError` of this."""

    def __init__(self, reason: str, start: int, end: int) -> None:
        super().__init__(reason, start, end)
        self.reason = reason
        self.start = start
        self.end = end

    def shown_in(self, query: str) -> QueryError:
        """The error for people, with the place drawn."""
        return QueryError(self.reason, self.start, self.end, pointed(query, self.start, self.end))


def pointed(query: str, start: int, end: int) -> str:
    """``query`` on one line, and carets under ``query[start:end]``, in columns of a terminal.

    >>> print(pointed("who:東京 stance:PS", 7, 16))
        who:東京 stance:PS
                 ^^^^^^^^^
    """
    columns = [(shown, width(shown)) for shown in map(visible, query)]
    first, last = _window(columns, start)
    line = "".join(letter for letter, _ in columns[first:last])
    before, after = "…" if first else "", "…" if last < len(columns) else ""
    indent = len(before) + sum(wide for _, wide in columns[first:start])
    carets = max(1, sum(wide for _, wide in columns[start : min(end, last)]))
    return f"{_INDENT}{before}{line}{after}\n{_INDENT}{' ' * indent}{'^' * carets}"


def _window(columns: list[tuple[str, int]], start: int) -> tuple[int, int]:
    """The part of a long query that fits on a line, around ``start``."""
    total = sum(wide for _, wide in columns)
    if total <= WIDTH:
        return 0, len(columns)
    first, room = min(start, len(columns)), BEFORE
    while first and (room := room - columns[first - 1][1]) >= 0:
        first -= 1
    last, room = first, WIDTH - 2
    while last < len(columns) and (room := room - columns[last][1]) >= 0:
        last += 1
    return first, last


def visible(text: str) -> str:
    """``text`` as a terminal may be given it: blanks are spaces, no control, nothing that turns the line."""
    return "".join(_visible(letter) for letter in text)


def clipped(text: str) -> str:
    """The beginning of ``text``, fit for a message."""
    return visible(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")


def _visible(letter: str) -> str:
    if letter.isspace():
        return " "
    category = unicodedata.category(letter)
    return "" if category == "Cf" else "�" if category in {"Cc", "Cs", "Co", "Cn"} else letter


def width(shown: str) -> int:
    """How many columns a visible character takes: none if it sits on another, two if it is wide (UAX #11)."""
    if not shown or unicodedata.category(shown) in {"Mn", "Me"}:
        return 0
    if "\u1160" <= shown <= "\u11ff" or "\U0001f3fb" <= shown <= "\U0001f3ff":
        return 0  # a vowel or final of a Hangul syllable; the skin of the emoji before
    return 2 if unicodedata.east_asian_width(shown) in {"W", "F"} else 1
