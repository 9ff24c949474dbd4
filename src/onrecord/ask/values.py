"""One term of a query, understood: a field and its values as a `Query`."""

import re
from collections.abc import Callable
from functools import partial

from onrecord.ask.dates import between
from onrecord.ask.place import PlaceError, clipped
from onrecord.ask.suggest import meant, nearest
from onrecord.ask.tokens import Token, Value
from onrecord.ask.words import ID, LISTED, VALUES, WORD_FIELDS
from onrecord.query import Equals, Level, Or, Query, ValueField, WordField, Words
from onrecord.terms import terms

_LEVEL = re.compile(r"([1-9][0-9]?)(?:(\+)|(?:-|\.\.)([1-9][0-9]?))?")
_DASHES = str.maketrans("‐‑–−＋", "----+")  # "PS−" of a typographic minus


def understood(token: Token) -> Query:
    """What a term asks for; several values ask for any of them."""
    words = WORD_FIELDS.get(token.field or "said")
    return _one_of(_words(words, token), token) if words else _TYPED[token.field or ""](token)


def _one_of(items: list[Query], token: Token) -> Query:
    if len(items) == 1:
        return items[0]
    return Or(tuple(items), token.start, token.end)


def _words(field: WordField, token: Token) -> list[Query]:
    """Words for each value, and the ids among them together."""
    items: list[Query] = []
    ids: dict[str, Value] = {}
    for value in token.values:
        if field in {"who", "via"} and not value.quoted and ID.fullmatch(value.text):
            ids.setdefault(value.text, value)
        else:
            items.append(_word(field, value, token))
    if ids:
        items.insert(0, _equals("who" if field == "who" else "via", tuple(ids), token, items))
    return items


def _equals(field: ValueField, values: tuple[str, ...], token: Token, others: list[Query]) -> Equals:
    places = [value for value in token.values if value.text in values] if others else []
    if not places:
        return Equals(field, values, token.start, token.end)
    return Equals(field, values, places[0].start, places[-1].end)


def _word(field: WordField, value: Value, token: Token) -> Words:
    found = terms(value.text)
    alone = len(token.values) == 1
    start, end = (token.start, token.end) if alone else (value.start, value.end)
    if not found:
        raise PlaceError(f"{_said(value)} has no letter or digit to look for; leave it out", start, end)
    if value.text.endswith("*") and not value.quoted:
        reason = f"there are no wildcards; {clipped(value.text.rstrip('*'))} is found in all its forms"
        raise PlaceError(reason, value.start, value.end)
    return Words(field, value.text, found, field == "said" and len(found) > 1, start, end)


def _said(value: Value) -> str:
    return clipped(f'"{value.text}"' if value.quoted or not value.text else value.text)


def _listed(field: ValueField, token: Token) -> Query:
    """A field with a closed list of values."""
    found: dict[str, None] = {}
    for value in token.values:
        known = VALUES[field].get(" ".join(value.text.translate(_DASHES).casefold().split()))
        if known is None:
            raise PlaceError(_unknown(field, value), *_place(token, value))
        found.update(dict.fromkeys(known))
    return Equals(field, tuple(found), token.start, token.end)


def _unknown(field: str, value: Value) -> str:
    near = nearest(value.text, [*LISTED[field], *VALUES[field]])
    hint = meant(near) or f"; it is one of {', '.join(LISTED[field])}"
    return f"{field}:{_said(value)} is no value{hint}"


def _place(token: Token, value: Value) -> tuple[int, int]:
    return (token.start, token.end) if len(token.values) == 1 else (value.start, value.end)


def _event(token: Token) -> Query:
    """Ids, types, modes and kinds of event: an open list, which only a record knows."""
    found: dict[str, None] = {}
    for value in token.values:
        folded = " ".join(value.text.casefold().split())
        if not any(letter.isalnum() for letter in folded):
            raise PlaceError(f"event:{_said(value)} names nothing; write event:meet", *_place(token, value))
        found[folded] = None
    return Equals("event", tuple(found), token.start, token.end)


def _days(token: Token) -> Query:
    if len(token.values) > 1:
        raise PlaceError(f"{token.field}: takes one date", token.start, token.end)
    return between(token.field or "", token.values[0].text.translate(_DASHES), token.start, token.end)


def _levels(token: Token) -> Query:
    return _one_of([_level(value, token) for value in token.values], token)


def _level(value: Value, token: Token) -> Level:
    start, end = _place(token, value)
    match = _LEVEL.fullmatch(value.text.translate(_DASHES))
    if match is None:
        reason = f"level:{_said(value)} is no level; write level:1, level:2+ (2 or deeper) or level:1-2"
        raise PlaceError(reason, start, end)
    lowest = int(match[1])
    highest = None if match[2] else int(match[3] or lowest)
    if highest is not None and highest < lowest:
        reason = f"level:{value.text} ends before it begins; did you mean level:{highest}-{lowest}?"
        raise PlaceError(reason, start, end)
    return Level(lowest, highest, start, end)


_TYPED: dict[str, Callable[[Token], Query]] = {
    "stance": partial(_listed, "stance"),
    "act": partial(_listed, "act"),
    "kind": partial(_listed, "kind"),
    "event": _event,
    "since": _days,
    "until": _days,
    "level": _levels,
}
