"""The hand readings of evaluation/gold are sound: they fit their articles and keep the labelling rules."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GOLD = sorted((ROOT / "evaluation" / "gold").glob("*.json"))
OPENING, CLOSING = '"“«‘', '"”»’'


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def lies_in(inner, outer):
    return outer["start"] <= inner["start"] and inner["end"] <= outer["end"]


def kind_by_marks(text, content):
    """Read direct, mixed or indirect off the quotation marks alone."""
    words = [text[span["start"] : span["end"]] for span in content]
    gaps = [text[a["end"] : b["start"]] for a, b in pairwise(content)]
    # A quotation that runs over paragraphs reopens without having closed.
    closed = [word[-1] in CLOSING or "\n\n" in gap for word, gap in zip(words, [*gaps, ""], strict=True)]
    if words and all(closed) and all(word[0] in OPENING for word in words):
        return "direct"
    return "mixed" if any(mark in word for word in words for mark in OPENING) else "indirect"


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
class TestGoldFile:
    def test_text_is_the_example_untouched(self, path):
        article = load(path)["article"]
        example = ROOT / "examples" / "articles" / f"{path.stem}.txt"
        assert article["id"] == path.stem
        assert article["text"].encode() == example.read_bytes()

    def test_spans_cut_out_whole_words(self, path):
        reading = load(path)
        text = reading["article"]["text"]
        for statement in reading["statements"]:
            assert statement["cue"] and statement["content"], statement["id"]
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
            for cue in statement["cue"]:
                assert any(lies_in(cue, span) for span in parent["content"]), statement["id"]

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
            assert statement["kind"] == expected, statement["id"]


def test_there_is_enough_of_it():
    outer = [s for path in GOLD for s in load(path)["statements"] if s["level"] == 1]
    assert len(GOLD) >= 12
    assert len(outer) >= 200
