"""What a site asks of robots: what is read out of it, and that it is kept to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ingest.fetch import Page
from onrecord.ingest.robots import rules_from
from onrecord.ingest.unread import Unread
from tests.ingest.served import NO_ROBOTS, PUBLIC, Site, fetching, forward, reply

REPORT = b"The ferry to Ostrava Island will sail again."
DENIED = reply(b"User-agent: *\nDisallow: /")


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("user-AGENT : *\r\nDISALLOW : /", False),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("User-agent: *  # all\nDisallow: /  # everything", False),
        ("User-agent: *\nDisallow: /news/", False),
        ("User-agent: *\nDisallow: /new$", True),
        ("User-agent: *\nDisallow: /*.html$", False),
        ("User-agent: *\nDisallow: /*.pdf$", True),
        ("User-agent: *\nDisallow: /\nAllow: /news/", True),
        ("User-agent: *\nAllow: /\nDisallow: /news/pier", False),
        ("User-agent: *\nDisallow: /other/", True),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: onrecord\nDisallow: /", False),
        ("User-agent: OnRecord\nDisallow: /", False),
        ("User-agent: onrecord/2.0\nDisallow: /", False),
        ("User-agent: onrecord\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nDisallow:", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: onrecord\nDisallow: /", False),
        ("User-agent: a\nUser-agent: onrecord\nUser-agent: b\nDisallow: /", False),
        ("User-agent: on\nDisallow: /", True),  # another's name, though ours starts with it
        ("User-agent: onrecordings\nDisallow: /", True),
        ("User-agent: record\nDisallow: /", True),
        ("Disallow: /", True),  # for nobody
        ("<html><title>Not found</title>", True),
        ("\x00\x01\x02", True),
        ("Sitemap: http://127.0.0.1/", True),
    ],
)
def test_rules(robots, allowed):
    rules = rules_from(robots.encode(), "onrecord")
    assert rules.allow("https://news.example/news/pier.html") is allowed


@pytest.mark.parametrize(
    ("robots", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 5", 5.0),
        ("User-agent: *\nCrawl-delay: 0.5", 0.5),
        ("User-agent: *\nCrawl-delay: 1\n\nUser-agent: onrecord\nCrawl-delay: 9", 9.0),
        ("User-agent: other\nCrawl-delay: 5", 0.0),
        ("User-agent: *\nCrawl-delay: -5", 0.0),
        ("User-agent: *\nCrawl-delay: soon", 0.0),
        ("User-agent: *\nCrawl-delay: inf", 0.0),
        ("User-agent: *\nCrawl-delay: nan", 0.0),
    ],
)
def test_delay(robots, delay):
    assert rules_from(robots.encode(), "onrecord").delay == delay


LINES = [
    "User-agent: *",
    "User-agent: onrecord",
    "User-agent",
    "Disallow: /*a*$",
    "Allow: %",
    "Crawl-delay: 9e9",
]


@given(st.binary() | st.lists(st.sampled_from(LINES) | st.text()).map("\n".join))
@settings(deadline=None)
def test_no_bytes_raise(robots):
    content = robots.encode("utf-8", "replace") if isinstance(robots, str) else robots
    rules = rules_from(content, "onrecord")
    assert rules.allow("https://news.example/%zz?a=[") in {True, False}
    assert rules.delay >= 0


@pytest.mark.parametrize(
    "robots",
    [
        b"".join(b"User-agent: r%d\n" % n for n in range(16_000)) + b"Disallow: /abc\n" * 16_000,
        b"".join(b"User-agent: %d\nDisallow: /\n" % n for n in range(16_000)),
        b"User-agent: *\n" + b"Disallow: /*a*a*a*a*a*a*a*a*b\n" * 16_000,
        b"User-agent: *\nDisallow: /" + b"*a" * 200_000 + b"$",
        b"User-agent: *\n" + b"Disallow: $\n" * 40_000,
        b"User-agent:" * 40_000,
        b"user " * 100_000,
        b"\n" * 500_000,
    ],
)
def test_rules_that_are_there_to_keep_a_reader_busy(robots):
    rules = rules_from(robots, "onrecord")
    assert rules.allow("https://news.example/" + "a" * 7_000)


# Asking for it


def get(site, url="http://news.example/a", **settings):
    with fetching(site, **settings) as fetch:
        return fetch.get(url)


def test_a_page_that_robots_are_to_leave_alone():
    with Site({"/a": reply(REPORT)}, robots=DENIED) as site:
        found = get(site)
        assert isinstance(found, Unread) and "robots.txt of news.example" in found.reason
        assert site.paths == ["/robots.txt"]


def test_asked_once_a_site():
    with (
        Site({"/a": reply(REPORT), "/b": reply(REPORT)}) as site,
        fetching(site, names={"other.example": [PUBLIC]}) as fetch,
    ):
        for path in "abab":
            assert isinstance(fetch.get(f"http://news.example/{path}"), Page)
        assert site.paths == ["/robots.txt", "/a", "/b", "/a", "/b"]
        fetch.get("http://other.example/a")
        assert site.paths[-2:] == ["/robots.txt", "/a"]
        fetch.get("http://news.example:8080/a")
        assert site.paths[-2:] == ["/robots.txt", "/a"]


def test_a_redirect_is_asked_about_too():
    pages = {"/a": forward("/private/b"), "/private/b": reply(REPORT)}
    with Site(pages, robots=reply(b"User-agent: *\nDisallow: /private/")) as site:
        assert isinstance(get(site), Unread)
        assert site.paths == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    "status", ["400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 No", "410 Gone"]
)
def test_there_is_none(status):
    with Site({"/a": reply(REPORT)}, robots=reply(DENIED, status=status)) as site:
        assert get(site).content == REPORT


@pytest.mark.parametrize(
    ("robots", "part"),
    [
        (reply(status="500 Internal Server Error"), "answered 500"),
        (reply(status="503 Unavailable", Retry_After="1"), "answered 503"),
        (reply(status="429 Too Many Requests"), "answered 429"),
        (b"", "broke off"),
        (reply(b"junk", Content_Encoding="gzip"), "damaged"),
        (lambda _, stop: stop.wait(5), "sent nothing"),
        (forward("ftp://news.example/"), "http"),
        (forward("http://inside.example/robots.txt"), "private network"),
    ],
)
def test_it_cannot_be_had(robots, part):
    with (
        Site({"/a": reply(REPORT)}, robots=robots) as site,
        fetching(site, names={"inside.example": ["10.0.0.1"]}, read=0.5) as fetch,
    ):
        found = fetch.get("http://news.example/a")
        assert isinstance(found, Unread)
        assert "counts as a no" in found.reason and part in found.reason
        assert fetch.get("http://news.example/b").reason == found.reason
        assert site.paths == ["/robots.txt"] and set(fetch.web.dialled) == {PUBLIC}


def test_it_is_elsewhere():
    pages = {"/a": reply(REPORT), "/b": reply(REPORT), "/rules": reply(b"User-agent: *\nDisallow: /b")}
    with (
        Site(pages, robots=forward("http://www.example/rules", "301 Moved")) as site,
        fetching(site, names={"www.example": [PUBLIC]}) as fetch,
    ):
        assert fetch.get("http://news.example/a").content == REPORT
        assert isinstance(fetch.get("http://news.example/b"), Unread)


@pytest.mark.parametrize(("hops", "allowed"), [(5, False), (6, True)])
def test_five_redirects_and_no_more(hops, allowed):
    """RFC 9309, 2.3.1.2: after five there may as well be none."""
    chain = {f"/r{n}": forward(f"/r{n + 1}") for n in range(1, hops)} | {f"/r{hops}": DENIED}
    with Site({"/a": reply(REPORT), **chain}, robots=forward("/r1")) as site:
        assert isinstance(get(site), Page) is allowed


def test_its_first_500_kibibytes_count():
    start = b"User-agent: *\nDisallow: /a\n"
    body = start + b"#" * (600 * 2**10) + b"\nDisallow: /b\n"
    with Site({"/b": reply(REPORT)}, robots=reply(body)) as site, fetching(site) as fetch:
        assert isinstance(fetch.get("http://news.example/a"), Unread)
        assert fetch.get("http://news.example/b").content == REPORT


def test_an_endless_one_is_cut():
    def endless(connection, stop):
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /b\n")
        while not stop.is_set():
            connection.sendall(b"# and so on\n" * 1000)

    with Site({"/a": reply(REPORT)}, robots=endless) as site, fetching(site) as fetch:
        assert fetch.get("http://news.example/a").content == REPORT
        assert isinstance(fetch.get("http://news.example/b"), Unread)


def slow_none(connection, stop):
    stop.wait(0.5)
    connection.sendall(NO_ROBOTS)


def slow_page(connection, stop):
    stop.wait(0.5)
    connection.sendall(reply(REPORT))


def test_its_time_is_not_the_pages():
    with Site({"/a": slow_page}, robots=slow_none) as site:
        assert get(site, total=0.9).content == REPORT


@pytest.mark.parametrize(("asked", "kept"), [("3", 3), ("0.2", 1), ("3600", 30), ("1e300", 30)])
def test_the_delay_it_asks_for(asked, kept):
    robots = reply(f"User-agent: *\nCrawl-delay: {asked}".encode())
    with (
        Site({"/a": reply(REPORT), "/b": reply(REPORT)}, robots=robots) as site,
        fetching(site, delay=1.0) as fetch,
    ):
        fetch.get("http://news.example/a")
        fetch.get("http://news.example/b")
        assert [round(wait) for wait in fetch.waits] == [kept]
