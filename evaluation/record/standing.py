"""What no longer stands, and what became of events: corrections, withdrawn articles, versions, outcomes."""

from collections import defaultdict
from collections.abc import Iterator

from evaluation.record import changes, lines
from evaluation.record.matched import Matched
from evaluation.record.pairs import Share
from evaluation.record.truth import Key, Truth
from onrecord.entry import Outcome, Position


def taken_back(matched: Matched) -> tuple[Share, int]:
    right = of = wrongly = 0
    for one in changes.aligned(matched):
        gone = bool(one.found) and all(position.superseded for position in one.found)
        if not one.step.superseded_by:
            wrongly += gone
            continue
        of += 1
        right += gone and any(_by_the_right_one(matched, one.step, position) for position in one.found)
    return Share(right, of), wrongly


def _by_the_right_one(matched: Matched, step: lines.Step, position: Position) -> bool:
    """Whether the right utterance or article superseded it; of words without a label the article counts."""
    if position.superseded is None:
        return False
    by = position.superseded.by
    takers, utterance = set(_takers(matched.truth, step)), matched.utterance(by)
    if utterance is not None and step.superseded_by in matched.truth.utterances:
        return utterance == step.superseded_by
    return bool(takers & {matched.article(by), *matched.articles_of(by)})


def _takers(truth: Truth, step: lines.Step) -> Iterator[Key]:
    """The articles that take a step back: by a report, a correction, a later version, or withdrawn."""
    yield from (key for key in truth.texts if key.url == step.superseded_by)
    told = {one.article for one in truth.reports if one.utterance == step.utterance}
    yield from (one.article for one in truth.reports if one.utterance == step.superseded_by)
    for correction in truth.corrections:
        if {correction.utterance, correction.replaced_by} & {step.utterance, step.superseded_by}:
            yield from truth.named(correction.url, correction.published)
    for gone in truth.withdrawn:
        yield from told & set(truth.named(gone.url, gone.published))
    for version in truth.versions:
        earlier = truth.key(version.earlier_url or version.url, version.earlier_published)
        if earlier in told:
            yield from truth.named(version.url, version.later_published)


def withdrawn(matched: Matched) -> Share:
    keys = [matched.truth.key(one.url, one.published) for one in matched.truth.withdrawn]
    right = sum(key is not None and (key in matched.withdrawn or _set_aside(matched, key)) for key in keys)
    return Share(right, len(keys))


def versions(matched: Matched) -> Share:
    truth = matched.truth
    earlier = [truth.key(one.earlier_url or one.url, one.earlier_published) for one in truth.versions]
    return Share(sum(key is not None and _set_aside(matched, key) for key in earlier), len(earlier))


def _set_aside(matched: Matched, article: Key) -> bool:
    reports = [one.report for one in matched.statements if one.article == article]
    return bool(reports) and all(report.superseded for report in reports)


def outcomes(matched: Matched) -> tuple[Share, Share, int]:
    gold: dict[str, list[lines.Outcome]] = defaultdict(list)
    for line in matched.truth.outcomes:
        gold[line.event].append(line)
    told: dict[str, list[Outcome]] = defaultdict(list)
    for occurrence in matched.layers.events:
        event = matched.event(occurrence.id)
        if event is not None and occurrence.outcome is not None:
            told[event].append(occurrence.outcome)
    right = [
        event
        for event, wanted in gold.items()
        if told.get(event) and {one.happened for one in told[event]} <= {one.happened for one in wanted}
    ]
    dated = [event for event in right if {one.on for one in told[event]} & {one.on for one in gold[event]}]
    return Share(len(right), len(gold)), Share(len(dated), len(right)), len(told.keys() - gold.keys())
