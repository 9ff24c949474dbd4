"""Names that were tagged in pieces made whole: "Ordel|Mobil", "O|Hara", "Choi Dan|-bi", "Ana" and "Ruiz"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.knowledge import Knowledge, gender, noun, place
from onrecord.read.network.mentions import Name
from onrecord.read.phrases.nouns import noun_kind

NEXT = re.compile(r" ([^\W\d_][\w’'-]*)")
BEFORE = re.compile(r"([^\W\d_][\w-]*|[A-Z]\.) $")
HYPHENED = re.compile(r"[-‑]([A-Z]\w*|[a-z]{2,4}\b)")
AHEAD = re.compile(r"(?<![\w-])([A-Z]\w*)[-‑]$")
QUALIFIER = re.compile(r"[a-z,] ([A-Z][a-z]+(?:ic|al|an|ish|ese|ern|er)) $")
OPEN = re.compile(r"\b(?:of|for|and|de|del|di|la|the)$", re.IGNORECASE)  # a name cannot end so
MOST_WORDS = 6
LONGEST = 120  # code points: what is longer is no name
TIED = frozenset("era like run led old".split())  # no part of a name
TYING = frozenset(("’ ", "' ", "’s ", "'s "))  # "the Dockers' Union"
PARTICLES = frozenset("de del della di da do dos das du des van von der den bin ibn al".split())
SHORT = 3  # letters before an apostrophe: O'Malley, N'Diaye


def whole(text: str, names: Iterable[Name], known: Knowledge) -> list[Name]:
    """The names in order, without overlaps; each covers whole words, and pieces of one name are one.

    >>> text = "Ordel Mobil's Pat O'Hara"
    >>> tags = [(0, 5, "place"), (6, 11, "organization"), (14, 19, "person"), (20, 24, "person")]
    >>> names = [Name(*tag) for tag in tags]
    >>> [text[name.start : name.end] for name in whole(text, names, Knowledge())]
    ['Ordel Mobil', "Pat O'Hara"]
    """
    kept: list[Name] = []
    for name in sorted(names):
        name = _on_words(text, name)
        if name.start >= name.end:
            continue
        together = _together(text, kept[-1], name, known) if kept else None
        if together:
            kept[-1] = together
        elif not kept or name.start >= kept[-1].end:
            kept.append(name)
    return list(_longer(text, kept))


def _on_words(text: str, name: Name) -> Name:
    """The name with the rest of the words that it cuts, and what a hyphen ties to it: "Al-|Marsa"."""
    start, end = max(name.start, 0), min(name.end, len(text), max(name.start, 0) + LONGEST)
    least, most = max(start - LONGEST, 0), min(end + LONGEST, len(text))
    while least < start < end and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while start < end < most and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    ahead = AHEAD.search(text, max(start - 24, 0), start) if name.kind != "person" else None
    start = ahead.start(1) if ahead else start
    behind = HYPHENED.match(text, end, end + 24)
    if behind and (" " in text[start:end]) == (name.kind == "person") and behind[1] not in TIED:
        end = behind.end() if behind[1][0].isupper() or name.kind == "person" else end
    return Name(start, end, name.kind)


def _together(text: str, first: Name, second: Name, known: Knowledge) -> Name | None:
    """Both as one name, if they are pieces of one."""
    gap = text[first.end : second.start]
    if second.start <= first.end:
        kind = _kind_of_overlap(text, first, second)
    elif gap in ("'", "’") and len(text[first.start : first.end].rpartition(" ")[2]) < SHORT:
        kind = first.kind
    elif gap == " & ":
        kind = "organization"
    elif gap in TYING and first.kind == "organization":
        kind = first.kind if noun_kind(text[second.start : second.end].split()) == "organization" else ""
    elif gap.strip() in PARTICLES:
        kind = first.kind
    else:
        kind = _kind_of_both(text, first, second, known) if gap == " " else ""
    end = max(first.end, second.end)
    return Name(first.start, end, kind) if kind and end - first.start <= LONGEST else None


def _kind_of_overlap(text: str, first: Name, second: Name) -> str:
    """The kind of the longer, but a person's if one is a person's and no body has such a name."""
    longer = max((first, second), key=lambda name: name.end - name.start)
    words = text[longer.start : longer.end].split()
    person = "person" in (first.kind, second.kind) and 1 < len(words) < MOST_WORDS / 2 + 1
    return "person" if person and noun_kind(words) != "organization" else longer.kind


def _kind_of_both(text: str, first: Name, second: Name, known: Knowledge) -> str:
    """What two names side by side are together; nothing if they are two: "AG Lynch", "CNN's Jon Berg"."""
    a, b = text[first.start : first.end].split(), text[second.start : second.end].split()
    if not (a[0][:1].isupper() and b[0][:1].isupper()) or len(a) + len(b) > MOST_WORDS:
        return ""
    if noun_kind(b) == "organization" or (OPEN.search(a[-1]) and first.kind == "organization"):
        return "organization"
    if place(known, " ".join([*a, *b])):
        return "place"
    if first.kind == "place" and second.kind == "person":
        return "" if place(known, a[0]) or len(a) > 1 else "person" if gender(a[0]) else "organization"
    return _kind_by_tags(first.kind, second.kind, a, b)


def _kind_by_tags(first: str, second: str, a: list[str], b: list[str]) -> str:
    """By the kinds of the two: a first name or a single word goes with what stands behind it."""
    if first == second:
        return first if first != "person" or (len(a) == 1 and len(b) < MOST_WORDS / 2) else ""
    alone = len(a) == 1 and not a[0].isupper() and noun(a[0]) is None
    if second == "organization":
        return "organization" if first == "place" or alone else ""
    return "person" if alone and "person" in (first, second) else ""


def _longer(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names with a first name or initial before them, a surname or "Foundation" behind them."""
    for i, name in enumerate(names):
        least = names[i - 1].end if i else 0
        most = names[i + 1].start if i + 1 < len(names) else len(text)
        start, end, kind = _behind(text, name, most)
        if kind == "person":
            start = _first_name(text, start, least)
        elif kind == "organization" and noun_kind(text[start:end].split()) == kind:
            start = _qualified(text, start, least)
        yield Name(start, end, kind)


def _behind(text: str, name: Name, most: int) -> Name:
    """With a surname behind a first name alone, or with the noun that makes a body of the name."""
    following = NEXT.match(text, name.end, min(name.end + 40, most))
    word = following[1] if following else ""
    if not following or not word[:1].isupper():
        return name
    if name.kind != "organization" and noun_kind([word.removesuffix("’s")]) == "organization":
        return Name(name.start, following.end(), "organization")
    said = text[name.start : name.end]
    alone = name.kind == "person" and " " not in said and gender(said) is not None
    return name._replace(end=following.end()) if alone and word.isalpha() and not noun(word) else name


def _qualified(text: str, start: int, least: int) -> int:
    """Where a body's name begins with the adjective before it: "the **Democratic** National Council"."""
    before = QUALIFIER.search(text, max(start - 20, least), start)
    return before.start(1) if before else start


def _first_name(text: str, start: int, least: int) -> int:
    """Where a name begins with the first name or initial before it."""
    before = BEFORE.search(text, max(start - 20, least), start)
    if before is None or before[1] == "I" or not before[1][:1].isupper() or noun(before[1]):
        return start
    return before.start(1) if len(before[1].strip(".")) == 1 or gender(before[1]) else start
