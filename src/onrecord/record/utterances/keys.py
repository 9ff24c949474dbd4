"""What statements are looked up by, to find the same words under another speaker's name."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from onrecord.record.alike import heft, meaning
from onrecord.record.ids import numbered
from onrecord.terms import terms

WORDS = 5  # of a statement, the rarest, of which each two are a key
LEAST = 0.5  # what weighs less is in every other statement
MOST_TERMS = 400
SPAN = 30  # days: keys hold the span in which something was said, and its neighbours are looked up as well
BESIDE = 1  # the same words in the span before and in the one after have the numbers beside a key
SPANS = 1 << 17  # more than there are up to the year 9999: the lower part of a key


def keys(text: str, day: str | None) -> Iterator[int]:
    """Pairs of the rarest words of a statement, by what they mean, with its span of days, as numbers.

    >>> [key % SPANS for key in keys("We will close the harbour", "2026-03-02")]
    [24655]
    """
    span = span_of(day)
    for one, other in combinations(sorted(_rarest(text)), 2):
        yield numbered(f"{one} {other}") // SPANS * SPANS + span


def span_of(day: str | None) -> int:
    """The number of the span of days that a day is in; 0 where no day is told."""
    try:
        return date.fromisoformat((day or "")[:10]).toordinal() // SPAN
    except ValueError:
        return 0


def _rarest(text: str) -> list[str]:
    found = {word for word in meaning(terms(text[:4000])[:MOST_TERMS]).words if heft(word) >= LEAST}
    return sorted(found, key=lambda word: (-heft(word), word))[:WORDS]
