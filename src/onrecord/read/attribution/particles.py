"""Cues with a particle, whole: the verb, its particle, and neither of them in the content.

    Aas | did not rule | out a sale          did not rule out | a sale
    Aas | did not | rule it out              did not rule ... out | it

The network judges piece by piece where a cue ends, and rarely saw a verb that its object parts from its
particle. What is lost with the particle is the whole sense: a ruling is no ruling out.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from tomllib import loads

from onrecord.read.clauses import AUXILIARIES, COORDINATORS, SUBORDINATORS, Word, words
from onrecord.read.network.link import Candidate
from onrecord.span import Span

OBJECT = 6  # words of the longest object between a verb and its particle
AHEAD = 100  # characters looked at behind a cue
NO_OBJECT = AUXILIARIES | COORDINATORS | SUBORDINATORS
NOT_THE_PARTICLE = frozenset(["of"])  # "ruled it out of order"


def whole(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates, each with the particle of its cue where that was left out or left in the content."""
    for c in found:
        yield _whole(text, c) if c.cue and c.content else c


def _whole(text: str, c: Candidate) -> Candidate:
    """One candidate: the last of its cues whose content begins right behind it is looked at."""
    cue, content = c.cue[-1], next((s for s in c.content if s.start >= c.cue[-1].end), None)
    said = words(text, cue)
    if content is None or not said or text[cue.end : content.start].strip():
        return c
    behind = words(text, Span(cue.end, min(len(text), cue.end + AHEAD)))
    first = _verb(said, behind)
    if first is None:
        return c
    verb = said[-1] if first < 0 else behind[first]
    k = _particle(text, verb, behind, first + 1)
    if k is None:
        return c
    return _cut(c, content, (Span(cue.start, verb.end), behind[k]), text)


def _verb(said: tuple[Word, ...], behind: tuple[Word, ...]) -> int | None:
    """The place of a verb with a particle: -1 where it ends the cue, else among the words behind it."""
    if said[-1].lower in _listed("verbs"):
        return -1
    bare = _listed("bare").issuperset(word.lower for word in said)
    return 0 if bare and behind and behind[0].lower in _listed("verbs") else None


def _particle(text: str, verb: Word, behind: tuple[Word, ...], first: int) -> int | None:
    """Which of the words behind a verb is its particle: the first, or the one that ends its object."""
    for k in range(first, min(first + OBJECT + 1, len(behind))):
        word = behind[k].lower
        before = behind[k - 1].end if k else verb.end
        if not text[before : behind[k].start].isspace() or word in NO_OBJECT:
            return None
        if verb.lower in _particles().get(word, ()):
            following = behind[k + 1].lower if k + 1 < len(behind) else ""
            return None if following in NOT_THE_PARTICLE else k
    return None


def _cut(c: Candidate, content: Span, cue: tuple[Span, Word], text: str) -> Candidate:
    """The candidate with the particle in the cue, and in the content what is left of it around that."""
    verb, particle = cue
    pieces = (
        (verb.end, min(particle.start, content.end)),
        (max(particle.end, content.start), content.end),
    )
    left = tuple(_stripped(text, max(a, content.start), b) for a, b in pieces if a < b)
    kept = tuple(s for s in left if any(ch.isalnum() for ch in s.of(text)))
    if not kept:
        return c
    gap = text[verb.end : particle.start]
    closed = (
        (Span(verb.start, particle.end),) if gap.isspace() else (verb, Span(particle.start, particle.end))
    )
    others = tuple(s for s in c.content if s != content)
    return c._replace(cue=(*c.cue[:-1], *closed), content=tuple(sorted((*others, *kept))))


def _stripped(text: str, start: int, end: int) -> Span:
    said = text[start:end]
    return Span(start + len(said) - len(said.lstrip()), end - len(said) + len(said.rstrip()))


@cache
def _lists() -> dict[str, frozenset[str]]:
    raw = loads((files(__package__) / "particles.toml").read_text(encoding="utf-8"))
    return {name: frozenset(listed.split()) for name, listed in raw.items()}


@cache
def _particles() -> dict[str, frozenset[str]]:
    """The verbs of each particle."""
    return {name: verbs for name, verbs in _lists().items() if name != "bare"}


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset().union(*_particles().values()) if name == "verbs" else _lists()[name]
