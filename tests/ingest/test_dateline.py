"""Datelines: what is cut off the head of a paragraph, and what is not."""

import pytest

from onrecord.ingest.dateline import dateline, is_transcript

DATELINES = [
    "OSLO, Nov 13 (Fjordpress) - ",
    "OSLO, Nov. 13 (Fjordpress) -- ",
    "OSLO, 13 November 2016 — ",
    "OSLO, Friday 13 May 2016 – ",
    "OSLO, Friday – ",
    "OSLO (FP) — ",
    "OSLO, Norway (FP) — ",
    "OSLO — ",
    "OSLO - ",
    "OSLO—",
    "Oslo (FP) – ",
    "Oslo, May 13 — ",
    "NEWARK, N.J. — ",
    "ST. JOHN'S, Newfoundland, Aug 14 2014 - ",
    "St. JOHN'S, Newfoundland - ",
    "SEOUL/TOKYO, May 3 (Nichi-Tsushin) -- ",
    "RIO DE JANEIRO — ",
    "Rio de Janeiro, May 3 — ",
    "ØRSTA, Norway — ",
    "(Fjordpress) - ",
    "(FP) — ",
    "New Delhi, Aug 5 (Bharat News) ",
    "OSLO, May 3: ",
]


@pytest.mark.parametrize("head", DATELINES)
def test_dateline(head):
    line = f"{head}Norway will cut its cod quota, a minister said."
    assert line[: dateline(line)] == head


def test_bare_colon_needs_a_whole_paragraph_behind_it():
    line = "ISLAMABAD: The government will cut the price of flour before Eid, a minister said on Friday."
    assert dateline(line) == 0
    assert dateline(f"{line} The mills, he added, had been told by letter and were free to object.") == 11


NONE = [
    "Norway - which is no member - will cut its cod quota.",
    "NATO — the alliance — will meet in Oslo.",
    "NATO - The alliance will meet in Oslo.",
    "UPDATE: Ten people are missing.",
    "BREAKING — Ten people are missing.",
    "OSLO — where the ministers met — was quiet.",
    "Ola Nordmann (R-Ohio) — Announced on May 3.",
    "Ola Nordmann: I never said that.",
    "The minister said on May 3: We will not.",
    "The talks (in Oslo) - Norway's third - failed.",
    "“OSLO - A reader writes.”",
    "Re-elected, she said. OSLO - Norway agreed.",
    "OSLO - ",
    "OSLO",
    "3,000 people - Nearly all of them sailors - marched.",
    "TRUMP – A year in power",
    "NORWAY'S FLEET FAVOURS COD, BUT MARKETS FAVOUR HADDOCK - The poll of owners is out.",
    "",
]


@pytest.mark.parametrize("line", NONE)
def test_no_dateline(line):
    assert dateline(line) == 0


STRICT = [
    ("OSLO - Norway will cut its quota.", False),
    ("HARGREAVES - I never said that.", False),
    ("BERGEN, Norway - The quota is cut.", True),
    ("OSLO (FP) - Norway will cut its quota.", True),
]


@pytest.mark.parametrize(("line", "found"), STRICT)
def test_strict(line, found):
    assert bool(dateline(line, strict=True)) is found


def test_transcript():
    assert is_transcript(["HOST: Welcome.", "ROOS: Thank you.", "Laughter.", "HOST: Will you go?"])
    assert not is_transcript(["OSLO - Norway agreed.", "Sweden did not."])
