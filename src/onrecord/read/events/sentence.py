"""The words of a sentence, and what each may be: an adverb, a noun, a verb with its auxiliaries.

There is no parser and no dictionary: closed classes of words (`forms.toml`), endings, and what stands beside
a word have to tell.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from tomllib import loads
from typing import NamedTuple

from onrecord.read.clauses import Word
from onrecord.read.events.lemmas import bases, participle, past

Range = tuple[int, int]
VERBAL = ("verb", "catenative", "control", "deed", "light")
MONTHS = frozenset(("march", "may"))  # that are verbs too
LISTED = 6  # words of what stands between two commas of a list
NUMBERS = frozenset(("two", "three", "four", "both"))
MOST_HELPERS = 8  # words between a verb and its first auxiliary


class Sentence(NamedTuple):
    """The words of a sentence, and whether a break (comma, dash, quotation mark) stands before each."""

    text: str
    words: tuple[Word, ...]

    def gap(self, i: int) -> str:
        """What stands before a word, spaces left out."""
        if not 0 < i < len(self.words):
            return "."
        return self.text[self.words[i - 1].end : self.words[i].start].strip()

    def said(self, i: int) -> str:
        """A word in lower case; nothing outside the sentence. A month is no verb: "may."."""
        if not 0 <= i < len(self.words):
            return ""
        word = self.words[i].lower
        return f"{word}." if word in MONTHS and self.capital(i) else word

    def written(self, i: int) -> str:
        """A word as it is written."""
        return self.text[self.words[i].start : self.words[i].end]

    def capital(self, i: int) -> bool:
        """Whether a word begins with a capital for another reason than that a sentence begins."""
        return 0 < i < len(self.words) and self.written(i)[:1].isupper()


@cache
def _table() -> dict[str, frozenset[str]]:
    table = loads((Path(__file__).parent / "forms.toml").read_text(encoding="utf-8"))["small"]
    return {name: frozenset(listed.split()) for name, listed in table.items()}


def small(group: str) -> frozenset[str]:
    """The small words of one group of `forms.toml`."""
    return _table()[group]


@lru_cache(maxsize=8192)
def is_one(word: str, group: str) -> bool:
    """Whether a word is a form of one of a group."""
    return not bases(word).isdisjoint(small(group))


def joins(gap: str) -> bool:
    """Whether what stands between two words parts them no more than a space or a quotation mark does."""
    return gap in ("", "&", "'", "’", "“", "‘", '"', "”")


def adverb(word: str) -> bool:
    """Whether a word is an adverb, by its ending or the list."""
    return word in small("adverb") or (len(word) > 4 and word.endswith("ly"))


def _helps(s: Sentence, i: int) -> bool:
    word = s.said(i)
    helpers = ("auxiliary", "contracted", "adverb", "determiner")
    return word == "to" or any(word in small(g) for g in helpers) or adverb(word)


def main_word(s: Sentence, inside: Sequence[int]) -> int:
    """Of a trigger's words the one that says what happens: "would not be *sent*", "a *hearing* in May"."""
    rest = [i for i in inside if not _helps(s, i)] or list(inside[-1:])
    at = rest[0]
    if s.said(inside[0]) in small("determiner"):
        stop = next((i for i in rest if s.said(i) in small("preposition") and i > at), rest[-1] + 1)
        return [i for i in rest if i < stop][-1]
    while is_one(s.said(at), "catenative"):
        after = next((i for i in rest if i > at and s.said(i) not in small("preposition")), at)
        linked = s.said(after - 1) == "to" or s.said(after).endswith("ing")
        if after == at or not linked:
            break
        at = after
    return at


class Group(NamedTuple):
    """The auxiliaries before a verb: where they begin, and what they make of it."""

    start: int
    infinitive: bool
    passive: bool
    finite: bool
    gerund: bool


