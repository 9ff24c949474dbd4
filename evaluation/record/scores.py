"""The measures of a record, each with one definition.

Reprints
    Over pairs of different reports that carry one text; versions of one report count as one report, so that a
    pair of them is neither wanted nor wrong. *Kept apart*: labelled look-alikes that are not put together.
    *Original*: texts for which the record names the right first report.

Reports
    Labelled reports that were read at all: matched with a statement, one to one (`matched.match_reports`).
    Pieces of one quotation, labelled each for itself and read as one statement, are one report. *Crowded*
    reports were read, but in one statement with a report of another utterance. Mentions of events likewise
    (`matched.match_mentions`).

Utterances, events
    Over pairs of reports of one utterance, or of mentions of one event. *End to end*: all labelled ones
    count, so that a pair of which one was not read is a missed pair. *Given*: only those that were read.
    *Across*: only pairs in two articles. What the record has beyond the labelled reports and mentions makes
    no pairs.

People
    Over pairs of matched reports whose speakers are one person.

Positions
    Labelled steps that are found (same holder, event and utterance); of those the right values and changes
    (changes of steps that stand). False and copied changes as `changes` defines them.

Twins
    Pairs of labelled look-alike events. They are merged if any mention of the one is in one event of the
    record with any of the other.

Taken back
    Labelled steps that something superseded, which are found, of which none stands, and of which one was
    superseded by the right utterance or by an article that says so. *Wrongly*: steps that stand in the truth
    and not in the record. *Withdrawn*: articles that are marked so, or all of whose reports are superseded.
    *Versions*: earlier ones all of whose reports are superseded.

Outcomes
    Labelled events with an outcome of which some event of the record says whether it happened, and none says
    the opposite; of them those with the right day. *Invented*: labelled events without one that the record
    gives one.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import NamedTuple

from evaluation.record import changes, copied, standing, texts
from evaluation.record.layers import Layers, built
from evaluation.record.matched import Matched
from evaluation.record.pairs import Pairs, Share, b_cubed, given, pairwise
from evaluation.record.truth import Truth, load
from evaluation.whole import Prf


class Linked(NamedTuple):
    """How well things are put together, end to end and given what was read; all, and across articles."""

    read: Share
    end: Pairs
    given: Pairs
    end_across: Pairs
    given_across: Pairs
    end_b_cubed: Prf
    given_b_cubed: Prf


class Positions(NamedTuple):
    """``false`` counts the false changes by reason, among ``judged`` ones; ``told`` are all there are."""

    steps: Share
    values: Share
    changes: Share
    told: int
    judged: int
    false: Mapping[str, int]
    copied: int


class Scores(NamedTuple):
    """All the measures of one record."""

    reprints: Pairs
    apart: Share
    originals: Share
    crowded: int
    utterances: Linked
    events: Linked
    people: Linked
    positions: Positions
    twins: Share
    pure_twins: Share
    taken_back: Share
    wrongly_taken_back: int
    withdrawn: Share
    versions: Share
    outcomes: Share
    outcome_days: Share
    invented_outcomes: int

    @property
    def figures(self) -> dict[str, float]:
        """What floors are held against: 1 at best, and 1 or nothing where mistakes are not allowed."""
        told = self.positions
        return {
            "reprints precision": self.reprints.prf.p,
            "reprints recall": self.reprints.prf.r,
            "reprints apart": self.apart.rate,
            "originals": self.originals.rate,
            "reports": self.utterances.read.rate,
            "utterances": self.utterances.end.prf.f1,
            "utterances given": self.utterances.given.prf.f1,
            "mentions": self.events.read.rate,
            "events": self.events.end.prf.f1,
            "events given": self.events.given.prf.f1,
            "people": self.people.given.prf.f1,
            "steps": told.steps.rate,
            "values": told.values.rate,
            "right steps": Share(told.values.right, told.steps.of).rate,
            "changes": told.changes.rate,
            "true changes": 1 - sum(told.false.values()) / max(1, told.judged),
            "uncopied changes": 1 - told.copied / max(1, told.told),
            "twins apart": self.twins.rate,
            "taken back": self.taken_back.rate,
            "withdrawn": self.withdrawn.rate,
            "outcomes": self.outcomes.rate,
        }


def score(truth: Truth, layers: Layers) -> Scores:
    """Measure the layers of a record against the truth of its articles."""
    return score_matched(Matched(truth, layers))


def score_matched(matched: Matched) -> Scores:
    truth = matched.truth
    back, wrongly = standing.taken_back(matched)
    twins, pure = _twins(matched)
    happened, days, invented = standing.outcomes(matched)
    joined = texts.reprint_pairs(matched)
    look_alikes = [texts.pair(truth, *one.urls) for one in truth.apart]
    return Scores(
        reprints=texts.reprints(truth, joined),
        apart=Share(sum(pair not in joined for pair in look_alikes), len(look_alikes)),
        originals=texts.originals(matched),
        crowded=len(matched.crowded.keys() - matched.pieces),
        utterances=_linked(*utterance_labels(matched)),
        events=_linked(*event_labels(matched)),
        people=_linked(*person_labels(matched)),
        positions=_positions(matched),
        twins=twins,
        pure_twins=pure,
        taken_back=back,
        wrongly_taken_back=wrongly,
        withdrawn=standing.withdrawn(matched),
        versions=standing.versions(matched),
        outcomes=happened,
        outcome_days=days,
        invented_outcomes=invented,
    )


Labels = dict[int, Hashable]


class Labelled(NamedTuple):
    """Reports or mentions by number: their labels in the truth and in the record, and where they stand."""

    gold: Labels
    found: Labels
    articles: Labels


def utterance_labels(matched: Matched) -> Labelled:
    reports = _reports(matched)
    return Labelled(
        {i: matched.truth.reports[i].utterance for i in reports},
        {i: one.utterance for i, one in matched.said.items()},
        {i: matched.truth.reports[i].article for i in reports},
    )


def person_labels(matched: Matched) -> Labelled:
    reports = _reports(matched)
    return Labelled(
        {i: matched.speaker(i) for i in reports},
        {i: one.speaker for i, one in matched.said.items()},
        {i: matched.truth.reports[i].article for i in reports},
    )


def _reports(matched: Matched) -> list[int]:
    """The numbers of the labelled reports; pieces of one quotation in one statement are one."""
    return [i for i in range(len(matched.truth.reports)) if i not in matched.pieces]


def event_labels(matched: Matched) -> Labelled:
    mentions = matched.truth.mentions
    return Labelled(
        {i: one.event for i, one in enumerate(mentions)},
        {i: one.event for i, one in matched.named.items()},
        {i: one.article for i, one in enumerate(mentions)},
    )


def _linked(gold: Labels, found: Labels, articles: Labels) -> Linked:
    known = given(gold, found)
    return Linked(
        Share(len(found), len(gold)),
        pairwise(gold, found),
        pairwise(known, found),
        pairwise(gold, found, articles),
        pairwise(known, found, articles),
        b_cubed(gold, found),
        b_cubed(known, found),
    )


def _positions(matched: Matched) -> Positions:
    steps = changes.aligned(matched)
    found = [one for one in steps if one.found]
    standing = [one for one in found if not one.step.superseded_by]
    judged = changes.changes(matched)
    told = sum(one.change in changes.CHANGES and one.superseded is None for one in matched.layers.positions)
    return Positions(
        Share(len(found), len(steps)),
        Share(sum(map(changes.value_right, found)), len(found)),
        Share(sum(changes.change_right(one, matched) for one in standing), len(standing)),
        told,
        len(judged),
        Counter(one.reason for one in judged if one.reason),
        len(copied.copied(matched)),
    )


def _twins(matched: Matched) -> tuple[Share, Share]:
    """Pairs of twins that are two events, and those of which not one mention is with the other's.

    An event is where most of its mentions are: twins are merged if that is one event for both.
    """
    homes: dict[str, Counter[int]] = defaultdict(Counter)
    for gold, word in matched.named.items():
        homes[matched.truth.mentions[gold].event][word.event] += 1
    main = {event: max(found, key=lambda one: (found[one], -one)) for event, found in homes.items()}
    pairs = [one.events for one in matched.truth.twins]
    apart = sum(main.get(one, one) != main.get(other, other) for one, other in pairs)
    pure = sum(not homes[one].keys() & homes[other].keys() for one, other in pairs)
    return Share(apart, len(pairs)), Share(pure, len(pairs))


def scored(half: str) -> Scores:
    """The measures of a new record of one half of the run."""
    return score(load(half), built(half))
