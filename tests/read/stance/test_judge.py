"""How committed a speaker is: (sentence with its statement marked, function, value or kind of Uu, act)."""

import random

import pytest

from onrecord.read.stance import judge
from onrecord.read.stance.operators import OPERATORS
from onrecord.span import Span
from tests.read.stance.marked import MARKS, Marked, marked, without

FLAT = [
    ("_Aas_ <said> {the dam *leaks*}.", "speech", "CT+", "assert"),
    ("_Aas_ <knows> {that the dam *leaks*}.", "knowledge", "CT+", "assert"),
    ("_Aas_ <admitted> {that the dam *leaks*}.", "speech", "CT+", "concede"),
    ("_The mayor_ <thinks> {the dam *leaks*}.", "belief", "CT+", "assert"),
    ("_Aas_ <vowed> {to *mend* the dam}.", "speech", "CT+", "promise"),
    ("_Aas_ <threatened> {to *close* the dam}.", "speech", "CT+", "threaten"),
    ("{“We will *mend* it,”} _Aas_ <said>.", "speech", "CT+", "promise"),
    ("{“The river will *rise*,”} _Aas_ <said>.", "speech", "CT+", "expect"),
    ("_Aas_ <said> {the dam in May *broke*}.", "speech", "CT+", "assert"),
    ("_Aas_ <said> {on 25 May the dam *broke*}.", "speech", "CT+", "assert"),
    # negation that is none, or reaches another word
    ("_Aas_ <said> {the dam not only *leaks* but stinks}.", "speech", "CT+", "assert"),
    ("_Aas_ <said> {there was no doubt that the dam *leaks*}.", "speech", "CT+", "assert"),
    ("_Aas_ <said> {the dam did not break but *leaked*}.", "speech", "CT+", "assert"),
    ("_Aas_ <said> {she would never sign such a *harmful* deal}.", "speech", "CT+", "assert"),
]
AGAINST = [
    ("_Aas_ <knows> {whether the dam *leaks*}.", "knowledge", "CTu", "assert"),
    ("_Aas_ <has been told> {whether the dam *leaks*}.", "speech", "CTu", "assert"),
    ("_Aas_ <said> {the dam does not *leak*}.", "speech", "CT-", "deny"),
    ("_Aas_ <denied> {that the dam *leaks*}.", "speech", "CT-", "deny"),
    ("_Aas_ <ruled out> {a *sale* of the dam}.", "speech", "CT-", "deny"),
    ("_Aas_ <said> {no minister had *called*}.", "speech", "CT-", "deny"),
    ("_Aas_ <said> {there was no one who *knew*}.", "speech", "CT-", "deny"),
    ("_Aas_ <said> {they had *agreed* on nothing}.", "speech", "CT-", "deny"),
    ("_Aas_ <said> {no one is able to *answer*}.", "speech", "CT-", "deny"),
    ("_Aas_ <said> {there is no chance that the dam will *hold*}.", "speech", "CT-", "deny"),
    ("_Aas_ <said> {the firm failed to *pay*}.", "speech", "CT-", "deny"),
    ("_Aas_ <refused> {to *sign*}.", "refusal", "CT-", "decline"),
    ("{“I will not *sign*,”} _Aas_ <said>.", "speech", "CT-", "decline"),
    ("_Aas_ <doubts> {that the dam will *hold*}.", "belief", "PR-", "deny"),
    ("{“I do not think it *leaks*,”} _Aas_ <said>.", "speech", "PR-", "deny"),
    ("_Aas_ <has no plans> {to *resign*}.", "intention", "PR-", "decline"),
    ("_Aas_ <said> {it was unlikely that the dam would *hold*}.", "speech", "PR-", "deny"),
    ("_Aas_ <said> {a *deal* is unlikely}.", "speech", "PR-", "deny"),
    ("_Aas_ <said> {the dam may not *hold*}.", "speech", "PS-", "deny"),
    ("_Aas_ <said> {the dam could not *hold*}.", "speech", "CT-", "deny"),
    ("_Aas_ <said> {that is *untrue*}.", "speech", "CT-", "deny"),
]
LIKELY = [
    ("_Aas_ <said> {the dam is likely to *leak*}.", "speech", "PR+", "assert"),
    ("_Aas_ <said> {the dam will probably *leak*}.", "speech", "PR+", "expect"),
    ("_Aas_ <said> {she would *resign*}.", "speech", "CT+", "promise"),
    ("_Aas_ <said> {her office would *print* the list}.", "speech", "CT+", "expect"),
    ("_Aas_ <expects> {the dam to *leak*}.", "expectation", "PR+", "expect"),
    ("_Aas_ <plans> {to *resign*}.", "intention", "PR+", "expect"),
    ("{“I think it *leaks*,”} _Aas_ <said>.", "speech", "PR+", "assert"),
    ("_I_ <think> {it *leaks*}.", "belief", "PR+", "assert"),
    ("_Aas_ <said> {the dam seems to *leak*}.", "speech", "PR+", "assert"),
    ("_Aas_ <said> {it is likely that the dam *leaks*}.", "speech", "PR+", "assert"),
    ("_Aas_ <said> {the dam may *leak*}.", "speech", "PS+", "assert"),
    ("_Aas_ <said> {perhaps the dam *leaks*}.", "speech", "PS+", "assert"),
    ("_Aas_ <said> {it is possible that the dam *leaks*}.", "speech", "PS+", "assert"),
    ("_Aas_ <did not rule out> {a *sale* of the dam}.", "speech", "PS+", "assert"),
    ("_Aas_ <said> {she could not rule out that the dam *leaks*}.", "speech", "PS+", "assert"),
    ("_Aas_ <would consider> {*selling* the dam}.", "intention", "PS+", "assert"),
    ("_Aas_ <fears> {the dam will *break*}.", "expectation", "PS+", "expect"),
    ("Dam may *leak*, mayor says", "speech", "PS+", "assert"),
    ("Dam May *Leak*, Mayor Says", "speech", "PS+", "assert"),
]
OPEN = [
    ("_Aas_ <does not know> {whether the dam *leaks*}.", "knowledge", "ignorance", "assert"),
    ("_Aas_ <is not sure> {that the dam *leaks*}.", "knowledge", "ignorance", "assert"),
    ("_Aas_ <said> {it was unclear whether the dam *leaks*}.", "speech", "ignorance", "assert"),
    ("_Aas_ <said> {nobody knows whether the dam *leaks*}.", "speech", "ignorance", "assert"),
    ("_Aas_ <declined to say> {whether the dam *leaks*}.", "refusal", "declined", "decline"),
    ("_Aas_ <would not say> {whether the dam *leaks*}.", "refusal", "declined", "decline"),
    ("{“I would not *name* a date,”} _Aas_ <said>.", "speech", "declined", "decline"),
    ("_Aas_ <did not respond> {to questions about the *leak*}.", "refusal", "no_response", "decline"),
    ("_Aas_ <would not confirm> {that the dam *leaks*}.", "refusal", "not_confirmed", "decline"),
    ("_Aas_ <hopes> {the dam will *hold*}.", "hope", "desire", "hope"),
    ("_Aas_ <said> {she wants to *sell* the dam}.", "speech", "desire", "hope"),
    ("_Aas_ <said> {the town should *sell* the dam}.", "speech", "deontic", "assert"),
    ("_Aas_ <said> {the town needs to *sell* the dam}.", "speech", "deontic", "assert"),
    ("_Aas_ <said> {the town has to *sell*}.", "speech", "deontic", "assert"),
    ("_Aas_ <said> {more *help* is needed}.", "speech", "deontic", "assert"),
    ("_Aas_ <called for> {a *sale* of the dam}.", "speech", "deontic", "ask"),
    ("_Aas_ <told> the crew {to *leave*}.", "speech", "deontic", "order"),
    ("{“*Sell* the dam,”} _Aas_ <said>.", "speech", "deontic", "order"),
    ("{“Let them *sell* it,”} _Aas_ <said>.", "speech", "deontic", "ask"),
    ("_Aas_ <said> {the town will *pay* if the dam leaks}.", "speech", "conditional", "expect"),
    ("_Aas_ <said> {if the dam *leaks*, the town will pay}.", "speech", "conditional", "assert"),
    ("{“Unless they pay, we will *close* it,”} _Aas_ <said>.", "speech", "conditional", "promise"),
    ("_Aas_ <asked> {whether the dam *leaks*}.", "question", "question", "ask"),
    ("{“Does the dam *leak*?”} _Aas_ <asked>.", "question", "question", "ask"),
    ("_Aas_ <said> {it was too early to say whether the dam *leaks*}.", "speech", "uncommitted", "assert"),
    ("_Aas_ <said> {the talks were on whether the dam *leaks*}.", "speech", "uncommitted", "assert"),
]
TABLE = [*FLAT, *AGAINST, *LIKELY, *OPEN]
NEWS = [
    ("{“The harbour will not *reopen* before spring,”} _the agency_ <said>.", "speech", "CT-"),
    ("_Orlin_ <has not ruled out> {*meeting* the rebels}.", "speech", "PS+"),
    ("_Orlin_ <refused to rule out> {a *strike*}.", "refusal", "PS+"),
    ("_Orlin_ <said> {a *strike* could not be ruled out}.", "speech", "PS+"),
    ("_Orlin_ <said> {nothing had been *decided*}.", "speech", "CT-"),
    ("_Orlin_ <said> {he did not know if the talks had *begun*}.", "speech", "ignorance"),
    ("_Orlin_ <said> {he had no knowledge of any *meeting*}.", "speech", "CT-"),
    ("{“I don't know when we will *meet*,”} _Orlin_ <said>.", "speech", "ignorance"),
    ("_Orlin_ <said> {he was not aware of any *plan*}.", "speech", "CT-"),
    ("_Police_ <could not say> {whether the driver had *survived*}.", "refusal", "ignorance"),
    ("_The ministry_ <neither confirmed nor denied> {the *strike*}.", "refusal", "not_confirmed"),
    ("_The ministry_ <did not immediately comment> {on the *strike*}.", "refusal", "no_response"),
    ("_Orlin_ <warned> {that the talks could *collapse*}.", "speech", "PS+"),
    ("_Orlin_ <warned> {against *lifting* the sanctions}.", "speech", "deontic"),
    ("_Orlin_ <urged> {both sides to *stop*}.", "speech", "deontic"),
    ("_Orlin_ <demanded> {that the troops *leave*}.", "speech", "deontic"),
    ("_Orlin_ <demanded> {an *apology*}.", "speech", "deontic"),
    ("_Orlin_ <ordered> {the troops to *leave*}.", "speech", "deontic"),
    ("_Orlin_ <asked> {the court to *free* him}.", "speech", "deontic"),
    ("_Orlin_ <offered> {to *resign*}.", "speech", "CT+"),
    ("_Orlin_ <agreed> {to *resign*}.", "speech", "CT+"),
    ("_Orlin_ <decided> {not to *run*}.", "intention", "CT-"),
    ("_Orlin_ <is determined> {to *win*}.", "intention", "PR+"),
    ("_Orlin_ <is considering> {whether to *run*}.", "intention", "PS+"),
    ("_Orlin_ <is weighing> {a *run*}.", "intention", "PS+"),
    ("_Orlin_ <was reluctant> {to *sign*}.", "intention", "desire"),
    ("_Orlin_ <said> {the deal was all but *dead*}.", "speech", "CT+"),
    ("_Orlin_ <said> {it remained to be seen whether the truce would *hold*}.", "speech", "uncommitted"),
    ("_Orlin_ <said> {the truce was expected to *hold*}.", "speech", "PR+"),
    ("_Orlin_ <said> {the truce is not expected to *hold*}.", "speech", "PR-"),
    ("_Orlin_ <said> {she hoped that the truce would *hold*}.", "speech", "desire"),
    ("_Orlin_ <said> {she would like to *see* a truce}.", "speech", "desire"),
    ("_Orlin_ <said> {a truce must be *signed* at once}.", "speech", "deontic"),
    ("_Orlin_ <said> {there should be no *truce*}.", "speech", "deontic"),
    ("_Orlin_ <said> {it was time to *leave*}.", "speech", "deontic"),
    ("_Orlin_ <said> {the troops had been ordered to *leave*}.", "speech", "deontic"),
    ("_Orlin_ <said> {the fact that the dam *leaks* worried her}.", "speech", "CT+"),
    ("_Orlin_ <said> {the mayor was right that the dam *leaks*}.", "speech", "CT+"),
    ("_Orlin_ <said> {the mayor was wrong that the dam *leaks*}.", "speech", "CT-"),
    ("_Orlin_ <called> {the report *false*}.", "speech", "CT-"),
    ("_Orlin_ <said> {there was no evidence that the dam *leaks*}.", "speech", "PR-"),
    ("_Orlin_ <said> {the firm had stopped *paying*}.", "speech", "CT-"),
    ("_Orlin_ <said> {the guards prevented them from *leaving*}.", "speech", "CT-"),
    ("_Orlin_ <said> {they managed to *leave*}.", "speech", "CT+"),
    ("_Orlin_ <said> {the army was unable to *hold* the bridge}.", "speech", "CT-"),
    ("_Orlin_ <said> {it would be impossible to *hold* the bridge}.", "speech", "CT-"),
    ("_Orlin_ <said> {neither side had *fired*}.", "speech", "CT-"),
    ("_Orlin_ <said> {few voters *came*}.", "speech", "CT+"),
    ("_Orlin_ <said> {the army had yet to *fire*}.", "speech", "CT-"),
    ("_Orlin_ <said> {the army had not yet *fired*}.", "speech", "CT-"),
    ("_Orlin_ <said> {it was not true that the army had *fired*}.", "speech", "CT-"),
    ("_Orlin_ <said> {it is not clear who *fired*}.", "speech", "ignorance"),
    ("_Orlin_ <did not deny> {that the army had *fired*}.", "speech", "uncommitted"),
    ("_Orlin_ <questioned> {whether the army had *fired*}.", "question", "question"),
    ("{“Who *fired* first?”} _Orlin_ <asked>.", "question", "question"),
    ("_Orlin_ <wondered> {why the army *fired*}.", "question", "question"),
    ("{“If only they would *stop*,”} _Orlin_ <said>.", "speech", "desire"),
    ("{“I wish they would *stop*,”} _Orlin_ <said>.", "speech", "desire"),
    ("{“Provided that they stop, we will *talk*,”} _Orlin_ <said>.", "speech", "conditional"),
    ("{“Had they asked, we would have *come*,”} _Orlin_ <said>.", "speech", "conditional"),
    ("{“Should the talks fail, we will *leave*,”} _Orlin_ <said>.", "speech", "conditional"),
    ("_Orlin_ <said> {that, to some degree, the plan *works*}.", "speech", "CT+"),
    ("{“Don't *sign* it,”} _Orlin_ <said>.", "speech", "deontic"),
    ("{“We can *win* this,”} _Orlin_ <said>.", "speech", "PS+"),
    ("{“We can't *win* this,”} _Orlin_ <said>.", "speech", "CT-"),
    ("{“We cannot not *win* this,”} _Orlin_ <said>.", "speech", "CT+"),
    ("_Orlin_ <expressed doubt> {that they could *win*}.", "belief", "PR-"),
    ("_Orlin_ <is skeptical> {that they will *win*}.", "belief", "PR-"),
    ("_Orlin_ <is confident> {they will *win*}.", "expectation", "PR+"),
    ("_Orlin_ <is certain> {they will *win*}.", "belief", "CT+"),
    ("_Orlin_ <is unsure> {whether they will *win*}.", "knowledge", "ignorance"),
    ("_Orlin_ <said> {he was not sure whether they would *win*}.", "speech", "ignorance"),
    ("_Orlin_ <hinted> {that they might *win*}.", "speech", "PS+"),
    ("_Orlin_ <suggested> {they had *won*}.", "speech", "PR+"),
    ("_Orlin_ <alleged> {they had *cheated*}.", "speech", "CT+"),
    ("_Orlin_ <dismissed> {claims that they had *cheated*}.", "speech", "CT-"),
    ("_Orlin_ <rejected> {the idea of a *truce*}.", "speech", "CT-"),
    ("_Orlin_ <said> {talks of a truce are *premature*}.", "speech", "uncommitted"),
    ("_Orlin_ <vowed> {never to *sign*}.", "speech", "CT-"),
    ("_Orlin_ <pledged> {that no troops would be *sent*}.", "speech", "CT-"),
    ("_Orlin_ <said> {he had no intention of *resigning*}.", "speech", "PR-"),
    ("_Orlin_ <said> {he would not *resign*}.", "speech", "CT-"),
    ("_Orlin_ <said> {he had never intended to *resign*}.", "speech", "PR-"),
    ("Orlin to *resign* in May", "speech", "CT+"),
    ("Orlin denies *resigning*", "speech", "CT-"),
    ("No *deal* in Olm talks", "speech", "CT-"),
    ("Will Orlin *resign*?", "speech", "question"),
    ("Orlin could *meet* rebels in May", "speech", "PS+"),
    ("Orlin says he will *meet* rebels", "speech", "CT+"),
    ("_A spokesman_ <said> {the road may be open, but there is no *bridge*}.", "speech", "CT-"),
    ("_Voters_ <support> {*raising* the tax}.", "belief", "desire"),
    ("_Voters_ <back> {a *tax* on fuel}.", "belief", "desire"),
    ("_The law_ <requires> {firms to *pay*}.", "document", "deontic"),
    ("_The law_ <bans> {*fishing* in the bay}.", "document", "deontic"),
    ("_The report_ <found> {no *evidence* of fraud}.", "document", "CT-"),
    ("_Orlin_ <insisted> {that the vote was *fair*}.", "speech", "CT+"),
    ("_Orlin_ <insisted> {on *going*}.", "speech", "deontic"),
    ("_Orlin_ <says> {it is not only *unfair* but illegal}.", "speech", "CT+"),
    ("{“They are not here to *talk* but to fight,”} _Orlin_ <said>.", "speech", "CT-"),
    ("_Orlin_ <said> {the troops would *leave* once the truce is signed}.", "speech", "CT+"),
    ("_Orlin_ <said> {unless the truce is signed the troops would *stay*}.", "speech", "conditional"),
    ("_Orlin_ <said> {he opposed *sending* troops}.", "speech", "desire"),
    ("_Orlin_ <said> {troops were ready to *go*}.", "speech", "PR+"),
    ("_Orlin_ <said> {troops had begun to *go*}.", "speech", "CT+"),
    ("_Orlin_ <said> {troops had tried to *go*}.", "speech", "PR+"),
    ("_Orlin_ <said> {the mayor, who did not sign, *left*}.", "speech", "CT+"),
    ("_Orlin_ <said> {the mayor *left* because he could not sign}.", "speech", "CT+"),
    ("_Orlin_ <said> {the mayor *left* and might return}.", "speech", "CT+"),
    ("_Orlin_ <said> {the mayor may sign or *leave*}.", "speech", "PS+"),
    ("_Orlin_ <said> {the mayor will likely not *leave*}.", "speech", "PR-"),
    ("_Orlin_ <said> {he did not believe that the mayor *left*}.", "speech", "PR-"),
    ("_Orlin_ <said> {the mayor never *left*}.", "speech", "CT-"),
    ("_Orlin_ <conceded> {that the mayor had *left*}.", "speech", "CT+"),
    ("_Orlin_ <does not believe> {that the mayor *left*}.", "belief", "PR-"),
    ("_Orlin_ <said> {she did not believe that the mayor would *leave*}.", "assertion", "PR-"),
    ("_Orlin_ <said>: {“We *plan* a second march.”}", "assertion", "PR+"),
    ("_Orlin_ <said>: {“The council *plans* a second march.”}", "assertion", "CT+"),
]


