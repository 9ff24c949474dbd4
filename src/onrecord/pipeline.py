"""The only composer: whatever holds articles in, readings out, one at a time, in order, on any cores.

Both functions stream: a folder of a million articles needs the memory of a few.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from onrecord.article import Article, Flaw
from onrecord.errors import InputError
from onrecord.read import learned, read_article
from onrecord.reading import Reading

if TYPE_CHECKING:
    from onrecord.ingest import Item, Unread
    from onrecord.knowledge import Knowledge

Source = str | os.PathLike[str] | Article
G = TypeVar("G")
T = TypeVar("T")
AHEAD = 4


def read(
    sources: Source | Iterable[Source], *, jobs: int = 1, knowledge: Path | None = None, learn: bool = False
) -> Iterator[Reading]:
    """Read articles, one reading each, in order.

    A ``str`` is an article's text, a ``Path`` a file or a folder of files, an ``Article`` one that you
    made yourself. (A text never names a file: what a feed sends cannot make onrecord open one.)
    ``jobs`` above 1 reads in that many processes, which start as ``multiprocessing`` spawns them: a
    script that asks for it needs the usual ``if __name__ == "__main__"``.

    ``knowledge`` is a CSV file of your own (person, office, of, from, to) that goes before what onrecord
    knows of office holders. With ``learn`` the roles that an article gives people are known for the later
    ones; that takes one process, since what is known then depends on the order.

    Odd text never raises; its reading holds flaws. InputError says that a file cannot be read.

    >>> reading = next(read("“The port will reopen on Friday,” harbour master Inga Roos said."))
    >>> [statement.kind for statement in reading.statements]
    ['direct']
    """
    from onrecord.ingest import Unread

    for item in _read(_items(sources), jobs, knowledge, learn=learn):
        if isinstance(item, Unread):
            raise InputError(str(item))
        yield item


def read_files(
    paths: Iterable[Path],
    *,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
    knowledge: Path | None = None,
    learn: bool = False,
) -> "Iterator[Reading | Unread]":
    """Read files and folders ("-" is ``stdin``); what cannot be read comes back as Unread, in its place."""
    from onrecord.ingest import articles

    return _read(articles(paths, stdin=stdin), jobs, knowledge, learn=learn)


def readings(
    items: "Iterable[Item | T]", *, jobs: int = 1, knowledge: Sequence[Path] = ()
) -> "Iterator[Reading | Unread | T]":
    """Readings of articles with their flaws, in order; whatever else is among the items goes by as it is.

    ``knowledge`` are files as for `read`, the first one going before the others.
    """
    _known(*knowledge)  # here, so that a mistake in a file is told before anything is read
    yield from _ordered(partial(_read_item, knowledge=tuple(knowledge)), items, jobs)


def _read(
    items: "Iterable[Item]", jobs: int, knowledge: Path | None, *, learn: bool
) -> "Iterator[Reading | Unread]":
    tables = (knowledge,) if knowledge else ()
    if not learn:
        yield from readings(items, jobs=jobs, knowledge=tables)
        return
    known = _known(*tables)
    if jobs > 1:
        raise ValueError("learn needs jobs=1: what is known depends on the order in which articles are read")
    for item in items:
        done = read_article(*item, known) if isinstance(item, tuple) else item
        yield done
        if isinstance(done, Reading):
            known = known.with_more(learned(done, known))


@cache
def _known(*tables: Path) -> "Knowledge":
    """What is known in this process: the shipped tables, and before them the user's own."""
    from onrecord.knowledge import load, shipped

    known = shipped()
    for table in reversed(tables):
        known = known.with_more(load(table))
    return known


def _items(sources: Source | Iterable[Source]) -> "Iterator[Item]":
    from onrecord.ingest import article_from_text, articles

    given = [sources] if isinstance(sources, str | os.PathLike | Article) else sources
    for source in given:
        if isinstance(source, str):
            yield article_from_text(source)
        elif isinstance(source, os.PathLike):
            yield from articles([Path(source)])
        else:
            yield source, _no_flaws(source)


def _no_flaws(source: object) -> tuple[Flaw, ...]:
    if not isinstance(source, Article):
        given = type(source).__name__
        raise TypeError(f"read() takes texts (str), files (Path) and Articles, not {given}.")
    return ()


def _read_item(item: "Item | T", knowledge: tuple[Path, ...]) -> "Reading | Unread | T":
    if not isinstance(item, tuple):
        return item
    article, flaws = item
    return read_article(article, flaws, _known(*knowledge))


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that shares out the work; its workers end with it, quietly."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _ordered(step: Callable[[G], T], items: Iterable[G], jobs: int) -> Iterator[T]:
    """``step`` of every item, in order; never more than a few items ahead of who asks for them."""
    if jobs <= 1:
        yield from map(step, items)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts) as pool:
        waiting: deque[Future[T]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(step, item))
                if len(waiting) >= jobs * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
