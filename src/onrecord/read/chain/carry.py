"""Frames that hold beyond their own sentence: the venue of an interview, a letter that is read at length.

Whether "he said" three paragraphs on is still said in the interview is judged by a logistic score over facts
about the two statements and what stands between them. Its weights are in `carry.toml`, made by
`training/chain.py`; a positive weight speaks for carrying the frame on.
"""

import math
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.read.chain.clauses import Clause
from onrecord.read.chain.frames import Frame
from onrecord.statement import Statement

PUBLIC = re.compile(
    r"\b(?:rall(?:y|ies)|debates?|speech|press conference|news conference|town hall|reporters|crowd|audience|"
    r"event|conference|hearing|campaign stop|stump|trail|convention|forum|floor)\b",
    re.IGNORECASE,
)
WRITTEN = re.compile(
    r"\b(?:statement|tweet\w*|twitter|facebook|e-?mail\w*|letter|op-ed|wrote|book|memo|blog|post(?:ed)?|ad)\b",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"\b(?:earlier|previously|last (?:week|month|year|fall|summer|spring|winter|night)|in (?:19|20)\d\d|ago|"
    r"once|in the past|later|since|then|former\w*|long|repeatedly|often|in (?:January|February|March|April|"
    r"May|June|July|August|September|October|November|December))\b",
    re.IGNORECASE,
)
DAY = re.compile(r"\b(?:\w+day|today|yesterday|this (?:week|month|morning))\b")
PERFECT = re.compile(r"\b(?:has|have|had|’s|'s)\b")
GOING_ON = re.compile(
    r"\b(?:add(?:ed|s|ing)?|continu\w+|went on|goes on|conclud\w+|explain\w+|repl(?:ied|ies|y)|answer\w*|"
    r"respond\w*|also)\b",
    re.IGNORECASE,
)
ASKED = re.compile(r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Ww]hen asked)\b")
TALK = re.compile(
    r"\b(?:interview\w*|conversation|interviewer|host|show|program|podcast|broadcast|segment)\b",
    re.IGNORECASE,
)
WRITES = re.compile(r"\b(?:wr[io]te\w*|writing|penned|letter|reads?|says?)\b")
PRONOUN = re.compile(r"(?:he|she|they|it|who)$", re.IGNORECASE)
KEPT = 0.4


class Situation(NamedTuple):
    """A statement, a frame it may take, and the speaker's statement on that side which is next to it."""

    s: Statement
    clause: Clause
    frames: Sequence[Frame]
    of: Clause
    beside: Clause
    again: bool
    aside: bool
    holds: bool
    between: int
    venues: int
    share: float

    @property
    def frame(self) -> Frame:
        """The frame nearest to the words."""
        return self.frames[-1]


class Pass(NamedTuple):
    """What carrying reads: statements and asides in reading order, their frames and sentences."""

    order: Sequence[tuple[str, str | None]]
    own: Mapping[str, Sequence[Frame]]
    around: Mapping[str, Clause]
    statements: Mapping[str, Statement]


def carried(known: Pass) -> dict[str, Sequence[Frame]]:
    """The frames that each statement without any takes from another statement of its speaker."""
    out: dict[str, Sequence[Frame]] = {}
    for direction in ("onward", "back"):
        weights = _weights()[direction]
        for case in situations(known, out, direction):
            if chance(weights, case) >= KEPT:
                out[case.s.id] = case.frames
    return out


def situations(known: Pass, taken: Mapping[str, Sequence[Frame]], direction: str) -> Iterator[Situation]:
    """Each statement that may take a frame from before ("onward") or behind it ("back").

    ``taken`` is read as it grows: that the statement beside this one holds the frame is the best sign.
    """
    own, around = known.own, known.around
    count, venues = _counts(known)
    ahead = _ahead(known, direction)
    held: dict[str, tuple[Sequence[Frame], str]] = {}
    beside: dict[str, tuple[int, str]] = {}
    for i, (id, speaker) in enumerate(known.order if direction == "onward" else reversed(known.order)):
        if speaker is None:
            continue
        if own[id]:
            held[speaker] = (own[id], id)
        elif id not in taken and speaker in held:
            frames, giver = held[speaker]
            at, near = beside[speaker]
            yield Situation(
                known.statements[id],
                around[id],
                frames,
                around[giver],
                around[near],
                frames[-1].who.name in ahead.get(id, ()),
                giver.startswith("~"),
                near == giver or taken.get(near) is frames,
                i - at - 1,
                venues[speaker],
                count[speaker] / len(known.order),
            )
        beside[speaker] = (i, id)


def _ahead(known: Pass, direction: str) -> dict[str, frozenset[str]]:
    """The venues that the speaker of each statement names further on."""
    out: dict[str, frozenset[str]] = {}
    seen: dict[str, frozenset[str]] = {}
    for id, speaker in reversed(known.order) if direction == "onward" else known.order:
        if speaker:
            out[id] = seen.get(speaker, frozenset())
            seen[speaker] = out[id] | {f.who.name for f in known.own[id]}
    return out


