"""Where sentences end: at a full stop, question or exclamation mark, unless it ends an abbreviation."""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

from onrecord.span import Span

SPACED = re.compile("[\xa0\u2002\u2003\u2009\u202f\t]")
END = re.compile(r"[.!?…]+[\"”’»')\]]*[ \t]+(?=[\"“‘'«(\[]{0,3}[^\W_a-zß-ÿ])|\n+|\r")
SHORTENED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Prof|Rev|Hon|St|Jr|Sr|vs|No|Inc|Co|Corp|Ltd|"
    r"Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K|U\.N|a\.m|p\.m|[^\W\d_])\.$"
)


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[Span, ...]:
    """Every sentence with what follows up to the next one; together they are the whole text.

    >>> [text[s.start : s.end] for text in ["Mr. Aas left. “Why?” No word."] for s in sentences(text)]
    ['Mr. Aas left. ', '“Why?” ', 'No word.']
    """
    plain = SPACED.sub(" ", text)
    starts = [0]
    for found in END.finditer(plain):
        stop = found.start() + 1
        if not (plain[found.start()] == "." and SHORTENED.search(plain, max(0, stop - 8), stop)):
            starts.append(found.end())
    return tuple(Span(a, b) for a, b in pairwise([*starts, len(text)]) if a < b)


def sentence_at(every: tuple[Span, ...], at: int) -> Span:
    """The one of ``every`` sentence that a place lies in; the nearest where it lies in none."""
    last = bisect_right(every, at, key=lambda s: s.start) - 1
    return every[max(last, 0)] if every else Span(at, at)
