"""Mentions of events outside claims: what a text without claims is found to speak of, by whom and when."""

import pytest

from onrecord.claim import Event
from onrecord.knowledge import shipped
from onrecord.read.events import events_of
from onrecord.read.times import times_of
from onrecord.span import Span
from onrecord.statement import Statement
from tests.read.events.marked import CAST, agents

DAY = "2021-06-10"


def events(text: str, statements: tuple[Statement, ...] = ()) -> list[Event]:
    """The events of a text of that day."""
    times = times_of(text, DAY, shipped())
    return list(events_of(text, (), statements, agents(text, CAST), times, shipped()).events)


def triggers(text: str, statements: tuple[Statement, ...] = ()) -> list[list[str]]:
    """The words that speak of each event."""
    return [[span.of(text) for span in event.triggers] for event in events(text, statements)]


ALONE = [
    # A clause of time tells an event of its own
    ("It has been quiet since Marland seized a ferry on 3 May.", [["seized"]]),
    ("The crew was angry, two days after Marland released their captain.", [["released"]]),
    ("The harbour rests after a court ruled on Tuesday that it is unsafe.", [["ruled"]]),
    # What is done to something needs nobody who does it
    ("The ferry was seized.", [["seized"]]),
    ("It was seized on 3 May.", [["seized"]]),
    # What is to be is told like what will be
    ("Marland is to close its border in August.", [["close"]]),
    ("Marland has no reason to close its border.", []),
    # A noun with somebody who takes part or with a time
    ("The talks between Marland and Tessany ended.", [["talks"]]),
    ("A ceasefire of 22 May did not hold.", [["ceasefire"]]),
    ("Another walkout of the pilots is possible.", [["walkout"]]),
    ("The vote on Sunday is secret.", [["vote"]]),
    ("A vote is secret.", []),
    ("The takeover by Tessany surprised nobody.", [["takeover"]]),
    ("The bombing in March was the last.", [["bombing"]]),
    # A noun that tells of what it is, or that it is one more
    ("The collapse of the roof was heard in Vell.", [["collapse"]]),
    ("A second vote is possible.", [["vote"]]),
    ("The second debate is in Vell.", [["debate"]]),
    ("The debate is secret.", []),
    # A verb of the article's own that tells to what it is done
    ("The bank lowered its rate.", [["lowered"]]),
    ("The members elected Ada Obi.", [["elected"]]),
    # What begins or ends, of whatever kind
    ("Marland began filling the lake on 3 May.", [["filling"]]),
    ("Marland stopped painting its ferries.", [["painting"]]),
    ("Marland began asking a question.", []),
    ("Marland is filling the lake.", []),
    # In a headline what is to be is news
    ("Brel ward to close\n\nIt rained.", [["close"]]),
    ("Marland wants to close ward\n\nIt rained.", []),
    # What is told first is not the first of several that is recalled at the end
    ("The vote was short. A first vote of Marland was in May.", [["vote"]]),
    ("A first vote of Marland was in May. The vote was short.", [["vote", "vote"]]),
    # "The move" is the main event told before, "a step" behind a comma the one just told
    ("Marland closed its border. Jon Berg welcomed the move.", [["closed", "move"]]),
    ("Marland seized a ferry, a step that surprised Jon Berg.", [["seized", "step"]]),
    ("Marland seized a ferry. A step creaked.", [["seized"]]),
    ("Marland seized a ferry. Jon Berg spoke on the steps.", [["seized"]]),
    ("Marland seized a ferry. The next move is open.", [["seized"]]),
    ("Jon Berg welcomed the move.", []),
    # It names the verb's event where the verb says little, and is one beside a verb that says something else
    ("Marland held talks with Tessany.", [["held", "talks"]]),
    ("Marland signed a ceasefire with Tessany.", [["signed", "ceasefire"]]),
    ("Ada Obi put off a visit to Vell.", [["visit"]]),
    # What happens by itself
    ("A dam broke on 2 June.", [["broke"]]),
    ("A dam breaks easily.", []),
    # No events
    ("The forces of Marland moved their base.", []),
    ("According to Ada Obi, it rained.", []),
    ("The summit of Marland is in May.", []),
]


@pytest.mark.parametrize(("text", "expected"), ALONE)
def test_what_is_spoken_of_once(text: str, expected: list[list[str]]) -> None:
    assert triggers(text) == expected


AGAIN = [
    ("Ada Obi stepped down on Monday. Her resignation surprised nobody.", [["stepped", "resignation"]]),
    ("The members voted on Friday. The ballot of the members was secret.", [["voted", "ballot"]]),
    ("Marland extradited Jon Berg. The extradition took a day.", [["extradited", "extradition"]]),
    ("Jon Berg was arrested in Vell. Friends of Jon Berg are open to talks.", [["arrested"]]),
    ("The ferry was seized. It was wrong to seize the ferry, many think.", [["seized", "seize"]]),
    ("Ada Obi met Jon Berg on 3 May. The two met on 9 June.", [["met"], ["met"]]),
]


