"""The plot in the SVG of a timeline: a frame of days and values, the positions, and the way between them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from onrecord.answer import Line, Step
from onrecord.show.record.axis import Axis, ticks
from onrecord.show.record.days import bounds, parsed, short, when
from onrecord.show.record.drawing import SHAPES, Sheet, line, rule, safe
from onrecord.show.record.signs import CLOSED, SCALE, of_position, row
from onrecord.show.record.told import outcome
from onrecord.show.visible import one_line, shortened

RIGHT = 96.0  # per cent of the width, where plots end
BESIDE = 86.0  # where the axis ends if something has no date
ROW = 26  # pixels from one value to the next
FADE = 40  # pixels over which a bar fades out whose end is not known
WORDS = 300  # characters of what a position says, for who points at it


class Frame:
    """Where days and values are on the sheet."""

    def __init__(self, span: Axis, sheet: Sheet, right: float) -> None:
        self.axis = span
        self.top = sheet.y + 30
        self.left = sheet.layout.left
        self.right = right

    def x(self, day: date) -> float:
        """Per cent of the width; what is at an end keeps away from it."""
        return self.left + 3 + self.axis.at(day) * (self.right - self.left - 6)

    def y(self, value: str) -> float:
        """Pixels from above."""
        return self.top + row(value) * ROW

    @property
    def bottom(self) -> float:
        """The axis."""
        return self.top + (len(SCALE) - 0.4) * ROW


def plot(one: Line, frame: Frame, sheet: Sheet) -> None:
    """Draw the positions of one holder in ``frame``, and leave ``sheet`` below it."""
    _scale(frame, sheet)
    _closed(one, frame, sheet)
    standing = [step for step in one.steps if bounds(step) and not step.position.superseded]
    for step, later in pairwise(standing):
        _way(step, later, frame, sheet)
    for step in one.steps:
        _bar(step, frame, sheet)
    spots = _spots(one.steps, frame)
    for number in sorted(spots, key=lambda number: one.steps[number - 1].position.superseded is None):
        sheet.add(_mark(one.steps[number - 1], *spots[number]))
    same: dict[tuple[float, float], list[int]] = defaultdict(list)
    for number, spot in spots.items():
        same[spot].append(number)
    for (x, y), numbers in same.items():
        sheet.add(line(", ".join(map(str, numbers)), x, y - 7, "nth", indent=6))
    if any(bounds(step) is None for step in one.steps):
        sheet.add(line("no date", BESIDE + 7.5, frame.bottom + 18, "tick"))
    sheet.y = frame.bottom + 26


def _spots(steps: Sequence[Step], frame: Frame) -> dict[int, tuple[float, float]]:
    """Where each position stands, by its number; what has no date stands behind the axis, side by side."""
    undated = [number for number, step in enumerate(steps, start=1) if bounds(step) is None]
    found = {}
    for number, step in enumerate(steps, start=1):
        days = bounds(step)
        beside = BESIDE + 3 + 9 * (undated.index(number) + 0.5) / len(undated) if days is None else 0
        found[number] = (frame.x(days.middle) if days else beside, frame.y(step.position.value))
    return found


def _closed(one: Line, frame: Frame, sheet: Sheet) -> None:
    """The day on which it was decided."""
    closed = one.event.outcome
    on = parsed(closed.on) if closed else None
    if closed and on:
        at = frame.x(on)
        title = f"<title>{safe(outcome(closed))}</title>"
        sheet.add(f"<g>{title}{rule(at, frame.top - 14, at, frame.bottom, 'closed')}</g>")
        told = f"{CLOSED[closed.happened][0]} {short(on, year=False)}"
        sheet.add(line(told, at, frame.top - 19, "tick"))


def _scale(frame: Frame, sheet: Sheet) -> None:
    for value, word in SCALE:
        sheet.add(rule(frame.left, frame.y(value), frame.right, frame.y(value), "row"))
        sheet.add(line(word, frame.left, frame.y(value) + 4, "scale", indent=-8))
    sheet.add(rule(frame.left, frame.bottom, frame.right, frame.bottom, "axis"))
    for tick in ticks(frame.axis, sheet.layout.labels):
        at = frame.x(tick.day)
        sheet.add(rule(at, frame.bottom, at, frame.bottom + 5, "axis"))
        sheet.add(line(tick.label, at, frame.bottom + 18, "tick"))


def _way(step: Step, later: Step, frame: Frame, sheet: Sheet) -> None:
    """From one position to the next: along its value, and on the day of the next one over to that."""
    days, then = bounds(step), bounds(later)
    if days is None or then is None:
        return
    start, end = frame.x(days.middle), frame.x(then.middle)
    above, below = frame.y(step.position.value), frame.y(later.position.value)
    sheet.add(rule(start, above, end, above, "way"))
    if above != below:
        sheet.add(rule(end, above, end, below, "way"))


def _bar(step: Step, frame: Frame, sheet: Sheet) -> None:
    """The days between which it was said, as far as that is more than one."""
    days, y = bounds(step), frame.y(step.position.value)
    if days is None or days.exact:
        return
    side = of_position(step.position).side
    start, end = frame.x(days.first), frame.x(days.last)
    if not days.open:
        sheet.add(
            f'<rect class="bar {side}" x="{start:.2f}%" y="{y - 5:g}" width="{end - start:.2f}%" '
            'height="10" rx="5"/>'
        )
        return
    begin = -FADE if days.open == "before" else 0
    fading = (
        f'<rect class="bar {side}" x="{begin}" y="-5" width="{FADE}" height="10" mask="url(#{days.open})"/>'
    )
    sheet.add(f'<svg x="{start:.2f}%" y="{y:g}" overflow="visible">{fading}</svg>')


def _mark(step: Step, x: float, y: float) -> str:
    side = of_position(step.position).side
    gone = " gone" if step.position.superseded else ""
    cross = '<path d="M-9-9 9 9"/>' if gone else ""
    title = safe(f"{said(step)}: {shortened(one_line(step.position.text), WORDS)}")
    return (
        f'<svg x="{x:.2f}%" y="{y:g}" overflow="visible"><g class="mark {side}{gone}"><title>{title}</title>'
        f"{SHAPES[side]}{cross}</g></svg>"
    )


def said(step: Step) -> str:
    """When, how sure, and what changed, in words."""
    position = step.position
    gone = ", taken back" if position.superseded else ""
    return f"{when(step)}, {of_position(position).word} ({position.value}), {position.change}{gone}"
