"""gzip and ZIP: what they hold, and archives that are made to fill a disk, a memory or somebody's home."""

import base64
import gzip
import io
import random
import struct
import tracemalloc
import zipfile
import zlib

import pytest

from onrecord.ingest import Unread
from onrecord.ingest import zipped as module
from onrecord.ingest.content import articles_in
from onrecord.ingest.packed import ALLOWANCE, BOMB, CUT_OFF, DAMAGED, RATIO, Inflated, shown
from onrecord.ingest.source import Source
from onrecord.ingest.zipped import members

TEXT = b"The cod is gone, Ingrid Moe said.\n"


def gz(data):
    return gzip.compress(data, mtime=0)


def inflate(data):
    stream = Inflated(io.BytesIO(data))
    return stream.read(), stream.why


def read(data, ending="", place="x"):
    return list(articles_in(io.BytesIO(data), Source(place, ending)))


def shorten(items):
    return [str(item) if isinstance(item, Unread) else item[0].text for item in items]


def zipped(files, method=zipfile.ZIP_DEFLATED):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", method) as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    return archive.getvalue()


GZIPS = [
    (gz(TEXT), TEXT, None),
    (gz(TEXT) + gz(b"No."), TEXT + b"No.", None),
    (gz(TEXT) + b"\0" * 1000, TEXT, None),
    (gz(TEXT) + b"\0" * 100_000 + gz(b"No."), TEXT + b"No.", None),
    (gz(b""), b"", None),
    (b"", b"", None),
    (gz(TEXT)[:-4], TEXT, CUT_OFF),
    (gz(TEXT)[:10], b"", CUT_OFF),
    (gz(TEXT) + b"junk", TEXT, DAMAGED),
    (b"\x1f\x8b\x08\x00\n\n\n", b"", CUT_OFF),
    (b"\x1f\x8b\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", b"", DAMAGED),
    (gz(TEXT)[:-8] + b"\0" * 8, TEXT, DAMAGED),  # the wrong checksum
]


@pytest.mark.parametrize(("data", "expected", "why"), GZIPS)
def test_gzip(data, expected, why):
    found, said = inflate(data)
    assert said == why
    assert found == expected or (why == DAMAGED and expected.startswith(found))


def test_gzip_larger_than_a_chunk():
    data = random.Random(1).randbytes(300_000)
    assert inflate(gz(data)) == (data, None)


def test_bomb_of_a_thousand_to_one_ends_early():
    bomb = gz(b"\0" * (64 * 2**20))
    assert len(bomb) < 70_000
    found, why = inflate(bomb)
    assert why == BOMB
    assert len(found) <= ALLOWANCE + RATIO * len(bomb)


def test_text_packs_better_than_one_thinks_and_is_no_bomb():
    lines = b"".join(b'{"text": "Cod no. %d is gone."}\n' % number for number in range(500_000))
    assert inflate(gz(lines)) == (lines, None)


def test_disk_that_fails():
    class Broken(io.BytesIO):
        def read(self, *_):
            raise OSError(5, "Input/output error")

    stream = Inflated(Broken())
    assert stream.read() == b""
    assert "Input/output error" in stream.why


def test_bombs_give_no_article():
    (item,) = read(gz(b"a" * (64 * 2**20)), ".gz", "bomb.txt.gz")
    assert item == Unread("bomb.txt.gz", BOMB)
    (item,) = read(zipped({"bomb.html": b" " * (64 * 2**20)}), ".zip", "bomb.zip")
    assert item == Unread("bomb.zip, bomb.html", BOMB)
    (item,) = read(zipped({"bomb.json": b" " * (64 * 2**20)}), ".zip", "bomb.zip")
    assert item == Unread("bomb.zip, bomb.json", BOMB)


def test_json_lines_stream_out_of_gzip():
    source = random.Random(1)
    data = gz(b"".join(b'{"text": "%b"}\n' % base64.b64encode(source.randbytes(12_000)) for _ in range(300)))
    tracemalloc.start()
    found = sum(1 for _ in articles_in(io.BytesIO(data), Source("x", ".gz")))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == 300
    assert peak < 2 * 2**20  # of 5 MB


