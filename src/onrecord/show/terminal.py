"""Readings -> pages for a terminal: the article with its statements marked, and a table of them."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from onrecord.reading import Reading
from onrecord.show.headline import differs, undated
from onrecord.show.listing import listing
from onrecord.show.order import nested
from onrecord.show.segments import Mark, Paragraph, Role, Segment, paragraphs
from onrecord.show.styles import STYLES, Brackets, brackets_for
from onrecord.show.totals import totals
from onrecord.show.visible import one_line

WIDEST = 100  # columns; longer lines lose the eye on its way back
LEGEND: dict[Role, str] = {"source": "who", "cue": "says how", "content": "what"}
SEVERITIES = ("dim", "yellow", "bold yellow", "bold red")
ASIDE = ("byline", "dateline", "caption", "keywords", "boilerplate")


def pages(readings: Iterable[Reading], console: Console, *, by_speaker: bool = False) -> Iterator[str]:
    """A page a reading, as wide and as colourful as ``console`` can show it."""
    brackets = brackets_for(console)
    console.width = min(console.width, WIDEST)
    for number, reading in enumerate(map(nested, readings)):
        with console.capture() as page:
            if number:
                console.print(Rule(style="dim"))
            else:
                console.print(Padding(_legend(brackets), (1, 2, 0, 2)))
            _print_text(reading, console, brackets)
            for part in listing(reading, brackets, by_speaker=by_speaker) if reading.statements else ():
                console.print(Padding(part, (0, 2, 0, 2)))
            _print_rest(reading, console)
        yield page.get()


def _print_text(reading: Reading, console: Console, brackets: Brackets) -> None:
    console.print()
    aside = list(_under_headline(reading))
    found = paragraphs(reading)
    if aside and not (found and found[0].kind == "headline"):
        console.print(Padding(Group(*aside), (0, 2, 1, 2)))
        aside = []
    for paragraph in found:
        drawn = _paragraph(reading.article.text, paragraph, brackets)
        console.print(Padding(Group(drawn, *aside), (0, 2, 1, 2)))
        aside = []


def _under_headline(reading: Reading) -> Iterator[RenderableType]:
    """In what the headline differs from what stands below it, and when an undated article is from."""
    if found := differs(reading):
        yield Text(f"{found.mark} {found.words}", SEVERITIES[found.severity])
        for difference in found.differences:
            yield Padding(Text(str(difference)), (0, 0, 0, 4))
    if guess := undated(reading):
        yield Text(f"No date given; {guess.words} (why stands below)", "italic")


def _print_rest(reading: Reading, console: Console) -> None:
    if reading.statements:
        console.print()
    console.print(Padding(Text(totals(reading), style="bold"), (0, 2, 0, 2)))
    if guess := undated(reading):
        console.print(Padding(Text("Why these dates"), (1, 2, 0, 2)))
        for quote, why in guess.evidence:
            words = f"“{quote.words}” " if quote else ""
            console.print(Padding(Text(words + why, "dim"), (0, 2, 0, 4)))
    for flaw in reading.flaws:
        console.print(
            Padding(Text(f"Odd in this text: {one_line(flaw.detail)}", style="yellow"), (0, 2, 0, 2))
        )
    console.print()


def _legend(brackets: Brackets) -> Text:
    legend = Text()
    for role, words in LEGEND.items():
        opening, closing = brackets.around(role, [1])
        legend.append(opening, STYLES["mark"]).append(words, STYLES[role]).append(closing, STYLES["mark"])
        legend.append("  ")
    return legend.append("numbered as in the list below each article", "dim")


def _paragraph(text: str, paragraph: Paragraph, brackets: Brackets) -> Text:
    drawn = Text(style="bold" if paragraph.kind == "headline" else "")
    for run in paragraph.runs:
        if drawn:
            drawn.append(" ")
        start = len(drawn)
        for segment in run.segments:
            _draw(drawn, text, segment, brackets)
        if run.kind in ASIDE:
            drawn.stylize("dim", start)
    return drawn


def _draw(drawn: Text, text: str, segment: Segment, brackets: Brackets) -> None:
    """Add a segment in the style of its innermost mark, with the brackets that open and close there."""
    for role, _ in _same(segment.opening):
        drawn.append(brackets.around(role)[0], STYLES["mark"])
    style = STYLES[segment.marks[-1].role] if segment.marks else None
    drawn.append(one_line(text[segment.start : segment.end]), style)
    for role, numbers in _same(segment.closing):
        drawn.append(brackets.around(role, sorted(numbers))[1], STYLES["mark"])


def _same(found: Iterable[Mark]) -> Iterator[tuple[Role, list[int]]]:
    """The roles of ``found`` with the numbers of the statements that have this very span in that role."""
    for (role, _, _), same in groupby(found, key=lambda mark: (mark.role, mark.start, mark.end)):
        yield role, [mark.number for mark in same]
