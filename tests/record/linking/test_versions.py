"""Which article takes another one's place: a version, a correction, a withdrawal; and which does not."""

from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import select

from onrecord.record import tables
from onrecord.record.linking.versions import corrections
from onrecord.record.opened import Record
from tests.record.linking.told import Line, add, article

LONG = Line(
    "the old harbour will *close* in May, and the boats will lie in Vellport for two years", "Ayla Duman"
)
OTHER = Line(
    "the old harbour will *close* in June, and the boats will lie in Vellport for one year", "Ayla Duman"
)
NOTICE = Line("the month was *wrong*", "The editor")
URL, NEXT = "https://vell.example/harbour", "https://vell.example/note"

# (the first article, the later one, which of them stand, why the first does not)
CASES: list[tuple[dict[str, Any], Any, dict[str, Any], str | None]] = [
    ({"url": URL}, OTHER, {"url": URL}, "there is a later version"),
    ({"url": URL}, OTHER, {"url": URL, "note": "Corrects the month"}, "a later version: Corrects the month"),
    ({"url": URL, "guid": "urn:1"}, OTHER, {"url": NEXT, "guid": "urn:1"}, "there is a later version"),
    (
        {"url": URL, "guid": "urn:1"},
        OTHER,
        {"url": URL, "guid": "urn:2"},
        None,
    ),  # the publisher says it is another
    ({"url": URL}, OTHER, {"url": NEXT}, None),
    ({"url": URL}, OTHER, {"url": NEXT, "supersedes": (URL,)}, "there is a later version"),
    (
        {"url": URL, "guid": "urn:1"},
        OTHER,
        {"url": NEXT, "guid": "urn:2", "supersedes": ("urn:1",)},
        "there is a later version",
    ),
    ({"url": URL}, OTHER, {"url": NEXT, "supersedes": ("https://vell.example/gone",)}, None),
    (
        {"url": URL},
        NOTICE,
        {"url": NEXT, "supersedes": (URL,)},
        None,
    ),  # a short notice takes back what it names
    ({"url": URL}, NOTICE, {"url": URL, "status": "withdrawn"}, "its publisher withdrew it"),
    (
        {"url": URL},
        NOTICE,
        {"url": NEXT, "supersedes": (URL,), "status": "withdrawn"},
        "its publisher withdrew it",
    ),
    (
        {"guid": "7", "outlet": "Vell Gazette"},
        OTHER,
        {"guid": "7", "outlet": "Tolm Post"},
        None,
    ),  # it is theirs too
    (
        {"guid": "7", "outlet": "Vell Gazette"},
        OTHER,
        {"guid": "7", "outlet": "VELL GAZETTE"},
        "there is a later version",
    ),
    (
        {"guid": "7", "outlet": "Vell Gazette"},
        OTHER,
        {"guid": "7", "outlet": None},
        "there is a later version",
    ),
]


@pytest.mark.parametrize(("first", "line", "later", "why"), CASES)
def test_what_takes_the_place_of_what(
    record: Record, first: dict[str, Any], line: Line, later: dict[str, Any], why: str | None
) -> None:
    earlier = article("2026-03-02", LONG, **first)
    other = article("2026-03-04", line, **{"outlet": "Vell Gazette"} | later)
    withdrawn = "its publisher withdrew it" if later.get("status") == "withdrawn" else None
    a = tables.articles.c
    for both in ((earlier, other), (other, earlier)):
        with record.writing() as connection:
            ids = dict(zip(map(id, both), add(connection, both, (1, 1)), strict=True))
            told = {
                row.id: row[1:] for row in connection.execute(select(a.id, a.superseded_by, a.superseded_why))
            }
            connection.rollback()
        old, new = ids[id(earlier)], ids[id(other)]
        assert told == {old: (why and new, why), new: (withdrawn and new, withdrawn)}


def test_of_many_versions_the_last_one_stands_in_any_order(record: Record) -> None:
    first, second, third = (
        article("2026-03-02", line, url=URL, modified=f"2026-03-02T{hour}:00:00+00:00")
        for line, hour in ((LONG, "09"), (OTHER, "10"), (NOTICE, "11"))
    )
    a = tables.articles.c
    told = set()
    for order in permutations((first, second, third)):
        with record.writing() as connection:
            add(connection, order, (1, 1, 1))
            told.add(tuple(sorted(map(repr, connection.execute(select(a.id, a.superseded_by))))))
            standing = connection.scalars(select(a.text).where(a.superseded_by.is_(None))).all()
            connection.rollback()
        assert standing == [third.article.text]
    assert len(told) == 1


def test_a_chain_of_corrections(record: Record) -> None:
    chain = [
        article(f"2026-03-0{n}", line, url=f"{URL}/{n}", supersedes=(f"{URL}/{n - 1}",))
        for n, line in ((2, LONG), (3, OTHER), (4, LONG))
    ]
    with record.writing() as connection:
        one, two, three = add(connection, chain, (1, 1, 1))
        a = tables.articles.c
        assert dict(connection.execute(select(a.id, a.superseded_by)).all()) == {
            one: two,
            two: three,
            three: None,
        }  # type: ignore[arg-type]


def test_what_corrects_what(record: Record) -> None:
    old = article("2026-03-02", LONG, url=URL, guid="urn:1")
    note = article("2026-03-04", NOTICE, url=NEXT, supersedes=("urn:1", NEXT, "https://vell.example/gone"))
    with record.writing() as connection:
        first, second = add(connection, [old, note])
        assert corrections(connection, [first, second]) == {second: {first}}