INSIDE = [
    ("x.txt.gz", gz(TEXT), [TEXT.decode()]),
    ("x.jsonl.gz", gz(b'{"text": "one"}\n{"text": "two"}'), ["one", "two"]),
    ("x.gz", gz(b'{"text": "one"}\n{"text": "two"}'), ["one", "two"]),
    ("x.zip", zipped({"a.txt": "one", "b/c.jsonl": '{"text": "two"}'}), ["one", "two"]),
    ("x.zip", zipped({"a.txt": "one"}, zipfile.ZIP_STORED), ["one"]),
    ("x.txt", zipped({"a.txt": "one"}), ["one"]),
    ("x.zip", zipped({"a.txt.gz": gz(b"one")}), ["one"]),
    ("x.zip", zipped({"b.zip": zipped({"a.txt": "one"})}), ["one"]),
    ("x.gz", gz(zipped({"a.txt": "one"})), ["one"]),
    ("x.gz", gz(gz(gz(b"one"))), ["x.gz: It is packed more than 2"]),
    (
        "x.zip",
        zipped({"b.zip": zipped({"c.gz": gz(b"one")})}),
        ["x.zip, b.zip, c.gz: It is packed"],
    ),
    ("x.zip", zipped({}), ["x.zip: There is nothing to read in this archive"]),
    (
        "x.zip",
        zipped({"a.png": "x", ".hidden.txt": "x", "__MACOSX/a.txt": "x", "d/": ""}),
        ["x.zip: There is no"],
    ),
    (
        "x.zip",
        zipped({"../../etc/a\x1b[2J.txt": "one", "/etc/b.txt": "two", "c:\\d.txt": "three"}),
        ["one", "two", "three"],
    ),
    ("x.zip", zipped({"a.xml": b"\x89PNG"}), ["x.zip, a.xml: This is a PNG picture"]),
    ("x.zip", b"PK\x03\x04" + b"\0" * 100, ["x.zip: This is no whole ZIP archive"]),
    ("x.zip", zipped({"a.txt": "one"})[:-10], ["x.zip: This is no whole ZIP archive"]),
    ("x.zip", zipped({"a.txt": "one"}, zipfile.ZIP_LZMA), ["x.zip, a.txt: It is packed in a way"]),
    ("x.zip", zipped({"a.txt": "one"}, zipfile.ZIP_BZIP2), ["x.zip, a.txt: It is packed in a way"]),
    (
        "x.docx",
        zipped({"[Content_Types].xml": "<a/>", "word/a.xml": "<a/>"}),
        ["x.docx: This is an office document"],
    ),
    ("x.tar", b"a.txt" + b"\0" * 252 + b"ustar\x0000" + b"\0" * 248, ["x.tar: This is a tar archive"]),
]


@pytest.mark.parametrize(("name", "data", "expected"), INSIDE)
def test_what_is_inside(name, data, expected):
    found = shorten(read(data, name[name.rindex(".") :], name))
    assert len(found) == len(expected)
    assert all(item.startswith(start) for item, start in zip(found, expected, strict=True)), found


def test_truncated_gzip_gives_what_is_there():
    lines = b"".join(b'{"text": "Cod no. %d is gone."}\n' % number for number in range(1000))
    *items, unread = read(gz(lines)[:-100], ".gz", "x.jsonl.gz")
    assert len(items) > 900
    assert unread == Unread("x.jsonl.gz", CUT_OFF)


def test_document_that_is_cut_off_says_so():
    (article, flaws), unread = read(gz(TEXT * 50)[:-12], ".gz", "x.txt.gz")
    assert article.text.startswith(TEXT.decode())
    assert flaws[0].kind == "cut_off"
    assert unread == Unread("x.txt.gz", CUT_OFF)


def test_encrypted_member():
    data = bytearray(zipped({"a.txt": "one", "b.txt": "two"}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    assert shorten(read(bytes(data), ".zip")) == [
        "x, a.txt: It is encrypted. Unpack it with its password first.",
        "two",
    ]


def test_damaged_member_leaves_the_others():
    data = bytearray(zipped({"a.txt": TEXT * 50, "b.txt": "two"}))
    data[40:50] = b"\xff" * 10
    *_, damaged, two = shorten(read(bytes(data), ".zip"))
    assert damaged == f"x, a.txt: {DAMAGED}"
    assert two == "two"


def test_members_that_share_their_bytes():
    """A "better zip bomb" (Fifield 2019): many entries of the directory, one kernel of data."""
    kernel = zlib.compress(b"\0" * (32 * 2**20), 9)[2:-4]
    crc = zlib.crc32(b"\0" * (32 * 2**20))
    name = b"a.txt"
    fixed = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, crc, len(kernel), 32 * 2**20, len(name), 0)
    local = b"PK\x03\x04" + fixed + name
    central = b"PK\x01\x02" + struct.pack("<H", 20) + fixed + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    count = 5000
    end = b"PK\x05\x06" + struct.pack(
        "<HHHHIIH", 0, 0, count, count, count * len(central), len(local) + len(kernel), 0
    )
    items = read(local + kernel + central * count + end, ".zip")
    assert len(items) <= count
    assert {item.reason for item in items} <= {BOMB, DAMAGED}  # some Pythons see that members overlap


def test_too_many_members(monkeypatch):
    monkeypatch.setattr(module, "MAX_MEMBERS", 2)
    found = shorten(read(zipped({f"{number}.txt": "one" for number in range(5)}), ".zip"))
    assert found[:2] == ["one", "one"]
    assert "3 members more" in found[2]


def test_directory_that_is_too_long(monkeypatch):
    monkeypatch.setattr(module, "MAX_DIRECTORY", 100)
    (found,) = shorten(read(zipped({f"{number}.txt": "one" for number in range(5)}), ".zip"))
    assert "list of members is too long" in found


def test_archive_is_left_open():
    archive = io.BytesIO(zipped({"a.txt": "one"}))
    assert [member.stream.read() for member in members(archive, "x")] == [b"one"]
    assert not archive.closed


NAMES = [
    ("a/b.txt", "a/b.txt"),
    ("a\nb\x00\u202e.txt", "a?b??.txt"),
    ("x" * 500 + ".txt", "..." + "x" * 196 + ".txt"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_name_is_only_shown(name, expected):
    assert shown(name) == expected
