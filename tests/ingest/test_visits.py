"""A page that has not changed since it was read is not sent again, and gives no article and no error."""

import pytest

from onrecord.ingest import Unread, Visit, Visits, articles
from tests.ingest.served import Site, fetching, reply

URL = "http://news.example/feed"
ITEM = b"<item><title>Pier</title><link>http://news.example/1</link><description>%s</description></item>"
PAGE = b"<html><body><p>The pier may open, Ida Sol said on Sunday.</p></body></html>"


def page(body=PAGE, **headers):
    return reply(body, Content_Type="text/html", **headers)


def read(site, visits, url=URL):
    with fetching(site) as fetch:
        return list(articles(url, fetch=fetch, visits=visits))


def test_what_the_server_says_is_noted():
    visits = Visits()
    with Site({"/feed": page(ETag='"a1"', Last_Modified="Sun, 02 Mar 2031 08:00:00 GMT")}) as site:
        ((article, _),) = read(site, visits)
    assert article.text.startswith("The pier may open")
    assert visits.made == [Visit(URL, '"a1"', "Sun, 02 Mar 2031 08:00:00 GMT")]


def test_unchanged_is_neither_an_article_nor_an_error():
    visits = Visits({URL: Visit(URL, '"a1"', "Sun, 02 Mar 2031 08:00:00 GMT")}.get)
    with Site({"/feed": reply(status="304 Not Modified")}) as site:
        assert read(site, visits) == []
        assert site.header("if-none-match") == '"a1"'
        assert site.header("if-modified-since") == "Sun, 02 Mar 2031 08:00:00 GMT"
    assert visits.made == []


def test_nothing_is_noted_without_anything_to_ask_with():
    visits = Visits()
    with Site({"/feed": page()}) as site:
        assert len(read(site, visits)) == 1
        assert site.header("if-none-match") is None
    assert visits.made == []


@pytest.mark.parametrize(
    "answer",
    [
        reply(status="404 Not Found", ETag='"a1"'),
        reply(b"<rss><channel>" + ITEM % b"" + b"</channel></rss>", Content_Type="text/xml", ETag='"a1"'),
        reply(
            b"<rss><channel>" + ITEM % b"The pier may open, Sol said.", Content_Type="text/xml", ETag='"a1"'
        ),
    ],
    ids=["no page", "a link that leads nowhere", "cut off"],
)
def test_what_could_not_be_read_whole_is_asked_for_again(answer):
    visits = Visits()
    with Site({"/feed": answer}) as site:
        assert any(isinstance(item, Unread) for item in read(site, visits))
    assert visits.made == []
