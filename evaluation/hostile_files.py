"""Files that are made to break whoever reads them: what a feed, an archive or a folder can hold at its worst.

Each maker writes what it makes into a folder of its own and gives the paths that a user would name. They are
written in pieces, so that making them takes no memory.
"""

import gzip
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

MB = 2**20
SAID = "The pier in Port Sela may open in March, harbour master Ida Sol said on Sunday. "
MAKERS: dict[str, Callable[[Path], list[Path]]] = {}

Maker = Callable[[Path], list[Path]]


def maker(name: str) -> Callable[[Maker], Maker]:
    """Put a maker on the list, under the name that the table shows."""

    def add(make: Maker) -> Maker:
        MAKERS[name] = make
        return make

    return add


def one(name: str, ending: str, content: bytes | Callable[[], bytes]) -> None:
    """A maker of one small file."""

    def make(folder: Path) -> list[Path]:
        path = folder / f"file{ending}"
        path.write_bytes(content if isinstance(content, bytes) else content())
        return [path]

    MAKERS[name] = make


one("a plain article, to compare", ".txt", SAID.encode())

# Entities that fill any memory, or open what is none of theirs.
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE r [<!ENTITY l0 "ha">{LAUGHS}]>'
QUADRATIC = f'<!DOCTYPE r [<!ENTITY q "{"q" * 7_000}">]>'
OUTSIDE = (
    '<!DOCTYPE r [<!ENTITY l11 SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>'
)
BODIES = {
    ".xml": "<r>{}</r>",
    ".rss": "<rss version='2.0'><channel><item><title>Pier</title><description>{}</description></item>"
    "</channel></rss>",
    ".html": "<html><body><p>{}</p></body></html>",
    ".newsml": "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><contentSet><inlineXML><html>"
    "<body><p>{}</p></body></html></inlineXML></contentSet></newsItem>",
    ".nitf": "<nitf><body><body.content><p>{}</p></body.content></body></nitf>",
}
for form, body in BODIES.items():
    prolog = '<?xml version="1.0"?>'
    one(f"billion laughs{form}", form, (prolog + BOMB + body.format("&l11;")).encode())
    one(f"external entity{form}", form, (prolog + OUTSIDE + body.format("&l11;")).encode())
    one(f"quadratic blow-up{form}", form, (prolog + QUADRATIC + body.format("&q;" * 300_000)).encode())


# Archives that unpack to what no disk holds, and names that lead out of them.
def _zip(path: Path, members: Iterator[tuple[zipfile.ZipInfo | str, bytes]]) -> list[Path]:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return [path]


@maker("zip of 1,000:1")
def zip_bomb(folder: Path) -> list[Path]:
    """A gigabyte of nothing in a megabyte."""
    path = folder / "bomb.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("pier.txt", "w", force_zip64=True) as member,
    ):
        for _ in range(1024):
            member.write(bytes(MB))
    return [path]


@maker("zip in zip in zip, 16 each")
def nested_zip(folder: Path) -> list[Path]:
    """As 42.zip is."""
    data = bytes(16 * MB)
    path = folder / "nested.zip"
    name = "pier.txt"
    for _ in range(4):
        _zip(path, ((f"{number}-{name}", data) for number in range(16)))
        data, name = path.read_bytes(), "pier.zip"
    return [path]


@maker("zip of overlapping members")
def overlapping_zip(folder: Path) -> list[Path]:
    """Ten thousand members that all are the same bytes (Fifield 2019)."""
    path = folder / "overlap.zip"
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = b"".join(packer.compress(b"a" * MB) for _ in range(16)) + packer.flush()
    size, crc = 16 * MB, 0
    for _ in range(16):
        crc = zlib.crc32(b"a" * MB, crc)
    head = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, len(data), size, 5, 0) + b"a.txt"
    fields = (20, 20, 0, 8, 0, 0, crc, len(data), size)
    entries = b"".join(
        struct.pack("<4s6H3I5H2I", b"PK\x01\x02", *fields, 5, 0, 0, 0, 0, 0, 0) + b"a.txt"
        for _ in range(10_000)
    )
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 10_000, 10_000, len(entries), len(head) + len(data), 0)
    path.write_bytes(head + data + entries + end)
    return [path]


@maker("zip with names that lead out")
def traversal(folder: Path) -> list[Path]:
    """Nothing of this may be written, or read, anywhere."""
    names = [
        "../../escaped.txt",
        "/escaped-onrecord/absolute.txt",
        "..\\..\\escaped.txt",
        "C:\\escaped.txt",
        "a/../../b.txt",
    ]
    names += ["new\nline.txt", "\x1b[31mred.txt", "\u202egnp.txt", "x" * 60_000 + ".txt"]
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    members = [(name, f"{SAID}{number}".encode()) for number, name in enumerate(names)]
    return _zip(folder / "names.zip", iter([*members, (link, b"/etc/passwd")]))


@maker("zip of 100,000 members")
def many_members(folder: Path) -> list[Path]:
    """All of them empty."""
    return _zip(folder / "many.zip", ((f"{number}.txt", b"") for number in range(100_000)))


