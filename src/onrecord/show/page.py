"""Readings -> one page for a browser that needs nothing but itself."""

from collections.abc import Iterable, Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord import __version__
from onrecord.reading import Reading
from onrecord.show.totals import counted
from onrecord.show.view import title, view

LIT = 300  # statements and claims that light up: a rule each, which costs a browser as much as the page
BUFFERED = 200  # pieces of the template's output at once


def page(readings: Iterable[Reading], *, by_speaker: bool = False) -> Iterator[bytes]:
    """The page, with a table of contents where there are several articles.

    No script, no font, no request: it can be sent by mail, printed, or kept for as long as there are
    browsers. A policy in its head says so too, should an article ever smuggle in a tag.
    """
    found = list(readings)
    statements = sum(len(reading.statements) for reading in found)
    counts = f"{counted(len(found), 'article')}, {counted(statements, 'statement')}"
    stream = (
        _environment()
        .get_template("page.html")
        .stream(
            heading=title(found[0]) if len(found) == 1 else counts,
            counts=counts,
            contents=[(title(reading), counted(len(reading.statements), "statement")) for reading in found],
            articles=(
                view(reading, number, by_speaker=by_speaker) for number, reading in enumerate(found, start=1)
            ),
            by_speaker=by_speaker,
            chained=any(reading.agents for reading in found),
            claimed_any=any(reading.claims for reading in found),
            lit=_most(len(reading.statements) for reading in found),
            lit_claims=_most(len(reading.claims) for reading in found),
            lit_differences=_most(len(reading.headline.differences) for reading in found if reading.headline),
            version=__version__,
        )
    )
    stream.enable_buffering(BUFFERED)
    for part in stream:
        yield part.encode()


def _most(counts: Iterable[int]) -> int:
    return min(LIT, max(counts, default=0))


def _environment() -> Environment:
    """Everything from an article is escaped, and a misspelt name in the template is an error."""
    return Environment(
        loader=PackageLoader("onrecord.show", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
