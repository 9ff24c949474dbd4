"""Paths: files, folders, standard input, and whatever is wrong with them."""

import gzip
import io
import os
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ingest import Unread, articles, count, sniff
from onrecord.ingest import content as module
from onrecord.ingest.fetch import Page
from onrecord.ingest.sniff import kind_of


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text("two")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.md").write_text("one")
    (tmp_path / "c.jsonl").write_text('{"text": "three"}\n\n{"text": "four"}\n')
    (tmp_path / "d.JSON").write_text('[{"text": "five"}, {"text": "six"}]')
    (tmp_path / "e.json").write_text('{\n"text": "seven"}')
    (tmp_path / "f.json").write_text('{"text": "eight"}\n{"text": "nine"}\n')
    (tmp_path / ".hidden.txt").write_text("hidden")
    (tmp_path / "README.md").write_text("what is in this folder")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "log.txt").write_text("hidden")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "Makefile").write_text("all:")
    return tmp_path


def shown(items):
    return [str(item) if isinstance(item, Unread) else item[0].text for item in items]


def test_folder_is_read_to_its_depths_in_the_order_of_names(folder):
    numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    assert shown(articles(folder)) == numbers
    assert shown(articles([str(folder)])) == numbers


def test_files_that_are_named_are_read_whatever_their_ending(tmp_path):
    for name in ("report", "report.2019", ".hidden.txt"):
        (tmp_path / name).write_text(name)
    assert shown(articles([tmp_path / "report", tmp_path / "report.2019", tmp_path / ".hidden.txt"])) == [
        "report",
        "report.2019",
        ".hidden.txt",
    ]


def test_count(folder):
    assert count([folder]) == 8  # a blank line is counted, an array is one
    assert count([folder, "-"]) is None
    assert count([folder / "nowhere"]) == 1


def test_links_that_lead_back_end(folder):
    (folder / "a" / "up").symlink_to(folder)
    (folder / "z").symlink_to(folder / "a")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    items = shown(articles(folder))
    assert items.count("one") == 1
    assert [item.split(": ")[1].split(".")[0] for item in items if ": " in item] == [
        "There is no such file or folder",
        "This link leads back to itself",
    ]


def unread(path):
    (item,) = articles([path])
    assert isinstance(item, Unread)
    return item.reason


def test_wrong_paths(tmp_path):
    assert unread(tmp_path / "nowhere.txt").startswith("There is no such file")
    assert unread(tmp_path).startswith("There is nothing to read in this folder")
    assert unread("/dev/null").startswith("This is a device or a pipe")
    assert unread("a\0b").startswith("This is no path")
    assert unread("").startswith("This is no path")
    assert unread("x" * 5000).startswith("No path can be this long")
    assert "\ud800" not in str(next(articles(["\ud800"])))


def test_pipe_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "x.txt")
    assert unread(tmp_path / "x.txt").startswith("This is a device or a pipe")
    assert unread(tmp_path).startswith("This is a device or a pipe")


def test_folder_named_like_a_file_is_a_folder(tmp_path):
    (tmp_path / "x.txt").mkdir()
    assert unread(tmp_path / "x.txt").startswith("There is nothing to read")


def test_file_that_fails_while_it_is_read(tmp_path, monkeypatch):
    (tmp_path / "x.txt").write_text("x")
    (tmp_path / "y.txt").write_text("y")

    def fail(path, *mode):
        if path.name == "x.txt":
            raise PermissionError(13, "Permission denied")
        return open(path, *mode)  # noqa: PTH123 - the method is what this stands in for

    monkeypatch.setattr("pathlib.Path.open", fail)
    first, second = articles(tmp_path)
    assert first.reason.startswith("This may not be read by you.")
    assert second[0].text == "y"


