"""What became of an event: whether articles say that it happened or did not, once its day was there."""

from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct

from onrecord.record.events.happenings import Happening
from onrecord.record.events.mention import Mentioned

SURE = 0.6


class Claimed(Protocol):
    """A claim about the event, as the table of claims has it."""

    @property
    def id(self) -> str:
        """Where to look it up."""

    @property
    def mention(self) -> str | None:
        """The mention of the event that it stands in."""

    @property
    def value(self) -> str | None:
        """How sure its holder is: CT+, CT-, ..."""

    @property
    def p(self) -> float | None:
        """How likely it is that there is such a claim."""

    @property
    def value_p(self) -> float | None:
        """How likely its value is right."""

    @property
    def relation(self) -> str | None:
        """How it is bound to a time: ON, BEFORE, ..."""

    @property
    def earliest(self) -> str | None:
        """The first day that this allows."""

    @property
    def latest(self) -> str | None:
        """The last day that this allows."""

    @property
    def day(self) -> str | None:
        """The day on which it was said."""


class Outcome(Struct, frozen=True):
    """Whether it happened, on which day if that is told, and the mention or claim that tells."""

    happened: bool
    on: str | None
    by: str
    why: str


def outcome(one: Happening, claims: Iterable[Claimed]) -> Outcome | None:
    """What the latest article that tells it says became of the event; None where none does.

    An article tells it in its own voice, or passes on somebody who is certain of a day that has passed, or
    of what had been to come and is told without a day.
    """
    own = [mention for mention, _ in one.mentions if mention.told is not None]
    if own:
        last = max(own)
        on = _day(last) or _agreed(mention for mention in own if mention.told == last.told)
        return Outcome(bool(last.told), on, last.id, "an article says so in its own voice")
    now = _undated(one)
    sure = [claim for claim in claims if _passed(claim) or (claim.mention in now and _held(claim))]
    if not sure:
        return None
    last_claim = max(sure, key=lambda claim: (claim.day or "", claim.id))
    of = "a day that has passed" if _passed(last_claim) else "what had been to come"
    return Outcome(
        last_claim.value == "CT+", last_claim.latest, last_claim.id, f"somebody is certain of {of}"
    )


def _passed(claim: Claimed) -> bool:
    if claim.value not in {"CT+", "CT-"} or (claim.p or 0) < SURE or (claim.value_p or 0) < SURE:
        return False
    on = claim.relation in {None, "ON", "DURING"} and claim.earliest is not None
    return bool(on and claim.latest and claim.day and claim.latest <= claim.day)


def _undated(one: Happening) -> set[str]:
    """Where it once was ahead and is so no more: the later mentions that bind it to no day."""
    last = max((mention.day or "" for mention, _ in one.mentions if mention.ahead), default=None)
    if last is None:
        return set()
    return {m.id for m, _ in one.mentions if not m.ahead and m.bound is None and (m.day or "") > last}


def _held(claim: Claimed) -> bool:
    """Whether somebody is certain that it happened."""
    return claim.value == "CT+" and (claim.p or 0) >= SURE and (claim.value_p or 0) >= SURE


def _agreed(told: Iterable[Mentioned]) -> str | None:
    """The day that most of those give who give one; of several the one that was told first."""
    days = Counter(day for mention in sorted(told) if (day := _day(mention)))
    return max(days, key=lambda day: days[day], default=None)


def _day(mention: Mentioned) -> str | None:
    return mention.earliest if mention.earliest and mention.earliest == mention.latest else None
