"""Fetching from servers that mean well, and from those that do not. They are real ones, on this machine."""

import gzip
import socket
import ssl
import subprocess
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from shutil import which

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.ingest.fetch import Fetch, Page, Settings
from onrecord.ingest.unread import Unread
from tests.ingest.served import NO_ROBOTS, PUBLIC, QUICK, Site, fetching, forward, reply

OTHER = "93.184.216.35"
REPORT = b"<p>The pier in Velbast will be rebuilt, the mayor said.</p>"
HTML = {"Content_Type": 'Text/HTML; charset="UTF-8"'}


def refused(found, *parts):
    assert isinstance(found, Unread), found
    for part in parts:
        assert part in found.reason
    return found


# What is as it should be


def test_a_page_with_all_that_the_server_says_of_it():
    page = reply(REPORT, ETag='"v1"', Last_Modified="Mon, 05 Jan 2026 10:00:00 GMT", **HTML)
    with Site({"/pier?id=7": page}) as site, fetching(site) as fetch:
        assert fetch.get("http://news.example/pier?id=7#top") == Page(
            url="http://news.example/pier?id=7#top",
            final_url="http://news.example/pier?id=7",
            status=200,
            content=REPORT,
            type="text/html",
            charset="utf-8",
            etag='"v1"',
            modified="Mon, 05 Jan 2026 10:00:00 GMT",
        )
        assert site.paths == ["/robots.txt", "/pier?id=7"]
        assert site.header("host") == "news.example"
        assert site.header("user-agent") == f"onrecord/{onrecord.__version__}"
        assert site.header("accept-encoding") == "gzip"
        assert site.header("cookie") is None


def test_on_this_machine_where_a_test_allows_it():
    with Site({"/": reply(REPORT)}) as site:
        with Fetch(Settings(allow_private=True, delay=0)) as fetch:
            assert fetch.get(f"http://127.0.0.1:{site.port}/").content == REPORT
            assert site.header("host") == f"127.0.0.1:{site.port}"
        with Fetch(Settings(delay=0)) as fetch:
            refused(fetch.get(f"http://127.0.0.1:{site.port}/"), "public", "127.0.0.1")
            refused(fetch.get(f"http://localhost:{site.port}/"), "public", "this machine")
        assert site.paths == ["/robots.txt", "/"]


@pytest.mark.parametrize(
    ("declared", "media_type", "charset"),
    [
        ("text/html", "text/html", None),
        ("application/rss+xml; charset=ISO-8859-1", "application/rss+xml", "iso-8859-1"),
        ("text/html;charset='x", "text/html", None),
        ("nonsense", None, None),
        ("", None, None),
        ("; charset=utf-8", None, "utf-8"),
        ("text/html; charset=../../etc", "text/html", None),
    ],
)
def test_what_it_says_it_is(declared, media_type, charset):
    with Site({"/": reply(b"x", Content_Type=declared)}) as site, fetching(site) as fetch:
        page = fetch.get("http://news.example/")
        assert (page.type, page.charset) == (media_type, charset)


def test_redirects_are_followed_and_remembered():
    pages = {"/a": forward("/b"), "/b": forward("//www.example/c", "301 Moved"), "/c": reply(REPORT)}
    with Site(pages) as site, fetching(site, names={"www.example": [PUBLIC]}) as fetch:
        page = fetch.get("http://news.example/a")
        assert (page.url, page.final_url) == ("http://news.example/a", "http://www.example/c")
        assert site.paths == ["/robots.txt", "/a", "/b", "/robots.txt", "/c"]


@pytest.mark.parametrize(
    "location", ["/caf\u00e9 1".encode(), b"/caf%C3%A9%201", b"?caf\xe9", b"  /b\t", b"http:/b"]
)
def test_however_a_redirect_is_written(location):
    pages = {path: reply(REPORT) for path in ("/caf%C3%A9%201", "/a?caf%C3%A9", "/b")}
    answer = b"HTTP/1.1 302 Found\r\nLocation: " + location + b"\r\nContent-Length: 0\r\n\r\n"
    with Site({"/a": answer, **pages}) as site, fetching(site) as fetch:
        assert fetch.get("http://news.example/a").content == REPORT


