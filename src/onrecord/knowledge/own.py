"""A user's own knowledge: a CSV file of who holds what, of outlets and of seats of power."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from onrecord.errors import InputError
from onrecord.knowledge.facts import Body, Kind, Outlet, Term, sort_out
from onrecord.knowledge.known import Knowledge
from onrecord.knowledge.roles import named
from onrecord.knowledge.tables import shipped
from onrecord.knowledge.words import noun

MOST_BYTES = 8_000_000
MOST_ROWS = 100_000
COLUMNS = ("person", "office", "of", "from", "to", "kind")
NEEDED = ("person", "office", "of")
DATE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")

Row = dict[str, str]


def load(path: Path | str) -> Knowledge:
    """What a CSV file says, for `Knowledge.with_more`.

    Columns are person, office, of, from, to and, if wanted, kind. Dates are 2019, 2019-05 or 2019-05-20, or
    empty. A row of kind "outlet" names an outlet in its first column, with what it is (agency, newspaper,
    ...) as office and its country in "of"; one of kind "seat" names a place that stands for an office.
    """
    text = _text(Path(path))
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    terms: list[Term] = []
    outlets: list[Outlet] = []
    bodies: list[Body] = []
    try:
        _check_header(path, reader.fieldnames)
        for line, row in _rows(path, reader):
            kind = row["kind"] or "term"
            if kind == "outlet":
                outlets.append(_outlet(path, line, row))
            elif kind == "seat":
                bodies.append(_seat(row))
            elif kind == "term":
                terms.append(_term(path, line, row))
            else:
                raise _wrong(path, line, f"kind is {kind[:40]!r}: leave it empty, or write outlet or seat")
    except csv.Error as error:
        raise _wrong(path, reader.line_num, f"{error}: check quotation marks and commas there") from error
    return Knowledge(terms=tuple(terms), outlets=tuple(outlets), bodies=tuple(bodies))


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(
                f"{path} has more than {MOST_BYTES:,} bytes: split it, or leave out what is not needed"
            )
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}. Check the name and the permissions"
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8: save it again as CSV in UTF-8") from error


def _check_header(path: Path | str, names: object) -> None:
    given = [name.strip().lower() for name in names] if isinstance(names, list) else []
    missing = [name for name in NEEDED if name not in given]
    if missing:
        raise _wrong(path, 1, f"no column {', '.join(missing)}: the first line is {','.join(COLUMNS)}")


def _rows(path: Path | str, reader: "csv.DictReader[str]") -> Iterator[tuple[int, Row]]:
    for count, cells in enumerate(reader):
        line = reader.line_num
        if count >= MOST_ROWS:
            raise _wrong(path, line, f"more than {MOST_ROWS:,} rows: split the file")
        if None in cells:
            raise _wrong(path, line, "more cells than columns: put a cell with a comma in quotation marks")
        row = dict.fromkeys(COLUMNS, "")
        row |= {str(name).strip().lower(): (cell or "").strip() for name, cell in cells.items()}
        if any(row.values()):
            _check_filled(path, line, row)
            yield line, row


def _check_filled(path: Path | str, line: int, row: Row) -> None:
    needed = ("person",) if row["kind"] == "outlet" else NEEDED
    empty = [name for name in needed if not row[name]]
    if empty:
        raise _wrong(path, line, f"{empty[0]} is empty: fill it or delete the line")


def _term(path: Path | str, line: int, row: Row) -> Term:
    for name in ("from", "to"):
        if row[name] and not DATE.fullmatch(row[name]):
            raise _wrong(
                path, line, f"{name} is {row[name][:40]!r}: write 2019, 2019-05 or 2019-05-20, or nothing"
            )
    if row["from"] and row["to"] and sort_out(row["from"], row["to"][: len(row["from"])]) > 0:
        raise _wrong(
            path, line, f"it ends ({row['to']}) before it begins ({row['from']}): turn the dates around"
        )
    return Term(row["person"], _office(row["office"]), _of(row["of"]), row["from"], row["to"])


def _seat(row: Row) -> Body:
    of = _of(row["of"])
    return Body(row["person"], country=of, office=_office(row["office"]), of=of)


def _outlet(path: Path | str, line: int, row: Row) -> Outlet:
    kinds: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
    kind = kinds.get(row["office"] or "newspaper")
    if kind is None:
        raise _wrong(path, line, f"an outlet is no {row['office'][:40]!r}: write one of {', '.join(kinds)}")
    return Outlet(row["person"], kind, _of(row["of"]))


def _office(wording: str) -> str:
    """The office by the word of the shipped tables, so that "premier" and "PM" are one."""
    found = noun(wording)
    return found.office if found else wording.lower()


def _of(wording: str) -> str:
    """The country or institution by the name of the shipped tables; others keep the user's."""
    return named(shipped(), wording) or wording


def _wrong(path: Path | str, line: int, what: str) -> InputError:
    return InputError(f"{path}, line {line}: {what}")
