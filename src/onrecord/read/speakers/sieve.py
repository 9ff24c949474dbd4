"""The rules by which a source finds who it refers to: a table of (rule, what it looks at), weighted by form.

Each rule looks at one source and one referent it may mean and gives a number; ``speakers.toml`` holds the
weight of every rule for every form of source ("he", "they", "who", "the minister", ...), learned from
readings by `training.speakers`. The sum is the referent's score, a softmax over all of them its probability,
and the rule that told most for it is the reason given. This is the ranker of Lee et al. (2017) with a table one can read.
"""

import math
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.read.phrases.phrase import Phrase
from onrecord.read.speakers.scene import Layout, Mentioned, Referent
from onrecord.statement import Statement

Floats = NDArray[np.float64]
FILE = Path(__file__).parent / "speakers.toml"
FORMS = ("he", "they", "it", "who", "I", "we", "you", "the", "a", "none")
LEAST = 1e-3
ARTICLE = "article"
PEOPLE = {"unnamed": "person"}


class Case(NamedTuple):
    """One source, and what is known where it stands.

    ``link`` holds the network's probability of each referent and, under "", of somebody new. ``offices`` are
    those whose office the phrase names, ``principals`` those the outer speaker speaks for. ``fitting`` are
    those that agree with the source, the nearest first, ``people`` persons of a gender that agrees, ``firsts``
    the first of them in this sentence, in the one before and in this paragraph, ``voice`` the one who spoke
    last, ``main`` the one mentioned most, ``ahead`` the next one in this sentence, ``coming`` the next one to be
    named in a later sentence, ``upcoming`` the next one to speak by name. ``impersonal`` cues are nobody's ("it
    seems"), ``quoted`` sources stand in quotation marks, those of the ``lead`` in the headline or the first
    paragraph; ``kin`` tells whether anybody near is of the source's kind, and ``office`` is the word of the
    tables for its role.
    """

    statement: Statement
    phrase: Phrase
    form: str
    start: int
    end: int
    layout: Layout
    last: dict[str, Mentioned]
    order: dict[str, int]
    often: dict[str, int]
    link: dict[str, float]
    parent: str | None
    grandparent: str | None
    previous: Statement | None
    upcoming: str
    offices: frozenset[str]
    principals: frozenset[str]
    fitting: tuple[str, ...]
    people: tuple[str, ...]
    firsts: tuple[str, str, str]
    voice: str
    main: str
    ahead: str
    coming: str
    impersonal: bool
    lead: bool
    kin: bool
    office: str
    quoted: bool
    words: frozenset[str]
    of_words: frozenset[str]


class Option(NamedTuple):
    """A referent that a source may mean; None is somebody who has not been met."""

    id: str
    referent: Referent | None


Rule = Callable[[Case, Option], float]


def form_of(phrase: Phrase) -> str:
    """Which column of the table a source falls under."""
    pronouns = {
        "i": "I",
        "we": "we",
        "you": "you",
        "he": "he",
        "she": "he",
        "reflexive": "he",
        "they": "they",
        "it": "it",
        "relative": "who",
        "demonstrative": "it",
        "indefinite": "a",
    }
    if phrase.form == "pronoun":
        return pronouns.get(phrase.pronoun or "", "a")
    if phrase.form == "none":
        return "none"
    return "the" if phrase.definiteness in {"definite", "possessive", "proper"} else "a"


def _kind(kind: str) -> Rule:
    return lambda _, o: float(
        o.referent is not None and not o.referent.place and o.referent.agent.kind == kind
    )


def _new(test: Callable[[Case], float]) -> Rule:
    return lambda c, o: test(c) if o.referent is None else 0.0


def _old(test: Callable[[Case, Option, Referent], float]) -> Rule:
    return lambda c, o: test(c, o, o.referent) if o.referent is not None else 0.0


def _seen(test: Callable[[Case, Mentioned], float]) -> Rule:
    return lambda c, o: test(c, c.last[o.id]) if o.id in c.last else 0.0


def _nth(n: int) -> Rule:
    return _old(lambda c, o, _: float(c.order.get(o.id) == n))


def _gender(c: Case, _: Option, r: Referent) -> float:
    return 0.0 if None in {c.phrase.gender, r.gender} else 1.0 if c.phrase.gender == r.gender else -1.0


def _prior(*, same_paragraph: bool) -> Rule:
    def rule(c: Case, o: Option) -> float:
        before = c.previous
        if before is None or before.speaker != o.id:
            return 0.0
        near = c.layout.paragraph(before.cue[0].start) == c.layout.paragraph(c.statement.cue[0].start)
        return float(near == same_paragraph)

    return rule