def test_a_long_url_is_kept_whole():
    path = "/" + "a" * 7_000
    with Site({path: reply(REPORT)}) as site, fetching(site) as fetch:
        page = fetch.get(f"  http://news.example{path}\n")
        assert page.url == page.final_url == f"http://news.example{path}"


def test_no_cookie_is_kept():
    pages = {"/a": reply(status="302 Found", Location="/b", Set_Cookie="id=7"), "/b": reply(REPORT)}
    with Site(pages) as site, fetching(site) as fetch:
        assert fetch.get("http://news.example/a").content == REPORT
        assert fetch.get("http://news.example/b").content == REPORT
        assert not any("cookie" in request.lower() for request in site.requests)


def test_proxies_and_passwords_of_the_environment_are_not_used(monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("machine news.example login ada password secret")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with Site({"/": reply(REPORT)}) as site, fetching(site) as fetch:
        assert fetch.get("http://news.example/").content == REPORT
        assert site.header("authorization") is None


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(REPORT)),
        ("x-gzip", gzip.compress(REPORT)),
        ("GZip", gzip.compress(REPORT[:20]) + gzip.compress(REPORT[20:]) + b"\0" * 100),
        ("deflate", zlib.compress(REPORT)),
        ("deflate", zlib.compress(REPORT, wbits=-15)),
        ("identity", REPORT),
    ],
)
def test_compressed(coding, body):
    with Site({"/": reply(body, Content_Encoding=coding)}) as site, fetching(site) as fetch:
        assert fetch.get("http://news.example/").content == REPORT


def test_in_chunks():
    body = b"".join(b"%x\r\n%b\r\n" % (1, REPORT[at : at + 1]) for at in range(len(REPORT))) + b"0\r\n\r\n"
    page = reply(body, length=False, Transfer_Encoding="chunked")
    with Site({"/": page}) as site, fetching(site) as fetch:
        assert fetch.get("http://news.example/").content == REPORT


# The same again


def test_unchanged():
    with Site({"/": reply(status="304 Not Modified", ETag='"v2"')}) as site, fetching(site) as fetch:
        date = "Mon, 05 Jan 2026 10:00:00 GMT"
        page = fetch.get("http://news.example/", etag='"v1"', modified=date)
        assert (page.unchanged, page.content, page.status) == (True, b"", 304)
        assert (page.etag, page.modified) == ('"v2"', date)
        assert site.header("if-none-match") == '"v1"'
        assert site.header("if-modified-since") == date


@pytest.mark.parametrize(
    "etag", ['"a"\r\nX-Admin: 1', '"a"\n', '"ä"', "\x00", "", " ", "x" * 5000, '"a"\u2028']
)
def test_a_tag_that_cannot_be_sent_is_left_out(etag):
    with Site({"/": reply(REPORT)}) as site, fetching(site) as fetch:
        assert fetch.get("http://news.example/", etag=etag).content == REPORT
        assert "x-admin" not in site.requests[-1].lower()
        assert site.header("if-none-match") in {None, '"a"'}


def test_an_answer_that_nothing_has_changed_when_nothing_was_asked():
    with Site({"/": reply(status="304 Not Modified")}) as site, fetching(site) as fetch:
        refused(fetch.get("http://news.example/"), "nothing has changed")


