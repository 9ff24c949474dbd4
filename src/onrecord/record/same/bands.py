"""Keys for an index: two articles are compared only if they have one in common.

Of the hashes of all eight-word runs an article keeps the smallest ones: MinHash with one permutation and its
``k`` smallest values. If one article is a part of another one, then whichever of its runs are among the
smallest of the whole are among the smallest of the part, so that a copy cut anywhere and by much still shares
keys, where a signature of the whole document (one value from each of many permutations, in bands of several)
finds hardly more than half of the cuts to 40 %. The keys depend on nothing but the text: not on the other
articles, their order, or the version of a library, and may be kept for good.

Cohen, E. & Kaplan, H. (2007). Summarizing data using bottom-k sketches. Proc. PODC.
"""

from collections.abc import Sequence

from onrecord.article import Block
from onrecord.record.same.lexicon import count
from onrecord.record.same.shingles import Sketch, shingles

KEYS, APART = count("bands", "keys"), count("bands", "apart")


def bands(text: str, blocks: Sequence[Block]) -> tuple[int, ...]:
    """At most 36 keys below 2**63, in order; none for a text of fewer than eight words.

    Look articles up by these, those with most keys in common first: a copy shares a good part of them, and
    what shares one has perhaps a quotation in common.

    >>> cut = "Its minister for fisheries said in Oslo on Monday."
    >>> whole = f"Norway will cut its quota for cod by a fifth. {cut}"
    >>> set(bands(cut, ())) < set(bands(whole, ())), bands("Norway will cut its quota.", ())
    (True, ())
    """
    return _keys(shingles(text, blocks))


def keys(made: Sketch) -> tuple[int, ...]:
    """The same keys, of a sketch that is there already."""
    return _keys(made.shingles)


def _keys(found: Sequence[int]) -> tuple[int, ...]:
    # Without the lowest bit, which says whether it is quoted; shifted apart, so that words that repeat do not
    # cancel out.
    runs = {(first >> 1) ^ (second >> 2) for first, second in zip(found, found[APART:], strict=False)}
    return tuple(sorted(runs)[:KEYS])
