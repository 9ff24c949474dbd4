"""Whether "and" joins several referents in a phrase.

    Ada Obi and Jon Berg
    its founder and chairman
    delegates from Chile and Peru

The second is one person with two roles, the third one group whose complement is joined.
"""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.knowledge import Knowledge
from onrecord.read.phrases.nounphrase import NounPhrase, noun_phrase, segments
from onrecord.read.phrases.nouns import lexicon, plural
from onrecord.read.phrases.wording import Word

Words = Sequence[Word]

OPENS, CLOSES = frozenset("(“"), frozenset(")”")


def conjuncts(words: Words, known: Knowledge) -> list[Words]:
    """The phrases that "and" joins into one that refers to several; one phrase where it does not."""
    found: list[Words] = []
    start, depth, clause = 0, 0, False
    for i, word in enumerate(words):
        depth += (word.text in OPENS) - (word.text in CLOSES)
        clause = clause or word.lower in lexicon().small["relative"]
        inside = word.name is not None and i + 1 < len(words) and words[i + 1].name == word.name
        if (
            word.lower in ("and", "&", "nor")
            and 0 < i < len(words) - 1
            and not (inside or depth > 0 or clause)
        ):
            left, right = words[start:i], words[i + 1 :]
            if _several(left, right, known):
                found += _listed(left, known)
                start = i + 1
    return [*found, words[start:]]


def _several(left: Words, right: Words, known: Knowledge) -> bool:
    """Whether two referents are joined, and not two roles of one or two things in a complement."""
    parts = segments(left)
    a, b = noun_phrase(parts[-1], known) if parts else None, noun_phrase(right, known)
    if a is None or b is None:
        return False
    if len(parts) > 1:
        known_one = b.name is not None or b.definiteness in ("definite", "possessive")
        return known_one if left[-1].text == "," else bool(b.name and a.name and not a.tail)
    if a.tail:
        return bool(a.name and b.name and a.name.kind == "person" == b.name.kind)
    if a.name is None and b.name:
        return _determined(b) or _determined(a) or plural(a.head.text)
    if a.name:
        return bool(b.name or b.definiteness != "bare")
    return _determined(b) or (plural(a.head.text) and plural(b.head.text))


def _determined(part: NounPhrase) -> bool:
    return part.definiteness in ("definite", "indefinite", "possessive")


def _listed(left: Words, known: Knowledge) -> list[Words]:
    """A list's members before "and", where each is a name: "Roos, Berg"."""
    commas = [i for i, word in enumerate(left) if word.text == "," and word.name is None]
    cuts = [0, *(i + 1 for i in commas), len(left) + 1]
    members = [left[a : b - 1] for a, b in pairwise(cuts)]
    members = [member for member in members if member]
    phrases = [noun_phrase(member, known) for member in members]
    if all(part and part.name and part.name.kind == "person" and not part.role for part in phrases):
        return members
    return [left]
