"""What a report commits its holder to, and how two commitments differ (FactBank values as ranks)."""

from datetime import date
from typing import Literal, NamedTuple

from msgspec import Struct

Side = Literal["+", "-", ""]

NEAR = 45  # days within which two talk of one thing, if one of them does not bind it to a time
RETOLD = 3  # days after which words may be told again as if they were new
MOVED = 7  # days by which the day of what lies ahead may be put off, and less
RANK = {"CT": 3, "PR": 2, "PS": 1, "Uu": 0}


class Commitment(Struct, frozen=True, order=True):
    """One claim of one utterance. Commitments sort in order of saying.

    ``day`` is that of the saying and ``moment`` when it was first reported. ``p`` is how likely the claim
    and its value are right. ``report`` is the statement, in ``article``, and its ``kind`` whether it is
    quoted; ``recalled`` that it tells of words said earlier, on a day that it does not tell. ``words``
    are those of its trigger and ``things`` the others of the claim, ``others`` who takes part beside the
    holder, ``type`` the type and mode of its event, ``dated`` that it tells the day, ``ahead`` that it
    may or will be, ``bound`` the first and last day to which it is bound, as ordinals, and ``closed`` the
    day on which the event is known to have happened. ``corrects`` is true where its article takes back
    what an earlier one reported, and ``disavows`` where it says that the holder never said so.
    """

    day: str = ""
    moment: str = ""
    start: int = 0
    utterance: str = ""
    claim: str = ""
    value: str = "Uu"
    uu: str | None = None
    polarity: str | None = None
    act: str | None = None
    text: str = ""
    p: float = 1.0
    report: str = ""
    article: str = ""
    kind: str = "indirect"
    words: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    type: str | None = None
    others: frozenset[str] = frozenset()
    recalled: bool = False
    dated: bool = True
    ahead: bool = False
    bound: tuple[int, int] | None = None
    closed: str | None = None
    corrects: bool = False
    disavows: bool = False


class Difference(NamedTuple):
    """How one commitment differs from the one before it, and why that is said."""

    kind: Literal["firmer", "softer", "reversed", "repeated"]
    why: str


def side(one: Commitment) -> Side:
    """For it, against it, or neither: what is hoped or demanded has the side of its polarity.

    >>> side(Commitment(value="PS+")), side(Commitment(value="Uu", uu="desire", polarity="-"))
    ('+', '-')
    """
    if one.value[-1:] in {"+", "-"}:
        return "+" if one.value.endswith("+") else "-"
    if one.uu in {"desire", "deontic"}:
        return "-" if one.polarity == "-" else "+"
    return ""


def rank(one: Commitment) -> int:
    """How committed: 3 certain, 2 probable, 1 possible, 0 not at all.

    >>> [rank(Commitment(value=value)) for value in ("CT-", "PS+", "Uu")]
    [3, 1, 0]
    """
    return RANK.get(one.value[:2], 0)


def difference(before: Commitment, now: Commitment) -> Difference:
    """How ``now`` differs from ``before``.

    The sides of two that are only possible do not exclude each other: who does not rule it out may well
    doubt it. To begin to commit is firmer, to stop is softer.

    >>> a, b = (Commitment(value=value) for value in ("PS+", "CT-"))
    >>> difference(a, b).kind, difference(b, a).kind, difference(a, a).kind
    ('reversed', 'reversed', 'repeated')
    """
    first, second = rank(before), rank(now)
    if {side(before), side(now)} == {"+", "-"} and max(first, second) != 1:
        return Difference("reversed", f"{told(before)} before, {told(now)} now")
    if second == first:
        return Difference("repeated", f"{told(now)}, as before")
    kind: Literal["firmer", "softer"] = "firmer" if second > first else "softer"
    return Difference(kind, f"{told(before)} before, {told(now)} now")


def comparable(one: Commitment, other: Commitment) -> bool:
    """Whether two are about one thing, in like words and at one time, so that a difference is a change.

    Else they are of one event perhaps; but a change that is told and never was does more harm than one that
    is missed. What is said after an event took place is about another one, or looks back.
    """
    kind = one.type is not None and one.type == other.type
    things = not (one.things and other.things) or one.things & other.things  # pensions rise, and taxes do not
    alike = kind or bool(one.words & other.words and things)
    others = bool(one.others and other.others) and not one.others & other.others
    if not alike or others or _over(one) != _over(other):
        return False
    if one.bound and other.bound:
        return max(one.bound[0] - other.bound[1], other.bound[0] - one.bound[1]) < MOVED
    return apart(one, other) <= NEAR


def apart(one: Commitment, other: Commitment) -> int:
    """The days between the sayings of two."""
    return abs(_ordinal(one.day) - _ordinal(other.day))


def _over(one: Commitment) -> bool:
    """Whether it is said once the event took place, which on the day itself only the words tell."""
    return one.closed is not None and (one.day > one.closed or (one.day == one.closed and not one.ahead))


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0


def told(one: Commitment) -> str:
    """The value as it is written: CT+, Uu desire."""
    return f"{one.value} {one.uu}" if one.uu else one.value
