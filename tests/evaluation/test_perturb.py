"""Changed articles: which changes can be made at a claim, where it has moved, and what counts as noticed."""

import re
from collections.abc import Iterable
from typing import Any

import pytest

from evaluation.marked import Bound, Held, Marked, Proposed, When, Whole
from evaluation.perturb import dates, measure, modality, people, removal, typography
from evaluation.perturb.edit import Case, Edit, Subject, edited, subjects
from evaluation.perturb.find import claim_at, same
from evaluation.perturb.places import auxiliary, placed
from evaluation.sets import Labelled
from onrecord import Agent, Article, Claim, Hop, Reading, Span, Stance, Statement


def spans(text: str, phrase: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in [re.search(re.escape(phrase), text)] if found)


def subject(
    text: str, trigger: str, value: str, evidence: str = "", *, kind: str | None = None, **more: Any
) -> Subject:
    """A claim of one statement, all of whose text is its content unless its cue or content is given."""
    cue, content, source = (spans(text, more.pop(role, "")) for role in ("cue", "content", "source"))
    whole = (Span(0, len(text)),)
    polarity = more.pop("polarity", None)
    stance = Held("mayor", value, kind, polarity, evidence=spans(text, evidence) if evidence else ())
    statement = Marked("s", cue, content if content[0].end else whole, source, speaker="mayor")
    claim = Proposed("c", "s", None, "", spans(text, trigger), (stance,), **more)
    agents = (Agent("mayor", "Ilse Varga", "person"), Agent("lumo", "Lumo news agency", "organization"))
    article = Labelled("pier", text, "2021-05-03", Whole(agents, (statement,), claims=(claim,)))
    return Subject(article, claim, statement, claim.trigger)


def texts(cases: Iterable[Case]) -> dict[str, str]:
    return {case.kind: case.changed.text for case in cases}


# Where things are after a change.


def test_spans_move_with_the_text() -> None:
    text = "It may close in May."
    changed = edited(text, [Edit(12, 15, ""), Edit(3, 6, "will soon")])
    assert changed.text == "It will soon close May."
    close, may = spans(text, "close")[0], spans(text, "May")[0]
    assert changed.moved(close).of(changed.text) == "close"
    assert changed.moved(may).of(changed.text) == "May"
    assert changed.moved(Span(0, 2)) == Span(0, 2)
    assert changed.moved(Span(13, 15)).of(changed.text) == ""


def test_what_is_inserted_at_a_span_stays_outside() -> None:
    changed = edited("It closes.", [Edit(3, 3, "really "), Edit(9, 9, " now")])
    assert changed.text == "It really closes now."
    assert changed.moved(Span(3, 9)).of(changed.text) == "closes"


def test_a_noun_phrase_is_spelt_as_its_place_asks() -> None:
    text = "“No,” X said. Y left.\nZ said."
    assert [placed("the mayor", text, at) for at in (0, 6, 14, 22)] == [
        "The mayor",
        "the mayor",
        "The mayor",
        "The mayor",
    ]
    assert placed("A clerk", text, 6) == "a clerk"
    assert placed("Ayla", text, 6) == "Ayla"


def test_an_auxiliary_belongs_to_the_verb_group_of_its_trigger() -> None:
    text = "It may have been closed. It may rain and close. May is warm; they open"
    found = auxiliary(text, spans(text, "closed")[0], "may")
    assert found is not None
    assert found.span("verb") == (3, 6)
    assert auxiliary(text, spans(text, "close.")[0], "may") is None
    assert auxiliary(text, spans(text, "open")[0], "may") is None


