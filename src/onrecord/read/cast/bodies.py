"""Which names are of one body or place: "World Harbour Organization", "the WHO", "the Organization"."""

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.knowledge import Knowledge, outlet, place, seat
from onrecord.knowledge.spelling import fold
from onrecord.read.network.mentions import Name

Words = tuple[str, ...]

WORD = re.compile(r"\w+(?:['’.]\w+)*")
SMALL = frozenset("of for and the in on to de la du des der die das und e y & a".split())
BRACKET = re.compile(r"['’]?s?\s?[(\[]\s?[\"“']?(?:the )?([A-Z][\w.&-]{1,11})[\"”']?\s?[)\]]")
MOST = 40  # bodies with one word in their names that are compared


class Body:
    """A body or place with a name, while the names are sorted."""

    def __init__(self, key: str, words: Words) -> None:
        self.sort = key.partition(" ")[0]
        self.words = words
        self.names: list[int] = []


def bodies(text: str, names: Sequence[Name], known: Knowledge) -> list[list[int]]:
    """The names of bodies and places, by index, grouped in order of appearance.

    Two names are of one body if they are the same words, if the tables know both, if one is the other's
    abbreviation (in brackets behind it, or by its initials), or if one is the beginning or end of the other
    and of no other.
    """
    found: dict[str, Body] = {}
    for i, name in enumerate(names):
        if name.kind != "person":
            said = text[name.start : name.end]
            key = canonical(said, name.kind, known)
            found.setdefault(key, Body(key, body_words(said))).names.append(i)
    merged = _merged(list(found.values()), _bracketed(text, names))
    return sorted(merged, key=lambda group: group[0])


def canonical(said: str, kind: str, known: Knowledge) -> str:
    """What the wording stands for: an outlet, a country or an institution of the tables, or itself."""
    paper = outlet(known, said) if kind == "organization" else None
    if paper and not paper.word:
        return f"outlet {paper.name}"
    stands = seat(known, said)
    if stands:
        return f"body {stands.body}"
    where = place(known, said)
    if where and where.form != "people":
        return f"body {where.place.name}"
    return f"{'place' if kind == 'place' else 'name'} {' '.join(body_words(said))}"


def body_words(said: str) -> Words:
    """The words of a body's name as they are compared."""
    return tuple(word.replace(".", "") for word in WORD.findall(fold(said)))


def _bracketed(text: str, names: Sequence[Name]) -> dict[str, Words]:
    """Abbreviations with the words that they stand for: "Harbour Union (HU)"."""
    found: dict[str, Words] = {}
    for name in names:
        match = BRACKET.match(text, name.end, name.end + 24) if name.kind != "person" else None
        words = body_words(text[name.start : name.end])
        if match and len(words) > 1 and match[1][:1].lower() in (word[0] for word in words):
            found.setdefault(fold(match[1]).replace(".", ""), words)
    return found


def _merged(found: list[Body], short: dict[str, Words]) -> list[list[int]]:
    """Groups of names, with short forms put to the long ones."""
    home = {id(body): body for body in found}
    by_words = {body.words: body for body in reversed(found)}
    by_word: defaultdict[str, list[Body]] = defaultdict(list)
    for body in found:
        for word in {body.words[0], body.words[-1]} if body.words else ():
            by_word[word].append(body)
        if len(body.words) > 1:
            by_word[_initials(body.words, SMALL)].append(body)
            by_word[_initials(body.words, frozenset())].append(body)
    for body in sorted(found, key=lambda body: len(body.words)):
        longer = by_words.get(short.get("".join(body.words), ())) or _longer(body, by_word)
        if longer and longer is not body:
            home[id(body)] = longer
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for body in found:
        groups[_last(body, home)].extend(body.names)
    return [sorted(group) for group in groups.values()]


def _last(body: Body, home: dict[int, Body]) -> int:
    """The body that a chain of ever longer names ends in."""
    for _ in range(8):
        if home[id(body)] is body:
            break
        body = home[id(body)]
    return id(body)


def _longer(body: Body, by_word: dict[str, list[Body]]) -> Body | None:
    """The one body whose longer name this is a short form of."""
    if not body.words or body.sort != "name":
        return None
    near = dict.fromkeys(other for word in (body.words[0], body.words[-1]) for other in by_word[word][:MOST])
    found = [
        other for other in near if len(other.words) > len(body.words) and _shortens(body.words, other.words)
    ]
    return found[0] if len(found) == 1 else None


def _shortens(short: Words, long: Words) -> bool:
    if (
        len(short) == 1
        and len(short[0]) > 1
        and short[0] in (_initials(long, SMALL), _initials(long, frozenset()))
    ):
        return True
    if long[-len(short) :] == short:
        return len(short) > 1 or (len(short[0]) > 2 and long[-2] not in SMALL)
    return long[: len(short)] == short and (len(short) > 1 or len(short[0]) > 2)


def _initials(words: Words, skipped: frozenset[str]) -> str:
    return "".join(word[0] for word in words if word not in skipped)
