"""Events and what became of them in words, for every page that names one."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from onrecord.answer import Line, Step, Topic
from onrecord.entry import Outcome
from onrecord.show.record.days import bounds, told
from onrecord.show.record.notes import outlet
from onrecord.show.record.signs import CLOSED
from onrecord.show.visible import one_line, shortened
from onrecord.show.when import when as in_time

NAMED = 120  # characters of an event's label
SEVERAL = 6  # names that a line lists


def by_event(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines of a timeline with those of one event together; the event that comes first is the first."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.event.id, []).append(line)
    return list(found.values())


def heading(event: Topic, *, plain: bool = False) -> Iterator[Text]:
    """What an event is, when it is to be and who takes part, and what became of it."""
    yield Text(named(event), "bold")
    if told := about(event):
        yield Text(told, "dim")
    if event.outcome:
        yield Text(f"{CLOSED[event.outcome.happened][plain]} {outcome(event.outcome)}", "bold")


def about(event: Topic) -> str:
    """The type of an event, when it is to be, and who takes part."""
    kind = " ".join(part for part in (event.type, event.mode) if part).lower()
    people = [one_line(name) for name in event.names[:SEVERAL]]
    people += ["and others"] if len(event.names) > SEVERAL else []
    parts = [one_line(kind), in_time(event.time, {}, ""), ", ".join(people)]
    return " · ".join(part for part in parts if part)


def named(event: Topic) -> str:
    """What an event is called."""
    return shortened(one_line(event.label or "").strip(), NAMED) or one_line(
        event.mode or event.type or event.id
    )


def outcome(found: Outcome) -> str:
    """What became of an event, and who says so."""
    happened = "took place" if found.happened else "did not take place"
    on = f" on {told(found.on)}" if found.on else ""
    return f"{happened}{on}, as {outlet(found.article)} reports"


def moves(line: Line) -> bool:
    """Whether there is more than one position: of one, a plot would show no more than its words."""
    return len(line.steps) > 1


def taken_back(line: Line, step: Step) -> str:
    """When or by what a position was taken back, as far as a reader knows it, and why."""
    found = step.position.superseded
    if found is None:
        return ""
    later = next((other for other in line.steps if other.position.utterance == found.by), None)
    days = bounds(later) if later else None
    told = f"{'on ' if days.exact else ''}{days.told()}" if days else f"by {one_line(found.by)}"
    return f"taken back {told}: {one_line(found.why)}"
