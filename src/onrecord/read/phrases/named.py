"""Where in a noun phrase the name of its bearer begins, behind titles, roles and peoples, if there is one."""

from collections.abc import Sequence
from functools import cache

from onrecord.knowledge import (
    Knowledge,
    country,
    gender,
    looks_like_outlet,
    noun,
    outlet,
    particle,
    place,
    title_words,
)
from onrecord.knowledge import body as body_named
from onrecord.read.network.mentions import Name
from onrecord.read.phrases.nouns import lexicon, noun_kind, plural
from onrecord.read.phrases.wording import Word

Words = Sequence[Word]

HONORIFICS = frozenset("mr mrs ms miss mx".split())
JOINS = frozenset(("of", "for", "and", "&"))
LONGEST_TITLE = 4
MOST_TITLES = 8  # words before a name


def own_name(body: Words, start: int, known: Knowledge) -> tuple[int, Name] | None:
    """The name of the referent: where it begins among the words, and the name."""
    last = len(body) - 1
    if not body[last].capital and body[last].name is None:
        return _called(body)
    if _ends_in_office(body):
        return None
    tagged = body[last].name
    begin = last
    while begin > start and _same_name(body, begin, tagged):
        begin -= 1
    begin = _without_titles(body, begin, last, tagged)
    described = start > 0 or plural(body[last].text)
    if (described and _people(body[begin : last + 1], known)) or _common(body, begin, last, start, tagged):
        return None
    kind = _kind(body, begin, last, tagged) or _known_kind(body[begin : last + 1], known)
    return begin, Name(body[begin].start, body[last].end, kind)


def _ends_in_office(body: Words) -> bool:
    """Whether the capital at the end is an office's: "Secretary of **State**"."""
    words = [word.text for word in body[-LONGEST_TITLE:]]
    return "of" in words and any(noun(" ".join(words[at:])) for at in range(words.index("of")))


def _same_name(body: Words, begin: int, tagged: Name | None) -> bool:
    """Whether the word before ``begin`` belongs to the same name: by the tag, else by its capital."""
    before = body[begin - 1]
    if tagged and before.name == tagged:
        return True
    if before.owner or (before.name and tagged):
        return False
    if tagged:
        return (
            tagged.kind == "person"
            and before.capital
            and (len(before.bare) == 1 or gender(before.text) is not None)
        )
    if before.name:
        return before.name.kind != "place"
    joins = (particle(before.text) or before.lower in JOINS) and begin > 1 and body[begin - 2].capital
    return before.capital or joins


def _without_titles(body: Words, begin: int, last: int, tagged: Name | None) -> int:
    """Where the name begins behind titles, roles and peoples: "Chilean Trade Minister **Salma Idris**"."""
    if (tagged and tagged.kind != "person") or noun_kind([body[last].text]) == "organization":
        return begin
    while begin < last:
        sizes = range(min(LONGEST_TITLE, last - begin), 0, -1)
        size = next((n for n in sizes if _is_title(body[begin : begin + n], within=tagged)), 0)
        if not size:
            break
        begin += size
    return begin


def _is_title(words: Words, within: Name | None = None) -> bool:
    """Whether the words are a title, or a role before a name; in a tagged name a role may be part of it."""
    phrase = " ".join(word.bare for word in words)
    if len(words) == 1 and (gender(words[0].text) or len(phrase) == 1):
        return False
    if within and words[0].name == within:
        return phrase in title_set()
    return phrase in title_set() or noun(phrase) is not None


@cache
def title_set() -> frozenset[str]:
    """The titles, in lower case and without full stops."""
    return frozenset(title.lower().replace(".", "") for title in title_words())


