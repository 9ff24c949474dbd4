"""RSS and Atom: what an item says, what its page says, and feeds that never end or bring bombs."""

import pytest

from onrecord.ingest import Unread, article_from_text
from onrecord.ingest import feed as module
from onrecord.ingest.feed import articles_from_feed

BODY = "<p>“The cod is gone,” Ingrid Moe said.</p><p>Nobody was asked.</p>"
TEXT = "“The cod is gone,” Ingrid Moe said.\n\nNobody was asked."
SPACES = (
    "xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
    "xmlns:atom='http://www.w3.org/2005/Atom'"
)


def rss(*items, more=""):
    channel = f"<title>Harbour Courier</title><language>en-gb</language>{more}{''.join(items)}"
    return f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel>{channel}</channel></rss>'.encode()


def item(more="", summary="Moe said so."):
    return f"""<item><title>Cod gone &amp; forgotten</title><link>https://courier.example/cod</link>
    <guid isPermaLink="false">courier:17</guid><pubDate>Mon, 13 May 2019 08:30:00 +0200</pubDate>
    <description>{summary}</description>{more}</item>"""


ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Courier</title>
<entry><title type="html">Cod &lt;i&gt;gone&lt;/i&gt;</title><id>tag:courier.example,2019:17</id>
<link href="https://courier.example/cod"/><published>2019-05-13T08:30:00+02:00</published>
<updated>2019-05-14T10:00:00Z</updated>
<author><name>Jane Doe</name><email>jane@courier.example</email></author>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>It is gone.</p><p>Moe said so.</p></div></content>
</entry></feed>"""


def read(data, **more):
    return list(articles_from_feed(data, place="feed.xml", **more))


def test_item_with_its_full_text():
    full = f"<content:encoded><![CDATA[{BODY}]]></content:encoded><dc:creator>Jane Doe</dc:creator>"
    ((article, flaws),) = read(rss(item(full)))
    assert article.text == f"Cod gone & forgotten\n\n{TEXT}"
    assert [block.kind for block in article.blocks] == ["headline", "paragraph", "paragraph"]
    assert (article.published, article.published_how) == ("2019-05-13T08:30:00+02:00", "feed item pubDate")
    assert (article.url, article.guid) == ("https://courier.example/cod", "courier:17")
    assert (article.author, article.outlet, article.language) == ("Jane Doe", "Harbour Courier", "en-gb")
    assert flaws == ()


def test_atom():
    ((article, flaws),) = read(ATOM)
    assert article.text == "Cod gone\n\nIt is gone.\n\nMoe said so."
    assert (article.published, article.published_how) == (
        "2019-05-13T08:30:00+02:00",
        "feed item published",
    )
    assert (article.modified, article.author) == ("2019-05-14T10:00:00Z", "Jane Doe")
    assert (article.guid, article.language) == ("tag:courier.example,2019:17", "en")
    assert flaws == ()


def test_summary_is_read_and_said_to_be_one():
    ((article, flaws),) = read(rss(item()))
    assert article.text == "Cod gone & forgotten\n\nMoe said so."
    assert [flaw.kind for flaw in flaws] == ["summary_only"]
    assert "--fetch" in flaws[0].detail


def test_page_behind_a_summary():
    asked = []

    def page(url):
        asked.append(url)
        return article_from_text("Cod gone\n\nIt is all gone.", url=url, outlet="Courier Online")

    ((article, flaws),) = read(rss(item()), read=page)
    assert asked == ["https://courier.example/cod"]
    assert article.text == "Cod gone\n\nIt is all gone."
    assert (article.published, article.published_how) == ("2019-05-13T08:30:00+02:00", "feed item pubDate")
    assert (article.guid, article.outlet) == ("courier:17", "Courier Online")
    assert flaws == ()


def test_page_that_cannot_be_had_leaves_the_summary():
    ((article, flaws),) = read(rss(item()), read=lambda url: Unread(url, "There is no such page."))
    assert article.text.endswith("Moe said so.")
    assert "There is no such page." in flaws[0].detail


def test_page_is_not_fetched_for_what_is_no_address_or_there_already():
    def never(url):
        raise AssertionError(url)

    full = f"<content:encoded><![CDATA[{BODY}]]></content:encoded>"
    local = item().replace("https://courier.example/cod", "file:///etc/passwd")
    assert len(read(rss(item(full), local), read=never)) == 2


ADDRESSES = [
    ("/cod", "https://courier.example/cod"),
    ("https://fjord.example/x?a=1&amp;b=2", "https://fjord.example/x?a=1&b=2"),
    ("javascript:alert(1)", None),
    ("file:///etc/passwd", None),
    ("", None),
]


@pytest.mark.parametrize(("link", "url"), ADDRESSES)
def test_address(link, url):
    data = rss(
        item().replace("https://courier.example/cod", link), more="<link>https://courier.example/</link>"
    )
    ((article, _),) = read(data)
    assert article.url == url


def test_item_without_words():
    (unread,) = read(rss("<item><title>Cod</title></item>"))
    assert unread.place == "feed.xml, item 1"
    assert "no text" in unread.reason


def test_content_that_is_nested_too_deeply_is_told_and_not_left_out():
    deep = "&lt;div&gt;" * 20_000
    feed = f"<rss version='2.0'><channel><item><title>Cod</title><description>{deep}Cod is gone, Moe said."
    items = articles_from_feed(f"{feed}</description></item></channel></rss>".encode(), place="feed.xml")
    (told,) = [(item.place, "nested too deeply" in item.reason) for item in items]
    assert told == ("feed.xml, item 1", True)


def test_summary_in_markup_that_is_escaped():
    ((article, _),) = read(
        rss(item(summary="&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;"))
    )
    assert article.text.endswith("One & two.\n\nThree.")


def test_endless_feed(monkeypatch):
    monkeypatch.setattr(module, "MAX_ITEMS", 3)
    *items, left = read(rss(*[item()] * 8))
    assert len(items) == 3
    assert left.reason.startswith("It has 5 items more")


@pytest.mark.parametrize(("limit", "value"), [("MAX_TAGS", 60), ("MAX_FEED", 1000)])
def test_feed_that_is_too_long_for_a_parser(monkeypatch, limit, value):
    monkeypatch.setattr(module, limit, value)
    *items, left = read(rss(*[item()] * 50))
    assert 1 <= len(items) < 10
    assert all(article.text.endswith("Moe said so.") for article, _ in items)
    assert left.reason.startswith(f"It has {50 - len(items)} items more")


ENTITIES = "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>"
BOMB = f"<?xml version='1.0'?>{ENTITIES}<rss version='2.0'><channel><title>&b;</title></channel></rss>"
WIDE = BOMB.replace("?>", " encoding='utf-16'?>")


@pytest.mark.parametrize(
    "data",
    [
        BOMB.encode(),
        WIDE.encode("utf-16"),
        WIDE.encode("utf-16-le"),
        WIDE.encode("utf-16-be"),
        BOMB.encode("utf-32"),
    ],
)
def test_entities_are_not_given_to_a_parser(data, monkeypatch):
    def never(*_):
        raise AssertionError("parsed")

    monkeypatch.setattr(module, "_parsed", never)
    (unread,) = read(data)
    assert "entities" in unread.reason


def test_doctype_without_entities_is_fine():
    doctype = (
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.example/rss.dtd">'
    )
    ((article, _),) = read(rss(item()).replace(b"<rss", doctype.encode() + b"<rss"))
    assert article.title == "Cod gone & forgotten"


UNREAD = [
    (b"", "empty"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (rss(), "no item"),
    (b"<rss" + b" a='b'" * 20_000 + b">", "64 KB"),
    (b"<a>" * 400_000, "tags"),
    (b"<rss><item>" + b"<a>" * 400_000, "tags"),
    (b"<rss>" + b"x" * (module.MAX_FEED + 1), "too long"),
]


@pytest.mark.parametrize(("data", "reason"), UNREAD)
def test_no_feed(data, reason):
    (unread,) = read(data)
    assert reason in unread.reason


def test_feed_that_is_cut_off():
    (article, _), unread = read(rss(item())[:-20])
    assert article.title == "Cod gone & forgotten"
    assert "cut off" in unread.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_encoding(encoding):
    data = rss(item(summary="“No,” said Zoë.")).decode().replace("?>", f' encoding="{encoding}"?>', 1)
    ((article, _),) = read(data.encode(encoding))
    assert article.text.endswith("“No,” said Zoë.")


@pytest.mark.parametrize(
    "piece", ["<title>x</title>", "<a>", "&amp;", "<![CDATA[", "<!--", "<a ", "<!DOCTYPE "]
)
def test_much_of_the_same(piece):
    assert read(b"<rss version='2.0'><channel><item><description>" + piece.encode() * 20_000)
