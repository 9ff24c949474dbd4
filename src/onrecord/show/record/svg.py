"""A timeline as one SVG file: words as words, light and dark, any width, no script, nothing fetched."""

from collections.abc import Iterator, Sequence

from onrecord.answer import Line, Step, Timeline
from onrecord.show.record.axis import axis
from onrecord.show.record.days import bounds, when
from onrecord.show.record.drawing import (
    FADING,
    LEADING,
    MARGIN,
    NARROW,
    STYLE,
    WIDE,
    Sheet,
    safe,
)
from onrecord.show.record.notes import nobody, outlet
from onrecord.show.record.signs import CHANGES, CLOSED, of_position
from onrecord.show.record.svg_plot import BESIDE, RIGHT, WORDS, Frame, plot, said
from onrecord.show.record.told import about, by_event, moves, named, outcome, taken_back
from onrecord.show.totals import counted
from onrecord.show.visible import one_line, shortened

INDENT = 22  # pixels that words stand to the right of their number
DESCRIBED = 60  # positions that the description lists


def svg(timeline: Timeline) -> str:
    """``timeline`` as an SVG document; the same timeline is the same document, byte by byte.

    It is laid out twice, for a wide and a narrow screen, since words in an SVG do not break by themselves.
    """
    wide, narrow = (_laid_out(timeline, Sheet(layout, y=14)) for layout in (WIDE, NARROW))
    return "".join(_document(timeline, wide, narrow))


def _laid_out(timeline: Timeline, sheet: Sheet) -> Sheet:
    sheet.words(f"Positions: {timeline.query}" if timeline.query else "Positions", "h1")
    for lines in by_event(timeline.rows):
        _event(lines, sheet)
    if not timeline.rows:
        sheet.words("No position matches.", leading=30)
    if timeline.next:
        sheet.words("There are more positions than these.", "quiet", leading=30)
    sheet.down(28)
    return sheet


def _document(timeline: Timeline, wide: Sheet, narrow: Sheet) -> Iterator[str]:
    yield '<svg xmlns="http://www.w3.org/2000/svg" class="onrecord" role="img" aria-labelledby="t d" '
    yield f'width="100%" height="{wide.y:g}">\n'
    yield f'<title id="t">{safe(_title(timeline))}</title>\n'
    yield f'<desc id="d">{safe(_described(timeline))}</desc>\n'
    yield f"<style>{STYLE.replace('HEIGHT', f'{narrow.y:g}')}</style>\n{FADING}\n"
    yield '<rect class="paper" width="100%" height="100%"/>\n'
    for sheet in (wide, narrow):
        yield f'<g class="{sheet.layout.name}">\n'
        yield "\n".join(sheet.parts)
        yield "\n</g>\n"
    yield "</svg>\n"


def _title(timeline: Timeline) -> str:
    holders = dict.fromkeys(nobody(line.holder) for line in timeline.rows)
    some = ", ".join(list(holders)[:3]) + (" and others" if len(holders) > 3 else "")
    return f"How positions moved: {some}" if some else "How positions moved"


def _described(timeline: Timeline) -> str:
    """The timeline in words, for who does not see it."""
    told = []
    for one in timeline.rows:
        told.append(f"{nobody(one.holder)} on {named(one.event)}:")
        told += [f"{said(step)}: {shortened(one_line(step.position.text), WORDS)}." for step in one.steps]
        told += [f"It {outcome(one.event.outcome)}."] if one.event.outcome else []
    more = f" And {len(told) - DESCRIBED:,} more." if len(told) > DESCRIBED else ""
    return " ".join(told[:DESCRIBED]) + more


def _event(lines: Sequence[Line], sheet: Sheet) -> None:
    event = lines[0].event
    sheet.down(18)
    sheet.words(named(event), "h2", leading=24)
    if told := about(event):
        sheet.words(told, "quiet", leading=20)
    if event.outcome:
        sheet.words(f"{CLOSED[event.outcome.happened][0]} {outcome(event.outcome)}")
    span = axis(lines)
    right = BESIDE if any(bounds(step) is None for one in lines for step in one.steps) else RIGHT
    for one in lines:
        sheet.down(14)
        some = "" if one.whole else ", some of them"
        sheet.words(f"{nobody(one.holder)} · {counted(len(one.steps), 'position')}{some}", "h3", leading=20)
        if span and moves(one):
            plot(one, Frame(span, sheet, right), sheet)
        for number, step in enumerate(one.steps, start=1):
            _listed(number, step, one, sheet)


def _listed(number: int, step: Step, one: Line, sheet: Sheet) -> None:
    """A position in words under its plot."""
    position, degree = step.position, of_position(step.position)
    gone = " gone" if position.superseded else ""
    sheet.down(LEADING + 8)
    sheet.add(
        f'<text class="{gone.strip()}" x="{MARGIN}%" y="{sheet.y:g}">{number}. {safe(when(step))}  '
        f'<tspan class="{degree.side}">{safe(str(degree))}</tspan> '
        f'<tspan class="quiet">{position.value}  {CHANGES[position.change][0]} {position.change}</tspan>'
        "</text>"
    )
    sheet.words(position.text, gone, indent=INDENT)
    reports = f" · {counted(position.reports, 'report')}" if position.reports > 1 else ""
    sheet.words(f"{outlet(position.article)}{reports}", "quiet", indent=INDENT)
    if position.superseded:
        sheet.words(f"× {taken_back(one, step)}", "quiet", indent=INDENT)
