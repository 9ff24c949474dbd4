"""JSON lines -> articles: one object a line, each read for itself."""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec
from msgspec import Struct

from onrecord.article import Flaw
from onrecord.ingest.decode import MAX_BYTES, decode, too_large
from onrecord.ingest.gqg import article_from_gqg, is_gqg
from onrecord.ingest.ninjs import article_from_ninjs, is_ninjs
from onrecord.ingest.story import Known, item
from onrecord.ingest.unread import Item, Unread


class Record(Struct, frozen=True):
    """The fields of an object that are read; all others are skipped without a look.

    ``text``, or ``headline`` and ``body``, is the article; the rest is what is known of it. ``article`` is
    an object of the same fields, which is how the readings that onrecord writes come back in. Types are
    checked afterwards, to name what is wrong and keep the rest.
    """

    text: object = None
    headline: object = None
    body: object = None
    id: object = None
    url: object = None
    outlet: object = None
    title: object = None
    author: object = None
    published: object = None
    language: object = None
    published_how: object = None
    modified: object = None
    guid: object = None
    status: object = None
    supersedes: object = None
    note: object = None
    credit: object = None
    article: object = None


KNOWN = tuple(Known.__annotations__)
MEANT = {"status": "'usable' or 'withdrawn'", "supersedes": "an array of strings"}
TOO_DEEP = "This is nested too deeply to be an article."
MARK = b"\xef\xbb\xbf"
NAMES = {
    str: "a string",
    bool: "a truth value",
    int: "a number",
    float: "a number",
    list: "an array",
    dict: "an object",
}

_record = msgspec.json.Decoder(Record)
_array = msgspec.json.Decoder(list[msgspec.Raw])


