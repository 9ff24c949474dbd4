"""Two speakers, or one speaker then and now, on the same events: `compare`.

``who:Sol`` beside ``who:Berg``; or ``who:Sol until:2015`` beside ``who:Sol since:2016``.
"""

from collections.abc import Sequence

from sqlalchemy import Connection

from onrecord.answer import Comparison, Pair, Stand
from onrecord.ask import entries
from onrecord.ask.names import suggestions
from onrecord.ask.portions import most, place, token
from onrecord.ask.shown import shown
from onrecord.ask.timeline import Spot, matching, topics
from onrecord.entry import Position
from onrecord.query import Query
from onrecord.record.positions.commitment import Commitment, difference, told

STANDS: dict[str, Stand] = {
    "firmer": "firmer",
    "softer": "softer",
    "reversed": "opposed",
    "repeated": "same",
}


def compare(
    connection: Connection,
    left: Query,
    right: Query,
    *,
    limit: int = 50,
    after: str | None = None,
    common: bool = True,
) -> Comparison:
    """Where two queries stand on each event, side by side: two speakers, or one speaker then and now.

    Of each side the position counts that was in force last: one that was taken back, or in which something is
    disavowed, counts only where there is no other. With ``common`` only events come on which both said
    something; without it the others too. The event that was spoken of first comes first.
    """
    limit = most(limit)
    (one, more), (other, further) = matching(connection, left), matching(connection, right)
    lefts, rights = _by_event(one), _by_event(other)
    first: dict[str, str] = {}
    for spot in (*one, *other):
        first[spot.event] = min(spot.day, first.get(spot.event, spot.day))
    events = lefts.keys() & rights.keys() if common else lefts.keys() | rights.keys()
    start = place(after, (str, str))
    ahead = [key for key in sorted((first[event], event) for event in events) if not start or [*key] > start]
    page = [event for _, event in ahead[:limit]]
    return Comparison(
        left=shown(left),
        right=shown(right),
        rows=tuple(_pairs(connection, page, lefts, rights)),
        next=token(*ahead[limit - 1]) if len(ahead) > limit else None,
        more=more or further,
        suggestions=(*suggestions(connection, left), *suggestions(connection, right))
        if not one or not other
        else (),
    )


def _by_event(spots: Sequence[Spot]) -> dict[str, list[str]]:
    """The ids of the positions on each event in order of saying."""
    found: dict[str, list[str]] = {}
    for spot in spots:
        found.setdefault(spot.event, []).append(spot.id)
    return found


def _pairs(
    connection: Connection, page: Sequence[str], lefts: dict[str, list[str]], rights: dict[str, list[str]]
) -> list[Pair]:
    events = topics(connection, page)
    ids = [id for event in page for side in (lefts, rights) for id in side.get(event, ())]
    positions = {one.id: one for one in entries.positions(connection, ids)}
    pairs = []
    for event in page:
        one, other = (_in_force([positions[id] for id in side.get(event, ())]) for side in (lefts, rights))
        pairs.append(Pair(events[event], one, other, *_stand(one, other)))
    return pairs


def _in_force(positions: Sequence[Position]) -> Position | None:
    """The last one that was not taken back, else the last one."""
    if not positions:
        return None
    standing = [one for one in positions if one.superseded is None and one.change != "disavowed"]
    return (standing or positions)[-1]


def _stand(one: Position | None, other: Position | None) -> tuple[Stand, str]:
    """How the right position differs from the left one."""
    if one is None or other is None:
        return ("only left", "only the left side") if other is None else ("only right", "only the right side")
    differs = difference(_commitment(one), _commitment(other))
    stand = STANDS[differs.kind]
    values = f"{told(_commitment(one))} on the left, {told(_commitment(other))} on the right"
    return stand, values if stand != "same" else f"{told(_commitment(one))} on both sides"


def _commitment(one: Position) -> Commitment:
    return Commitment(
        day="", moment="", start=0, utterance=one.utterance, claim=one.id, value=one.value, uu=one.kind,
        polarity=one.polarity,
    )  # fmt: skip
