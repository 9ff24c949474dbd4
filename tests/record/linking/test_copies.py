"""Reprints on record: who carries whose text, also over batches, and what a copy in two halves joins."""

from itertools import permutations

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection, select

from onrecord.article import Article
from onrecord.reading import Reading
from onrecord.record import tables
from onrecord.record.additions import counted
from onrecord.record.opened import Record
from tests.record.linking.told import add, linked

LEAD = (
    "The old harbour of Vellport will close in May after ninety years, the harbour board decided "
    "on Monday. Four cranes are to be sold to a yard in Tolmen, and the two dredgers will be laid "
    "up until a buyer is found."
)
MORE = (
    "The ferries to the outer islands are moving to the northern basin, where a new pier has been standing "
    "empty since autumn. Fishermen fear that the way to the market will cost them an hour "
    "each morning."
)
TAIL = (
    "A petition against the closure has gathered eleven thousand names, more than the town has voters. The "
    "board's chair, Inga Roos, called that moving and said the numbers of the last ten years left no choice."
)
OTHER = (
    "Parliament in Tolmen passed a budget that doubles the fee on sugar and takes the one on books away. The "
    "debate went on until four in the morning and ended in song, since the last speaker had brought "
    "an accordion."
)


def printed(
    name: str, outlet: str, *parts: str, day: str = "2026-03-02", hour: int = 8, **more: str
) -> Reading:
    """An article of these paragraphs; nothing of it was read."""
    return Reading(
        Article(
            name, "\n\n".join(parts), url=f"https://{name}.example/1", outlet=outlet,
            published=f"{day}T{hour:02}:00:00+00:00", **more,
        )
    )  # fmt: skip


FIRST = printed("gazette", "Vell Gazette", LEAD, MORE, TAIL)
WHOLE = printed("post", "Tolm Post", LEAD, MORE, TAIL, hour=12)
SHORT = printed("echo", "Island Echo", LEAD, hour=15)
ALONE = printed("herald", "Tolm Herald", OTHER, hour=9)
EARLIER = printed("wire", "Kestrel", LEAD, MORE, TAIL, hour=6)


def groups(connection: Connection) -> dict[str, tuple[str | None, str | None]]:
    """For each article whose copy it is, and of what kind, by the names of the articles."""
    a = tables.articles.c
    rows = connection.execute(
        select(a.id, a.given_id, a.original, a.copy_kind, a.copy_share, a.copy_why)
    ).all()
    names = {row.id: row.given_id for row in rows}
    assert all((row.copy_why is None) == (row.original is None) for row in rows)
    assert all(row.copy_share is None or 0.5 < row.copy_share <= 1 for row in rows)
    return {row.given_id: (names.get(row.original), row.copy_kind) for row in rows}


def test_groups_grow_over_batches(record: Record) -> None:
    with record.writing() as connection:
        add(connection, [ALONE, SHORT])
        assert groups(connection) == {"herald": (None, None), "echo": (None, None)}
        add(connection, [WHOLE])
        assert groups(connection)["post"][0] is groups(connection)["echo"][0] or groups(connection)[
            "echo"
        ] == ("post", "cut")
        add(connection, [FIRST])
        assert groups(connection) == {
            "herald": (None, None),
            "gazette": (None, None),
            "post": ("gazette", "reprint"),
            "echo": ("gazette", "cut"),
        }
        add(connection, [EARLIER])  # what was first is not any more
        assert {name: of for name, (of, _) in groups(connection).items()} == {
            "herald": None, "wire": None, "gazette": "wire", "post": "wire", "echo": "wire",
        }  # fmt: skip


def test_any_order_gives_the_same_groups(record: Record) -> None:
    told = []
    for order in list(permutations((FIRST, WHOLE, SHORT, EARLIER)))[::5]:
        with record.writing() as connection:
            add(connection, [*order, ALONE], (1, 1, 2, 1))
            told.append(linked(connection))
            connection.rollback()
    assert len(told) == 5
    assert all(one == told[0] for one in told)


def test_copies_are_counted(record: Record) -> None:
    with record.writing() as connection:
        ids = add(connection, [FIRST, WHOLE, SHORT, ALONE], (2, 2))
        assert counted(connection, ids) == 2
        assert counted(connection, ids[:1]) == counted(connection, []) == 0


@pytest.mark.parametrize("late", [False, True])
def test_a_new_version_is_no_reprint(record: Record, late: bool) -> None:
    later = replace(
        WHOLE,
        article=replace(
            FIRST.article,
            id="later",
            text=FIRST.article.text + " Sales begin in June.",
            modified="2026-03-03",
        ),
    )
    with record.writing() as connection:
        add(connection, [later, FIRST] if late else [FIRST, later], (1, 1))
        assert {of for of, _ in groups(connection).values()} == {None}
