"""RSS and Atom -> articles: one for each item whose text the feed carries, or whose page is fetched.

https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287 (Atom),
https://web.resource.org/rss/1.0/modules/content/ (content:encoded).
"""

import io
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from html import unescape
from itertools import islice
from typing import Any, TypeAlias

import msgspec

from onrecord.article import Article, Flaw
from onrecord.ingest.charsets import decode_markup, without_declaration
from onrecord.ingest.html import with_headline
from onrecord.ingest.markup import MarkupError, paragraphs_of_html
from onrecord.ingest.moments import as_iso
from onrecord.ingest.stated import web_address
from onrecord.ingest.text import article_from_text
from onrecord.ingest.unread import Item, Unread

MAX_FEED = 16 * 2**20  # characters; feeds have up to some 5 million
MAX_ITEMS = 10_000
MAX_TAGS = 300_000

ITEM = re.compile(r"<(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s>])", re.IGNORECASE)
ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
DOCTYPE = re.compile(
    r"\s*(?:<!--[^>]{0,2000}-->\s*)?<!DOCTYPE[^<>\[\]]{0,2000}(?:\[[^\[\]]{0,20000}\]\s*)?>", re.IGNORECASE
)
CLOSED = re.compile(r"</(?:[\w.-]{1,40}:)?(?:rss|feed|rdf|channel)\s{0,20}>", re.IGNORECASE)
LONG_TAG = re.compile(r"<[^!<>][^<>]{65536}")
MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
IN_XML = re.compile(r"[^\x09\x0a\x0d\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SUMMARY_ONLY = (
    "The feed has only a summary of this article, and that was read. Give --fetch to read the page that it "
    "links to."
)
CUT_OFF = "This feed is cut off: what is there was read. Fetch or copy it again."

Entry: TypeAlias = dict[str, Any]
Reader: TypeAlias = Callable[[str], Item]


def articles_from_feed(
    data: bytes, *, place: str, charset: str | None = None, read: Reader | None = None
) -> Iterator[Item]:
    """The articles of a feed, in its order.

    The text of an item is what the feed has in full (content:encoded, Atom's content). Where there is only a
    summary, ``read`` gives the article behind the link; without it, the summary is read, with a flaw: it is
    not the article, and what it leaves out was still said.

    >>> feed = b"<rss><channel><item><title>Cod cut</title><description>Moe said so.</description></item>"
    >>> ((article, flaws),) = articles_from_feed(feed + b"</channel></rss>", place="feed.xml")
    >>> article.text, flaws[0].kind
    ('Cod cut\\n\\nMoe said so.', 'summary_only')
    """
    text, undecoded = decode_markup(data, charset)
    kept, left = _bounded(text)
    if refused := _refused(text, kept):
        yield Unread(place, undecoded[0].detail if undecoded and not text else refused)
        return
    feed, entries = _parsed(kept)
    odd = tuple(Flaw(flaw.kind, 0, 0, f"In the feed: {flaw.detail}") for flaw in undecoded)
    for number, entry in enumerate(entries, start=1):
        item = _item(entry, feed, f"{place}, item {number}", read)
        yield item if isinstance(item, Unread) else (item[0], (*odd, *item[1]))
    if not entries:
        yield Unread(place, "There is no item in this feed.")
    if not CLOSED.search(text[-1000:]):
        yield Unread(place, CUT_OFF)
    if left:
        yield Unread(place, f"It has {left} items more, and they were not read: it is too long. Split it.")


def _refused(text: str, kept: str) -> str | None:
    """Why a document is not given to any parser of XML, if it is not."""
    if not text.strip():
        return "This feed is empty."
    if ENTITY.search(text):
        return (
            "It declares entities, which can fill any memory: it was not read. Feeds need none; remove them."
        )
    if not kept:
        return "Its first item is too long, or has too many tags, to be one: it was not read."
    return (
        "It has a tag of more than 64 KB, which no feed needs: it was not read."
        if LONG_TAG.search(kept)
        else None
    )


def _bounded(text: str) -> tuple[str, int]:
    """The document with as many items as may be read, and how many there are more.

    Many are read and none of them is cut: at most `MAX_ITEMS`, and as many as a parser can hold.
    """
    starts = [match.start() for match in ITEM.finditer(text)]
    beyond = next(islice(re.finditer("<", text), MAX_TAGS, None), None)
    reach = min(MAX_FEED, beyond.start() if beyond else MAX_FEED)
    fit = len(starts) if len(text) <= reach else bisect_right(starts, reach) - 1
    if len(starts) <= MAX_ITEMS and fit == len(starts):
        return text, 0
    fit = min(fit, MAX_ITEMS)
    return (text[: starts[fit]], len(starts) - fit) if fit > 0 else ("", len(starts))


