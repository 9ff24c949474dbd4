"""An answer from start to end: written where it was asked for, and what went wrong as one line for people."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from onrecord.errors import OnrecordError, QueryError
from onrecord.show.run import INTERRUPTED, PIPE_CLOSED
from onrecord.show.visible import visible


class WrongQuery(click.ClickException):
    """A query that cannot be asked, which is wrong use."""

    exit_code = 2


def run(write: Callable[[], Iterator[bytes]], path: Path | None) -> int:
    """Write what ``write`` makes to ``path`` or standard output, and say how it went as an exit code."""
    from onrecord.show.output import hush, opened

    try:
        with opened(path) as out:
            for data in write():
                out.write(data)
    except BrokenPipeError:
        hush()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OnrecordError as exc:
        raise told(exc) from exc
    return 0


def told(error: OnrecordError) -> click.ClickException:
    """An error as click tells it: of a query with the place where it is wrong."""
    kind = WrongQuery if isinstance(error, QueryError) else click.ClickException
    return kind(visible(str(error)))
