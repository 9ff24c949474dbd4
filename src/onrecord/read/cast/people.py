"""Which names are of one person: "Dr. Ana Ruiz Soto", "A. Ruiz", "Ruiz", "RUIZ"."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence

from onrecord.knowledge import gender, particle
from onrecord.knowledge.spelling import fold
from onrecord.read.network.mentions import Name
from onrecord.read.phrases.nouns import lexicon

Words = tuple[str, ...]

MOST = 40  # people of one surname that are compared
OTHERS = frozenset(("another", "other"))
SHORTEST = 3  # letters of a short form: "Tim" for "Timothy"
HONORIFICS = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "mr.": "m", "mrs.": "f", "ms.": "f"}


class Person:
    """Somebody with a name, while the article's names are sorted: the words of each name, and which names."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.forms = {words}
        self.names: list[int] = []
        self.gender: str | None = None

    def add(self, index: int, words: Words) -> None:
        """One more name; the longest tells how the person is called in full."""
        insort(self.names, index)
        self.forms.add(words)
        if len(words) > len(self.words):
            self.words = words


def people(text: str, names: Sequence[Name], paragraphs: Sequence[int]) -> list[list[int]]:
    """The names of people, by index, grouped by person in order of appearance.

    A name of several words is somebody's own. A surname alone belongs to the bearer who is named in the same
    paragraph, the nearest before; else to the one whom the article names most; "Mr." and "Mrs." rule out.
    """
    everybody = _Everybody()
    words = {
        i: name_words(text[name.start : name.end]) for i, name in enumerate(names) if name.kind == "person"
    }
    for i, parts in words.items():
        if len(parts) > 1:
            everybody.full(i, parts)
    for i, parts in words.items():
        if len(parts) == 1:
            everybody.alone(i, parts[0], _before(text, names[i]), names, paragraphs)
    return [person.names for person in sorted(everybody.people, key=lambda person: person.names[0])]


def name_words(name: str) -> Words:
    """The words of a name that tell people apart, folded: no particles, no "Jr.", nothing behind "of".

    >>> name_words("Ludwig van der Berg Jr."), name_words("Omar al-Sayed")
    (('ludwig', 'berg'), ('omar', 'sayed'))
    """
    words = [_root(word) for word in fold(name).replace(".", ". ").replace(",", " ").split()]
    if "of" in words[1:]:
        words = words[: words.index("of")]
    small = lexicon().small["suffix"]
    kept = tuple(word for word in words if word and word not in small and not particle(word))
    return kept or tuple(words[-1:])


def _root(word: str) -> str:
    """A word without a glued particle and full stop."""
    head, hyphen, tail = word.partition("-")
    return (tail if hyphen and particle(head) and len(head) < 4 else word).rstrip(".")


class _Everybody:
    """The people so far, and where each word of a name leads."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.by_word: defaultdict[str, list[Person]] = defaultdict(list)

    def full(self, index: int, words: Words) -> None:
        """A name of several words: somebody known whose name agrees, else somebody new."""
        near = dict.fromkeys(p for word in words if len(word) > 1 for p in self.by_word[word][-MOST:])
        person = next((p for p in near if any(same_name(words, form) for form in p.forms)), None)
        self._add(index, words, person)

    def alone(
        self, index: int, word: str, before: str, names: Sequence[Name], paragraphs: Sequence[int]
    ) -> None:
        """One word alone; "Mrs. Ruiz" is no man, "the other Ruiz" not the one named last."""
        told = HONORIFICS.get(before)
        near = [p for p in self.by_word[word][-MOST:] if not (told and p.gender and p.gender != told)]
        if before in OTHERS and near:
            last = max(
                near, key=lambda p: p.names[bisect_left(p.names, index) - 1] if p.names[0] < index else -1
            )
            near.remove(last)
        strength = max((_strength(word, p) for p in near), default=0)
        able = [p for p in near if _strength(word, p) == strength]
        self._add(index, (word,), _nearest(able, index, names, paragraphs) if able else None)

    def _add(self, index: int, words: Words, person: Person | None) -> None:
        if person is None:
            person = Person(words)
            self.people.append(person)
        person.add(index, words)
        person.gender = person.gender or (gender(words[0]) if len(words) > 1 else None)
        for word in words:
            if person not in self.by_word[word][-MOST:]:
                self.by_word[word].append(person)


def same_name(a: Words, b: Words) -> bool:
    """Whether two names of several words can be one person's.

    >>> same_name(("j", "k", "ruiz"), ("joan", "kate", "ruiz")), same_name(("ana", "ruiz"), ("eva", "ruiz"))
    (True, False)
    """
    short, long = sorted((a, b), key=len)
    if sorted(short) == sorted(long):
        return True
    if short == long[-len(short) :] and all(len(word) > 1 for word in short):
        return True
    if not _like(short[0], long[0]) or not any(len(word) > 1 and word in long for word in short[1:]):
        return False
    rest = iter(long[1:])
    return all(any(_like(word, other) for other in rest) for word in short[1:])


def _like(a: str, b: str) -> bool:
    """Whether two words of names can be one: the same, an initial, a short form, or a hyphen more."""
    short, long = sorted((a, b), key=len)
    if len(short) == 1 or len(short) >= SHORTEST:
        return long.startswith(short) or short.replace("-", "") == long.replace("-", "")
    return short == long


def _strength(word: str, person: Person) -> int:
    """How well one word calls a person: the last word of the name best, a known first name least."""
    words = person.words
    if word == words[-1] or any(form[-1] == word for form in person.forms if len(form) > 1):
        return 4
    if word in words[1:] and len(word) > 1:
        return 3
    return 2 if gender(word) is None else 1


def _nearest(able: list[Person], index: int, names: Sequence[Name], paragraphs: Sequence[int]) -> Person:
    """Of several, the one named before in the same paragraph, else the one who is named most."""
    if len(able) == 1:
        return able[0]
    here = bisect_right(paragraphs, names[index].start)
    last = [(person.names[at - 1], person) for person in able if (at := bisect_left(person.names, index))]
    close = [(i, person) for i, person in last if bisect_right(paragraphs, names[i].start) == here]
    return (
        max(close, key=lambda pair: pair[0])[1] if close else max(able, key=lambda person: len(person.names))
    )


def _before(text: str, name: Name) -> str:
    """The word before a name, in lower case."""
    before = text[max(name.start - 10, 0) : name.start].split()
    return before[-1].lower() if before else ""
