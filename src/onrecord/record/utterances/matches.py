"""Which reports stand out as matching among all that two articles, or the two ends of one, tell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.record.utterances.features import contradict, likeness, meets, related
from onrecord.record.utterances.saying import Saying

Pair = tuple[Saying, Saying]
Matches = Mapping[Pair, tuple[str, ...]]
CLEAR = 0.05  # by which the best match must lead the second


def pair(one: Saying, other: Saying) -> Pair:
    """Two sayings in first-seen order."""
    return (one, other) if one < other else (other, one)


def matches(one: Sequence[Saying], other: Sequence[Saying]) -> Matches:
    """In what way some pairs of the reports of two articles, or of one and itself, stand out.

    Two articles about one occasion tell the same acts in words of their own: the reports that are most like
    one another are a best match. In one article a headline tells what its text says somewhere, and what a
    speaker is said at first to have said is quoted further down.
    """
    if one and other and one[0].article == other[0].article:
        return _inside(sorted(one))
    pairs = [
        pair(a, b)
        for a in one
        for b in _sharing(a.content, other)
        if a.speaker == b.speaker or not contradict(a, b)
    ]
    best = {both for both in _best(pairs) if meets(*both)}
    taken = {saying.id for both in best for saying in both}
    apart = (pair(a, b) for a in one for b in other if a.id in taken and b.id in taken)
    return {both: ("best_match",) if both in best else ("matched_apart",) for both in (*best, *apart)}


def _sharing(content: frozenset[str], others: Sequence[Saying]) -> list[Saying]:
    """Those of some reports that share a word with another one's content."""
    return [one for one in others if not content.isdisjoint(one.content)]


def _inside(article: Sequence[Saying]) -> Matches:
    found: dict[Pair, tuple[str, ...]] = {}
    text = [saying for saying in article if not saying.headline]
    for saying in article:
        if saying.headline:
            found |= dict.fromkeys(_most_like(saying, text), ("headline_match",))
    for both in _opening(text):
        found[both] = (*found.get(both, ()), "opening")
    leads: set[str | None] = set()
    for saying in text:
        if saying.speaker not in leads and saying.kind == "indirect":
            quoted = [
                later
                for later in text
                if later > saying and later.kind != "indirect" and related(saying, later, least=0.0)
            ]
            for both in _most_like(saying, quoted):
                found[both] = (*found.get(both, ()), "lead_match")
        leads.add(saying.speaker)
    return found


def _opening(text: Sequence[Saying]) -> Iterator[Pair]:
    """What a report begins with, and the quotation that comes next: its proof, whoever said it."""
    if len(text) > 1 and text[0].kind == "indirect":
        second = next((later for later in text[1:3] if later.kind != "indirect"), None)
        if second and not contradict(text[0], second) and related(text[0], second, least=0.0):
            yield pair(text[0], second)


def _most_like(saying: Saying, others: Iterable[Saying]) -> Iterator[Pair]:
    """The one that is most like it; of those alike the first."""
    ranked = sorted(
        (-likeness(saying, other).rank, other) for other in others if not contradict(saying, other)
    )
    if ranked:
        yield pair(saying, ranked[0][1])


def _best(pairs: Iterable[Pair]) -> set[Pair]:
    """The pairs that are most like one another, each report once.

    What is surely the same is set aside first, so that of what is left it is clearer what fits.
    """
    ranked = sorted(
        (-told.rank, one, other)
        for one, other in pairs
        if one.article != other.article and (told := likeness(one, other)).weight
    )
    found: set[Pair] = set()
    taken: set[str] = set()
    for at, (rank, one, other) in enumerate(ranked):
        if one.id in taken or other.id in taken:
            continue
        rivals = (
            -rival
            for rival, a, b in ranked[at + 1 :]
            if not {a.id, b.id} & taken and {a.id, b.id} & {one.id, other.id}
        )
        if -rank >= next(rivals, 0.0) + CLEAR:
            found.add((one, other))
            taken |= {one.id, other.id}
    return found
