"""Every error onrecord raises on purpose.

    OnrecordError
    ├── InputError      a file cannot be read: missing, a permission, not text
    ├── RecordError     a record cannot be opened, read or written: not one, too new, locked, damaged
    ├── QueryError      a query says nothing that can be asked; shows the place and what to write instead
    └── WeightsError    the shipped weights are missing or are not the ones that were released

Text never raises, however odd: it gives flaws (see `Flaw`). Only misuse and the world outside do. Each
message says what happened and what to do next; a foreign error is wrapped at the edge, ``from exc``.
"""


class OnrecordError(Exception):
    """What every error of onrecord is, for one ``except``."""


class InputError(OnrecordError):
    """A file or folder that cannot be read, with what to do about it."""


class QueryError(OnrecordError):
    """A query that cannot be asked: what is wrong, where, and what was probably meant.

    ``reason`` is one line without the query, ``start`` and ``end`` are the place in it in code points, and
    ``picture`` shows it with a caret line. The message is reason and picture.
    """

    def __init__(self, reason: str, start: int, end: int, picture: str) -> None:
        super().__init__(reason, start, end, picture)
        self.reason = reason
        self.start = start
        self.end = end
        self.picture = picture

    def __str__(self) -> str:
        return f"{self.reason}\n\n{self.picture}"


class WeightsError(OnrecordError):
    """The weights in the package are missing, damaged, or not those of its checksum file."""


class RecordError(OnrecordError):
    """A record that cannot be opened, read or written, with what to do about it."""
