"""Which mentions are of one event."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from msgspec import Struct

from onrecord.record.clusters import clustered
from onrecord.record.events.features import Score, score
from onrecord.record.events.mention import Mentioned

SAME_EVENT = 0.0
FIRST = 100.0  # more than any sum of weights
APART = frozenset({"other_order", "other_time"})  # two events, unless only few pairs of two groups say so:
FEW = 0.03  # a day may be misread
AGAINST = frozenset({"passed", "sister_kind"})  # one such pair may be misread
SHARE = 0.35  # of the pairs of two groups; if more speak against it, the groups are two events
MOST = 3.0  # what one pair tells at most, for or against
LEAST = -1.4  # the mean of all pairs of two groups: that a single pair fits is not enough


class Happening(Struct, frozen=True):
    """One event across articles: its mentions in first-seen order, each with why it is one of them."""

    mentions: tuple[tuple[Mentioned, str], ...]

    @property
    def first(self) -> Mentioned:
        """The mention that was seen first."""
        return self.mentions[0][0]


class Scores(dict[tuple[str, str], Score]):
    """Scores of pairs of mentions by their ids, each worked out once."""

    def of(self, one: Mentioned, other: Mentioned) -> Score:
        """The score of two mentions, in whichever order."""
        ids = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        found = self.get(ids)
        if found is None:
            found = self[ids] = score(one, other)
        return found


def happenings(
    mentions: Iterable[Mentioned], keys: Mapping[str, Iterable[int]], known: Scores | None = None
) -> list[Happening]:
    """The events behind ``mentions``; ``keys`` holds the keys of each by id. A function of their set.

    ``known`` are scores that were worked out before.
    """
    known = Scores() if known is None else known
    ordered = sorted(mentions)  # from here on a mention is its place in this, by which pairs are found faster
    groups: dict[int, list[int]] = defaultdict(list)
    for place, mention in enumerate(ordered):
        for key in keys.get(mention.id, ()):
            groups[key].append(place)

    def told(one: int, other: int) -> Score:
        return known.of(ordered[one], ordered[other])

    near = {pair for group in groups.values() for pair in combinations(group, 2)}
    pairs = [(_rank(found), *pair) for pair in near if (found := told(*pair)).value > SAME_EVENT]

    refused: set[tuple[int, ...]] = set()

    def against(left: Sequence[int], right: Sequence[int]) -> bool:
        groups = (left[0], len(left), right[0], len(right))  # a group keeps its first, and only grows
        if groups not in refused and _speak_against([told(*pair) for pair in product(left, right)]):
            refused.add(groups)
        return groups in refused

    clusters = clustered(range(len(ordered)), pairs, against=against)
    return [_happening([ordered[place] for place in group], known) for group in clusters]


def _speak_against(pairs: Sequence[Score]) -> bool:
    """Whether all pairs of two groups together tell that they are two events, though one pair fits."""
    apart = sum(not APART.isdisjoint(one.why) for one in pairs)
    doubtful = sum(not AGAINST.isdisjoint(one.why) for one in pairs)
    whole = sum(min(MOST, max(-MOST, one.value)) for one in pairs)
    return apart > FEW * len(pairs) or doubtful > SHARE * len(pairs) or whole < LEAST * len(pairs)


def _rank(told: Score) -> float:
    """What is joined first: mentions of one article, then those whose times meet; the undated come last."""
    alone = "one_article" in told.why or "told_apart" in told.why
    return told.value + FIRST * (2 * alone + ("same_time" in told.why))


def linked(one: Mentioned, other: Mentioned, known: Scores | None = None) -> bool:
    """Whether two mentions may be joined without a third: what `happenings` starts from."""
    return (Scores() if known is None else known).of(one, other).value > SAME_EVENT


def _happening(group: Sequence[Mentioned], known: Scores) -> Happening:
    mentions = [(group[0], "is spoken of first here")]
    for at, one in enumerate(group[1:], 1):
        best = max(known.of(other, one) for other in group[:at])
        told = ", ".join(name.replace("_", " ") for name in best.why)
        mentions.append((one, f"fits another mention: {told}"))
    return Happening(tuple(mentions))
