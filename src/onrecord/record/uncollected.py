"""Work without the garbage collector, which would look through all that is there again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Many small things are made here, none of which holds itself, so that they go without a collector.

    >>> with uncollected():
    ...     print(gc.isenabled())
    False
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
