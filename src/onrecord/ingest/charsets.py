"""Bytes of a marked-up document -> its text, by what the document and its server say of its encoding."""

import codecs
import re

from onrecord.article import Flaw
from onrecord.ingest.decode import MARKS, UNDECODABLE, decode
from onrecord.ingest.oddities import REPLACEMENT, flaws_at

HEAD = 4096  # bytes in which a document names its encoding; the HTML standard asks for 1024
DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']"""
    rb"""|<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>")

# What a label means to browsers, where that differs (https://encoding.spec.whatwg.org/#names-and-labels).
MEANS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Only these: a codec such as "punycode" or "unicode_escape" is no encoding of pages, and takes its time.
TEXTS = re.compile(
    r"(?:iso8859-\d+|cp(?:125\d|866|874|932|949)|koi8-[rutk]|gb18030|hz|big5(?:hkscs)?|euc_jp|iso2022_jp"
    r"|mac-\w+|utf-8)$"
)
SEVEN_BITS = frozenset({"hz", "iso2022_jp"})  # these pass for ASCII, and so for UTF-8


def decode_markup(data: bytes, charset: str | None = None) -> tuple[str, tuple[Flaw, ...]]:
    """The text of a page or a feed, and what was odd about its bytes.

    In order: a byte order mark; UTF-8 where all bytes are that, since no other text looks so by chance and
    many pages say otherwise of themselves; ``charset``, which the server sent; what the document declares;
    and then as `decode` reads any file.

    >>> decode_markup(b'<meta charset="windows-1251"><p>\\xc4\\xe0')[0]
    '<meta charset="windows-1251"><p>Да'
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _as(encoding, data[len(mark) :])
    named = _codec(charset) or _codec(_declared(data))
    if named and named != "utf-8" and (named in SEVEN_BITS or not _is_utf8(data)):
        return _as(named, data)
    return decode(data)


def without_declaration(text: str) -> str:
    """``text`` without the ``<?xml ... ?>`` at its head, which speaks of bytes that it no longer is."""
    found = XML_DECLARATION.match(text)
    return text[found.end() :] if found else text


def _declared(data: bytes) -> str | None:
    found = DECLARED.search(data[:HEAD])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else None


def _codec(label: str | None) -> str | None:
    """The codec that a label means, or None where there is none for text."""
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name if label else ""
    except (LookupError, ValueError):
        return None
    name = MEANS.get(name, name)
    return name if TEXTS.match(name) else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _as(encoding: str, data: bytes) -> tuple[str, tuple[Flaw, ...]]:
    text = data.decode(encoding, "replace")
    damaged = [place.start() for place in re.finditer(REPLACEMENT, text)]
    return text, flaws_at("undecodable", damaged, f"{UNDECODABLE}, of {encoding}")
