"""What may be opened, what is told where it may not, and that migrations make the tables in use."""

import os
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Text, inspect, select, text

from onrecord.errors import OnrecordError, RecordError
from onrecord.record.integrity import integrity
from onrecord.record.keep import keep
from onrecord.record.keys import KEYS
from onrecord.record.opened import open_record
from onrecord.record.rows import rows_of
from onrecord.record.search_index import SEARCHED, rebuild
from onrecord.record.tables import articles, metadata
from onrecord.record.version import CURRENT
from tests.record.readings import plain

# SQLAlchemy does not see an index of expressions in SQLite. `statements_rank` is one.
UNSEEN = pytest.mark.filterwarnings(r"ignore:.*expression-based index")
SEARCH = {
    "search",
    "statements_search",
    "claims_search",
    "statements_rank",
    "people_terms",
    "people_terms_person",
}
VERSIONS = sorted(
    script.revision
    for script in ScriptDirectory(str(files("onrecord.record") / "migrations")).walk_revisions()
)


def test_a_record_is_made_and_opened_again(place):
    with open_record(place, create=True) as record:
        keep_one(record)
    with open_record(place, create=True) as record:
        assert ids_in(record) == [rows_of(plain(), KEYS).id]
    with open_record(place) as record:
        assert len(ids_in(record)) == 1
        assert integrity(record) == ()
    with open_record(place, readonly=True) as record:
        assert len(ids_in(record)) == 1


def test_nothing_is_made_unless_asked(place):
    for readonly in (False, True):
        with pytest.raises(RecordError, match=r"onrecord add"):
            open_record(place, readonly=readonly)
        with pytest.raises(RecordError, match=r"onrecord add"):
            open_record(place, create=True, readonly=True)
    assert not Path(place).exists()


def test_an_error_names_the_place_and_not_the_password(server):
    with pytest.raises(RecordError) as told:
        open_record("postgresql://postgres:secret@127.0.0.1:9/news?connect_timeout=2")
    assert "127.0.0.1:9/news" in str(told.value)
    assert "the server does not answer" in str(told.value)
    assert "secret" not in str(told.value)
    missing = server.replace("/postgres?", "/no_such?")
    with pytest.raises(RecordError, match=r"no such database|does not exist"):
        open_record(missing, create=True)


@pytest.mark.parametrize("address", ["postgresql://", "postgres://a:b:c@/x", "postgresql://[::1/x"])
def test_an_odd_address_is_told(address, monkeypatch):
    monkeypatch.setenv("PGHOST", str(Path("nowhere").absolute()))
    with pytest.raises(RecordError):
        open_record(address)


