"""Which of the new articles carry the text of others: sets `original` and what goes with it."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, func, select

from onrecord.record import tables
from onrecord.record.ids import short
from onrecord.record.linking.rows import change, where
from onrecord.record.same import Copy, Credit, Group, Imprint, Sketch, compared, copy_of, groups, unpacked

B, OTHER = tables.bands.c, tables.bands.alias("other")
Credits = tuple[Credit, ...]
Pair = tuple[str, str]
COLUMNS = ("original", "copy_kind", "copy_share", "copy_why", "agency", "agency_why")
UNLINKED = dict.fromkeys(COLUMNS)
MOST = 60  # articles that one article is compared with: those that share most keys
NEAREST = (  # those that share most keys with one article
    select(OTHER.c.article)
    .join_from(tables.bands, OTHER, OTHER.c.band == B.band)
    .where(B.article == bindparam("one"), OTHER.c.article != B.article)
    .group_by(OTHER.c.article)
    .order_by(func.count().desc(), OTHER.c.article)
    .limit(MOST)
)


def link_copies(connection: Connection, new: Iterable[str]) -> set[str]:
    """Group ``new`` articles with those whose text they carry; the ids of all whose group changed.

    The groups that a new article touches are worked out again from all their members, so that they are the
    same whichever of them came first into the record.
    """
    members, sketches, copies = _closed(connection, set(new))
    return _write(connection, sketches, members, groups((sketches[one].imprint for one in members), copies))


def _closed(connection: Connection, new: set[str]) -> tuple[set[str], dict[str, Sketch], list[Copy]]:
    """The articles with all that a chain of copies or of names joins to them, and what copies these are.

    Copies that are of no group count too: whether a digest is the whole of a part shows only where all of its
    parts are looked at.
    """
    members: set[str] = set()
    sketches: dict[str, Sketch] = {}
    made: dict[Pair, Copy | None] = {}
    ahead = new
    while ahead:
        members |= ahead
        found = _candidates(connection, ahead)
        sketches |= _sketches(connection, {*ahead, *chain.from_iterable(found.values())} - sketches.keys())
        pairs = {(min(one, other), max(one, other)) for one, near in found.items() for other in near}
        fresh = {both: copy_of(sketches[both[0]], sketches[both[1]]) for both in sorted(pairs - made.keys())}
        made |= fresh
        near = {one for both, copy in fresh.items() if copy for one in both}
        ahead = (near | _namesakes(connection, ahead) | _grouped(connection, ahead)) - members
    return members, sketches, [copy for _, copy in sorted(made.items()) if copy]


def _candidates(connection: Connection, articles: Iterable[str]) -> dict[str, list[str]]:
    """For each article those that share most of its keys; one by one, since thousands may share some."""
    return {one: [*connection.scalars(NEAREST, {"one": one})] for one in articles}


def _namesakes(connection: Connection, articles: set[str]) -> set[str]:
    """Those with the url or the guid of any of the articles, as versions have whose texts share nothing."""
    c = tables.articles.c
    rows = [*where(connection, select(c.url, c.guid), c.id, articles)]
    names = {name for row in rows for name in (row.url, row.guid) if name}
    items = {short(name) for name in names}
    return {
        row.id
        for column, values in ((c.url, names), (c.item, items))
        for row in where(connection, select(c.id), column, values)
    }


def _grouped(connection: Connection, articles: set[str]) -> set[str]:
    """All that are grouped with any of the articles by now."""
    c = tables.articles.c
    firsts = {row.original for row in where(connection, select(c.original), c.id, articles) if row.original}
    return firsts | {row.id for row in where(connection, select(c.id), c.original, articles | firsts)}


def _sketches(connection: Connection, articles: Iterable[str]) -> dict[str, Sketch]:
    wanted = set(articles)
    published = _imprints(connection, wanted)
    c = tables.sketches.c
    rows = where(connection, select(c.article, c.sketch), c.article, wanted)
    return {row.article: unpacked(row.sketch, published[row.article]) for row in rows}


def _imprints(connection: Connection, articles: Iterable[str]) -> dict[str, Imprint]:
    c = tables.articles.c
    query = select(c.id, c.outlet, c.url, c.guid, c.published, c.credits)
    return {
        row.id: Imprint(
            row.id,
            row.outlet,
            row.url,
            row.guid,
            row.published,
            msgspec.json.decode(row.credits, type=Credits),
        )
        for row in where(connection, query, c.id, articles)
    }


def _write(
    connection: Connection, sketches: dict[str, Sketch], members: set[str], made: Iterable[Group]
) -> set[str]:
    c = tables.articles.c
    rows: dict[str, dict[str, Any]] = {article: {"id": article, **UNLINKED} for article in members}
    for group in made:
        source = {"agency": group.source.name, "agency_why": group.source.why}
        rows[group.first] |= source
        for one in group.members:
            if one.kind != "version":
                share = round(compared(sketches[one.article], sketches[group.first]).a_in_b, 3)
                rows[one.article] |= source | {
                    "original": group.first,
                    "copy_kind": one.kind,
                    "copy_share": share,
                    "copy_why": one.why,
                }
    before = {row.id: row.original for row in where(connection, select(c.id, c.original), c.id, members)}
    change(connection, tables.articles, rows.values())
    return {article for article, row in rows.items() if before[article] != row["original"]}