def stance(it: Marked) -> tuple[str, str]:
    judged = judge(*it)
    return judged.kind or judged.value, judged.act


@pytest.mark.parametrize(("sentence", "function", "value", "act"), TABLE)
def test_the_speaker_is_as_committed_as_the_words_say(
    sentence: str, function: str, value: str, act: str
) -> None:
    assert stance(marked(sentence, function)) == (value, act)


@pytest.mark.parametrize(("sentence", "function", "value"), NEWS)
def test_what_the_news_say_commits_as_much_as_it_says(sentence: str, function: str, value: str) -> None:
    assert stance(marked(sentence, function))[0] == value


@pytest.mark.parametrize(("sentence", "function"), [row[:2] for row in [*TABLE, *NEWS] if row[2] != "CT+"])
def test_without_its_evidence_a_value_is_another(sentence: str, function: str) -> None:
    it = marked(sentence, function)
    judged = judge(*it)
    assert judged.evidence
    again = judge(*without(it, judged.evidence))
    assert (again.value, again.kind) != (judged.value, judged.kind)
    assert again.value != judged.value


@pytest.mark.parametrize(
    ("sentence", "function", "polarity"),
    [
        ("_Aas_ <does not want> {to *sell*}.", "hope", "-"),
        ("_Aas_ <wants> {not to *sell*}.", "hope", "-"),
        ("_Aas_ <said> {the town should never *sell*}.", "speech", "-"),
        ("_Aas_ <opposes> {*selling* the dam}.", "belief", "-"),
        ("_Aas_ <wants> {to *sell*}.", "hope", "+"),
        ("_Aas_ <does not know> {whether to *sell*}.", "knowledge", "+"),
    ],
)
def test_what_is_not_wanted_has_the_other_polarity(sentence: str, function: str, polarity: str) -> None:
    judged = judge(*marked(sentence, function))
    assert (judged.value, judged.polarity) == ("Uu", polarity)


