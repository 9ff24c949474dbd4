"""The JSON Schema of a reading, made from the types: ``python -m onrecord.schema`` writes it.

The types are the contract and the schema follows from them. `docs/reading.schema.json` is that output,
checked in for people who read onrecord's JSON in another language.
"""

import sys
from inspect import cleandoc
from typing import Any

import msgspec

from onrecord.reading import Reading


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one `Reading`, with the types' own words as descriptions.

    A docstring keeps its indentation up to Python 3.12 and loses it in 3.13, so it is taken off here: the
    schema is the same on every Python.
    """
    (top,), types = msgspec.json.schema_components((Reading,))
    for described in types.values():
        described["description"] = cleandoc(described.get("description", ""))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "onrecord reading",
        **top,
        "$defs": dict(sorted(types.items())),
    }


def main() -> None:
    """Write the schema to standard output, as it is checked in."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(schema()), indent=2) + b"\n")


if __name__ == "__main__":
    main()
