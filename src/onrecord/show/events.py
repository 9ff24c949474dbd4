"""A reading -> what is said about each event, by whom, how sure: claims side by side."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from onrecord.claim import Event, TimeBound
from onrecord.reading import Reading
from onrecord.show.claims import Told, labelled
from onrecord.show.people import agents_of, called
from onrecord.show.stances import Degree
from onrecord.show.visible import one_line
from onrecord.show.when import times_of, when


class About(Struct, frozen=True):
    """An event and the claims about it, in the order of the text.

    ``facts`` are what is known of it: PLOVER type and mode, when, who takes part and as what. ``sums`` tells
    how often it is held in which way, so that a dispute shows at a glance. ``time`` of a claim is empty
    where it is the event's.
    """

    label: str
    facts: tuple[str, ...]
    claims: tuple[Told, ...]
    sums: tuple[tuple[Degree, int], ...]


class Events(Struct, frozen=True):
    """The events of an article: those that ``several`` claims are about, most first, and a ``single`` one.

    ``loose`` are the claims about no event, and ``unclaimed`` is what the events are called that no claim
    is about.
    """

    several: tuple[About, ...] = ()
    single: tuple[About, ...] = ()
    loose: tuple[Told, ...] = ()
    unclaimed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.several or self.single)


def by_event(reading: Reading, found: Sequence[Told]) -> Events:
    """The claims of ``reading`` under their events; nothing where no events were read."""
    known = {event.id for event in reading.events}
    grouped: dict[str | None, list[Told]] = {}
    for each in found:
        grouped.setdefault(each.claim.event if each.claim.event in known else None, []).append(each)
    events = [_about(reading, event, grouped[event.id]) for event in reading.events if event.id in grouped]
    events.sort(key=lambda event: -len(event.claims))
    return Events(
        several=tuple(event for event in events if len(event.claims) > 1),
        single=tuple(event for event in events if len(event.claims) == 1),
        loose=tuple(grouped.get(None, ())),
        unclaimed=tuple(
            labelled(event, reading.article.text) for event in reading.events if event.id not in grouped
        ),
    )


def _about(reading: Reading, event: Event, claims: list[Told]) -> About:
    text, agents = reading.article.text, agents_of(reading)
    kind = " ".join(one_line(part) for part in (event.type, event.mode) if part).replace("_", " ").lower()
    people = ", ".join(
        called(each.agent, agents) + (f" ({one_line(each.role)})" if each.role else "")
        for each in event.participants
    )
    return About(
        label=labelled(event, text),
        facts=tuple(part for part in (kind, when(event.time, times_of(reading), text), people) if part),
        claims=tuple(
            replace(each, time="") if _same(each.claim.time, event.time) else each for each in claims
        ),
        sums=tuple(Counter(each.degree for each in claims if each.degree).most_common()),
    )


def _same(claim: TimeBound | None, event: TimeBound | None) -> bool:
    """Whether a claim says nothing else of the time than its event; what it does not say is the event's."""
    if claim is None or event is None:
        return claim is None
    return (claim.relation, claim.bound) == (event.relation, event.bound)