@pytest.mark.parametrize(("text", "expected"), AGAIN)
def test_what_is_spoken_of_again(text: str, expected: list[list[str]]) -> None:
    assert triggers(text) == expected


HEADLINES = [
    ("Marland rejects deal\n\nIt rained.", [["rejects"], ["deal"]]),
    ("Pilots call off strike\n\nIt rained.", [["strike"]]),
    ("The strike ends.\n\nA vote is a vote.", [["strike"]]),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_headlines(text: str, expected: list[list[str]]) -> None:
    assert triggers(text) == expected


CUES = [
    ("The pilots have agreed to fly.", "have agreed", [["agreed"]]),
    ("The members voted on Friday to strike.", "voted", [["voted"]]),
    ("Marland threatened to leave.", "threatened", []),
    ("Ada Obi praised Jon Berg for leaving.", "praised", []),
]


@pytest.mark.parametrize(("text", "cue", "expected"), CUES)
def test_what_is_done_by_saying(text: str, cue: str, expected: list[list[str]]) -> None:
    at = Span(text.index(cue), text.index(cue) + len(cue))
    told = Statement("s1", "indirect", (), (at,), (Span(at.end + 1, len(text) - 1),), 1.0)
    assert triggers(text, (told,)) == expected


PARTS = [
    ("Ada Obi was ill, a day after Marland arrested Jon Berg.", {"Marland", "Jon Berg"}),
    ("Trade has been dead since Marland sanctioned Tessany.", {"Marland", "Tessany"}),
    ("Ada Obi left a day after the arrest of Jon Berg.", {"Jon Berg"}),
    ("A meeting of Ada Obi and Jon Berg is planned.", {"Ada Obi", "Jon Berg"}),
    ("The takeover of the Brel Harbour Board by Tessany is off.", {"Brel Harbour Board", "Tessany"}),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_who_takes_part(text: str, expected: set[str]) -> None:
    (event,) = events(text)
    assert {part.agent for part in event.participants} == expected


TIMES = [
    ("It has been quiet since Marland seized a ferry on 3 May.", ("ON", "2021-05-03")),
    ("Ahead of the vote on Sunday it rained.", ("ON", "2021-06-06")),
    ("The harbour rests after a court ruled on Tuesday that it is unsafe.", ("ON", "2021-06-08")),
    ("Marland is to close its border before August.", ("BEFORE", "2021-08-31")),
    ("Another walkout of the pilots is possible in July.", ("DURING", "2021-07-31")),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_when(text: str, expected: tuple[str, str]) -> None:
    (event,) = events(text)
    assert event.time
    assert (event.time.relation, event.time.latest) == expected


TWO = [
    # A first and a second of a kind are two, and so are one of a day and one of two days
    (
        "The pilots of Marland walked out on 3 May. A second strike of the pilots is likely.",
        [["walked"], ["strike"]],
    ),
    (
        "Marland made a first offer on 3 May. The second offer came on 9 June.",
        [["made", "offer"], ["offer"]],
    ),
    (
        "The one-day strike of the drivers on 3 May was quiet. A two-day strike of the drivers is planned.",
        [["strike"], ["strike"]],
    ),
    # The plain word is the nearer one before it
    (
        "The pilots of Marland walked out on 3 May. A second strike of the pilots is near. The strike is on.",
        [["walked"], ["strike", "strike"]],
    ),
    # What begins again is what it was
    ("Marland flooded the valley on 3 May. It was late when Marland began flooding the valley.", None),
]


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_one_more_of_a_kind_is_another(text: str, expected: list[list[str]] | None) -> None:
    found = triggers(text)
    assert found == expected if expected else len(found) == 1


KINDS = [
    ("The union said its members earn too little. The strike on Tuesday by Marland is over.", "PROTEST"),
    ("Missiles and drones were heard. The strike on Tuesday by Marland is over.", "ASSAULT"),
    ("The voters of both candidates wait. The second round on 3 July is open.", None),
    ("The delegations and mediators wait. The second round on 3 July is open.", "CONSULT"),
]


@pytest.mark.parametrize(("text", "type_"), KINDS)
def test_what_the_text_is_about_tells_the_kind(text: str, type_: str | None) -> None:
    (event,) = events(text)
    assert event.type == type_


DENIALS = [
    ("Marland will not close the border this year.", None),
    ("Marland will not close the border on 13 July.", "2021-07-13"),
]


@pytest.mark.parametrize(("text", "day"), DENIALS)
def test_for_how_long_a_thing_is_denied_is_not_its_time(text: str, day: str | None) -> None:
    time = events(text)[0].time
    assert (time.earliest if time else None) == day


STARTS = [
    ("Pilots strike for 48 hours from 13 July\n\nIt rained.", "2021-07-13"),
    ("Pilots plan strike from 13 July\n\nIt rained.", "2021-07-13"),
]


@pytest.mark.parametrize(("text", "day"), STARTS)
def test_what_is_from_a_day_on_begins_on_it(text: str, day: str) -> None:
    time = events(text)[0].time
    assert time is not None
    assert (time.relation, time.earliest, time.latest) == ("ON", day, day)
