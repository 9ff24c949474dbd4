"""The page on the tables names all of them, its queries run, and its picture is the one that is drawn."""

import re
from pathlib import Path
from runpy import run_path

import pytest
from sqlalchemy import text

from onrecord.record.keep import keep
from onrecord.record.keys import KEYS
from onrecord.record.opened import open_record
from onrecord.record.rows import rows_of
from onrecord.record.tables import metadata
from tests.record.readings import plain

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "record.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_and_column_is_explained(table):
    part = re.search(rf"\*\*{table.name}\*\*(.*?)(?=\n\*\*|\n## |\Z)", PAGE, re.DOTALL)
    assert part, f"docs/record.md does not explain {table.name}"
    words = set(re.findall(r"\w+", part[1]))
    assert {column.name for column in table.columns} - words == set()


def test_the_picture_is_the_one_that_is_drawn():
    drawn = run_path(str(DOCS / "draw_record.py"))["picture"]()
    assert (DOCS / "record.svg").read_text(encoding="utf-8") == drawn
    assert [table.name for table in metadata.sorted_tables if f">{table.name}<" not in drawn] == []


@pytest.mark.parametrize("query", QUERIES, ids=[query.splitlines()[0][3:] for query in QUERIES])
def test_every_query_runs(tmp_path, query):
    with open_record(tmp_path / "news.db", create=True) as record:
        with record.writing() as connection:
            keep(connection, [rows_of(plain(), KEYS)])
        with record.reading() as connection:
            connection.execute(text(query), {"statement": "none"} if ":statement" in query else {}).all()
