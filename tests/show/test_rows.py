"""Rows, JSON and CSV: the contract, and what happens to text that would break it."""

import csv
import io
import json

import msgspec
import pytest

from onrecord.reading import Reading
from onrecord.show.rows import csv_rows, json_lines, rows
from onrecord.show.rows import json as json_of
from tests.show.sample import CHAINED, GOLD, HOSTILE, READING, gold, hostile

HEADER = ["article", "id", "kind", "source", "cue", "content", "p", "start", "end"]
HEADER += ["level", "parent", "function", "negated", "speaker", "speaker_kind", "role", "organization"]
HEADER += ["on_behalf_of", "chain", "asker", "question"]


def parsed(*readings: Reading, terminal: bool = False) -> list[list[str]]:
    text = b"".join(csv_rows(readings, terminal=terminal)).decode()
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_row_a_statement():
    header, *found = parsed(READING)
    assert header == HEADER
    assert found[0] == [
        "ferries",
        "s1",
        "mixed",
        "harbour master Ida Sol",
        "said",
        "The strike “is over”",
        "0.9",
        "60",
        "80",
        "1",
        *[""] * 11,
    ]
    assert [row[1] for row in found] == ["s1", "s2", "s2a", "s3"]


def row(id: str) -> dict[str, str]:
    header, *found = parsed(CHAINED)
    return next(dict(zip(header, each, strict=True)) for each in found if each[1] == id)


@pytest.mark.parametrize(
    ("id", "cells"),
    [
        ("h2", {"speaker": "Inga Roos", "speaker_kind": "person", "on_behalf_of": "the harbour board"}),
        ("h2", {"role": "spokeswoman", "organization": "the harbour board", "negated": ""}),
        (
            "h2",
            {"chain": "article < [Corvana] < Daily Meridian (interview) < Inga Roos, for the harbour board"},
        ),
        ("h3", {"asker": "Tao Lindqvist", "question": "who would pay", "level": "1", "parent": ""}),
        ("h3c", {"level": "4", "parent": "h3b", "function": "belief", "speaker": "Port Sela"}),
        ("h4", {"speaker": "", "speaker_kind": "", "role": ""}),
        ("h5", {"speaker": "a dock worker", "speaker_kind": "unnamed"}),
        ("h6", {"negated": "true"}),
    ],
)
def test_a_row_says_who_and_through_whom(id, cells):
    assert {column: row(id)[column] for column in cells} == cells


def test_places_are_those_of_the_content():
    for row, statement in zip(rows(READING), READING.statements, strict=True):
        assert READING.article.text[row.start : row.end].startswith(row.content[:10])
        assert (row.start, row.end) == (statement.content[0].start, statement.content[-1].end)


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("1=1", "1=1"),
        ("-", "-"),
        ("“=1”", "“=1”"),
        ("'=1", "'=1"),
    ],
)
def test_a_formula_becomes_text(words, cell):
    assert parsed(hostile(words))[1][5] == cell


def test_numbers_and_kinds_of_readings():
    assert json.loads(b"".join(json_of([]))) == []
    assert json.loads(b"".join(json_of([READING])))["article"]["id"] == "ferries"
    for count in (2, 3):
        assert len(json.loads(b"".join(json_of([READING] * count)))) == count
    assert parsed() == [HEADER]
    assert list(json_lines([])) == []


def test_readings_are_written_as_they_come():
    asked = []

    def readings():
        for number in range(4):
            asked.append(number)
            yield READING

    for writer in (json_lines, csv_rows, json_of):
        asked.clear()
        pieces = writer(readings())
        next(pieces)
        next(pieces)
        assert len(asked) < 4


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_json_is_the_reading(path):
    reading = gold(path)
    for written in (b"".join(json_of([reading])), b"".join(json_lines([reading]))):
        assert msgspec.json.decode(written, type=Reading) == reading


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_text_keeps_its_places_and_its_lines(what):
    reading = hostile(HOSTILE[what])
    line = b"".join(json_lines([reading]))
    assert line.count(b"\n") == 1
    again = msgspec.json.decode(line, type=Reading)
    assert again.statements[1].content == reading.statements[1].content
    assert len(again.article.text) == len(reading.article.text)
    if what != "lone surrogates":
        assert again == reading
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in line.decode().rstrip())
    assert [len(row) for row in parsed(reading)] == [len(HEADER)] * 3


@pytest.mark.parametrize("what", HOSTILE)
def test_csv_on_a_terminal_only_shows(what):
    shown = b"".join(csv_rows([hostile(HOSTILE[what])], terminal=True)).decode()
    assert not any((character < " " and character not in "\t\n\x0b\x0c") for character in shown)
    assert not any("\x7f" <= character <= "\x9f" for character in shown)
