"""What those who report a statement hold of its propositions: mostly nothing.

    Aas said the council **knows** that the dam leaks      Aas holds it too: CT+
    Aas said the council **falsely claims** that it leaks  Aas holds that it does not: CT-
    Aas **dismissed** the council's claim that it leaks    the same
    Aas said **we** will mend it                           Aas is one of those who speak
    Aas said the council fears that it leaks               Uu

Whoever merely passes words on (an agency, a newspaper that is cited) is committed to nothing. A commitment
reaches a holder only if every cue between it and the innermost speaker lets it through.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.claim import StanceValue, UuKind
from onrecord.read.stance.cue import cue_steps
from onrecord.read.stance.judge import Judged
from onrecord.read.stance.lexicon import phrases, scanned
from onrecord.span import Span
from onrecord.statement import Relation, Statement

PASSING: frozenset[Relation] = frozenset(
    [
        "published_by",
        "reported_by",
        "cited_by",
        "in_interview_with",
        "translated_by",
        "posted_by",
        "document_of",
        "asked_by",
    ]
)
ARTICLE = "article"
SHARED = frozenset("we our us ourselves".split())
PERCEIVED = frozenset("see sees saw seen seeing like likes liked find finds found".split())  # "is seen as"
DONE = frozenset(
    ["decide", "not decide", "refuse"]
)  # who decided or refused has done so in the reporter's eyes
REJECTED: dict[StanceValue, StanceValue] = {"CT+": "CT-", "PR+": "CT-", "PS+": "CT-", "CT-": "CT+"}
LONGEST = 3  # words of the longest factive or rejecting phrase


class Outer(NamedTuple):
    """One outer holder's stance, with the words that it rests on."""

    holder: str
    value: StanceValue
    kind: UuKind | None
    evidence: tuple[Span, ...]
    why: str


def outer(text: str, statement: Statement, parents: Sequence[Statement], judged: Judged) -> tuple[Outer, ...]:
    """For every agent of the statement's chain but the last, the outermost first, what it holds.

    ``parents`` are the statements that ``statement`` stands in, the outermost first.
    """
    levels = [*parents, statement]
    ends = bool(statement.chain) and statement.speaker in {None, statement.chain[-1].agent}
    found = []
    for agent, relation in dict.fromkeys(
        (h.agent, h.relation) for h in statement.chain[: -1 if ends else None]
    ):
        held = _held(text, agent, levels, judged) if _may_hold(agent, relation) else None
        found.append(held or Outer(agent, "Uu", None, (), "passes the words on"))
    return tuple(found)


def _may_hold(agent: str, relation: Relation) -> bool:
    return agent == ARTICLE or relation not in PASSING


def _held(text: str, agent: str, levels: Sequence[Statement], judged: Judged) -> Outer | None:
    """What an agent holds by the cues of the statements inside its own."""
    own = next((i for i in range(len(levels) - 2, -1, -1) if levels[i].speaker == agent), None)
    if own is None and agent != ARTICLE:
        return None
    inside = levels[own + 1 :] if own is not None else levels
    above = levels[own] if own is not None else None
    if len(inside) == 1 and (rejected := _rejected(text, agent, inside[0], above, judged)):
        return rejected
    let = [_lets_through(text, level, above) for level in inside]
    if not all(let):
        return None
    factive = any(words for words, _ in (one for one in let if one))
    value = judged.bare if factive else judged.value
    evidence = tuple(span for one in let if one for span in one[1])
    named = ", ".join(span.of(text).lower() for span in evidence)
    return Outer(agent, value, None if factive else judged.kind, evidence, f"holds it too: {named}")


def _rejected(
    text: str, agent: str, inner: Statement, above: Statement | None, judged: Judged
) -> Outer | None:
    """Rejection by a word of the cue ("falsely claims"), or by the cue above ("dismissed the claim that")."""
    words = _phrase(text, inner.cue, "rejecting")
    if not words and above:
        words = tuple(
            span
            for step in cue_steps(text, above)
            if step.name in {"deny", "rule_out"}
            for span in step.spans
        )
    value = REJECTED.get(judged.value)
    if not words or value is None:
        return None
    return Outer(agent, value, None, words, f"rejected: {', '.join(span.of(text).lower() for span in words)}")


def _lets_through(
    text: str, inner: Statement, above: Statement | None
) -> tuple[bool, tuple[Span, ...]] | None:
    """Whether a cue is factive, and the words that let a commitment through; None where none do."""
    shared = _sharing(text, inner) if above and above.kind != "indirect" else ()
    if shared:
        return False, shared
    factive = _phrase(text, inner.cue, "factive")
    if inner.function == "knowledge":
        return None if _asks(text, inner) else (True, factive or inner.cue)
    if factive and not inner.negated and not PERCEIVED.intersection(factive[0].of(text).lower().split()):
        return True, factive
    done = tuple(s for step in cue_steps(text, inner) if step.name in DONE for s in step.spans)
    return (False, done) if done and inner.function in {"intention", "refusal"} else None


def _asks(text: str, inner: Statement) -> bool:
    """Whether what is known or not is a question: "do not know whether"."""
    return any(
        span.of(text).lower().startswith(("whether", "if ", "about whether")) for span in inner.content[:1]
    )


def _sharing(text: str, inner: Statement) -> tuple[Span, ...]:
    """The "we" of a source that the outer speaker belongs to."""
    return tuple(span for span in inner.source if span.of(text).lower() in SHARED)


def _phrase(text: str, spans: Sequence[Span], name: str) -> tuple[Span, ...]:
    """The first phrase of a class in a cue."""
    scan, listed = scanned(text), phrases(name)
    for span in spans:
        low, high = bisect_left(scan.starts, span.start), bisect_left(scan.starts, span.end)
        for i in range(low, high):
            for k in range(min(i + LONGEST, high), i, -1):
                if " ".join(word.lower for word in scan.words[i:k]) in listed:
                    return (Span(scan.words[i].start, scan.words[k - 1].end),)
    return ()
