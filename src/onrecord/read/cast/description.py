"""What an article says of the bearer of a name beside it: role, of or for whom.

    **harbour master** Inga Roos
    Inga Roos, **the harbour master**, said
    Inga Roos, who **leads** the board

"After talks with Inga Roos, the minister said" says nothing of her: it goes on without a comma.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.knowledge import Knowledge, country, modifier, noun
from onrecord.read.network.mentions import Name
from onrecord.read.phrases.named import title_set
from onrecord.read.phrases.nounphrase import PAUSES, QUOTES, noun_phrase
from onrecord.read.phrases.nouns import Gender, lexicon, likely_kind
from onrecord.read.phrases.phrase import Phrase, phrase
from onrecord.read.phrases.referent import UNKNOWN
from onrecord.read.phrases.wording import Word, wording
from onrecord.span import Span

Words = Sequence[Word]

REACH = 120  # code points on each side: a description that is longer is a sentence
LONGEST_ROLE = 6
BESIDE = re.compile(r" ?[,(]| [a-z]")  # what may go on about a name
MOST_STARTS = 4
LONGEST_SHORT = 4  # letters: "Capt." is an abbreviation, "Captain." ends a sentence
PLAIN = frozenset("mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady".split())  # titles that tell no role


class Description(NamedTuple):
    """What is said of the bearer of one name: the ``role`` in the article's words, of or for whom."""

    role: str = ""
    of: Span | None = None
    of_name: Name | None = None
    gender: Gender | None = None
    peoples: tuple[str, ...] = ()


def description(text: str, name: Name, names: Sequence[Name], known: Knowledge) -> Description:
    """What is said of the bearer of ``name`` beside it.

    >>> text = "Inga Roos, the harbour master, agreed."
    >>> description(text, Name(0, 9, "person"), [Name(0, 9, "person")], Knowledge()).role
    'harbour master'
    """
    found = _phrase(text, name, names, known)
    role = found.role.of(text) if found.role else ""
    if not _tells(role):
        deed = _deed(text, name, names)
        if deed:
            return Description(deed[0], deed[1], deed[2], found.gender, found.peoples)
        role = ""
    return Description(role, found.of, found.of_name, found.gender, found.peoples)


def _tells(role: str) -> bool:
    """Whether words beside a name tell what its bearer is: they end in a noun for people or bodies."""
    words = role.split()
    if not words or words[-1].lower() in PLAIN or words[-1][:1].isdigit():
        return False
    inner = next((i for i, word in enumerate(words) if word.lower() in ("of", "for", "to")), len(words))
    return likely_kind(words) in ("person", "organization") or likely_kind(words[:inner]) == "person"


def _phrase(text: str, name: Name, names: Sequence[Name], known: Knowledge) -> Phrase:
    end = _end(text, name, names)
    for start in _starts(text, name, names, known):
        found = phrase(text, (Span(start, end),), names, known)
        if _about(text, found, name) and found.role and _tells(found.role.of(text)):
            return found
    return phrase(text, (Span(name.start, end),), names, known)


def _about(text: str, found: Phrase, name: Name) -> bool:
    """Whether a phrase is about the name's bearer, and is one phrase."""
    if found.name is None or not (found.name.start < name.end and name.start < found.name.end):
        return False
    small = lexicon().small
    others = small["definite"] | small["indefinite"] | small["possessive"]
    return found.role is None or not others.intersection(found.role.of(text).lower().split())


def _deed(text: str, name: Name, names: Sequence[Name]) -> tuple[str, Span | None, Name | None] | None:
    """The role that a clause tells: ", who leads the board"."""
    words = wording(text, Span(name.end, name.end + REACH), names)
    if len(words) < 4 or words[0].text != "," or words[1].lower != "who":
        return None
    for size in (2, 1):
        role = lexicon().does.get(" ".join(word.lower for word in words[2 : 2 + size]))
        part = noun_phrase(words[2 + size :], UNKNOWN) if role else None
        if role and part:
            held = next((word.name for word in part.body if word.name), None)
            return role, Span(part.body[0].start, part.body[-1].end), held
    return None


def _starts(text: str, name: Name, names: Sequence[Name], known: Knowledge) -> list[int]:
    """Where the phrase may begin, the likeliest first."""
    words = _clause(wording(text, Span(max(_line(text, name.start), name.start - REACH), name.start), names))
    titled = len(words)
    while titled and words[titled - 1].bare in title_set() and words[titled - 1].capital:
        titled -= 1
    if titled and words[titled - 1].text == ",":
        return _before_comma(words[: titled - 1])
    start = _premodified(words, known)
    return [words[start].start] if start < len(words) else []


def _line(text: str, at: int) -> int:
    return text.rfind("\n", max(at - REACH, 0), at) + 1