# Changes that have to be noticed.


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (
            subject("The pier may soon close.", "close", "PS+", "may"),
            {
                "may > will": "The pier will soon close.",
                "negation inserted": "The pier may not soon close.",
            },
        ),
        (
            subject("Could the pier have been closed?", "closed", "PS+"),
            {},
        ),
        (
            subject("It might be closed.", "closed", "PS+"),
            {"may > will": "It would be closed.", "negation inserted": "It might not be closed."},
        ),
        (
            subject("It fears that it may close.", "close", "PS+", "fears"),
            {"negation inserted": "It fears that it may not close."},
        ),
        (
            subject("The pier will close.", "close", "CT+"),
            {"will > may": "The pier may close.", "negation inserted": "The pier will not close."},
        ),
        (
            subject("The pier will probably close.", "close", "PR+", "probably"),
            {"negation inserted": "The pier will not probably close."},
        ),
        (subject("She hoped it will close.", "close", "Uu", kind="desire"), {}),
        (subject("It plans to have closed it.", "closed", "CT+"), {}),
        (subject("The pier is safe.", "safe", "CT+"), {"negation inserted": "The pier is not safe."}),
        (subject("It is an old pier.", "pier", "CT+"), {"negation inserted": "It is not an old pier."}),
        (subject("They can close it.", "close", "CT+"), {"negation inserted": "They cannot close it."}),
        (subject("Nobody has closed it.", "closed", "CT+"), {}),
        (
            subject("It must close.", "close", "Uu", kind="deontic"),
            {"negation inserted": "It must not close."},
        ),
        (
            subject("It must not close.", "close", "Uu", kind="deontic", polarity="-"),
            {"negation removed": "It must close."},
        ),
        (subject("It is not closed.", "closed", "CT-"), {"negation removed": "It is closed."}),
        (subject("It isn't closed.", "closed", "CT-"), {"negation removed": "It is closed."}),
        (subject("It won’t close.", "close", "CT-"), {"negation removed": "It will close."}),
        (subject("It cannot close.", "close", "CT-"), {"negation removed": "It can close."}),
        (subject("It can't close.", "close", "CT-"), {"negation removed": "It can close."}),
        (
            subject("They did not close any piers.", "close", "CT-"),
            {"negation removed": "They did close some piers."},
        ),
        (
            subject("They never closed anything.", "closed", "CT-"),
            {"negation removed": "They closed something."},
        ),
        (
            subject("He does not rule out closing it.", "closing", "PS+", "does not rule out"),
            {"not ruled out > ruled out": "He rules out closing it."},
        ),
        (
            subject("They haven’t ruled out a strike.", "strike", "PS+", "haven’t ruled out"),
            {"not ruled out > ruled out": "They have ruled out a strike."},
        ),
        (
            subject("He refused to rule out a strike.", "strike", "PS+", "refused to rule out"),
            {"not ruled out > ruled out": "He ruled out a strike."},
        ),
        (
            subject("A strike cannot be ruled out.", "strike", "PS+", "cannot be ruled out"),
            {},
        ),
        (
            subject("He ruled out a strike.", "strike", "CT-", "ruled out"),
            {"ruled out > not ruled out": "He did not rule out a strike."},
        ),
        (
            subject("He has ruled out a strike.", "strike", "CT-", "ruled out"),
            {"ruled out > not ruled out": "He has not ruled out a strike."},
        ),
        (
            subject("He denied that any pier closed.", "closed", "CT-", "denied"),
            {"denied > said": "He said that some pier closed."},
        ),
        (
            subject("Denying taking it, he left.", "taking", "CT-", "Denying"),
            {"denied > said": "Admitting taking it, he left."},
        ),
        (subject("He denied the charge.", "charge", "CT-", "denied"), {}),
        (
            subject("He said it closed.", "closed", "CT+", cue="said", content="it closed"),
            {"said > denied": "He denied that it closed."},
        ),
        (
            subject("He says that it closed.", "closed", "CT+", cue="says", content="that it closed"),
            {"said > denied": "He denies that it closed."},
        ),
        (subject("He said “it closed”.", "closed", "CT+", cue="said", content="“it closed”"), {}),
    ],
    ids=lambda x: x.text if isinstance(x, Subject) else "",
)
def test_how_sure_it_is_and_whether_it_is_denied(of: Subject, expected: dict[str, str]) -> None:
    cases = list(modality.cases(of))
    assert texts(cases) == expected
    for case in cases:
        assert case.changed.moved(of.at).of(case.changed.text) == of.at.of(of.text)
        assert case.changes


CONDITIONAL = {"kind": "conditional"}


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("If it rains, we will close.", "We will close."),
        ("She said that if it rains, they close.", "She said that they close."),
        ("We will close if it rains.", "We will close."),
        ("We will close only if it rains.", "We will close."),
        ("“We will close if it rains,” he said.", "“We will close,” he said."),
        ("We will close if it rains, the mayor said.", "We will close, the mayor said."),
        ("We will close unless Ms Roos, the owner, pays 1,000 crowns.", "We will close."),
        ("If it rains, she said, we will close.", None),
        ("We will close when it rains.", None),
    ],
)
def test_without_the_condition(of: str, expected: str | None) -> None:
    found = texts(removal.cases(subject(of, "close", "Uu", **CONDITIONAL)))
    assert found.get("condition dropped") == expected


