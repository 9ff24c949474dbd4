"""JSON lines: one row a line, and what becomes of it."""

import io
import json

import msgspec
import pytest

from onrecord.ingest import Unread, article_from_text, articles_from_lines
from onrecord.ingest import jsonl as module
from onrecord.ingest.jsonl import articles_from_json, lines_of
from onrecord.reading import Reading


def read(*lines):
    return list(articles_from_lines(lines, place="wire.jsonl"))


TEXTS = [
    ({"text": "Cod is gone."}, "Cod is gone."),
    ({"headline": "Cod gone", "body": "It is gone."}, "Cod gone\n\nIt is gone."),
    ({"headline": "Cod gone"}, "Cod gone"),
    ({"body": "It is gone."}, "It is gone."),
    ({"headline": None, "body": "It is gone."}, "It is gone."),
    ({"text": "Cod is gone.", "body": "Else."}, "Cod is gone."),
    ({"text": "Cod is gone.", "score": 1, "nested": {"a": [1, {}]}}, "Cod is gone."),
    ({"article": {"text": "Cod is gone.", "blocks": []}, "statements": [{}]}, "Cod is gone."),
    ({"text": "Cod is gone.", "article": "c-17"}, "Cod is gone."),
    ({"text": ""}, ""),
]


@pytest.mark.parametrize(("record", "text"), TEXTS)
def test_text(record, text):
    ((article, _),) = read(json.dumps(record).encode())
    assert article.text == text


def test_what_is_known():
    known = {
        "id": "c-1",
        "url": "https://courier.example/1",
        "outlet": "Courier",
        "title": "Cod",
        "author": "Jane Doe",
        "published": "2019-05-13",
        "language": "en",
        "published_how": "dateline",
        "modified": "2019-05-14T09:00:00Z",
        "guid": "urn:cod:1",
        "status": "withdrawn",
        "note": "Not true",
        "credit": "Fjordpress",
    }
    line = {"text": "Cod is gone.", **known, "supersedes": ["urn:cod:0", "u:2"]}
    ((article, flaws),) = read(json.dumps(line).encode())
    assert flaws == ()
    assert {name: getattr(article, name) for name in known} == known
    assert article.supersedes == ("urn:cod:0", "u:2")


def test_one_earlier_item_may_be_a_string():
    ((article, flaws),) = read(b'{"text": "Cod.", "supersedes": "u:1"}')
    assert (article.supersedes, flaws) == (("u:1",), ())


def test_headline_is_the_title_and_the_first_block():
    ((article, _),) = read(b'{"headline": "The cod is gone and it was we.", "body": "Norway said so."}')
    assert article.title == "The cod is gone and it was we."
    assert [block.kind for block in article.blocks] == ["headline", "paragraph"]


def test_an_id_may_be_a_number_and_authors_may_be_several():
    ((article, flaws),) = read(b'{"text": "Cod.", "id": 17, "author": ["Jane Doe", "Richard Roe"]}')
    assert (article.id, article.author, flaws) == ("17", "Jane Doe, Richard Roe", ())


def test_wrong_types_beside_the_text_are_left_out_with_a_flaw():
    ((article, flaws),) = read(b'{"text": "Cod.", "outlet": 5, "author": [1], "published": {}, "id": true}')
    assert (article.outlet, article.author, article.published) == (None, None, None)
    assert [flaw.detail for flaw in flaws] == [
        "'id' must be a string and is a truth value: it was left out.",
        "'outlet' must be a string and is a number: it was left out.",
        "'author' must be a string and is an array: it was left out.",
        "'published' must be a string and is an object: it was left out.",
    ]


def test_what_a_version_is_must_be_what_it_can_be():
    ((article, flaws),) = read(b'{"text": "Cod.", "status": "gone", "supersedes": [1], "modified": "May"}')
    assert (article.status, article.supersedes, article.modified) == ("usable", (), None)
    assert [flaw.detail for flaw in flaws] == [
        "'status' must be 'usable' or 'withdrawn' and is 'gone': it was left out.",
        "'supersedes' must be an array of strings and is an array: it was left out.",
        "'modified' is 'May', which is no ISO date such as 2016-11-13: it was left out.",
    ]


def test_bad_date_is_a_flaw():
    ((article, flaws),) = read(b'{"text": "Cod.", "published": "13 May"}')
    assert article.published is None
    assert [flaw.kind for flaw in flaws] == ["bad_date"]


