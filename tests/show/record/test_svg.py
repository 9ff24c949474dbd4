"""The SVG of a timeline: well-formed whatever is in it, words as words, nothing that runs or is fetched."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.answer import Line, Timeline
from onrecord.show.record.svg import svg
from tests.show.record.sample import BERG, LINE, TIMELINE, filled, topic
from tests.show.record.test_plot import steps
from tests.show.sample import HOSTILE

SVG = "{http://www.w3.org/2000/svg}"


def texts(drawn: str, name: str = "text") -> list[str]:
    return ["".join(each.itertext()) for each in ElementTree.fromstring(drawn).iter(f"{SVG}{name}")]


def test_words_are_words():
    found = texts(svg(TIMELINE))
    assert found[:3] == [
        'Positions: about:"pier opens"',
        "the pier opens again",
        "open opening · before 2031-04-10 · Ida Sol, Port Sela",
    ]
    assert "1. about 2–4 Mar 2031  △ possible PS+\u00a0 • first" in found
    assert "× taken back by 20 Mar 2031: the article was corrected" in found
    assert "no date" in found and "✓ 2 Apr" in found


def test_it_tells_in_words_what_it_draws():
    drawn = svg(TIMELINE)
    assert texts(drawn, "title")[0] == "How positions moved: Ida Sol, Tor Berg"
    assert texts(drawn, "desc")[0].startswith(
        "Ida Sol on the pier opens again: about 2–4 Mar 2031, possible (PS+), first: the pier opens again. "
    )
    assert "12 Mar 2031, unlikely (PR-), reversed, taken back: the pier opens in April" in texts(
        drawn, "title"
    )


def test_there_is_a_layout_for_a_wide_and_for_a_narrow_screen():
    root = ElementTree.fromstring(svg(TIMELINE))
    assert [each.get("class") for each in root.findall(f"{SVG}g")] == ["wide", "narrow"]
    assert root.get("width") == "100%" and "prefers-color-scheme: dark" in svg(TIMELINE)


def test_what_one_day_has_is_numbered_once():
    twice = replace(LINE, steps=(LINE.steps[1], LINE.steps[1], LINE.steps[3]))
    assert "1, 2" in texts(svg(Timeline("", (twice,), None)))


def test_the_same_timeline_is_the_same_document():
    assert svg(TIMELINE) == svg(TIMELINE)


@pytest.mark.parametrize(
    ("timeline", "told"),
    [
        (Timeline("who:Nobody", (), None), "No position matches."),
        (Timeline("", (LINE,), "next"), "There are more positions than these."),
        (
            Timeline("", (Line(topic(names=(), time=None, outcome=None), BERG, LINE.steps[4:]),), None),
            "1. no date  … declines to say Uu\u00a0 ↓ softer",
        ),
    ],
)  # fmt: skip
def test_little_to_draw(timeline, told):
    assert told in texts(svg(timeline))


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_text(words):
    drawn = svg(filled(TIMELINE, words))
    root = ElementTree.fromstring(drawn)
    allowed = "svg title desc style defs linearGradient stop mask rect g text tspan line path circle".split()
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= set(allowed)
    assert not any(name.startswith("on") or "href" in name for each in root.iter() for name in each.attrib)
    assert "\x1b" not in drawn and not re.search(r"url\((?!#)", drawn)
    drawn.encode()


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(codec=None), max_size=300))
def test_any_text_is_well_formed(words):
    drawn = svg(filled(TIMELINE, words))
    ElementTree.fromstring(drawn.encode())


@settings(deadline=None, max_examples=60)
@given(st.lists(steps, max_size=8))
def test_nothing_is_drawn_outside(found):
    root = ElementTree.fromstring(svg(Timeline("", (replace(LINE, steps=tuple(found)),), None)))
    for each in root.iter():
        for name in ("x", "x1", "x2"):
            if (value := each.get(name, "")).endswith("%"):
                assert 0 <= float(value[:-1]) <= 100
