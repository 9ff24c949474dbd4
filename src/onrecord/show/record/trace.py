"""A statement followed back, on a terminal: the act of saying, and every report of it, first seen first."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from rich.console import Console, RenderableType
from rich.text import Text
from rich.tree import Tree

from onrecord.answer import Passed, Told, Trace
from onrecord.entry import Position, Who
from onrecord.show.chain import BETWEEN, Step
from onrecord.show.record.days import told
from onrecord.show.record.forms import Column, View, ascii_only
from onrecord.show.record.notes import nobody, outlet
from onrecord.show.record.signs import CHANGES, TAKEN_BACK, of_position, sure
from onrecord.show.styles import STYLES
from onrecord.show.totals import counted
from onrecord.show.visible import one_line, shortened

WORDS = 400  # characters of a report; all of them are in JSON


class Row(Struct, frozen=True):
    """A report as a row of a table; what is not known is empty."""

    utterance: str
    speaker: str
    said_on: str
    venue: str
    moment: str
    outlet: str
    title: str
    url: str
    article: str
    statement: str
    kind: str
    text: str
    chain: str
    copy_of: str
    copy_of_outlet: str
    agency: str
    superseded_by: str
    superseded_why: str
    why: str


def rows(trace: Trace) -> Iterator[Row]:
    """A row a report, in first-seen order."""
    return (_row(trace, report) for report in trace.reports)


def page(traces: Iterable[Trace], console: Console) -> Iterator[RenderableType]:
    """A tree: the saying, then its reports, and under each what is known of it."""
    plain = ascii_only(console)
    for trace in traces:
        yield Text()
        tree = Tree(_saying(trace, plain=plain), guide_style="dim")
        for position in trace.positions:
            tree.add(_position(position, trace.speaker, plain=plain))
        for number, report in enumerate(trace.reports, start=1):
            branch = tree.add(_report(number, report, trace))
            for detail in _details(report, plain=plain):
                branch.add(detail)
        yield tree
        if trace.found:
            yield Text()
            yield Text(f"This is {one_line(trace.found)}.", "dim")
        if trace.next:
            yield Text(f"There are more reports: --after {one_line(trace.next)}", "dim")


def _saying(trace: Trace, *, plain: bool) -> Text:
    said = trace.utterance
    day = said.said_on if said else None
    parts = [
        f"said on {told(day.value)} ({one_line(day.how)})"
        if day and day.how
        else told(day.value)
        if day
        else ""
    ]
    parts += [f"to {one_line(said.venue)}" if said and said.venue else ""]
    parts += [counted(len(said.reports) if said else len(trace.reports), "report")]
    text = Text.assemble((nobody(trace.speaker), STYLES["source"]))
    text.append(f"  {' · '.join(part for part in parts if part)}")
    if said and said.negated:
        text.append("\nThe speaker is said not to have said it.", "italic")
    if trace.superseded:
        by, why = one_line(trace.superseded.by), one_line(trace.superseded.why)
        text.append(f"\n{TAKEN_BACK[plain]} taken back by {by}: {why}", "italic")
    if said is None:
        text.append("\nNot linked with other reports yet.", "dim")
    return text


def _position(position: Position, speaker: Who | None, *, plain: bool) -> Text:
    """What it commits to, and whom, where that is somebody whom the speaker speaks for."""
    text = sure(of_position(position), position.value, plain=plain)
    if speaker is None or position.holder.id != speaker.id:
        text.append(f"  {one_line(position.holder.name)}:", STYLES["source"])
    return text.append(f"  {one_line(position.text)}").append(
        f"  {CHANGES[position.change][plain]} {position.change}", "dim"
    )


def _report(number: int, report: Told, trace: Trace) -> Text:
    """Who reported it, when that was first seen, and the words."""
    source = report.report
    about = [_moment(report.moment), source.kind, f"{source.article.id}/{source.statement}"]
    text = Text.assemble((f"{number}  ", "dim"), (outlet(source.article), "bold"))
    text.append(f"  {one_line(' · '.join(part for part in about if part))}", "dim")
    if f"{source.article.id}/{source.statement}" == trace.statement and len(trace.reports) > 1:
        text.append("  the one asked for", "italic")
    return text.append(f"\n{shortened(one_line(source.text), WORDS)}", STYLES["content"])


def _details(report: Told, *, plain: bool) -> Iterator[Text]:
    """Through whom the words came, of what their article is a copy, what replaced it, and why it is here."""
    if len(report.chain) > 1:
        line = Text()
        for place, hop in enumerate(report.chain, start=1):
            line.append(_hop(hop), "" if hop.explicit else "dim")
            line.append(BETWEEN if place < len(report.chain) else "", "dim")
        yield line
    if report.original:
        yield Text(f"a copy of {outlet(report.original)} ({one_line(report.original.id)})")
    if report.agency:
        yield Text(f"in the words of {one_line(report.agency)}")
    if report.superseded:
        by, why = one_line(report.superseded.by), one_line(report.superseded.why)
        yield Text(f"{TAKEN_BACK[plain]} its article was replaced by {by}: {why}", "italic")
    if report.why:
        yield Text(one_line(report.why), "dim")
    if report.report.article.url:
        yield Text(one_line(report.report.article.url), "dim")


def _hop(hop: Passed) -> str:
    return str(Step(shortened(one_line(hop.name).strip(), 80), hop.relation, hop.explicit))


def _moment(moment: str | None) -> str:
    """A moment of the record for people: "2 Mar 2031, 08:00 UTC"."""
    day = told(moment)
    clock = (moment or "")[11:16]
    return f"{day}, {clock} UTC" if clock and (moment or "").endswith("Z") else day


def _row(trace: Trace, report: Told) -> Row:
    said, source, taken = trace.utterance, report.report, report.superseded
    return Row(
        utterance=said.id if said else "",
        speaker=trace.speaker.name if trace.speaker else "",
        said_on=said.said_on.value if said and said.said_on else "",
        venue=(said.venue if said else None) or "",
        moment=report.moment or "",
        outlet=source.article.outlet or "",
        title=source.article.title or "",
        url=source.article.url or "",
        article=source.article.id,
        statement=source.statement,
        kind=source.kind,
        text=source.text,
        chain=BETWEEN.join(map(_hop, report.chain)),
        copy_of=report.original.id if report.original else "",
        copy_of_outlet=(report.original.outlet if report.original else None) or "",
        agency=report.agency or "",
        superseded_by=taken.by if taken else "",
        superseded_why=taken.why if taken else "",
        why=report.why or "",
    )


VIEW = View(
    page=page,
    flat=rows,
    row=Row,
    columns=(
        Column("moment"),
        Column("outlet", 2),
        Column("kind"),
        Column("text", 5),
        Column("chain", 3),
        Column("copy_of_outlet", 2),
    ),
    rows="reports",
)
