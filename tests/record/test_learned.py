"""The roles of a record's people, as a table of knowledge for the reading of other articles."""

import csv
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert

from onrecord.knowledge import holders, load, shipped
from onrecord.record import learned as module
from onrecord.record import tables
from onrecord.record.learned import COLUMNS, learned
from onrecord.record.opened import Record
from tests.record.people.told import Said, add, told

NEWS = (
    told(
        "2026-03-02",
        Said("Ayla Duman", "the harbour would close", role="harbour minister", organization="Marland"),
    ),
    told("2026-04-02", Said("Ayla Duman", "it was late", role="harbour minister", organization="Marland")),
    told(
        "2026-03-05",
        Said("Tove Lind", "nobody would work", role="president", organization="the Pilots' Union, Vell"),
    ),
    told("2026-03-06", Said("Brandt", "it rained", role="harbour minister", organization="Tessany")),
    told("2026-03-07", Said("Inga Roos", "it rained", role="fisherman")),
    told(
        "2026-03-08",
        Said("The minister", "it rained", role="minister", organization="Marland", form="nominal"),
    ),
)


def test_roles_of_people_with_full_names_and_an_organization(record: Record, tmp_path: Path) -> None:
    with record.writing() as connection:
        add(connection, NEWS)
        path = learned(connection, tmp_path / "learned.csv")
    with path.open(encoding="utf-8", newline="") as file:
        header, *found = csv.reader(file)
    assert tuple(header) == COLUMNS
    assert found == [
        ["Ayla Duman", "harbour minister", "Marland", "2026-03-02", ""],
        ["Tove Lind", "president", "the Pilots' Union, Vell", "2026-03-05", ""],
    ]


def test_a_reader_knows_them(record: Record, tmp_path: Path) -> None:
    with record.writing() as connection:
        add(connection, NEWS)
        known = shipped().with_more(load(learned(connection, tmp_path / "learned.csv")))
    assert [term.person for term in holders(known, "harbour minister", "Marland", date(2026, 5, 2))] == [
        "Ayla Duman"
    ]
    assert holders(known, "harbour minister", "Marland", date(2026, 3, 1)) == ()


@pytest.mark.parametrize(
    ("told", "row"),
    [
        (("Ayla Duman", "mayor", "Vell", "2026-03-02"), "Ayla Duman,mayor,Vell,2026-03-02,"),
        (("Ayla Duman", "mayor", "Vell", None), "Ayla Duman,mayor,Vell,,"),
        (("Ayla Duman", "mayor", "Vell", "0026-03-02"), "Ayla Duman,mayor,Vell,,"),
        (("Ayla\nDuman ", 'the "mayor"', "Vell, Port", None), 'Ayla Duman,"the ""mayor""","Vell, Port",,'),
        (("Ayla Duman", "  ", "Vell", None), None),
        (("Ayla Duman", "mayor", "", None), None),
        ((" \u00a0 ", "mayor", "Vell", None), None),
        (("Duman", "mayor", "Vell", None), None),
        (("Ayla " + "a" * 200, "mayor", "Vell", None), None),
    ],
)
def test_whatever_was_read_can_be_loaded(
    record: Record, tmp_path: Path, told: tuple[str, str, str, str | None], row: str | None
) -> None:
    name, *held = told
    person = {
        "id": "p",
        "name": name,
        "terms": "",
        "block": "",
        "kind": "person",
        "articles": 1,
        "statements": 1,
    }
    role = dict(zip(("role", "organization", "first"), held, strict=True))
    with record.writing() as connection:
        connection.execute(insert(tables.people).values(**person))
        connection.execute(insert(tables.roles).values(person="p", articles=1, **role))
        path = learned(connection, tmp_path / "learned.csv")
    assert path.read_text(encoding="utf-8").splitlines()[1:] == ([row] if row else [])
    assert len(load(path).terms) == bool(row)


def test_an_empty_record_teaches_nothing(record: Record, tmp_path: Path) -> None:
    with record.reading() as connection:
        path = learned(connection, tmp_path / "learned.csv")
    assert path.read_text(encoding="utf-8").splitlines() == [",".join(COLUMNS)]
    assert load(path).terms == ()


def test_those_that_most_articles_tell(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 1)
    with record.writing() as connection:
        add(connection, NEWS)
        path = learned(connection, tmp_path / "learned.csv")
    assert [row.split(",")[0] for row in path.read_text(encoding="utf-8").splitlines()[1:]] == ["Ayla Duman"]