def _gzip(path: Path, size: int, piece: bytes) -> Path:
    with gzip.open(path, "wb", 6) as packed:
        for _ in range(size):
            packed.write(piece)
    return path


@maker("gzip of 1,000:1")
def gzip_bomb(folder: Path) -> list[Path]:
    """A gigabyte of nothing, as text and as JSON lines."""
    return [_gzip(folder / "bomb.txt.gz", 1024, bytes(MB)), _gzip(folder / "bomb.jsonl.gz", 1024, b" " * MB)]


@maker("gzip in gzip in gzip")
def nested_gzip(folder: Path) -> list[Path]:
    """Packed three times over."""
    path = _gzip(folder / "bomb.txt.gz.gz.gz", 256, bytes(MB))
    path.write_bytes(gzip.compress(gzip.compress(path.read_bytes())))
    return [path]


# What does not end, or is far too large.
def _lines(path: Path, pieces: Iterator[bytes]) -> list[Path]:
    with path.open("wb") as out:
        out.writelines(pieces)
    return [path]


def _feed(items: Iterator[bytes]) -> Iterator[bytes]:
    yield b"<rss version='2.0'><channel><title>Sela Courier</title>"
    yield from items
    yield b"</channel></rss>"


@maker("feed of 500,000 items")
def endless_feed(folder: Path) -> list[Path]:
    """More than are read."""
    item = "<item><title>Pier {0}</title><link>https://news.example/{0}</link><description>{1}</description></item>"
    items = (item.format(number, SAID).encode() for number in range(500_000))
    return _lines(folder / "feed.xml", _feed(items))


@maker("feed of 250,000 short items")
def many_items(folder: Path) -> list[Path]:
    """More than are read, in a file of which the size says nothing."""
    item = (
        "<item><title>Pier {0}</title><description>It may open, Ida Sol said on day {0}.</description></item>"
    )
    return _lines(folder / "feed.xml", _feed(item.format(number).encode() for number in range(250_000)))


