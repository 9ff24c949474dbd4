"""Any bytes and any mutated article: never an error, spans in range, the text untouched."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord import Reading
from onrecord.ingest import article_from_bytes
from onrecord.pipeline import read_files
from onrecord.read import read_article

EXAMPLES = [
    p.read_text(encoding="utf8") for p in sorted((Path(__file__).parents[1] / "examples/articles").iterdir())
]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
ODD = [
    "\x00",
    "\ufeff",
    "\r",
    "\u2028",
    "“",
    "”",
    "‘",
    '"',
    "''",
    "«",
    "\ud800",
    "\u202e",
    "é",
    "😀",
    "\x1b[31m",
    "�",
]


def check(reading: Reading) -> None:
    """What holds for any reading of any text."""
    text = reading.article.text
    blocks = reading.article.blocks
    assert "".join(text[b.start : b.end] for b in blocks) == text
    for statement in reading.statements:
        spans = statement.source + statement.cue + statement.content
        assert statement.cue
        assert statement.content
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert all(s.of(text) == s.of(text).strip() for s in spans)
        for role in (statement.source, statement.cue, statement.content):
            assert all(a.end <= b.start for a, b in pairwise(role))
        assert 0 <= statement.p <= 1
    assert all(0 <= flaw.start <= flaw.end <= len(text) for flaw in reading.flaws)
    assert all(flaw.detail for flaw in reading.flaws)


@settings(max_examples=10_000, deadline=None, suppress_health_check=SLOW)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    article, flaws = article_from_bytes(data)
    check(read_article(article, flaws))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A stretch of an example article with some characters cut, doubled, swapped or made odd."""
    text = draw(st.sampled_from(EXAMPLES))
    start = draw(st.integers(0, max(0, len(text) - 50)))
    text = text[start : start + draw(st.integers(50, 700))]
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 12))
        odd = draw(st.sampled_from(["", *ODD, text[at : at + length] * 2]))
        text = text[:at] + odd + text[at + length :]
    return text


@settings(max_examples=1_000, deadline=None, suppress_health_check=SLOW)
@given(mutated())
def test_any_mutation(text: str) -> None:
    (reading,) = onrecord.read(text)
    assert len(reading.article.text) == len(text)
    check(reading)


@pytest.mark.parametrize(
    "text",
    [
        "The dockers' unioén accused the port of using the weather.",  # a word that an apostrophe cuts off
        "He knew that the cracks were growing, she said, and he had to",  # that ends in the middle
        "The board said it was open to",
        "A walkout was on the table",
    ],
)
def test_what_mutations_found(text: str) -> None:
    (reading,) = onrecord.read(text)
    check(reading)


def test_any_file(tmp_path: Path) -> None:
    for number, data in enumerate(
        [b"", b"\xff\xfe\x00", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "“No".encode("cp1252")]
    ):
        (tmp_path / f"{number}.txt").write_bytes(data)
    for item in read_files([tmp_path]):
        if isinstance(item, Reading):
            check(item)
