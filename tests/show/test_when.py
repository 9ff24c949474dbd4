"""Times in words, as far as a reader can do something with them."""

import pytest

from onrecord.claim import PublishedGuess, Time, TimeBound
from onrecord.show.when import guessed, when

TEXT = "two weeks before the spring fair"
TIMES = {"t": Time("t", 17, 32, "2031-03-20", "event"), "d": Time("d", 0, 9, "P2W", "relative")}


@pytest.mark.parametrize(
    ("bound", "told"),
    [
        (None, ""),
        (TimeBound(), ""),
        (TimeBound("BEFORE", "2031-03-20"), "before 2031-03-20"),
        (TimeBound("BEFORE", "2031-03-20", times=("t",)), "before 2031-03-20 (“the spring fair”)"),
        (TimeBound("BEFORE", "2031-03-20", times=("unknown",)), "before 2031-03-20"),
        (TimeBound("WITHIN", "2031-03-20"), "by 2031-03-20"),
        (TimeBound("DURING", "2031-03"), "during 2031-03"),
        (TimeBound("ON", "2031"), "on 2031"),
        (TimeBound("DURING", "2031-SP", "2031-03-01", "2031-05-31"), "2031-03-01 to 2031-05-31"),
        (TimeBound("AFTER", None, "2031-03-20"), "from 2031-03-20"),
        (TimeBound("BEFORE", times=("t",)), "before “the spring fair”"),
        (TimeBound(None, "P2W", times=("d",)), "P2W (“two weeks”)"),
    ],
)
def test_a_bound(bound, told):
    assert when(bound, TIMES, TEXT) == told


@pytest.mark.parametrize(
    ("guess", "told"),
    [
        (PublishedGuess(None, None), ""),
        (PublishedGuess("2031-05-01", "2031-05-01"), "published on 2031-05-01"),
        (PublishedGuess("2031-05-01", "2031-05-01", ("2031-05-01",)), "published on 2031-05-01"),
        (PublishedGuess("2031-05-01", None), "published on or after 2031-05-01"),
        (PublishedGuess(None, "2031-05-01"), "published by 2031-05-01"),
        (
            PublishedGuess(None, None, ("2031-05-01", "2031-05-02")),
            "published perhaps on 2031-05-01 or 2031-05-02",
        ),
        (
            PublishedGuess("2031-05-01", "2031-05-31", tuple("abcdef")),
            "published between 2031-05-01 and 2031-05-31, perhaps on a or b or c or d or another day",
        ),
    ],
)
def test_a_guess(guess, told):
    assert guessed(guess) == told