def test_odd_files(tmp_path):
    (tmp_path / "packed.jsonl").write_bytes(b"\x1f\x8b\x08\x00\n\n\n")
    assert "cut off" in unread(tmp_path / "packed.jsonl")
    (tmp_path / "picture.jsonl").write_bytes(b"\x89PNG")
    assert "a PNG picture" in unread(tmp_path / "picture.jsonl")
    (tmp_path / "blank.jsonl").write_bytes(b"\n\n")
    assert "only blank" in unread(tmp_path / "blank.jsonl")
    (tmp_path / "none.jsonl").write_bytes(b"")
    assert "no line" in unread(tmp_path / "none.jsonl")
    (tmp_path / "bad.json").write_bytes(b"{\n oops}")
    assert "line 2, column 2" in unread(tmp_path / "bad.json")
    (tmp_path / "wide.jsonl").write_bytes('{"text": "één"}\n{"text": "twee"}\n'.encode("utf-16"))
    assert shown(articles(tmp_path / "wide.jsonl")) == ["één", "twee"]
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG")
    ((article, flaws),) = articles(tmp_path / "picture.txt")
    assert (article.text, flaws[0].kind) == ("", "binary")


def test_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    (tmp_path / "x.txt").write_text("x" * 11)
    (tmp_path / "x.json").write_text("{" + " " * 11)
    assert all("Split it" in item.reason for item in articles(tmp_path))


