"""What stands under an answer: how many there are, where to go on, and what was probably meant."""

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from onrecord.entry import Source, Who
from onrecord.show.visible import one_line, shortened

LONGEST = 80  # characters of a name


def ending(answer: Any, noun: str) -> Iterator[Text]:
    """For an answer with nothing in it what to do, and for one with more to come how to go on."""
    if not answer.rows:
        asked = one_line(getattr(answer, "query", ""))
        yield Text(f"No {noun} matches {asked}." if asked else f"There is no {noun} in this record.")
    yield from going_on(answer)


def going_on(answer: Any) -> Iterator[Text]:
    """What was probably meant, and how to get what comes next."""
    if getattr(answer, "suggestions", ()):
        near = " or ".join(one_line(name) for name in answer.suggestions)
        yield Text(f"Nobody has that name. Did you mean {near}?")
    if answer.next:
        yield Text()
        yield Text(f"There are more: --after {one_line(answer.next)}", "dim")


def nobody(who: Who | None) -> str:
    """The name of somebody, or that there is none."""
    return shortened(one_line(who.name).strip(), LONGEST) if who and who.name.strip() else "nobody named"


def outlet(source: Source) -> str:
    """What an article is called by in a line: its outlet, else its title, else its id."""
    known = (one_line(part or "").strip() for part in (source.outlet, source.title, source.id))
    return shortened(next((part for part in known if part), ""), LONGEST)
