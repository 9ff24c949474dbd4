"""A reading as it is kept beside its rows: whole, exact to the last field, and small (JSON, deflated)."""

import json
import zlib
from typing import Any

import msgspec

from onrecord.errors import RecordError
from onrecord.reading import Reading
from onrecord.record.ids import UNKEPT

LEVEL = 3  # of zlib: 4 takes nearly twice as long and saves 5 percent of it
LARGEST = 1 << 28  # bytes of JSON: what a record of unknown origin may make of a few


def packed(data: bytes) -> bytes:
    """JSON of a reading, as `as_json` writes it, small."""
    return zlib.compress(data, LEVEL)


def as_json(reading: Reading) -> bytes:
    """JSON in UTF-8. Halves of surrogate pairs, which UTF-8 cannot say, are written as if it could."""
    try:
        return msgspec.json.encode(reading)
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(reading), ensure_ascii=False).encode("utf-8", "surrogatepass")


def keepable(reading: Reading, data: bytes) -> Reading:
    """The reading with U+FFFD for each character that no database keeps, one for one; ``data`` is its JSON.

    PostgreSQL keeps no U+0000, and nobody half a surrogate pair.
    """
    if b"\\u0000" not in data and b"\xed" not in data:  # where UTF-8 of a surrogate, or of Korean, begins
        return reading
    replaced: Reading = msgspec.convert(_replaced(msgspec.to_builtins(reading)), Reading)
    return replaced


def unpacked(kept: bytes, place: str = "the record") -> Reading:
    """The reading that ``kept`` was packed from; RecordError where it is damaged."""
    try:
        inflater = zlib.decompressobj()
        data = inflater.decompress(kept, LARGEST)
        if not inflater.eof:
            raise ValueError(f"it does not end within {LARGEST} bytes")
        return _decoded(data)
    except (zlib.error, ValueError, msgspec.MsgspecError, RecursionError) as exc:
        raise RecordError(f"{place}: a reading is damaged ({exc}). Add its article to a new record.") from exc


def _decoded(data: bytes) -> Reading:
    try:
        return msgspec.json.decode(data, type=Reading)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return msgspec.convert(json.loads(data.decode("utf-8", "surrogatepass")), Reading)


def _replaced(value: Any) -> Any:
    if isinstance(value, str):
        return UNKEPT.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _replaced(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_replaced(item) for item in value]
    return value
