"""The claims of an article: what is said, worded positively, and how committed each holder is to it."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from onrecord.claim import Claim, Stance
from onrecord.read.claims.condition import condition
from onrecord.read.claims.find import claimed
from onrecord.read.claims.refused import refused
from onrecord.read.claims.subject import unclaimed
from onrecord.read.claims.weigh import SIGNED, Verdict, act, settings, value_class, verdict, weigh
from onrecord.read.claims.wording import proposition
from onrecord.read.network.propose import Proposed
from onrecord.read.network.stances import ACTS
from onrecord.read.stance import Judged, judge, outer
from onrecord.span import Span
from onrecord.statement import Statement

ARTICLE = "article"


def claims_of(
    text: str, statements: Sequence[Statement], own: Sequence[Span], candidates: Sequence[Proposed]
) -> tuple[Claim, ...]:
    """The propositions in what is said, and in the stretches ``own`` of the article's own voice.

    ``candidates`` are what the network proposes. Claims are numbered in the order of the text.
    """
    _, least = settings()
    chosen = claimed(text, statements, candidates, least)
    of = {s.id: s for s in statements}
    saying = [span for s in statements for span in (*s.cue, *s.source)]
    found = [
        _claim(text, of.get(id_), above(of.get(id_), of), own, candidate)
        for id_, mine in chosen.items()
        for candidate in mine
        if id_ or (_lies_in(candidate.trigger, own) and not _lies_in(candidate.trigger, saying))
    ]
    found += _refusals(text, statements, chosen, of)
    found += _left_open(text, statements, chosen, of)
    found = list(_once(found))
    found.sort(key=lambda claim: claim.trigger)
    return tuple(replace(claim, id=f"c{number}") for number, claim in enumerate(found, start=1))


def _once(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; of those of one statement that say the same of one clause, the surest."""
    best: dict[tuple[str | None, str, str, str | None], Claim] = {}
    for claim in claims:
        told = claim.stances[-1]
        same = (claim.statement, claim.text, told.value, told.kind)
        if same not in best or (claim.p or 0.0) > (best[same].p or 0.0):
            best[same] = claim
    yield from best.values()


def _lies_in(trigger: Span, stretches: Sequence[Span]) -> bool:
    return any(s.start <= trigger.start < s.end for s in stretches)


def above(statement: Statement | None, of: Mapping[str, Statement]) -> tuple[Statement, ...]:
    """The statements that a statement is nested in, outermost first."""
    out: list[Statement] = []
    at = of.get(statement.parent or "") if statement else None
    while at is not None and at not in out:
        out.insert(0, at)
        at = of.get(at.parent or "")
    return tuple(out)


def _claim(
    text: str,
    statement: Statement | None,
    parents: tuple[Statement, ...],
    own: Sequence[Span],
    candidate: Proposed,
) -> Claim:
    weights, _ = settings()
    within = statement.content if statement else tuple(own)
    ruled = judge(text, statement, (candidate.trigger,), parents)
    names = [operator.name for operator in ruled.operators]
    told = verdict(weigh(candidate.values, value_class(ruled.value, ruled.kind), names, weights.value))
    does = act(weigh(candidate.acts, ACTS.index(ruled.act), names, weights.act))
    speaker = _speaker(statement, candidate, ruled, told)
    denying = (*ruled.evidence, *speaker.evidence) if told.value.endswith("-") else ()
    clause = condition(text, within, candidate.trigger) if told.kind == "conditional" else None
    return Claim(
        id="",
        statement=statement.id if statement else None,
        event=None,
        text=proposition(text, within, candidate.trigger, denying),
        trigger=(candidate.trigger,),
        stances=(*_outer(text, statement, parents, ruled), speaker),
        act=does,
        condition=" ".join(clause.of(text).split()) if clause else None,
        p=round(candidate.p, 3),
    )


def _speaker(statement: Statement | None, candidate: Proposed, ruled: Judged, told: Verdict) -> Stance:
    """The speaker's own stance, with the words that it rests on."""
    agreed = (ruled.value, ruled.kind) == (told.value, told.kind)
    seen = tuple(span for span, _ in candidate.evidence)
    evidence = ruled.evidence if agreed or told.value == "CT+" else seen or ruled.evidence
    why = ruled.why if agreed else f"{ruled.why}; read in context as {_named(told)}"
    against = candidate.against > 0.5 if not agreed else ruled.polarity == "-"
    return Stance(
        holder=(statement.speaker if statement else ARTICLE),
        value=told.value,
        kind=told.kind,
        polarity=("-" if against else "+") if told.kind in SIGNED else None,
        p=round(told.p, 3),
        evidence=evidence or (statement.cue if statement else (candidate.trigger,)),
        why=why,
    )


def _named(told: Verdict) -> str:
    return f"{told.value} ({told.kind})" if told.kind else told.value


def _outer(
    text: str, statement: Statement | None, parents: tuple[Statement, ...], ruled: Judged
) -> Iterator[Stance]:
    """The stances of those who pass the words on, outermost first."""
    if statement is None:
        return
    for view in outer(text, statement, parents, ruled):
        yield Stance(
            holder=view.holder,
            value=view.value,
            kind=view.kind,
            polarity=None,
            evidence=view.evidence,
            why=view.why,
        )


def _left_open(
    text: str,
    statements: Sequence[Statement],
    chosen: Mapping[str, Sequence[Proposed]],
    of: Mapping[str, Statement],
) -> Iterator[Claim]:
    """What a statement rules out or does not, where the network saw nothing in it: "did not rule it out"."""
    parents = {s.parent for s in statements}
    for s in statements:
        if s.id in chosen or s.id in parents or s.function == "refusal":
            continue
        trigger = unclaimed(text, s)
        if trigger is not None:
            yield _by_rule(text, s, above(s, of), trigger, proposition(text, s.content, trigger))


def _refusals(
    text: str,
    statements: Sequence[Statement],
    chosen: Mapping[str, Sequence[Proposed]],
    of: Mapping[str, Statement],
) -> Iterator[Claim]:
    """Who would not say, and says nothing else: the refusal itself is what there is."""
    for s in statements:
        if s.function == "refusal" and s.id not in chosen and s.cue:
            trigger, worded = refused(text, s)
            yield _by_rule(text, s, above(s, of), trigger, worded)


def _by_rule(text: str, s: Statement, parents: tuple[Statement, ...], trigger: Span, worded: str) -> Claim:
    """A claim that the network did not propose, with the stances that the rules give it."""
    ruled = judge(text, s, (trigger,), parents)
    own = Stance(s.speaker, ruled.value, ruled.kind, None, None, ruled.evidence or s.cue, ruled.why)
    return Claim("", s.id, None, worded, (trigger,), (*_outer(text, s, parents, ruled), own), ruled.act)