def _sentences(c: Case, m: Mentioned) -> int:
    return c.layout.sentence(c.start) - c.layout.sentence(m.start)


def same_kind(said: Phrase, r: Referent) -> bool:
    """Whether a referent may be of the kind of a source; an unnamed one is a person."""
    ours, theirs = (PEOPLE.get(kind or "", kind) for kind in (said.kind, r.agent.kind))
    return ours is None or ours == theirs


def _office(c: Case, _: Option, r: Referent) -> float:
    return float(bool(c.office and r.offices) and c.office not in r.offices)


def _is_one(c: Case, r: Referent) -> bool:
    return c.phrase.number == "plural" and r.agent.kind in {"person", "unnamed"} and not r.plural


def _share(a: frozenset[str], b: set[str]) -> float:
    return len(a & b) / len(a) if a else 0.0


RULES: tuple[tuple[str, Rule], ...] = (
    ("is the article itself", _old(lambda c, o, _: float(o.id == ARTICLE))),
    ("is the article, by an impersonal cue", _old(lambda c, o, _: float(o.id == ARTICLE and c.impersonal))),
    ("is a person", _kind("person")),
    ("is an organization", _kind("organization")),
    ("is a group", _kind("group")),
    ("is a document", _kind("document")),
    ("is an unnamed source", _kind("unnamed")),
    ("is a place", _old(lambda c, o, r: float(r.place))),
    ("speaks where these words stand", _old(lambda c, o, _: float(o.id == c.parent))),
    ("speaks where these words stand, word for word", _old(lambda c, o, _: float(o.id == c.parent and c.quoted))),
    ("speaks two levels up", _old(lambda c, o, _: float(o.id == c.grandparent))),
    ("is spoken for by the one whose words these are in", _old(lambda c, o, _: float(o.id in c.principals))),
    ("spoke last, in this paragraph", _prior(same_paragraph=True)),
    ("spoke last, in an earlier paragraph", _prior(same_paragraph=False)),
    ("was mentioned last", _nth(0)),
    ("was mentioned last but one", _nth(1)),
    ("was mentioned last but two", _nth(2)),
    ("is the nearest that fits", _old(lambda c, o, _: float(c.fitting[:1] == (o.id,)))),
    ("is the second that fits", _old(lambda c, o, _: float(c.fitting[1:2] == (o.id,)))),
    ("is the nearest person", _old(lambda c, o, _: float(c.people[:1] == (o.id,)))),
    ("is the second nearest person", _old(lambda c, o, _: float(c.people[1:2] == (o.id,)))),
    ("is the first person of this sentence", _old(lambda c, o, _: float(o.id == c.firsts[0]))),
    ("is the first person of the sentence before", _old(lambda c, o, _: float(o.id == c.firsts[1]))),
    ("is the first person of this paragraph", _old(lambda c, o, _: float(o.id == c.firsts[2]))),
    ("is of another kind than the source", _old(lambda c, o, r: float(not same_kind(c.phrase, r)))),
    ("holds another kind of office", _old(_office)),
    ("is the next to be named", _old(lambda c, o, _: float(o.id == c.coming))),
    ("is the next to be named, and new", _old(lambda c, o, _: float(o.id == c.coming and o.id not in c.last))),
    ("is the next to be named after the lead", _old(lambda c, o, _: float(c.lead and o.id == c.coming))),
    ("is the person who spoke last", _old(lambda c, o, _: float(o.id == c.voice))),
    ("is the person mentioned most", _old(lambda c, o, _: float(o.id == c.main))),
    ("is the next person in this sentence", _old(lambda c, o, _: float(o.id == c.ahead))),
    ("is the nearest person and spoke last", _old(lambda c, o, _: float(c.people[:1] == (o.id,) and o.id == c.voice))),
    ("is mentioned in this sentence", _seen(lambda c, m: float(_sentences(c, m) == 0))),
    ("is mentioned in the sentence before", _seen(lambda c, m: float(_sentences(c, m) == 1))),
    ("is mentioned in this paragraph", _seen(lambda c, m: float(c.layout.paragraph(m.start) == c.layout.paragraph(c.start)))),
    ("was mentioned sentences ago", _seen(lambda c, m: math.log1p(max(0, _sentences(c, m))))),
    ("opens its sentence", _seen(lambda c, m: float(m.start - c.layout.sentences[c.layout.sentence(m.start) - 1] < 12))),
    ("spoke when last mentioned", _seen(lambda c, m: float(m.speaks))),
    ("was last mentioned inside a quotation", _seen(lambda c, m: float(c.layout.quotation(m.start) is not None))),
    ("is mentioned in the words these stand in", _seen(lambda c, m: float(c.layout.quotation(m.start) == c.layout.quotation(c.start)))),
    ("stands right before", _seen(lambda c, m: float(0 <= c.start - m.end <= 3))),
    ("is not mentioned before", _old(lambda c, o, _: float(o.id not in c.last))),
    ("is the next to speak by name", _old(lambda c, o, _: float(o.id == c.upcoming))),
    ("is the next by name, and new", _old(lambda c, o, _: float(o.id == c.upcoming and o.id not in c.last))),
    ("has the same kind of office", _old(lambda c, o, r: float(c.office in r.offices if c.office else 0))),
    ("is the next by name, in no role", _old(lambda c, o, r: float(o.id == c.upcoming and not r.heads))),
    ("is of the same gender", _old(_gender)),
    ("is several, as the source is", _old(lambda c, o, r: float(r.plural) if c.phrase.number == "plural" else -float(r.plural))),
    ("is one, where the source is several", _old(lambda c, o, r: float(_is_one(c, r)))),
    ("is who the network links it to", lambda c, o: c.link.get(o.id, 0.0)),
    ("is linked to it by the network", lambda c, o: math.log(c.link.get(o.id, 0.0) + LEAST)),
    ("is mentioned often", _old(lambda c, o, _: math.log1p(c.often.get(o.id, 0)))),
    ("was called by the same noun", _old(lambda c, o, r: float(c.phrase.head in r.heads))),
    ("has these words in its name or role", _old(lambda c, o, r: _share(c.words, r.words))),
    ("has the head noun in its name or role", _old(lambda c, o, r: float(c.phrase.head in r.words))),
    ("belongs to the same", _old(lambda c, o, r: _share(c.of_words, r.words))),
    ("holds that office", _old(lambda c, o, _: float(o.id in c.offices))),
    ("is somebody new", _new(lambda c: 1.0)),
    ("is new and definite", _new(lambda c: float(c.phrase.definiteness == "definite"))),
    ("is new and somebody's", _new(lambda c: float(c.phrase.definiteness == "possessive"))),
    ("is new where a person is near", _new(lambda c: float(bool(c.people)))),
    ("is new and several", _new(lambda c: float(c.phrase.number == "plural"))),
    ("is new and said to be unnamed", _new(lambda c: float(c.phrase.unnamed))),
    ("is new where nothing fits", _new(lambda c: float(not c.fitting))),
    ("is new where no office or noun is known", _new(lambda c: float(not c.offices and not any(c.words)))),
    ("is new with a complement", _new(lambda c: float(c.phrase.of is not None))),
    ("is new, a writing", _new(lambda c: float(c.phrase.kind == "document"))),
    ("is new, a body", _new(lambda c: float(c.phrase.kind == "organization"))),
    ("is new, a person", _new(lambda c: float(c.phrase.kind == "person"))),
    ("is new, a group", _new(lambda c: float(c.phrase.kind == "group"))),
    ("is new where nobody is of its kind", _new(lambda c: float(not c.kin))),
    ("is new in the lead", _new(lambda c: float(c.lead))),
    ("is new inside another's words", _new(lambda c: float(c.parent is not None))),
)  # fmt: skip


@cache
def weights() -> dict[str, Floats]:
    """For each form of source the weights of all rules, in order; a rule without one weighs nothing."""
    table = tomllib.loads(FILE.read_text(encoding="utf8")) if FILE.exists() else {}
    return {f: np.array([table.get(f, {}).get(name, 0.0) for name, _ in RULES]) for f in FORMS}


def features(case: Case, options: Sequence[Option]) -> Floats:
    """(options, rules): what every rule says of every referent."""
    return np.array([[rule(case, option) for _, rule in RULES] for option in options])


def probabilities(scores: Floats) -> Floats:
    """The softmax of the options' scores."""
    e = np.exp(scores - scores.max())
    p: Floats = e / e.sum()
    return p


def reason(told: Floats, best: int) -> str:
    """The rule that told most for the best option, against the mean of the others."""
    others = np.delete(told, best, axis=0)
    lead = told[best] - (others.mean(axis=0) if len(others) else 0.0)
    return RULES[int(lead.argmax())][0]
