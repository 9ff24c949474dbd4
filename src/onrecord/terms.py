"""Words as an index knows them: one spelling for what is kept and for what is asked."""

import re
import unicodedata
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path

LONGEST = 64  # characters of a term: no word is longer, and a row of base64 or a hostile text may be
KEPT = 40  # of a longer one, before its hash
FEW = 16  # characters beside ASCII that are folded one after the other
REMEMBERED = 400  # characters of a text whose terms are remembered: names and statements are looked at again

# What a letter with a stroke or a ligature is without it; marks on letters go by themselves.
_PLAIN = {
    "ø": "o",
    "đ": "d",
    "ł": "l",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ŧ": "t",
}
_APOSTROPHES = frozenset("'’‘ʼʻ`")
# Han and kana are written without spaces: a sign is a term, and a word of several signs is a phrase of them.
_SIGN = re.compile("[\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_INITIALS = re.compile(r"(?<![^ ,.'])[a-z](?:\.[a-z](?![^ ,.']))+(?:\.(?=[' ,]|$))?")
# What a parser of numbers would take apart, as PostgreSQL's does: "7e03" and "b".
_FLOAT = re.compile(r"[0-9]+e[0-9]+[a-z]")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


def terms(text: str) -> tuple[str, ...]:
    """The index terms of ``text``, in order: the same words however they are written or inflected.

    Compatibility forms, case and diacritics are folded (NFKC, casefold; UAX #15), words end at whatever is no
    letter or digit, possessives go, initials are joined, and a word of a-z is cut to its stem (Porter2:
    Porter, "Snowball", 2001). A term consists of a-z and 0-9 alone, so that no full-text engine splits or
    folds it in a way of its own: other scripts become ``u`` and the hexadecimal digits of their UTF-8.

    >>> terms("The Élysée’s well-known ministers hadn’t met in the U.S.")
    ('the', 'elyse', 'well', 'known', 'minist', 'hadnt', 'met', 'in', 'the', 'us')
    >>> terms("1,000 ferries"), terms("Киев"), terms("?!")
    (('1000', 'ferri'), ('ud0bad0b8d0b5d0b2',), ())
    """
    return _found(text) if len(text) <= REMEMBERED else _found.__wrapped__(text)


@lru_cache(maxsize=1 << 14)
def _found(text: str) -> tuple[str, ...]:
    folded = _folded(text)
    if "." in folded:
        folded = _INITIALS.sub(_joined, folded).replace(".", " ")
    if "," in folded:
        folded = _THOUSANDS.sub("", folded).replace(",", " ")
    found = [_term(word) if len(word) <= LONGEST else _spelled(word) for word in folded.split()]
    return tuple(filter(None, found))


def _folded(text: str) -> str:
    """A text with each character folded: in ASCII at once, so that the few others of most texts go first."""
    if not text.isascii():
        others = set(text).difference(_ASCII)
        if len(others) > FEW or not all(_FOLDING[ord(other)].isascii() for other in others):
            return text.translate(_FOLDING)
        for other in others:
            text = text.replace(other, _FOLDING[ord(other)])
    return text.translate(_FOLDING)


class _Folding(dict[int, str]):
    """What each character is folded to, found when it is first met.

    One character at a time, so that a text of nothing but combining marks takes no longer than any other
    (putting such a run in canonical order is quadratic), and that NFC and NFD of a text are the same.
    """

    def __missing__(self, code: int) -> str:
        folded = _letter(chr(code))
        if len(self) < 1 << 16:  # a text of every character there is shall not stay in memory
            self[code] = folded
        return folded


def _letter(letter: str) -> str:
    """Letters and digits folded; apostrophes, full stops and commas, which may join; or a space."""
    if letter in _APOSTROPHES:
        return "'"
    if letter in ".,":
        return letter
    flat = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    return "".join(_part(part) for part in flat)


def _part(part: str) -> str:
    category = unicodedata.category(part)
    if unicodedata.combining(part) or (category == "Cf" and part != "\u200b"):
        return ""  # a diacritic; a soft hyphen or a joiner, which parts no word (a zero-width space does)
    if part in _APOSTROPHES:
        return "'"
    if category == "Nd":
        return str(unicodedata.decimal(part))
    if _SIGN.match(part):
        return f" {part} "
    if part.isalnum() or category in {"Mn", "Mc"}:  # vowel signs belong to the word
        return _PLAIN.get(part, part)
    return part if part in ".," else " "


_FOLDING = _Folding()
_ASCII = frozenset(map(chr, range(128)))


def _joined(initials: re.Match[str]) -> str:
    return initials[0].replace(".", "")


@lru_cache(maxsize=100_000)
def _term(word: str) -> str:
    return _spelled(word)


def _spelled(word: str) -> str:
    plain = word.strip("'").removesuffix("'s").replace("'", "")
    if not plain.isascii():
        plain = f"u{plain.encode().hex()}"
    elif plain.isalpha() and len(plain) <= LONGEST:
        plain = _stem(plain)
    if len(plain) >= LONGEST:  # a sign may come before it
        plain = plain[:KEPT] + blake2b(plain.encode(), digest_size=8).hexdigest()
    return f"n{plain}" if _FLOAT.match(plain) else plain


def _stem(word: str) -> str:
    return _stems().get(word) or stemmed(word)


@cache
def _stems() -> dict[str, str]:
    """The stems of common words, from stems.tsv, which saves working them out in every process."""
    told = Path(__file__).with_name("stems.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in told)
    return {word: stem for stem, words in rows for word in words.split(" ")}


def stemmed(word: str) -> str:
    """The stem of a word of a-z.

    >>> stemmed("ministers")
    'minist'
    """
    # The class itself: `snowballstemmer.stemmer` hands out another implementation if PyStemmer is installed.
    # A stemmer keeps the word it works on, so that threads cannot share one; making one costs nothing.
    from snowballstemmer.english_stemmer import EnglishStemmer

    return str(EnglishStemmer().stemWord(word)) or word