class _NoArticleError(Exception):
    """Carries the reason of an `Unread` up to where its place is known."""


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of ``stream``, one at a time; of a line over the limit only a start that is over it too."""
    while line := stream.readline(MAX_BYTES + 1):
        rest = line
        while len(line) > MAX_BYTES and rest and not rest.endswith(b"\n"):
            rest = stream.readline(2**20)
        yield line


def articles_from_lines(lines: Iterable[bytes], *, place: str) -> Iterator[Item]:
    """An article for each line that is not blank, or what is wrong with the line.

    >>> list(articles_from_lines([b'{"text": 5}'], place="wire.jsonl"))
    [Unread(place='wire.jsonl, line 1', reason="'text' must be a string and is a number.")]
    """
    for number, line in enumerate(lines, start=1):
        if not line.isspace():
            yield article_from_json(line, place=f"{place}, line {number}")


def articles_from_json(data: bytes, *, place: str) -> Iterator[Item]:
    """The articles of one JSON value: an object, or an array of objects, each read for itself."""
    if not decode(data)[0].lstrip().startswith("["):
        yield article_from_json(data, place=place)
        return
    try:
        items = _items(data)
    except _NoArticleError as error:
        yield Unread(place, str(error))
        return
    for number, one in enumerate(items, start=1):
        yield article_from_json(one, place=f"{place}, item {number}")
    if not items:
        yield Unread(place, "The array is empty.")


def article_from_json(data: bytes, *, place: str) -> Item:
    """The article of one JSON object, or what is wrong with it.

    The article has to be there and has to be text, in the fields of `Record` or as ninjs or GDELT's
    quotations have it. What is known of it may be wrong: it is then left out, with a flaw.
    """
    if len(data) > MAX_BYTES:
        return Unread(place, too_large("It"))
    try:
        record, undecoded = _read(data.removeprefix(MARK))
        if record.text is None and record.body is None:
            value, undecoded = _object(data.removeprefix(MARK))
            if is_ninjs(value):
                return _also(undecoded, article_from_ninjs(value, place=place))
            if is_gqg(value):
                return _also(undecoded, article_from_gqg(value, place=place))
        text = _text(record)
    except _NoArticleError as error:
        return Unread(place, str(error))
    known, wrong = _known(record)
    return item(text, known, (*undecoded, *wrong))


def is_json(data: bytes) -> bool:
    """Is this a whole JSON object or array?"""
    try:
        return isinstance(_load(decode(data)[0]), dict | list)
    except _NoArticleError:
        return False


def _read(data: bytes) -> tuple[Record, tuple[Flaw, ...]]:
    """The fields of one object."""
    try:
        return _inner(_record.decode(data)), ()
    except RecursionError:
        raise _NoArticleError(TOO_DEEP) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        found, flaws = _second_try(data)
    return _inner(msgspec.convert(found, Record)), flaws


def _object(data: bytes) -> tuple[dict[str, object], tuple[Flaw, ...]]:
    """One object with all that is in it, which `_read` skips without a look."""
    try:
        return msgspec.json.decode(data, type=dict[str, object]), ()
    except RecursionError:
        raise _NoArticleError(TOO_DEEP) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _second_try(data)


def _second_try(data: bytes) -> tuple[dict[str, object], tuple[Flaw, ...]]:
    """The object that msgspec refuses: it may only be badly encoded."""
    text, flaws = decode(data)
    if flaws and not text:
        raise _NoArticleError(flaws[0].detail)
    found = _load(text)
    if not isinstance(found, dict):
        raise _NoArticleError(f"An article is an object with a 'text', and this is {_name(found)}.")
    return found, tuple(Flaw(flaw.kind, 0, 0, f"In the JSON: {flaw.detail}") for flaw in flaws)


def _also(flaws: tuple[Flaw, ...], read: Item) -> Item:
    return read if isinstance(read, Unread) else (read[0], (*flaws, *read[1]))


def _inner(record: Record) -> Record:
    return msgspec.convert(record.article, Record) if isinstance(record.article, dict) else record


def _items(data: bytes) -> list[bytes]:
    try:
        return [bytes(item) for item in _array.decode(data.removeprefix(MARK))]
    except RecursionError:
        raise _NoArticleError(TOO_DEEP) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        found = _load(decode(data)[0])
    return [json.dumps(item).encode() for item in found] if isinstance(found, list) else []


def _load(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        raise _NoArticleError(f"This is not valid JSON: {error.msg} ({line}column {error.colno}).") from None
    except RecursionError:
        raise _NoArticleError(TOO_DEEP) from None
    except ValueError as error:  # a number of thousands of digits
        raise _NoArticleError(f"This JSON cannot be read: {error}.") from None


def _text(record: Record) -> str:
    """The text of a record: its ``text``, or headline, blank line, body."""
    parts = {name: getattr(record, name) for name in ("text", "headline", "body")}
    for name, value in parts.items():
        if value is not None and not isinstance(value, str):
            raise _NoArticleError(f"'{name}' must be a string and is {_name(value)}.")
    if parts["text"] is not None:
        return str(parts["text"])
    if parts["headline"] is None and parts["body"] is None:
        raise _NoArticleError("There is no 'text', and no 'headline' and 'body'.")
    return "\n\n".join(part for part in (parts["headline"], parts["body"]) if part)


def _known(record: Record) -> tuple[Known, tuple[Flaw, ...]]:
    """What is known of the article, and what was of another type than it should be."""
    known: dict[str, object] = {}
    flaws = []
    for name in KNOWN:
        value = _as_meant(name, getattr(record, name))
        try:
            known |= msgspec.convert({name: value}, Known) if value is not None else {}
        except msgspec.ValidationError:
            detail = f"'{name}' must be {MEANT.get(name, 'a string')} and is {_said(value)}: it was left out."
            flaws.append(Flaw("wrong_type", 0, 0, detail))
    if not known.get("title") and isinstance(record.headline, str):
        known["title"] = record.headline
    return msgspec.convert(known, Known), tuple(flaws)


def _as_meant(name: str, value: object) -> object:
    """A number is an id as good as any; several authors are one string, and one earlier item is a list."""
    if name == "id" and type(value) is int:
        return str(value)
    if name == "author" and isinstance(value, list) and all(isinstance(author, str) for author in value):
        return ", ".join(value)
    if name == "supersedes" and isinstance(value, str):
        return [value]
    return value


def _said(value: object) -> str:
    return f"{value[:40]!r}" if isinstance(value, str) else _name(value)


def _name(value: object) -> str:
    return NAMES.get(type(value), "null")
