"""Where a headline says something other than its article, in words, and when an undated one is from."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from onrecord.claim import Claim, Difference, DifferenceKind
from onrecord.reading import Reading
from onrecord.show.people import agents_of, called
from onrecord.show.segments import trimmed
from onrecord.show.visible import one_line, shortened
from onrecord.show.when import guessed
from onrecord.span import Span

QUOTED = 80  # characters of the words on a side; the whole of them is in the text
WORDS: dict[DifferenceKind, str] = {
    "certainty": "differs in certainty",
    "event_narrowed": "event narrowed",
    "event_widened": "event widened",
    "condition_dropped": "drops a condition",
    "ignorance_dropped": "drops that somebody does not know",
    "holder_changed": "says it of somebody else",
    "chain_dropped": "drops through whom it came",
    "time_shifted": "time shifted",
}
# How far the headline is from the article: a mark that grows, and words.
SEVERITY = (
    ("·", "The headline differs slightly from the report"),
    ("!", "The headline differs mildly from the report"),
    ("!!", "The headline differs materially from the report"),
    ("!!!", "The headline contradicts the report"),
)


class Quote(Struct, frozen=True):
    """Words of the article and where they are."""

    words: str
    place: Span


class Told(Struct, frozen=True):
    """A difference: what it is, and the words on both sides.

    >>> str(Told("event narrowed", (Quote("summit", Span(0, 6)),), (Quote("talks", Span(9, 14)),)))
    'event narrowed: headline “summit”, body “talks”'
    """

    what: str
    headline: tuple[Quote, ...]
    body: tuple[Quote, ...]

    def __str__(self) -> str:
        sides = (("headline", self.headline), ("body", self.body))
        told = [f"{name} {', '.join(f'“{each.words}”' for each in side)}" for name, side in sides if side]
        return f"{self.what}: {', '.join(told)}" if told else self.what


class Differs(Struct, frozen=True):
    """How a headline differs from its article: a mark and words for how much, and in what."""

    severity: int
    mark: str
    words: str
    differences: tuple[Told, ...]


class Undated(Struct, frozen=True):
    """When an article without a date may have been published, and the words that say so, each with why."""

    words: str
    evidence: tuple[tuple[Quote | None, str], ...]


def differs(reading: Reading) -> Differs | None:
    """How the headline of ``reading`` differs from its body; None where it does not, or was not read."""
    if reading.headline is None or not reading.headline.differences:
        return None
    severity = max(0, min(reading.headline.severity, len(SEVERITY) - 1))
    return Differs(
        severity,
        *SEVERITY[severity],
        differences=tuple(_told(each, reading) for each in reading.headline.differences),
    )


def undated(reading: Reading) -> Undated | None:
    """The guess at the date of an article that has none."""
    guess = reading.published_guess
    if guess is None or reading.article.published or not (words := guessed(guess)):
        return None
    text = reading.article.text
    evidence = tuple(
        (next(_quotes((each.span,), text), None), one_line(each.why).strip()) for each in guess.evidence
    )
    return Undated(words, evidence)


def _told(difference: Difference, reading: Reading) -> Told:
    text = reading.article.text
    what = WORDS.get(difference.kind, one_line(difference.kind).replace("_", " "))
    if difference.kind == "ignorance_dropped" and (who := _ignorant(difference, reading)):
        what = f"drops that {who} does not know"
    return Told(what, tuple(_quotes(difference.headline, text)), tuple(_quotes(difference.body, text)))


def _quotes(spans: Iterable[Span], text: str) -> Iterator[Quote]:
    for span in spans:
        if place := trimmed(text, span):
            yield Quote(shortened(one_line(place.of(text)), QUOTED), place)


def _ignorant(difference: Difference, reading: Reading) -> str:
    """Who does not know: the holder of a claim whose stance rests on the words in the body."""
    for claim in reading.claims:
        holder = _unknowing(claim, difference.body)
        if holder is not None:
            return called(holder, agents_of(reading))
    return ""


def _unknowing(claim: Claim, body: tuple[Span, ...]) -> str | None:
    for stance in reversed(claim.stances):
        if stance.kind in {"ignorance", "not_confirmed"} and _overlap(stance.evidence, body):
            return stance.holder
    return None


def _overlap(some: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in some for other in others)
