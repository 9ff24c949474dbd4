"""What was at a URL: the page that an answer makes, or why it makes none."""

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from onrecord.ingest.urls import NoPageError

if TYPE_CHECKING:
    from onrecord.ingest.exchange import Answer

REASONS = {
    304: "The server answered that nothing has changed, and it was not asked. Try again later.",
    401: "A login is needed. Save the page with a browser and give the file.",
    402: "The page has to be paid for. Save it with a browser and give the file.",
    403: "The server does not let robots have this page. Save it with a browser and give the file.",
    404: "There is no such page. Check the URL.",
    410: "This page was taken down for good.",
    451: "This page may not be shown for legal reasons.",
}
MEDIA_TYPE = re.compile(r"\s*([a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100})", re.IGNORECASE)
CHARSET = re.compile(r";\s*charset\s*=\s*\"?([a-z0-9][a-z0-9_.:+-]{0,39})", re.IGNORECASE)
IN_A_HEADER = re.compile(r"[\x20-\x7e]{1,1000}")


class Page(Struct, frozen=True):
    """What was at a URL: ``content`` as it was sent, inflated, and what the server says it is.

    ``final_url`` is where the redirects ended. ``type`` is the media type ("text/html"), ``charset`` the
    encoding as declared, neither of them to be believed. ``etag`` and ``modified`` are to be given to the
    next `Fetch.get` of the same URL; the page is then ``unchanged`` and without content if it still is
    the same.
    """

    url: str
    final_url: str
    status: int
    content: bytes = b""
    type: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


def page_from(answer: "Answer", url: str, final_url: str, asked: dict[str, str]) -> Page:
    """The page that ``answer`` to a request with the conditions ``asked`` makes; raises where it is none."""
    headers = answer.headers
    if answer.status == 304 and asked:
        etag = _sendable(headers.get("etag")) or asked.get("If-None-Match")
        modified = _sendable(headers.get("last-modified")) or asked.get("If-Modified-Since")
        return Page(url, final_url, 304, etag=etag, modified=modified, unchanged=True)
    if answer.status not in {200, 203}:
        trouble = "is in trouble" if answer.status >= 500 else "gives no page"
        general = f"The server {trouble} and answered {answer.status}. Try again later."
        raise NoPageError(REASONS.get(answer.status, general))
    declared = headers.get("content-type", "")
    media_type, charset = MEDIA_TYPE.match(declared), CHARSET.search(declared)
    return Page(
        url,
        final_url,
        answer.status,
        answer.content,
        media_type[1].lower() if media_type else None,
        charset[1].lower() if charset else None,
        _sendable(headers.get("etag")),
        _sendable(headers.get("last-modified")),
    )


def conditions(etag: str | None, modified: str | None) -> dict[str, str]:
    """The header fields of a conditional request. What cannot stand in one is left out."""
    asked = {"If-None-Match": _sendable(etag), "If-Modified-Since": _sendable(modified)}
    return {name: value for name, value in asked.items() if value}


def _sendable(value: str | None) -> str | None:
    """``value`` if it can stand in a header field: one line of ASCII, not too long."""
    value = (value or "").strip()
    return value if IN_A_HEADER.fullmatch(value) else None
