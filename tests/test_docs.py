"""The pages link to what is there, and name files that are."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    page
    for folder in ("", "docs", "evaluation/gold/readings", "evaluation/gold/record", "examples/news")
    for page in (ROOT / folder).glob("*.md")
)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
RECORD = ROOT / "src" / "onrecord" / "record"
METHOD = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """What the headings of a page are called in links to them."""
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    lost = []
    for path, anchor in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (anchor and there.suffix == ".md" and anchor not in anchors(there)):
            lost.append(f"{path}#{anchor}")
    assert lost == []


def test_the_tables_of_the_record_are_where_the_method_says():
    told = set(re.findall(r"`((?:same|people|events|utterances|alike)/\w+\.toml)`", METHOD))
    assert told >= {
        "same/same.toml",
        "people/people.toml",
        "events/events.toml",
        "utterances/utterances.toml",
    }
    assert [name for name in sorted(told) if not (RECORD / name).is_file()] == []


def test_the_method_names_every_part_of_the_record():
    parts = {path.name for path in RECORD.iterdir() if (path / "__init__.py").is_file()} - {"migrations"}
    assert {part for part in parts if not re.search(rf"^ +{part}/ ", METHOD, re.MULTILINE)} == set()