UNREAD = [
    (b'{"text": "Cod', "not valid JSON"),
    (b"not json", "not valid JSON: Expecting value (column 1)"),
    (b'{"text": "a"} {"text": "b"}', "not valid JSON: Extra data (column 15)"),
    (b"[1]", "this is an array"),
    (b'"text"', "this is a string"),
    (b"17", "this is a number"),
    (b"null", "this is null"),
    (b"{}", "There is no 'text'"),
    (b'{"title": "Cod"}', "There is no 'text'"),
    (b'{"text": null}', "There is no 'text'"),
    (b'{"text": 5}', "'text' must be a string and is a number."),
    (b'{"headline": "Cod", "body": []}', "'body' must be a string and is an array."),
    (b'{"article": {}}', "There is no 'text'"),
    (b"[" * 100_000, "nested too deeply"),
    (b'{"a":' * 100_000, "nested too deeply"),
    (b'{"text": "Cod", "deep": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deeply"),
    (b'{"text": ' + b"9" * 10_000 + b"}", "cannot be read"),
    (b"\x1f\x8b\x08\x00", "gzip"),
    (b"\x00\x00\x00\x00", "not text"),
]


@pytest.mark.parametrize(("line", "reason"), UNREAD)
def test_unread_lines_are_said_and_the_others_read(line, reason):
    before, unread, after = read(b'{"text": "one"}\n', line + b"\n", b'{"text": "two"}\n')
    assert isinstance(unread, Unread)
    assert unread.place == "wire.jsonl, line 2"
    assert reason in unread.reason
    assert [before[0].text, after[0].text] == ["one", "two"]


def test_blank_lines_count_but_give_nothing():
    items = read(b"\xef\xbb\xbf" + b'{"text": "one"}\r\n', b"\n", b"  \r\n", b"oops\n")
    assert len(items) == 2
    assert items[1].place == "wire.jsonl, line 4"


ENCODINGS = [
    (b'{"text": "a \\ud83d b"}', "a � b", ["lone_surrogate"]),
    (b'{"text": "a \\ud83d\\udea2 b"}', "a 🚢 b", []),
    (b'{"text": "a caf\xe9"}', "a café", ["encoding"]),
    (b'{"text": "a \xed\xa0\x80 b"}', "a � b", ["undecodable"]),
    (b'{"text": "a \\u0000 b"}', "a \x00 b", ["control_character"]),
    (b'{"text": "a", "other": "\\ud83d"}', "a", []),
    (b'{"text": "a", "id": "\\ud83d"}', "a", []),
]


@pytest.mark.parametrize(("line", "text", "kinds"), ENCODINGS)
def test_encodings(line, text, kinds):
    ((article, flaws),) = read(line)
    assert article.text == text
    assert [flaw.kind for flaw in flaws] == kinds
    article.id.encode()


def test_overlong_line_is_said_and_the_next_one_read(monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 40)
    stream = io.BytesIO(b'{"text": "' + b"a" * 3_000_000 + b'"}\n{"text": "two"}\n' + b"x" * 50)
    long, two, tail = articles_from_lines(lines_of(stream), place="wire.jsonl")
    assert "Split it" in long.reason
    assert two[0].text == "two"
    assert tail.place == "wire.jsonl, line 3"


def test_a_stream_is_read_line_by_line():
    def endless():
        while True:
            yield b'{"text": "Cod."}\n'

    items = articles_from_lines(endless(), place="wire.jsonl")
    assert [next(items)[0].text for _ in range(3)] == ["Cod."] * 3


def test_our_own_readings_come_back_as_they_were():
    article, _ = article_from_text(
        "Cod gone\n\nIt is gone.\n\nFish, Norway",
        published="2019-05-13",
        published_how="feed item",
        url="u:1",
        guid="urn:cod:1",
        status="withdrawn",
        supersedes=("u:0",),
        note="Not true",
        credit="Fjordpress",
    )
    ((again, _),) = read(msgspec.json.encode(Reading(article)))
    assert again == article


FOREIGN = [
    (b'{"uri": "u:1", "headline": "Cod gone", "body_text": "It is gone."}', "Cod gone\n\nIt is gone.", []),
    (b'{"uri": "u:1", "pubStatus": "usable", "bodies": [{"value": "Caf\xe9."}]}', "Café.", ["encoding"]),
    (b'{"url": "u:1", "quotes": [{"pre": "", "quote": "No.", "post": ""}]}', "“No.”", ["excerpts"]),
    (b'{"uri": "u:1", "headline": "Cod gone"}', "Cod gone", []),
    (b'{"uri": "u:1", "pubstatus": "usable", "text": "Cod."}', "Cod.", []),
    (b'{"url": "u:1", "quotes": [{"quote": "No."}], "body": "Cod."}', "Cod.", []),
]


@pytest.mark.parametrize(("line", "text", "kinds"), FOREIGN)
def test_lines_of_other_makers(line, text, kinds):
    ((article, flaws),) = read(line)
    assert article.text == text
    assert [flaw.kind for flaw in flaws] == kinds


def test_a_picture_of_another_maker_is_said():
    (unread,) = read(b'{"uri": "u:1", "type": "picture", "versioncreated": "2019-05-13T08:00:00Z"}')
    assert unread == Unread(
        "wire.jsonl, line 1", "This ninjs object is of the type 'picture' and has no text."
    )


ARRAYS = [
    (b'{\n "text": "one"\n}', ["one"]),
    (b'\xef\xbb\xbf[{"text": "one"}, {"text": "two"}]', ["one", "two"]),
    ('[{"text": "één"}]'.encode("utf-16"), ["één"]),
    (b'[{"text": "a caf\xe9"}, {"text": "\\ud800"}]', ["a café", "�"]),
    (b'[{"text": "one"}, 5, {"text": "two"}]', ["one", "all.json, item 2", "two"]),
    (b'[{"text": "one"},', ["all.json"]),
    (b"[]", ["all.json"]),
    (b"", ["all.json"]),
    (b"[" * 100_000, ["all.json"]),
]


@pytest.mark.parametrize(("data", "expected"), ARRAYS)
def test_json(data, expected):
    items = articles_from_json(data, place="all.json")
    assert [item.place if isinstance(item, Unread) else item[0].text for item in items] == expected
