"""The command `onrecord`."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord import __version__
from onrecord.show.add_cli import add as adding
from onrecord.show.format_options import format_options, output_option, target
from onrecord.show.formats import (
    CLAIMS_FORMATS,
    FORMATS,
    SUFFIXES,
    WHO_FORMATS,
    WHO_SUFFIXES,
    agents_written,
    claims_written,
    written,
)
from onrecord.show.record_cli import COMMANDS
from onrecord.show.run import INTERRUPTED, STDIN, Files, run

Command = TypeVar("Command", bound=Callable[..., Any])


class Commands(click.Group):
    """The commands; one that is stopped before it has begun ends as one that is stopped later."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run what was asked for; what a shell calls SIGINT is the exit code of what was stopped."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  onrecord read article.txt
  onrecord add news.db articles/ feed.xml
  onrecord search news.db 'who:"Ida Sol" pier'""",
)
@click.version_option(__version__, message="onrecord %(version)s")
def main() -> None:
    """Read news reports and keep the record: who said what, through whom, and in whose words."""


for command in (adding, *COMMANDS):
    main.add_command(command)


def reading_options(command: Command) -> Command:
    """What every command that reads articles takes: the files, where to write, what is known, how fast."""
    options: list[Callable[[Command], Command]] = [
        click.argument("files", nargs=-1, metavar="FILE|DIR|-...", type=click.Path(path_type=Path)),
        output_option,
        click.option(
            "--knowledge",
            metavar="FILE.csv",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="Office holders of your own (person,office,of,from,to), before those that onrecord knows.",
        ),
        click.option(
            "-j",
            "--jobs",
            metavar="N",
            type=click.IntRange(min=1),
            default=1,
            show_default=True,
            help="Read N articles at a time.",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@main.command(short_help="Find each statement: who, through whom, in whose words.")
@format_options(FORMATS)
@click.option(
    "--claims",
    is_flag=True,
    expose_value=False,
    callback=lambda context, _, given: context.meta.update(claims=given),
    help="Instead of whole readings, a row a claim: who holds it, how sure, about what, by which words.",
)
@click.option(
    "--by",
    type=click.Choice(["speaker"]),
    help="Group what is said in each article by who says it. JSON of readings keeps the order of the text.",
)
@reading_options
@click.pass_context
def read(
    context: click.Context,
    files: Files,
    output: Path | None,
    by: str | None,
    knowledge: Path | None,
    jobs: int,
) -> None:
    """Find each statement in news reports: who, through whom, the cue, the words.

    FILE is a report as plain text, or JSON lines with "text" (or "headline" and "body"). Of a DIR every
    such file is read. - is standard input.

    \b
    Examples:
      onrecord read article.txt
      onrecord read --html -o page.html articles/
      onrecord read --by speaker --csv -o said.csv articles/
      onrecord read wire.jsonl --nl | jq .statements
      onrecord read --claims --csv -o claims.csv articles/
      curl -s https://example.org/report.txt | onrecord read -

    Each statement comes with its chain, outermost first, as in "article < [Corvana] < Daily Meridian
    (interview) < Inga Roos, for the harbour board". [Square brackets] say that a hop is not said at this
    statement but holds from elsewhere in the article.

    With --by speaker, each article's speakers come one after the other, most statements first, and what
    nobody could be given last: under headings on a page and in a table, as rows in that order in CSV.

    With --claims there is a row for each claim and whoever says it: the holder, how sure ("says so",
    "likely", "denies", "does not know", with the value of FactBank), the act, the claim, its event and time,
    and the words that this rests on. Others that the words came through have a row where they say something
    of their own ("falsely claims"). It comes as --table, --json, --nl or --csv.

    What cannot be read gets a line on standard error, the rest is read, and the exit code is 1. In CSV an
    apostrophe stands before a cell that a spreadsheet would take for a formula; JSON has the exact words.
    """
    claims = context.meta["claims"]
    suffixes, on_screen = (WHO_SUFFIXES, "table") if claims else (SUFFIXES, "page")
    _wanted(files, context)
    output, form = target(context, output, suffixes, on_screen)
    if claims and form not in CLAIMS_FORMATS:
        raise click.UsageError(
            f"--claims and --{form} exclude each other: choose --{', --'.join(CLAIMS_FORMATS)}."
        )
    writer = claims_written if claims else written
    write = partial(writer, form=form, path=output, by_speaker=by == "speaker")
    context.exit(run(files or (STDIN,), write, output=output, jobs=jobs, knowledge=knowledge))


@main.command(short_help="List who speaks in news reports.")
@format_options(WHO_FORMATS)
@reading_options
@click.pass_context
def who(context: click.Context, files: Files, output: Path | None, knowledge: Path | None, jobs: int) -> None:
    """List who speaks in news reports: the agents of all of them, most statements first.

    FILE, DIR and - are as for onrecord read. Each agent comes with its kind (person, organization, group,
    document, unnamed), the role and organization that most articles give it, for whom it speaks, how often
    it is mentioned, how many statements it makes, and in how many articles it is.

    \b
    Examples:
      onrecord who articles/
      onrecord who --csv -o who.csv articles/ wire.jsonl
      onrecord who articles/ --nl | jq 'select(.statements > 9).name'

    Agents of several articles are one where both the kind and the name are the same, and the name is a
    person's full name (two words or more) or an organization's; a person with a shorter name is the same
    only in the same organization. What is only described ("her office", "the board"), groups, documents and
    unnamed sources are never the same in two articles: "critics" are not always the same critics.
    "article" is what the articles say in their own voice.

    What cannot be read gets a line on standard error, the rest is read, and the exit code is 1.
    """
    _wanted(files, context)
    output, form = target(context, output, WHO_SUFFIXES, "table")
    write = partial(agents_written, form=form, path=output)
    context.exit(run(files or (STDIN,), write, output=output, jobs=jobs, knowledge=knowledge))


def _wanted(files: Files, context: click.Context) -> None:
    """Nobody waits for an article that is not typed in."""
    if not files and sys.stdin.isatty():
        example = f"onrecord {context.info_name} article.txt"
        raise click.UsageError(f"Name a file, a folder, or - for standard input: {example}")
