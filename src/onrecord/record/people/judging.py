"""What people decide about who is who: judgements are added, never changed, and undone by another one."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, select

from onrecord.entry import Judgement
from onrecord.errors import RecordError
from onrecord.record import tables

J, A, P = tables.judgements.c, tables.agents.c, tables.people.c


def judge(
    connection: Connection, verdict: Literal["same", "different"], left: str, right: str, *, by: str, why: str
) -> set[str]:
    """Add a judgement on two people or agents; the blocks of names that `link` has to look at again.

    A person stands for its first agent that has a name. "same" makes one of the two whoever they are;
    "different" sets ``right`` apart, which is mostly one agent of one article, from all that ``left`` is.
    Of two judgements on a pair the later one counts.

    RecordError if one of them is not in the record, or if both are the same agent.
    """
    agents = _agent(connection, left), _agent(connection, right)
    if agents[0] == agents[1]:
        raise RecordError(f"{left!r} and {right!r} are one agent of one article: nothing to decide.")
    row = {"verdict": verdict, "left": agents[0], "right": agents[1]}
    connection.execute(
        tables.judgements.insert(), {**row, "at": _now(), "by": by, "why": why, "undoes": None}
    )
    return _blocks(connection, agents)


def undo(connection: Connection, number: int, *, by: str, why: str) -> set[str]:
    """Undo a judgement by one more; the blocks that `link` has to look at again.

    RecordError if there is none of that number, or if it is undone already.
    """
    known = judgements(connection)
    meant = next((one for one in known if one.number == number and one.undoes is None), None)
    if meant is None:
        raise RecordError(f"The record has no judgement {number}. `judgements` lists those that there are.")
    for later in known:
        if later.undoes == number:
            raise RecordError(f"Judgement {number} was undone on {later.at}.")
    row = {"verdict": "undo", "left": meant.left, "right": meant.right, "undoes": number}
    connection.execute(tables.judgements.insert(), {**row, "at": _now(), "by": by, "why": why})
    return _blocks(connection, (meant.left, meant.right))


def judgements(connection: Connection) -> list[Judgement]:
    """All that was decided, in order, and what took it back."""
    columns = J.number, J.at, J.by, J.verdict, J.left, J.right, J.why, J.undoes
    return [Judgement(*row) for row in connection.execute(select(*columns).order_by(J.number))]


def _agent(connection: Connection, meant: str) -> str:
    """The agent that an id stands for: itself, or the first agent with a name of a person."""
    if connection.scalar(select(A.id).where(A.id == meant)):
        return meant
    query = select(A.id).join_from(tables.agents, tables.people, (A.person == P.id) & (A.block == P.block))
    found: str | None = connection.scalar(
        query.where(P.id == meant).order_by(A.day.is_(None), A.day, A.id).limit(1)
    )
    if found is None:
        raise RecordError(f"The record has no person and no agent {meant!r}.")
    return found


def _blocks(connection: Connection, agents: Iterable[str]) -> set[str]:
    return set(connection.scalars(select(A.block).where(A.id.in_(list(agents)))))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