def _parsed(text: str) -> tuple[Entry, list[Entry]]:
    """The feed and its items. Given as bytes in memory, so that feedparser cannot take it for an address."""
    import feedparser

    clean = IN_XML.sub("\N{REPLACEMENT CHARACTER}", _undoctyped(without_declaration(text)))
    try:
        found = feedparser.parse(
            io.BytesIO(clean.encode()),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception:  # what a parser of broken feeds stumbles over is not listed anywhere
        return {}, []
    return {**found["feed"], "version": found.get("version")}, [dict(entry) for entry in found["entries"]]


def _undoctyped(text: str) -> str:
    """``text`` without a DOCTYPE at its head, such as that of RSS 0.91; it declares no entity by now."""
    found = DOCTYPE.match(text)
    return text[found.end() :] if found else text.lstrip()


def _item(entry: Entry, feed: Entry, place: str, read: Reader | None) -> Item:
    """The article of one item, from the feed or from the page that it links to."""
    try:
        return _read_item(entry, feed, place, read)
    except MarkupError as error:
        return Unread(place, str(error))


def _read_item(entry: Entry, feed: Entry, place: str, read: Reader | None) -> Item:
    known = _known(entry, feed)
    full = _content(entry)
    if full:
        return article_from_text(with_headline(known["title"], full), **known)  # type: ignore[arg-type]
    why = SUMMARY_ONLY
    if read and known["url"]:
        page = read(known["url"])
        if not isinstance(page, Unread):
            return _with_known(page[0], known), page[1]
        why = f"The page that the feed links to gave no article, so its summary was read. {page.reason}"
    summary = _words(entry.get("summary"))
    if not summary:
        missing = "Give --fetch to read the page that it links to." if why == SUMMARY_ONLY else why
        return Unread(place, f"This item has no text. {missing}")
    article, flaws = article_from_text(with_headline(known["title"], summary), **known)  # type: ignore[arg-type]
    return article, (Flaw("summary_only", 0, 0, why), *flaws)


def _known(entry: Entry, feed: Entry) -> dict[str, str | None]:
    """What the feed says of an item."""
    published, how = _published(entry, feed)
    return {
        "url": web_address(_plain(entry.get("link")), _plain(feed.get("link"))),
        "guid": _plain(entry.get("id")),
        "title": _plain(entry.get("title")),
        "author": _author(entry) or _author(feed),
        "outlet": _source(entry) or _plain(feed.get("title")),
        "language": _language(entry) or _plain(feed.get("language")),
        "published": published,
        "published_how": how,
        "modified": as_iso(entry.get("updated")) if published != as_iso(entry.get("updated")) else None,
    }


def _with_known(article: Article, known: dict[str, str | None]) -> Article:
    """The article of a page, with what its feed knows where the page does not say."""
    fields = ("guid", "outlet", "author", "modified", "title", "language")
    more = {field: known[field] for field in fields if not getattr(article, field)}
    if not article.published:
        more |= {field: known[field] for field in ("published", "published_how")}
    return msgspec.structs.replace(article, **more)


def _content(entry: Entry) -> str:
    """The full text: the longest of the contents, which may come in several forms."""
    contents = entry.get("content")
    texts = [_words(one.get("value")) for one in contents if one] if isinstance(contents, list) else []
    return max(texts, key=len, default="")


def _words(value: object) -> str:
    """The paragraphs of a value that is HTML, or that is plain text; it seldom says which truly."""
    if not isinstance(value, str):
        return ""
    return "\n\n".join(paragraphs_of_html(value)) if MARKUP.search(value) else unescape(value).strip()


def _plain(value: object) -> str | None:
    """A name or a headline, in one line and without markup."""
    return " ".join(_words(value).split()) or None


def _published(entry: Entry, feed: Entry) -> tuple[str | None, str | None]:
    """When the item was published. An Atom entry that only says when it changed is as old as that."""
    rss = str(feed.get("version")).startswith("rss")
    for field in ("published", "created", "updated"):
        if moment := as_iso(entry.get(field)):
            return moment, f"feed item {'pubDate' if rss and field == 'published' else field}"
    return None, None


def _author(entry: Entry) -> str | None:
    """The name of who wrote it, without an address."""
    authors = entry.get("authors")
    names = [_plain(one.get("name")) for one in authors if one] if isinstance(authors, list) else []
    return ", ".join(dict.fromkeys(filter(None, names))) or None


def _source(entry: Entry) -> str | None:
    """The feed that an item was first in, where an aggregator says so."""
    source = entry.get("source")
    return _plain(source.get("title")) if isinstance(source, dict) else None


def _language(entry: Entry) -> str | None:
    contents = entry.get("content")
    first = contents[0].get("language") if isinstance(contents, list) and contents else None
    return _plain(first)
