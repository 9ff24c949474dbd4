"""All times of a text, expressions and events alike, as they look from one day."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from onrecord.knowledge import Knowledge
from onrecord.read.times.expressions import Candidates, Expression, found_in, read_all
from onrecord.read.times.occasions import Mention, countries_of, mentions, resolve


class Words(NamedTuple):
    """What in a text may be a time, whatever the day: expressions, events, whose elections they are."""

    found: Candidates
    named: tuple[Mention, ...]
    countries: tuple[str, ...]


def words_of(text: str, known: Knowledge) -> Words:
    """The expressions and events of a text, found once."""
    named = mentions(text)
    return Words(found_in(text), named, countries_of(text, named, known) if named else ())


def seen_from(text: str, words: Words, anchor: date | None, known: Knowledge) -> list[Expression]:
    """Expressions and events of a text, seen from one day or from none."""
    return merged(read_all(text, words.found, anchor), _events(text, words, anchor, known))


def _events(text: str, words: Words, anchor: date | None, known: Knowledge) -> Iterator[Expression]:
    for mention in words.named:
        meant = resolve(text, mention, known, anchor, words.countries)
        if meant:
            yield Expression(mention.start, mention.end, "occasion", meant)


def merged(expressions: Iterable[Expression], named: Iterable[Expression]) -> list[Expression]:
    """Both in order; where an event has a date in its name ("the 2016 election"), the date stays alone."""
    kept = list(expressions)
    taken = [(one.start, one.end) for one in kept]
    for event in named:
        if not any(start < event.end and event.start < end for start, end in taken):
            kept.append(event)
            taken.append((event.start, event.end))
    return sorted(kept, key=lambda expression: expression.start)
