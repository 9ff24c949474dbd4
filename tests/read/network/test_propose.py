"""The second pass: propositions among what is said."""

import numpy as np
import pytest

from onrecord.read.network.encoder import load_encoder, windows
from onrecord.read.network.propose import judged, propose
from onrecord.read.network.scan import scan
from onrecord.read.network.stances import VALUES
from onrecord.read.network.tokens import tokenize
from onrecord.span import Span
from onrecord.statement import Statement

TEXT = (
    "Ola Berg said that the board may sell the ferry and that the harbour was closed in May.\n\nNobody asked."
)
END = TEXT.index(".")
SAID = Statement("s1", "indirect", (Span(0, 8),), (Span(9, 13),), (Span(14, END),), 1.0, function="speech")


@pytest.fixture(scope="module")
def encoder():
    return load_encoder()


def words(proposed) -> list[str]:
    return [p.trigger.of(TEXT) for p in proposed if p.p > 0.3]


def test_only_what_is_said_is_proposed(encoder):
    tokens = tokenize(TEXT, (), encoder.tokenizer)
    found = propose(tokens, [SAID], (), encoder, ())
    assert words(found) == ["sell", "closed"]
    assert propose(tokens, [], (), encoder, ()) == ()
    assert np.allclose([np.exp(p.values).sum() for p in found], 1, atol=1e-4)


def test_what_scan_kept_gives_the_same(encoder):
    tokens = tokenize(TEXT, (), encoder.tokenizer)
    kept = propose(tokens, [SAID], (), encoder, scan(TEXT, tokens, encoder).lowers)
    again = propose(tokens, [SAID], (), encoder, ())
    assert [p.trigger for p in kept] == [p.trigger for p in again]
    assert np.allclose([p.p for p in kept], [p.p for p in again], atol=0.02)


def test_given_triggers_are_judged_in_order(encoder):
    tokens = tokenize(TEXT, (), encoder.tokenizer)
    triggers = [Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in ("closed", "sell")]
    sell, closed = judged(tokens, [SAID], triggers, encoder, ())
    assert (sell.trigger.of(TEXT), closed.trigger.of(TEXT)) == ("sell", "closed")
    assert VALUES[int(sell.values.argmax())] == "PS+" and VALUES[int(closed.values.argmax())] == "CT+"


def test_every_piece_of_a_long_text_is_judged_once(encoder):
    long = "\n\n".join([TEXT] * 40)
    tokens = tokenize(long, (), encoder.tokenizer)
    assert len(list(windows(len(tokens.ids), encoder.settings.window, encoder.settings.overlap))) > 2
    step = len(TEXT) + 2
    said = [
        Statement(f"s{i}", "indirect", (), (), (Span(14 + i * step, END + i * step),), 1.0, function="speech")
        for i in range(40)
    ]
    found = [p.trigger for p in propose(tokens, said, (), encoder, ()) if p.p > 0.5]
    assert len(found) == len(set(found)) and {s.start // step for s in found} == set(range(40))
