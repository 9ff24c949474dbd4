"""What the articles of a record tell of people's roles, as a table of knowledge for the reading of others."""

import csv
from pathlib import Path

from sqlalchemy import Connection, select

from onrecord.record import tables

COLUMNS = ("person", "office", "of", "from", "to")
MOST = 50_000  # roles, those that most articles tell: a table of knowledge has at most twice as many rows
LONGEST = 150  # characters of the three together; what is longer is no name and no office
OLDEST, NEWEST = "1000", "3000"  # years of the dates in a table of knowledge


def learned(connection: Connection, path: Path) -> Path:
    """Write the roles of people with full names to ``path``, as a CSV file for `onrecord read --knowledge`.

    A role holds from the day on which an article first gives it; when it ended no article says, so that
    the successor ends it.
    """
    p, r = tables.people.c, tables.roles.c
    query = (
        select(p.name, r.role, r.organization, r.first)
        .join_from(tables.roles, tables.people, r.person == p.id)
        .where(p.kind == "person", r.organization.is_not(None), p.name.like("% %"))
        .order_by(r.articles.desc(), p.id, r.role)
        .limit(MOST)
    )
    known = [row for row in (_row(*told) for told in connection.execute(query)) if row]
    known.sort(key=lambda row: (row[3], row[0], row[1]))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *known])
    return path


def _row(name: str, role: str, organization: str, first: str | None) -> tuple[str, ...] | None:
    """A row as `onrecord.knowledge.load` takes it; None where something is missing."""
    told = tuple(" ".join(part.split()) for part in (name, role, organization))
    if not all(told) or sum(map(len, told)) > LONGEST:
        return None
    day = first or ""
    return (*told, day if OLDEST <= day < NEWEST else "", "")
