"""The events of an article as they are put together: which of them a further mention is of."""

from collections.abc import Iterable, Iterator

from onrecord.read.events.found import Found
from onrecord.read.events.merge import BACK, again, keys
from onrecord.read.events.which import NO_ONE
from onrecord.span import Span


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
            near = {number for key in keys(one.mention) for number in self.near.get(key, [])[-BACK:]}
            home = again(
                one.mention, {number: [other.mention for other in self.of[number]] for number in sorted(near)}
            )
            if home is not None:
                self.put(home, one)
            elif _anchored(one):
                self.put(max(self.of, default=-1) + 1, one)


def _anchored(one: Found) -> bool:
    """Whether a mention of no other event tells enough of its own: who takes part, or when it is.

    A noun in the headline is news by itself, and so is one more of a kind: "a second strike". Of others it is
    enough to know of what they are ("the collapse of the roof"), and of verbs to what it is done, or by whom:
    "the trawler was seized", "the bank lowered its rate".
    """
    told = one.mention
    if not told.kind:
        return False
    if one.parts.noun:
        return bool(told.time or told.who or one.news or told.which != NO_ONE or _of_something(one))
    return one.own and (bool(told.time) or (one.parts.before is not None and bool(told.about)))


def _of_something(one: Found) -> bool:
    """Whether a noun says of what it is: "the collapse of the roof"."""
    return any(preposition == "of" for preposition, _ in one.parts.behind)