def test_a_saying_that_is_denied_commits_nobody() -> None:
    judged = judge(*marked("_Aas_ <never said> {that the dam *leaks*}.", negated=True))
    assert (judged.value, judged.kind) == ("Uu", "uncommitted")


def test_a_condition_may_stand_outside_a_thought_of_ones_own() -> None:
    text, thought, trigger = marked("“If it rains, _I_ <think> {the dam will *break*},” Aas said.", "belief")
    assert judge(text, thought, trigger).value == "PR+"
    said = marked("{“If it rains, I think the dam will break,”} _Aas_ <said>.").statement
    assert judge(text, thought, trigger, (said,)).kind == "conditional"


def test_operators_are_named_from_the_trigger_outward() -> None:
    it = marked("_Aas_ <said> {she could not rule out that the dam will *leak*}.")
    judged = judge(*it)
    assert [operator.name for operator in judged.operators] == ["will", "not rule_out"]
    assert [s.of(it.text) for s in judged.evidence] == ["could not", "rule out"]
    assert judged.why == "will, could not rule out, under said"


def test_a_name_of_an_operator_is_of_the_table() -> None:
    for sentence, function, _, _ in TABLE:
        for operator in judge(*marked(sentence, function)).operators:
            assert operator.name.removeprefix("not ") in OPERATORS


