"""Every test of a record runs on both databases: SQLite, and a real PostgreSQL."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from onrecord.record.opened import Record, open_record
from tests.record.server import postgres

_NUMBERS = count(1)
TEMPLATE = "a_record"  # with all tables, to be copied


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL that runs while the tests do."""
    with postgres() as address:
        open_record(_made(address, TEMPLATE), create=True).close()
        yield address


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where there is no record yet: a path, or an empty database."""
    if request.param == "sqlite":
        yield str(tmp_path / "news.db")
        return
    address = request.getfixturevalue("server")
    name = f"test_{next(_NUMBERS)}"
    yield _made(address, name)
    _tell(address, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    if request.param == "sqlite":
        with open_record(tmp_path / "news.db", create=True) as made:
            yield made
        return
    address = request.getfixturevalue("server")
    name = f"test_{next(_NUMBERS)}"
    with open_record(_made(address, name, TEMPLATE)) as made:
        yield made
    _tell(address, f"DROP DATABASE {name} WITH (FORCE)")


def _made(address: str, name: str, template: str = "template0") -> str:
    _tell(address, f"CREATE DATABASE {name} TEMPLATE {template}")
    return (
        address.replace("/postgres?", f"/{name}?")
        if "?" in address
        else f"{address.rpartition('/')[0]}/{name}"
    )


def _tell(address: str, command: str) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(command)
