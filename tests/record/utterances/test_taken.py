"""Words that their speaker takes back: what says so, and what it is that goes."""

import pytest

from onrecord.record.utterances import (
    Saying,
    SpeechAct,
    misreported,
    rectified,
    replaced,
    taken_back,
    takes_back,
)


@pytest.mark.parametrize(
    ("cue", "text", "back"),
    [
        ("said", "“I never said that”", True),
        ("said", "she had said no such thing", True),
        ("said", "that these were never her words", True),
        ("said", "“I have not spoken to that newspaper this year”", True),
        ("said", "he had been misquoted", True),
        ("denied", "having said that the port would close", True),
        ("denies", "a report that the port would close", True),
        ("denied", "that the port would close", False),
        ("said", "she had never seen the port", False),
        ("said", "the report was late", False),
        ("rejected", "the plan", False),
        ("denies saying", "nurses must go", True),
        ("has denied", "that he said a war was a matter of months", True),
        ("denied", "that she had ever made such a remark", True),
        ("said", "that the quotation, that she had voted for them, was invented", True),
        ("says", "the remark in Monday's paper had been made up", True),
        ("said", "no such thing", True),
        ("said", "he had made no such statement", True),
        ("said", "she had never promised lower taxes", True),
        ("said", "the base has never made money", False),
        ("said", "politics has never been easy", False),
        ("denied", "that he could not pay his cooks", False),
        ("said", "the interview was over", False),
        ("said", "they had not spoken to the owner", False),
        ("", "", False),
    ],
)
def test_what_takes_words_back(cue: str, text: str, back: bool) -> None:
    assert takes_back(cue, text) is back


@pytest.mark.parametrize(
    ("source", "text", "note", "wrong"),
    [
        ("An earlier version of this report", "that the mill would close", "", True),
        ("the previous edition", "that the mill would close", "", True),
        ("Reeve", "that the mill would close", "We wrongly reported that the mill would close.", True),
        ("Reeve", "that it might close", "We reported that the mill would close. Reeve said that it might close.", False),
        ("Reeve", "that it might close", "(Corrects paragraph 2 to say that it might close)", False),
        ("a previous minister", "that the mill would close", "", False),
    ],
)  # fmt: skip
def test_what_a_correction_tells_as_wrong(source: str, text: str, note: str, wrong: bool) -> None:
    assert misreported(source, text, note) is wrong


@pytest.mark.parametrize(
    ("source", "cue", "heading", "back"),
    [
        ("we … Tom Reeve", "quoted … as saying", "Corrections and clarifications", True),
        ("An article on Monday", "quoted", "Correction: Iris Thorn", True),
        ("Tom Reeve", "said", "Correction", False),
        ("we", "said", "Why we march", False),
    ],
)
def test_what_a_publisher_puts_right(source: str, cue: str, heading: str, back: bool) -> None:
    assert rectified(source, cue, heading) is back


def said(number: int, text: str, day: str, **told: object) -> Saying:
    fields = {"moment": day, "article": f"a{number}", "start": 0, "id": f"a{number}/s1", "speaker": "ayla-duman",
              "text": text, "kind": "direct", "day": day}  # fmt: skip
    return Saying(**{**fields, **told})


def act(*reports: Saying) -> SpeechAct:
    return SpeechAct(tuple((one, "") for one in sorted(reports)))


def test_a_denial_takes_back_what_its_article_tells_again() -> None:
    first = said(1, "The ferries will be sold", "2026-03-02")
    other = said(1, "The weather is fine", "2026-03-02", id="a1/s2", start=50)
    again = said(2, "that the ferries would be sold", "2026-03-02", moment="2026-03-04", id="a2/s2", start=60)
    denial = said(2, "I said no such thing", "2026-03-04", negated=True)
    gone = taken_back([act(first, again), act(other), act(denial)])
    assert {id: one.by for id, one in gone.items()} == {"a1/s1": "a2/s1"}


def test_a_denial_takes_back_only_what_stands_nearest() -> None:
    first = said(1, "The ferries will be sold", "2026-03-02")
    other = said(2, "The harbour needs a crane", "2026-03-01")
    denial = said(3, "I said no such thing", "2026-03-04", negated=True)
    again = said(3, "that the ferries would be sold", "2026-03-02", moment="2026-03-04", id="a3/s2", start=40)
    far = said(3, "that the harbour needed a crane", "2026-03-01", moment="2026-03-04", id="a3/s3", start=400)
    gone = taken_back([act(first, again), act(other, far), act(denial)])
    assert set(gone) == {"a1/s1"}


def test_a_denial_takes_back_no_surer_words_than_it_denies() -> None:
    sure = said(1, "The ferry line will be shut", "2026-03-02")
    fair = said(2, "that the ferry line might be shut", "2026-03-02")
    quoted = said(3, "The ferry line to shut", "2026-03-02", moment="2026-03-04", id="a3/s1")
    denial = said(3, "that the line would be shut", "2026-03-04", id="a3/s2", start=90, negated=True)
    right = said(3, "it might have to be shut", "2026-03-02", moment="2026-03-04", id="a3/s3", start=110)
    gone = taken_back([act(sure, quoted), act(fair, right), act(denial)])
    assert set(gone) == {"a1/s1"}


def test_others_tell_what_was_never_said() -> None:
    first = said(1, "every teacher should carry a gun at school", "2026-03-02")
    denial = said(2, "no such thing", "2026-03-04", negated=True)
    aide = said(
        2, "no such thing of the report that every teacher should carry a gun", "2026-03-04", speaker=None
    )
    assert taken_back([act(first), act(denial)]) == {}
    assert set(taken_back([act(first), act(denial)], {"a2": [denial, aide]})) == {"a1/s1"}


def test_what_only_a_correction_tells_is_no_utterance_that_stands() -> None:
    wrong = said(2, "the governor had announced the purchase", "2026-03-04", wrong=True)
    assert replaced(act(wrong)) and replaced(act(said(1, wrong.text, "2026-03-04"), wrong)) is None


def test_a_correction_that_words_it_otherwise_is_no_witness() -> None:
    first = said(
        1,
        "both elephants would be sold",
        "2026-03-02",
        gone="a2",
        gone_why="a later version: misquoted",
        copies="a1",
    )
    now = said(2, "both elephants would be lent", "2026-03-02", moment="2026-03-03", copies="a2")
    assert replaced(act(first, now))


def test_a_denial_takes_back_nobody_elses_words() -> None:
    first = said(1, "The ferries will be sold", "2026-03-02", speaker="olan-brandt")
    denial = said(2, "I never said that the ferries would be sold", "2026-03-04", negated=True)
    assert taken_back([act(first), act(denial)]) == {}


def test_a_later_version_stands_for_what_it_prints_again() -> None:
    words = "that the ferries would be sold before the end of the year"
    wrong = said(1, words, "2026-03-02", gone="a2", gone_why="a later version", copies="a1")
    copied = said(3, words, "2026-03-03", copies="a1")
    again = said(2, words, "2026-03-02", moment="2026-03-04", copies="a1")
    told = said(2, "the sale of the ferries", "2026-03-02", moment="2026-03-04", copies="a1")
    assert replaced(act(wrong, copied)) and replaced(act(wrong, told))
    assert replaced(act(wrong, again)) is None
