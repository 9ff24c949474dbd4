"""Changes by leaving out: the condition of a claim, and the words that its value rests on."""

import re
from collections.abc import Iterable, Iterator

from evaluation.marked import Proposed, Spans
from evaluation.perturb.edit import Case, Edit, Subject, edited
from evaluation.perturb.places import like, sentence

CONDITION = re.compile(
    r"(?:\b(?:but|only|even|and)\s+)*\b"
    r"(?:if|unless|provided(?:\s+that)?|(?:for\s+)?as\s+long\s+as|on\s+condition\s+that|in\s+case)(?=\s+\w)",
    re.IGNORECASE,
)
SAYS = r"(?:said|says|told|added|reported|reports|warned|according)"
# Where an if-clause at the end is over: not at the comma of an apposition.
CLOSES = re.compile(rf"[;:!?”\"\n]|\.(?=\s|$|[”\"])|,(?=[”\"])|,(?=\s[^,.\n]{{1,60}}?\b{SAYS}\b)")
SAID_BETWEEN = re.compile(rf"[^,.\n]{{1,60}}?\b{SAYS}\b")


def cases(subject: Subject) -> Iterator[Case]:
    """Every change of this kind that can be made at a claim; its value has to change."""
    for kind, edits in (
        ("condition dropped", _condition(subject)),
        ("evidence deleted", _evidence(subject, subject.claim)),
    ):
        if edits:
            yield Case(kind, subject, edited(subject.text, edits), "value", changes=True)


def own_evidence(subject: Subject, found: Proposed) -> Iterator[Case]:
    """The same without the words that the reader itself gives as evidence: what it says must be so."""
    if edits := _evidence(subject, found):
        yield Case("own evidence deleted", subject, edited(subject.text, edits), "value", changes=True)


def _evidence(subject: Subject, claim: Proposed) -> list[Edit]:
    """Without the evidence of the speaker's value, unless that takes away the trigger too."""
    stance = claim.stance
    if stance.value == "CT+" or not stance.evidence:
        return []
    if any(e.start < t.end and t.start < e.end for e in stance.evidence for t in subject.trigger):
        return []
    return [Edit(start, end, "") for start, end in _with_space(subject.text, stance.evidence)]


def _with_space(text: str, spans: Spans) -> Iterable[tuple[int, int]]:
    """The spans without overlap, each with one space, so that no two are left."""
    at = 0
    for span in sorted(spans):
        start, end = max(span.start, at), span.end
        if start < end:
            end += text[end : end + 1] == " " and (start == 0 or text[start - 1] in ' \n“"')
            yield start, end
            at = end


def _condition(subject: Subject) -> list[Edit]:
    """Without the if-clause of a conditional claim, before or after it."""
    if subject.claim.stance.value != "Uu" or subject.claim.stance.kind != "conditional":
        return []
    text, at = subject.text, subject.at.start
    within = sentence(text, at)
    for found in CONDITION.finditer(text, within.start, within.end):
        start = found.start()
        if start < at:
            comma = text.find(",", found.end(), at)
            if (
                comma >= 0
                and text[comma + 1 : comma + 2] == " "
                and not SAID_BETWEEN.match(text, comma + 2, at)
            ):
                rest = comma + 2
                return [Edit(start, rest, ""), Edit(rest, rest + 1, like(text[rest], text[start]))]
        elif closing := CLOSES.search(text, found.end()):
            blank = len(text[:start]) - len(text[:start].rstrip(" ,"))
            return [Edit(start - blank, closing.start(), "")]
    return []
