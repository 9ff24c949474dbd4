"""The entries of a record as flat rows, for spreadsheets."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from onrecord.entry import Occurrence, Position, Reprints, Source, Utterance
from onrecord.span import Span


class Some(Struct, frozen=True):
    """A portion of a layer, as an answer."""

    rows: tuple[Any, ...]
    next: str | None = None
    query: str = ""


class SaidRow(Struct, frozen=True):
    """A report of an utterance as a row; ``start`` and ``end`` are where its content is in the article."""

    utterance: str
    speaker: str
    speaker_id: str
    said_on: str
    how: str
    venue: str
    function: str
    negated: bool
    article: str
    outlet: str
    url: str
    published: str
    statement: str
    kind: str
    text: str
    start: int
    end: int
    copy_of: str
    superseded: bool
    why: str


class EventRow(Struct, frozen=True):
    """An event as a row; ``happened`` is empty where nothing is known of it."""

    event: str
    type: str
    mode: str
    label: str
    names: str
    relation: str
    bound: str
    earliest: str
    latest: str
    articles: int
    mentions: int
    happened: str
    on: str
    outcome_article: str
    outcome_why: str


class PositionRow(Struct, frozen=True):
    """A position as a row."""

    position: str
    holder: str
    holder_id: str
    event: str
    utterance: str
    said_on: str
    how: str
    value: str
    kind: str
    polarity: str
    act: str
    change: str
    text: str
    article: str
    outlet: str
    url: str
    statement: str
    claim: str
    start: int
    end: int
    reports: int
    superseded_by: str
    superseded_why: str
    why: str


class CopyRow(Struct, frozen=True):
    """A copy of an article as a row; ``share`` is how much of it stands in the original."""

    original: str
    original_outlet: str
    original_url: str
    article: str
    outlet: str
    url: str
    title: str
    published: str
    kind: str
    share: float
    agency: str
    why: str


def said(some: Some) -> Iterator[SaidRow]:
    """A row a report of each utterance."""
    utterance: Utterance
    for utterance in some.rows:
        day = utterance.said_on
        for report in utterance.reports:
            start, end = _ends(report.content)
            yield SaidRow(
                utterance=utterance.id,
                speaker=utterance.speaker.name,
                speaker_id=utterance.speaker.id or "",
                said_on=day.value if day else "",
                how=(day.how if day else "") or "",
                venue=utterance.venue or "",
                function=utterance.function or "",
                negated=utterance.negated,
                **_article(report.article),
                published=report.article.published or "",
                statement=report.statement,
                kind=report.kind,
                text=report.text,
                start=start,
                end=end,
                copy_of=report.copy_of or "",
                superseded=report.superseded,
                why=report.why or "",
            )


def happenings(some: Some) -> Iterator[EventRow]:
    """A row an event."""
    event: Occurrence
    for event in some.rows:
        time, closed = event.time, event.outcome
        yield EventRow(
            event=event.id,
            type=event.type or "",
            mode=event.mode or "",
            label=event.label or "",
            names="; ".join(event.names),
            relation=(time.relation if time else None) or "",
            bound=(time.bound if time else None) or "",
            earliest=(time.earliest if time else None) or "",
            latest=(time.latest if time else None) or "",
            articles=len({spoken.article.id for spoken in event.mentions}),
            mentions=len(event.mentions),
            happened=str(closed.happened).lower() if closed else "",
            on=(closed.on if closed else None) or "",
            outcome_article=closed.article.id if closed else "",
            outcome_why=closed.why if closed else "",
        )


def held(some: Some) -> Iterator[PositionRow]:
    """A row a position."""
    position: Position
    for position in some.rows:
        day, taken = position.said_on, position.superseded
        start, end = _ends(position.trigger)
        yield PositionRow(
            position=position.id,
            holder=position.holder.name,
            holder_id=position.holder.id or "",
            event=position.event,
            utterance=position.utterance,
            said_on=day.value if day else "",
            how=(day.how if day else "") or "",
            value=position.value,
            kind=position.kind or "",
            polarity=position.polarity or "",
            act=position.act or "",
            change=position.change,
            text=position.text,
            **_article(position.article),
            statement=position.statement,
            claim=position.claim,
            start=start,
            end=end,
            reports=position.reports,
            superseded_by=taken.by if taken else "",
            superseded_why=taken.why if taken else "",
            why=position.why,
        )


def copied(some: Some) -> Iterator[CopyRow]:
    """A row a copy."""
    reprints: Reprints
    for reprints in some.rows:
        for copy in reprints.copies:
            yield CopyRow(
                original=reprints.original.id,
                original_outlet=reprints.original.outlet or "",
                original_url=reprints.original.url or "",
                **_article(copy.article),
                title=copy.article.title or "",
                published=copy.article.published or "",
                kind=copy.kind,
                share=round(copy.share, 4),
                agency=reprints.agency or "",
                why=copy.why,
            )


def _article(source: Source) -> dict[str, Any]:
    return {"article": source.id, "outlet": source.outlet or "", "url": source.url or ""}


def _ends(spans: Sequence[Span]) -> tuple[int, int]:
    """Where the first of some spans begins and the last one ends."""
    return min((span.start for span in spans), default=0), max((span.end for span in spans), default=0)
