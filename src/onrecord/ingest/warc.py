"""WARC -> the pages in it, one at a time, however large the archive is.

https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/. Only what was sent back and
is text is read: responses with the status 200 and resources, of HTML, XML, JSON or plain text. When a page
was crawled (WARC-Date) says nothing of when its article was published.
"""

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from msgspec import Struct

from onrecord.ingest.decode import MAX_BYTES
from onrecord.ingest.packed import BOMB, CUT_OFF, DAMAGED, Guarded, Inflated, shown
from onrecord.ingest.unread import Unread

READABLE = re.compile(
    r"(?:text/(?:html|plain|xml|json)|application/(?:json|xml|xhtml\+xml|[\w.-]{1,60}\+(?:xml|json)))\b",
    re.IGNORECASE,
)
CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]{1,40})", re.IGNORECASE)
CHUNK_SIZE = re.compile(rb"\s*([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")


class Record(Struct, frozen=True):
    """A page as it was sent, and what was said of it."""

    place: str
    url: str | None
    type: str
    charset: str | None
    content: bytes
    whole: bool


class Plain(Guarded):
    """A file as a stream that never raises."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream

    def _next(self) -> bytes:
        try:
            return self._stream.read(2**16)
        except OSError as error:
            self.why = f"It could not be read to its end: {error.strerror or error}."
            return b""


def records(stream: BinaryIO, place: str, *, guard: Guarded | None = None) -> Iterator[Record | Unread]:
    """The readable pages of an archive, whose packing is undone already: by ``guard``, if it was packed."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    source = Plain(stream)
    number, cut = 0, False
    kinds = WarcRecordType.response | WarcRecordType.resource
    try:
        for record in ArchiveIterator(source, record_types=kinds, parse_http=False, strict_mode=False):
            number += 1
            for page in _page(record, f"{place}, record {number}"):
                cut = cut or (isinstance(page, Record) and not page.whole)
                yield page
    except (OSError, ValueError, RuntimeError):
        if not source.why and not (guard and guard.why):
            yield Unread(place, f"After {number} records this is no WARC file. {DAMAGED}")
    if source.why or (cut and not (guard and guard.why)):
        yield Unread(place, source.why or CUT_OFF)
    elif not number and not (guard and guard.why):
        yield Unread(place, "There is no response and no resource in this WARC file.")


def _page(record: Any, place: str) -> Iterator[Record | Unread]:
    """The page of a record; none for what is no text, such as a picture, or no page, such as a 404."""
    url = record.headers.get("WARC-Target-URI")
    url = url.strip().strip("<>") if url else None
    place = f"{place}, {shown(url)}" if url else place
    kind, coding, chunked = record.headers.get("Content-Type") or "", "", False
    response = kind.lower().startswith("application/http")
    if response:
        record.parse_http(auto_decode="none", strict_mode=False)
        headers = record.http_headers
        if headers is None or headers.status_code != 200:
            return
        kind, coding = headers.get("Content-Type") or "", headers.get("Content-Encoding") or ""
        chunked = "chunked" in (headers.get("Transfer-Encoding") or "").lower()
    if not READABLE.match(kind.strip()) or (url or "").endswith("/robots.txt"):
        return
    length = record.content_length
    content = _read(record.reader)
    if len(content) > MAX_BYTES:
        yield Unread(place, f"This page is larger than {MAX_BYTES // 2**20} MB.")
        return
    decoded = _decoded(content, coding.strip().lower(), chunked=chunked)
    charset = CHARSET.search(kind)
    if isinstance(decoded, str):
        yield Unread(place, decoded)
    else:
        yield Record(place, url, kind, charset[1] if charset else None, decoded, len(content) >= length)


def _read(reader: Any) -> bytes:
    """What a record holds, and no more than shows that it is too large."""
    parts, size = [], 0
    while size <= MAX_BYTES and (part := reader.read(2**20)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _decoded(content: bytes, coding: str, *, chunked: bool) -> bytes | str:
    """The content as the page was before it was sent, or why it cannot be had.

    Many archives keep the headers and have undone the encoding, so the bytes go before what is said of them.
    """
    if chunked:
        content = _joined(content)
    if content.startswith(b"\x1f\x8b"):
        stream = Inflated(io.BytesIO(content))
        page = io.BufferedReader(stream).read(MAX_BYTES + 1)
        if len(page) > MAX_BYTES or stream.why == BOMB:
            return f"This page unpacks to more than {MAX_BYTES // 2**20} MB, or is made to."
        return page if page or not stream.why else stream.why
    if coding in {"br", "zstd"} and content.lstrip()[:1] not in {b"<", b"{", b"["}:
        return f"This page is packed with {coding}, which is not read. Keep pages unpacked or in gzip."
    if coding == "deflate":
        return _deflated(content)
    return content


def _deflated(content: bytes) -> bytes | str:
    """Deflate is sent with and without the header of zlib; and, in an archive, often not at all."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflate = zlib.decompressobj(bits)
        try:
            page = inflate.decompress(content, MAX_BYTES + 1)
        except zlib.error:
            continue
        if len(page) > MAX_BYTES:
            return f"This page unpacks to more than {MAX_BYTES // 2**20} MB."
        return page if inflate.eof or page else CUT_OFF
    return content


def _joined(content: bytes) -> bytes:
    """The chunks of a chunked body, one after another; a body that is not in chunks stays as it is."""
    parts: list[bytes] = []
    place = 0
    while size := CHUNK_SIZE.match(content, place):
        length = int(size[1], 16)
        if not length:
            return b"".join(parts)
        parts.append(content[size.end() : size.end() + length])
        place = size.end() + length
        place += len(content[place : place + 2]) - len(content[place : place + 2].lstrip(b"\r\n"))
    return b"".join(parts) if parts else content
