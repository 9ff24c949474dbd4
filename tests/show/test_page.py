"""The page for a browser: whole, safe, and every link in it leads somewhere."""

import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from onrecord.article import Article
from onrecord.reading import Reading
from onrecord.show.page import page
from onrecord.statement import Hop
from tests.show.sample import CHAINED, CLAIMED, GOLD, HOSTILE, READING, UNDATED, at, gold, hostile

VOID = {"meta", "br", "link", "img", "input", "hr"}
REQUESTS = {"src", "srcset", "data", "poster", "action", "background", "ping", "formaction"}


class Checked(HTMLParser):
    """A page as its tags: which are open, which ids there are, which places are linked to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        assert len(known) == len(attrs), f"an attribute twice in <{tag}>"
        self.tags.append(tag)
        self.attributes |= set(known)
        if "id" in known:
            self.ids.append(known["id"])
        if "href" in known:
            self.links.append(known["href"])
        self.links += [f"#{id}" for id in known.get("aria-labelledby", "").split()]
        if tag == "a":
            assert "a" not in self.open, "a link in a link"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data


def check(*readings: Reading) -> Checked:
    html = b"".join(page(readings)).decode()
    found = Checked(html)
    assert found.open == []
    assert len(set(found.ids)) == len(found.ids)
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)
    assert not {tag for tag in found.tags if tag in {"script", "link", "iframe", "object", "embed", "img"}}
    assert not {name for name in found.attributes if name in REQUESTS or name.startswith("on")}
    assert not re.search(r"url\(|@import", html)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)
    return found


def words(text: str) -> str:
    return "".join(text.split())


def test_a_page_of_one_article():
    found = check(READING)
    assert found.tags.count("h1") == 1
    assert "nav" not in found.tags
    assert found.links.count("#a1-s1") >= 4  # source, cue, content, footnote mark
    assert {f"a1-t{number}" for number in (1, 2, 3, 4)} <= set(found.ids)
    assert "https://norrpress.example/ferries" in found.links
    assert "A quotation never closes" in found.text


def test_a_page_of_several_articles_has_a_table_of_contents():
    found = check(READING, READING, READING)
    assert found.tags.count("article") == 3
    assert found.tags.count("nav") == 1
    assert {"#a1", "#a2", "#a3"} <= set(found.links)
    assert found.tags.count("h1") == 1 and found.tags.count("h2") == 3


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_gold_articles(path):
    reading = gold(path)
    found = check(reading)
    for number in range(1, len(reading.statements) + 1):
        assert f"a1-s{number}" in found.ids
        assert f"a1-t{number}" in found.ids
        assert f"#a1-t{number}" in found.links
    bare = re.sub(r"<sup>.*?</sup>", "", b"".join(page([reading])).decode())
    assert words(reading.article.text) in words(Checked(bare).text)


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_text_is_text(what):
    found = check(hostile(HOSTILE[what]))
    if what == "HTML":
        assert HOSTILE[what] in found.text
        assert not [link for link in found.links if link.startswith("javascript:")]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "http://[", "//x.example", " https://x"]
)
def test_only_addresses_of_pages_become_links(url):
    found = check(Reading(Article("a", "Text.", url=url)))
    assert not [link for link in found.links if not link.startswith("#")]


def test_nothing_is_still_a_page():
    assert "No article was read." in check().text
    assert "There is no text in this article." in check(Reading(Article("a", ""))).text
    assert "0 statements" in check(Reading(Article("a", "Rain.\n\nAnd more rain."))).text


def test_what_is_shown_as_nested_says_inside_what():
    html = b"".join(page([READING])).decode()
    assert 'inside <a href="#a1-s2">2</a>' in html
    assert re.search(r'<a class="content depth1 source s2 s3" href="#a1-s3"', html)


def test_a_chain_opens_to_its_hops_and_their_evidence_is_in_the_text():
    found = check(CHAINED)
    html = b"".join(page([CHAINED])).decode()
    assert found.tags.count("details") == 12  # a chain each, and who is in the article
    interview = "said in an interview with the Daily Meridian published on Sunday"
    hops = re.search(r'id="a1-s5">.*?<ol>(.*?)</ol>', html, re.DOTALL)[1]
    assert [" ".join(Checked(hop).text.split()) for hop in re.findall(r"<li.*?</li>", hops, re.DOTALL)] == [
        "published by article",
        "reported by Corvana inherited: Corvana reported",
        f"in interview with Daily Meridian inherited: {interview}",
        "said by Inga Roos, for the harbour board said here: Roos said",
    ]
    assert "#a1-s5h2" in found.links and "a1-s5h2" in found.ids
    assert re.search(
        r'class="[^"]*\bsource\b[^"]*\bproof\b[^"]*\bv5\b[^"]*"[^>]*>(<i[^>]*></i>)*Corvana', html
    )
    assert "unresolved: He (perhaps the mayor 0.45, the mayor&#39;s deputy 0.40)" in html


def test_evidence_outside_of_every_statement_is_marked_too():
    dateline = Hop("corvana", "reported_by", False, at("(Corvana)"))
    one = replace(CHAINED.statements[-1], chain=(dateline,))
    html = b"".join(page([replace(CHAINED, statements=(one,))])).decode()
    assert '<span class="proof v1"><i class="h1" id="a1-s1h1"></i>(Corvana)</span>' in html


def test_who_is_in_the_article():
    html = b"".join(page([CHAINED])).decode()
    listed = re.search(r'<details class="people">(.*?)</details>', html, re.DOTALL)[1]
    people = [" ".join(Checked(each).text.split()) for each in re.findall(r"<li.*?</li>", listed, re.DOTALL)]
    assert people[0] == "Inga Roos, spokeswoman, for the harbour board person 3 4 5"
    assert people[-1] == "Tao Lindqvist person" and len(people) == 10


def test_a_page_by_speaker():
    html = b"".join(page([CHAINED, READING], by_speaker=True)).decode()
    found = Checked(html)
    assert len(set(found.ids)) == len(found.ids)
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)
    headings = re.findall(r'<div class="speaker" dir="auto"><h4>(.*?)</h4><p>(.*?)</p>', html)
    assert headings[0] == ("Inga Roos", "spokeswoman, for the harbour board · 3 statements")
    assert headings[-1] == ("unresolved", "4 statements")


def test_an_article_of_very_many_statements_stays_light():
    many = Reading(Article("a", "x"), statements=READING.statements * 200)
    assert b"".join(page([many])).count(b"article:has(a[") == 300


def block(html: str, start: str, end: str) -> str:
    """The words of a part of the page."""
    return " ".join(Checked(re.search(f"{start}(.*?){end}", html, re.DOTALL)[1]).text.split())


def test_a_statement_says_how_sure_it_is_and_opens_to_why():
    check(CLAIMED)
    html = b"".join(page([CLAIMED])).decode()
    opened = re.search(r'(<details class="claim c2">.*?</details>)', html, re.DOTALL)[1]
    assert " ".join(Checked(opened).text.split()) == (
        "△ possible the harbour closes “has not ruled out”: what is not ruled out is possible "
        "about: the harbour closes · after 2031-05-03 (“May 3”) · assert · p 0.88"
    )
    assert '<a href="#a1-c2e1">“has not ruled out”</a>' in opened
    assert re.search(r'class="[^"]*\bproof\b[^"]*\be2\b[^"]*"[^>]*>(<i[^>]*></i>)*has not ruled out', html)
    assert "article:has(.c2:is(:hover, :focus-within, [open], li:target *), .k2:target) .e2" in html


def test_two_claims_of_a_statement_are_told_apart():
    html = b"".join(page([CLAIMED])).decode()
    summaries = [
        block(html, f'<details class="claim c{number}">\n<summary>', "</summary>") for number in (5, 6, 7, 8)
    ]
    assert summaries == [
        "△ expects talks resume soon",
        "▲ says so talks went on before",
        "▲ says so",
        "◇ leaves open article ▼ denies",
    ]
    assert 'degree for plain"' in html


def test_what_is_said_event_by_event():
    html = b"".join(page([CLAIMED])).decode()
    shown = block(html, '<section class="events"[^>]*>', "</section>")
    assert shown.startswith(
        "What is said, event by event the harbour closes △ possible ×2 "
        "retreat · after 2031-05-03 (“May 3”) · the harbour board (actor), nobody "
        "article △ possible the harbour closes for a week “may” · within P1W "
        "the harbour board △ possible 2 the harbour closes “has not ruled out” talks"
    )
    assert "1 more, with a claim each the ferries sail" in shown
    assert "About no event: 3 Port Sela ◇ should 8" in shown
    assert shown.endswith("Only mentioned: interview")


def test_where_the_headline_differs_stands_under_it():
    html = b"".join(page([CLAIMED])).decode()
    shown = block(html, '<div class="differs severity2"[^>]*>', "</div>")
    assert shown.startswith(
        "!! The headline differs materially from the report event narrowed: headline “for a week”,"
    )
    assert {"#a1-d1h1", "#a1-d1b1", "#a1-d2h1", "#a1-d2b1"} <= set(check(CLAIMED).links)


def test_an_undated_article_opens_to_why_it_is_from_then():
    found = check(UNDATED)
    assert "No date given; published between 2031-05-03 and 2031-05-10" in " ".join(found.text.split())
    assert "#a1-g1" in found.links and "#a1-g2" not in found.links


def test_what_is_not_read_is_not_there():
    html = b"".join(page([CHAINED])).decode()
    for sign in ('class="degree', 'class="events"', 'class="differs', 'class="undated"', "Times in it"):
        assert sign not in html
    assert "Times in it: 2" in b"".join(page([CLAIMED])).decode()


def test_several_articles_keep_their_claims_apart():
    check(CLAIMED, UNDATED, hostile("a"), CHAINED)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(scheme):
    html = b"".join(page([READING])).decode()
    colours = dict(re.findall(r"--(\w+): (#\w{6})", re.findall(r":root \{(.*?)\}", html, re.DOTALL)[scheme]))
    for ink in ("for", "against", "unknown", "open"):
        for behind in ("paper", "lit"):
            assert contrast(colours[ink], colours[behind]) >= 4.5, (ink, behind)
    for ink in ("ink", "quiet", "source", "cue", "proves"):
        for behind in ("paper", "shade1", "shade2", "shade3", "lit"):
            if (ink, behind) != ("quiet", "shade3"):
                assert contrast(colours[ink], colours[behind]) >= 4.5, (ink, behind)
    assert contrast(colours["content"], colours["paper"]) >= 3
