"""The layers that a record without a fault would have, made out of the truth itself."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from evaluation.record import lines
from evaluation.record.layers import Layers
from evaluation.record.truth import Key, Truth
from onrecord import Span
from onrecord.entry import (
    Copy,
    Occurrence,
    Outcome,
    Position,
    Report,
    Reprints,
    Source,
    Spoken,
    Superseded,
    Utterance,
    Who,
)

Name = Callable[[str], str]


def perfect(truth: Truth, name: Name = str) -> Layers:
    """Layers that say what the truth says; ``name`` makes all ids, out of words that say whose id it is."""
    reports = _reports(truth, name)
    return Layers(
        tuple(
            Utterance(
                id=name(f"utterance {id}"),
                speaker=Who(name(f"person {one.speaker}"), f"name of {one.speaker}"),
                said_on=None,
                venue=None,
                function=None,
                reports=tuple(reports[id]),
            )
            for id, one in truth.utterances.items()
        ),
        tuple(_event(truth, event, name) for event in truth.events.values()),
        tuple(_positions(truth, reports, name)),
        tuple(_reprints(truth, name)),
    )


def source(truth: Truth, key: Key, name: Name) -> Source:
    gone = [truth.key(one.url, one.published) for one in truth.withdrawn]
    return Source(
        id=name(f"article {key.url} {key.published}"),
        url=key.url,
        published=key.published,
        status="withdrawn" if key in gone else "usable",
    )


def _reports(truth: Truth, name: Name) -> dict[str, list[Report]]:
    earlier = {truth.key(one.earlier_url or one.url, one.earlier_published) for one in truth.versions}
    found: dict[str, list[Report]] = defaultdict(list)
    for i, one in enumerate(truth.reports):
        text = one.span.of(truth.texts[one.article])
        found[one.utterance].append(
            Report(
                article=source(truth, one.article, name),
                statement=name(f"statement {i}"),
                kind="direct",
                text=text,
                source=(),
                cue=(),
                content=(one.span,),
                superseded=one.article in earlier,
            )
        )
    return found


def _event(truth: Truth, event: lines.Event, name: Name) -> Occurrence:
    places: dict[Key, list[Span]] = defaultdict(list)
    for one in truth.mentions:
        if one.event == event.id:
            places[one.article].append(one.span)
    told = next((one for one in truth.outcomes if one.event == event.id), None)
    first = next(iter(places), None)
    outcome = None
    if told and first:
        outcome = Outcome(told.happened, told.on, source(truth, first, name), "c", "told")
    return Occurrence(
        id=name(f"event {event.id}"),
        type=None,
        mode=None,
        label=event.label,
        participants=(),
        names=(),
        time=None,
        mentions=tuple(
            Spoken(source(truth, key, name), name("e"), tuple(spans)) for key, spans in places.items()
        ),
        outcome=outcome,
    )


def _positions(truth: Truth, reports: dict[str, list[Report]], name: Name) -> Iterable[Position]:
    names = {person.id: person.name for person in truth.people}
    for (holder, event), position in truth.positions.items():
        for number, step in enumerate(position.steps):
            first = reports[step.utterance][0]
            yield Position(
                id=name(f"position {holder} {event} {number}"),
                holder=Who(name(f"person {holder}"), names.get(holder, holder)),
                event=name(f"event {event}"),
                utterance=name(f"utterance {step.utterance}"),
                said_on=None,
                value=step.value,  # type: ignore[arg-type]
                kind=None,
                polarity=None,
                act=None,
                text=first.text,
                change=step.change,  # type: ignore[arg-type]
                article=first.article,
                statement=first.statement,
                claim="c",
                trigger=first.content,
                evidence=(),
                why="as labelled",
                superseded=_superseded(truth, step.superseded_by, name),
            )


def _superseded(truth: Truth, by: str | None, name: Name) -> Superseded | None:
    key = truth.any_version(by)
    if key:
        return Superseded(source(truth, key, name).id, "corrected")
    return Superseded(name(f"utterance {by}"), "corrected") if by else None


def _reprints(truth: Truth, name: Name) -> Iterable[Reprints]:
    for i, one in enumerate(truth.reprints):
        key = truth.any_version(one.original, one.published)
        copies = [truth.any_version(copy.url, copy.published) for copy in one.copies]
        if key:
            yield Reprints(
                name(f"text {i}"),
                source(truth, key, name),
                tuple(Copy(source(truth, copy, name), "reprint", 1.0, "") for copy in copies if copy),
            )
