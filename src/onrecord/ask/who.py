"""The people of a record: `who`."""

from sqlalchemy import Connection, and_, or_, select

from onrecord.answer import People
from onrecord.ask.layers import of_people, persons
from onrecord.ask.names import suggestions
from onrecord.ask.portions import most, place, token
from onrecord.ask.shown import shown
from onrecord.query import And, Query
from onrecord.record import tables


def who(
    connection: Connection, query: Query | None = None, *, limit: int = 50, after: str | None = None
) -> People:
    """People with their names, roles and days, those who say most first.

    A query of a name alone finds who is called so, whether they speak or are spoken of; any other finds those
    who said what matches.
    """
    p, limit = tables.people.c, most(limit)
    rows = select(p.id, p.statements).where(of_people(connection, query))
    told = place(after, (int, str))
    if told:
        rows = rows.where(or_(p.statements < told[0], and_(p.statements == told[0], p.id > told[1])))
    found = connection.execute(rows.order_by(p.statements.desc(), p.id).limit(limit + 1)).all()
    last = found[limit - 1] if len(found) > limit else None
    return People(
        query=shown(query or And(())),
        rows=tuple(persons(connection, [row.id for row in found[:limit]])),
        next=token(last.statements, last.id) if last else None,
        suggestions=suggestions(connection, query) if query and not found and not after else (),
    )
