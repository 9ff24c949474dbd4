"""Which reports are of one act of saying."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from onrecord.record.utterances.features import Score, score, table, worded
from onrecord.record.utterances.matches import Matches, Pair, matches, pair
from onrecord.record.utterances.saying import Saying

SAME_ACT = 0.0
MISREAD = 0.34  # of the pairs of two groups, that may be by two speakers as they were read
COPIED, QUOTED = "copied", "long_row"
DOUBTFUL = frozenset({"other_speaker"})  # conflicts that one misread name may make
OUTWEIGHED = frozenset({"one_article"})  # conflicts that give way where all else speaks clearly for one act


class SpeechAct(Struct, frozen=True):
    """One act of saying: its reports in first-seen order, each with why it is one of them."""

    reports: tuple[tuple[Saying, str], ...]

    @property
    def first(self) -> Saying:
        """The report that was seen first."""
        return self.reports[0][0]

    @property
    def teller(self) -> Saying:
        """The first report that has the speaker right: whom most reports give, no body."""
        known = [saying for saying, _ in self.reports if saying.speaker]
        counts = Counter(saying.speaker for saying in known)
        return min(known, key=lambda one: (one.body, -counts[one.speaker], one), default=self.first)


def scored(pairs: Iterable[Pair], told: Matches) -> dict[Pair, Score]:
    """The scores of ``pairs``; ``told`` says in what way some stand out."""
    return {both: score(*both, told.get(both, ())) for both in pairs}


def grouped(sayings: Iterable[Saying], scores: dict[Pair, Score]) -> list[SpeechAct]:
    """The acts behind ``sayings``: the best pairs first.

    Two groups become one by a pair if their reports have matches in one another, on the average, so that one
    chance likeness does not make one of two acts, and never over a conflict. Copies have one voice in this,
    and so have those who quote a sentence word for word, whomever one of them was misread to quote.
    """
    ordered = sorted(sayings)
    against = dict(scores)
    group: dict[str, list[Saying]] = {one.id: [one] for one in ordered}
    voice: dict[str, str] = {one.id: one.id for one in ordered}

    def told(one: Saying, other: Saying) -> Score:
        both = pair(one, other)
        if both not in against:
            against[both] = score(*both)
        return against[both]

    ranked = sorted(
        (COPIED not in told.why, -told.value, *both) for both, told in scores.items() if told.value > SAME_ACT
    )
    for _, _, one, other in ranked:
        left, right = group[one.id], group[other.id]
        if left is right:
            continue
        both = told(one, other)
        if COPIED not in both.why and not _agreed(
            [(voice[a.id], voice[b.id], told(a, b)) for a in left for b in right], quoted=QUOTED in both.why
        ):
            continue
        if COPIED in both.why or QUOTED in both.why:
            voice |= {saying.id: voice[one.id] for saying in right if voice[saying.id] == voice[other.id]}
        left.extend(right)
        group |= {saying.id: left for saying in right}
    distinct = {id(members): members for members in group.values()}
    return [_act(members, against) for members in sorted(sorted(members) for members in distinct.values())]


def _agreed(cross: Sequence[tuple[str, str, Score]], *, quoted: bool) -> bool:
    """Whether the voices of two groups have matches in one another on the average, and no conflict.

    Where both quote a sentence word for word the speaker of one was misread, and that is enough.
    """
    most: dict[tuple[str, str], float] = {}
    for one, other, told in cross:
        most[one, other] = max(told.value, most.get((one, other), told.value))
    match = _match(most)
    sure = set(table()["conflicts"]) - DOUBTFUL
    if match >= table()["clear"]:
        sure -= OUTWEIGHED
    doubts = 0
    for one, other, told in cross:
        if not _conflict(told):
            continue
        if not sure.isdisjoint(told.why):
            return False
        doubts += not DOUBTFUL.isdisjoint(told.why) and not quoted and most[one, other] <= SAME_ACT
    if doubts > MISREAD * len(cross):
        return False
    return quoted or match >= table()["match"]


def _match(most: Mapping[tuple[str, str], float]) -> float:
    """How well the voices of two groups match: the mean over those of one, of its best in the other."""
    left: dict[str, float] = {}
    right: dict[str, float] = {}
    for (one, other), value in most.items():
        left[one] = max(value, left.get(one, value))
        right[other] = max(value, right.get(other, value))
    return min(sum(best.values()) / len(best) for best in (left, right))


def _conflict(told: Score) -> bool:
    return told.value <= SAME_ACT and not set(table()["conflicts"]).isdisjoint(told.why)


def acts(sayings: Iterable[Saying]) -> list[SpeechAct]:
    """The acts of saying behind ``sayings``, in first-seen order: a function of their set.

    >>> told = [Saying(str(n), f"a{n}", 0, f"a{n}/s1", "ayla-duman", text, "direct", "2026-03-02")
    ...         for n, text in enumerate(("We will not close the harbour", "the harbour would not be closed",
    ...                                   "Taxes must rise next year"))]
    >>> [len(act.reports) for act in acts(told)]
    [2, 1]
    """
    ordered = sorted(sayings)
    articles: dict[str, list[Saying]] = defaultdict(list)
    for one in ordered:
        articles[one.article].append(one)
    told: dict[Pair, tuple[str, ...]] = {}
    for article, inside in articles.items():
        for other, beside in articles.items():
            if article <= other:
                told |= matches(inside, beside)
    pairs = ((one, other) for at, one in enumerate(ordered) for other in ordered[at + 1 :])
    return grouped(ordered, scored(pairs, told))


def _act(group: Sequence[Saying], scores: dict[Pair, Score]) -> SpeechAct:
    first = group[0]
    reports = [(first, "is the first report")]
    for saying in group[1:]:
        best = max(
            (scores[pair(other, saying)] for other in group if pair(other, saying) in scores), default=None
        )
        told = worded(best.why) if best else ""
        reports.append((saying, f"fits another report: {told}" if told else "fits another report"))
    return SpeechAct(tuple(reports))
