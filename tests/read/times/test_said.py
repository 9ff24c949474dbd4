"""The day on which something was said: "said on Sunday", and no day of which it only speaks."""

import pytest

from onrecord.knowledge import shipped
from onrecord.read.times import said_on, times_of
from onrecord.span import Span
from onrecord.statement import Statement

WEDNESDAY = "2026-05-13"

# (cue and what is said between stars, the day)
SAYINGS = [
    ("Aas *said* on Sunday *that the weir would hold*.", "2026-05-10"),
    ("Aas *said* on Wednesday *that the weir would hold*.", "2026-05-13"),
    ("On Monday Aas *told* reporters *the weir would hold until June*.", "2026-05-11"),
    ("Aas *said* *the weir would hold until Sunday*.", None),
    # of a day that has not come
    ("Asked about the hearing next Thursday, Aas *said* *she would be there*.", None),
    ("Before the vote on 20 May Aas *called for* *calm*.", None),
    ("Asked on Tuesday about the hearing on 20 May, Aas *said* *she would be there*.", "2026-05-12"),
]


def statement(marked: str) -> tuple[str, Statement]:
    """The text without stars, and the statement with its cue and its content between them."""
    parts = marked.split("*")
    starts = [sum(map(len, parts[:n])) for n in range(len(parts))]
    cue, content = (Span(starts[n], starts[n] + len(parts[n])) for n in (1, 3))
    return "".join(parts), Statement("s", "indirect", (), (cue,), (content,), 1.0)


@pytest.mark.parametrize(("marked", "day"), SAYINGS)
def test_the_day_of_a_saying(marked: str, day: str | None) -> None:
    text, told = statement(marked)
    found = said_on(text, told, times_of(text, WEDNESDAY, shipped()), WEDNESDAY)
    assert (found and found.value) == day


def test_without_a_day_of_its_own_an_article_may_tell_any() -> None:
    text, told = statement("Before the vote on 20 May 2026 Aas *called for* *calm*.")
    found = said_on(text, told, times_of(text, None, shipped()))
    assert found is not None
    assert found.value == "2026-05-20"