def test_the_driver_is_named_where_it_is_missing(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(RecordError, match=r"pip install onrecord\[postgres\]"):
        open_record("postgresql://localhost/news")


# What stands in a file that is no record, and what is told.
NO_RECORDS = {
    "not a database": (b"Ferries run again, Inga Roos said.", "not a SQLite file"),
    "short": (b"SQL", "not a SQLite file"),
    "empty": (b"", "empty"),
    "only a header": (b"SQLite format 3\0" + bytes(84), "not a SQLite file, or a damaged one"),
    "cut": (b"SQLite format 3\0\x10\0\2\2\0@  \0\0\0\1\0\0\0\x09" + bytes(400), "damaged"),
}


@pytest.mark.parametrize("readonly", [False, True])
@pytest.mark.parametrize(("data", "told"), NO_RECORDS.values(), ids=NO_RECORDS)
def test_a_file_that_is_no_record_is_told(tmp_path, data, told, readonly):
    path = tmp_path / "news.db"
    path.write_bytes(data)
    with pytest.raises(RecordError, match=told) as raised:
        open_record(path, readonly=readonly)
    assert str(path) in str(raised.value)
    assert path.read_bytes() == data


def test_an_empty_file_becomes_a_record(tmp_path):
    path = tmp_path / "news.db"
    path.touch()
    with open_record(path, create=True) as record:
        assert ids_in(record) == []


@pytest.mark.parametrize("create", [False, True])
def test_a_folder_or_a_missing_folder_is_told(tmp_path, create):
    with pytest.raises(RecordError, match="it is a folder"):
        open_record(tmp_path, create=create)
    with pytest.raises(RecordError, match="folder does not exist" if create else "no such file"):
        open_record(tmp_path / "missing" / "news.db", create=create)
    with pytest.raises(RecordError):
        open_record("a\0b", create=create)


def test_odd_names_are_names(tmp_path):
    for name in ("a b.db", "what?mode=memory", "50%25.db", "#1", "naïve é.db"):
        with open_record(tmp_path / name, create=True) as record:
            keep_one(record)
        assert (tmp_path / name).stat().st_size > 0
        with open_record(str(tmp_path / name)) as record:
            assert len(ids_in(record)) == 1


@pytest.mark.parametrize("create", [False, True])
def test_the_database_of_another_program_is_left_alone(place, create):
    with open_record(place, create=True) as record, record.writing() as connection:
        for name in ("statements_fts", "claims_fts") if record.is_file else ():
            connection.execute(text(f"DROP TABLE {name}"))
        metadata.drop_all(connection)
        connection.execute(text("CREATE TABLE customers (name text)"))
    with pytest.raises(RecordError, match="no record of onrecord"):
        open_record(place, create=create)


def test_a_newer_record_is_refused(place):
    with open_record(place, create=True) as record, record.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for readonly in (False, True):
        with pytest.raises(RecordError, match=r"newer onrecord .*pip install --upgrade onrecord"):
            open_record(place, create=not readonly, readonly=readonly)


@UNSEEN
@pytest.mark.parametrize("old", VERSIONS[:-1])
def test_an_older_record_is_brought_up_to_date_by_a_writer_alone(place, monkeypatch, old):
    with monkeypatch.context() as before:
        for module in ("version", "opened"):
            before.setattr(f"onrecord.record.{module}.CURRENT", old)
        open_record(place, create=True).close()
    with pytest.raises(RecordError, match="older onrecord"):
        open_record(place, readonly=True)
    with open_record(place) as record:
        keep_one(record)
    with open_record(place, readonly=True) as record:
        assert len(ids_in(record)) == 1
        assert_as_in_tables(record)


def test_the_last_migration_is_the_current_form():
    assert VERSIONS[-1] == CURRENT
    assert [f"{number + 1:04}" for number in range(len(VERSIONS))] == VERSIONS


@UNSEEN
def test_migrations_make_the_tables_that_are_used(record):
    assert_as_in_tables(record)


def assert_as_in_tables(record):
    """Every table, column, type, key and index is as in `tables`, and beside them only what search needs."""
    options = {"compare_type": True, "include_object": _is_no_search}
    with record.reading() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
        found = inspect(connection)
        for table in metadata.sorted_tables:
            columns = {column["name"]: column for column in found.get_columns(table.name)}
            columns.pop("search", None)
            assert {name: column["nullable"] for name, column in columns.items()} == {
                column.name: bool(column.nullable) for column in table.columns
            }
            collations = {getattr(column["type"], "collation", None) for column in columns.values()}
            assert collations <= ({None} if record.is_file else {None, "C"})
            assert record.is_file or None not in {
                column["type"].collation for column in columns.values() if isinstance(column["type"], Text)
            }


def _is_no_search(_thing, name, kind, _reflected, _other):
    fts = kind == "table" and name.startswith(tuple(f"{table}_fts" for table in SEARCHED))
    return not fts and name not in SEARCH


def test_a_file_is_set_up_to_last(tmp_path):
    with open_record(tmp_path / "news.db", create=True) as record:
        for use in (record.reading, record.writing):
            with use() as connection:
                told = {
                    name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                    for name in (
                        "journal_mode",
                        "synchronous",
                        "foreign_keys",
                        "trusted_schema",
                        "query_only",
                    )
                }
                assert told == {
                    "journal_mode": "wal",
                    "synchronous": 2,
                    "foreign_keys": 1,
                    "trusted_schema": 0,
                    "query_only": use == record.reading,
                }
    assert (tmp_path / "news.db").read_bytes()[68:72] == b"OnRc"
    assert [path.name for path in tmp_path.iterdir()] == ["news.db"]


def test_a_reader_cannot_write(record):
    with open_record(record.place, readonly=True) as other:
        for opened in (record, other):
            with (
                pytest.raises(RecordError, match=r"may not write|only be read"),
                opened.reading() as connection,
            ):
                connection.execute(text("DELETE FROM flaws"))


def test_a_record_opened_to_be_read_is_not_written(place):
    open_record(place, create=True).close()
    with (
        open_record(place, readonly=True) as record,
        pytest.raises(RecordError, match="without readonly"),
        record.writing(),
    ):
        pass


def test_a_bug_stays_what_it_is(record):
    with pytest.raises(Exception, match="no_such") as raised, record.reading() as connection:
        connection.execute(text("SELECT no_such FROM articles"))
    assert not isinstance(raised.value, OnrecordError)


def test_words_are_found_after_a_rebuild(record):
    keep_one(record)
    with record.writing() as connection:
        rebuild(connection)
    assert integrity(record) == ()
    assert found(record, "spring") == 3


def test_an_index_that_lies_is_found(tmp_path):
    with open_record(tmp_path / "news.db", create=True) as record:
        keep_one(record)
        with record.writing() as connection:
            connection.execute(text("UPDATE statements SET terms = 'autumn' WHERE number = 2"))
        assert "full-text index of statements does not agree" in " ".join(integrity(record))
        with record.writing() as connection:
            rebuild(connection)
        assert integrity(record) == ()


def test_a_damaged_file_is_told(tmp_path):
    path = tmp_path / "news.db"
    with open_record(path, create=True) as record:
        keep_one(record)
    data = bytearray(path.read_bytes())
    data[4096 * 3 :] = bytes(len(data) - 4096 * 3)
    path.write_bytes(data)
    with pytest.raises(RecordError, match="damaged"), open_record(path) as record:
        integrity(record)


def test_files_that_may_not_be_written_are_told():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.db"
        with open_record(path, create=True) as record:
            keep_one(record)
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        with as_nobody():
            with pytest.raises(RecordError, match="may not write to it"):
                open_record(path)
            with pytest.raises(RecordError, match="permissions of its folder"):
                open_record(path, readonly=True)
            with pytest.raises(RecordError, match="may not write to its folder"):
                open_record(path.with_name("other.db"), create=True)
        path.chmod(0o000)
        with as_nobody(), pytest.raises(RecordError, match="Permission denied"):
            open_record(path, readonly=True)
        Path(folder).chmod(0o755)


@contextmanager
def as_nobody():
    """Root may do anything; so be nobody there."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_sqlite_itself_reads_the_file(tmp_path):
    """As Datasette and others do: plain tables, full text beside them."""
    with open_record(tmp_path / "news.db", create=True) as record:
        keep_one(record)
    with closing(sqlite3.connect(tmp_path / "news.db")) as plainly:
        rows = plainly.execute(
            "SELECT s.speaker_name, s.cue FROM statements s JOIN statements_fts f ON f.rowid = s.number "
            'WHERE statements_fts MATCH \'"pier" "2"\''
        ).fetchall()
        (made,) = plainly.execute("SELECT sql FROM sqlite_master WHERE name = 'statements_fts'").fetchone()
    assert rows == [("Inga Roos", "said")]
    assert "content='statements'" in made  # by which Datasette knows what to search


def keep_one(record):
    with record.writing() as connection:
        keep(connection, [rows_of(plain(), KEYS)])


def ids_in(record):
    with record.reading() as connection:
        return list(connection.scalars(select(articles.c.id)))


def found(record, term):
    query = (
        "SELECT count(*) FROM statements_fts WHERE statements_fts MATCH :term"
        if record.is_file
        else "SELECT count(*) FROM statements WHERE search @@ CAST(:term AS tsquery)"
    )
    with record.reading() as connection:
        return connection.scalar(text(query), {"term": term})
