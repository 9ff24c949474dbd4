"""The words of ``headline.toml``, inflected, and where they stand among the words of a text."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any, NamedTuple

from onrecord.read.acts.words import Entries, Inflection, Words, forms
from onrecord.read.clauses import Word
from onrecord.span import Span

LISTS = (
    "possible",
    "probable",
    "firm",
    "condition",
    "even",
    "time",
    "subject",
    "ignorance",
    "denial",
    "undecided",
    "alleging",
    "telling",
    "doing",
    "done",
    "part",
    "limit",
    "attitude",
    "counted",
    "citing",
    "anaphora",
)


class Pair(NamedTuple):
    """Words for a wider or lesser event, and for those that are a kind of it, or go beyond it."""

    body: frozenset[str]
    headline: frozenset[str]


class Lexicon(NamedTuple):
    """Each list's phrases by their first word, the longest first, and the two tables of pairs.

    ``bases`` are the verbs of forms that spelling does not lead to, ``empty`` the words that name no event.
    """

    lists: dict[str, dict[str, tuple[Words, ...]]]
    narrower: tuple[Pair, ...]
    wider: tuple[Pair, ...]
    bases: dict[str, str]
    empty: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lists as they are edited in ``headline.toml``."""
    data = loads(Path(__file__).with_name("headline.toml").read_text(encoding="utf-8"))
    exceptions: Inflection = data["inflection"]
    return Lexicon(
        {name: _by_first(data[name], exceptions) for name in LISTS},
        tuple(_pair(p["wide"], p["kinds"], exceptions) for p in data["narrower"]),
        tuple(_pair(p["lesser"], p["greater"], exceptions) for p in data["wider"]),
        {
            form: verb
            for table in (exceptions["irregular"], data["nominal"])
            for verb, forms_of in table.items()
            for form in forms_of
        },
        frozenset(data["empty"]["words"]),
    )


def found(name: str, words: Sequence[Word]) -> list[Span]:
    """Where phrases of a list stand among ``words``, first to last, none inside another.

    >>> from onrecord.read.clauses import words
    >>> text = "They have not ruled out a visit if asked."
    >>> [span.of(text) for span in found("possible", words(text, Span(0, len(text))))]
    ['not ruled out']
    """
    out, at = [], 0
    while at < len(words):
        length = next(_lengths(name, words, at), 0)
        if length:
            out.append(Span(words[at].start, words[at + length - 1].end))
        at += max(length, 1)
    return out


def _lengths(name: str, words: Sequence[Word], at: int) -> Iterator[int]:
    for phrase in lexicon().lists[name].get(words[at].lower, ()):
        if all(at + i < len(words) and words[at + i].lower == w for i, w in enumerate(phrase)):
            yield len(phrase)


def _by_first(entries: Entries, exceptions: Inflection) -> dict[str, tuple[Words, ...]]:
    out: dict[str, list[Words]] = {}
    for phrase in forms(entries, exceptions):
        out.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(set(same), key=lambda p: (-len(p), p))) for first, same in out.items()}


def _pair(body: list[Any], headline: list[Any], exceptions: Inflection) -> Pair:
    """Words of either kind may be verbs or nouns; both sorts of ending are allowed."""
    sides = (
        frozenset(" ".join(form) for form in forms({"verbs": side, "nouns": side}, exceptions))
        for side in (body, headline)
    )
    return Pair(*sides)
