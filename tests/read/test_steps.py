"""All steps over one article: what each finds hangs together."""

import pytest

import onrecord
from onrecord.ingest import article_from_text
from onrecord.knowledge import shipped
from onrecord.read.network.encoder import load_encoder
from onrecord.read.steps import completed

TEXT = """Minister to close Vardal harbour

By Kari Holm
Wednesday 6 March 2019

VARDAL - Fisheries Minister Jonas Eide may close the harbour of Vardal before 1 June, the daily Nordlys \
reported on Tuesday, citing a letter that it had seen.

"I do not know whether we will close it," Eide told Nordlys. "I hope that the quay holds. If the inspectors \
find cracks, we will act."

Harbour master Tone Lie denied that the quay was cracked. Her deputy declined to comment.
"""


@pytest.fixture(scope="module")
def reading():
    article, _ = article_from_text(TEXT, published="2019-03-06")
    return next(onrecord.read(article))


def told(reading, word):
    """Value and kind of each claim whose trigger has the word, in order."""
    chosen = (c for c in reading.claims if word in onrecord.words(c.trigger, TEXT).split())
    return [(c.stances[-1].value, c.stances[-1].kind) for c in chosen]


def test_ids_resolve(reading):
    statements, events = {s.id for s in reading.statements}, {e.id for e in reading.events}
    agents, times = {a.id for a in reading.agents}, {t.id for t in reading.times}
    assert len({c.id for c in reading.claims}) == len(reading.claims) > 5
    for claim in reading.claims:
        assert claim.statement is None or claim.statement in statements
        assert claim.event is None or claim.event in events
        assert {s.holder for s in claim.stances} <= agents | {None}
        assert set(claim.time.times if claim.time else ()) <= times
    for event in reading.events:
        assert {p.agent for p in event.participants} <= agents and event.triggers


def test_every_value_rests_on_words(reading):
    for claim in reading.claims:
        speaker = claim.stances[-1]
        assert speaker.why and speaker.evidence
        assert all(span.of(TEXT).strip() for span in speaker.evidence)
        assert claim.text and "\n" not in claim.text


def test_the_speaker_comes_last(reading):
    said = {s.id: s for s in reading.statements}
    for claim in reading.claims:
        if claim.statement:
            statement = said[claim.statement]
            assert claim.stances[-1].holder == statement.speaker
            assert [s.holder for s in claim.stances[:-1]] == [h.agent for h in statement.chain[:-1]]


def test_hedges_are_told_apart(reading):
    assert ("PS+", None) in told(reading, "close")
    assert ("Uu", "ignorance") in told(reading, "close")
    assert told(reading, "holds") == [("Uu", "desire")]
    assert told(reading, "cracked") == [("CT-", None)]
    assert "conditional" in {c.stances[-1].kind for c in reading.claims}


def test_when_and_what(reading):
    bounds = {(c.time.relation, c.time.bound) for c in reading.claims if c.time}
    assert ("BEFORE", "2019-06-01") in bounds
    assert any(t.value == "2019-03-05" for t in reading.times)
    assert {s.said_on.value for s in reading.statements if s.said_on} == {"2019-03-05"}


def test_the_headline_says_more(reading):
    assert reading.headline is not None
    assert "certainty" in {d.kind for d in reading.headline.differences}
    assert reading.headline.severity > 0


def test_an_undated_article_is_dated_by_its_words(reading):
    article, _ = article_from_text("Aas said on Sunday 3 March 2019 that he would resign.")
    undated = next(onrecord.read(article))
    assert reading.published_guess is None
    assert undated.published_guess is not None and undated.published_guess.earliest == "2019-03-03"


def test_the_second_half_alone_gives_the_same(reading):
    half = onrecord.Reading(article=reading.article, agents=reading.agents, statements=reading.statements)
    again = completed(half, load_encoder(), shipped())
    assert [(c.trigger, c.stances[-1].value) for c in again.claims] == [
        (c.trigger, c.stances[-1].value) for c in reading.claims
    ]
