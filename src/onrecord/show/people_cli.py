"""The command `onrecord people`: who is in a record, and who is who."""

import getpass
from collections.abc import Callable, Iterator
from typing import Any

import click

from onrecord.errors import OnrecordError
from onrecord.show.record.options import ANSWERS, Asked, asking, query_argument
from onrecord.show.record.running import told


class _People(click.Group):
    """`people DB [QUERY]` lists; `people DB merge ...` is its command merge, for the record comes first."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Turns "DB merge A B" into "merge DB A B", and what names no command into a listing."""
        given = list(args)
        if len(given) > 1 and given[1] in self.commands:
            given[:2] = given[1], given[0]
        elif given and given[0] not in {*self.commands, "-h", "--help"}:
            given.insert(0, "list")
        return super().parse_args(context, given)


@click.group(
    cls=_People,
    short_help="List the people of a record; merge, split, undo.",
    options_metavar="",
    subcommand_metavar="DB [QUERY]... | DB merge|split|undo|judgements ...",
    epilog="""\b
Examples:
  onrecord people news.db
  onrecord people news.db who:sol --csv
  onrecord people news.db merge ida-sol i-sol --why 'one harbour master'
  onrecord people news.db split ida-sol ida-sol_2 --why 'mother and daughter' --by desk
  onrecord people news.db judgements
  onrecord people news.db undo 3 --why 'another Sol after all'""",
)
def people() -> None:
    """List the people of a record, and say who is who: merge, split, undo.

    What you decide is kept with your name, the day and the reason. It goes before what onrecord thinks
    itself, and can be taken back.
    """


@people.command(
    "list",
    epilog="""\b
Examples:
  onrecord people news.db
  onrecord people news.db 'about:pier stance:against' --limit 5""",
)
@asking(ANSWERS, limit=50)
@query_argument
def listed(asked: Asked, query: str) -> Iterator[bytes]:
    """List people with their ids, names, roles and days, those who say most first.

    A query of a name alone (who:sol) finds who is called so, speaking or spoken of; any other finds those
    who said what matches.
    """
    from onrecord import records
    from onrecord.show.record.people import VIEW

    return asked.written(lambda limit, after: records.people(asked.db, query, limit=limit, after=after), VIEW)


def _deciding(command: Callable[..., Any]) -> Callable[..., Any]:
    """What every decision takes: in which record, by whom, and why."""
    reason = "The reason, for whoever comes after you."
    for option in (
        click.option("--by", metavar="NAME", help="Who decides: you, unless you say otherwise."),
        click.option("--why", metavar="TEXT", required=True, help=reason),
        click.argument("db", metavar="DB"),
    ):
        command = option(command)
    return command


@people.command(epilog="Example: onrecord people news.db merge ida-sol i-sol --why 'one harbour master'")
@_deciding
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
def merge(db: str, one: str, other: str, why: str, by: str | None) -> None:
    """Say that A and B, ids as onrecord people shows them, are one."""
    from onrecord import records

    _decide(lambda: records.judge(db, "same", one, other, by=by or _me(), why=why))


@people.command(epilog="Example: onrecord people news.db split ida-sol ida-sol_2 --why 'her daughter'")
@_deciding
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
def split(db: str, one: str, other: str, why: str, by: str | None) -> None:
    """Say that A and B are two, where onrecord takes them for one."""
    from onrecord import records

    _decide(lambda: records.judge(db, "different", one, other, by=by or _me(), why=why))


@people.command(epilog="Example: onrecord people news.db undo 3 --why 'another Sol after all'")
@_deciding
@click.argument("number", metavar="NUMBER", type=click.IntRange(min=1))
def undo(db: str, number: int, why: str, by: str | None) -> None:
    """Take back the judgement of that NUMBER; it stays on the list."""
    from onrecord import records

    _decide(lambda: records.undo(db, number, by=by or _me(), why=why))


@people.command(epilog="Example: onrecord people news.db judgements --csv")
@asking(ANSWERS)
def judgements(asked: Asked) -> Iterator[bytes]:
    """List what was decided about who is who: by whom, when and why."""
    from onrecord import records
    from onrecord.show.record.people import JUDGEMENTS, Decided

    return asked.written(lambda *_: Decided(tuple(records.judgements(asked.db))), JUDGEMENTS)


def _decide(judge: Callable[[], Any]) -> None:
    """Decide, and say what was decided."""
    from rich.console import Console

    from onrecord.show.record.people import decided

    try:
        made = judge()
    except OnrecordError as exc:
        raise told(exc) from exc
    Console(highlight=False).print(decided(made), soft_wrap=True)


def _me() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # nobody has a name where there are no accounts, as in some containers
        return "somebody"
