"""The names of an article put right: trimmed, joined where they were cut, and of one kind throughout."""

import re
from collections import Counter
from collections.abc import Iterable

from onrecord.knowledge import Knowledge
from onrecord.knowledge.spelling import fold
from onrecord.read.cast.kinds import kinds_of
from onrecord.read.cast.pieces import whole
from onrecord.read.network.mentions import Name
from onrecord.read.phrases.named import untitled
from onrecord.read.phrases.nouns import lexicon, noun_kind
from onrecord.read.phrases.wording import wording
from onrecord.span import Span

LEAD = re.compile(r"(?:(?:[Tt]he|THE|[Aa]n?)\s+|[^\w\s]|\s|_)+")
TRAIL = re.compile(r"(?:['’][sS]|['’]|[^\w.!)]|_)$")
CALLED = re.compile(r" ([a-z-]+)$")
LONGEST = 120  # code points: what is longer is no name
LONGEST_LINE = 200
FEWEST = 4  # long words that make a headline
SENTENCE = re.compile(r"[a-z]{3}[.!?] ")


def proper(text: str, names: Iterable[Name], known: Knowledge) -> list[Name]:
    """The names in order, without articles, titles and possessives; the same words are of the same kind.

    >>> text = "The World Harbour Union's Dr. Ada Obi"
    >>> names = [Name(0, 25, "organization"), Name(26, 37, "person")]
    >>> [text[name.start : name.end] for name in proper(text, names, Knowledge())]
    ['World Harbour Union', 'Ada Obi']
    """
    trimmed = (_trimmed(text, name, known) for name in whole(text, names, known))
    kept = _cut(text, [name for name in trimmed if name])
    kinds = kinds_of(text, kept, known)
    return [name._replace(kind=kinds[fold(text[name.start : name.end])]) for name in kept]


def _trimmed(text: str, name: Name, known: Knowledge) -> Name | None:
    """The name without what stands around it; None if nothing with a capital is left."""
    start, end = max(name.start, 0), min(name.end, len(text), name.start + LONGEST)
    lead = LEAD.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and (tail := TRAIL.search(text, max(start, end - 2), end)):
        end = tail.start()
    while name.kind != "person" and (called := CALLED.search(text, start, end)) and _generic(called[1]):
        end = called.start()
    if name.kind == "person":
        words = untitled(wording(text, Span(start, end)), known)
        start = words[0].start if words else start
    said = text[start:end]
    return Name(start, end, name.kind) if said != said.lower() or _caseless(said) else None


def _generic(word: str) -> bool:
    """Whether a word behind a name says what its bearer is: "Ordel **news agency**"."""
    return word in lexicon().media


def _caseless(said: str) -> bool:
    """Whether a name is in a script without capitals."""
    return bool(said) and said.lower() == said.upper() and any(letter.isalpha() for letter in said)


def _cut(text: str, names: list[Name]) -> list[Name]:
    """The names of headlines without the words that capitals alone tie to them: "Ada Obi Defends Budget"."""
    said = [fold(text[name.start : name.end]) for name in names]
    pairs = list(zip(said, names, strict=True))
    kinds = {words.split()[-1]: "person" for words, name in pairs if name.kind == "person" and words}
    kinds |= {words: name.kind for words, name in pairs}
    often = Counter(said)
    return [_shorter(text, name, kinds) if often[words] == 1 else name for words, name in pairs]


def _shorter(text: str, name: Name, kinds: dict[str, str]) -> Name:
    """The longest beginning of the name that is a name elsewhere."""
    words = text[name.start : name.end].split(" ")
    if len(words) < 2 or not _title_case(text, name):
        return name
    for size in range(len(words) - 1, 0, -1):
        said = " ".join(words[:size])
        if fold(said) in kinds and noun_kind(words[: size + 1]) != "organization":
            return Name(name.start, name.start + len(said), kinds[fold(said)])
    return name


def _title_case(text: str, name: Name) -> bool:
    """Whether the line is a headline that gives every word a capital."""
    first = max(name.start - LONGEST_LINE, 0)
    start = max(text.rfind("\n", first, name.start) + 1, first)
    line = text[start : name.end + LONGEST_LINE].partition("\n")[0].rstrip()
    words = [word for word in line.split() if len(word) > 3]
    return (
        len(words) >= FEWEST
        and not SENTENCE.search(line)
        and sum(word[:1].isupper() for word in words) > 0.7 * len(words)
    )