def test_a_trigger_may_be_missing_or_stand_anywhere() -> None:
    text, statement, _ = marked("_Aas_ <could not be reached> {for *comment*}.", "refusal")
    assert judge(text, statement, ()).kind == "no_response"
    for at in range(len(text)):
        assert judge(text, statement, (Span(at, at + 1),)).value in {"Uu", "CT+", "CT-"}
    assert judge("", None, (Span(0, 0),)).value == "CT+"


def test_any_text_is_judged() -> None:
    chance = random.Random(7)
    pieces = [
        "not",
        "if",
        "that",
        "who",
        "“",
        "”",
        "?",
        ".",
        ",",
        "may",
        "say",
        "İ",
        "\n",
        "'d",
        "let",
        "to",
        "and",
    ]
    for _ in range(300):
        text = " ".join(chance.choices(pieces, k=30))
        cut = sorted(chance.sample(range(len(text)), 4))
        statement = marked("_A_ <said> {it}.").statement
        a, b, c, d = cut
        spans = (Span(a, b),)
        judged = judge(text, statement, (Span(c, d),))
        assert all(0 <= s.start < s.end <= len(text) or s in statement.cue for s in judged.evidence)
        assert judge(text, None, spans).value


@pytest.mark.parametrize("piece", ["not ", "if he may ", "that he said ", "who ", "“ ", "and he will "])
def test_a_long_sentence_comes_to_an_end(piece: str) -> None:
    text = piece * 5_000 + "left"
    for _ in range(20):
        assert judge(text, None, (Span(len(text) - 4, len(text)),)).value


def test_marks_leave_the_text() -> None:
    assert marked("_Aas_ <said> {it *leaks*}.").text == "Aas said it leaks."
    assert set(MARKS.values()) == {"source", "cue", "content", "trigger"}