def test_without_the_evidence() -> None:
    said = subject("The pier may well close.", "close", "PS+", "may well")
    assert texts(removal.cases(said)) == {"evidence deleted": "The pier close."}
    assert not texts(removal.cases(subject("The pier will close.", "close", "CT+", "will")))
    assert not texts(removal.cases(subject("He hopes to win.", "hopes", "Uu", "hopes", kind="desire")))
    first = subject("“May it close?”", "close", "Uu", "May", kind="question")
    assert texts(removal.cases(first)) == {"evidence deleted": "“it close?”"}
    own = Proposed("x", stances=(Held("m", "PS+", evidence=spans(said.text, "well")),))
    assert texts(removal.own_evidence(said, own)) == {"own evidence deleted": "The pier may close."}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("in May", "in July"),
        ("December 4, 2020", "February 4, 2020"),
        ("on Saturday", "on Monday"),
        ("2020", "2022"),
        ("next week", "next month"),
        ("in two days", "in four days"),
        ("in 14 days", "in 14 weeks"),
        ("tomorrow", "next week"),
        ("the inauguration", None),
    ],
)
def test_another_date(phrase: str, expected: str | None) -> None:
    edit = dates.shifted(phrase, 0, len(phrase))
    assert (edited(phrase, [edit]).text if edit else None) == expected


def test_the_date_of_the_claim_alone_is_shifted() -> None:
    text = "On Monday she said the pier closes in June."
    of = subject(text, "closes", "CT+", time=Bound("DURING", "2021-06"))
    june, monday = (spans(text, word)[0] for word in ("in June", "Monday"))
    times = (When("a", june.start, june.end, "2021-06"), When("b", monday.start, monday.end, "2021-05-31"))
    whole = Whole(of.article.whole.agents, of.article.whole.statements, times, claims=(of.claim,))
    of = of._replace(article=of.article._replace(whole=whole))
    assert texts(dates.cases(of)) == {"date shifted": "On Monday she said the pier closes in August."}
    assert not texts(dates.cases(subject(text, "closes", "CT+")))


# Who says it.

TWO = """Piers close

The harbour master, Inga Roos, said the pier would close. “No pier will close,” Tamu Oke said. She added \
that trams run."""


def statement_of(id_: str, source: str, cue: str, content: str, speaker: str) -> Marked:
    found = (spans(TWO, phrase) for phrase in (cue, content, source))
    return Marked(id_, *found, speaker=speaker)


def two() -> list[Subject]:
    statements = (
        statement_of("s1", "The harbour master, Inga Roos", "said", "the pier would close", "roos"),
        statement_of("s2", "Tamu Oke", "said.", "“No pier will close,”", "oke"),
        statement_of("s3", "She", "added", "that trams run", "oke"),
    )
    held = (Held("oke", "CT+"),)
    claims = tuple(
        Proposed(f"c{i}", f"s{i}", None, "", spans(TWO, word), held)
        for i, word in enumerate(("would close", "will close", "run"), 1)
    )
    agents = (Agent("roos", "Inga Roos", "person"), Agent("oke", "Tamu Oke", "person"))
    return list(subjects(Labelled("two", TWO, None, Whole(agents, statements, claims=claims))))


def test_two_speakers_change_places() -> None:
    cases = list(people.swapped(two()))
    (changed,) = {case.changed.text for case in cases}
    assert (
        changed
        == """Piers close

Tamu Oke said the pier would close. “No pier will close,” the harbour master, Inga Roos, said. She added \
that trams run."""
    )
    assert [case.subject.claim.id for case in cases] == ["c1", "c2"]
    assert {case.what for case in cases} == {"speaker"}