def _counts(known: Pass) -> tuple[dict[str, int], dict[str, int]]:
    count: dict[str, int] = {}
    venues: dict[str, set[str]] = {}
    for id, speaker in known.order:
        if speaker:
            count[speaker] = count.get(speaker, 0) + 1
            venues.setdefault(speaker, set()).update(f.who.name for f in known.own[id])
    return count, {k: len(v) for k, v in venues.items()}


Fact = Callable[[Situation], bool]
FACTS: dict[str, Fact] = {
    "holds beside": lambda c: c.holds,
    "named again": lambda c: c.again,
    "another day": lambda c: bool(_days(c.clause) - _days(c.of)),
    "same day": lambda c: bool(_days(c.clause) & _days(c.of)),
    "from an aside": lambda c: c.aside,
    "same sentence as giver": lambda c: c.clause.start == c.of.start,
    "same paragraph as giver": lambda c: c.clause.paragraph == c.of.paragraph,
    "next paragraph to giver": lambda c: abs(c.clause.paragraph - c.of.paragraph) == 1,
    "two or three paragraphs from giver": lambda c: 2 <= abs(c.clause.paragraph - c.of.paragraph) <= 3,
    "seven paragraphs from giver": lambda c: abs(c.clause.paragraph - c.of.paragraph) >= 7,
    "same paragraph as beside": lambda c: c.clause.paragraph == c.beside.paragraph,
    "next paragraph to beside": lambda c: abs(c.clause.paragraph - c.beside.paragraph) == 1,
    "four paragraphs from beside": lambda c: abs(c.clause.paragraph - c.beside.paragraph) >= 4,
    "nobody between": lambda c: c.between == 0,
    "several between": lambda c: c.between > 2,
    "interview": lambda c: c.frame.rule in {"interview", "X interview", "speaking", "on"},
    "told": lambda c: c.frame.rule == "told",
    "asked by": lambda c: c.frame.rule in {"reached by", "remarks to", "to"},
    "a paper": lambda c: c.frame.relation == "document_of",
    "a page": lambda c: c.frame.relation == "posted_by",
    "reported": lambda c: c.frame.relation in {"reported_by", "cited_by"},
    "a paper, and written": lambda c: c.frame.who.kind == "document" and bool(WRITES.search(_cue(c))),
    "a paper, and spoken": lambda c: c.frame.who.kind == "document" and not WRITES.search(_cue(c)),
    "not speech": lambda c: c.s.function not in {"speech", "refusal", None},
    "refusal": lambda c: c.s.function == "refusal",
    "quoted": lambda c: c.s.kind == "direct",
    "not quoted": lambda c: c.s.kind == "indirect",
    "pronoun": lambda c: bool(PRONOUN.match(_source(c))),
    "perfect": lambda c: bool(PERFECT.search(_cue(c))),
    "going on": lambda c: bool(GOING_ON.search(_cue(c))),
    "said": lambda c: _cue(c) in {"said", "says", ":", "said:"},
    "in public": lambda c: bool(PUBLIC.search(c.clause.words)),
    "in writing": lambda c: c.frame.who.kind != "document" and bool(WRITTEN.search(c.clause.words)),
    "earlier": lambda c: bool(EARLIER.search(c.clause.words)),
    "a day": lambda c: bool(DAY.search(c.clause.words)),
    "asked": lambda c: bool(ASKED.search(c.clause.words)),
    "talk": lambda c: c.frame.who.kind != "document" and bool(TALK.search(c.clause.words)),
    "headline": lambda c: c.clause.paragraph == 0,
    "lead": lambda c: c.clause.paragraph == 1,
    "giver near the top": lambda c: c.of.paragraph <= 3,
    "one venue only": lambda c: c.venues == 1,
    "main speaker": lambda c: c.share > 0.5,
    "minor speaker": lambda c: c.share < 0.2,
    "only one, main": lambda c: c.venues == 1 and c.share > 0.5,
}


def facts(case: Situation) -> Iterator[str]:
    """What is the case, by name."""
    return (name for name, fact in FACTS.items() if fact(case))


def chance(weights: Mapping[str, float], case: Situation) -> float:
    """How likely the frame is carried on."""
    score = weights.get("bias", 0.0) + sum(weights.get(name, 0.0) for name in facts(case))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def _weights() -> dict[str, dict[str, float]]:
    return tomllib.loads((files("onrecord.read.chain") / "carry.toml").read_text(encoding="utf-8"))


def _days(clause: Clause) -> set[str]:
    return set(DAY.findall(clause.words))


def _cue(c: Situation) -> str:
    return " ".join(c.clause.of(span) for span in c.s.cue).strip()


def _source(c: Situation) -> str:
    return " ".join(c.clause.of(span) for span in c.s.source).strip()
