"""Words as the word lists know them: the words of a span, and the forms that an entry of a list stands for.

A list is data: ``verbs`` stand for all their forms, ``nouns`` for their plural too, ``words`` for themselves.
Of an entry of several words a verb inflects the first ("rule out"), a noun the last ("point of view").
"""

import re
from collections.abc import Iterable, Iterator
from typing import TypedDict

from onrecord.span import Span

Words = tuple[str, ...]

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|['’](?:d|s|m|ll|ve|re)\b")
LONG = 400


class Entries(TypedDict, total=False):
    """One group of a word list."""

    verbs: list[str]
    nouns: list[str]
    words: list[str]


class Inflection(TypedDict):
    """What the rules of spelling do not tell: verbs that double their last letter, and irregular pasts."""

    double: list[str]
    irregular: dict[str, list[str]]


def words(text: str, spans: Iterable[Span]) -> Words:
    """The words of ``spans`` in lower case with straight apostrophes; of a long span those it begins with.

    >>> words("She doesn’t know", [Span(4, 16)])
    ("doesn't", 'know')
    """
    return tuple(
        match[0].lower().replace("’", "'")
        for span in spans
        for match in WORD.finditer(text, span.start, min(span.end, span.start + LONG))
    )


def forms(entries: Entries, exceptions: Inflection) -> Iterator[Words]:
    """Every form of every entry, as a tuple of words."""
    for entry in entries.get("verbs", ()):
        first, *rest = entry.split()
        for form in sorted(inflected(first, exceptions)):
            yield (form, *rest)
    for entry in entries.get("nouns", ()):
        *before, last = entry.split()
        yield (*before, last)
        yield (*before, _with_s(last))
    for entry in entries.get("words", ()):
        yield tuple(entry.split())


def inflected(verb: str, exceptions: Inflection) -> set[str]:
    """The forms of an English verb.

    >>> sorted(inflected("deny", {"double": [], "irregular": {}}))
    ['denied', 'denies', 'deny', 'denying']
    """
    stem = verb + verb[-1] if verb in exceptions["double"] else verb
    past = _y_to_i(stem) + ("d" if stem.endswith("e") else "ed")
    progressive = (stem if stem.endswith("ee") else stem.removesuffix("e")) + "ing"
    return {verb, _with_s(verb), progressive, *exceptions["irregular"].get(verb, [past])}


def _with_s(word: str) -> str:
    """The plural of a noun, the third person of a verb."""
    stem = _y_to_i(word)
    return stem + ("es" if stem != word or re.search("(s|sh|ch|x|z|[^aeiou]o)$", word) else "s")


def _y_to_i(word: str) -> str:
    return re.sub("(?<=[^aeiou])y$", "i", word)
