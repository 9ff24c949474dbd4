"""The plot in the terminal: what stands where, and that it never is wider than there is room."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.answer import Line, Step
from onrecord.show.record.axis import axis
from onrecord.show.record.plot import key, plot
from onrecord.show.record.signs import SCALE
from tests.show.record.sample import LINE, SOL, outcome, position, topic

CHANGES = ("first", "firmer", "softer", "reversed", "repeated", "corrected", "disavowed")


def drawn(line: Line, width: int, **more) -> list[str]:
    return [text.plain for text in plot(line, axis([line]), width, **more)]


def test_a_plot():
    assert drawn(LINE, 70) == [
        "     says so CT+ ┤            ▲───────────▲               ┊",
        "      likely PR+ ┤            │                           ┊",
        "    possible PS+ ┤  [△]───────┘                           ┊",
        "        open Uu  ┤                                        ┊    …",
        "possibly not PS- ┤                                        ┊",
        "    unlikely PR- ┤              ×                         ┊",
        "      denies CT- ┤                                        ┊",
        "                 └────────────┬────────────────┬─────────────",
        "                              10 Mar 2031      24 Mar          no date",
    ]


def test_on_a_narrow_terminal_values_stand_alone():
    assert drawn(Line(topic(outcome=None), SOL, LINE.steps[1:4:2]), 40) == [
        "CT+ ┤  ▲─────────────────────────────▲",
        "PR+ ┤",
        "PS+ ┤",
        "Uu  ┤",
        "PS- ┤",
        "PR- ┤",
        "CT- ┤",
        "    └──┬────────────────────┬───────────",
        "       10 Mar 2031          17 Mar",
    ]


def test_without_signs_but_those_of_ascii():
    found = drawn(LINE, 60, plain=True)
    assert all(line.isascii() for line in found) and key(LINE, plain=True).isascii()
    assert found[0].startswith("CT+ |")


def test_what_is_taken_back_leads_nowhere():
    line = Line(topic(outcome=None), SOL, LINE.steps[1:4])
    found = drawn(line, 50)
    assert "×" in found[5] and "│" not in "".join(found)
    assert key(line).startswith("× taken back")


def test_what_has_no_date_stands_behind_the_axis():
    found = drawn(Line(topic(), SOL, LINE.steps[3:]), 60)
    assert found[3].endswith("…") and found[-1].endswith("no date")
    assert len(found[3]) > len(found[-2]) > found[-2].index("└")


def test_the_key_tells_only_what_is_there():
    assert key(Line(topic(outcome=None), SOL, (LINE.steps[1],))) == ""
    denied = topic(outcome=outcome(happened=False))
    assert key(Line(denied, SOL, (LINE.steps[1],))) == "┊ ✗ did not take place on 2 Apr 2031"


days = st.dates().map(str) | st.none()
steps = st.builds(
    lambda at, value, change, gone: Step(
        position(1, value, change, "x", superseded=LINE.steps[2].position.superseded if gone else None),
        *(
            ("day", at[0], at[0])
            if at[0] and not at[1]
            else ("range", *at)
            if any(at)
            else ("unknown", None, None)
        ),
    ),
    st.tuples(days, days),
    st.sampled_from([value for value, _ in SCALE] + ["CTu"]),
    st.sampled_from(CHANGES),
    st.booleans(),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(steps, max_size=8), days, st.integers(0, 130), st.booleans(), st.booleans())
def test_never_wider_than_there_is_room(found, on, width, plain, behind):
    line = Line(topic(outcome=outcome(on)), SOL, tuple(found))
    span = axis([line])
    if span is None:
        return
    lines = plot(line, span, width, behind=behind, plain=plain)
    assert not lines or len(lines) == len(SCALE) + 2
    for text in lines:
        assert len(text.plain) <= width
        assert text.plain.isascii() or not plain
