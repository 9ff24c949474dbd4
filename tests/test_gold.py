"""The hand readings of evaluation/gold are sound: they fit their articles and keep the labelling rules."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from evaluation.dates import days
from onrecord import Reading
from onrecord.claim import Act, StanceValue

ROOT = Path(__file__).parents[1]
GOLD = sorted((ROOT / "evaluation" / "gold").glob("*.json"))
WHOLE = sorted((ROOT / "evaluation" / "gold" / "readings").glob("*/*.json"))
CLOSING = "\"”»’'"
# An opening mark stands before a word, unlike the letter of "Fa‘asā"; a straight single one has a partner.
MARK = re.compile(r"""(?<!\w)(?:["“«‘](?=\S)|'(?=\S[^']*'(?!\w)))""")


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def lies_in(inner, outer):
    return outer["start"] <= inner["start"] and inner["end"] <= outer["end"]


def kind_by_marks(text, content):
    """Read direct, mixed or indirect off the quotation marks alone."""
    words = [text[span["start"] : span["end"]] for span in content]
    gaps = [text[a["end"] : b["start"]] for a, b in pairwise(content)]
    # A quotation that runs over paragraphs reopens without having closed.
    closed = [word[-1] in CLOSING or "\n\n" in gap for word, gap in zip(words, [*gaps, ""], strict=False)]
    opened = [bool(MARK.match(word)) for word in words]
    if words and all(closed) and all(opened):
        return "direct"
    return "mixed" if any(map(MARK.search, words)) else "indirect"


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_text_is_the_example_untouched(path):
    example = ROOT / "examples" / "articles" / f"{path.stem}.txt"
    assert load(path)["article"]["text"].encode() == example.read_bytes()


@pytest.mark.parametrize("path", [*GOLD, *WHOLE], ids=lambda path: path.stem)
class TestGoldFile:
    def test_it_is_called_as_its_file(self, path):
        assert load(path)["article"]["id"] == path.stem

    def test_spans_cut_out_whole_words(self, path):
        reading = load(path)
        text = reading["article"]["text"]
        for statement in reading["statements"]:
            # In whole readings some have no content ("could not be reached"), some quote without a cue.
            cue, content = statement["cue"], statement["content"]
            assert (cue or content) if path in WHOLE else (cue and content), statement["id"]
            for role in ("source", "cue", "content"):
                spans = statement[role]
                for span in spans:
                    assert 0 <= span["start"] < span["end"] <= len(text), statement["id"]
                    words = text[span["start"] : span["end"]]
                    assert words == words.strip(), statement["id"]
                assert all(a["end"] <= b["start"] for a, b in pairwise(spans)), statement["id"]

    def test_nested_statements_lie_inside_their_parents(self, path):
        statements = load(path)["statements"]
        by_id = {statement["id"]: statement for statement in statements}
        assert len(by_id) == len(statements)
        for statement in statements:
            if statement["parent"] is None:
                assert statement["level"] == 1, statement["id"]
                continue
            parent = by_id[statement["parent"]]
            assert statement["level"] == parent["level"] + 1, statement["id"]
            room = parent["content"] + (parent.get("question") or {"content": []})["content"]
            for cue in statement["cue"]:
                assert any(lies_in(cue, span) for span in room), statement["id"]

    def test_outermost_contents_do_not_overlap(self, path):
        outer = [s for s in load(path)["statements"] if s["level"] == 1]
        spans = sorted((c["start"], c["end"]) for s in outer for c in s["content"])
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))

    def test_speakers_exist(self, path):
        reading = load(path)
        agents = [agent["id"] for agent in reading["agents"]]
        assert len(set(agents)) == len(agents)
        for statement in reading["statements"]:
            assert statement["speaker"] is None or statement["speaker"] in agents, statement["id"]
        for agent in reading["agents"]:
            assert set(agent["on_behalf_of"]) <= set(agents), agent["id"]

    def test_kind_agrees_with_the_quotation_marks(self, path):
        reading = load(path)
        for statement in reading["statements"]:
            expected = kind_by_marks(reading["article"]["text"], statement["content"])
            title = path in WHOLE and (statement["kind"], expected) == (
                "indirect",
                "mixed",
            )  # marks of a name
            assert title or statement["kind"] == expected, statement["id"]


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
class TestWholeReading:
    def test_it_is_a_reading(self, path):
        raw = load(path)
        for statement in raw["statements"]:
            statement["p"] = 1.0
        reading = msgspec.convert(raw, Reading)
        assert reading.claims
        assert reading.events
        assert reading.headline

    def test_mentions_cut_out_words(self, path):
        reading = load(path)
        text = reading["article"]["text"]
        for agent in reading["agents"]:
            spans = [(m["start"], m["end"]) for m in agent["mentions"]]
            assert spans == sorted(set(spans)), agent["id"]
            for start, end in spans:
                assert 0 <= start < end <= len(text), agent["id"]
                assert text[start:end] == text[start:end].strip(), agent["id"]

    def test_chains_lead_from_the_article_to_the_speaker(self, path):
        reading = load(path)
        agents = {agent["id"] for agent in reading["agents"]}
        for statement in reading["statements"]:
            hops = [hop["agent"] for hop in statement["chain"]]
            assert statement["chain"][0]["agent"] == "article", statement["id"]
            assert statement["chain"][0]["relation"] == "published_by", statement["id"]
            assert set(hops) <= agents, statement["id"]
            assert statement["speaker"] in (hops[-1], None), statement["id"]

    def test_whoever_is_named_exists(self, path):
        reading = load(path)
        agents = {agent["id"] for agent in reading["agents"]}
        for statement in reading["statements"]:
            question = statement.get("question") or {}
            meant = {
                *statement.get("on_behalf_of", ()),
                *statement.get("accept_speaker", ()),
                statement.get("venue"),
                question.get("asker"),
            }
            assert meant - {None} <= agents, statement["id"]

    def test_claims_have_a_trigger_in_their_statement(self, path):
        reading = load(path)
        text, statements = reading["article"]["text"], {s["id"]: s for s in reading["statements"]}
        for claim in reading["claims"]:
            assert claim["trigger"], claim["id"]
            room = [{"start": 0, "end": len(text)}]
            if claim["statement"] is not None:
                # "Could not be reached" has no content; "No" answers what its question says.
                statement = statements[claim["statement"]]
                question = statement.get("question") or {"content": []}
                room = statement["content"] + statement["cue"] + question["content"]
            for span in claim["trigger"]:
                assert any(lies_in(span, outer) for outer in room), claim["id"]

    def test_stances_end_with_the_speaker(self, path):
        reading = load(path)
        agents, statements = {a["id"] for a in reading["agents"]}, {s["id"]: s for s in reading["statements"]}
        for claim in reading["claims"]:
            holders = [stance["holder"] for stance in claim["stances"]]
            assert holders, claim["id"]
            assert {*holders} <= agents, claim["id"]
            assert len({*holders}) == len(holders), claim["id"]
            if claim["statement"] is None:
                assert holders == ["article"], claim["id"]
            else:
                statement = statements[claim["statement"]]
                accepted = {statement["speaker"], *statement.get("accept_speaker", ())}
                # Where nobody knows who speaks, whoever passes it on is the last that does.
                assert holders[-1] in accepted or statement["speaker"] is None, claim["id"]

    def test_values_keep_to_the_guide(self, path):
        reading = load(path)
        for claim in reading["claims"]:
            *_, speaker = claim["stances"]
            assert (speaker["value"] == "Uu") == bool(speaker["kind"]), claim["id"]
            assert {*speaker["accept"]} <= {*get_args(StanceValue)}, claim["id"]
            assert {*claim["accept_act"]} <= {*get_args(Act)}, claim["id"]
            if speaker["value"] not in ("CT+", "CT-"):
                assert speaker["evidence"], claim["id"]
            for stance in claim["stances"]:
                assert not stance.get("polarity") or stance["value"] == "Uu", claim["id"]
            if claim.get("time"):
                assert days(claim["time"]["bound"]), claim["id"]

    def test_words_of_claims_times_and_events_are_cut_out_whole(self, path):
        reading = load(path)
        text = reading["article"]["text"]
        claims, events = reading["claims"], reading["events"]
        evidence = [
            span for one in claims for stance in one["stances"] for span in stance.get("evidence") or ()
        ]
        triggers = [span for one in claims for span in one["trigger"]]
        triggers += [span for one in events for span in one["triggers"]]
        differences = reading["headline"]["differences"]
        told = [span for one in differences for side in ("headline", "body") for span in one[side]]
        for span in (*evidence, *triggers, *told, *reading["times"]):
            words = text[span["start"] : span["end"]]
            assert 0 <= span["start"] < span["end"] <= len(text), span
            assert words == words.strip(), span
            before, after = text[: span["start"]][-1:], text[span["end"] :][:1]
            assert not (before.isalnum() and words[0].isalnum()), words
            assert not (after.isalnum() and words[-1].isalnum()), words

    def test_what_claims_and_events_refer_to_exists(self, path):
        reading = load(path)
        ids = {kind: {x["id"] for x in reading[kind]} for kind in ("agents", "claims", "events", "times")}
        for kind, of in ids.items():
            assert len(of) == len(reading[kind]), kind
        for claim in reading["claims"]:
            assert claim["event"] in ids["events"] | {None}, claim["id"]
        for event in reading["events"]:
            assert {participant["agent"] for participant in event["participants"]} <= ids["agents"], event[
                "id"
            ]
            assert {*((event["time"] or {}).get("times") or ())} <= ids["times"], event["id"]
        headline = reading["headline"]
        assert {headline["claim"], *headline["compared_with"]} <= ids["claims"] | {None}
        assert (headline["severity"] == 0) == (not headline["differences"])


def test_there_is_enough_of_it():
    outer = [s for path in GOLD for s in load(path)["statements"] if s["level"] == 1]
    assert len(GOLD) >= 12
    assert len(outer) >= 200
    assert {path.parent.name for path in WHOLE} == {"open", "checking"}
