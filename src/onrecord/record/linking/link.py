"""Work out what new articles have in common with those in the record, and what that changes."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from onrecord.record import tables
from onrecord.record.ids import article_of
from onrecord.record.linking.copies import link_copies
from onrecord.record.linking.happenings import link_events
from onrecord.record.linking.persons import link_people
from onrecord.record.linking.rows import change, where
from onrecord.record.linking.sayings import link_utterances, speakers
from onrecord.record.linking.standing import link_positions
from onrecord.record.linking.versions import link_versions
from onrecord.record.uncollected import uncollected


def waiting(connection: Connection) -> list[str]:
    """The articles that are in the record and not linked yet, as after a power cut."""
    a = tables.articles.c
    return list(connection.scalars(select(a.id).where(a.linked.is_(False)).order_by(a.id)))


@uncollected()
def link(connection: Connection, articles: Iterable[str], blocks: Iterable[str] = ()) -> int:
    """Link ``articles`` with all others, in the caller's transaction; how many articles that touched.

    Copies and versions first, since a reprint is no second witness; then who speaks, who speaks of the same
    event, who said the same, and who stands where. What is linked is a function of the articles and
    judgements in the record, however and in whatever order they came into it. ``blocks`` are names to be
    looked at again, after a judgement.
    """
    new = set(articles)
    touched = new | link_versions(connection, new) | link_copies(connection, new)
    agents = link_people(connection, new, blocks)
    statements = speakers(connection, agents, new)
    c = tables.claims.c
    spoken = touched.union(map(article_of, agents))
    events, moved = link_events(connection, spoken)
    said = link_utterances(connection, statements, moved, touched)
    events |= {row.event for row in where(connection, select(c.event), c.statement, said) if row.event}
    link_positions(connection, events)
    change(connection, tables.articles, [{"id": article, "linked": True} for article in sorted(new)])
    return len(spoken)
