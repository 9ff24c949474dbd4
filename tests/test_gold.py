"""The hand readings of evaluation/gold are sound: they fit their articles and keep the labelling rules."""

import json
import re
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from onrecord import Reading

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

    def test_claims_lie_in_what_is_said_and_lead_somewhere(self, path):
        reading = load(path)
        text = reading["article"]["text"]
        said = {s["id"]: s for s in reading["statements"]}
        events = {event["id"] for event in reading["events"]}
        times = {time["id"] for time in reading["times"]}
        agents = {agent["id"] for agent in reading["agents"]}
        for claim in reading["claims"]:
            assert claim["statement"] is None or claim["statement"] in said, claim["id"]
            assert claim["event"] is None or claim["event"] in events, claim["id"]
            assert claim["stances"] and {s["holder"] for s in claim["stances"]} <= agents | {None}, claim["id"]
            for span in (*claim["trigger"], *(e for s in claim["stances"] for e in s.get("evidence") or ())):
                assert text[span["start"] : span["end"]].strip(), claim["id"]
        for event in reading["events"]:
            assert {p["agent"] for p in event["participants"]} <= agents, event["id"]
            assert set((event["time"] or {}).get("times", ())) <= times, event["id"]

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


def test_there_is_enough_of_it():
    outer = [s for path in GOLD for s in load(path)["statements"] if s["level"] == 1]
    assert len(GOLD) >= 12
    assert len(outer) >= 200
    assert {path.parent.name for path in WHOLE} == {"open", "checking"}
