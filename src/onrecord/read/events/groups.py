"""The events of an article as they are put together: which of them a further mention is of."""

from collections.abc import Iterable, Iterator

from onrecord.read.events.found import Found
from onrecord.read.events.kinds import kind
from onrecord.read.events.merge import BACK, Mention, again, keys
from onrecord.read.events.which import NO_ONE
from onrecord.span import Span

STEP = "step"  # the kind of nouns that speak of an event told before
INDEFINITE = frozenset(("a", "an"))
DEFINITE = frozenset(("the", "this", "that", "its", "his", "her", "their"))


class Groups:
    """The mentions of each event, by the number of its first one; ``triggers`` are the words of all."""

    def __init__(self) -> None:
        self.of: dict[int, list[Found]] = {}
        self.triggers: list[Span] = []
        self.near: dict[str, list[int]] = {}

    def all(self) -> Iterator[Found]:
        """All mentions."""
        for group in self.of.values():
            yield from group

    def put(self, number: int, one: Found) -> None:
        """Put a mention to an event."""
        self.of.setdefault(number, []).append(one)
        self.triggers += one.trigger
        for key in keys(one.mention):
            events = self.near.setdefault(key, [])
            if number not in events[-BACK:]:
                events.append(number)

    def join(self, beside: Iterable[Found]) -> None:
        """Put mentions to the events that they are of; those of no other are events if they tell enough."""
        taken = set(self.triggers)
        for one in beside:
            if one.trigger[0] in taken:
                continue
            taken.update(one.trigger)
            if one.mention.kind == STEP:
                told = self._told_before(one)
                if told is not None:
                    self.put(told, one)
                continue
            near = {number for key in keys(one.mention) for number in self.near.get(key, [])[-BACK:]}
            home = again(
                one.mention, {number: [other.mention for other in self.of[number]] for number in sorted(near)}
            )
            if home is not None:
                self.put(home, one)
            elif _anchored(one):
                self.put(max(self.of, default=-1) + 1, one)

    def _told_before(self, one: Found) -> int | None:
        """The event that "a step" behind a comma or "the move" speaks of: the last before, or the main one.

        Of a text the main event is the one of which it had spoken most.
        """
        at, s = one.mention.place, one.sentence
        if one.mention.which != NO_ONE or s.said(one.parts.at).endswith("s"):
            return None  # "the next decision", "on the steps"
        before = {
            number: places
            for number, group in self.of.items()
            if (places := [told.place for told in _kinds(group) if told.place < at])
        }
        if not before:
            return None
        if _article(one) in INDEFINITE:
            last = max(before, key=lambda number: max(before[number]))
            return last if max(before[last]) >= s.words[0].start else None
        if _article(one) in DEFINITE:
            return max(before, key=lambda number: (len(before[number]), -min(before[number])))
        return None


def _kinds(group: Iterable[Found]) -> Iterator[Mention]:
    """The mentions of some kind."""
    return (one.mention for one in group if one.mention.kind and one.mention.kind != STEP)


def _article(one: Found) -> str:
    """The word before a noun, but for an adjective."""
    s, at = one.sentence, one.parts.at
    words = [s.said(i) for i in range(max(0, at - 2), at)]
    return next((word for word in reversed(words) if word in INDEFINITE | DEFINITE), "")


def _anchored(one: Found) -> bool:
    """Whether a mention of no other event tells enough of its own: who takes part, or when it is.

    A noun in the headline is news by itself, and so is one more of a kind: "a second strike". Of others it is
    enough to know of what they are ("the collapse of the roof"), and of verbs to what it is done, or by whom:
    "the trawler was seized", "the bank lowered its rate".
    """
    told = one.mention
    if not told.kind:  # "began filling the reservoir"
        return one.own and not one.parts.noun and bool(told.about)
    if one.parts.noun:
        return bool(told.time or told.who or one.news or told.which != NO_ONE or _of_something(one))
    if one.parts.before is None or not one.own:
        return one.own and bool(told.time)
    return bool(told.time) or one.parts.passive or (kind(told.kind).type is None and bool(told.about))


def _of_something(one: Found) -> bool:
    """Whether a noun says of what it is: "the collapse of the roof"."""
    return one.sentence.said(one.parts.at + 1) == "of"
