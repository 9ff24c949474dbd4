"""How committed the speaker of a statement is to one of its propositions, and by which words.

Operators are composed outward from the trigger: those of the content that reach it (`scope`), then its mood
(`mood`), then those of the cue (`cue`), by the one table of `operators`.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from onrecord.claim import Act, StanceValue, UuKind
from onrecord.read.stance.act import act_of
from onrecord.read.stance.compose import Step, composed, folded, one_denial
from onrecord.read.stance.cue import cue_steps
from onrecord.read.stance.mood import mood_steps
from onrecord.read.stance.place import place
from onrecord.read.stance.scope import presupposed, reaching
from onrecord.span import Span
from onrecord.statement import Statement


class Operator(NamedTuple):
    """A word, or a few, that change how committed the speaker is; "not likely" is one operator."""

    name: str
    span: Span


class Judged(NamedTuple):
    """A speaker's stance on a proposition, the words it rests on, the operators from the trigger outward.

    ``why`` says the operators in the words of the text; ``bare`` is the value by the content alone.
    """

    value: StanceValue
    kind: UuKind | None
    polarity: Literal["+", "-"]
    act: Act
    evidence: tuple[Span, ...]
    why: str
    operators: tuple[Operator, ...]
    bare: StanceValue  # the value by the content alone, which a factive cue gives to outer holders too


def judge(
    text: str, statement: Statement | None, trigger: tuple[Span, ...], parents: Sequence[Statement] = ()
) -> Judged:
    """The stance of the speaker of ``statement``, or of the article itself, on what ``trigger`` says.

    >>> text = "Aas may resign."
    >>> judge(text, None, (Span(8, 14),)).value
    'PS+'
    """
    content = statement.content if statement else ()
    around = tuple(span for parent in parents[-1:] for span in parent.content)
    at = place(text, content, trigger, quoted=statement is None or statement.kind != "indirect")
    steps: list[Step] = []
    if at:
        steps += folded(at.scan, reaching(at, around))
        steps += mood_steps(at, statement)
    if statement and (statement.negated or not (at and presupposed(at))):
        steps = one_denial(steps, cue_steps(text, statement))
    degree = composed(steps)
    telling = {span for step in steps if step.effect != "same" for span in step.spans}
    return Judged(
        value=degree.value,
        kind=degree.kind,
        polarity="+" if degree.positive or degree.kind not in {"desire", "deontic"} else "-",
        act=act_of(text, degree, steps, at, statement),
        evidence=tuple(sorted(telling)) or (statement.cue if statement else ()),
        why=_why(text, steps, statement),
        operators=tuple(Operator(step.name, step.spans[0]) for step in steps),
        bare=composed([step for step in steps if not step.of_cue]).value,
    )


def _why(text: str, steps: Sequence[Step], statement: Statement | None) -> str:
    """The operators in the words of the text, and the cue: "may, under said"."""
    named = [
        " ".join(span.of(text).lower() for span in sorted(step.spans)) for step in steps if not step.of_cue
    ]
    cue = " ".join(span.of(text) for span in statement.cue).lower() if statement else ""
    inner = ", ".join(named) or "stated flatly"
    return f"{inner}, under {cue}" if cue else inner
