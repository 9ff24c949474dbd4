"""Reading a record in portions: rows by their ids, and long lists in order, never all in memory."""

import base64
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam

from onrecord.errors import RecordError

AT_ONCE = 500  # rows or ids: old SQLites take 999 parameters
MOST = 1_000  # rows of one answer
T = TypeVar("T")


def where(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], ids: Iterable[Any]
) -> list[Row[Any]]:
    """The rows of ``query`` in which ``column`` is one of ``ids``."""
    found: list[Row[Any]] = []
    among = _among(query, column)
    for some in portions(dict.fromkeys(id for id in ids if id is not None)):
        found.extend(connection.execute(among, {"among": some}))
    return found


@lru_cache(maxsize=64)
def _among(query: Select[Any], column: ColumnElement[Any]) -> Select[Any]:
    """Kept, since to put such a query together takes longer than to run it."""
    return query.where(column.in_(bindparam("among", expanding=True)))


def streamed(
    connection: Connection, ids: Select[Any], read: Callable[[Connection, Sequence[Any]], Iterable[T]]
) -> Iterator[T]:
    """What ``read`` makes of the first column of ``ids``, a portion at a time, in their order."""
    told = connection.execute(ids.execution_options(yield_per=AT_ONCE))
    for some in told.partitions():
        yield from read(connection, [row[0] for row in some])


def portions(items: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """``items``, ``size`` at a time."""
    ahead = iter(items)
    while some := list(islice(ahead, size)):
        yield some


def most(limit: int) -> int:
    """How many rows an answer has at most when ``limit`` are asked for."""
    return max(1, min(limit, MOST))


def token(*place: str | int) -> str:
    """A place in a list, as what an answer calls ``next``: to be handed back, not to be read.

    >>> place(token("2026-03-02", 7), (str, int))
    ['2026-03-02', 7]
    """
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def place(after: str | None, kinds: tuple[type, ...]) -> list[Any] | None:
    """The place that a token stands for; RecordError where it is none of this list."""
    if after is None:
        return None
    try:
        found = json.loads(base64.urlsafe_b64decode(after.encode() + b"=" * (-len(after) % 4)))
    except ValueError:
        found = None
    if not isinstance(found, list) or [type(part) for part in found] != list(kinds):
        raise RecordError(
            f"after {after[:40]!r} nothing can follow. Take `next` of the answer before, as it is."
        )
    return found
