"""Bytes of any kind -> articles: what is in a file, a page or an archive, by its content.

What is packed in something is read as if it lay beside it, at most `DEEPEST` layers down.
"""

import io
from collections.abc import Iterator
from itertools import chain
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from onrecord.article import Flaw
from onrecord.ingest.decode import MARKS, MAX_BYTES, decode, too_large
from onrecord.ingest.jsonl import MARK, articles_from_json, articles_from_lines, is_json, lines_of
from onrecord.ingest.packed import BOMB, Inflated
from onrecord.ingest.sniff import ENDINGS, PACKED, TEXT, ending_of, form_of, kind_of
from onrecord.ingest.source import Source, ahead
from onrecord.ingest.text import article_from_bytes
from onrecord.ingest.unread import Item, Unread
from onrecord.ingest.visits import Visit, Visits

if TYPE_CHECKING:
    from onrecord.ingest.fetch import Fetch

DEEPEST = 2
NAMED = frozenset({".zip", ".warc"})  # what has such a name and is something else was damaged
MAIL = frozenset({".eml", ".mht", ".mhtml"})
TOO_DEEP = f"It is packed more than {DEEPEST} times over. Unpack it first."
NO_XML = "This XML is no feed, NewsML-G2, NITF or XHTML, which are what is read. Save it as plain text."
TAR = "This is a tar archive, which is not read. Unpack it, or make a ZIP archive of it."
CUT = Flaw("cut_off", 0, 0, "The file is cut off or damaged, and so this may not be the whole article.")


def articles_in(stream: BinaryIO, source: Source) -> Iterator[Item]:
    """The articles in ``stream``, whatever it is. Only a disk that fails raises.

    >>> page = io.BytesIO(b"<html><p>Norway will cut its cod quota, Moe said.</p></html>")
    >>> [article.text for article, flaws in articles_in(page, Source("cod"))]
    ['Norway will cut its cod quota, Moe said.']
    """
    head, stream = ahead(stream)
    kind = kind_of(head, source.ending)
    if refused := _refused(kind, head, source.ending):
        yield Unread(source.place, refused)
    elif kind == "gzip":
        yield from _gzip(stream, source)
    elif kind == "zip":
        yield from _zip(stream, source)
    elif kind == "warc":
        yield from _warc(stream, source)
    elif kind == "lines":
        yield from _lines(stream, source)
    elif kind == "json" or (kind == "text" and source.ending not in TEXT):
        yield from _by_content(stream, source, or_text=kind == "text")
    else:
        yield from _document(kind, stream, source)


def articles_at(url: str, fetch: "Fetch", *, place: str, visits: Visits | None = None) -> Iterator[Item]:
    """The articles of what is at an address; those that a feed only links to are fetched too.

    What has not changed since the last of the ``visits`` gives none.
    """
    visits = visits or Visits()
    last = visits.last(url.strip()) or Visit(url)
    page = fetch.get(url, etag=last.etag, modified=last.modified)
    if isinstance(page, Unread):
        yield page
        return
    if page.unchanged:
        return
    source = Source(place, ending_of(page.type), page.final_url, page.charset, fetch=fetch)
    whole = True
    for item in articles_in(io.BytesIO(page.content), source):
        whole = whole and not isinstance(item, Unread)
        yield item
    if whole:
        visits.note(page)


def _refused(kind: str, head: bytes, ending: str) -> str | None:
    """Why a file of this kind and ending is not read, if it is not."""
    if kind == "tar":
        return TAR
    if kind == "text" and ending in MAIL:
        return f"{ending} is mail or a page packed as mail. Save it as HTML or text."
    if kind == "text" and (ending in NAMED or (ending in PACKED and not head)):
        return f"This is no {ending[1:]} file{'' if head else ', but empty'}. Is it whole?"
    return None


def _whole(stream: BinaryIO, source: Source) -> bytes | Unread | None:
    """All of a stream, or why not; None for a bomb, which whoever unpacks it reports."""
    data = stream.read(MAX_BYTES + 1)
    if source.guard and source.guard.why and (source.guard.why == BOMB or not data):
        return None
    if len(data) > MAX_BYTES:
        return Unread(source.place, too_large("It"))
    if not data and source.ending not in TEXT | {""}:
        return Unread(source.place, "This file is empty.")
    return data


def _cut_off(items: Iterator[Item]) -> Iterator[Item]:
    """Articles of a document that is not all there."""
    for item in items:
        yield item if isinstance(item, Unread) else (item[0], (CUT, *item[1]))


def _document(kind: str, stream: BinaryIO, source: Source) -> Iterator[Item]:
    """The articles of a document that is read whole."""
    data = _whole(stream, source)
    if isinstance(data, Unread):
        yield data
    elif data is not None:
        items = _parsed(kind, data, source)
        yield from _cut_off(items) if source.guard and source.guard.why else items


