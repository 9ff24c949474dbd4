"""What a file is, by its first bytes; its ending only says what they leave open."""

import re
from typing import Literal, TypeAlias

from onrecord.ingest.charsets import decode_markup
from onrecord.ingest.decode import SIGNATURES

Kind: TypeAlias = Literal[
    "gzip", "zip", "warc", "tar", "binary", "html", "feed", "newsml", "nitf", "xml", "json", "lines", "text"
]

HEAD = 16 * 1024  # bytes that are looked at

TEXT = frozenset({".txt", ".text", ".md"})
JSON_LINES = frozenset({".jsonl", ".ndjson"})
JSON = frozenset({".json"})
HTML = frozenset({".html", ".htm", ".xhtml", ".shtml"})
XML = frozenset({".xml", ".rss", ".atom", ".rdf", ".nitf", ".newsml"})
PACKED = frozenset({".gz", ".zip", ".warc"})
ENDINGS = TEXT | JSON_LINES | JSON | HTML | XML | PACKED

TYPES = {  # what a server says, as the ending that a file of it would have
    "html": ".html",
    "xml": ".xml",
    "json": ".json",
    "plain": ".txt",
    "jsonl": ".jsonl",
    "ndjson": ".jsonl",
    "x-ndjson": ".jsonl",
}

PROLOG = re.compile(  # what may stand before the first element
    r"(?:[\s\ufeff]+|<\?[^>]{0,2000}\?>|<!--(?:(?!-->).){0,8000}-->"
    r"|<!(?!--)(?:[^>\[\]]{0,2000})(?:\[[^\]]{0,8000}\]\s*)?>)*",
    re.DOTALL,
)
ELEMENT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)(?=[\s/>])")
ROOTS: dict[str, Kind] = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "channel": "feed",
    "newsitem": "newsml",
    "newsmessage": "newsml",
    "packageitem": "newsml",
    "conceptitem": "newsml",
    "knowledgeitem": "newsml",
    "planningitem": "newsml",
    "newsml": "newsml",
    "nitf": "nitf",
    "html": "html",
}
# Elements that a page may begin with where it has no <html>; one of these at the head is no prose.
PAGES = frozenset("head body title meta link script style main article header section div p h1 table".split())


def kind_of(head: bytes, ending: str = "") -> Kind:
    """What begins with ``head``: the bytes decide, and ``ending`` only between texts.

    >>> kind_of(b"<?xml version='1.0'?><rss version='2.0'>", ".html")
    'feed'
    >>> kind_of(b"{}", ".txt"), kind_of(b"{}", ".jsonl")
    ('text', 'lines')
    """
    head = head[:HEAD]
    if packed := _packed(head):
        return packed
    if any(head.startswith(signature) for signature, _ in SIGNATURES):
        return "binary"
    markup = _markup(head, ending)
    return markup or _by_ending(ending)


def ending_of(media_type: str | None) -> str:
    """The ending that a file of a media type has, for `kind_of`; "" where it has none that matters.

    >>> ending_of("application/rss+xml; charset=utf-8"), ending_of("image/png")
    ('.xml', '')
    """
    kind = (media_type or "").partition(";")[0].strip().lower().rpartition("/")[2]
    return TYPES.get(kind) or TYPES.get(kind.rpartition("+")[2], "")


def form_of(head: bytes) -> str:
    """What a file that is no text is, in words: "a PDF"."""
    return next((form for signature, form in SIGNATURES if head.startswith(signature)), "data, not text")


def _packed(head: bytes) -> Kind | None:
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"WARC/"):
        return "warc"
    return "tar" if head[257:262] == b"ustar" else None


def _markup(head: bytes, ending: str) -> Kind | None:
    """The format that the first element names, if there is one; what a text file quotes is none."""
    text = decode_markup(head)[0]
    prolog = PROLOG.match(text)
    start = prolog.end() if prolog else 0
    root = ELEMENT.match(text, start)
    declared = text[:start].lower()
    if not root:
        return "html" if "<!doctype html" in declared else "xml" if "<?xml" in declared else None
    name = root[1].lower()
    if name in ROOTS:
        return ROOTS[name]
    if "<!doctype html" in declared:
        return "html"
    if "<?xml" in declared or (ending in XML and ending != ".txt"):
        return "xml"
    return "html" if name in PAGES and ending not in TEXT | JSON | JSON_LINES else None


def _by_ending(ending: str) -> Kind:
    if ending in JSON_LINES:
        return "lines"
    if ending in JSON:
        return "json"
    if ending in HTML:
        return "html"
    if ending in XML:
        return "xml"
    return "text"
