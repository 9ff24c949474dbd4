"""The shipped tables, read from `data/` when they are first asked for. Edit them there."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, get_args

from onrecord.knowledge.facts import Body, Kind, Outlet, Person, Place, Term
from onrecord.knowledge.known import Knowledge

_DATA = files("onrecord.knowledge") / "data"


def toml(name: str) -> dict[str, Any]:
    """One TOML file of the data."""
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


def rows(name: str) -> Iterator[list[str]]:
    """The rows of one table: cells by tabs, no comments, no empty lines."""
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            yield line.split("\t")


def listed(cell: str) -> tuple[str, ...]:
    """The items of a cell, which semicolons part."""
    return tuple(item.strip() for item in cell.split(";")) if cell else ()


@cache
def shipped() -> Knowledge:
    """Everything that onrecord knows without being told."""
    return Knowledge(
        terms=tuple(_terms()),
        places=tuple(_places()),
        bodies=tuple(_bodies()),
        outlets=tuple(_outlets()),
        persons=tuple(Person(row[0], listed(row[1])) for row in rows("persons.tsv")),
    )


def _terms() -> Iterator[Term]:
    for file in sorted((_DATA / "offices").iterdir(), key=_name):
        for cells in rows(f"offices/{file.name}") if file.name.endswith(".tsv") else ():
            of, office, since, until, person = cells[:5]
            yield Term(person, office, of, since, until, len(cells) > 5)


def _name(file: Traversable) -> str:
    return file.name


def _places() -> Iterator[Place]:
    for name, code, names, people, capitals, top, within in rows("places.tsv"):
        yield Place(name, code, listed(names), listed(people), listed(capitals), top, within)


def _bodies() -> Iterator[Body]:
    for name, names, seats, country, office, of in rows("bodies.tsv"):
        yield Body(name, listed(names), listed(seats), country, office, of or country or name)


def _outlets() -> Iterator[Outlet]:
    kinds: tuple[Kind, ...] = get_args(Kind)
    table = toml("outlets.toml")
    for kind in kinds:
        for country, block in table.get(kind, {}).items():
            for line in block.splitlines():
                if line:
                    yield outlet(line, kind, country)


def outlet(line: str, kind: Kind, country: str) -> Outlet:
    """One line: "!Name; Variant > Owner", where the exclamation mark is for a name that is a word as well."""
    names, _, owned_by = line.partition(" > ")
    name, *others = listed(names.removeprefix("!"))
    return Outlet(name, kind, country, tuple(others), owned_by.strip(), names.startswith("!"))
