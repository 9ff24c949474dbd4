"""The record's own layers as they are: utterances, events, positions and reprints, an object a line."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from onrecord.show.record.forms import Column, View, nothing, written
from onrecord.show.record.layer_rows import (
    CopyRow,
    EventRow,
    PositionRow,
    SaidRow,
    Some,
    copied,
    happenings,
    held,
    said,
)
from onrecord.show.rows import encoded

Layer = Literal["utterances", "events", "positions", "reprints"]
AT_ONCE = 200  # entries of which a table's columns are fitted


def layer_written(entries: Iterable[Any], layer: Layer, form: str, path: Path | None) -> Iterator[bytes]:
    """A layer in the format ``form``, as its entries come; JSON is an array of them."""
    if form == "json":
        return _json(entries)
    ahead = iter(entries)
    portions = iter(lambda: Some(tuple(islice(ahead, AT_ONCE))), Some(()))
    return written(portions, form, path, VIEWS[layer])


def _json(entries: Iterable[Any]) -> Iterator[bytes]:
    first = True
    for entry in entries:
        yield (b"[\n" if first else b",\n") + msgspec.json.format(encoded(entry), indent=2)
        first = False
    yield b"[]\n" if first else b"\n]\n"


def _view(flat: Callable[[Some], Iterable[Struct]], row: type[Struct], *columns: Column) -> View:
    return View(page=nothing, flat=flat, row=row, columns=columns)


VIEWS: dict[Layer, View] = {
    "utterances": _view(
        said,
        SaidRow,
        Column("speaker", 2),
        Column("said_on"),
        Column("outlet", 2),
        Column("kind"),
        Column("text", 6),
    ),
    "events": _view(
        happenings,
        EventRow,
        Column("type"),
        Column("label", 5),
        Column("names", 4),
        Column("latest"),
        Column("articles", right=True),
        Column("happened"),
    ),
    "positions": _view(
        held,
        PositionRow,
        Column("holder", 2),
        Column("said_on"),
        Column("value"),
        Column("change"),
        Column("text", 5),
        Column("reports", right=True),
    ),
    "reprints": _view(
        copied,
        CopyRow,
        Column("original_outlet", 2),
        Column("outlet", 2),
        Column("kind"),
        Column("share", right=True),
        Column("agency", 2),
        Column("title", 5),
    ),
}