@pytest.mark.parametrize(
    ("source", "text", "cue", "expected"),
    [
        ("Tamu Oke", "“No,” Tamu Oke said.", "said", "“No,” said Tamu Oke."),
        ("The mayor", "“No.” The mayor said so.", "said", "“No.” said the mayor so."),
        ("Tamu Oke", "“No,” said Tamu Oke, in May.", "said", "“No,” Tamu Oke said, in May."),
        ("Oke, the mayor", "“No,” Oke, the mayor, said.", "said", "“No,” said Oke, the mayor."),
        (
            "Oke, the mayor",
            "“No,” Oke, the mayor, said in May.",
            "said",
            "“No,” said Oke, the mayor, in May.",
        ),
        (
            "Oke, the mayor",
            "“No,” said Oke, the mayor, in May.",
            "said",
            "“No,” Oke, the mayor, said in May.",
        ),
        ("Oke", "“No,” said Oke, who left.", "said", None),
        ("she", "“No,” she said.", "said", None),
        ("Oke", "It closed, Oke said.", "said", None),
    ],
)
def test_inverted_cues(source: str, text: str, cue: str, expected: str | None) -> None:
    of = subject(text, "No" if "No" in text else "closed", "CT-", source=source, cue=cue)
    assert texts(people.kept([of])).get("cue inverted") == expected


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        (
            "Ilse Varga left. The mayor said it closed.",
            "The mayor",
            "Ilse Varga left. Ilse Varga said it closed.",
        ),
        ("Ilse Varga left. It closed, Varga said.", "Varga", "Ilse Varga left. It closed, Ilse Varga said."),
        ("The mayor said it closed. Ilse Varga left.", "The mayor", None),
        ("Ilse Varga left. She said it closed.", "She", None),
    ],
)
def test_full_names(text: str, source: str, expected: str | None) -> None:
    at = text.rindex(source)
    of = subject(text, "closed", "CT+", source=source)
    assert of.statement is not None
    placed_ = Marked("s", (), of.statement.content, (Span(at, at + len(source)),), speaker="mayor")
    assert texts(people.kept([of._replace(statement=placed_)])).get("full name") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The pier closed, the Lumo news agency reported.",
            "The pier closed, according to the Lumo news agency.",
        ),
        ("The pier closed, Lumo reported on Monday.", "The pier closed, according to Lumo on Monday."),
        (
            "The Lumo news agency reported that the pier closed.",
            "The pier closed, according to the Lumo news agency.",
        ),
        ("The pier closed, Radio Brod reported.", None),
    ],
)
def test_agency_credits(text: str, expected: str | None) -> None:
    of = subject(text, "closed", "CT+")
    assert of.statement is not None
    passed_on = Marked(
        "s", content=of.statement.content, speaker="mayor", chain=(Hop("lumo", "reported_by"),)
    )
    cases = list(people.kept([of._replace(statement=passed_on)]))
    assert texts(cases).get("agency credited after") == expected
    for case in cases:
        assert case.changed.moved(of.at).of(case.changed.text) == "closed"
        assert not case.changes


# What says nothing.


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("curly > straight quotes", "“It’s shut,” she said.", '"It\'s shut," she said.'),
        ("straight > curly quotes", "\"It's 'shut',\" she said.", "“It’s ‘shut’,” she said."),
        ("another dash", "It is - they say - shut.", "It is — they say — shut."),
        ("another dash", "It is — they say — shut.", "It is – they say – shut."),
        ("another dash", "It is—they say—shut.", "It is – they say – shut."),
        ("another dash", "The Brod–Lumo pier is well-built and shut.", None),
        ("trailing spaces", "It is shut.\n\nNo.", "It is shut. \n\nNo. "),
        ("no-break spaces", "Mr. Oke shut 20 piers on May 5.", "Mr.\xa0Oke shut\xa020\xa0piers on May\xa05."),
    ],
)
def test_marks_and_spaces(kind: str, text: str, expected: str | None) -> None:
    of = subject(text, "shut", "CT+")
    cases = [case for case in typography.cases([of]) if case.kind == kind]
    assert texts(cases).get(kind) == expected
    assert all(case.changed.moved(of.at).of(case.changed.text) == "shut" for case in cases)


def test_a_sentence_is_added_to_the_prose() -> None:
    text = "Pier shut\n\nThe pier is shut, Ilse Varga told reporters on Monday.\n\nPiers, Brod, Lumo\n"
    (changed,) = {
        c.changed.text for c in typography.cases([subject(text, "shut", "CT+")]) if "added" in c.kind
    }
    assert changed == text.replace("Monday.", f"Monday.\n\n{typography.NEUTRAL}")


# What counts as noticed.


