"""The words of the operators, found in a text: the classes of ``lexicon.toml`` and of ``verbs.tsv``."""

from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from statistics import fmean
from tomllib import loads
from typing import NamedTuple

from onrecord.read.acts.words import Words, forms, inflected
from onrecord.read.clauses import Word, words
from onrecord.read.stance.operators import OPERATORS
from onrecord.span import Span

OBJECT = 5  # words of the longest object between a verb and its particle
HOLDS = 0.5  # a mean rating of 0.5 and more says that the thing is so, of -0.5 and less that it is not


class Hit(NamedTuple):
    """The words ``first`` to ``last`` (exclusive, by number in the text) that make an operator.

    ``apart`` is the number of its particle where its object stands between: "rule such a step **out**".
    """

    name: str
    first: int
    last: int
    noun: bool = False
    apart: int | None = None


class Scanned(NamedTuple):
    """The words of a text, where each starts, and the operator that each is part of, if it is of one."""

    words: tuple[Word, ...]
    starts: tuple[int, ...]
    hits: tuple[Hit | None, ...]


@lru_cache(maxsize=16)
def scanned(text: str) -> Scanned:
    """All words of a text and the operators among them, from the left, the longest entry first."""
    every, known = words(text, Span(0, len(text))), entries()
    hits: list[Hit | None] = []
    for i, word in enumerate(every):
        if i == len(hits):
            found = _hit_at(every, i) if word.lower in known and not _month(text, every, i) else None
            hits.extend([found] * (found.last - found.first) if found else [None])
    return Scanned(every, tuple(word.start for word in every), tuple(hits))


def _month(text: str, every: tuple[Word, ...], i: int) -> bool:
    """Whether "May" is the month: a preposition or a number stands beside it."""
    if every[i].lower != "may" or text[every[i].start] != "M":
        return False
    beside = [every[k].lower for k in (i - 1, i + 1) if 0 <= k < len(every)]
    return any(word[0].isdigit() for word in beside) or (i > 0 and beside[0] in closed("before_month"))


def _hit_at(every: tuple[Word, ...], i: int) -> Hit | None:
    for phrase, name, noun in entries().get(every[i].lower, ()):
        last = i + len(phrase)
        if last <= len(every) and all(every[i + k].lower == w for k, w in enumerate(phrase)):
            return Hit(name, i, last, noun)
    return _parted(every, i)


def _parted(every: tuple[Word, ...], i: int) -> Hit | None:
    """The verb at word ``i`` where a short object stands between it and its particle: "rule it out"."""
    particles = parted().get(every[i].lower)
    if not particles or i + 1 >= len(every):
        return None
    following = every[i + 1].lower
    bare = _surely_verb(every, i) and following not in closed("grammatical")
    if not bare and following not in closed("opens_object"):
        return None
    for k in range(i + 2, min(i + 2 + OBJECT, len(every))):
        if every[k].start - every[k - 1].end > 1:
            return None
        if name := particles.get(every[k].lower):
            return Hit(name, i, i + 1, apart=k)
        if every[k].lower in closed("no_object"):
            return None
    return None


def _surely_verb(every: tuple[Word, ...], i: int) -> bool:
    """Whether a word is no noun, so that any object may follow: "to rule", not "the rules set out"."""
    if every[i].lower.endswith(("ed", "ing")):
        return True
    return i > 0 and every[i - 1].lower in {"to", "not"} | closed("no_object") | closed("negated_auxiliary")


@cache
def entries() -> dict[str, tuple[tuple[Words, str, bool], ...]]:
    """Every form of every entry by its first word, the longest first: words, class, whether it is a noun.

    The first class that lists a form has it.
    """
    read = loads((files(__package__) / "lexicon.toml").read_text(encoding="utf-8"))
    spelling = read.pop("inflection")
    named: dict[Words, tuple[str, bool]] = {}
    for name, group in read.items():
        if name not in OPERATORS:
            continue
        for part in ("words", "verbs", "nouns"):
            for form in forms({part: group.get(part, [])}, spelling):  # type: ignore[misc]
                listed = named.setdefault(form, (name, part == "nouns"))
                if part == "nouns" and listed[0] == name:
                    named[form] = (
                        name,
                        True,
                    )  # verb or noun, who knows: read with the care that a noun needs
    for verb, name in rated().items():
        for shape in inflected(verb, spelling):
            named.setdefault((shape,), (name, False))
    by_first: defaultdict[str, list[tuple[Words, str, bool]]] = defaultdict(list)
    for form, (name, noun) in named.items():
        by_first[form[0]].append((form, name, noun))
    return {first: tuple(sorted(found, key=lambda e: -len(e[0]))) for first, found in by_first.items()}


@cache
def parted() -> dict[str, dict[str, str]]:
    """The operators that an object may part from their particle: by the verb's form, then by the particle."""
    named = {form: name for found in entries().values() for form, name, _ in found}
    out: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for phrase in phrases("parted"):
        verb, particle = phrase.split()
        out[verb][particle] = named[verb, particle]
    return dict(out)


@cache
def closed(name: str) -> frozenset[str]:
    """A list of closed-class words, by its name in ``closed.toml``."""
    read = loads((files(__package__) / "closed.toml").read_text(encoding="utf-8"))
    return frozenset(read[name].split())


@cache
def phrases(name: str) -> frozenset[str]:
    """The forms of a class that is no operator, "factive" or "rejecting", as strings."""
    read = loads((files(__package__) / "lexicon.toml").read_text(encoding="utf-8"))
    listed = {" ".join(form) for form in forms(read[name], read["inflection"])}
    if name == "factive":
        verbs = (verb for (verb, frame), held in ratings().items() if frame == "that" and min(held) >= HOLDS)
        listed.update(form for verb in verbs for form in inflected(verb, read["inflection"]))
    return frozenset(listed)


@cache
def rated() -> dict[str, str]:
    """The operators that ratings give to verbs: "neglect to" is ``fail``, "dare to" is ``manage``.

    What one manages holds, and does not without it; what one fails at does not hold.
    """
    found = {}
    for (verb, frame), (affirmed, negated) in ratings().items():
        if frame == "to" and affirmed >= HOLDS and negated <= -HOLDS:
            found[verb] = "manage"
        elif frame == "to" and affirmed <= -HOLDS and negated > 0:
            found[verb] = "fail"
    return found


@cache
def ratings() -> dict[tuple[str, str], tuple[float, float]]:
    """The mean rating of a verb in a frame, affirmed and negated, in the active voice."""
    lines = (files(__package__) / "verbs.tsv").read_text(encoding="utf-8").splitlines()
    by: defaultdict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for line in lines:
        if not line.startswith(("#", "verb\t")):
            verb, frame, voice, affirmed, negated = line.split("\t")
            if voice == "active" and "_" not in verb:
                by[verb, frame].append((float(affirmed), float(negated)))
    return {key: (fmean(a for a, _ in v), fmean(n for _, n in v)) for key, v in by.items()}
