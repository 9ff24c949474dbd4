"""Layers with a fault of one kind each, and by chance with many."""

import random
from collections.abc import Iterable

from msgspec.structs import replace

from evaluation.record.layers import Layers
from onrecord.entry import Occurrence, Position, Utterance, Who


def one_utterance(layers: Layers) -> Layers:
    """All reports as one utterance, to which all positions go back."""
    first = layers.utterances[0]
    reports = tuple(report for utterance in layers.utterances for report in utterance.reports)
    positions = tuple(replace(position, utterance=first.id) for position in layers.positions)
    return replace(layers, utterances=(replace(first, reports=reports),), positions=positions)


def each_its_own(layers: Layers) -> Layers:
    """An utterance for each report and an event for each mention."""
    utterances = tuple(
        replace(utterance, id=f"{utterance.id} {i}", reports=(report,))
        for utterance in layers.utterances
        for i, report in enumerate(utterance.reports)
    )
    events = tuple(
        replace(event, id=f"{event.id} {i} {j}", mentions=(replace(spoken, triggers=(trigger,)),))
        for event in layers.events
        for i, spoken in enumerate(event.mentions)
        for j, trigger in enumerate(spoken.triggers)
    )
    return replace(layers, utterances=utterances, events=events)


def one_event(layers: Layers) -> Layers:
    """All mentions as one event, on which all positions are."""
    first = layers.events[0]
    mentions = tuple(spoken for event in layers.events for spoken in event.mentions)
    positions = tuple(replace(position, event=first.id) for position in layers.positions)
    return replace(layers, events=(replace(first, mentions=mentions),), positions=positions)


def one_person(layers: Layers) -> Layers:
    who = layers.utterances[0].speaker
    utterances = tuple(replace(utterance, speaker=who) for utterance in layers.utterances)
    positions = tuple(replace(position, holder=who) for position in layers.positions)
    return replace(layers, utterances=utterances, positions=positions)


def with_position(layers: Layers, at: int, like: int, **changed: object) -> Layers:
    """One more position before that at ``at``, like another one but for what is ``changed``."""
    more = replace(layers.positions[like], id="more", **changed)
    return replace(layers, positions=(*layers.positions[:at], more, *layers.positions[at:]))


def by_chance(layers: Layers, rng: random.Random) -> Layers:
    """Reports and mentions lost, moved and cut, changes and values swapped, things superseded or not."""
    utterances = list(layers.utterances)
    for i, utterance in enumerate(utterances):
        reports = tuple(report for report in utterance.reports if rng.random() < 0.8)
        if rng.random() < 0.3:
            utterances[rng.randrange(len(utterances))] = replace(utterance, reports=reports)
        utterances[i] = replace(utterance, reports=reports, speaker=rng.choice(utterances).speaker)
    events = [
        replace(event, mentions=tuple(m for m in rng.choice(layers.events).mentions if rng.random() < 0.7))
        for event in layers.events
    ]
    positions = [
        replace(
            one, change=rng.choice(layers.positions).change, utterance=rng.choice(layers.positions).utterance
        )
        for one in rng.choices(layers.positions, k=2 * len(layers.positions))
    ]
    return replace(layers, utterances=_once(utterances), events=tuple(events), positions=tuple(positions))


def _once(utterances: Iterable[Utterance]) -> tuple[Utterance, ...]:
    return tuple({utterance.id: utterance for utterance in utterances}.values())


def renamed(layers: Layers, rng: random.Random) -> Layers:
    """The same layers under other ids, which sort in another order."""
    new: dict[str, str] = {}

    def name(id: str) -> str:
        return new.setdefault(id, f"{rng.random()} {len(new)}")

    def who(one: Who) -> Who:
        return one if one.id is None else replace(one, id=name(one.id))

    def utterance(one: Utterance) -> Utterance:
        reports = tuple(
            replace(
                report,
                statement=name(report.statement),
                article=replace(report.article, id=name(report.article.id)),
            )
            for report in one.reports
        )
        return replace(one, id=name(one.id), speaker=who(one.speaker), reports=reports)

    def event(one: Occurrence) -> Occurrence:
        mentions = tuple(
            replace(spoken, article=replace(spoken.article, id=name(spoken.article.id)))
            for spoken in one.mentions
        )
        return replace(one, id=name(one.id), mentions=mentions)

    def position(one: Position) -> Position:
        by = one.superseded
        return replace(
            one,
            id=name(one.id),
            holder=who(one.holder),
            event=name(one.event),
            utterance=name(one.utterance),
            statement=name(one.statement),
            article=replace(one.article, id=name(one.article.id)),
            superseded=by and replace(by, by=name(by.by)),
        )

    return replace(
        layers,
        utterances=tuple(map(utterance, layers.utterances)),
        events=tuple(map(event, layers.events)),
        positions=tuple(map(position, layers.positions)),
    )