# What is no URL to fetch


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("file:///etc/passwd", "http"),
        ("FILE:///etc/passwd", "http"),
        ("ftp://news.example/a", "http"),
        ("gopher://news.example:70/_", "http"),
        ("data:text/html,x", "http"),
        ("javascript:alert(1)", "http"),
        ("news.example/a", "http"),
        ("/a", "http"),
        ("", "http"),
        ("http://", "name of a host"),
        ("http:///a", "name of a host"),
        ("http:\\\\news.example\\a", "name of a host"),
        ("http://ada:secret@news.example/", "password"),
        ("http://ada@news.example/", "password"),
        ("http://news.example\\@10.0.0.1/", "password"),
        ("http://news.example:secret@10.0.0.1/", "password"),
        ("http://news.example/\r\nX-Admin: 1", "no URL"),
        ("http://news.example\r\n/", "no URL"),
        ("http://news.example/\x00", "no URL"),
        ("http://news.example:port/", "no URL"),
        ("http://news.example:0/", "port"),
        ("http://news.example:65536/", "port"),
        ("http://news.example:" + "9" * 5000 + "/", "no URL"),
        ("http://[::1/", "no URL"),
        ("http://[::1%25eth0]/", ""),
        ("http://a b/", "name of a host"),
        ("http://news%2eexample/", "name of a host"),
        ("http://news..example/", "name of a host"),
        ("http://-/", ""),
        ("http://" + "a" * 64 + ".example/", "name of a host"),
        ("http://" + "a." * 130 + "example/", "name of a host"),
        ("http://999.1.1.1/", "no URL"),
        ("http://\ud800/", "no URL"),
        ("http://news.example/\ud800", "no URL"),
        ("http://news.example/" + "a" * 8000, "8,000 characters"),
        ("http://news.example/" + "a" * 10_000_000, "8,000 characters"),
    ],
)
def test_no_url(url, part):
    with fetching() as fetch:
        found = refused(fetch.get(url), part)
        assert fetch.web.dialled == []
        assert len(found.place) <= 201 and "secret" not in str(found) and (found.place + "x").isprintable()


@given(st.text() | st.text(":/?#[]@%.\\a1é\r\n\ud800", max_size=40).map("http://news.example".__add__))
@settings(deadline=None, max_examples=60)
def test_no_text_raises_or_goes_elsewhere(url):
    with fetching(names={}) as fetch:
        found = fetch.get(url)
        assert isinstance(found, Unread) and (found.place + "x").isprintable()
        assert set(fetch.web.dialled) <= {PUBLIC}


# Where it may not lead

NOT_PUBLIC = """
127.0.0.1
10.0.0.1
192.168.1.1
169.254.169.254
0.0.0.0
224.0.0.1
::1
fe80::1
fd00:ec2::254
::ffff:127.0.0.1
::ffff:169.254.169.254
64:ff9b::a00:1
64:ff9b::a9fe:a9fe
64:ff9b:1::a00:1
2002:a00:1::1
2002:7f00:1::1
"""


@pytest.mark.parametrize("address", NOT_PUBLIC.split())
def test_an_address_that_is_not_public(address):
    host = f"[{address}]" if ":" in address else address
    with fetching(names={"inside.example": [address], address: [address]}) as fetch:
        for url in (f"http://inside.example/{address}", f"http://{host}/", f"https://{host}:8443/"):
            refused(fetch.get(url), "Only public addresses")
        assert fetch.web.dialled == []


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "localhost", "[::]"]
)
def test_other_ways_to_write_this_machine(host):
    with Fetch(Settings(**QUICK)) as fetch:  # by the system's own resolver, which reads or refuses them
        assert "does not take connections" not in refused(fetch.get(f"http://{host}:1/")).reason


def test_one_private_address_among_public_ones():
    with (
        Site({"/": reply(REPORT)}) as site,
        fetching(site, names={"mixed.example": [PUBLIC, "10.0.0.1"]}) as fetch,
    ):
        refused(fetch.get("http://mixed.example/"), "10.0.0.1", "private")
        assert fetch.web.dialled == []