def _clause(words: Words) -> Words:
    """The words behind the last full stop, quotation mark or verb."""
    small = lexicon().small
    stops = small["relative"] | small["finite"] | {"and"}
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        if word.text in QUOTES or word.text in ".!?;:()" or word.lower in stops or _ends_sentence(words, i):
            return words[i + 1 :]
    return words


def _ends_sentence(words: Words, i: int) -> bool:
    """Whether a word's full stop is that of a sentence, not of "Sen." or "J."."""
    word = words[i]
    short = word.capital and word.bare in title_set() and len(word.bare) <= LONGEST_SHORT
    return word.text.endswith(".") and len(word.bare) > 1 and "." not in word.text[:-1] and not short


def _before_comma(words: Words) -> list[int]:
    """Where a phrase before the comma may begin: at its determiners, the farthest first, but at no comma."""
    small, starts = lexicon().small, []
    determiners = small["definite"] | small["indefinite"] | small["possessive"]
    for i in range(len(words) - 1, -1, -1):
        if words[i].text in PAUSES:
            break
        if words[i].lower in determiners or (words[i].capital and not (i and words[i - 1].capital)):
            starts.append(words[i].start)
    return starts[::-1][-MOST_STARTS:]


def _premodified(words: Words, known: Knowledge) -> int:
    """Where the words before a name that describe it begin: "the former **Chilean harbour master** ..."."""
    at = len(words)
    while at:
        step = _role_at(words, at) or _describing(words, at, known)
        if not step:
            break
        at -= step
    if at == len(words):
        return at
    small = lexicon().small
    determiners = small["definite"] | small["indefinite"] | small["possessive"]
    for back in range(at - 1, max(at - 4, -1), -1):
        if words[back].lower in determiners or words[back].owner:
            return back if not words[back].owner else _possessor(words, back)
        if words[back].lower in small["preposition"] or not words[back].letters:
            break
    return at


def _role_at(words: Words, at: int) -> int:
    """The length of the role, or of the noun for a body, that ends before ``at``."""
    for size in range(min(LONGEST_ROLE, at), 0, -1):
        said = [word.text for word in words[at - size : at]]
        if " ".join(word.bare for word in words[at - size : at]) in title_set() or noun(" ".join(said)):
            return size
    return 1 if at and likely_kind([words[at - 1].text]) in ("person", "organization") else 0


def _describing(words: Words, at: int, known: Knowledge) -> int:
    """1 if the word before ``at`` is a modifier, a people, a name or a possessor; else 0."""
    word = words[at - 1]
    if word.owner or word.lower in lexicon().small["preposition"]:
        return int(word.owner and (word.capital or word.name is not None))
    told = modifier(word.text) or word.capital or word.name or country(known, word.text) or "-" in word.text
    return int(bool(told) and word.letters)


def _possessor(words: Words, at: int) -> int:
    """Where the possessor that ends at ``at`` begins."""
    while at and (words[at - 1].capital or words[at - 1].name or words[at - 1].lower == "the"):
        at -= 1
    return at


def _end(text: str, name: Name, names: Sequence[Name]) -> int:
    """Where the phrase ends: behind "of the Globe", an age, a party in brackets, an apposition."""
    if not BESIDE.match(text, name.end, name.end + 12):
        return name.end
    stop = text.find("\n", name.end, name.end + REACH)
    words = wording(text, Span(name.end, stop if stop >= 0 else name.end + REACH), names)
    called = next((i for i, word in enumerate(words[:3]) if word.lower in lexicon().called), None)
    if called is not None and name.kind == "organization" and all(word.letters for word in words[:called]):
        return words[called].end
    if not words or (words[0].text not in ",(" and words[0].lower not in ("of", "from", "at")):
        return name.end
    if words[0].text not in ",(":
        return _with_body(words, name.end)
    return _apposition(words, name.end)


def _with_body(words: Words, end: int) -> int:
    """With a body behind "of": "Inga Roos of the Harbour Board"."""
    at = 1 if len(words) > 1 and words[1].lower != "the" else 2
    held = words[at].name if at < len(words) else None
    return held.end if held and held.kind != "person" else end


def _apposition(words: Words, end: int) -> int:
    """With what stands between commas or brackets, if it describes and is no clause that goes on."""
    small = lexicon().small
    for i, word in enumerate(words[1:], 1):
        if word.text in QUOTES or word.text in ";:" or (word.lower in small["finite"] and word.name is None):
            return end
        if word.lower in small["relative"]:
            return words[i - 1].end if i > 1 else end
        if _ends_sentence(words, i):
            return word.end - 1
        aged = word.text == "," and words[i - 1].text[:1].isdigit() and i < 3
        if word.text in ",).!?" and not aged:
            return word.end if word.text == ")" else words[i - 1].end
    return end
