"""Which agent of one reading is which agent of another: by name, by a surname of its own, by shared words.

Ids mean nothing between two readings of an article. People are told apart by their proper names alone; for
groups, bodies and unnamed sources a description that says nearly the same, or a shared mention, will do.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal

from evaluation.marked import Marked, Spans, Whole
from onrecord import Agent, Span

Form = Literal["name", "nominal", "pronoun", "none"]
Words = tuple[str, ...]
Who = Mapping[str, str | None]

ARTICLE = "article"
PRONOUNS = frozenset(
    "i me my we us our you your he him his she her they them their it its "
    "who which one this that these those himself herself themselves".split()
)
TITLES = frozenset("mr mrs ms dr sen senator rep gov governor president sir lord the a an of former".split())
DETERMINER = re.compile(r"^\W*(?:the|a|an|some|many|his|her|their|one)\s+", re.IGNORECASE)
AFTER_HEAD = re.compile(r"\b(?:of|for|from|in|at|on|to|with|who|whose|which|that|and)\b")


def form(phrase: str) -> Form:
    """What a source is as a phrase: a name where a proper noun heads one of its parts between commas."""
    phrase = phrase.strip()
    if not phrase or phrase.lower() in PRONOUNS:
        return "pronoun" if phrase else "none"
    return "name" if any(map(_proper, phrase.split(","))) else "nominal"


def _proper(part: str) -> bool:
    words = AFTER_HEAD.split(DETERMINER.sub("", part.strip()))[0].split()
    return bool(words) and words[-1][:1].isupper()


def characters(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(i for span in spans for i in range(span.start, span.end))


def dice(a: frozenset[int], b: frozenset[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def source_form(text: str, source: Spans) -> Form:
    return form(" ".join(span.of(text) for span in source))


@cache
def name_words(name: str) -> Words:
    """The words of a name without case, punctuation, "'s" and titles."""
    plain = re.sub(r"[^\w\s]", " ", name.lower().replace("’s", "").replace("'s", ""))
    return tuple(word for word in plain.split() if word not in TITLES)


def names(agent: Agent) -> set[Words]:
    """Its names; of a person proper names only, so that "the minister" is no name."""
    known = [name for name in (agent.name, *agent.aliases) if name and name.lower() not in PRONOUNS]
    if agent.kind == "person":
        known = [name for name in known if (name.split() or [""])[-1][:1].isupper()] or known[:1]
    return {name_words(name) for name in known} - {()}


def identify(text: str, gold: Whole, found: Whole) -> dict[str, str | None]:
    """For each agent that was found, the gold agent that it is, or None."""
    candidates = [agent for agent in gold.agents if agent.id != ARTICLE]
    surnames = Counter(
        last for a in candidates if a.kind == "person" for last in {words[-1] for words in names(a)}
    )
    at_gold, at_found = _places(text, gold), _places(text, found)
    out: dict[str, str | None] = {ARTICLE: ARTICLE}
    for agent in found.agents:
        if agent.id != ARTICLE:
            likeness = {
                g.id: _alike(g, agent, surnames) or _shared(g, at_gold[g.id], at_found[agent.id])
                for g in candidates
            }
            best = max(likeness, key=lambda id_: likeness[id_], default=None)
            out[agent.id] = best if best is not None and likeness[best] else None
    return out


def _alike(gold: Agent, found: Agent, surnames: Counter[str]) -> float:
    """How much two agents are called the same: a name, a surname that is unique, a near description."""
    a, b = names(gold), names(found)
    if a & b:
        return 3 + len(a & b) / len(a | b)
    if gold.kind == "person":
        alone = (x[-1] == y[-1] and 1 in (len(x), len(y)) and surnames[x[-1]] == 1 for x in a for y in b)
        return 2.0 if any(alone) else 0.0
    near = max((len({*x} & {*y}) / len({*x} | {*y}) for x in a for y in b), default=0.0)
    return 1 + near if near > 0.5 else 0.0


def _shared(gold: Agent, here: frozenset[int], there: frozenset[int]) -> float:
    """How much two agents without proper names are the same words of the text."""
    return 0.0 if gold.kind == "person" else dice(here, there)


def _places(text: str, whole: Whole) -> defaultdict[str | None, frozenset[int]]:
    """The characters by which each agent is mentioned or is a source, pronouns left out."""
    out: defaultdict[str | None, frozenset[int]] = defaultdict(frozenset)
    for agent in whole.agents:
        spans = [Span(m.start, m.end) for m in agent.mentions]
        out[agent.id] |= characters(s for s in spans if form(s.of(text)) != "pronoun")
    for statement in whole.statements:
        if statement.source and source_form(text, statement.source) != "pronoun":
            out[statement.speaker] |= characters(statement.source)
    return out


def pairs(gold: Sequence[Marked], found: Sequence[Marked]) -> dict[int, int]:
    """Which statement is which: cue and content overlap by half (Dice), the best first, one to one.

    Of two that overlap alike, the one on the same level is meant.
    """
    a, b = ([characters(s.cue + s.content) for s in side] for side in (gold, found))
    overlap = {(i, j): dice(x, y) for i, x in enumerate(a) for j, y in enumerate(b)}
    likeness = {(i, j): of - abs(gold[i].level - found[j].level) / 1000 for (i, j), of in overlap.items()}
    return {i: j for i, j in best(likeness, least=0.49).items() if overlap[i, j] >= 0.5}


def best(likeness: Mapping[tuple[int, int], float], *, least: float) -> dict[int, int]:
    """Pairs that are at least so much alike, one to one: the most alike first, then those that come first.

    >>> best({(0, 0): 0.6, (0, 1): 0.9, (1, 1): 0.95, (2, 0): 0.6}, least=0.5)
    {1: 1, 0: 0}
    """
    out: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted((-of, i, j) for (i, j), of in likeness.items() if of >= least):
        if i not in out and j not in used:
            out[i] = j
            used.add(j)
    return out
