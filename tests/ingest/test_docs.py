"""The page on what can be read names every flaw, every ending, every place of a date and every limit."""

import re
from pathlib import Path

import pytest

from onrecord import adding
from onrecord.ingest import (
    content,
    decode,
    feed,
    html,
    jsonl,
    markup,
    newsml,
    ninjs,
    nitf,
    packed,
    sniff,
    zipped,
)
from onrecord.ingest.fetch import Settings

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ingest.md").read_text(encoding="utf-8")
CODE = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "src" / "onrecord").rglob("*.py"))]
SAID = set(re.findall(r"`([^`]+)`", PAGE))
FLAW = re.compile(r"(?:Flaw|flaws_at|_flaw)\(\s*\"(\w+)\"")
FETCHING = Settings()
MB = 2**20


@pytest.mark.parametrize("kind", sorted({kind for text in CODE for kind in FLAW.findall(text)}))
def test_every_kind_of_flaw_is_named(kind):
    assert kind in SAID


def test_no_other_flaw_is_named():
    table = PAGE.split("## Flaws")[1].split("## ")[0]
    named = {
        kind for row in table.splitlines() if "`" in row for kind in re.findall(r"`(\w+)`", row.split("|")[1])
    }
    assert named <= {kind for text in CODE for kind in FLAW.findall(text)}


@pytest.mark.parametrize("ending", sorted(sniff.ENDINGS))
def test_every_ending_is_named(ending):
    assert ending in SAID


@pytest.mark.parametrize("field", sorted({*jsonl.KNOWN, "text", "headline", "body"}))
def test_every_field_of_json_lines_is_named(field):
    assert field in SAID


@pytest.mark.parametrize("name", [*newsml.DATES, *nitf.DATES])
def test_every_place_of_a_date_is_named(name):
    assert name.split(" ")[1] in SAID


def test_the_places_of_ninjs_are_named():
    assert set(ninjs.DATES) <= {name.lower() for name in SAID}


@pytest.mark.parametrize(
    ("row", "limits"),
    [
        ("a file, a line", (f"{decode.MAX_BYTES // MB} MB",)),
        (
            "a page",
            (f"{html.MAX_PAGE // MB} MB", f"{html.MAX_TAGS:,} tags", f"{html.MAX_ELEMENTS:,} elements"),
        ),
        (
            "a feed",
            (f"{feed.MAX_FEED // MB} million", f"{feed.MAX_ITEMS:,} items", f"{feed.MAX_TAGS:,} tags"),
        ),
        ("XML", ("a million tags", f"{markup.MAX_DEPTH} elements")),
        ("what unpacks", (f"{packed.RATIO} times", f"{packed.ALLOWANCE // MB} MB", "two layers")),
        ("a ZIP archive", (f"{zipped.MAX_MEMBERS:,} members",)),
        ("an article that is added", (f"{adding.LONGEST:,} characters",)),
        ("redirects", (str(FETCHING.max_redirects),)),
        ("pace", (f"{FETCHING.max_delay:g} s", f"{FETCHING.max_wait:g} s")),
        ("time", (f"{FETCHING.connect:g} s", f"{FETCHING.read:g} s", f"{FETCHING.total:g} s")),
        ("size", (f"{FETCHING.max_bytes // MB} MB", "200 times")),
    ],
)
def test_limits_are_those_of_the_code(row, limits):
    line = next(line for line in PAGE.splitlines() if line.startswith(f"| {row}"))
    assert [limit for limit in limits if limit not in line] == []


def test_numbers_that_are_written_out():
    assert (markup.MAX_TAGS, content.DEEPEST, FETCHING.delay) == (1_000_000, 2, 1.0)
