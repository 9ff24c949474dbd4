"""What is ruled out, left open or off: (sentence with its statement marked, value or kind of Uu)."""

import pytest

from onrecord.read.stance import judge
from onrecord.read.stance.lexicon import scanned
from onrecord.read.stance.predicate import object_head, subject_head
from onrecord.span import Span
from tests.read.stance.marked import marked

LEFT_OPEN = [
    # the object between the verb and its particle
    ("_Aas_ <did not rule> {*it*} <out>.", "PS+"),
    ("{“I do not rule *it* out,”} _Aas_ <said>.", "PS+"),
    ("{“We do not rule *that* out,”} _Aas_ <said>.", "PS+"),
    ("{“I would not rule such a *step* out,”} _Aas_ <said>.", "PS+"),
    ("{“I can't rule *anything* out,”} _Aas_ <said>.", "PS+"),
    ("_Aas_ <said> {she had ruled that *step* out}.", "CT-"),
    ("_Aas_ <has not ruled> {a *sale*} <out>.", "PS+"),
    # the passive, however long its subject
    ("_Aas_ <said> {a *meeting* between the two of them before the summit is not ruled out}.", "PS+"),
    ("_Aas_ <said> {a *call* between the mayor and the board cannot yet be ruled out}.", "PS+"),
    ("_Aas_ <said> {a *link* to the leak could not be excluded}.", "PS+"),
    ("_Aas_ <said> {a *vote* before the trial in the old hall is unlikely}.", "PR-"),
    ("_Aas_ <said> {the firm *collapsed* before the sale was ruled out}.", "CT+"),
    ("_Aas_ <said> {it *fell* and a sale was ruled out}.", "CT+"),
    # nothing and no
    ("Aas ruled *nothing* out.", "PS+"),
    ("Aas ruled out *nothing*.", "PS+"),
    ("_Aas_ <said> {*nothing* had been ruled out}.", "PS+"),
    ("{“*Nothing* is off the table,”} _Aas_ <said>.", "PS+"),
    ("{“No *option* is off the table,”} _Aas_ <said>.", "PS+"),
    ("{“A *sale* is off the table,”} _Aas_ <said>.", "CT-"),
    ("{“A *sale* is not off the table,”} _Aas_ <said>.", "PS+"),
    ("{“A *sale* is not out of the question,”} _Aas_ <said>.", "PS+"),
    ("{“A *sale* is out of the question,”} _Aas_ <said>.", "CT-"),
    # who refuses to rule out has not ruled out, wherever the cue ends
    ("_Aas_ <refused> {to rule out *closing* the port}.", "PS+"),
    ("_Aas_ <declined to rule out> {a *sale*}.", "PS+"),
    ("_Aas_ <refused to> {exclude the possibility of a *sale*}.", "PS+"),
    ("_Aas_ <would neither confirm nor rule out> {a *sale*}.", "not_confirmed"),
    # what stays possible
    ("_Aas_ <leaves the door open> {to a *sale*}.", "PS+"),
    ("_Aas_ <said> {the offer leaves the door open to a *sale*}.", "PS+"),
    ("_Aas_ <said> {the board keeps the option of a *sale* on the table}.", "PS+"),
    ("_Aas_ <said> {the board keeps open the possibility of a *sale*}.", "PS+"),
    ("Council leaves door open to *sale*", "PS+"),
    ("_Aas_ <said> {the council was open to *talks*}.", "PS+"),
    ("_Aas_ <said> {the council was not open to *talks*}.", "CT-"),
    ("_Aas_ <said> {a *walkout* was on the table}.", "PS+"),
    ("_Aas_ <said> {a *walkout* was not on the table}.", "CT-"),
    ("_Aas_ <said> {the pier was *open* to the public}.", "CT+"),
    # headlines and questions
    ("Aas rules out *strike*", "CT-"),
    ("Aas doesn't rule out *strike*", "PS+"),
    ("Aas won't rule *it* out", "PS+"),
    ("Aas won't rule tax *rise* out", "PS+"),
    ("_Aas_ <refuses> {to rule tax *rise* out}", "PS+"),
    ("{“Do you rule out a *sale*?”} _Aas_ <asked>.", "question"),
    # what is planned and is off; what else is off is not
    ("_Aas_ <said> {the *strike* is off}.", "CT-"),
    ("_Aas_ <said> {the *talks* are now off}.", "CT-"),
    ("{“The *deal* is dead,”} _Aas_ <said>.", "CT-"),
    ("{“The *march* is not off,”} _Aas_ <said>.", "CT+"),
    ("_Aas_ <said> {the *lights* are off}.", "CT+"),
    ("_Aas_ <said> {the *talks* are off the coast}.", "CT+"),
    ("_Aas_ <called off> {the *strike*}.", "CT-"),
    # another verb, another "out"
    ("The court ruled the *fence* was out", "CT+"),
]


@pytest.mark.parametrize(("sentence", "value"), LEFT_OPEN)
def test_what_is_not_ruled_out_may_be(sentence: str, value: str) -> None:
    judged = judge(*marked(sentence))
    assert (judged.kind or judged.value) == value


def test_its_particle_is_evidence_too() -> None:
    text, statement, trigger = marked("{“I do not rule such a *step* out,”} _Aas_ <said>.")
    judged = judge(text, statement, trigger)
    assert {"rule", "out", "not"} <= {span.of(text) for span in judged.evidence}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a meeting between the two before the summit is ruled out", "meeting"),
        ("a call between the mayor and the board is ruled out", "call"),
        ("it failed before the sale was ruled out", "sale"),
        ("indeed it is ruled out", "it"),
        ("ruled out", None),
    ],
)
def test_subject(text: str, expected: str | None) -> None:
    found = subject_head(text, text.index("ruled"), Span(0, len(text)))
    assert (found.of(text) if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rule out further cuts next year", "cuts"),
        ("rule out a sale of the pier", "sale"),
        ("rule out closing the pier", "closing"),
        ("rule out that the two will soon meet", "meet"),
        ("rule out that", "that"),
        ("rule out any such step", "step"),
        ("rule out all the talks this week", "talks"),
        ("rule out the possibility of a sale", "sale"),
        ("rule such a step out", "step"),
        ("rule that out", "that"),
        ("leave the door open to a sale", "sale"),
        ("keep the option of a sale", "sale"),
        ("rule out.", None),
    ],
)
def test_object(text: str, expected: str | None) -> None:
    hit = scanned(text).hits[0]
    assert hit is not None
    found = object_head(text, hit, Span(0, len(text)))
    assert (found.of(text) if found else None) == expected


@pytest.mark.parametrize("piece", ["it is not ruled out ", "rule it ", "a sale between and ", "off is "])
def test_a_long_sentence_comes_to_an_end(piece: str) -> None:
    text = piece * 4_000 + "sale"
    for k in range(20):
        judge(text, None, (Span(len(text) - 4 - k, len(text) - k),))
        subject_head(text, len(text) - 1 - k, Span(0, len(text)))
