"""The figures in a text, in digits or in words, and what they count: "1,200", "twelve hundred jobs"."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

SMALL = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split(),
        2,
    )
}
TENS = {
    word: number * 10
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
TIMES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
FIRST = frozenset({*SMALL, *TENS, "hundred"})  # with which figures in words begin
DIGIT = re.compile(r"\d")
WORD = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+", re.ASCII)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
DAYS = rf"{DAY}(?:\s?(?:and|or|to|-|–|,)\s?{DAY})*"
DATE = re.compile(rf"\b{DAYS}\s(?:of\s)?{MONTH}|\b{MONTH}\s{DAYS}")  # told as time, and no figure
MOST = 10**15  # what is more is no figure that two people give
LONGEST = 15  # digits of it


def counts(text: str) -> frozenset[tuple[str, str]]:
    """The figures in ``text``, written one way, each with the word that it stands before.

    The day of a month is none, nor is "one", which is an article.

    >>> sorted(counts("On 3 May, 1,200 jobs and 5 per cent, or 41 crowns a share"))
    [('1200', 'jobs'), ('41', 'crowns'), ('5', 'per')]
    """
    text = text.lower()
    digits = DIGIT.search(text)
    words = WORD.findall((DATE.sub(" ", text) if digits else text).replace("%", " per "))
    if not digits and FIRST.isdisjoint(words):
        return frozenset()
    return frozenset((str(number), word) for number, word in _figures(words) if 0 < number < MOST)


def _figures(words: Iterable[str]) -> Iterator[tuple[Fraction, str]]:
    """Each figure and the word after it."""
    number: Fraction = Fraction(0)
    last = ""
    for word in words:
        if word[0].isdigit():
            yield number, word
            digits = word.replace(",", "")
            number, last = (Fraction(digits), "digits") if len(digits) <= LONGEST else (Fraction(0), "")
        elif word in TIMES and (number or word == "hundred"):
            number, last = (number or Fraction(1)) * TIMES[word], "times"
        elif word in SMALL and last in {"tens", "times"} and SMALL[word] < (10 if last == "tens" else 20):
            number, last = number + SMALL[word], "small"
        elif word in TENS and last == "times":
            number, last = number + TENS[word], "tens"
        elif word in SMALL or word in TENS:
            yield number, word
            number, last = Fraction(SMALL.get(word) or TENS[word]), "small" if word in SMALL else "tens"
        elif word == "one" and last == "tens":
            number, last = number + 1, "small"
        elif word != "and" or last != "times":
            yield number, word
            number, last = Fraction(0), ""
    yield number, ""
