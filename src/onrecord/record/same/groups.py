"""Which articles carry one text, which of them was first, and on which one each of the others hangs."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal

from msgspec import Struct

from onrecord.record.same.agency import folded
from onrecord.record.same.copies import Copy
from onrecord.record.same.imprint import LATEST, Imprint, moment
from onrecord.record.same.lexicon import number
from onrecord.record.same.source import Source, canonical, is_by
from onrecord.record.same.union import Union

Hanging = Literal["reprint", "edited", "cut", "extended", "version"]
JOINS, HALF = number("group", "joins"), number("copy", "both")

_Order = Mapping[str, tuple[datetime, bool, str]]


class Member(Struct, frozen=True):
    """An article that was not the first of its group, and the earlier one that it was taken ``of``.

    As the ``kind`` of a `Copy`, but that it has a direction now: of a shorter and a longer article the later
    one is "cut" if it is the shorter one and "extended" if it holds the earlier text and more, as a live page
    or a night lead does.
    """

    article: str
    of: str
    kind: Hanging
    why: str


class Group(Struct, frozen=True):
    """Articles that carry one text, in the order in which they are counted as published."""

    first: str
    members: tuple[Member, ...]
    source: Source

    @property
    def reprints(self) -> int:
        """How many articles say nothing new: all but the first one, and no version of one counted before."""
        return sum(member.kind != "version" for member in self.members)


def groups(imprints: Iterable[Imprint], copies: Iterable[Copy]) -> tuple[Group, ...]:
    """The groups of two or more articles, by their first article's id.

    Versions of one item count as one. Two items are of one group if a chain of copies joins them; a part
    joins those that grew out of it and the one that it was taken from, and no digest of many. The first of a
    group is the earliest (see `moment`); at the same moment the source before its customers, then the lower
    id. What is given twice or in another order changes nothing.
    """
    known = {one.id: one for one in imprints}
    links = sorted(
        {copy for copy in copies if copy.shorter in known and copy.longer in known},
        key=lambda copy: (copy.shorter, copy.longer, copy.kind, copy.within, copy.why),
    )
    items = _items(known, links)
    stories = _stories(known, links, items)
    made = (
        _group([known[i] for i in ids], links_of, items) for ids, links_of in _parts(known, links, stories)
    )
    return tuple(sorted(made, key=lambda group: group.first))


def _items(known: Mapping[str, Imprint], links: Sequence[Copy]) -> Union:
    """Versions of one item together."""
    items = Union(known)
    for copy in links:
        if copy.kind == "version":
            items.join(copy.shorter, copy.longer)
    named: dict[tuple[str, str], str] = {}
    superseded = []
    for one in sorted(known.values(), key=lambda one: one.id):
        outlet = folded(one.outlet or "")
        for name in (one.guid, one.url):
            if name and outlet:
                items.join(one.id, named.setdefault((name, outlet), one.id))
        superseded += [(one.id, (name, outlet)) for name in one.supersedes if outlet]
    for later, earlier in superseded:
        items.join(later, named.get(earlier, later))
    return items


def _stories(known: Mapping[str, Imprint], links: Sequence[Copy], items: Union) -> Union:
    """Items with the same text together."""
    stories = items.copy()
    cuts = [copy for copy in links if copy.kind == "cut"]
    for copy in links:
        if copy.kind != "cut" or copy.of_longer >= HALF:
            stories.join(copy.shorter, copy.longer)
    _join_parts([copy for copy in cuts if copy.of_longer >= JOINS], known, items, stories)
    _join_parts([copy for copy in cuts if copy.of_longer < JOINS], known, stories.copy(), stories)
    return stories


def _join_parts(cuts: Sequence[Copy], known: Mapping[str, Imprint], wholes: Union, stories: Union) -> None:
    """Join each part, an item or all that are like it, with the longer articles that it belongs to.

    A longer article that came later grew out of the part, as several may, unless the part is so little of it
    that it may be one of many in a digest. Of those that did not, the part was taken from one: two reports of
    a series can share the paragraphs that somebody printed alone. At the same moment, or without dates, what
    holds several such little parts is a digest as well.
    """
    seen: dict[str, datetime] = {}
    for one in known.values():
        part = wholes.of(one.id)
        seen[part] = min(seen.get(part, LATEST), moment(one.published))
    held: dict[str, set[str]] = {}
    for copy in cuts:
        held.setdefault(copy.longer, set()).add(wholes.of(copy.shorter))
    best: dict[str, tuple[bool, float, float, datetime, str]] = {}
    for copy in cuts:
        part, whole = wholes.of(copy.shorter), seen[wholes.of(copy.longer)]
        little = copy.of_longer < JOINS
        if whole > seen[part]:
            if not little:
                stories.join(part, copy.longer)
        elif whole < seen[part] or not little or len(held[copy.longer]) == 1:
            claim = (copy.of_longer < HALF, -copy.within, -copy.of_longer, whole, copy.longer)
            best[part] = min(best.get(part, claim), claim)
    for part, (*_, longer) in sorted(best.items()):
        stories.join(part, longer)


def _parts(
    known: Mapping[str, Imprint], links: Sequence[Copy], stories: Union
) -> Iterable[tuple[list[str], list[Copy]]]:
    ids: dict[str, list[str]] = {}
    for one in sorted(known):
        ids.setdefault(stories.of(one), []).append(one)
    between: dict[str, list[Copy]] = {}
    for copy in links:
        if stories.of(copy.shorter) == stories.of(copy.longer):
            between.setdefault(stories.of(copy.shorter), []).append(copy)
    return ((one, between.get(root, [])) for root, one in ids.items() if len(one) > 1)


def _group(every: Sequence[Imprint], links: Sequence[Copy], items: Union) -> Group:
    source = canonical(every)
    order: dict[str, tuple[datetime, bool, str]] = {}
    for one in every:
        own = is_by(one, source.name)
        order[one.id] = (moment(one.published, source=own), not own, one.id)
    heads: dict[str, str] = {}
    for i in sorted(order, key=order.__getitem__):
        heads.setdefault(items.of(i), i)
    touching: dict[str, list[Copy]] = {}
    for copy in links:
        ends = {items.of(copy.shorter), items.of(copy.longer)}
        for i in ends if len(ends) > 1 else ():  # versions do not hang on each other by what they share
            touching.setdefault(i, []).append(copy)
    first, *later = sorted(order, key=order.__getitem__)
    members = []
    for i in later:
        head = heads[items.of(i)]
        if head == i:
            members.append(_hung(i, first, touching.get(items.of(i), []), order, items))
        else:
            members.append(Member(i, head, "version", "A later version of the same item."))
    return Group(first, tuple(members), source)


def _hung(i: str, first: str, links: Sequence[Copy], order: _Order, items: Union) -> Member:
    """The item hung on the earlier article that has most of it, or on the first if all like it came later."""
    ranked = []
    for copy in links:
        is_shorter = items.of(copy.shorter) == items.of(i)
        other = copy.longer if is_shorter else copy.shorter
        share = copy.within if is_shorter else copy.of_longer
        ranked.append((order[other] > order[i], -share, order[other], is_shorter, copy))
    came_later, _, (_, _, other), is_shorter, copy = min(ranked, key=lambda one: one[:4])
    kind: Hanging = "extended" if copy.kind == "cut" and not is_shorter else copy.kind
    if came_later:
        return Member(i, first, kind, f"Through {other}, which came later. {copy.why}")
    return Member(i, other, kind, copy.why)
