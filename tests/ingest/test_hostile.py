"""Inputs that have broken other readers. They finish, and they lose nothing."""

import pytest

from onrecord.ingest import article_from_bytes, article_from_text

SIZE = 10 * 2**20
PART = SIZE // 200  # enough for a rule that is quadratic to be felt

ONE_LINE = "The port will not be closed before the end of the year, she said. " * (SIZE // 66)

LONG = """
A
(
“
OSLO —
OSLO,
By Jane
Doe,
a,
A.
1.
Photo:
Follow @a
Tags:
| Tags:
Read more
13 May 2019
(Reporting by Jane Doe;
â€œ
é
the quick fox ran off and so did the lazy dog, it seems
"""
SPACES = [" ", "\t", "\n", "\r\n", "\r", "\u2028", " \n", "\n \n", "a\n", "\x00 a a ", "\ud800"]
REPEATED = [*SPACES, *(line + end for line in LONG.split("\n")[1:-1] for end in ("", " ", "\n"))]


def test_ten_megabytes_on_one_line():
    article, flaws = article_from_text(ONE_LINE)
    assert flaws == ()
    assert [(block.kind, block.start, block.end) for block in article.blocks] == [
        ("paragraph", 0, len(ONE_LINE))
    ]


@pytest.mark.parametrize("piece", REPEATED)
def test_much_of_the_same(piece):
    text = piece * (PART // len(piece))
    article, _ = article_from_text(text)
    assert len(article.text) == len(text)
    assert article.blocks[-1].end == len(text)


@pytest.mark.parametrize(
    "piece", [b"caf\xe9 ", b"\xe9", b"\xe2\x80", b"\xed\xa0\x80a", b"\xff\xfe\x00", b"a\x00"]
)
def test_much_of_the_same_bytes(piece):
    article, flaws = article_from_bytes(piece * (PART // len(piece)))
    assert flaws
    assert sum(len(flaw.detail) for flaw in flaws) < 1000
    assert not article.blocks or article.blocks[-1].end == len(article.text)
