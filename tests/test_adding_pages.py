"""What is not read a second time, and what is not read at all."""

from functools import partial

import pytest

from onrecord import adding
from onrecord.adding import Options, Totals, add
from onrecord.ingest import Visit
from tests.ingest.served import Site, fetching, reply

URL = "http://news.example/pier"


def page(said, etag):
    body = f"<html><body><p>The pier {said}, harbour master Ida Sol said on Sunday.</p></body></html>"
    return reply(body.encode(), Content_Type="text/html", ETag=etag)


@pytest.fixture
def added(tmp_path, monkeypatch):
    def from_site(site):
        monkeypatch.setattr("onrecord.ingest.fetch.Fetch", partial(fetching, site))
        return list(add(tmp_path / "news.db", [URL], Options(fetch=True)))

    return from_site


def test_a_page_is_asked_for_if_it_has_changed(added):
    answers = [page("may open", '"1"'), reply(status="304 Not Modified"), page("is shut", '"2"')]
    with Site({"/pier": answers}) as site:
        assert added(site)[-1] == Totals(new=1)
        assert site.header("if-none-match") is None
        assert added(site) == [Totals()]
        assert site.header("if-none-match") == '"1"'
        assert added(site)[-1] == Totals(changed=1)
        assert site.header("if-none-match") == '"1"'
        assert added(site)[-1] == Totals(same=1)
        assert site.header("if-none-match") == '"2"'


def test_what_was_not_kept_is_asked_for_again(added, monkeypatch):
    def stopped(*_args, **_options):
        raise KeyboardInterrupt

    with Site({"/pier": page("may open", '"1"')}) as site:
        with monkeypatch.context() as patch:
            patch.setattr(adding, "_keep", stopped)
            with pytest.raises(KeyboardInterrupt):
                added(site)
        assert added(site)[-1] == Totals(new=1)
        assert site.header("if-none-match") is None


def test_an_address_is_not_fetched_unless_it_is_asked_for(tmp_path):
    unread, totals = add(tmp_path / "news.db", [URL])
    assert "--fetch" in str(unread)
    assert totals == Totals(unread=1)


def test_a_book_is_no_article(tmp_path):
    book = tmp_path / "book.txt"
    book.write_text("The pier may open, Ida Sol said. " * (adding.LONGEST // 30))
    unread, totals = add(tmp_path / "news.db", [book])
    assert "Split it" in str(unread)
    assert totals == Totals(unread=1)


@pytest.mark.parametrize("content", [b"", b" \n\n", bytes(5000)], ids=["empty", "blank", "data"])
def test_what_has_no_text_is_no_article(tmp_path, content):
    path = tmp_path / "nothing.txt"
    path.write_bytes(content)
    unread, totals = add(tmp_path / "news.db", [path])
    assert unread.reason
    assert totals == Totals(unread=1)


def test_visits_are_those_of_one_address(tmp_path):
    with adding.open_record(tmp_path / "news.db", create=True) as record, record.writing() as connection:
        adding.remember(connection, [Visit(URL, '"1"'), Visit(URL, '"2"', "today"), Visit(f"{URL}?2")], "now")
        assert adding.fetched(connection, URL) == ('"2"', "today")
        assert adding.fetched(connection, f"{URL}?1") is None