def _parsed(kind: str, data: bytes, source: Source) -> Iterator[Item]:
    place = source.place
    if kind == "html":
        from onrecord.ingest.html import article_from_html

        yield article_from_html(data, place=place, url=source.url, charset=source.charset)
    elif kind == "feed":
        from onrecord.ingest.feed import articles_from_feed

        read = None if source.fetch is None else _Behind(source.fetch)
        yield from articles_from_feed(data, place=place, charset=source.charset, read=read)
    elif kind == "newsml":
        from onrecord.ingest.newsml import articles_from_newsml

        yield from articles_from_newsml(data, place=place)
    elif kind == "nitf":
        from onrecord.ingest.nitf import articles_from_nitf

        yield from articles_from_nitf(data, place=place)
    elif kind == "xml":
        yield Unread(place, NO_XML)
    elif kind == "binary" and source.ending not in TEXT | {""}:
        yield Unread(place, f"This is {form_of(data)}: nothing was read. Save it as plain text.")
    else:
        yield article_from_bytes(data, url=source.url)


class _Behind:
    """Reads the page that a feed's item links to, and nothing that this page links to in turn."""

    def __init__(self, fetch: "Fetch") -> None:
        self._fetch = fetch

    def __call__(self, url: str) -> Item:
        page = self._fetch.get(url)
        if isinstance(page, Unread):
            return page
        source = Source(url, ending_of(page.type), page.final_url, page.charset, packed=DEEPEST)
        found = articles_in(io.BytesIO(page.content), source)
        return next(found, Unread(url, "There is nothing on this page."))


def _gzip(stream: BinaryIO, source: Source) -> Iterator[Item]:
    if source.packed >= DEEPEST:
        yield Unread(source.place, TOO_DEEP)
        return
    inside = Inflated(stream)
    ending = _ending(source.place.lower().removesuffix(".gz")) if source.ending == ".gz" else source.ending
    within = msgspec.structs.replace(source, ending=ending, packed=source.packed + 1, guard=inside)
    yield from articles_in(io.BufferedReader(inside), within)
    if inside.why:
        yield Unread(source.place, inside.why)


def _zip(stream: BinaryIO, source: Source) -> Iterator[Item]:
    if source.packed >= DEEPEST:
        yield Unread(source.place, TOO_DEEP)
        return
    if not stream.seekable():
        data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            yield Unread(
                source.place, "This ZIP archive is too large to be read inside another. Unpack it first."
            )
            return
        stream = io.BytesIO(data)
    from onrecord.ingest.zipped import members

    empty = True
    for member in members(stream, source.place):
        if isinstance(member, Unread):
            empty = False
            yield member
        elif (ending := _ending(member.name)) in ENDINGS:
            empty = False
            place = f"{source.place}, {member.name}"
            within = Source(place, ending, packed=source.packed + 1, fetch=source.fetch, guard=member.stream)
            yield from articles_in(io.BufferedReader(member.stream), within)
            if member.stream.why:
                yield Unread(place, member.stream.why)
    if empty:
        endings = ", ".join(sorted(ENDINGS))
        yield Unread(source.place, f"There is nothing to read in this archive: no file ends in {endings}.")


def _warc(stream: BinaryIO, source: Source) -> Iterator[Item]:
    from onrecord.ingest.warc import records

    for record in records(stream, source.place, guard=source.guard):
        if isinstance(record, Unread):
            yield record
        else:
            within = Source(record.place, ending_of(record.type), record.url, record.charset, packed=DEEPEST)
            items = articles_in(io.BytesIO(record.content), within)
            yield from items if record.whole else _cut_off(items)


def _text(data: bytes, source: Source) -> Item:
    return (
        Unread(source.place, too_large("It"))
        if len(data) > MAX_BYTES
        else article_from_bytes(data, url=source.url)
    )


def _lines(stream: BinaryIO, source: Source) -> Iterator[Item]:
    lines = lines_of(stream)
    first = next(lines, b"")
    if any(first.startswith(mark) for mark, encoding in MARKS if encoding != "utf-8"):
        data = first + stream.read(MAX_BYTES + 1)  # UTF-16 breaks lines elsewhere, so the file is read whole
        if len(data) > MAX_BYTES:
            yield Unread(source.place, "It is in UTF-16 and too large to be read whole. Save it as UTF-8.")
            return
        first, lines = b"", lines_of(io.BytesIO(decode(data)[0].encode()))
    empty = True
    for item in articles_from_lines(chain([first] if first else [], lines), place=source.place):
        empty = False
        yield item
    if empty and not (source.guard and source.guard.why):
        yield Unread(source.place, "There is no line in this file, or only blank ones.")


def _by_content(stream: BinaryIO, source: Source, *, or_text: bool) -> Iterator[Item]:
    """JSON lines if the first line is an object; else one JSON value, or text where that is allowed."""
    lines = lines_of(stream)
    ahead = []
    for line in lines:
        ahead.append(line)
        if not line.isspace():
            break
    if ahead and ahead[-1].lstrip(MARK + b" \t").startswith(b"{") and is_json(ahead[-1]):
        yield from articles_from_lines(chain(ahead, lines), place=source.place)
        return
    data = b"".join(ahead) + stream.read(MAX_BYTES + 1)
    if source.guard and source.guard.why == BOMB:
        return
    if len(data) <= MAX_BYTES and (not or_text or is_json(data)):
        yield from articles_from_json(data, place=source.place)
    else:
        yield _text(data, source)


def _ending(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()
