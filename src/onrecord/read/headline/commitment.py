"""How committed either side is to the event: the values of FactBank as ranks, from claims and from words."""

from collections.abc import Iterator

from onrecord.claim import Claim, Difference
from onrecord.read.acts.function import negates
from onrecord.read.clauses import Word, clauses, words
from onrecord.read.headline.case import Case
from onrecord.read.headline.content import stems
from onrecord.read.headline.hedges import SURE, allowed, conditions
from onrecord.read.headline.holders import source_of, tells
from onrecord.read.headline.lexicon import found
from onrecord.read.headline.sides import ARTICLE, overlaps
from onrecord.span import Span
from onrecord.statement import Statement

RANKS = {"CT+": 3, "CT-": 3, "PR+": 2, "PR-": 2, "PS+": 1, "PS-": 1}
MANY = 12  # clauses of the lead that are looked at
ASIDES = frozenset("who which whose where when because while although though".split())


def certainty(case: Case) -> Difference | None:
    """The headline is surer than the body: than its lead, or than somebody there who contradicts."""
    level = headline_level(case)
    if level < SURE or tells(case):
        return None
    lead, why = lead_level(case)
    against = (why if 0 < lead < level else ()) or contradiction(case)
    if not against and not case.headline.attributed:
        against = _alleged(case)
    return Difference("certainty", (case.headline.span,), against) if against else None


def headline_level(case: Case) -> int:
    """The rank of the headline's value: what its words allow at most, less where its claim says so."""
    by_words, _ = allowed(case.text, case.headline.words)
    claimed = [rank for c in case.headline.claims[:1] if (rank := _rank(c))]
    return min([by_words, *claimed])


def lead_level(case: Case) -> tuple[int, tuple[Span, ...]]:
    """The rank of the surest claim of the lead on the event, with the words it rests on.

    Words decide where no claim was read, or where the claim only hangs on a condition.
    """
    surest = max(case.lead.claims, key=_rank, default=None)
    if surest is not None and _rank(surest):
        return _rank(surest), surest.stances[-1].evidence or surest.trigger[:1]
    rank, why = allowed(case.text, told(case))
    if case.headline.stems & stems(w for span in why for w in words(case.text, span)):
        return SURE, ()  # "Board weighing levy" over "is weighing a levy": the headline has the hedge too
    return rank, why


def contradiction(case: Case) -> tuple[Span, ...]:
    """The words by which somebody in the body denies what the headline says.

    Where the headline says it in its own voice, the event is denied or left open; where it names who says
    so, it is the saying ("threatens" over "there was no threat").
    """
    if case.headline.attributed:
        cues = [span for s in case.headline.statements if s.source for span in s.cue]
        known = stems(w for span in cues for w in words(case.text, span))
        return next((s.cue for s in _others(case) if _denies(case, s, known)), ())
    if _negative(case):
        return ()
    for passage in case.passages:
        for claim in passage.claims:
            if passage.certain and claim.act == "deny" and _value(claim) == "CT-":
                return claim.stances[-1].evidence or claim.trigger[:1]
    known = case.headline.stems | stems(told(case))
    for s in _others(case):
        open_still = [x for span in s.content for x in found("undecided", words(case.text, span))]
        if open_still or _denies(case, s, known):
            return tuple(open_still[:1]) or s.cue
    return ()


def _negative(case: Case) -> bool:
    """Whether the headline itself says that it is not so; who denies it then agrees."""
    values = [value for c in case.headline.claims[:1] if (value := _value(c)) != "Uu"]
    negated = any(negates(w.lower) or w.lower == "never" for w in case.headline.words)
    return values[0].endswith("-") if values else negated


def _others(case: Case) -> Iterator[Statement]:
    """The statements of neither the headline nor the lead."""
    lead = {s.id for s in case.lead.statements}
    place = case.headline.span
    yield from (s for s in case.statements if s.id not in lead and not overlaps(place, s.content))


def _alleged(case: Case) -> tuple[Span, ...]:
    """The words by which the lead's source only alleges what the headline says."""
    source = source_of(case, case.lead)
    cue = [w for span in (source.cue if source else ()) for w in words(case.text, span)]
    return tuple(found("alleging", cue)[:1])


def _denies(case: Case, s: Statement, known: frozenset[str]) -> bool:
    """Whether a statement denies something of what was told."""
    cue = [w for span in s.cue for w in words(case.text, span)]
    if not found("denial", cue) or any(w.lower in {"nor", "not", "never"} for w in cue):
        return False
    return bool(known & stems(w for span in s.content[:1] for w in words(case.text, span)))


def _rank(claim: Claim) -> int:
    """The rank of the speaker's value; 0 where he is not committed."""
    return RANKS.get(_value(claim), 0)


def _value(claim: Claim) -> str:
    return claim.stances[-1].value if claim.stances else "Uu"


def told(case: Case) -> tuple[Word, ...]:
    """The words of what the lead tells, without who told it, without conditions and asides."""
    outer = [s for s in case.lead.statements if s.level == 1 and s.speaker != ARTICLE]
    spans = [span for s in outer[:1] for span in s.content] or [case.lead.span]
    out: list[Word] = []
    for part in (words(case.text, c) for span in spans[:MANY] for c in clauses(case.text, span)[:MANY]):
        ends = [o.start for o in conditions(case.text, part)]
        if part and part[0].lower not in ASIDES:
            out += [w for w in part if not ends or w.start < ends[0]]
    return tuple(out)
