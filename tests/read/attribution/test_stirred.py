"""Hopes and fears that are stirred or quieted are nobody's who is named; those that are voiced are."""

import pytest

from onrecord.read.attribution.stirred import unstirred
from onrecord.read.network.link import Candidate
from onrecord.span import Span

# (a sentence with its cue between stars, whether somebody hopes or fears there)
SENTENCES = [
    ("Governor cools *hopes* of a rate cut", False),
    ("The mayor *dashed hopes* that the pool would open.", False),
    ("Her remarks stoked *fears of* a tax rise.", False),
    ("The order fuelled *speculation that* the yard would be sold.", False),
    ("The envoy played down *fears that* the talks would fail.", False),
    ("The visit raised *expectations of* a truce.", False),
    ("A second letter revived the *hopes of* the families.", False),
    ("Pouring cold water on any *hope of* a return, he left.", False),
    ("The mayor *hopes that* the pool will open.", True),
    ("Residents raised *fears that* the noise would grow.", True),
    ("Analysts *voiced hopes of* a recovery.", True),
    ("The mayor *dismissed* the report as wrong.", True),
    ("The mayor dashed out and *hopes that* it will open.", True),
    ("He said prices had *eased*. She *fears that* they will rise.", True),
]


@pytest.mark.parametrize(("marked", "stands"), SENTENCES)
def test_whose_hopes_they_are(marked: str, stands: bool) -> None:
    before, cue, after = marked.split("*", 2)
    text = before + cue + after.replace("*", "")
    one = Candidate(
        0.9,
        (Span(0, len(before)),),
        (Span(len(before), len(before) + len(cue)),),
        (Span(len(before) + len(cue), len(text)),),
    )
    assert list(unstirred(text, [one])) == ([one] if stands else [])
