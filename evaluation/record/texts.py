"""Reprints: which reports the truth and the record say carry one text, over pairs and groups of them."""

from itertools import combinations

from evaluation.record.matched import Matched
from evaluation.record.pairs import Pairs, Share
from evaluation.record.truth import Key, Truth
from onrecord.entry import Reprints

ReportPair = frozenset[Key]


def reprint_pairs(matched: Matched) -> set[ReportPair]:
    """The pairs of reports that the record says carry one text."""
    return {
        frozenset(pair)
        for group in matched.layers.reprints
        for pair in combinations(sorted(_members(matched, group)), 2)
    }


def gold_pairs(truth: Truth) -> set[ReportPair]:
    """The pairs of reports that carry one text."""
    return {frozenset(pair) for group in truth.groups() for pair in combinations(sorted(group), 2)}


def reprints(truth: Truth, joined: set[ReportPair]) -> Pairs:
    gold = gold_pairs(truth)
    return Pairs(len(gold & joined), len(joined), len(gold))


def _members(matched: Matched, group: Reprints) -> set[Key]:
    keys = (matched.key(source) for source in (group.original, *(copy.article for copy in group.copies)))
    return {matched.truth.report(key) for key in keys if key}


def pair(truth: Truth, one: str, other: str) -> ReportPair:
    return frozenset(truth.report(key) for url in (one, other) if (key := truth.any_version(url)))


def originals(matched: Matched) -> Share:
    truth, right = matched.truth, 0
    groups = [(_members(matched, one), one) for one in matched.layers.reprints]
    for group, one in zip(truth.groups(), truth.reprints, strict=True):
        best = max(groups, key=lambda found: len(found[0] & group), default=None)
        first = matched.key(best[1].original) if best and best[0] & group else None
        wanted = truth.any_version(one.original, one.published)
        right += bool(first and wanted and truth.report(first) == truth.report(wanted))
    return Share(right, len(truth.reprints))
