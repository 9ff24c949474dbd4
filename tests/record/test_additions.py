"""The log of additions: when each began, what it did, and which was cut off."""

from msgspec import Struct
from sqlalchemy import select

from onrecord.record import tables
from onrecord.record.additions import begun, ended, known_items, tidy
from onrecord.record.ids import item
from onrecord.record.keep import keep
from onrecord.record.keys import KEYS
from onrecord.record.opened import Record
from onrecord.record.rows import rows_of
from tests.record.readings import plain


class Counts(Struct, frozen=True):
    """What an addition did."""

    new: int = 5
    same: int = 4
    changed: int = 3
    reprints: int = 2
    flawed: int = 1


def test_an_addition_is_written_down(record: Record) -> None:
    with record.writing() as connection:
        first, second = (
            begun(connection, "2026-03-02T08:00:00+00:00"),
            begun(connection, "2026-03-02T09:00:00+00:00"),
        )
        ended(connection, second, "2026-03-02T09:05:00+00:00", Counts())
    assert first < second
    with record.reading() as connection:
        cut, done = connection.execute(select(tables.additions).order_by(tables.additions.c.number)).all()
    assert (cut.number, cut.started, cut.finished, cut.new) == (first, "2026-03-02T08:00:00+00:00", None, 0)
    assert tuple(done) == (second, "2026-03-02T09:00:00+00:00", "2026-03-02T09:05:00+00:00", 5, 4, 3, 2, 1)


def test_which_items_are_there(record: Record) -> None:
    readings = [plain(0), plain(1, guid="urn:harbour:1"), plain(2, url=None)]
    with record.writing() as connection:
        keep(connection, [rows_of(reading, KEYS) for reading in readings])
        items = [item(reading.article) for reading in readings]
        assert known_items(connection, [*items, "https://harbour.example/9", *map(str, range(1200))]) == set(
            items
        )
        assert known_items(connection, []) == set()


def test_tidying_changes_nothing(record: Record) -> None:
    with record.writing() as connection:
        keep(connection, [rows_of(plain(), KEYS)])
        tidy(connection)
    with record.reading() as connection:
        assert connection.scalars(select(tables.articles.c.url)).all() == ["https://harbour.example/0"]
