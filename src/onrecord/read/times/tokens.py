"""The words of a text in small letters with their places, found once for all that looks at them."""

import re
from functools import lru_cache

WORD = re.compile(r"\b[QqHh][1-4]\b|[^\W\d_]+|\d+")


Token = tuple[int, int, str]  # start, end, and the letters in lower case


@lru_cache(maxsize=2)
def tokens(text: str) -> tuple[Token, ...]:
    """Every run of letters and of digits.

    >>> [word for _, _, word in tokens("In Q3 2018, run-offs")]
    ['in', 'q3', '2018', 'run', 'offs']
    """
    small = text.lower()
    if len(small) != len(text):  # a letter that has no small form of one code point
        return tuple((found.start(), found.end(), found[0].lower()) for found in WORD.finditer(text))
    return tuple((found.start(), found.end(), found[0]) for found in WORD.finditer(small))
