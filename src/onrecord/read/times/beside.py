"""Names that the tables know, and the noun phrases beside them that may say what their bearers are."""

import re
from collections.abc import Iterator

from onrecord.knowledge import Knowledge, modifier, noun, offices
from onrecord.knowledge.spelling import fold
from onrecord.read.times.words import LEXICON

NAME = re.compile(
    r"\b[A-Z][\w’'-]+(?:\s(?:[A-Z]\.\s)?(?:(?:al|de|van|von|bin|da|el)[\s-])?[A-Z][\w’'-]+){0,3}"
)
EDGE = re.compile(r'[;:!?()“”"\n–—]|(?<![A-Z])(?<!Gov|Sen|Rep)\.\s|\b(?:and|but|that|with|between|to)\s')
VERB = re.compile(r"\s(?:is|remains|was)(?:\s(?:still|now|currently))?\s?$")
STILL = re.compile(r"\b(?:still|current|incumbent|sitting|serving|outgoing|present)\b", re.IGNORECASE)
OPENS = re.compile(r"(?:the|a|an|his|her|its|their|former|outgoing|incumbent|current)\s", re.IGNORECASE)
BEHIND = re.compile(r",\s((?:the|a|an|his|her|their|former|outgoing|incumbent)\s[^,.;:()\n“”\"]{4,60})[,.]")
DAYS = frozenset(word for row in LEXICON["weekdays"].values() for word in row.split())
AFFIX = re.compile(r"^(?:ex|then|former)-|[\s-](?:elect|designate)$", re.IGNORECASE)
LONGEST = 9  # words of a phrase that names an office
WINDOW = 90


def names(found: re.Match[str], known: Knowledge) -> Iterator[tuple[str, int]]:
    """The name of somebody in the tables that a run of capitals ends with, and where it begins in the run."""
    whole = re.sub(r"[’'](?:s)?$", "", found.group())
    words = whole.split()
    if fold(words[-1]) not in known.persons_with or words[-1] in DAYS:
        return
    for size in range(min(len(words), 4), 0, -1):
        name = " ".join(words[-size:])
        if any(_is_named(known, name, holder.person) for holder in offices(known, name)):
            yield name, len(whole) - len(name)
            return


def _is_named(known: Knowledge, name: str, person: str) -> bool:
    """Whether all words of a name are the person's."""
    full = {
        word for other in (person, *known.names_of_person.get(person, ())) for word in fold(other).split()
    }
    return set(fold(name).replace("-", " ").split()) <= {part for word in full for part in word.split("-")}


def phrases(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The noun phrases beside a name that may say what its bearer is."""
    low = max(0, start - WINDOW)
    left = text[low:start]
    edges = [edge.end() for edge in EDGE.finditer(left)]
    chunk = left[edges[-1] :] if edges else left
    apart = chunk.rstrip()
    verb = VERB.search(chunk)
    if verb or apart.endswith(","):
        phrase = (chunk[: verb.start()] if verb else apart[:-1]).rsplit(",", 1)[-1].strip()
        if OPENS.match(phrase) and len(phrase.split()) <= LONGEST:
            yield (
                start - len(chunk) + chunk.find(phrase),
                end,
                f"{phrase}{' still' if verb and STILL.search(verb.group()) else ''}",
            )
    else:
        title = _title(apart)
        if title:
            yield start - len(chunk) + apart.rfind(title), end, title
    behind = BEHIND.match(text, end)
    if behind:
        yield start, behind.end(1), behind[1]


def _title(words: str) -> str:
    """The office at the end of some words, with the adjectives before it: "said former U.S. President"."""
    parts = words.split()
    for size in range(min(4, len(parts)), 0, -1):
        held = " ".join(parts[-size:])
        plain = AFFIX.sub("", held)
        if noun(plain) is None or (plain.endswith("s") and noun(plain[:-1]) is not None):
            continue
        at = len(parts) - size
        while at and len(parts) - at < LONGEST and (parts[at - 1][:1].isupper() or modifier(parts[at - 1])):
            at -= 1
        return " ".join(parts[at:])
    return ""