def reader(value: Any) -> Any:
    """A reader of one claim, at "close", whose value is a function of the text."""

    def read_all(articles: Iterable[Article]) -> Iterable[Reading]:
        for article in articles:
            text = article.text
            content = (Span(0, len(text)),)
            statement = Statement("x", "indirect", (), (), content, 1.0, speaker="v")
            said = value(text)
            stance = Stance("v", said, evidence=spans(text, "may")) if said else None
            claim = Claim("y", "x", None, "", spans(text, "close"), (stance,)) if stance else None
            yield Reading(
                article, (Agent("v", "Varga", "person"),), (statement,), claims=(claim,) if claim else ()
            )

    return read_all


ARTICLES = [subject("The pier may close — she said.", "close", "PS+", "may").article]


def seen(value: Any) -> dict[str, tuple[bool, bool]]:
    outcomes = measure.outcomes(ARTICLES, reader(value))
    return {outcome.case.kind: (outcome.right, outcome.lost) for outcome in outcomes}


def test_a_reader_that_reads_words() -> None:
    found = seen(lambda text: "PS-" if "not" in text else "PS+" if "may" in text else "CT+")
    assert set(found.values()) == {(True, False)}
    assert {*found} > {"may > will", "negation inserted", "evidence deleted", "own evidence deleted"}
    assert {*found} > {"another dash", "trailing spaces", "neutral sentence added"}


def test_a_reader_that_does_not() -> None:
    outcomes = list(measure.outcomes(ARTICLES, reader(lambda _: "CT+")))
    assert measure.figures(outcomes) == {"noticed": 0, "left alone": 1}
    assert any("may > will: CT+ / CT+" in line for line in measure.report(outcomes))
    assert not list(measure.outcomes(ARTICLES, reader(lambda _: None)))


def test_a_claim_that_is_lost() -> None:
    found = seen(lambda text: "PS+" if text == ARTICLES[0].text else None)
    assert {kind for kind, outcome in found.items() if outcome == (True, True)} == {
        "evidence deleted",
        "own evidence deleted",
    }
    assert all(lost for _, lost in found.values())


def test_the_table_has_a_row_for_every_kind() -> None:
    table = measure.table()
    outcomes = list(measure.outcomes(ARTICLES, reader(lambda _: "PS+")))
    figures = measure.rows(table, "pier", outcomes)
    assert figures == {"noticed": 0, "left alone": 1}
    kinds = list(table.columns[1].cells)
    assert kinds[-1] == "all"
    assert {*kinds} == {outcome.case.kind for outcome in outcomes} | {"all"}


def test_the_claim_of_the_same_statement_goes_before_another() -> None:
    text = "Oke said Roos said the pier will close."
    outer = Marked("o", content=(Span(9, 38),))
    inner = Marked("i", content=(Span(19, 38),), level=2)
    close = spans(text, "close")
    far = spans(text, "pier")
    claims = (
        Proposed("a", "o", None, "", close, (Held("x", "Uu"),)),
        Proposed("b", "i", None, "", close, (Held("x", "CT+"),)),
        Proposed("c", "i", None, "", far, (Held("x", "CT-"),)),
    )
    whole = Whole((), (outer, inner), claims=claims)

    def at(trigger: tuple[Span, ...], statement: Marked | None) -> str | None:
        found = claim_at(whole, trigger, statement, lambda span: span)
        return found.id if found else None

    assert at(close, outer) == "a"
    assert at(close, inner) == "b"
    assert at(close, None) in ("a", "b")
    assert at(spans(text, "the"), inner) == "c"  # the nearest one of the statement
    assert at(spans(text, "the"), None) is None


def test_what_is_the_same() -> None:
    roos, oke = Agent("a", "Inga Roos", "person"), Agent("a", "Tamu Oke", "person")

    def read(agent: Agent, value: str, kind: str | None = None, bound: str | None = None) -> Any:
        claim = Proposed("c", stances=(Held("a", value, kind),), time=Bound("ON", bound))
        return Whole((agent,)), claim

    assert same("value", read(roos, "CT+", "desire"), read(oke, "CT+"))
    assert not same("value", read(roos, "Uu", "desire"), read(roos, "Uu", "question"))
    assert not same("value and speaker", read(roos, "CT+"), read(oke, "CT+"))
    assert same("speaker", read(roos, "CT+"), read(Agent("z", "x", "person"), "CT+")) is False
    assert same("bound", read(roos, "CT+", bound="2021-05"), read(oke, "Uu", bound="2021-05"))
    assert not same("bound", read(roos, "CT+", bound="2021-05"), read(roos, "CT+"))
