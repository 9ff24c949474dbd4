"""`--claims`: a row for each claim and whoever says something of their own on it."""

import csv
import io
import json

import pytest
from msgspec.structs import asdict

from onrecord.show import positions
from tests.show.sample import CHAINED, CLAIMED, HOSTILE, hostile
from tests.show.test_terminal import console, lines


def row(claim: str, holder: str) -> dict[str, object]:
    (found,) = (each for each in positions.rows(CLAIMED) if (each.claim, each.holder) == (claim, holder))
    return asdict(found)


@pytest.mark.parametrize(
    ("claim", "holder", "cells"),
    [
        (
            "c2",
            "the harbour board",
            {"stance": "possible", "value": "PS+", "act": "assert", "statement": "h1a"},
        ),
        ("c2", "the harbour board", {"text": "the harbour closes", "event": "the harbour closes", "p": 0.88}),
        ("c2", "the harbour board", {"event_type": "RETREAT", "time": "after 2031-05-03 (“May 3”)"}),
        ("c2", "the harbour board", {"earliest": "2031-05-04", "latest": "", "trigger": "closure"}),
        (
            "c2",
            "the harbour board",
            {"evidence": "has not ruled out", "why": "what is not ruled out is possible"},
        ),
        ("c3", "Inga Roos", {"stance": "does not know", "value": "Uu", "kind": "ignorance", "p": None}),
        ("c3", "Inga Roos", {"evidence": "do not know … whether", "article": "harbour"}),
        ("c4", "Port Sela", {"polarity": "+", "condition": "the pier breaks", "event": ""}),
        ("c8", "article", {"stance": "denies", "value": "CT-", "evidence": "never"}),
        ("c8", "the crews' union", {"stance": "leaves open", "value": "Uu", "evidence": ""}),
    ],
)
def test_a_row(claim, holder, cells):
    found = row(claim, holder)
    assert {column: found[column] for column in cells} == cells


def test_who_passes_on_has_no_row():
    holders = [(each.claim, each.holder) for each in positions.rows(CLAIMED)]
    assert len(holders) == len(CLAIMED.claims) + 1
    assert ("c2", "Corvana") not in holders and ("c8", "article") in holders


def test_by_speaker_puts_those_who_hold_most_first():
    holders = [each.holder for each in positions.rows(CLAIMED, by_speaker=True)]
    assert holders[:3] == ["article", "article", "He"] and holders.count("He") == 2


def test_formats_agree():
    cells = [asdict(each) for each in positions.rows(CLAIMED)]
    assert json.loads(b"".join(positions.json([CLAIMED, CHAINED, CLAIMED]))) == cells * 2
    assert [json.loads(line) for line in b"".join(positions.json_lines([CLAIMED])).splitlines()] == cells
    table = list(csv.DictReader(io.StringIO(b"".join(positions.csv_rows([CLAIMED])).decode())))
    assert table == [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in cells]
    assert json.loads(b"".join(positions.json([CHAINED]))) == json.loads(b"".join(positions.json([]))) == []


def test_a_table():
    found = lines("".join(positions.tables([CLAIMED], console(120))))
    assert found[0] == "Harbour may close for a week harbour"
    assert found[1] == "holder stance act claim, event, when by the words"
    (start,) = (place for place, line in enumerate(found) if line.startswith("the harbour board"))
    assert found[start : start + 3] == [
        "the harbour board △ possible assert the harbour closes has not ruled out",
        "PS+ after 2031-05-03 (“May 3”)",
        "Inga Roos ? does not know decline the ferries sail do not know … whether",
    ]
    assert found[-1] == "8 claims · 7 holders"
    assert "no claims" in "".join(positions.tables([CHAINED], console()))


@pytest.mark.parametrize("width", [40, 80, 300])
def test_no_line_is_wider_than_the_terminal(width):
    for reading in (CLAIMED, hostile(HOSTILE["wide"]), hostile(HOSTILE["one long word"])):
        drawn = "".join(positions.tables([reading], console(width)))
        assert max(map(len, drawn.splitlines())) <= width


def test_a_formula_becomes_text():
    table = csv.DictReader(io.StringIO(b"".join(positions.csv_rows([hostile("=1+1")])).decode()))
    assert {row["text"] for row in table} == {"'=1+1"}
