"""Judgements: two people become one, one article's agent is split off, and all of it can be undone."""

import pytest
from sqlalchemy import Connection, select

from onrecord.errors import RecordError
from onrecord.record import tables
from onrecord.record.linking import link
from onrecord.record.opened import Record
from onrecord.record.people.judging import judge, judgements, undo
from tests.record.people.told import Said, add, told

NEWS = (
    told("2026-03-02", Said("Ayla Duman", "the old harbour would close", role="harbour minister")),
    told("2026-03-03", Said("Ayla Duman", "taxes would rise in May")),
    told("2026-03-04", Said("Kerem Duman", "the bridge was safe again", role="engineer")),
    told("2026-03-05", Said("Ayla Roos", "schools would open on Monday")),
)


def people(connection: Connection) -> dict[str, set[str]]:
    """The first letters of the days on which articles name each person."""
    found: dict[str, set[str]] = {}
    a = tables.agents.c
    for row in connection.execute(select(a.person, a.day)):
        found.setdefault(row.person, set()).add(row.day[-1])
    return found


def agent(connection: Connection, day: str) -> str:
    """The id of the only agent of the article of a day."""
    return connection.scalars(select(tables.agents.c.id).where(tables.agents.c.day == day)).one()


@pytest.mark.parametrize("other", ["kerem-duman", "ayla-roos"])
def test_two_people_become_one_and_two_again(record: Record, other: str) -> None:
    with record.writing() as connection:
        add(connection, NEWS)
        before = people(connection)
        assert before == {"ayla-duman": {"2", "3"}, "kerem-duman": {"4"}, "ayla-roos": {"5"}}
        blocks = judge(connection, "same", "ayla-duman", other, by="Inga", why="she married")
        link(connection, (), blocks)
        assert before["ayla-duman"] | before[other] in people(connection).values()
        assert connection.scalars(select(tables.people.c.articles)).all().count(3) == 1
        (made,) = judgements(connection)
        link(connection, (), undo(connection, made.number, by="Olan", why="she did not"))
        assert people(connection) == before
        kept, taken = judgements(connection)
        assert (kept.by, kept.why, kept.verdict) == ("Inga", "she married", "same")
        assert (taken.by, taken.verdict, taken.undoes) == ("Olan", "undo", kept.number)


def test_one_agent_is_split_off(record: Record) -> None:
    with record.writing() as connection:
        add(connection, NEWS)
        apart = agent(connection, "2026-03-03")
        link(connection, (), judge(connection, "different", "ayla-duman", apart, by="Inga", why="her niece"))
        assert people(connection) == {
            "ayla-duman": {"2"}, "ayla-duman_2": {"3"}, "kerem-duman": {"4"}, "ayla-roos": {"5"},
        }  # fmt: skip
        whose = select(tables.statements.c.person).where(tables.statements.c.speaker == apart)
        assert connection.scalar(whose) == "ayla-duman_2"


def test_a_judgement_holds_for_articles_that_come_later(record: Record) -> None:
    with record.writing() as connection:
        add(connection, NEWS[:3])
        judge(connection, "same", "ayla-duman", "kerem-duman", by="Inga", why="one and the same")
        add(connection, [*NEWS[3:], told("2026-03-06", Said("Kerem Duman", "he would resign"))])
        assert {"2", "3", "4", "6"} in people(connection).values()


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [("ayla-duman", "nobody", "no person"), ("ayla-duman", "ayla-duman", "nothing to decide")],
)
def test_what_cannot_be_judged(record: Record, left: str, right: str, reason: str) -> None:
    with record.writing() as connection:
        add(connection, NEWS)
        with pytest.raises(RecordError, match=reason):
            judge(connection, "same", left, right, by="Inga", why="")
        assert judgements(connection) == []


def test_only_what_is_there_can_be_undone_and_once(record: Record) -> None:
    with record.writing() as connection:
        add(connection, NEWS)
        with pytest.raises(RecordError, match="no judgement 1"):
            undo(connection, 1, by="Inga", why="")
        judge(connection, "same", "ayla-duman", "ayla-roos", by="Inga", why="")
        undo(connection, 1, by="Inga", why="")
        with pytest.raises(RecordError, match="was undone"):
            undo(connection, 1, by="Inga", why="")
