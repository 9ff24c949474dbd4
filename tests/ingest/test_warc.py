"""WARC: the pages of a crawl, one at a time, and archives that are damaged, cut off or larger than memory."""

import gzip
import io
import resource
import sys
import zlib

import pytest

from onrecord.ingest import Unread, warc
from onrecord.ingest.content import articles_in
from onrecord.ingest.packed import CUT_OFF
from onrecord.ingest.source import Source
from onrecord.ingest.warc import records

LEAD = "Norway will cut its cod quota by a third next year, the minister said on Monday."
PAGE = f"<html><head><title>Cod cut</title></head><body><p>{LEAD}</p></body></html>".encode()


def record(url, body, *, kind="text/html; charset=utf-8", status="200 OK", more="", record_type="response"):
    sent = body
    if record_type == "response":
        sent = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
        kind = "application/http; msgtype=response"
    head = (
        f"WARC/1.0\r\nWARC-Type: {record_type}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2020-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {kind}\r\nContent-Length: {len(sent)}\r\n\r\n"
    )
    return head.encode() + sent + b"\r\n\r\n"


URL = "https://courier.example/cod"
ONE, TWO = record(URL, PAGE), record(f"{URL}/2", PAGE)


def read(data, ending=".warc"):
    return list(articles_in(io.BytesIO(data), Source("x.warc", ending)))


def shorten(items):
    return [str(item) if isinstance(item, Unread) else item[0].url for item in items]


def test_page_of_a_crawl():
    ((article, flaws),) = read(ONE)
    assert article.text == f"Cod cut\n\n{LEAD}"
    assert (article.url, article.title, article.published) == (URL, "Cod cut", None)
    assert flaws == ()


def chunked(body):
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (body[:7], body[7:])) + b"0\r\n\r\n"


CODED = {"kind": "text/html", "more": "Content-Encoding: gzip\r\n"}
SENT = [
    record(URL, PAGE, record_type="resource"),
    record(f"<{URL}>", PAGE),
    record(URL, chunked(PAGE), more="Transfer-Encoding: chunked\r\n"),
    record(URL, PAGE, more="Transfer-Encoding: chunked\r\n"),
    record(URL, gzip.compress(PAGE), **CODED),
    record(URL, PAGE, **CODED),
    record(
        URL, chunked(gzip.compress(PAGE)), more="Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
    ),
    record(URL, zlib.compress(PAGE), more="Content-Encoding: deflate\r\n"),
    record(URL, zlib.compress(PAGE)[2:-4], more="Content-Encoding: deflate\r\n"),
    record(URL, PAGE, more="Content-Encoding: br\r\n"),
    record(URL, LEAD.encode(), kind="text/plain"),
    record(URL, f'<?xml version="1.0"?>{PAGE.decode()}'.encode(), kind="application/xhtml+xml"),
]


@pytest.mark.parametrize("data", SENT)
def test_page_however_it_was_sent(data):
    ((article, _),) = read(data)
    assert LEAD in article.text
    assert article.url == URL
    ((again, _),) = read(gzip.compress(data), ".gz")
    assert again == article


def test_charset_of_the_server():
    page = "<html><body><p>Нет, сказала Зоя, и больше ничего не добавила к этому.</p></body></html>"
    ((article, _),) = read(record(URL, page.encode("koi8-r"), kind="text/html; charset=koi8-r"))
    assert "Нет, сказала Зоя" in article.text


SKIPPED = [
    record(URL, b"\x89PNG", kind="image/png"),
    record(URL, PAGE, status="404 Not Found"),
    record(URL, PAGE, status="301 Moved"),
    record("https://courier.example/robots.txt", b"User-agent: *", kind="text/plain"),
    record(URL, b"a {}", kind="text/css"),
    record(URL, b"x", record_type="request"),
    record(URL, b"x", record_type="metadata"),
]


@pytest.mark.parametrize("data", SKIPPED)
def test_what_is_no_page_is_skipped(data):
    assert shorten(read(ONE + data + TWO)) == [URL, f"{URL}/2"]


PROBLEMS = [
    (ONE + TWO[:-30], [URL, f"{URL}/2", f"x.warc: {CUT_OFF}"]),
    (ONE + b"junk\r\n\r\n" + TWO, [URL, "x.warc: After 1 records this is no WARC file."]),
    (b"WARC/1.0\r\njunk", ["x.warc: "]),
    (record(URL, b"x", record_type="warcinfo"), ["x.warc: There is no response and no resource"]),
    (record(URL, b"\x81\x82", more="Content-Encoding: br\r\n") + TWO, ["packed with br", f"{URL}/2"]),
    (record(URL, gzip.compress(PAGE)[:10], **CODED) + TWO, [CUT_OFF, f"{URL}/2"]),
    (record(URL, b"", kind="text/html") + TWO, ["empty", f"{URL}/2"]),
    (record(URL, b"{}", kind="application/json") + TWO, ["There is no 'text'", f"{URL}/2"]),
]


@pytest.mark.parametrize(("data", "expected"), PROBLEMS)
def test_problems(data, expected):
    found = shorten(read(data))
    assert len(found) == len(expected), found
    assert all(part in item for item, part in zip(found, expected, strict=True)), found


def test_record_names_its_place():
    (item,) = read(record(URL, b"<html></html>"))
    assert item.place == f"x.warc, record 1, {URL}"


def test_truncated_gzip():
    data = gzip.compress(ONE) + gzip.compress(TWO)
    *found, unread = read(data[:-20], ".gz")
    assert shorten(found)[0] == URL
    assert unread == Unread("x.warc", CUT_OFF)


def test_page_that_is_cut_off_says_so():
    for data in (TWO[:-30], gzip.compress(TWO)[:-20]):
        (_, flaws), unread = read(data)
        assert [flaw.kind for flaw in flaws] == ["cut_off"]
        assert unread == Unread("x.warc", CUT_OFF)


def test_page_over_the_limit_leaves_the_others(monkeypatch):
    monkeypatch.setattr(warc, "MAX_BYTES", 1000)
    large, two = read(record(URL, b" " * 5000) + TWO)
    assert "larger than" in large.reason
    assert two[0].url == f"{URL}/2"


def test_bomb_in_a_page():
    data = record(URL, gzip.compress(b"\0" * (64 * 2**20)), **CODED)
    assert "unpacks to more" in read(data + TWO)[0].reason


def test_archive_larger_than_memory_streams():
    """A quarter of a gigabyte of records that nobody stores anywhere."""
    body = b"x" * 2**20
    picture = record(URL, body, kind="image/png")

    class Endless(io.RawIOBase):
        def __init__(self):
            self._parts = iter([ONE, *[picture] * 256, TWO])
            self._ahead = b""

        def readable(self):
            return True

        def readinto(self, buffer):
            self._ahead = self._ahead or next(self._parts, b"")
            part, self._ahead = self._ahead[: len(buffer)], self._ahead[len(buffer) :]
            buffer[: len(part)] = part
            return len(part)

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = list(records(io.BufferedReader(Endless()), "x.warc"))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert [page.url for page in found] == [URL, f"{URL}/2"]
    assert (after - before) * (1 if sys.platform == "darwin" else 1024) < 64 * 2**20


def test_disk_that_fails():
    class Broken(io.BytesIO):
        def read(self, size=-1):
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().read(size)

    found = list(records(Broken(ONE + TWO * 10_000), "x.warc"))
    assert found[0].url == URL
    assert "Input/output error" in found[-1].reason
