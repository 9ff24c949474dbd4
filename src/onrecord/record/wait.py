"""Writers wait for one another, a moment at a time, so that Ctrl-C is heard while they do."""

import time
from collections.abc import Callable
from typing import TypeVar

from onrecord.errors import RecordError

T = TypeVar("T")
PATIENCE = 600.0  # seconds: longer than any batch takes to write
MOMENT = 1.0  # seconds that SQLite may wait by itself, deaf to Ctrl-C


def patiently(
    attempt: Callable[[], T], busy: Callable[[Exception], bool], place: str, patience: float = PATIENCE
) -> T:
    """What ``attempt`` gives, tried again for ``patience`` seconds while it raises what is ``busy``.

    The database itself waits in every attempt, up to `MOMENT`, so that this is no busy loop.
    """
    until = time.monotonic() + patience
    while True:
        try:
            return attempt()
        except Exception as exc:
            if not busy(exc):
                raise
            if time.monotonic() >= until:
                raise RecordError(
                    f"{place}: another process has been writing to it for {patience:.0f} seconds and more. "
                    "Try again when that one has finished."
                ) from exc
