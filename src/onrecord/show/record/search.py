"""Statements that were found, on a terminal: who, when, in whose report, the words, and how sure."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.answer import Answer, Claimed, Hit
from onrecord.show.record.days import told
from onrecord.show.record.forms import Column, View, ascii_only
from onrecord.show.record.notes import ending, nobody, outlet
from onrecord.show.record.signs import of_claim, sure
from onrecord.show.styles import STYLES
from onrecord.show.totals import counted
from onrecord.show.visible import one_line, shortened

WORDS = 400  # characters of a statement; all of it is in JSON
CLAIMS = 4  # that are listed under a statement


class Row(Struct, frozen=True):
    """A statement as a row of a table, or each of its claims that was found; what is not known is empty."""

    id: str
    speaker: str
    said_on: str
    day: str
    kind: str
    text: str
    claim: str
    claim_text: str
    stance: str
    value: str
    uu_kind: str
    act: str
    event: str
    outlet: str
    title: str
    url: str
    published: str
    article: str
    start: int
    end: int
    utterance: str
    reports: int
    why: str


def rows(answer: Answer) -> Iterator[Row]:
    """A row a claim, best statement first; a statement of which no claim was found has one too."""
    for hit in answer.rows:
        for claim in hit.claims or (None,):
            yield _row(hit, claim)


def page(answers: Iterable[Answer], console: Console) -> Iterator[RenderableType]:
    """The statements, numbered, best first."""
    number, plain = 0, ascii_only(console)
    for answer in answers:
        for hit in answer.rows:
            number += 1
            yield Text()
            yield _head(number, hit)
            indented = Text("\n").join([_words(hit), *_claims(hit, plain=plain), Text(_place(hit), "dim")])
            yield Padding(indented, (0, 0, 0, 4))
        yield from ending(answer, "statement")


def _head(number: int, hit: Hit) -> Text:
    parts = [told(hit.said_on.value) if hit.said_on else told(hit.day), outlet(hit.report.article)]
    parts += [counted(hit.reports, "report")] if hit.reports > 1 else []
    about = " · ".join(part for part in parts if part)
    return Text.assemble(
        (f"{number:>2}  ", "dim"), (nobody(hit.speaker), STYLES["source"]), (f"  {about}", "dim")
    )


def _words(hit: Hit) -> Text:
    text = Text.assemble((shortened(one_line(hit.report.text), WORDS), STYLES["content"]))
    return text.append("  replaced or withdrawn since", "italic dim") if hit.report.superseded else text


def _claims(hit: Hit, *, plain: bool) -> Iterator[Text]:
    for claim in hit.claims[:CLAIMS]:
        degree = of_claim(claim.value, claim.kind, claim.act)
        text = sure(degree, claim.value, plain=plain) if degree else Text.assemble(("not read", "dim"))
        yield text.append(f"  {one_line(claim.text)}")
    if len(hit.claims) > CLAIMS:
        yield Text(f"and {counted(len(hit.claims) - CLAIMS, 'more claim')}", "dim")


def _place(hit: Hit) -> str:
    return one_line(f"{hit.report.kind} · {hit.id} · {hit.why}")


def _row(hit: Hit, claim: Claimed | None) -> Row:
    report, article = hit.report, hit.report.article
    degree = of_claim(claim.value, claim.kind, claim.act) if claim else None
    return Row(
        id=hit.id,
        speaker=hit.speaker.name if hit.speaker else "",
        said_on=hit.said_on.value if hit.said_on else "",
        day=hit.day or "",
        kind=report.kind,
        text=report.text,
        claim=claim.id if claim else "",
        claim_text=claim.text if claim else "",
        stance=degree.word if degree else "",
        value=(claim.value if claim else None) or "",
        uu_kind=(claim.kind if claim else None) or "",
        act=(claim.act if claim else None) or "",
        event=(claim.event if claim else None) or "",
        outlet=article.outlet or "",
        title=article.title or "",
        url=article.url or "",
        published=article.published or "",
        article=article.id,
        start=min((span.start for span in report.content), default=0),
        end=max((span.end for span in report.content), default=0),
        utterance=hit.utterance or "",
        reports=hit.reports,
        why=hit.why,
    )


VIEW = View(
    page=page,
    flat=rows,
    row=Row,
    columns=(
        Column("speaker", 2),
        Column("day"),
        Column("outlet", 2),
        Column("text", 5),
        Column("value"),
        Column("claim_text", 4),
        Column("reports", right=True),
    ),
)
