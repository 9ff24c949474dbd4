"""The command that adds articles to a record: what goes by, and what came of it."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.errors import OnrecordError
from onrecord.show.record.running import told
from onrecord.show.run import INTERRUPTED, UNREAD
from onrecord.show.totals import counted
from onrecord.show.visible import one_line

if TYPE_CHECKING:
    from onrecord.adding import Totals


@click.command(
    short_help="Add news articles to a record, each once.",
    epilog="""\b
Examples:
  onrecord add news.db articles/ feed.xml archive.warc.gz
  onrecord add news.db --fetch https://example.org/feed.xml
  curl -s https://example.org/wire.jsonl | onrecord add news.db -
  onrecord add postgresql://desk@localhost/news --jobs 4 wire/""",
)
@click.argument("db", metavar="DB")
@click.argument("files", nargs=-1, metavar="FILE|DIR|URL|-...", required=True)
@click.option(
    "--fetch", is_flag=True, help="Fetch URLs, and the pages that feeds link to. Public addresses only."
)
@click.option(
    "--learn", is_flag=True, help="Read with the roles that the record's articles tell: who the minister is."
)
@click.option(
    "--knowledge",
    metavar="FILE.csv",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Office holders of your own (person,office,of,from,to), before those that onrecord knows.",
)
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Read N at a time.",
)
@click.option("--json", "as_json", is_flag=True, help="The counts at the end as JSON, on standard output.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, and no counts but with --json.")
@click.pass_context
def add(  # noqa: PLR0913 - each is an option
    context: click.Context,
    /,
    db: str,
    files: tuple[str, ...],
    *,
    fetch: bool,
    learn: bool,
    knowledge: Path | None,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> None:
    """Add news articles to a record, each once, however often it is given.

    DB is a file, which is made if it is not there, or postgresql://name@host/database. FILE is an article or
    holds several: HTML, RSS and Atom, JSON lines, WARC, ninjs, NewsML-G2, NITF, plain text, and zip or gz of
    these. Of a DIR every such file is read. - is standard input.

    What is in the record already is not read again. Another text under the same address is a new version.
    Stop it at will: the same command goes on where it was. What cannot be read gets a line on standard error,
    the rest is added, and the exit code is 1.
    """
    from onrecord.adding import Options, Totals
    from onrecord.adding import add as added

    options = Options(jobs=jobs, knowledge=knowledge, learn=learn, fetch=fetch)
    stdin = sys.stdin.buffer if "-" in files else None
    totals = Totals()
    try:
        for one in followed(added(db, files, options, stdin=stdin), bar=sys.stderr.isatty() and not quiet):
            totals = one
    except KeyboardInterrupt:
        click.echo("onrecord: stopped. What was read is kept; the same command goes on from there.", err=True)
        context.exit(INTERRUPTED)
    except OnrecordError as exc:
        raise told(exc) from exc
    if as_json:
        import msgspec

        click.echo(msgspec.json.encode(totals))
    if not quiet:
        click.echo(f"{one_line(db)}: {summary(totals)}", err=True)
    context.exit(UNREAD if totals.unread else 0)


def followed(items: Iterator[object], *, bar: bool) -> "Iterator[Totals]":
    """The totals at the end of ``items``; what goes by is counted on standard error, what is unread told."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.text import Text

    from onrecord.adding import Added, Totals

    console = Console(stderr=True, highlight=False)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    seen: dict[str, int] = {}
    with Progress(*columns, console=console, transient=True, disable=not bar) as progress:
        task = progress.add_task("opening the record")
        for item in items:
            if isinstance(item, Totals):
                yield item
            elif isinstance(item, Added):
                seen[item.what] = seen.get(item.what, 0) + 1
                what = ", ".join(f"{number:,} {name}" for name, number in sorted(seen.items()))
                progress.update(task, description=f"{what}  {one_line(item.title or item.id)[:60]}")
            else:
                console.print(Text(f"onrecord: {one_line(str(item))}"), soft_wrap=True)


def summary(totals: "Totals") -> str:
    """What was done in a line of words.

    >>> from onrecord.adding import Totals
    >>> summary(Totals(new=40, same=2, changed=1, reprints=9))
    '40 new articles (9 reprints), 1 changed, 2 there already'
    """
    parts = [
        counted(totals.new, "new article"),
        f"{totals.changed:,} changed",
        f"{totals.same:,} there already",
    ]
    if totals.reprints:
        parts[0] += f" ({counted(totals.reprints, 'reprint')})"
    if totals.flawed:
        parts.append(f"{totals.flawed:,} with flaws")
    if totals.unread:
        parts.append(f"{totals.unread:,} not read")
    return ", ".join(parts)
