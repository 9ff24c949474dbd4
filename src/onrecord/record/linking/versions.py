"""Which articles are no longer what their publisher says: replaced, corrected, or withdrawn."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, select

from onrecord.record import tables
from onrecord.record.linking.rows import change, listed, where

C = tables.articles.c
QUERY = select(
    C.id, C.item, C.url, C.guid, C.outlet, C.moment, C.modified, C.status, C.supersedes, C.note, C.words,
    C.superseded_by, C.superseded_why,
)  # fmt: skip
PART = 0.5  # of an article's length: what is shorter is a notice about it, and takes back only what it names


def link_versions(connection: Connection, new: Iterable[str]) -> set[str]:
    """Say of each article whether another one took its place; the ids of those of which that changed.

    Of the versions of an item the last one stands. An article that names another one as what it supersedes
    takes its place too, unless it is only a short notice of what was wrong in it: that one takes back some
    statements and leaves the others (see `utterances.taken_back`). What was withdrawn has nobody's word.
    """
    rows = _touched(connection, set(new))
    named = _by_name(rows.values())
    changes = []
    for row in rows.values():
        by, why = _taken_back(
            row, [other for name in _names(row) for other in named[name] if other.id != row.id]
        )
        if (by, why) != (row.superseded_by, row.superseded_why):
            changes.append({"id": row.id, "superseded_by": by, "superseded_why": why})
    change(connection, tables.articles, changes)
    return {row["id"] for row in changes}


def corrections(connection: Connection, articles: Iterable[str]) -> dict[str, set[str]]:
    """For each article those that it says it corrects, and that are in the record."""
    r = tables.replacements.c
    names: dict[str, set[str]] = defaultdict(set)
    for row in where(connection, select(r.name, r.article), r.article, articles):
        names[row.name].add(row.article)
    found: dict[str, set[str]] = defaultdict(set)
    for column in (C.url, C.guid):
        for row in where(connection, select(C.id, column.label("name")), column, names):
            for article in names[row.name] - {row.id}:
                found[article].add(row.id)
    return found


def _touched(connection: Connection, new: set[str]) -> dict[str, Row[Any]]:
    """The new articles, all versions of their items, and those that either side names."""
    rows = {row.id: row for row in where(connection, QUERY, C.id, new)}
    named = {name for row in rows.values() for name in listed(row.supersedes)}
    own = {name for row in rows.values() for name in (row.url, row.guid) if name}
    r = tables.replacements.c
    naming = {row.article for row in where(connection, select(r.article), r.name, own)}
    for column, values in ((C.url, named), (C.guid, named), (C.id, naming)):
        rows |= {row.id: row for row in where(connection, QUERY, column, values)}
    items = {row.item for row in rows.values()}
    return rows | {row.id: row for row in where(connection, QUERY, C.item, items)}


def _names(row: Row[Any]) -> set[str]:
    return {f"item {row.item}", *(name for name in (row.url, row.guid) if name)}


def _by_name(rows: Iterable[Row[Any]]) -> dict[str, list[Row[Any]]]:
    """Under each item its versions, and under each url and guid the articles that say they supersede it."""
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[f"item {row.item}"].append(row)
        for name in listed(row.supersedes):
            found[name].append(row)
    return found


def _taken_back(row: Row[Any], others: Iterable[Row[Any]]) -> tuple[str | None, str | None]:
    if row.status == "withdrawn":
        return row.id, "its publisher withdrew it"
    later = [other for other in others if _order(other) > _order(row) and _may(other, row)]
    if not later:
        return None, None
    last = max(later, key=_order)
    if last.status == "withdrawn":
        return last.id, "its publisher withdrew it"
    return last.id, f"a later version: {last.note}" if last.note else "there is a later version"


def _may(other: Row[Any], row: Row[Any]) -> bool:
    """Whether it is the same outlet's to replace, and more than a notice."""
    if other.item == row.item:
        return not other.outlet or not row.outlet or bool(other.outlet.casefold() == row.outlet.casefold())
    return other.status == "withdrawn" or bool(other.words >= PART * row.words)


def _order(row: Row[Any]) -> tuple[str, str, str]:
    return row.moment or "", row.modified or "", row.id
