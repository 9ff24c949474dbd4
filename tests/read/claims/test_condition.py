"""The condition that a claim hangs on."""

import pytest

from onrecord.read.claims.condition import condition
from onrecord.span import Span

TABLE = [
    ("that the mine would close if the price fell again", "close", "if the price fell again"),
    ("If the rain stops, we will sail.", "sail", "If the rain stops"),
    ("we will sail unless the harbour master objects", "sail", "unless the harbour master objects"),
    ("We will pay, provided it agrees.", "pay", "provided it agrees"),
    ("the price fell", "fell", None),
    ("if the price fell", "fell", None),
    ("He asked. If it rains, they stay. We will sail.", "sail", None),
]


@pytest.mark.parametrize(("said", "trigger", "expected"), TABLE)
def test_condition(said, trigger, expected):
    at = said.index(trigger)
    found = condition(said, (Span(0, len(said)),), Span(at, at + len(trigger)))
    assert (found.of(said) if found else None) == expected