STDIN = [
    (b"Cod is gone.", ["Cod is gone."]),
    (b"", [""]),
    (b'{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
    (b'\n \n{"text": "one"}\noops\n', ["one", "standard input, line 4: This is not valid JSON: "]),
    (b'\xef\xbb\xbf{"text": "one"}', ["one"]),
    (b'{\n"text": "one"\n}', ["one"]),
    (b'[{"text": "one"},\n{"text": "two"}]', ["one", "two"]),
    (b"{ this is how a poem may start\n", ["{ this is how a poem may start\n"]),
    (b"[Music] Good evening.", ["[Music] Good evening."]),
    (b"17", ["17"]),
    ("“No,” she said.".encode("utf-16"), ["“No,” she said."]),
]


@pytest.mark.parametrize(("data", "expected"), STDIN)
def test_stdin(data, expected):
    stream = io.BytesIO(data)
    items = shown(articles(["-"], stdin=stream))
    assert len(items) == len(expected)
    assert all(item.startswith(start) for item, start in zip(items, expected, strict=True))
    assert not stream.closed


def test_files_and_stdin_come_in_the_order_given(folder):
    stream = io.BytesIO(b"between")
    paths = [folder / "b.txt", "-", folder / "a"]
    assert shown(articles(paths, stdin=stream)) == ["two", "between", "one"]


LEAD = "Norway will cut its cod quota by a third next year, the minister said on Monday."
PAGE = f"<html><head><title>Cod cut</title></head><body><p>{LEAD}</p></body></html>"
ITEM = f"<item><title>Cod cut</title><description>{LEAD}</description></item>"
RSS = f"<rss version='2.0'><channel>{ITEM}</channel></rss>"
ENTRY = f"<entry><title>Cod cut</title><content>{LEAD}</content></entry>"
ATOM = f"<feed xmlns='http://www.w3.org/2005/Atom'>{ENTRY}</feed>"
HEAD = "<head/><body><body.head><hedline><hl1>Cod cut</hl1></hedline></body.head>"
NITF = f"<nitf>{HEAD}<body.content><p>{LEAD}</p></body.content></body></nitf>"
NEWSML = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:cod:1" version="1"
  standard="NewsML-G2">
<itemMeta><itemClass qcode="ninat:text"/><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><headline>Cod cut</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>{LEAD}</p></body></html></inlineXML></contentSet></newsItem>"""
XML = '<?xml version="1.0" encoding="utf-8"?>\n<!-- a note -->\n'


@pytest.mark.parametrize("name", ["x.xml", "x.html", "x.rss", "x.nitf", "x.dat", "x"])
@pytest.mark.parametrize(
    "document", [PAGE, RSS, ATOM, NITF, NEWSML, XML + PAGE, XML + RSS, XML + ATOM, XML + NITF, XML + NEWSML]
)
def test_content_goes_before_the_ending(tmp_path, name, document):
    (tmp_path / name).write_text(document)
    assert shown(articles(tmp_path / name)) == [f"Cod cut\n\n{LEAD}"]


KINDS = [
    (b"", ".xml", "xml"),
    (b"", "", "text"),
    (b"<rss version='2.0'>", "", "feed"),
    (b"<rdf:RDF xmlns:rdf='x'>", ".xml", "feed"),
    (b"\xef\xbb\xbf<?xml version='1.0'?><feed xmlns='x'>", "", "feed"),
    ("<?xml version='1.0' encoding='utf-16'?><feed xmlns='x'>".encode("utf-16"), "", "feed"),
    (b"<!DOCTYPE nitf SYSTEM 'nitf.dtd' [<!ENTITY a 'b'>]><nitf>", ".xml", "nitf"),
    (b"<!-- <rss> --><!DOCTYPE html><div>", ".xml", "html"),
    (b"<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'>\n<html xmlns='x'>", ".xml", "html"),
    (b"<svg xmlns='x'>", ".xml", "xml"),
    (b"<?xml version='1.0'?><svg>", ".txt", "xml"),
    (b"<p>Cod</p>", ".txt", "text"),
    (b"<p>Cod</p>", "", "html"),
    (b"<Cod> is what the file says", "", "text"),
    (b"<rss is a word", ".txt", "feed"),
    (b"< 5 boats", "", "text"),
    (b"Cod", ".html", "html"),
    (b'{"text": "<html>"}', ".json", "json"),
    (b"[1]", ".ndjson", "lines"),
    (b"PK\x03\x04", ".txt", "zip"),
    (b"\x1f\x8b", ".xml", "gzip"),
    (b"WARC/1.1\r\n", "", "warc"),
    (b"%PDF-1.7", ".html", "binary"),
    (b"\x89PNG", ".xml", "binary"),
    (b"<!--" * 5000, ".html", "html"),
    (b"<?x " * 5000, ".xml", "xml"),
    (b"<!DOCTYPE [" * 5000, ".xml", "xml"),
]


@pytest.mark.parametrize(("head", "ending", "kind"), KINDS)
def test_kind(head, ending, kind):
    assert kind_of(head, ending) == kind


ROOTS = ["rss", "feed", "nitf", "newsItem", "NewsML", "html", "svg"]
LAUGHS = "<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("root", ROOTS)
def test_billion_laughs(tmp_path, root, encoding):
    bomb = f"<?xml version='1.0' encoding='{encoding}'?><!DOCTYPE x [{LAUGHS}]><{root}><p>&i;</p></{root}>"
    (tmp_path / "x.xml").write_bytes(bomb.encode(encoding))
    (item,) = articles(tmp_path / "x.xml")
    assert isinstance(item, Unread)


@pytest.mark.parametrize("root", ROOTS)
def test_entity_of_another_file(tmp_path, root):
    (tmp_path / "secret").write_text("the password is cod and nobody may know of it")
    entity = f"<!ENTITY a SYSTEM 'file://{tmp_path}/secret'>"
    bomb = f"<!DOCTYPE x [{entity}]><{root}><p>A word, said she: &a; no.</p></{root}>"
    (tmp_path / "x.xml").write_text(bomb)
    assert "password" not in "".join(shown(articles(tmp_path / "x.xml")))


WRONG = [
    ("x.eml", b"From: a@courier.example", "mail"),
    ("x.xml", b"\x89PNG\r\n", "a PNG picture"),
    ("x.html", b"%PDF-1.7", "a PDF"),
    ("x.rss", b"\xff\xd8\xff", "a JPEG picture"),
    ("x.html", b"", "empty"),
    ("x.xml", b"", "empty"),
    ("x.json", b"", "not valid JSON"),
    ("x.gz", b"", "empty"),
    ("x.warc", b"", "empty"),
    ("x.zip", b"", "empty"),
    ("x.zip", b"Cod is gone.", "no zip file"),
    ("x.warc", b"Cod is gone.", "no warc file"),
    ("x.warc", b"\x89PNG\r\n", "a PNG picture"),
    ("x.xml", b"<svg xmlns='x'></svg>", "no feed, NewsML-G2"),
    ("x.xml", b"Cod is gone.", "no feed, NewsML-G2"),
    ("x.rss", b"Cod is gone.", "no feed, NewsML-G2"),
]


@pytest.mark.parametrize(("name", "data", "reason"), WRONG)
def test_wrong_types(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    assert reason in unread(tmp_path / name)


def test_folder_of_every_kind(tmp_path):
    for name, data in (("a.html", PAGE), ("b.xml", RSS), ("c.atom", ATOM), ("d.nitf", NITF), ("e.txt", LEAD)):
        (tmp_path / name).write_text(data)
    (tmp_path / "f.txt.gz").write_bytes(gzip.compress(LEAD.encode()))
    with zipfile.ZipFile(tmp_path / "g.zip", "w") as archive:
        archive.writestr("a.html", PAGE)
    (tmp_path / "h.mp3").write_bytes(b"ID3")
    assert [LEAD in text for text in shown(articles(tmp_path))] == [True] * 7
    assert count(tmp_path) is None
    assert count([tmp_path / "a.html", tmp_path / "b.xml", tmp_path / "e.txt"]) == 3


def test_count_of_a_feed(tmp_path):
    (tmp_path / "x.xml").write_text(RSS.replace("<item>", "<item><title>a</title></item><item>"))
    assert count(tmp_path) == 2
    assert count("https://courier.example/cod") is None


def test_page_on_standard_input():
    assert shown(articles("-", stdin=io.BytesIO(PAGE.encode()))) == [f"Cod cut\n\n{LEAD}"]
    packed = io.BytesIO(gzip.compress(b'{"text": "one"}\n{"text": "two"}\n'))
    assert shown(articles("-", stdin=packed)) == ["one", "two"]


class Pipe(io.RawIOBase):
    """What arrives a little at a time, and cannot be read twice."""

    def __init__(self, *parts):
        super().__init__()
        self._parts = list(parts)

    def readable(self):
        return True

    def readinto(self, buffer):
        part = self._parts.pop(0) if self._parts else b""
        buffer[: len(part)] = part
        return len(part)


def test_pipe_is_read_as_it_comes():
    raw = Pipe(b'{"text": "one"}\n', b'{"text": "two"}\n', b'{"text": "three"}\n')
    items = articles("-", stdin=io.BufferedReader(raw))
    assert next(items)[0].text == "one"
    assert len(raw._parts) >= 1
    assert shown(items) == ["two", "three"]
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("a.txt", "one")
    data = zipped.getvalue()
    assert shown(articles("-", stdin=io.BufferedReader(Pipe(data[:50], data[50:])))) == ["one"]
    assert shown(articles("-", stdin=io.BufferedReader(Pipe(b"Cod is ", b"gone.")))) == ["Cod is gone."]


class Web:
    """Pages by address, in place of the network."""

    def __init__(self, **pages):
        self._pages = {f"https://courier.example/{name}": page for name, page in pages.items()}
        self.asked = []

    def get(self, url, **_):
        self.asked.append(url)
        if url not in self._pages:
            return Unread(url, "There is no such page.")
        kind, content = self._pages[url]
        return Page(url, url, 200, content.encode() if isinstance(content, str) else content, kind, "utf-8")


def test_address_needs_fetch():
    (item,) = articles("https://courier.example/cod")
    assert item.place == "https://courier.example/cod"
    assert "--fetch" in item.reason


def test_address():
    web = Web(
        cod=("text/html", PAGE),
        data=("application/json", '{"text": "one"}'),
        x=("application/gzip", gzip.compress(b"two")),
    )
    ((article, _),) = articles("https://courier.example/cod", fetch=web)
    assert (article.text, article.url) == (f"Cod cut\n\n{LEAD}", "https://courier.example/cod")
    assert shown(articles(Path("https://courier.example/data"), fetch=web)) == ["one"]
    assert shown(articles("https://courier.example/x", fetch=web)) == ["two"]
    assert shown(articles("https://courier.example/y", fetch=web)) == [
        "https://courier.example/y: There is no such page."
    ]


def test_pages_behind_a_feed(tmp_path):
    link = "<link>https://courier.example/cod</link>"
    feed = RSS.replace("<item>", f"<item>{link}<pubDate>Mon, 13 May 2019 08:30:00 GMT</pubDate>")
    web = Web(
        cod=("text/html", PAGE.replace("said on Monday", "said in Oslo")), feed=("application/rss+xml", feed)
    )
    (tmp_path / "feed.xml").write_text(feed)
    for path in (tmp_path / "feed.xml", "https://courier.example/feed"):
        ((article, flaws),) = articles(path, fetch=web)
        assert "said in Oslo" in article.text
        assert article.published == "2019-05-13T08:30:00+00:00"
        assert flaws == ()
    ((article, flaws),) = articles(tmp_path / "feed.xml")
    assert flaws[0].kind == "summary_only"


def test_feed_that_links_to_itself_ends():
    feed = RSS.replace("<item>", "<item><link>https://courier.example/feed</link>")
    web = Web(feed=("application/rss+xml", feed))
    assert len(list(articles("https://courier.example/feed", fetch=web))) == 1
    assert len(web.asked) == 2


PIECES = [
    b"<html>",
    b"<p>",
    b"</p>",
    b"<rss>",
    b"<item>",
    b"<!DOCTYPE ",
    b"<?xml ",
    b"[",
    b"{",
    b'"text"',
    b":",
    b"\n",
    b"\x1f\x8b\x08\x00",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"PK\x01\x02",
    b"WARC/1.0\r\n",
    b"Content-Length: 5\r\n\r\n",
    b"\x00",
    b"\xff\xfe",
    b"<nitf>",
    b"<newsItem ",
    b"WARC-Type: response\r\n",
    b"HTTP/1.1 200 OK\r\n",
    b"<q>",
    b"<time datetime='",
    b"&#x0;",
    b"&",
    b"Cod is gone, she said. ",
]
hostile = st.binary(max_size=400) | st.lists(
    st.sampled_from(PIECES) | st.binary(max_size=8), max_size=30
).map(b"".join)


@settings(deadline=None, max_examples=150)
@given(hostile, st.sampled_from(sorted(sniff.ENDINGS | {"", ".dat"})), st.booleans())
def test_any_bytes_with_any_ending_never_raise(data, ending, packed):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"x{ending}")
        path.write_bytes(gzip.compress(data) if packed else data)
        for item in articles(path):
            assert (
                isinstance(item, Unread) or item[0].text == "" or item[0].blocks[-1].end == len(item[0].text)
            )
        assert count(path) is None or count(path) >= 0


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 10_000),
    st.binary(min_size=1, max_size=4),
    st.sampled_from(["zip", "gz", "rss", "html", "warc"]),
)
def test_any_damage_to_a_good_file_never_raises(place, junk, kind):
    good = {
        "zip": io.BytesIO(),
        "gz": gzip.compress(PAGE.encode(), mtime=0),
        "rss": RSS.encode(),
        "html": PAGE.encode(),
    }
    with zipfile.ZipFile(good["zip"], "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", PAGE)
        archive.writestr("b.txt", LEAD)
    sent = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}".encode()
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
    more = b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n" % len(sent)
    good |= {"zip": good["zip"].getvalue(), "warc": head + more + sent + b"\r\n\r\n"}
    data = good[kind]
    at = place % len(data)
    stdin = io.BytesIO(data[:at] + junk + data[at + len(junk) :])
    assert list(articles("-", stdin=stdin)) or kind == "warc"
