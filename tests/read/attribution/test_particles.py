"""Cues with a particle: ``cue | content`` as the network may cut them, and as they are."""

import pytest

from onrecord.read.attribution.particles import whole
from onrecord.read.network.link import Candidate
from onrecord.span import Span

TABLE = [
    ("Aas [did not rule] {out a sale of the pier}.", "did not rule out", "a sale of the pier"),
    ("Aas [did not] {rule it out} on Monday.", "did not rule / out", "it"),
    ("Aas [did not] {rule such a step out for now}.", "did not rule / out", "such a step / for now"),
    ("Aas [has not ruled] {it out}.", "has not ruled / out", "it"),
    ("Aas [has not ruled] {it} out.", "has not ruled / out", "it"),
    ("Aas [has] {ruled out a sale}.", "has ruled out", "a sale"),
    ("Aas [shrugged] {off the report}.", "shrugged off", "the report"),
    ("Aas [played] {the quarrel down}.", "played / down", "the quarrel"),
    ("Aas [pointed] {out that it leaks}.", "pointed out", "that it leaks"),
    # who refuses to do a thing has said so: the thing is content
    ("Aas [refused] {to rule out closing the port}.", "refused", "to rule out closing the port"),
    # whole as they are, or another verb
    ("Aas [did not rule out] {a sale}.", "did not rule out", "a sale"),
    ("The judge [ruled] {that the pier may be sold}.", "ruled", "that the pier may be sold"),
    ("The judge [ruled] {it out of order}.", "ruled", "it out of order"),
    ("The judge [ruled] {it was sold and ran out}.", "ruled", "it was sold and ran out"),
    ("Aas [said] {the pier is ruled out}.", "said", "the pier is ruled out"),
    ("Aas [refused] {to sell}.", "refused", "to sell"),
    ("Aas [did not rule] {out}.", "did not rule", "out"),
]


@pytest.mark.parametrize(("marked", "cue", "content"), TABLE)
def test_the_particle_is_in_the_cue(marked: str, cue: str, content: str) -> None:
    text, spans = "", {}
    for char in marked:
        if char in "[]{}":
            spans[char] = len(text)
        else:
            text += char
    given = Candidate(0.9, (), (Span(spans["["], spans["]"]),), (Span(spans["{"], spans["}"]),))
    (made,) = whole(text, [given])
    assert " / ".join(s.of(text) for s in made.cue) == cue
    assert " / ".join(s.of(text) for s in made.content) == content


@pytest.mark.parametrize("text", ["", "rule", "rule out", "did not rule it"])
def test_what_is_cut_short_stays_as_it_is(text: str) -> None:
    given = Candidate(0.9, (), (Span(0, len(text)),), (Span(len(text), len(text)),))
    assert list(whole(text, [given])) == [given]
