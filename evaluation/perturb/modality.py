"""Changes of what is said of an event: how sure it is, and whether it is denied."""

import re
from collections.abc import Iterator

from evaluation.marked import Spans
from evaluation.perturb.edit import Case, Edit, Subject, edited
from evaluation.perturb.places import INSIDE, NOMINAL, auxiliary, like, sentence
from onrecord import Span

Edits = Iterator[tuple[str, list[Edit]]]

STRONGER = {"may": "will", "might": "would", "could": "would"}
WEAKER = {"will": "may", "would": "might"}
OTHER_HEDGES = re.compile(r"\b(?:likely|probably|possibly|perhaps|maybe|not|never)\b")

FINITE = "is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did"
NOT_FINITE = re.compile(
    r"\bto\s+\w+$|\b(?:may|might|can|could|will|would|must|should)\b.*\shave$", re.IGNORECASE
)
NEGATED = (
    r"(?:is|are|was|were|has|have|had|wo|would|ca|could|must|should|does|do|did)n['’]t|cannot|never|"
    rf"(?:{FINITE})\s+not"
)
ANY = re.compile(r"\b(?P<any>any)(?:body|one|thing)?\b")
CONTRACTED = {"wo": "will", "ca": "can", "cannot": "can"}
NEGATION = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|cannot|without)\b|n['’]t\b", re.IGNORECASE
)

NOT_RULED_OUT = re.compile(
    r"\b(?:(?P<do>do|does|did)(?:\s+not|n['’]t)(?:\s+\w+ly)?\s+rule"
    r"|(?P<refuse>refuse[sd]?|decline[sd]?)\s+to\s+rule"
    r"|(?P<aux>has|have|had|is|are|was|were|could|would|will|can)(?:\s+not|n['’]t)"
    r"(?P<form>\s+(?:be\s+)?rul(?:e|ed|ing))"
    r"|(?P<cannot>cannot|can['’]t|won['’]t)\s+rule)\s+out\b",
    re.IGNORECASE,
)
RULED_OUT = re.compile(r"\b(?P<aux>has\s+|have\s+|had\s+|was\s+|were\s+|is\s+)?ruled\s+out\b", re.IGNORECASE)
RULES = {"do": "rule", "does": "rules", "did": "ruled"}

DENY = {"denied": "", "denies": "s", "deny": "-", "denying": "ing"}
SAY = {"": "said", "s": "says", "-": "say", "ing": "saying"}
ADMIT = {"": "admitted", "s": "admits", "-": "admit", "ing": "admitting"}
DENIED = re.compile(r"\b(?P<deny>denied|denies|deny|denying)(?=\s+(?P<what>that\b|\w+ing\b))", re.IGNORECASE)


def cases(subject: Subject) -> Iterator[Case]:
    """Every change of this kind that can be made at a claim; its value has to change."""
    for rule in (_surer, _less_sure, _ruled_out, _not_ruled_out, _said, _denied, _negated, _affirmed):
        for kind, edits in rule(subject):
            yield Case(kind, subject, edited(subject.text, edits), "value", changes=True)


def _surer(subject: Subject) -> Edits:
    found = auxiliary(subject.text, subject.at, "may|might|could")
    if found and _value(subject) == "PS+" and not OTHER_HEDGES.search(found["between"]):
        start, end = found.span("verb")
        if _rests_on(subject, Span(start, end)):
            yield "may > will", [Edit(start, end, like(STRONGER[found["verb"].lower()], found["verb"]))]


def _less_sure(subject: Subject) -> Edits:
    found = auxiliary(subject.text, subject.at, "will|would")
    if found is None or OTHER_HEDGES.search(found["between"]):
        return
    if _value(subject) in ("CT+", "PR+") and "PS+" not in subject.claim.stance.accepted:
        start, end = found.span("verb")
        yield "will > may", [Edit(start, end, like(WEAKER[found["verb"].lower()], found["verb"]))]


def _ruled_out(subject: Subject) -> Edits:
    """From "does not rule out" to "rules out"."""
    if _value(subject) != "PS+":
        return
    for found in _near(subject, NOT_RULED_OUT):
        yield "not ruled out > ruled out", [Edit(*found.span(), like(_without_not(found), found[0]))]


def _without_not(found: re.Match[str]) -> str:
    if found["do"]:
        return f"{RULES[found['do'].lower()]} out"
    if found["refuse"]:
        past = found["refuse"].lower().endswith("d")
        return "ruled out" if past else "rules out" if found["refuse"].endswith("s") else "rule out"
    if found["cannot"]:
        return "can rule out" if found["cannot"].lower().startswith("ca") else "will rule out"
    return f"{found['aux']}{found['form']} out"