@pytest.mark.parametrize(
    "location",
    [
        "http://inside.example/admin",
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "//[::ffff:10.0.0.1]/",
        "https://[64:ff9b::a00:1]/",
    ],
)
def test_a_redirect_into_a_private_network(location):
    names = {"inside.example": ["10.0.0.1"]}
    names |= {host: [host] for host in ("127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "64:ff9b::a00:1")}
    with Site({"/a": forward(location)}) as site, fetching(site, names=names) as fetch:
        found = refused(fetch.get("http://news.example/a"), "Only public addresses")
        assert found.place == "http://news.example/a"
        assert set(fetch.web.dialled) == {PUBLIC}


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://news.example/", "http://a:b@news.example/", "http://a b/"],
)
def test_a_redirect_to_what_is_not_fetched(location):
    with Site({"/a": forward(location)}) as site, fetching(site) as fetch:
        refused(fetch.get("http://news.example/a"))
        assert site.paths[-1] == "/a"


def test_a_name_that_changes_its_address():
    """Each request is looked up once, and it is the address that was checked which is connected to."""
    with Site({"/a": reply(REPORT), "/b": reply(REPORT)}) as site:
        names = {"rebound.example": [[PUBLIC], [PUBLIC], ["127.0.0.1"]]}  # robots.txt, the page, the next
        with fetching(site, names=names) as fetch:
            assert fetch.get("http://rebound.example/a").content == REPORT
            refused(fetch.get("http://rebound.example/b"), "this machine")
            assert fetch.web.dialled == [PUBLIC, PUBLIC]


def test_a_name_that_changes_between_robots_and_page():
    with (
        Site({"/a": reply(REPORT)}) as site,
        fetching(site, names={"rebound.example": [[PUBLIC], ["10.0.0.1"]]}) as fetch,
    ):
        refused(fetch.get("http://rebound.example/a"), "10.0.0.1")
        assert site.paths == ["/robots.txt"]


def test_the_next_address_is_tried_where_one_is_silent():
    with Site({"/": reply(REPORT)}) as site, fetching(site, names={"two.example": [OTHER, PUBLIC]}) as fetch:
        assert fetch.get("http://two.example/").content == REPORT
        assert fetch.web.dialled == [OTHER, PUBLIC] * 2


def test_a_silent_host_is_asked_once_a_run():
    with fetching(names={"gone.example": [OTHER]}) as fetch:
        refused(fetch.get("http://gone.example/a"), "does not take connections")
        refused(fetch.get("http://gone.example/b"), "does not take connections")
        assert fetch.web.dialled == [OTHER]


@pytest.mark.parametrize("error", [socket.gaierror("no such name"), UnicodeError("label too long")])
def test_a_name_that_is_not_known(error):
    with fetching(names={"gone.example": error}) as fetch:
        refused(fetch.get("http://gone.example/"), "not known")
        refused(fetch.get("http://nowhere.example/"), "no address")


# Redirects that do not end


@pytest.mark.parametrize(
    ("pages", "part"),
    [
        ({"/a": forward("/a")}, "back to"),
        ({"/a": forward("/a#again")}, "back to"),
        ({"/a": forward("/b"), "/b": forward("/a")}, "back to"),
        ({"/a": forward("/0")} | {f"/{n}": forward(f"/{n + 1}") for n in range(20)}, "more than 8 times"),
        ({"/a": reply(status="302 Found")}, "302"),
        ({"/a": forward("/" + "x" * 9000)}, "8,000 characters"),
    ],
)
def test_redirects_without_an_end(pages, part):
    with Site(pages) as site, fetching(site) as fetch:
        refused(fetch.get("http://news.example/a"), part)
        assert len(site.requests) <= 10


# Bodies without an end


def bomb(size):
    compressing = zlib.compressobj(9, wbits=31)
    zeros = bytes(2**20)
    return b"".join(compressing.compress(zeros) for _ in range(size >> 20)) + compressing.flush()


@pytest.mark.parametrize(
    ("body", "coding", "part"),
    [
        (bomb(32 << 20), "gzip", "inflates more than"),
        (gzip.compress(bomb(32 << 20)), "gzip, gzip", "not asked for"),
        (gzip.compress(b"") * 5_000, "gzip", "in a row"),
        (gzip.compress(REPORT)[:-9], "gzip", "breaks off"),
        (b"\x1f", "gzip", "breaks off"),
        (b"\x1f\x8b" + bytes(50), "gzip", "damaged"),
        (REPORT, "gzip", "damaged"),
        (gzip.compress(REPORT) + b"\x1f\x8b\xff" * 9, "gzip", "damaged"),
        (b"x", "br", "not asked for"),
        (b"x", "zstd", "not asked for"),
    ],
)
def test_compressed_to_do_harm(body, coding, part):
    with Site({"/": reply(body, Content_Encoding=coding)}) as site, fetching(site) as fetch:
        refused(fetch.get("http://news.example/"), part)


def test_a_bomb_under_the_ratio_ends_at_the_size():
    noisy = gzip.compress(b"".join(b"%d " % number for number in range(300_000)))
    with (
        Site({"/": reply(noisy, Content_Encoding="gzip")}) as site,
        fetching(site, max_bytes=1_000_000) as fetch,
    ):
        refused(fetch.get("http://news.example/"), "1,000,000 bytes")


def endless(connection, stop):
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    for _ in range(5000):
        if not stop.is_set():
            connection.sendall(b"and so on " * 1000)


def test_an_endless_body():
    with Site({"/": endless}) as site, fetching(site, max_bytes=200_000) as fetch:
        refused(fetch.get("http://news.example/"), "200,000 bytes")


def test_a_body_that_is_announced_too_large_is_not_read():
    page = reply(REPORT, Content_Length=10**15)
    with Site({"/": page}) as site, fetching(site) as fetch:
        refused(fetch.get("http://news.example/"), "larger than 16,777,216 bytes")


def test_a_body_of_exactly_the_limit():
    with Site({"/": reply(REPORT)}) as site:
        with fetching(site, max_bytes=len(REPORT)) as fetch:
            assert fetch.get("http://news.example/").content == REPORT
        with fetching(site, max_bytes=len(REPORT) - 1) as fetch:
            refused(fetch.get("http://news.example/"), "larger than")


def dripping(start):
    def drip(connection, stop):
        connection.sendall(start)
        for _ in range(200):
            if not stop.wait(0.02):
                connection.sendall(b"a")

    return drip


@pytest.mark.parametrize(
    "start",
    [
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-",
        b"HTTP/1.1 200 O",
        b"",
        b"HTTP/1.1 103 Early Hints\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;",
    ],
)
def test_a_byte_now_and_then(start):
    with Site({"/": dripping(start)}) as site, fetching(site, total=0.3) as fetch:
        refused(fetch.get("http://news.example/"), "in whole after 0.3 seconds")


def test_hints_without_an_answer():
    def hinting(connection, stop):
        for _ in range(50_000):
            if not stop.is_set():
                connection.sendall(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 10)

    with Site({"/": hinting}) as site, fetching(site, total=0.3) as fetch:
        refused(fetch.get("http://news.example/"), "in whole after")


def test_a_silent_server():
    with Site({"/": lambda _, stop: stop.wait(5)}) as site, fetching(site, read=0.1) as fetch:
        refused(fetch.get("http://news.example/"), "sent nothing for 0.1 seconds")


def test_a_resolver_without_an_answer():
    with Site({}) as site, fetching(connect=0.1) as fetch:
        fetch.web.resolve = lambda *_: site.stop.wait(5) and []
        refused(fetch.get("http://news.example/"), "not found in time")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Type: te",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        b"HTTP/1.1 200 OK\r\nX: a\x00b\r\n\r\n",
        b"HTTP/1.1 2000 OK\r\n\r\n",
        b"HTTP/9.9 what\r\n\r\n",
        b"220 mail.example ESMTP\r\n",
        b"\x16\x03\x01" + bytes(200),
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200_000,
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 1_000_000,
    ],
)
def test_what_is_not_http(answer):
    with Site({"/": answer}) as site, fetching(site) as fetch:
        refused(fetch.get("http://news.example/"))


