"""Bytes -> text, in one fixed order, and what was odd about them.

The order: a byte order mark is believed; a picture or an archive is refused; UTF-16 without a mark shows
in its zero bytes; then UTF-8; and each byte that UTF-8 has no meaning for is read as Windows-1252, which is
what the odd byte of a Western newsroom nearly always is (a lone E9 for "é", 93 and 94 around a quotation).
UTF-8 is so hard to meet by chance that no statistics are needed, and unlike a detector that weighs code
pages against each other this gives the same text whatever else the file holds, and can say in a sentence
what it did.

No character is repaired: a text that was spoiled before it came ("â€œ" for "“") stays as it is.
"""

import codecs
import re

from onrecord.article import Flaw
from onrecord.errors import InputError
from onrecord.ingest.oddities import REPLACEMENT, flaws_at

MAX_BYTES = 64 * 2**20
"""The largest file, line or request that is read in one piece: some ten million words."""

MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh9", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)

CONTROLS = bytes({*range(32), 127} - {*b"\t\n\r\f\x1b"})  # ESC stands in old agency feeds

# Bytes that are not UTF-8, as Python's "surrogateescape" leaves them: byte E9 as U+DCE9.
HALF_A_PAIR = "\udced[\udca0-\udcbf][\udc80-\udcbf]"
UNFINISHED = "[\udce0-\udcef][\udc80-\udcbf]|[\udcf0-\udcf4][\udc80-\udcbf]{1,2}"
DAMAGE_IN_UTF8 = re.compile(f"(?P<damage>{HALF_A_PAIR}|{UNFINISHED}|[\udcc2-\udcf4]\\Z)|[\udc80-\udcff]")
DAMAGE_IN_WINDOWS = re.compile(f"(?P<damage>{HALF_A_PAIR}|(?:{UNFINISHED})\\Z)|[\udc80-\udcff]")
WINDOWS = bytes(range(0x80, 0x100)).decode("cp1252", "replace")
UNDECODABLE = "Bytes that do not decode and became U+FFFD"
WIDE = re.compile("[^\\x00-\\x7f\udc80-\udcff]")


def decode(data: bytes) -> tuple[str, tuple[Flaw, ...]]:
    """The text of ``data``, without its byte order mark, and what was odd about the bytes.

    Any bytes give a text, if need be an empty one with a flaw. What is odd about characters (zeros, spoiled
    quotation marks) is for `odd_characters`, since text that came as ``str`` has that too.

    >>> text, flaws = decode(b"The caf\\xe9 owners")
    >>> text, flaws[0].detail
    ('The café owners', 'Bytes that are not UTF-8, read as Windows-1252: 1, at 7.')

    Raises `InputError` only for more than `MAX_BYTES`.
    """
    if len(data) > MAX_BYTES:
        raise InputError(too_large("The input"))
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode_as(encoding, data[len(mark) :])
    for signature, form in SIGNATURES:
        if data.startswith(signature):
            return "", (Flaw("binary", 0, 0, f"This is {form}: nothing was read. Save it as plain text."),)
    if encoding := _unmarked_utf16(data):
        text, flaws = _decode_as(encoding, data)
        return text, (Flaw("encoding", 0, 0, "No byte order mark; the zero bytes say UTF-16."), *flaws)
    return _decode_as("utf-8", data)


def too_large(what: str) -> str:
    """The sentence that says what to do with an input over the limit."""
    return f"{what} is larger than {MAX_BYTES // 2**20} MB. Split it, or give JSON lines, an article a line."


def _unmarked_utf16(data: bytes) -> str:
    """The byte order of UTF-16 without a mark where it is obvious, else "".

    English in UTF-16 has a zero for every second byte, and next to none between them.
    """
    even, odd = data[0:65536:2], data[1:65536:2]
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(high) > 1 and high.count(0) > 0.7 * len(high) and low.count(0) < 0.05 * len(low):
            return encoding
    return ""


def _decode_as(encoding: str, data: bytes) -> tuple[str, tuple[Flaw, ...]]:
    binary = Flaw("binary", 0, 0, "This looks like a program or data, not text: nothing was read.")
    controls = len(data) - len(data.translate(None, CONTROLS))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8":
            return _replace(encoding, data)
        return ("", (binary,)) if controls > 0.05 * len(data) else _mostly_utf8(data)
    return ("", (binary,)) if encoding == "utf-8" and controls > 0.3 * len(data) else (text, ())


def _replace(encoding: str, data: bytes) -> tuple[str, tuple[Flaw, ...]]:
    text = data.decode(encoding, "replace")
    damaged = [place.start() for place in re.finditer(REPLACEMENT, text)]
    return text, flaws_at("undecodable", damaged, UNDECODABLE)


def _mostly_utf8(data: bytes) -> tuple[str, tuple[Flaw, ...]]:
    """Text that is not all UTF-8: Windows-1252, or UTF-8 with something else pasted into it or cut off.

    A lone byte is a Windows-1252 character. Bytes that begin a longer UTF-8 character and do not finish it,
    and UTF-8 for half a surrogate pair, are damage and become one U+FFFD; in a file without any longer UTF-8
    character the first are Windows-1252 too ("café”"), unless the file ends there.
    """
    escaped = data.decode("utf-8", "surrogateescape")
    pattern = DAMAGE_IN_UTF8 if WIDE.search(escaped) else DAMAGE_IN_WINDOWS
    foreign: list[int] = []
    damaged: list[int] = []
    lost = 0  # code points by which the text is shorter than `escaped` so far

    def character(match: re.Match[str]) -> str:
        nonlocal lost
        at = match.start() - lost
        lost += len(match[0]) - 1
        read = REPLACEMENT if match["damage"] else WINDOWS[ord(match[0]) - 0xDC80]
        (damaged if read == REPLACEMENT else foreign).append(at)
        return read

    text = pattern.sub(character, escaped)
    return text, (
        *flaws_at("encoding", foreign, "Bytes that are not UTF-8, read as Windows-1252"),
        *flaws_at("undecodable", damaged, UNDECODABLE),
    )