def _not_ruled_out(subject: Subject) -> Edits:
    if _value(subject) not in ("CT-", "PR-"):
        return
    for found in _near(subject, RULED_OUT):
        before = subject.text[max(0, found.start() - 12) : found.start()]
        if not NEGATION.search(before):
            auxiliary_ = (found["aux"] or "").rstrip()
            new = f"{auxiliary_} not ruled out" if auxiliary_ else "did not rule out"
            yield "ruled out > not ruled out", [Edit(*found.span(), new)]


def _said(subject: Subject) -> Edits:
    """From "denied that" to "said that", from "denied taking" to "admitted taking"."""
    if _value(subject) != "CT-":
        return
    for found in _near(subject, DENIED):
        if found.end() <= subject.at.start:
            forms = SAY if found["what"].lower() == "that" else ADMIT
            new = forms[DENY[found["deny"].lower()]]
            edit = Edit(*found.span("deny"), like(new, found["deny"]))
            yield "denied > said", [edit, *_some(subject.text, found.end())]


def _denied(subject: Subject) -> Edits:
    """From "said (that)" to "denied that", where the claim is all that is said."""
    statement, text = subject.statement, subject.text
    if (
        statement is None
        or _value(subject) != "CT+"
        or len(statement.cue) != 1
        or len(statement.content) != 1
    ):
        return
    cue, content = statement.cue[0], statement.content[0]
    alone = sum(claim.statement == statement.id for claim in subject.article.whole.claims) == 1
    nested = any(s.parent == statement.id for s in subject.article.whole.statements)
    if not alone or nested or cue.of(text) not in ("said", "says") or content.start != cue.end + 1:
        return
    said = content.of(text)
    if said[0] not in "\"“'‘" and not NEGATION.search(said):
        that = "" if said.startswith("that ") else " that"
        new = ("denied" if cue.of(text) == "said" else "denies") + that
        yield "said > denied", [Edit(cue.start, cue.end, new)]


def _negated(subject: Subject) -> Edits:
    deontic = subject.claim.stance.kind == "deontic" and subject.claim.stance.polarity != "-"
    if _value(subject) not in ("CT+", "PR+", "PS+") and not deontic:
        return
    words = "must|should" if deontic else FINITE
    found = auxiliary(subject.text, subject.at, words) or auxiliary(
        subject.text, subject.at, "is|are|was|were", between=NOMINAL
    )
    if found is None or NOT_FINITE.search(subject.text[max(0, found.start("verb") - 40) : found.end("verb")]):
        return
    if not NEGATION.search(subject.text, sentence(subject.text, subject.at.start).start, subject.at.start):
        end = found.end("verb")
        yield "negation inserted", [Edit(end, end, "not" if found["verb"].lower() == "can" else " not")]


def _affirmed(subject: Subject) -> Edits:
    against = subject.claim.stance.kind == "deontic" and subject.claim.stance.polarity == "-"
    if _value(subject) not in ("CT-", "PR-", "PS-") and not against:
        return
    found = auxiliary(subject.text, subject.at, NEGATED, between=INSIDE)
    if found is None:
        return
    verb = found["verb"]
    bare = re.sub(r"\s*\bnot$|n['’]t$|\s*\bnever$", "", verb, flags=re.IGNORECASE)
    bare = CONTRACTED.get(bare.lower(), bare)
    start, end = found.span("verb")
    edit = Edit(start, end if bare else end + 1, bare)
    yield "negation removed", [edit, *_some(subject.text, edit.end)]


def _some(text: str, at: int) -> list[Edit]:
    """What stood under a negation, "any" and its like, without one."""
    found = ANY.search(text, at, min(at + 40, sentence(text, at).end))
    return [Edit(*found.span("any"), "some")] if found else []


def _value(subject: Subject) -> str:
    return subject.claim.stance.value


def _rests_on(subject: Subject, span: Span) -> bool:
    """Whether gold says that the value rests on these words, or does not say on which."""
    evidence = subject.claim.stance.evidence
    return not evidence or _overlap(evidence, span)


def _overlap(spans: Spans, span: Span) -> bool:
    return any(s.start < span.end and span.start < s.end for s in spans)


def _near(subject: Subject, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Matches in the claim's sentence that its value rests on, or that are its statement's cue."""
    within = sentence(subject.text, subject.at.start)
    cue = subject.statement.cue if subject.statement else ()
    for found in pattern.finditer(subject.text, within.start, within.end):
        span = Span(*found.span())
        if _rests_on(subject, span) or _overlap(cue, span):
            yield found
