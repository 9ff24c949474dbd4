"""Whatever holds articles -> a record: read what is new, keep it in batches, link it with what is there.

An article is in the record wholly or not at all. After a power cut the same command goes on where it stopped:
what is there is not read again, and what was kept but not linked yet is linked first.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, Literal

from msgspec import Struct, field

from onrecord.article import Article, Flaw
from onrecord.ingest import Item, Unread, Visit, Visits, articles
from onrecord.pipeline import readings
from onrecord.reading import Reading
from onrecord.record.additions import begun, counted, ended, known_items, tidy
from onrecord.record.fetches import fetched, remember
from onrecord.record.ids import content_id, item
from onrecord.record.keep import keep, present
from onrecord.record.keys import KEYS
from onrecord.record.learned import learned
from onrecord.record.linking import link, waiting
from onrecord.record.opened import Record, open_record
from onrecord.record.rows import rows_of
from onrecord.record.uncollected import uncollected

if TYPE_CHECKING:
    from onrecord.ingest.fetch import Fetch

BATCH = 32  # articles that are kept at once: at most so many are read again after a power cut
SECONDS = 5.0  # after which a batch is kept anyway
LONGEST = 250_000  # characters, as a book has: what is longer is no article, and reading it takes an hour
LINK_EVERY = 256  # articles: linking more at once is cheaper, fewer leave less to do after a cut

What = Literal["new", "same", "changed"]


class Added(Struct, frozen=True):
    """One article that was given: ``what`` became of it, and how it is known in the record."""

    what: What
    id: str
    title: str | None = None
    flaws: int = 0


class Totals(Struct, frozen=True):
    """What an addition did. ``flawed`` are the new articles with a flaw, ``unread`` what gave no article."""

    new: int = 0
    same: int = 0
    changed: int = 0
    reprints: int = 0
    flawed: int = 0
    unread: int = 0


class Tally(Struct):
    """Counts while articles go by."""

    new: list[str] = field(default_factory=list)
    same: int = 0
    changed: int = 0
    flawed: int = 0
    unread: int = 0


class Options(Struct, frozen=True, kw_only=True):
    """How articles are read: in how many processes, with whose office holders, and whether pages are fetched.

    With ``learn`` the roles that the record's articles tell are known while new ones are read ("the harbour
    minister" is then a name); what comes out then depends on what was added before. Without it never.
    """

    jobs: int = 1
    knowledge: Path | None = None
    learn: bool = False
    fetch: bool = False


def add(
    place: str | os.PathLike[str],
    paths: Iterable[Path | str],
    options: Options = Options(),  # noqa: B008 - it is frozen
    *,
    stdin: BinaryIO | None = None,
) -> Iterator[Added | Unread | Totals]:
    """Add the articles in ``paths`` to the record at ``place``; what became of each, and the totals last.

    An article that is there already is not read again. One with another text under the same url or guid is a
    new version and takes the old one's place; nothing is deleted. A record that is not there is made.
    """
    with (
        open_record(place, create=True) as record,
        TemporaryDirectory(prefix="onrecord-") as folder,
        _fetching(options) as fetch,
    ):
        tables = [options.knowledge] if options.knowledge else []
        if options.learn:
            with record.reading() as connection:
                tables.append(learned(connection, Path(folder) / "learned.csv"))
        tally = Tally()
        with record.writing() as connection:
            number = begun(connection, _now())
            link(connection, waiting(connection))
        visits = Visits(partial(_last_visit, record))
        given = _fresh(record, articles(paths, stdin=stdin, fetch=fetch, visits=visits))
        try:
            yield from _kept(record, readings(given, jobs=options.jobs, knowledge=tables), tally)
            _remember(record, visits)
        finally:
            totals = _finished(record, number, tally)
        yield totals


@contextmanager
def _fetching(options: Options) -> "Iterator[Fetch | None]":
    if not options.fetch:
        yield None
        return
    from onrecord.ingest.fetch import Fetch

    with Fetch() as fetch:
        yield fetch


def _last_visit(record: Record, url: str) -> Visit | None:
    with record.reading() as connection:
        said = fetched(connection, url)
    return Visit(url, *said) if said else None


def _remember(record: Record, visits: Visits) -> None:
    """Ask for pages only if they change from now on. Only once all that was in them is kept."""
    if visits.made:
        with record.writing() as connection:
            remember(connection, visits.made, _now())


class Same(Struct, frozen=True):
    """An article that the record has, on its way past those that are read."""

    id: str
    title: str | None


def _fresh(record: Record, items: Iterable[Item]) -> Iterator[Item | Same]:
    """The articles that the record does not have, to be read; what it has goes by unread."""
    seen: set[str] = set()
    for one in items:
        if isinstance(one, Unread):
            yield one
            continue
        if refused := _refused(*one):
            yield refused
            continue
        id = content_id(one[0])
        there = id in seen
        if not there:
            with record.reading() as connection:
                there = bool(present(connection, [id]))
        seen.add(id)
        yield Same(id, one[0].title) if there else one


def _refused(article: Article, flaws: Iterable[Flaw]) -> Unread | None:
    """Why an article is not kept, if it is not: there is nothing in it, or it is none."""
    place = article.url or article.title or f"“{article.text[:60].strip()}…”"
    if len(article.text) > LONGEST:
        length = (
            f"It has {len(article.text):,} characters, and an article of more than {LONGEST:,} is not read."
        )
        return Unread(place, f"{length} Split it.")
    if not article.text.strip():
        return Unread(article.url or "an article", next((flaw.detail for flaw in flaws), "It has no text."))
    return None


def _kept(record: Record, done: Iterable[Reading | Unread | Same], tally: Tally) -> Iterator[Added | Unread]:
    batch: list[Reading] = []
    unlinked = 0
    since = monotonic()
    try:
        for one in done:
            if isinstance(one, Same):
                tally.same += 1
                yield Added("same", one.id, one.title)
            elif isinstance(one, Unread):
                tally.unread += 1
                yield one
            else:
                batch.append(one)
            if batch and (len(batch) >= BATCH or monotonic() - since > SECONDS):
                unlinked += len(batch)
                added = _keep(record, batch, tally, linking=unlinked >= LINK_EVERY)
                unlinked = 0 if unlinked >= LINK_EVERY else unlinked
                batch, since = [], monotonic()
                yield from added
    except (KeyboardInterrupt, GeneratorExit):
        _keep(record, batch, tally, linking=False)  # what was read need not be read again
        raise
    yield from _keep(record, batch, tally, linking=False)


def _keep(record: Record, batch: list[Reading], tally: Tally, *, linking: bool) -> list[Added]:
    if not batch:
        return []
    with uncollected():
        rows = [rows_of(reading, KEYS) for reading in batch]
    with record.writing() as connection:
        versions = known_items(connection, [item(reading.article) for reading in batch])
        new = set(keep(connection, rows))
        if linking:
            link(connection, waiting(connection))
    added = []
    for reading, row in zip(batch, rows, strict=True):
        what: What = "same" if row.id not in new else "new"
        if what == "new" and item(reading.article) in versions:
            what = "changed"
        versions.add(item(reading.article))
        new.discard(row.id)
        _count(tally, row.id, what, reading)
        added.append(Added(what, row.id, reading.article.title, len(reading.flaws)))
    return added


def _count(tally: Tally, id: str, what: What, reading: Reading) -> None:
    if what == "same":  # another process has just added it
        tally.same += 1
        return
    tally.new.append(id)
    tally.changed += what == "changed"
    tally.flawed += bool(reading.flaws)


def _finished(record: Record, number: int, tally: Tally) -> Totals:
    """Link what is left, also after Ctrl-C, and write down what was done."""
    with record.writing() as connection:
        link(connection, waiting(connection))
        totals = Totals(
            new=len(tally.new) - tally.changed,
            same=tally.same,
            changed=tally.changed,
            reprints=counted(connection, tally.new),
            flawed=tally.flawed,
            unread=tally.unread,
        )
        ended(connection, number, _now(), totals)
        tidy(connection)
    return totals


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
