"""On which side of the report a deadline lies, as a table; the report is of 10 April 2019, a Wednesday.

"A meeting before the autumn was not ruled out" is about the autumn to come: what was past is the saying.
"""

import pytest

from onrecord.knowledge import shipped
from onrecord.read.times import bound_of, times_of
from onrecord.read.times.tense import direction
from onrecord.span import Span

KNOWN = shipped()
PUBLISHED = "2019-04-10"

# (text, its last time as (words, value), the side)
DEADLINES = [
    # The saying is past, or it is only left open
    ("A meeting before the autumn was not ruled out.", "the autumn", "2019-FA", "future"),
    ("A meeting before the autumn election was not ruled out.", "the autumn", "2019-FA", "future"),
    ("She did not rule out a meeting before the autumn.", "the autumn", "2019-FA", "future"),
    ("He said a meeting before the autumn was possible.", "the autumn", "2019-FA", "future"),
    ("A meeting before June was not ruled out.", "June", "2019-06", "future"),
    ("A sale before Friday was ruled out.", "Friday", "2019-04-12", "future"),
    ("A vote by Friday was unlikely, she said.", "Friday", "2019-04-12", "future"),
    ("A visit before the autumn was in doubt.", "the autumn", "2019-FA", "future"),
    ("Talks before June were planned.", "June", "2019-06", "future"),
    ("Talks before June were still on the table.", "June", "2019-06", "future"),
    ("The minister said on Monday the two could meet before June.", "June", "2019-06", "future"),
    ("If it closed before June, they would leave.", "June", "2019-06", "future"),
    ("They would leave if it closed before June.", "June", "2019-06", "future"),
    # What was before it is over
    ("Talks before June were held.", "June", "2018-06", "past"),
    ("It closed before Monday.", "Monday", "2019-04-08", "past"),
    ("The road closed before June.", "June", "2018-06", "past"),
    ("They had not met before June.", "June", "2018-06", "past"),
    ("The minister said that they had met before June.", "June", "2018-06", "past"),
    ("It has been closed since June.", "June", "2018-06", "past"),
]


@pytest.mark.parametrize(("text", "words", "value", "side"), DEADLINES)
def test_the_side_of_a_deadline(text: str, words: str, value: str, side: str) -> None:
    found = times_of(text, PUBLISHED, KNOWN)[-1]
    assert (text[found.start : found.end], found.value) == (words, value)
    assert direction(text, found.start, found.end) == side


def test_what_is_left_open_is_bound_to_the_time_to_come() -> None:
    text = "A meeting before the autumn election was not ruled out."
    bound = bound_of(text, (Span(2, 9),), times_of(text, PUBLISHED, KNOWN))
    assert bound
    assert (bound.relation, bound.bound, bound.latest) == ("BEFORE", "2019-FA", "2019-11-30")
