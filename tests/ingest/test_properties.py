"""What holds for every input there is."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.article import Article
from onrecord.ingest import Unread, article_from_bytes, article_from_text, articles_from_lines
from onrecord.ingest.blocks import blocks
from onrecord.ingest.decode import decode
from onrecord.ingest.jsonl import articles_from_json

LINES = """
Norway to cut cod quota
By Jane Doe
OSLO, May 13 (FP) -
(FP) -
DELHI:
Tags:
| Tags: a, b
Cod, haddock
Read more
Photo:
“No,” she said.
13 May 2019
the quay was empty and so was the hall in which it had been sold
"""
MARKS = [*" \n\r\t\x00\ufeff\u2028é🚢\ud800.:;,—(|", "\n\n", "\r\n"]
PIECES = [*LINES.splitlines(), *MARKS]
like_articles = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=30).map("".join)
texts = like_articles | st.text(st.characters())
damaged = st.lists(st.sampled_from([b"\xe2\x80", b"\xe9", b"caf", b"\x93", b"\xed\xa0", b"\n"])).map(b"".join)
calm = settings(deadline=None, max_examples=150)


@calm
@given(texts)
def test_blocks_cover_any_text_in_order(text):
    found = blocks(text)
    assert "".join(text[block.start : block.end] for block in found) == text
    assert all(block.start < block.end for block in found)
    assert bool(found) is bool(text)


@calm
@given(texts)
def test_article_keeps_every_code_point(text):
    article, flaws = article_from_text(text)
    assert len(article.text) == len(text)
    assert all(
        was == now or (now == "�" and 0xD800 <= ord(was) < 0xE000)
        for was, now in zip(text, article.text, strict=True)
    )
    assert all(0 <= flaw.start <= flaw.end <= len(text) for flaw in flaws)
    article.text.encode()


@calm
@given(
    st.binary(max_size=300)
    | st.lists(st.sampled_from([b"\xe2\x80", b"\xe9", b"caf", b"\x93", b"\n"])).map(b"".join)
)
def test_any_bytes_are_an_article(data):
    article, flaws = article_from_bytes(data)
    assert isinstance(article, Article)
    assert "".join(article.text[block.start : block.end] for block in article.blocks) == article.text
    assert all(0 <= flaw.start <= flaw.end <= len(article.text) for flaw in flaws)


@calm
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(["utf-8", "utf-8-sig"]))
def test_utf8_decodes_to_itself(text, encoding):
    assert decode(("Norway " + text).encode(encoding)) == ("Norway " + text, ())


@calm
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf16_with_a_mark_decodes_to_itself(text):
    assert decode(text.encode("utf-16")) == (text, ())


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
fields = [
    "text",
    "headline",
    "body",
    "id",
    "url",
    "title",
    "author",
    "published",
    "language",
    "article",
    "other",
]
records = st.dictionaries(st.sampled_from(fields), values, max_size=6) | values


@calm
@given(records)
def test_any_json_value_gives_one_item(record):
    (item,) = articles_from_lines([json.dumps(record).encode()], place="x")
    assert isinstance(item, Unread) or isinstance(item[0], Article)


@calm
@given(st.lists(st.binary(max_size=60), max_size=4))
def test_any_lines_give_at_most_one_item_each(lines):
    items = list(articles_from_lines(lines, place="x"))
    assert len(items) <= len(lines)
    assert len(list(articles_from_json(b"\n".join(lines), place="x"))) >= 1
