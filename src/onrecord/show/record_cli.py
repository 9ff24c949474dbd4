"""The commands that ask a record: search, timeline, trace, compare, people, stats, and its layers."""

from collections.abc import Iterator
from typing import Literal

import click

from onrecord.show.people_cli import people
from onrecord.show.record.options import (
    ANSWERS,
    LAYERS,
    TIMELINES,
    Asked,
    asking,
    query_argument,
    statement_argument,
)

Layer = Literal["utterances", "events", "positions", "reprints"]


@click.command(
    short_help="Find statements: who said it, when, the words, how sure.",
    epilog="""\b
Examples:
  onrecord search news.db 'who:"Ida Sol" pier'
  onrecord search news.db 'stance:maybe about:strike since:2031-03' --csv -o found.csv
  onrecord search news.db --all --nl pier | jq -r .id""",
)
@asking(ANSWERS, limit=20)
@query_argument
@click.option("--all", "whole", is_flag=True, help="All that match, not only the first ones.")
@click.option("--every", is_flag=True, help="Each report of what was said, also in articles replaced since.")
def search(asked: Asked, query: str, *, whole: bool, every: bool) -> Iterator[bytes]:
    """Find statements: who said it, when, in whose report, the words, and how sure.

    DB is a record that onrecord add has made: a file, or postgresql://name@host/database. QUERY is words
    and fields like who: about: stance: since: (docs/query.md has them all). Put it in single quotes, and --
    before one that begins with a minus. - reads it from standard input, and no query finds everything.

    An act of saying comes once, however many articles report it.
    """
    from onrecord import records
    from onrecord.show.record.search import VIEW

    return asked.written(
        lambda limit, after: records.search(asked.db, query, limit=limit, after=after, every=every),
        VIEW,
        whole=whole,
    )


@click.command(
    short_help="Show how positions moved, event by event, with a plot.",
    epilog="""\b
Examples:
  onrecord timeline news.db 'who:Sol about:"pier opens"'
  onrecord timeline news.db 'who:Sol about:"pier opens"' -o timeline.svg
  onrecord timeline news.db about:pier --csv -o positions.csv""",
)
@asking(TIMELINES, limit=200)
@query_argument
def timeline(asked: Asked, query: str) -> Iterator[bytes]:
    """Show how positions moved: by event and holder, each step with its words, and a plot.

    A position is what somebody is committed to about an event as of one act of saying. Each says what
    changed: first, firmer, softer, reversed, repeated, corrected, disavowed. What was taken back stays,
    crossed out, with what took it back. A day that is not known exactly is told and drawn as what is known
    of it: "about 2–4 Mar", "by 4 Mar". --limit counts positions. DB and QUERY are as for onrecord search.
    """
    from onrecord import records
    from onrecord.show.record.timeline import VIEW

    return asked.written(
        lambda limit, after: records.timeline(asked.db, query, limit=limit, after=after), VIEW
    )


@click.command(
    short_help="Follow a statement back to its first saying.",
    epilog="""\b
Examples:
  onrecord trace news.db 9f2c4a1b5d6e7f80/s1
  onrecord trace news.db 'https://example.org/pier#s4'
  onrecord trace news.db 'who:Sol "not ruled out"'""",
)
@asking(ANSWERS, limit=200)
@statement_argument
def trace(asked: Asked, asked_for: str) -> Iterator[bytes]:
    """Follow one statement back to its first saying, with every report of it in first-seen order.

    STATEMENT is an id as search shows it, or an article's address, # and the statement in it. Of a QUERY the
    best hit is followed. - reads either from standard input.

    Each report comes with its outlet, the moment, the words, through whom they came, of which article its
    own is a copy, what replaced it, and why it belongs to this act of saying.
    """
    from onrecord import records
    from onrecord.show.record.trace import VIEW

    return asked.written(
        lambda limit, after: records.trace(asked.db, asked_for, limit=limit, after=after), VIEW
    )


@click.command(
    short_help="Compare two speakers, or one then and now.",
    epilog="""\b
Examples:
  onrecord compare news.db who:Sol who:Berg
  onrecord compare news.db 'who:Sol about:pier' --at 2031-03
  onrecord compare news.db who:Sol who:Berg --either --csv""",
)
@asking(ANSWERS, limit=50)
@click.argument("left", metavar="QUERY")
@click.argument("right", metavar="[QUERY]", required=False)
@click.option(
    "--at", "day", metavar="DATE", help="With one query: before that day, month or year, and since."
)
@click.option("--either", is_flag=True, help="Events, too, on which only one side has a position.")
def compare(asked: Asked, left: str, right: str | None, *, day: str | None, either: bool) -> Iterator[bytes]:
    """Compare two speakers, or one speaker then and now, event by event.

    Of each side the position counts that was in force last. What was taken back counts only where there is
    nothing else.
    """
    from onrecord import records
    from onrecord.show.record.compare import VIEW

    if right is None and day is not None:
        left, right = records.then_and_now(left, day)
    elif right is None or day is not None:
        usage = "who:Sol who:Berg, or who:Sol --at 2031-03"
        raise click.UsageError(f"Give two queries, or one and --at DATE: {usage}")
    one, other = left, right
    return asked.written(
        lambda limit, after: records.compare(asked.db, one, other, limit=limit, after=after, either=either),
        VIEW,
    )


@click.command(
    short_help="Count who is given the word, by outlet or month.",
    epilog="""\b
Examples:
  onrecord stats news.db
  onrecord stats news.db --by month 'who:Sol'
  onrecord stats news.db about:pier --csv -o outlets.csv""",
)
@asking(ANSWERS, limit=50)
@query_argument
@click.option("--by", type=click.Choice(["outlet", "month"]), default="outlet", show_default=True)
def stats(asked: Asked, query: str, *, by: Literal["outlet", "month"]) -> Iterator[bytes]:
    """Count who is given the word, by outlet or month, over the statements that match.

    Statements, acts of saying, speakers, the share of statements whose speaker has no name, of direct,
    indirect and mixed speech, and the share of articles that are copies. Every report counts.
    """
    from onrecord import records
    from onrecord.show.record.stats import VIEW

    return asked.written(
        lambda limit, after: records.stats(asked.db, query, by, limit=limit, after=after), VIEW
    )


def _layer(name: Layer, told: str) -> click.Command:
    """The command that lists one of the record's own layers."""

    @click.command(
        name,
        short_help=told,
        help=f"{told}\n\nWith a QUERY those that it matches. Each has its id, the articles that it rests on "
        "with their addresses, the places in them, and why.",
        epilog=f"\b\nExamples:\n  onrecord {name} news.db --nl > {name}.jsonl\n"
        f"  onrecord {name} news.db 'since:2031-03' --csv -o {name}.csv",
    )
    @asking(LAYERS)
    @query_argument
    def command(asked: Asked, query: str) -> Iterator[bytes]:
        from onrecord import records
        from onrecord.show.record.layers import layer_written

        return layer_written(records.layer(asked.db, name, query), name, asked.form, asked.path)

    return command


COMMANDS = (
    search,
    timeline,
    trace,
    compare,
    people,
    stats,
    _layer("utterances", "List the acts of saying, each with all its reports."),
    _layer("events", "List the events, with all mentions and what became of each."),
    _layer("positions", "List everybody's positions on events, in order of saying."),
    _layer("reprints", "List the articles that others copy, each with its copies."),
)
