"""A sketch: what is compared of an article, made once and small enough to keep.

Words in a row ("shingles") tell a copy from another report on the same matter, since two writers use the same
words but hardly ever five of them in the same order. The sets are exact; only where articles are looked for
that could be copies at all (`bands`) is anything estimated.

Broder, A. (1997). On the resemblance and containment of documents. Proc. Compression and Complexity of
Sequences.
"""

from array import array
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from sys import byteorder

from msgspec import Struct

from onrecord.article import Article, Block
from onrecord.knowledge import Knowledge
from onrecord.record.same.imprint import Imprint, imprint
from onrecord.record.same.lexicon import count, words
from onrecord.record.same.prose import prose
from onrecord.record.unlocked import cached_property

SHINGLE = count("sketch", "shingle")
SLOTS = words("slots")
_BYTES = 8
_QUOTED = 1  # the lowest bit of a shingle's hash says whether it is quoted
_DIGITS = frozenset("0123456789")
_LONGEST = 100  # code points: no word is longer, and one that a hostile text made so is not remembered whole


class Slot(Struct, frozen=True):
    """A figure, a weekday or a word for up or down, and the words around it, both as hashes."""

    around: int
    filler: int


class Sketch(Struct, frozen=True, dict=True):
    """What is compared of one article.

    ``shingles`` are 64-bit hashes of each five words in a row, in reading order, repeats included, so that
    runs of shared words can be seen. The lowest bit is 1 for a shingle inside quotation marks and is left
    out of comparisons. The hash is BLAKE2b of the words, the same on every machine and in every Python.
    """

    imprint: Imprint
    shingles: tuple[int, ...]
    slots: tuple[Slot, ...] = ()

    @cached_property
    def different(self) -> frozenset[int]:
        """The shingles, each once, whether quoted or not: what is compared."""
        return frozenset([shingle >> 1 for shingle in self.shingles])


def sketch(article: Article, known: Knowledge | None = None) -> Sketch:
    """The sketch of an article.

    >>> made = sketch(Article("a", "Norway will cut its quota for cod."))
    >>> len(made.shingles), made == sketch(Article("a", "NORWAY will cut its quota, for cod"))
    (3, True)
    """
    found, quoted = prose(article.text, article.blocks)
    return Sketch(imprint(article, known), _shingles(found, quoted), _slots(found))


def shingles(text: str, blocks: Sequence[Block]) -> tuple[int, ...]:
    """The shingles of a text, as in its sketch."""
    return _shingles(*prose(text, blocks))


def packed(made: Sketch) -> bytes:
    """The shingles and slots of a sketch in 8 bytes a number, for a column of a table.

    A sketch can as well be made again from the article, in one to two milliseconds.
    """
    slots = [number for slot in made.slots for number in (slot.around, slot.filler)]
    return _swapped(array("Q", [len(made.shingles), *made.shingles, *slots])).tobytes()


def unpacked(kept: bytes, imprint: Imprint) -> Sketch:
    """The sketch that `packed` made ``kept`` of.

    >>> made = sketch(Article("a", "Norway will cut its quota for cod by 7 percent."))
    >>> unpacked(packed(made), made.imprint) == made
    True
    """
    numbers = _swapped(array("Q", kept))
    stop = numbers[0] + 1
    slots = zip(numbers[stop::2], numbers[stop + 1 :: 2], strict=True)
    return Sketch(imprint, tuple(numbers[1:stop]), tuple(Slot(*slot) for slot in slots))


def _shingles(found: Sequence[str], quoted: Sequence[bool]) -> tuple[int, ...]:
    """The hash of each five words is that of their own hashes side by side, which are remembered."""
    words = b"".join(map(_hashed, found))
    size, last = SHINGLE * _BYTES, SHINGLE - 1
    starts = range(0, len(words) - last * _BYTES, _BYTES)
    hashes = b"".join([blake2b(words[i : i + size], digest_size=_BYTES).digest() for i in starts])
    marked = zip(_swapped(array("Q", hashes)), quoted, quoted[last:], strict=False)
    return tuple([n | _QUOTED if first and behind else n & ~_QUOTED for n, first, behind in marked])


def _slots(found: Sequence[str]) -> tuple[Slot, ...]:
    """What could be filled in again, between the two words before and the two behind it.

    Figures among these are left open too ("rose 3 to 19" has one form, whatever the figures).
    """
    places = [i for i, word in enumerate(found) if word in SLOTS or word[0] in _DIGITS or word[-1] in _DIGITS]
    masked = dict.fromkeys(places, _hashed("#"))
    slots = []
    for place in places:
        around = range(max(place - 2, 0), min(place + 3, len(found)))
        form = b"".join([masked.get(i) or _hashed(found[i]) for i in around])
        filler = _hashed(found[place])
        slots.append((int.from_bytes(_digest(form), "little"), int.from_bytes(filler, "little")))
    return tuple(Slot(*slot) for slot in dict.fromkeys(slots))


@lru_cache(maxsize=1 << 14)
def _hashed(word: str) -> bytes:
    return _digest(word[:_LONGEST].encode("utf-8", "surrogatepass"))


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_BYTES).digest()


def _swapped(numbers: "array[int]") -> "array[int]":
    """Numbers as they are kept, the lowest byte first, on any machine."""
    if byteorder == "big":
        numbers.byteswap()
    return numbers
