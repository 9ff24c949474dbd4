"""Words that their speaker takes back: what says so, and what it is that goes."""

import pytest

from onrecord.record.utterances import Saying, SpeechAct, replaced, taken_back, takes_back


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
        ("said", "they had not spoken to the owner", False),
        ("", "", False),
    ],
)
def test_what_takes_words_back(cue: str, text: str, back: bool) -> None:
    assert takes_back(cue, text) is back


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
