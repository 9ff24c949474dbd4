"""Claims of gold statements: the steps after the chain run on statements without a mistake."""

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from evaluation import claim_tables
from evaluation.given import given
from evaluation.marked import Whole
from evaluation.sets import Labelled, compared
from onrecord import Claim, Reading, Span, Stance
from onrecord.read import steps

TEXT = "The pier may close, mayor Ilse Varga said."
RAW: dict[str, Any] = {
    "id": "pier",
    "text": TEXT,
    "published": "2021-05-03",
    "agents": [
        {"id": "article", "name": "this article", "kind": "document"},
        {"id": "varga", "name": "Ilse Varga", "kind": "person", "accept": "what gold adds"},
    ],
    "statements": [
        {
            "id": "s1",
            "kind": "indirect",
            "source": [{"start": 20, "end": 36}],
            "cue": [{"start": 37, "end": 41}],
            "content": [{"start": 0, "end": 18}],
            "speaker": "varga",
            "question": "whose place nobody marked",
            "optional": False,
        }
    ],
    "claims": [
        {"id": "c1", "statement": "s1", "event": None, "text": "", "trigger": [{"start": 13, "end": 18}]}
        | {"stances": [{"holder": "varga", "value": "PS+"}], "act": "assert"}
    ],
}


def test_gold_gives_agents_and_statements_alone() -> None:
    reading = given(RAW)
    assert reading.article.text == TEXT
    assert reading.article.published == "2021-05-03"
    assert [agent.name for agent in reading.agents] == ["this article", "Ilse Varga"]
    assert [(s.speaker, s.p, s.question) for s in reading.statements] == [("varga", 1.0, None)]
    assert not reading.claims


def test_claims_are_read_of_gold_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    def completed(reading: Reading, encoder: object, known: object) -> Reading:
        (statement,) = reading.statements
        stance = Stance(statement.speaker or "", "PS+", p=0.75)
        claim = Claim("x", statement.id, None, "the pier closes", (Span(13, 18),), (stance,), "assert")
        return replace(reading, claims=(claim,))

    monkeypatch.setattr(steps, "completed", completed, raising=False)
    gold = Labelled("pier", TEXT, "2021-05-03", Whole(), RAW)
    whole = Labelled("pier", TEXT, "2021-05-03", msgspec.convert(RAW, Whole), RAW)
    (one,) = compared([whole], of_gold=True)
    measured = claim_tables.measured([one])
    assert (measured.figures["claims"], measured.figures["stance"], measured.figures["act"]) == (1, 1, 1)
    (other,) = compared([gold], of_gold=True)
    assert claim_tables.measured([other]).figures == {}

    table = claim_tables.calibration_table(measured.claims)
    assert table.caption == "expected calibration error 0.250"
    rows = claim_tables.breakdown(measured.claims, measured.claims)
    assert list(rows.columns[0].cells) == ["level 1", "PS+"]
    assert list(rows.columns[3].cells) == ["1.000", "1.000"]