def untitled(words: Words, known: Knowledge) -> Words:
    """The words of a person's name without the titles, roles and peoples that were tagged with it.

    "Chilean Trade Minister Ana Ruiz" is Ana Ruiz, and "House leader Jon Berg" Jon Berg.
    """
    start = 2 if len(words) > 3 and country(known, " ".join(word.text for word in words[:2])) else 0
    for end in range(start + 1, min(len(words), MOST_TITLES)):
        sizes = range(min(LONGEST_TITLE, end - start), 0, -1)
        size = next((n for n in sizes if _is_title(words[end - n : end])), 0)
        if size and (size > 1 or _qualifying(words[start : end - size], known)):
            start = end
    return words[start:]


def _qualifying(words: Words, known: Knowledge) -> bool:
    """Whether the words before a title can go with it: none, a people, or one word, but no first name."""
    if not words:
        return True
    return len(words) == 1 and (country(known, words[0].text) is not None or gender(words[0].text) is None)


def _people(run: Words, known: Knowledge) -> bool:
    """Whether the capital is that of a people: "a senior Chilean". Without an article it may be a surname."""
    found = place(known, run[0].text) if len(run) == 1 else None
    return found is not None and found.form == "people"


def _known_kind(run: Words, known: Knowledge) -> str:
    """The kind of a name that nothing else tells: by the tables, else a person."""
    said = " ".join(word.text for word in run)
    if outlet(known, said) or body_named(known, said):
        return "organization"
    return "place" if place(known, said) else "person"


def _common(body: Words, begin: int, last: int, start: int, tagged: Name | None) -> bool:
    """Whether the capitals are those of a role, a people or a beginning: "the Prime Minister", "Senators"."""
    run = [word.text for word in body[begin : last + 1]]
    kind = noun_kind(run)
    if begin and body[begin - 1].bare in HONORIFICS:
        return False
    if tagged and tagged.kind != "person":
        return kind in ("person", "group") and len(run) == 1
    if tagged:
        return len(run) == 1 and kind is not None and 0 < start == begin
    if kind == "organization" or (last == 0 and _small(body[0])):
        return len(run) == 1
    first = body[begin]
    if start and looks_like_outlet(" ".join(run)) and not noun(" ".join(run[-2:])):
        return False
    calls = begin < last and (gender(first.text) is not None or len(first.bare) == 1)
    return kind is not None and not calls


def _small(word: Word) -> bool:
    """Whether a capital is only that of a beginning: "Two of them"."""
    known = lexicon()
    return word.lower in known.pronouns or any(word.lower in words for words in known.small.values())


def _kind(body: Words, begin: int, last: int, tagged: Name | None) -> str:
    """What sort of name it is, if words or tags tell: a title or a role before it makes it a person's."""
    before = [word.text for word in body[max(begin - LONGEST_TITLE, 0) : begin]]
    if before and begin and not body[begin - 1].owner and noun_kind(before) == "person":
        return "person"
    if before and _is_title(body[begin - 1 : begin]):
        return "person"
    run = body[begin : last + 1]
    said = " ".join(word.text for word in run)
    if begin < last and (noun_kind([run[-1].text]) == "organization" or looks_like_outlet(said)):
        return "organization"
    if tagged:
        return tagged.kind
    if any(w.lower in ("of", "for", "and", "&") for w in run):
        return "organization"
    acronym = len(run) == 1 and run[0].text.isupper() and len(run[0].bare) > 1
    return "organization" if acronym or before[-1:] in (["the"], ["The"]) else ""


def _called(body: Words) -> tuple[int, Name] | None:
    """A name before the noun for its bearer: "the **Ordel** news agency"."""
    if body[-1].lower not in lexicon().called:
        return None
    end = len(body) - 1
    while (
        end
        and not body[end - 1].name
        and body[end - 1].lower in ("news", "press", "television", "daily", "radio")
    ):
        end -= 1
    name = body[end - 1].name if end else None
    if name is None or body[end - 1].owner or name.kind != "organization":
        return None
    begin = next(i for i in range(end) if body[i].name == name)
    return begin, Name(body[begin].start, body[end - 1].end, name.kind)