@maker("feed with an item of 100 MB")
def heavy_item(folder: Path) -> list[Path]:
    """One item, longer than any article."""
    said = SAID.encode() * (MB // len(SAID))
    pieces = [b"<item><title>Pier</title><description>", *[said] * 100, b"</description></item>"]
    return _lines(folder / "feed.xml", _feed(iter(pieces)))


@maker("one line of 100 MB.txt")
def one_line_text(folder: Path) -> list[Path]:
    """Without a break."""
    return _lines(folder / "line.txt", (SAID.encode() * (MB // len(SAID)) for _ in range(100)))


@maker("one line of 100 MB.jsonl")
def one_line_json(folder: Path) -> list[Path]:
    """A text that does not end, and a good line after it."""
    said = SAID.encode() * (MB // len(SAID))
    good = json.dumps({"text": SAID}).encode()
    return _lines(folder / "line.jsonl", iter([b'{"text": "', *[said] * 100, b'"}\n', good, b"\n"]))


@maker("an article of 20 MB")
def long_article(folder: Path) -> list[Path]:
    """Sentence after sentence, in paragraphs."""
    return _lines(
        folder / "long.txt", ((SAID * 5 + "\n\n").encode() for _ in range(20 * MB // (5 * len(SAID))))
    )


@maker("an article as long as any is read")
def longest_article(folder: Path) -> list[Path]:
    """249,000 characters."""
    return _lines(folder / "long.txt", ((SAID * 5 + "\n\n").encode() for _ in range(249_000 // 402)))


@maker("an article of 10,000 quotations")
def quotations(folder: Path) -> list[Path]:
    """Each with its speaker."""
    said = (f"“{n}!” Ida Sol said.\n".encode() for n in range(10_000))
    return _lines(folder / "quotations.txt", said)


def _record(url: str, page: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"WARC-Date: 2031-03-02T08:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


PAGE = (
    b"<html><head><title>Pier may open</title></head><body><article><p>%s</p></article></body></html>"
    % (SAID * 3).encode()
)


@maker("WARC of 1 GB")
def large_warc(folder: Path) -> list[Path]:
    """A page, a thousand pictures, a page of 100 MB, and a page."""
    picture = _record("https://news.example/a.png", bytes(MB)).replace(b"text/html", b"image/png")
    first, last = (_record(f"https://news.example/{name}", PAGE) for name in ("first", "last"))
    heavy = _record("https://news.example/heavy", b"<p>" + b"ha " * (100 * MB // 3))
    return _lines(folder / "large.warc", iter([first, *[picture] * 924, heavy, last]))


@maker("WARC with a broken record")
def broken_warc(folder: Path) -> list[Path]:
    """Lengths that are wrong, and bytes that are none of WARC's, between good pages."""
    good = [_record(f"https://news.example/{name}", PAGE) for name in "abc"]
    wrong = _record("https://news.example/x", PAGE).replace(
        b"Content-Length: ", b"Content-Length: 99999999999"
    )
    parts = [good[0], b"\xff\x00" * 500, good[1], wrong, good[2]]
    return _lines(folder / "broken.warc", iter(parts))


# What is cut off, or is not what it is called.
@maker("cut off: gz, warc.gz, zip")
def cut_off(folder: Path) -> list[Path]:
    """Two thirds of each."""
    whole = {
        "a.txt.gz": gzip.compress((SAID * 9 + os.urandom(99).hex()).encode()),
        "b.warc.gz": b"".join(gzip.compress(_record(f"https://news.example/{n}", PAGE)) for n in range(6)),
        "c.zip": _zip(folder / "whole.zip.tmp", iter([("a.txt", SAID.encode()), ("b.txt", os.urandom(999))]))[
            0
        ].read_bytes(),
    }
    for name, data in whole.items():
        (folder / name).write_bytes(data[: len(data) * 2 // 3])
    return [folder / name for name in whole]


one("PNG as .xml", ".xml", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 400)
one("PDF as .html", ".html", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Type /Catalog>> endobj\n" * 300)
one("program as .json", ".json", lambda: Path(os.path.realpath("/proc/self/exe")).read_bytes()[: 4 * MB])
one("JSON as .warc", ".warc", json.dumps({"text": SAID}).encode())
one("noise as .txt", ".txt", lambda: os.urandom(2 * MB))
one("noise as .html", ".html", lambda: b"<html>" + os.urandom(2 * MB))
one("noise as .zip", ".zip", lambda: b"PK\x03\x04" + os.urandom(MB))

# Nested deeper than anybody counts.
DEEP = 100_000
one("deep html", ".html", b"<html><body>" + b"<div>" * DEEP + SAID.encode() + b"</div>" * DEEP)
one("deep inline html", ".html", b"<html><body><p>" + b"<b><i>" * DEEP + SAID.encode())
one("deep xml", ".xml", b"<nitf><body><body.content>" + b"<p>" * DEEP + SAID.encode() + b"</p>" * DEEP)
one("deep feed", ".rss", b"<rss><channel>" + b"<item>" * DEEP + SAID.encode() + b"</item>" * DEEP)
one(
    "deep newsml",
    ".newsml",
    b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>" + b"<contentSet>" * DEEP,
)
one("deep json", ".json", b"[" * DEEP + b"]" * DEEP)
one("deep jsonl", ".jsonl", b'{"text": ' * DEEP + b'"a"' + b"}" * DEEP + b"\n" + b"[" * DEEP + b"\n")
one(
    "100,000 attributes",
    ".html",
    b"<p " + b" ".join(b"a%d='b'" % n for n in range(DEEP)) + b">" + SAID.encode(),
)
one("unclosed comments", ".html", b"<html><!--" * DEEP + SAID.encode())

# Texts that are no prose.
one("NULs", ".txt", bytes(5 * MB))
one("NULs in prose", ".txt", "\0".join(SAID * 500).encode())
one("invalid UTF-8", ".txt", SAID.encode() + b"\xff\xfe\xfa \xc3( \xed\xa0\x80 " * 3_000)
one("UTF-16 without a mark", ".txt", (SAID * 50).encode("utf-16-le"))
one("UTF-16 without a mark.html", ".html", f"<html><p>{SAID * 50}</p></html>".encode("utf-16-be"))
one("only quotation marks", ".txt", ("“”\"'‘’«»„" * 10_000).encode())
one("only opening marks", ".txt", ("“ " * 30_000).encode())
one("one word of 1 MB", ".txt", b"a" * MB)
one("said said said", ".txt", b"she said he said that they said " * 3_000)
one("combining marks", ".txt", ("a" + "\u0301" * 500_000).encode())
one("control characters", ".txt", ("\x1b[2J\x07\u202e" * 50_000 + SAID).encode())
one("numbers in JSON", ".json", b'{"text": "' + SAID.encode() + b'", "published": ' + b"9" * 100_000 + b"}")
one(
    "wrong JSON types",
    ".jsonl",
    b'{"text": 1}\n{"text": [1]}\n{"text": null}\n[]\n7\n"a"\n{"text": "a", "url": {}}\n',
)


# Paths.
@maker("names with control characters")
def names(folder: Path) -> list[Path]:
    """Any bytes but / and NUL may be in the name of a file."""
    for name in (
        b"new\nline.txt",
        b"\x1b[31mred.txt",
        b"\xff\xfe.txt",
        "\u202egnp.txt".encode(),
        b"-o.txt",
        b" .txt",
    ):
        with open(os.path.join(os.fsencode(folder), name), "wb") as out:  # noqa: PTH118,PTH123 - the name is bytes
            out.write(SAID.encode() + os.urandom(8).hex().encode())
    return [folder]


@maker("FIFO, devices, sockets")
def devices(folder: Path) -> list[Path]:
    """What never ends, or never begins."""
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    return [folder / "pipe.txt", Path("/dev/zero"), Path("/dev/null"), folder]


@maker("folder that links to itself")
def loop(folder: Path) -> list[Path]:
    """And a link that leads to itself."""
    (folder / "a").mkdir()
    (folder / "a" / "up").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "a" / "pier.txt").write_text(SAID)
    return [folder]
