"""The times of a text without a publication date: what is the same from every day that the text allows."""

from datetime import date

from onrecord.knowledge import Knowledge
from onrecord.read.times.dated import unknown
from onrecord.read.times.expressions import Expression
from onrecord.read.times.guess import Dating, dating
from onrecord.read.times.period import Period
from onrecord.read.times.seen import seen_from, words_of


def undated(text: str, known: Knowledge) -> list[Expression]:
    """Expressions and events of a text, with days where all possible days of the report agree on them."""
    words = words_of(text, known)
    from_nowhere = seen_from(text, words, None, known)
    found = dating(text, known)
    if unknown(found.allowed):
        return from_nowhere
    days = _stands(found)
    views = [{(e.start, e.end): e for e in seen_from(text, words, day, known)} for day in days]
    own = {(e.start, e.end): e for e in from_nowhere}
    out = []
    for place in sorted({place for view in views for place in view} | set(own)):
        same = _agreed([view.get(place) for view in views], days)
        chosen = _ending(own.get(place), found) or same or own.get(place)
        if chosen:
            out.append(chosen)
    return out


def _stands(found: Dating) -> list[date]:
    """The days to look from: the likely ones, else both ends of what is allowed."""
    return list(found.candidates) or [found.allowed[0].first, found.allowed[-1].last]


def _agreed(seen: list[Expression | None], days: list[date]) -> Expression | None:
    """The one meaning that an expression has from all days."""
    first = seen[0]
    if first is None or any(e is None or e.meaning.value != first.meaning.value for e in seen):
        return None
    if any(e is not None and e.meaning.covers != first.meaning.covers for e in seen):
        return None
    if first.meaning.how == "explicit" or first.meaning.covers is None:
        return first
    span = f"{days[0]}" if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
    why = first.meaning.why or ""
    return first._replace(
        meaning=first.meaning._replace(why=f"{why.split(', from ')[0].split('; ')[0]}; the same from {span}")
    )


def _ending(expression: Expression | None, found: Dating) -> Expression | None:
    """A duration that ends with a handover: "the next two months" of a president who leaves."""
    event = found.ends.get(expression.start) if expression else None
    if expression is None or event is None:
        return None
    covers = Period(found.allowed[0].first, event.first)
    return expression._replace(meaning=expression.meaning._replace(covers=covers, why=f"up to the {event}"))