# What else is answered


@pytest.mark.parametrize(
    ("status", "part"),
    [
        ("204 No Content", "204"),
        ("206 Partial Content", "206"),
        ("300 Multiple Choices", "300"),
        ("401 Unauthorized", "login"),
        ("403 Forbidden", "file"),
        ("404 Not Found", "no such page"),
        ("410 Gone", "taken down"),
        ("418 I'm a teapot", "gives no page"),
        ("451 Unavailable", "legal"),
        ("500 Internal Server Error", "in trouble"),
        ("599 What", "in trouble"),
        ("999 Request denied", "in trouble"),
    ],
)
def test_no_page(status, part):
    with Site({"/": reply(b"", status=status)}) as site, fetching(site) as fetch:
        refused(fetch.get("http://news.example/"), part)


# Politeness


def test_a_host_is_left_in_peace_between_requests():
    pages = {"/a": reply(REPORT), "/b": reply(REPORT)}
    with Site(pages) as site, fetching(site, names={"other.example": [PUBLIC]}, delay=7.0) as fetch:
        fetch.get("http://news.example/a")
        fetch.get("http://other.example/a")
        assert fetch.waits == []
        fetch.get("http://news.example/b")
        assert [round(wait) for wait in fetch.waits] == [7]


def test_waiting_is_not_counted_as_the_servers_time():
    busy = reply(status="503 Unavailable", Retry_After="1")
    with Site({"/": [busy, reply(REPORT)]}) as site:

        def pause(_):
            site.stop.wait(0.8)

        with fetching(site, pause=pause, total=0.7) as fetch:
            assert fetch.get("http://news.example/").content == REPORT


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Unavailable"])
def test_a_busy_server_is_asked_once_more(status):
    with Site({"/": [reply(status=status, Retry_After="3"), reply(REPORT)]}) as site, fetching(site) as fetch:
        assert fetch.get("http://news.example/").content == REPORT
        assert fetch.waits == [3.0]


