"""From frames to hops: the order in which those who passed words on stand in a chain, at every level."""

from collections.abc import Mapping, Sequence

from onrecord.read.chain.cast import Cast
from onrecord.read.chain.credit import Credit
from onrecord.read.chain.frames import Frame
from onrecord.statement import Hop, Relation, Statement

START = (Hop("article", "published_by"),)
ORDER: tuple[Relation, ...] = (
    "translated_by",
    "published_by",
    "reported_by",
    "cited_by",
    "in_interview_with",
    "posted_by",
    "document_of",
)
STATES_OF_MIND: dict[str, Relation] = {
    "belief": "belief_of",
    "knowledge": "position_of",
    "intention": "intention_of",
    "hope": "position_of",
    "expectation": "position_of",
}
PASSED = {"reported_by", "cited_by"}
FROM_ELSEWHERE = {"poll", "quoted"}
Chain = tuple[Hop, ...]


def framed(
    s: Statement, own: Sequence[Frame], inherited: Sequence[Frame], credit: Credit
) -> list[tuple[Frame, bool]]:
    """The frames of one statement, each with whether it is stated there."""
    out = [(f, f.rule not in FROM_ELSEWHERE) for f in own] or [(f, False) for f in inherited]
    if any(f.relation == "in_interview_with" for f, _ in out):
        out += [(f, False) for f in credit.venue if f.rule != "quotations" or s.kind != "indirect"]
    return out + [(f, False) for f in credit.whole]


def finders(own: Mapping[str, Sequence[Frame]], cast: Cast) -> dict[str, list[Frame]]:
    """For each document, the frames of those who got hold of it, from the statement that names both."""
    out: dict[str, list[Frame]] = {}
    for found in own.values():
        passed = [f for f in found if f.relation in PASSED and f.rule != "poll"]
        for f in found:
            if passed and f.who.kind == "document" and f not in passed:
                out.setdefault(cast.find(f.who, None), passed)
    return out


def hops(
    s: Statement, found: Sequence[tuple[Frame, bool]], cast: Cast, finder: Mapping[str, Sequence[Frame]]
) -> Chain:
    """The chain of a statement of level 1: the article, those who passed the words on, the speaker."""
    if not any(f.relation in PASSED for f, _ in found):
        papers = [cast.find(f.who, s.speaker) for f, _ in found if f.who.kind == "document"]
        found = [*found, *((f, False) for paper in papers for f in finder.get(paper, ()))]
    out = list(START)
    for f, explicit in sorted(
        found, key=lambda pair: (ORDER.index(pair[0].relation), pair[0].rule != "credit")
    ):
        id = cast.find(f.who, s.speaker)
        if id != s.speaker and all(h.agent != id for h in out):
            out.append(Hop(id, f.relation, explicit, f.at))
    return (*out, *_speaker(s, "asked_by", "said_by"))


def nested(statements: Sequence[Statement], chains: Mapping[str, Chain]) -> dict[str, Chain]:
    """The chains of all statements: a nested one's is its parent's and its own speaker, however deep."""
    out = dict(chains)
    by_id = {s.id: s for s in statements}
    for s in statements:
        path: list[Statement] = []
        at: Statement | None = s
        while at and at.id not in out and len(path) < len(by_id):
            path.append(at)
            at = by_id.get(at.parent or "")
        for child in reversed(path):
            parent = by_id.get(child.parent or "")
            if parent and child.speaker == parent.speaker:
                own = _hop(child, "self_report_of")
            else:
                own = _speaker(child, "quoted_by", "quoted_by" if child.function == "speech" else "said_by")
            out[child.id] = out.get(child.parent or "", START) + own
    return out


def _speaker(s: Statement, asked: Relation, said: Relation) -> Chain:
    """The last hop, by function: ``asked`` for a question, ``said`` for what else is no state of mind."""
    return _hop(s, asked if s.function == "question" else STATES_OF_MIND.get(s.function or "", said))


def _hop(s: Statement, relation: Relation) -> Chain:
    evidence = next((spans[0] for spans in (s.source, s.cue) if spans), None)
    return (Hop(s.speaker, relation, True, evidence),) if s.speaker else ()
