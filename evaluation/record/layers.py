"""The layers that are scored: JSON lines in the forms of ``onrecord.entry``, anybody's, or a record's own.

onrecord utterances news.db --nl > layers/utterances.jsonl
onrecord events news.db --nl > layers/events.jsonl
onrecord positions news.db --nl > layers/positions.jsonl
onrecord reprints news.db --nl > layers/reprints.jsonl
python -m evaluation.record --half open --layers layers
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import msgspec
from msgspec import Struct

from evaluation.record.truth import articles_of
from onrecord.entry import Occurrence, Position, Reprints, Utterance

T = TypeVar("T")


class Layers(Struct, frozen=True):
    """What a record says of its articles; positions stand in order of saying."""

    utterances: tuple[Utterance, ...] = ()
    events: tuple[Occurrence, ...] = ()
    positions: tuple[Position, ...] = ()
    reprints: tuple[Reprints, ...] = ()


def from_folder(folder: Path) -> Layers:
    """The layers in a folder of JSON lines; a file that is not there is an empty layer."""
    return Layers(
        _lines(folder / "utterances.jsonl", Utterance),
        _lines(folder / "events.jsonl", Occurrence),
        _lines(folder / "positions.jsonl", Position),
        _lines(folder / "reprints.jsonl", Reprints),
    )


def from_record(place: str | Path) -> Layers:
    """The layers of a record, by its path or its address."""
    from onrecord.ask import layers
    from onrecord.record.opened import open_record

    with open_record(place, readonly=True) as record, record.reading() as connection:
        return Layers(
            tuple(layers.utterances(connection)),
            tuple(layers.events(connection)),
            tuple(layers.positions(connection)),
            tuple(layers.reprints(connection)),
        )


def built(half: str) -> Layers:
    """The layers of a new record to which the articles of one half of the run are added."""
    from onrecord.adding import add

    with TemporaryDirectory() as folder:
        place = Path(folder) / "news.db"
        for _ in add(place, [articles_of(half)]):
            pass
        return from_record(place)


def _lines(path: Path, kind: type[T]) -> tuple[T, ...]:
    return tuple(msgspec.json.Decoder(kind).decode_lines(path.read_bytes())) if path.exists() else ()
