"""What a stranger's text may do on a terminal: be read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.show.visible import one_line, shortened, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[2J", "\ufffd[2J"),
        ("\x9b2J", "\ufffd2J"),
        ("a\x00b\x07", "a\ufffdb\ufffd"),
        ("half \ud83d", "half \ufffd"),
        ("\u202eabc\u202c", "abc"),
        ("\u05e9\u200f!", "\u05e9\u200f!"),
        ("\U0001f469\u200d\U0001f692", "\U0001f469\u200d\U0001f692"),
        ("a\tb\nc", "a\tb\nc"),
    ],
)
def test_visible(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a \r\n\r\n b", "a b"),
        ("a\rb", "a b"),
        ("a\u2028b\x0bc", "a b c"),
        ("«\u00a0oui\u00a0»", "«\u00a0oui\u00a0»"),
        (" a ", " a "),
    ],
)
def test_one_line(text, shown):
    assert one_line(text) == shown


@pytest.mark.parametrize(
    ("text", "length", "shown"),
    [
        ("ferries sail", 12, "ferries sail"),
        ("ferries sail", 11, "ferries…"),
        ("ferries sail", 8, "ferries…"),
        ("ferries sail", 7, "ferrie…"),
        ("ferries sail again", 13, "ferries sail…"),
        ("", 5, ""),
    ],
)
def test_shortened(text, length, shown):
    assert shortened(text, length) == shown
    assert len(shown) <= length


@settings(deadline=None)
@given(st.text(st.characters(codec=None)))
def test_nothing_that_acts_is_left(text):
    shown = one_line(text)
    shown.encode()
    assert shown.isprintable() or not any(
        character < " " or "\x7f" <= character <= "\x9f" for character in shown
    )
