"""Which time an event hangs on, as a table of (text with the [event] marked, relation, bound)."""

import re

import pytest

from onrecord.knowledge import shipped
from onrecord.read.times import bound_of, times_of
from onrecord.span import Span

PUBLISHED = "2019-04-10"  # a Wednesday
KNOWN = shipped()

BOUNDS = [
    ("The road will [reopen] by the end of November.", "BEFORE", "2019-11-30"),
    ("The road could [reopen] before Christmas.", "BEFORE", "2019-12-25"),
    ("The road will stay [closed] until Friday.", "UNTIL", "2019-04-12"),
    ("The road has been [closed] since July.", "AFTER", "2018-07"),
    ("The road will [reopen] on 3 May.", "ON", "2019-05-03"),
    ("The road was [built] in 1987.", "DURING", "1987"),
    ("The road will [reopen] within 48 hours.", "WITHIN", "2019-04-12"),
    ("The road will stay [closed] for the next two months.", "UNTIL", "2019-06-10"),
    ("The toll may be [raised] from 1 January.", "AFTER", "2020-01-01"),
    ("The toll will be [raised] no sooner than 2024.", "AFTER", "2024"),
    ("The toll was [raised] last week.", "DURING", "2019-W14"),
    ("The leaders may [meet] before the G20 summit in Osaka.", "BEFORE", "2019-06-28"),
    ("On Monday the mayor [signed] the order.", "ON", "2019-04-08"),
    ("In March, a clerk [wrote] to the mayor.", "DURING", "2019-03"),
    ("Talks with the mayor, Ayla Duman, may [begin] and end before June.", "BEFORE", "2019-06"),
    ("[Talks] with the mayor, Ayla Duman, may take place before June.", "BEFORE", "2019-06"),
    # The time of the saying is not that of what is said
    ("The minister said on Sunday that the road would [reopen] in May.", "DURING", "2019-05"),
    ("The minister said on Sunday that the road would [reopen].", None, None),
    ("The road will [reopen], the minister said on Sunday.", None, None),
    # A time inside a complement is not that of the verb above it
    ("The mayor [assured] them that the road would reopen in May.", None, None),
    # What only says which thing is meant
    ("She will [publish] his 2014 letters.", None, None),
    ("The report in March [found] no fault.", None, None),
    ("She [opposed] the 2014 bill.", "DURING", "2014"),
    ("They will [vote] before the meeting in June.", "BEFORE", "2019-06"),
    ("A witness on Monday [told] the court of it.", "ON", "2019-04-08"),
    ("The road will [reopen] every Monday.", None, None),
    ("The road is [closed] now.", None, None),
    ("The road [lasted] two years.", None, None),
    ("The road is [closed]. It will reopen on Friday.", None, None),
]


def unmarked(marked: str) -> tuple[str, Span]:
    found = re.search(r"\[(.*?)\]", marked)
    assert found
    text = marked.replace("[", "").replace("]", "")
    return text, Span(found.start(), found.start() + len(found[1]))


@pytest.mark.parametrize(("marked", "relation", "bound"), BOUNDS)
def test_an_event_hangs_on_the_time_of_its_clause(marked, relation, bound):
    text, trigger = unmarked(marked)
    found = bound_of(text, (trigger,), times_of(text, PUBLISHED, KNOWN))
    assert (found and found.relation, found and found.bound) == (relation, bound)


def test_a_time_outside_the_content_belongs_to_the_saying():
    text = "On Sunday, he told them to leave the camp, and they will return in May."
    found = times_of(text, PUBLISHED, KNOWN)
    leave = Span(text.index("leave"), text.index("leave") + 5)
    content = Span(text.index("to leave"), text.index(", and"))
    assert bound_of(text, (leave,), found, content) is None


def test_a_bound_names_its_time_and_its_days():
    text = "The road will reopen by May."
    found = bound_of(text, (Span(14, 20),), times_of(text, PUBLISHED, KNOWN))
    assert found
    assert (found.times, found.earliest, found.latest) == (("t1",), None, "2019-05-31")


def test_without_a_trigger_there_is_no_bound():
    assert bound_of("It ends in May.", (), times_of("It ends in May.", PUBLISHED, KNOWN)) is None
