"""The parts of a role phrase: its nouns, its links, its possessor, the names in it."""

from onrecord.knowledge.names import gender, particle
from onrecord.knowledge.spelling import LONGEST, owner
from onrecord.knowledge.words import LONGEST_NOUN, Noun, listed, modifier, noun


def parted(phrase: str) -> list[str]:
    """The words, with what is glued on split off: "ex-minister", "president-elect", a comma."""
    words: list[str] = []
    for word in phrase.replace(",", " , ").split() if len(phrase) < LONGEST else []:
        head, hyphen, tail = word.partition("-")
        if hyphen and head.lower() in listed("prefixes"):
            words += [head, tail]
        elif hyphen and tail.lower() in listed("suffixes"):
            words += [tail, head]
        else:
            words.append(word)
    return [word for word in words if word]


def noun_at(words: list[str], start: int) -> tuple[Noun | None, int]:
    """The longest role noun that begins at ``start``, and its length in words."""
    for size in range(min(LONGEST_NOUN, len(words) - start), 0, -1):
        found = noun(owner(" ".join(words[start : start + size])))
        if found:
            return found, size
    return None, 0


def head(words: list[str]) -> tuple[int, int] | None:
    """Place and length of the role noun that a phrase is about: the last one before a name begins."""
    found, start = None, 0
    while start < len(words):
        size = noun_at(words, start)[1]
        if size and not _surname(words, start):
            found = start, size
            after = words[start + size] if start + size < len(words) else ""
            if after[:1].isupper() and not noun_at(words, start + size)[1]:
                break
        start += size or 1
    return found


def _surname(words: list[str], start: int) -> bool:
    """Whether a word is a family's name rather than a trade: it has a capital, and a first name before it."""
    if start == 0 or not words[start][:1].isupper() or not words[start - 1][:1].isupper():
        return False
    return gender(words[start - 1]) is not None


def link(words: list[str]) -> int:
    """The place of the "of", "for" or comma behind the first role noun; 0 if there is none."""
    start = next((i for i in range(len(words)) if noun_at(words, i)[1] and not _surname(words, i)), None)
    if start is None:
        return 0
    start += noun_at(words, start)[1]
    while start < len(words):
        if words[start].lower() in listed("links"):
            return start
        start += max(1, noun_at(words, start)[1])
    return 0


def possessor(words: list[str]) -> int:
    """Where the possessed part begins: behind the last possessive with a role noun after it; 0 if nowhere."""
    for cut in range(len(words) - 1, 0, -1):
        before = words[cut - 1]
        if owner(before) != before and head(words[cut:]) is not None:
            return cut
    return 0


def apposed(words: list[str]) -> tuple[str, list[str]]:
    """The name before a comma and the words behind it: "Ayla Duman, the Turkish" president."""
    if "," not in words:
        return "", words
    comma = len(words) - 1 - words[::-1].index(",")
    return leading_name(words[: words.index(",")]), words[comma + 1 :]


def modified(words: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """The modifiers among the words before a noun, and the others without articles."""
    effects = [modifier(word) if not _is_name(word) else None for word in words]
    rest = [word for word, effect in zip(words, effects, strict=True) if not effect]
    while rest and rest[0].lower() in listed("determiners"):
        rest = rest[1:]
    return tuple(effect for effect in effects if effect), rest


def _is_name(word: str) -> bool:
    return word.isupper() and len(word) > 1


def leading_name(words: list[str]) -> str:
    """The name that the words begin with: capitals, and particles between them."""
    taken: list[str] = []
    for word in words:
        if not (word[:1].isupper() or (taken and particle(word)) or word == "al"):
            break
        taken.append(word)
    while taken and particle(taken[-1]) and taken[-1].islower():
        taken.pop()
    return owner(" ".join(taken))
