"""One noun phrase without its appositions: determiner, possessor, role, name, and what stands behind."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from onrecord.knowledge import Knowledge, country, noun
from onrecord.read.network.mentions import Name
from onrecord.read.phrases.named import own_name
from onrecord.read.phrases.nouns import lexicon, noun_kind
from onrecord.read.phrases.wording import Word
from onrecord.span import Span

Words = Sequence[Word]
Definiteness = Literal["definite", "indefinite", "possessive", "bare", "proper"]

SUBJECTS = frozenset("i he she it we they".split())  # of a clause: "a study it had seen"
QUOTES = frozenset("\"'“”‘’«»„*")
PAUSES = frozenset(",()[]{}:;—–-…")
WITHIN = frozenset(("of", "for", "to", "at", "with", "from", "in", "by", "on"))
LONGEST_NOUN = 6  # words from "of" on: "of health and human services"


class NounPhrase(NamedTuple):
    """``body`` runs from the determiner to the noun or name that the phrase is about, ``tail`` is the rest.

    ``role`` counts words of the body, as does ``owner``, the end of the possessor; ``named`` is where the
    referent's own name begins.
    """

    body: Words
    tail: Words
    name: Name | None
    named: int
    role: range
    owner: int
    definiteness: Definiteness
    peoples: tuple[str, ...]

    @property
    def head(self) -> Word:
        """The last word of the name, or the noun: of "a chief of staff" the chief."""
        if self.name:
            return next(word for word in reversed(self.body) if word.start < self.name.end)
        inside = (i for i in self.role[1:] if self.body[i].lower in ("of", "for") and not self.body[i].name)
        last = next(inside, self.role[-1] + 1 if self.role else len(self.body))
        return self.body[last - 1]

    @property
    def role_words(self) -> list[str]:
        """The words of the role."""
        return [self.body[i].text for i in self.role]

    @property
    def role_span(self) -> Span | None:
        """Where the role stands."""
        return Span(self.body[self.role[0]].start, self.body[self.role[-1]].end) if self.role else None


def noun_phrase(words: Words, known: Knowledge) -> NounPhrase | None:
    """The noun phrase that ``words`` begin with; None where there is none."""
    words = _begun(words)
    end = _body_end(words)
    body, tail = _unquoted(words[:end]), words[end:]
    if not body:
        return None
    beyond = _beyond(body, tail)
    if beyond:
        body, tail = words[: end + beyond], words[end + beyond :]
    definiteness, start = _determiner(body)
    found = own_name(body, start, known)
    named, name = found or (len(body), None)
    owner = next((i + 1 for i in range(min(named, len(body) - 1) - 1, -1, -1) if body[i].owner), 0)
    peoples = tuple(filter(None, (country(known, word.text) for word in body[owner:named] if word.capital)))
    if name and not start:
        definiteness = "proper"
    role = _role(body, max(start, owner), named, name, known)
    return NounPhrase(body, tail, name, named, role, owner, "possessive" if owner else definiteness, peoples)


def segments(words: Words) -> list[Words]:
    """What stands between commas, brackets and dashes; a comma inside a name parts nothing."""
    found: list[Words] = []
    start = 0
    for i, word in enumerate(words):
        if word.text in PAUSES and word.name is None:
            found.append(words[start:i])
            start = i + 1
    found.append(words[start:])
    return [segment for segment in found if segment]


def _begun(words: Words) -> Words:
    """The words without adverbs, quotation marks and the like before them."""
    small, at = lexicon().small["before"], 0
    while at < len(words) - 1 and (words[at].lower in small or not words[at].letters) and not words[at].name:
        at += 1
    return words[at:]


def _unquoted(words: Words) -> Words:
    end = len(words)
    while end and words[end - 1].text in QUOTES:
        end -= 1
    return words[:end]


def _body_end(words: Words) -> int:
    """Where the noun ends and what is said about it begins."""
    behind = 0
    for i, word in enumerate(words):
        if i and word.name and word.name == words[i - 1].name:
            continue
        if word.text in PAUSES and word.name is None:
            return i
        if i >= max(behind, 1) and word.lower == word.text and (_ends(words, i) or _participle(words, i)):
            behind = _joined(words, i)
            if not behind:
                return i
    return len(words)


def _ends(words: Words, i: int) -> bool:
    """Whether a preposition, a relative or a verb follows the noun; "an inside source" has none."""
    small, lower = lexicon().small, words[i].lower
    if lower in small["preposition"]:
        determiners = small["definite"] | small["indefinite"] | small["possessive"]
        return lower == "of" or words[i - 1].lower not in determiners
    return lower in SUBJECTS or lower in small["relative"] | small["closing"] | small["finite"]


def _participle(words: Words, i: int) -> bool:
    """Whether a word in -ed or -ing begins a clause: behind a noun for people or bodies."""
    lower = words[i].text
    if not lower.endswith(("ed", "ing")) or noun_kind([lower]) or words[i - 1].owner:
        return False
    return noun_kind([words[i - 1].text]) is not None or words[i - 1].name is not None


def _joined(words: Words, i: int) -> int:
    """The end of the noun or untagged name that "of" stands in ("secretary of state"), else 0."""
    if words[i].lower not in ("of", "for"):
        return 0
    for size in range(min(LONGEST_NOUN, len(words) - i), 1, -1):
        if any(noun(" ".join(w.text for w in words[at : i + size])) for at in range(max(i - 2, 0), i)):
            return i + size
    return i + 1 if _of_name(words, i) else 0


def _of_name(words: Words, i: int) -> bool:
    """Whether "of" stands inside a name that nobody tagged: "the Office of Rail Standards"."""
    before, after = words[i - 1], words[i + 1 : i + 3]
    if before.name or not before.capital or noun_kind([before.text]) != "organization":
        return False
    following = next((word for word in after if word.lower != "the"), None)
    return i > 1 and following is not None and following.capital and following.name is None


def _beyond(body: Words, tail: Words) -> int:
    """How much of the tail is body, with a name behind a complement: "Ambassador **to Chile Ana Ruiz**"."""
    if len(tail) < 3 or tail[0].lower not in WITHIN or body[-1].name or not noun([*body][-1].text):
        return 0
    names = [i for i, word in enumerate(tail) if word.name]
    for i, j in pairwise(names):
        first, second = tail[i].name, tail[j].name
        if j == i + 1 and first != second and second and second.kind == "person" and not tail[i].owner:
            end = j
            while end + 1 < len(tail) and tail[end + 1].name == second:
                end += 1
            return end + 1
        if j > i + 1:
            break
    return 0


def _determiner(body: Words) -> tuple[Definiteness, int]:
    """What the first word says about whether its bearer is known, and where the rest begins."""
    small, start, found = lexicon().small, 0, "bare"
    for word in body[:-1]:
        group = next(
            (g for g in ("definite", "indefinite", "possessive", "quantity") if word.lower in small[g]), ""
        )
        if not group or word.name or word.owner:
            break
        start += 1
        found = found if found != "bare" else "indefinite" if group == "quantity" else group
    return found, start  # type: ignore[return-value]


def _role(body: Words, start: int, named: int, name: Name | None, known: Knowledge) -> range:
    """The words for what the referent is: those before its name, or the noun with what stands before it."""
    stop = named
    if name and named < len(body) and body[-1].start >= name.end:
        start, stop = next(i for i in range(len(body)) if body[i].start >= name.end), len(body)
    for i in range(start, stop):
        people = body[i].capital and country(known, body[i].text)
        if (people or (body[i].name and i < stop - 1)) and body[i - 1].lower not in WITHIN:
            start = i + 1
    while start < stop and not body[start].letters:
        start += 1
    return range(start, next((i for i in range(start + 1, stop) if _links(body, i)), stop))


def _links(body: Words, i: int) -> bool:
    """Whether a complement begins there: not within a name, nor within a noun such as "chief of staff"."""
    return body[i].name is None and body[i].lower in WITHIN and not _joined(body, i)
