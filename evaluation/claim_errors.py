"""What went wrong with the claims of a reading, in words, for whoever improves it on sets to be looked at."""

from collections.abc import Iterator

from evaluation.claims import Answer
from evaluation.errors import name, words
from evaluation.marked import Bound, Held, Marked, Proposed, Whole
from evaluation.sets import Compared


def report(compared: Compared) -> Iterator[str]:
    """The errors of one article: a line for each, under it what gold says and what was found."""
    article, found = compared.article, compared.found
    gold_side, found_side = _Side(article.text, article.whole), _Side(article.text, found)
    yield f"== {article.id}"
    for answer in sorted(compared.claims.answers, key=lambda answer: _place(answer.gold)):
        if answer.found is None:
            lost = answer.gold.statement not in {pair.gold.id for pair in compared.statements.pairs}
            yield f"{'missed':18}{gold_side.claim(answer.gold)}{' (no such statement found)' if lost else ''}"
            continue
        for kind, gold, ours in _differences(answer, gold_side, found_side):
            yield f"{kind:18}{gold_side.claim(answer.gold)}"
            yield f"{'':21}gold  {gold}"
            yield f"{'':21}found {ours}"
    for claim in sorted(compared.claims.spurious, key=_place):
        yield f"{'spurious':18}{found_side.claim(claim)} = {found_side.stance(claim.stance)}"


class _Side:
    """One of the two readings, in words."""

    def __init__(self, text: str, whole: Whole) -> None:
        self.text, self.whole = text, whole
        self.statements = {statement.id: statement for statement in whole.statements}

    def claim(self, claim: Proposed) -> str:
        """A claim on one line: its trigger in the words of its statement."""
        trigger = words(self.text, claim.trigger) or claim.event or ""
        return f"{claim.id} <{trigger}> {self._said(self.statements.get(claim.statement or ''))}"

    def _said(self, statement: Marked | None) -> str:
        if statement is None:
            return "in the article's own voice"
        source, cue = words(self.text, statement.source), words(self.text, statement.cue)
        return f"L{statement.level} [{source}] {cue}: {words(self.text, statement.content)}"

    def stance(self, stance: Held) -> str:
        """A value with its kind, what else is accepted, the words that it rests on, and why."""
        kind = f" {stance.kind}" if stance.kind else ""
        other = f" or {' '.join(str(value) for value in stance.accept)}" if stance.accept else ""
        p = f" p={stance.p:.2f}" if stance.p is not None else ""
        evidence = f" “{words(self.text, stance.evidence)}”" if stance.evidence else ""
        return f"{stance.value}{kind}{other}{p}{evidence}{f' ({stance.why})' if stance.why else ''}"

    def holders(self, claim: Proposed) -> str:
        return ", ".join(f"{name(self.whole, s.holder)} {s.value}" for s in claim.stances)


def _differences(answer: Answer, gold: _Side, found: _Side) -> Iterator[tuple[str, str, str]]:
    """What of a claim that was found is wrong, what gold says and what was found."""
    a, b = answer.gold, answer.found
    if b is None:
        return
    if not answer.right:
        yield "value", gold.stance(a.stance), found.stance(b.stance)
    elif answer.kind is False:
        yield "kind", gold.stance(a.stance), found.stance(b.stance)
    if not answer.act:
        yield "act", " or ".join(str(act) for act in (a.act, *a.accept_act)), str(b.act)
    if answer.time is False:
        yield "time", _bound(a.time), _bound(b.time)
    if not all(answer.outer):
        yield "other holder", gold.holders(a), found.holders(b)


def _bound(time: Bound | None) -> str:
    return f"{time.relation} {time.bound}" if time else "no time"


def _place(claim: Proposed) -> int:
    return min((span.start for span in claim.trigger), default=0)