def test_a_server_that_stays_busy_is_left_alone_for_as_long_as_it_says():
    busy = reply(status="503 Unavailable", Retry_After="20")
    with Site({"/": busy, "/b": reply(REPORT)}) as site, fetching(site) as fetch:
        until = datetime.now(UTC) + timedelta(seconds=20)
        refused(fetch.get("http://news.example/"), "busy", f"{until:%Y-%m-%d}", "UTC")
        refused(fetch.get("http://news.example/b"), "busy")
        assert site.paths == ["/robots.txt", "/", "/"]


def test_a_server_that_asks_for_more_than_we_wait():
    until = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=30)
    busy = reply(status="429 Too Many Requests", Retry_After=format_datetime(until, usegmt=True))
    with Site({"/": busy}) as site, fetching(site) as fetch:
        refused(fetch.get("http://news.example/"), f"{until:%Y-%m-%d %H:%M} UTC")
        assert fetch.waits == [] and site.paths == ["/robots.txt", "/"]


@pytest.mark.parametrize(
    "value", ["", "soon", "-5", "1.5", "٣", "Mon, 99 Foo 2026", "Mon, 05 Jan 99999 10:00:00"]
)
def test_a_server_that_does_not_say_when(value):
    busy = reply(status="503 Unavailable")
    if value.isascii():
        busy = reply(status="503 Unavailable", Retry_After=value)
    with Site({"/": busy}) as site, fetching(site) as fetch:
        refused(fetch.get("http://news.example/"), "Try again later")
        assert fetch.waits == [] and len(site.requests) == 2


@pytest.mark.parametrize(
    "value", ["9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT", "Fri, 31 Dec 9999 23:59:59 -0000"]
)
def test_a_server_that_never_wants_to_be_asked_again(value):
    with Site({"/": reply(status="503 Unavailable", Retry_After=value)}) as site, fetching(site) as fetch:
        refused(fetch.get("http://news.example/"), "Try again after 20")


# Certificates


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for news.example, made for this run."""
    if not which("openssl"):
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("tls")
    names = "-subj /CN=news.example -addext subjectAltName=DNS:news.example"
    made = f"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 {names}"
    files = ["-keyout", folder / "key.pem", "-out", folder / "cert.pem"]
    subprocess.run(["openssl", *made.split(), *files], check=True, capture_output=True, timeout=20)
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return serving, ssl.create_default_context(cafile=folder / "cert.pem")


def test_the_certificate_is_for_the_name_though_a_number_is_connected_to(certificate):
    serving, trusting = certificate
    with Site({"/": reply(REPORT)}, tls=serving) as site:
        with fetching(site, names={"other.example": [PUBLIC]}, tls=trusting) as fetch:
            assert fetch.get("https://news.example/").content == REPORT
            assert fetch.get("https://NEWS.example.:443/").content == REPORT
            refused(fetch.get("https://other.example/"), "certificate of other.example")
        with fetching(site) as fetch:
            refused(fetch.get("https://news.example/"), "certificate of news.example")


def test_no_tls_where_https_is_asked_for():
    with (
        Site({"/": reply(REPORT)}, at_once=lambda opened, _: opened.sendall(NO_ROBOTS)) as site,
        fetching(site) as fetch,
    ):
        refused(fetch.get("https://news.example/"), "No secure connection")


def test_a_handshake_that_drips(certificate):
    def drip(connection, stop):
        connection.sendall(b"\x16\x03\x03\x40\x00")  # a record of 16 KiB
        for _ in range(200):
            if not stop.wait(0.02):
                connection.sendall(b"a")

    with Site({}, at_once=drip) as site, fetching(site, connect=0.3, tls=certificate[1]) as fetch:
        refused(fetch.get("https://news.example/"), "within 0.3 seconds")