def group(s: Sentence, verb: int) -> Group:
    """The auxiliaries, adverbs and "to" that stand before a verb."""
    at, infinitive, seen = verb, False, []
    while at > 0 and verb - at < MOST_HELPERS and joins(s.gap(at)):
        word = s.said(at - 1)
        if word == "to":
            infinitive = True
        elif word in small("auxiliary") or word in small("contracted"):
            seen.append(word)
        elif not adverb(word):
            break
        at -= 1
        if infinitive:
            break
    passive = participle(s.said(verb)) and bool(seen) and seen[0] in small("passive") | {"'s", "'re", "'m"}
    gerund = (seen[-1] if seen else s.said(verb)).endswith("ing") and not infinitive
    return Group(at, infinitive, passive, bool(seen) and not infinitive and not gerund, gerund)


def nominal(s: Sentence, i: int) -> bool | None:
    """Whether a word stands where a noun does; None where its surroundings do not tell."""
    word, before = s.said(i), s.said(i - 1) if joins(s.gap(i)) else ""
    if before == "to" and word.endswith("s") and not word.endswith("ss"):
        return True  # no infinitive: "open to talks"
    if before == "to" or before in small("auxiliary") or before in ("i", "we", "they", "he", "she", "who"):
        return False
    if past(word) and before in NUMBERS and s.said(i - 2) in ("the", ""):
        return False  # "the two met"
    possessive = before.endswith(("'s", "s'")) or before in small("determiner") or _modified(s, i)
    if past(word) and not possessive:
        return False
    if possessive or before in small("preposition"):
        return not (word.endswith("ing") and before in small("preposition"))
    after = s.said(i + 1) if i + 1 < len(s.words) and not s.gap(i + 1) else ""
    if (after in small("determiner") and after != "that") or after in small("auxiliary"):
        return after in small("auxiliary") and after not in ("do", "have")
    return True if after in ("of", "between") else None


def _modified(s: Sentence, i: int) -> bool:
    """Whether an adjective and a determiner stand before a base form: "no immediate *comment*"."""
    word, before = s.said(i), s.said(i - 1)
    if word.endswith(("s", "ing")) or past(word) or before.endswith("s") or not joins(s.gap(i)):
        return False
    if before in small("preposition") or before in small("clause") or before in small("auxiliary"):
        return False
    return (
        any(s.said(j) in small("determiner") for j in (i - 2, i - 3))
        and not adverb(before)
        and before != "to"
    )


def name_from(s: Sentence, i: int) -> int:
    """Where the run of capitals that begins at a word ends; the word itself where it has none."""
    end = i
    while end < len(s.words) and s.capital(end) and (end == i or joins(s.gap(end))):
        end += 1
    return end


def speaks(word: str) -> bool:
    """Whether a word is a verb that others stand under, or in the past."""
    return is_one(word, "verb") or past(word)


def present(s: Sentence, i: int) -> bool:
    """Whether a verb that others stand under is at a word."""
    return (
        (is_one(s.said(i), "verb") or is_one(s.said(i), "deed") or is_one(s.said(i), "control"))
        and not s.capital(i)
        and s.said(i) not in small("preposition")
    )


def ends_noun(s: Sentence, i: int) -> bool:
    """Whether a word can end a noun phrase: a name, a pronoun as object, or a noun behind a determiner."""
    word = s.said(i)
    if word in ("him", "her", "them", "us", "me", "it", "you", "everyone", "everybody"):
        return True
    if s.capital(i):
        return True
    if any(past(word) or is_one(word, group) for group in VERBAL) and nominal(s, i) is not True:
        return False
    for back in range(i - 1, max(i - 5, -1), -1):
        if not joins(s.gap(back + 1)) or s.said(back) in small("auxiliary"):
            return False
        if s.said(back) in small("determiner") or s.said(back).endswith("'s"):
            return True
        if s.said(back) in small("preposition") or s.said(back) in small("clause"):
            return False
    return False


def listed(s: Sentence, i: int, end: int) -> bool:
    """Whether the comma before a word is one of a list: "Oslo, Bergen and Molde"; not "left, and they"."""
    if s.gap(i) != "," or (s.said(i) == "and" and "," not in map(s.gap, range(max(i - LISTED, 1), i))):
        return False
    return any(s.said(j) == "and" for j in range(i, min(i + 4, end)))
