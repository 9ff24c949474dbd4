"""Web pages: what is the article, what the page states of it, and pages that are made to break a reader."""

import json
import logging
import re

import pytest

from onrecord.ingest import Unread
from onrecord.ingest.charsets import decode_markup
from onrecord.ingest.html import MAX_PAGE, article_from_html, with_headline
from onrecord.ingest.moments import as_iso

LEAD = "Norway will cut its cod quota by a third next year, the fisheries minister said on Monday."
MORE = "“We would rather be poor for a winter than for good,” Ingrid Moe told Fjordpress."
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Harbour Courier"},
        {
            "@type": ["NewsArticle"],
            "headline": "Norway to cut cod quota",
            "datePublished": "2019-05-13T08:30:00+02:00",
            "dateModified": "2019-05-14T10:00:00+02:00",
            "author": [{"@type": "Person", "name": "Jane Doe"}, {"name": "Richard Roe"}],
            "publisher": {"@type": "Organization", "name": "Harbour Courier"},
        },
    ],
}
META = """<meta property="article:published_time" content="2019-05-13T08:30:00+02:00">
<meta property="og:site_name" content="Harbour Courier"><meta name="author" content="Jane Doe">"""


def page(inside, head="<title>Norway to cut cod quota | Harbour Courier</title>"):
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">{head}</head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
    <header><h1>Harbour Courier</h1></header>
    <main><article><h1>Norway to cut cod quota</h1>{inside}</article>
    <section class="comments"><p>The quota is a scandal, says a reader who has no name.</p></section>
    </main><footer><p>© 2019 Harbour Courier. All rights reserved.</p></footer></body></html>"""


def read(markup, **known):
    data = markup if isinstance(markup, bytes) else markup.encode()
    item = article_from_html(data, place="cod.html", **known)
    assert not isinstance(item, Unread), item
    return item


def test_article_is_headline_and_paragraphs():
    article, flaws = read(page(f"<p>{LEAD}</p><p>{MORE}</p>"), url="https://courier.example/cod")
    assert article.text == f"Norway to cut cod quota\n\n{LEAD}\n\n{MORE}"
    assert [block.kind for block in article.blocks] == ["headline", "paragraph", "paragraph"]
    assert article.title == "Norway to cut cod quota"
    assert (article.language, article.url) == ("en-GB", "https://courier.example/cod")
    assert (article.published, article.published_how) == (None, None)
    assert flaws == ()


PROSE = [
    (f"<p>{LEAD}</p><p>She said <q>no, <q>never</q></q>.</p>", "She said “no, ‘never’”."),
    (
        f"<p>{LEAD}</p><p>Talks on <time datetime='2019-05-14'>Tuesday</time> failed.</p>",
        "Talks on Tuesday failed.",
    ),
    (f"<p>{LEAD}</p><blockquote><p>{MORE}</p></blockquote>", MORE),
    (f"<p>{LEAD}</p><ul><li>One was poor.</li><li>Two were not.</li></ul>", "One was poor.\n\nTwo were not."),
    (f"<p>{LEAD}</p><h2>What comes next</h2><p>{MORE}</p>", f"What comes next\n\n{MORE}"),
    (f"<p>OSLO (Fjordpress) &#8212; {LEAD}</p>", f"OSLO (Fjordpress) — {LEAD}"),
    (f"<p>{LEAD}</p><p>Ask <a href='/moe'>Ingrid <b>Moe</b></a>, he said.</p>", "Ask Ingrid Moe, he said."),
    (f"<p>{LEAD}<br>{MORE}</p>", f"{LEAD}\n{MORE}"),
    (f"<p>{LEAD}</p><table><tr><th>Year</th><td>2018</td></tr></table>", "Year | 2018"),
    (
        f"<p>{LEAD}</p><aside class='article-correction'><p>The quota was given as 30 per cent.</p></aside>",
        "The quota was given as 30 per cent.",
    ),
    (
        f"<p>{LEAD}</p><footer>Correction, May 14: An earlier version gave another quota.</footer>",
        "Correction, May 14: An earlier version gave another quota.",
    ),
    (
        f"<p>{LEAD}</p><aside><p>This story was corrected on Tuesday to name the minister.</p></aside>",
        "This story was corrected on Tuesday to name the minister.",
    ),
]


@pytest.mark.parametrize(("inside", "expected"), PROSE)
def test_prose(inside, expected):
    article, _ = read(page(inside))
    assert expected in article.text
    assert article.text.startswith("Norway to cut cod quota\n\n")
    assert article.text.count("Norway to cut cod quota") == 1


FURNITURE = [
    "All rights reserved",
    "a reader who has no name",
    "World",
    "alert(",
    "colour: red",
    "never seen",
]


@pytest.mark.parametrize("words", FURNITURE)
def test_what_stands_around_the_article_is_left_out(words):
    more = "<script>alert('x')</script><style>p {colour: red}</style><noscript>never seen</noscript>"
    article, _ = read(page(f"<p>{LEAD}</p><p>{MORE}</p>{more}"))
    assert words not in article.text


def test_struck_out_words_are_nobodys():
    article, flaws = read(page(f"<p>{LEAD}</p><p>Ten <del>boats</del> ships sank, Moe said.</p>"))
    assert "Ten ships sank" in article.text
    assert [flaw.kind for flaw in flaws] == ["struck_out"]
    assert "'boats'" in flaws[0].detail


def test_what_json_ld_states():
    head = f"<script type='application/ld+json'>{json.dumps(LINKED)}</script>"
    article, _ = read(page(f"<p>{LEAD}</p>", head))
    assert (article.published, article.published_how) == (
        "2019-05-13T08:30:00+02:00",
        "JSON-LD datePublished",
    )
    assert article.modified == "2019-05-14T10:00:00+02:00"
    assert (article.author, article.outlet) == ("Jane Doe, Richard Roe", "Harbour Courier")
    assert article.title == "Norway to cut cod quota"


DATES = [
    (META, "", "", "2019-05-13T08:30:00+02:00", "meta article:published_time"),
    ("<meta name='DC.date.issued' content='2019-05-13'>", "", "", "2019-05-13", "meta dc.date.issued"),
    (
        "",
        "<time itemprop='datePublished' datetime='2019-05-13T08:30Z'>x</time>",
        "",
        "2019-05-13T08:30Z",
        "time element",
    ),
    ("", "<time datetime='2019-05-13'>13 May</time>", "", "2019-05-13", "time element"),
    ("", "<p>Updated <time class='updated' datetime='2019-05-14'>14 May</time></p>", "", None, None),
    ("", "<aside><time datetime='2019-05-13'>13 May</time> Cod in maps</aside>", "", None, None),
    ("", "", "https://courier.example/2019/05/13/cod", "2019-05-13", "url"),
    ("", "", "https://courier.example/2019/15/13/cod", None, None),
    ("", "<p>Published on 13 May 2019 in Oslo, the report names nobody.</p>", "", None, None),
    ("<meta name='date' content='last week'>", "", "", None, None),
    ("<script type='application/ld+json'>{oops</script>", "", "", None, None),
    ("<script type='application/ld+json'>[[[1]]]</script>", "", "", None, None),
]


@pytest.mark.parametrize(("head", "inside", "url", "published", "how"), DATES)
def test_published_is_stated_never_guessed(head, inside, url, published, how):
    article, _ = read(page(f"{inside}<p>{LEAD}</p><p>{MORE}</p>", head), url=url or None)
    assert (article.published, article.published_how) == (published, how)


MOMENTS = [
    ("2019-05-13", "2019-05-13"),
    ("2019/05/13", "2019-05-13"),
    ("2019-05-13 08:30:00 +0200", "2019-05-13 08:30:00+0200"),
    ("Mon, 13 May 2019 08:30:00 +0200", "2019-05-13T08:30:00+02:00"),
    ("Mon, 13 May 2019 08:30:00 GMT", "2019-05-13T08:30:00+00:00"),
    ("13 May", None),
    ("yesterday", None),
    ("", None),
    (5, None),
    ("2019" * 1000, None),
]


@pytest.mark.parametrize(("stated", "expected"), MOMENTS)
def test_moment(stated, expected):
    assert as_iso(stated) == expected


TITLES = [
    ("<title>Cod | Courier</title>", "<h1>Cod gone from the fjord</h1>", "Cod gone from the fjord"),
    ("<title>Cod gone | Courier</title>", "<h1>Courier</h1><h1>Cod gone</h1>", "Cod gone"),
    ("<title>Cod gone - Courier</title><meta property='og:site_name' content='Courier'>", "", "Cod gone"),
    ("<meta property='og:title' content='Cod &amp; chips'>", "", "Cod & chips"),
]


@pytest.mark.parametrize(("head", "heading", "expected"), TITLES)
def test_headline(head, heading, expected):
    body = (
        f"<html><head>{head}</head><body>{heading}<article><p>{LEAD}</p><p>{MORE}</p></article></body></html>"
    )
    assert read(body)[0].title == expected


def test_json_ld_is_often_escaped():
    linked = {
        "@type": "NewsArticle",
        "headline": "Moe: &#8216;No&#8217; to cod &amp; chips",
        "author": "By J. D&oslash;e",
    }
    head = f"<script type='application/ld+json'>{json.dumps(linked)}</script>"
    article, _ = read(
        f"<html><head>{head}</head><body><article><p>{LEAD}</p><p>{MORE}</p></article></body></html>"
    )
    assert (article.title, article.author) == ("Moe: ‘No’ to cod & chips", "J. Døe")


def test_modified_by_its_last_name():
    head = "<meta name='last-modified' content='Tue, 14 May 2019 10:00:00 GMT'>"
    assert read(page(f"<p>{LEAD}</p>", head))[0].modified == "2019-05-14T10:00:00+00:00"


def test_canonical_address():
    head = "<link rel='canonical' href='/cod'>"
    assert read(page(f"<p>{LEAD}</p>", head), url="https://m.courier.example/x")[0].url == (
        "https://m.courier.example/cod"
    )
    evil = "<link rel='canonical' href='javascript:alert(1)'>"
    assert (
        read(page(f"<p>{LEAD}</p>", evil), url="https://courier.example/x")[0].url
        == "https://courier.example/x"
    )


def test_page_that_scripts_draw_is_read_from_its_json_ld():
    linked = {
        "@type": "NewsArticle",
        "headline": "Norway to cut cod quota",
        "articleBody": f"{LEAD}\n\n{MORE}",
    }
    head = f"<script type='application/ld+json'>{json.dumps(linked)}</script>"
    article, _ = read(f"<html><head>{head}</head><body><div id='app'></div></body></html>")
    assert article.text == f"Norway to cut cod quota\n\n{LEAD}\n\n{MORE}"


ENCODED = [
    ("“No,” said Zoë.", "utf-8", "", None),
    ("“No,” said Zoë.", "utf-8-sig", "", None),
    ("“No,” said Zoë.", "utf-16", "", None),
    ("“No,” said Zoë.", "cp1252", "iso-8859-1", None),
    ("“No,” said Zoë.", "cp1252", "", "ISO-8859-1"),
    ("“No,” said Zoë.", "utf-8", "iso-8859-1", "iso-8859-1"),
    ("«Нет», сказала Зоя.", "cp1251", "windows-1251", None),
    ("Нет, сказала Зоя.", "koi8-r", "", "koi8-r"),
    ("「いいえ」", "shift_jis", "shift_jis", None),
    ("「いいえ」", "iso2022_jp", "iso-2022-jp", None),
    ("„Nein“, sagte Zoë.", "utf-8", "nonsense", "unicode_escape"),
]


@pytest.mark.parametrize(("words", "encoding", "meta", "charset"), ENCODED)
def test_encoding(words, encoding, meta, charset):
    markup = f'<meta charset="{meta}"><p>{words}</p>' if meta else f"<p>{words}</p>"
    text, flaws = decode_markup(markup.encode(encoding), charset)
    assert words in text
    assert flaws == ()


def test_damaged_encoding_is_a_flaw():
    _, flaws = read(page(f"<p>{LEAD}</p>").encode() + b"<p>\x81\xe9 caf\xe9</p>")
    assert {flaw.kind for flaw in flaws} == {"encoding", "undecodable"}


NO_ARTICLE = [
    b"",
    b"   ",
    b"<html></html>",
    b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
    b"\x89PNG\r\n\x1a\n\x00\x00",
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
    b"<html" + b" a" * 10_000,
    b"<" * 10_000,
    b"<!--" * 10_000,
]


@pytest.mark.parametrize("data", NO_ARTICLE)
def test_no_article(data):
    item = article_from_html(data, place="cod.html")
    assert isinstance(item, Unread)
    assert item.place == "cod.html"
    assert item.reason.endswith((".", "?"))


def test_too_large():
    assert "larger than" in article_from_html(b" " * (MAX_PAGE + 1), place="x").reason
    assert "elements" in article_from_html(b"<p>a</p>" * 50_000, place="x").reason


@pytest.mark.parametrize("tag", ["div", "span", "font", "table", "ul"])
def test_a_hundred_thousand_nested_elements(tag):
    article, flaws = read(f"<html><body>{f'<{tag}>' * 100_000}<p>{LEAD}</p><p>{MORE}</p>")
    assert LEAD in article.text
    assert MORE in article.text
    assert [flaw.kind for flaw in flaws] == ["too_deep"]


HOSTILE = [
    "<q>she ",
    "<q>she</q> ",
    "<del>word</del> ",
    "word <b>she</b> ",
    "<a href=x>link</a> ",
    "word<br>",
    "<time datetime=2019-01-01>she</time> ",
    "<h1>word</h1>",
    "<aside>Correction: word</aside>",
    "&#x41;",
    "&",
    "<td>x",
    "<script type='application/ld+json'>[",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_much_of_the_same(piece):
    item = article_from_html(f"<html><body><p>{LEAD}</p>{piece * 5_000}".encode(), place="x")
    assert isinstance(item, Unread) or item[0].blocks[-1].end == len(item[0].text)


def test_long_pages_are_not_kept():
    from trafilatura import utils

    read(f"<html><body><p>{LEAD}</p>{f'<p>{MORE}</p>' * 1000}</body></html>")
    assert utils.trim.cache_info().currsize == utils.line_processing.cache_info().currsize == 0


def test_nothing_is_printed(capfd):
    logging.getLogger("trafilatura").handlers.clear()
    article_from_html(b"<html><body><div></div></body></html>", place="x")
    assert capfd.readouterr() == ("", "")


VOTED = "The harbour board voted on Tuesday to close the east pier until the spring."
CHOICE = "“We had no choice,” harbour master Inga Roos said, and nobody disagreed with her."
TOLD = "Fishermen who land crab there were told by letter, and several said they would sue."
MENU = "<div class=menu><a href=/>Home</a> <a href=/news>News</a> <a href=/sport>Sport</a></div>"
CARDS = "<div class=card><a href=/pier><h3>Another pier will be shut</h3></a></div>" * 20
LAYOUTS = [
    (
        f"{MENU}<h1>Pier shut</h1><div>{VOTED}<br><br>{CHOICE}<br><br>{TOLD}</div>",
        f"{VOTED}\n{CHOICE}\n{TOLD}",
    ),
    (
        f"<table><tr><td>{MENU}<td><font>{VOTED}<p>{CHOICE}<p>{TOLD}</font></table>",
        f"{VOTED}\n\n{CHOICE}\n\n{TOLD}",
    ),
    (
        f"{MENU}<div><h1>Pier shut</h1><div>{VOTED}</div><div>{CHOICE}</div><div>{TOLD}</div></div>",
        f"{VOTED}\n\n{CHOICE}\n\n{TOLD}",
    ),
    (
        f"<form>{MENU}<h1>Pier shut</h1><p>{VOTED}</p><p>{CHOICE}</p><p>{TOLD}</p></form>",
        f"{VOTED}\n\n{CHOICE}\n\n{TOLD}",
    ),
    (f"{MENU}<article><h1>Pier shut</h1><p>{VOTED}</p></article><div>About us Contact</div>", VOTED),
    (
        f"<article><p>{VOTED}</p><ul><li><a href=/x>Ten boats lost</a></li></ul><p>{CHOICE}</p></article>",
        f"{VOTED}\n\n{CHOICE}",
    ),
    (
        f"<pre>PIER SHUT\n\nWHITBY (FP) -- The harbour board voted\non Tuesday to close it.\n\n{TOLD}</pre>",
        f"WHITBY (FP) -- The harbour board voted\non Tuesday to close it.\n\n{TOLD}",
    ),
    (
        f"<main><article><h2>1</h2><p>{VOTED}</p></article><article><h2>2</h2><p>{CHOICE}</p></article></main>",
        CHOICE,
    ),
    (
        f"<div id=cookie-banner><p>We use cookies.</p></div><article><p>{VOTED}</p></article>",
        VOTED,
    ),
]


@pytest.mark.parametrize(("body", "expected"), LAYOUTS)
def test_layout(body, expected):
    article, flaws = read(f"<html><title>Pier shut</title><body>{body}")
    assert expected in article.text
    assert article.title == "Pier shut"
    assert not re.search("Home|About us|boats lost|cookies", article.text)
    assert flaws == ()


def test_front_page_is_no_article():
    item = article_from_html(f"<html><title>News</title><body>{MENU}<main>{CARDS}</main>".encode(), place="x")
    assert isinstance(item, Unread)


def test_with_headline():
    assert with_headline("Cod gone", "It is.") == "Cod gone\n\nIt is."
    assert with_headline("Cod gone", "Cod  gone.\n\nIt is.") == "Cod gone\n\nIt is."
    assert with_headline(None, "It is.") == "It is."


def test_a_tag_of_a_hundred_thousand_attributes():
    attributes = " ".join(f"a{number}='b'" for number in range(100_000))
    page = f"<p {attributes}>Norway will cut its cod quota by a third, Ingrid Moe said on Friday.</p>"
    article, _ = article_from_html(page.encode(), place="cod.html")
    assert article.text == "Norway will cut its cod quota by a third, Ingrid Moe said on Friday."
