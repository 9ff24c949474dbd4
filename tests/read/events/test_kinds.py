"""What type an event has: a sentence with its trigger between stars, and the PLOVER type and mode.

Public actors do things to others: "Marland *closed the border*" is a sanction; a cabinet that "is closed" is
nothing of the kind, and neither is what things do ("the quarrel attacks our nerves").
"""

import pytest

from onrecord.read.events import kind, kinship
from onrecord.read.events.kinds import _table
from tests.read.events.marked import only, read

TYPED = [
    ("Marland and Tessany *agreed* to share the river.", "AGREE", None),
    ("Marland *signed* a treaty with Tessany.", "AGREE", "treaty"),
    ("Both sides *reached* a truce on Sunday.", "AGREE", "ceasefire"),
    ("Ada Obi will *meet* Jon Berg on Friday.", "CONSULT", "meet"),
    ("Ada Obi *visited* Tessany in May.", "CONSULT", "visit"),
    ("The *debate* of Ada Obi and Jon Berg was short.", "CONSULT", None),
    ("The *proposal* of Marland is fair.", "COOPERATE", "offer"),
    ("Ada Obi will *testify* in May.", None, None),
    ("Nobody knew whether what is planned for 26 March would be *held*.", None, None),
    ("Jon Berg was *held* by the police.", "COERCE", None),
    ("The *first leg* is in Vell.", None, None),
    ("A *visit* by Ada Obi to Tessany is planned.", "CONSULT", "visit"),
    ("The envoys *held talks* with Marland.", "CONSULT", "talk"),
    ("There was a *phone call* between Ada Obi and Jon Berg.", "CONSULT", "phone"),
    ("Ada Obi *endorsed* Jon Berg.", "SUPPORT", None),
    ("Marland *bought* gas from Tessany.", "COOPERATE", "economic"),
    ("Marland may *import* power.", "COOPERATE", "economic"),
    ("Tessany *sent* food aid to Marland.", "AID", None),
    ("Marland *lifted* the embargo.", "CONCEDE", None),
    ("The sanctions were *lifted* by Marland.", "CONCEDE", None),
    ("Ada Obi *resigned*.", "RETREAT", "resign"),
    ("Marland *withdrew* its troops.", "RETREAT", None),
    ("Marland *let* the hostages go.", "RETREAT", "release"),
    ("Ada Obi *asked* Jon Berg to leave.", "REQUEST", None),
    ("Marland *called for* a vote.", "REQUEST", None),
    ("Ada Obi *accused* Jon Berg of theft.", "ACCUSE", None),
    ("The board *sued* Jon Berg.", "ACCUSE", "court"),
    ("The police *opened* an inquiry.", "ACCUSE", "investigate"),
    ("Marland *broke off* the talks.", "REJECT", None),
    ("Marland *rejected* the offer.", "REJECT", None),
    ("Marland *threatened* Tessany.", "THREATEN", None),
    ("Thousands of people *protested* in the square.", "PROTEST", None),
    ("The dockers *went on strike*.", "PROTEST", "strike"),
    ("Marland *imposed* a trade ban on Tessany.", "SANCTION", "embargo"),
    ("Marland *closed the border*.", "SANCTION", "closure"),
    ("Marland will *shut* the refinery.", "SANCTION", "closure"),
    ("Tessany *expelled* two envoys of Marland.", "SANCTION", "expel"),
    ("Marland *sent* troops to the river.", "MOBILIZE", None),
    ("The police *arrested* Jon Berg.", "COERCE", "arrest"),
    ("Jon Berg was *arrested*.", "COERCE", "arrest"),
    ("Rebels *attacked* the convoy.", "ASSAULT", None),
    ("A bomb *went off* in the market.", "ASSAULT", "explosives"),
    ("An *air strike* on the camp killed nine.", "ASSAULT", "aerial"),
]
UNTYPED = [
    "The bridge is *old*.",
    "Prices *rose* in May.",
    "The matter is *closed*.",
    "The water *meets* the sea there.",
    "The plan *backs* up the lake.",
    "Ada Obi *thinks* so.",
    "A *crisis* is near.",
    "The shop *shut* at noon.",
    "Jon Berg *told* Ada Obi about it.",
]


@pytest.mark.parametrize(("marked", "type_", "mode"), TYPED)
def test_type_and_mode(marked: str, type_: str, mode: str | None) -> None:
    event = only(read(marked))
    assert (event.type, event.mode) == (type_, mode)


@pytest.mark.parametrize("marked", UNTYPED)
def test_no_type(marked: str) -> None:
    assert only(read(marked)).type is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("meeting", "contact", "narrower"),
        ("contact", "call", "wider"),
        ("call", "visit", "sisters"),
        ("embargo", "sanction", "narrower"),
        ("ceasefire", "treaty", "sisters"),
        ("runoff", "vote", "narrower"),
        ("vote", "vote", "same"),
        ("vote", "attack", None),
        ("vote", "statement", None),
    ],
)
def test_tree(one: str, other: str, expected: str | None) -> None:
    assert kinship(one, other) == expected


def test_types_are_those_of_plover() -> None:
    types = {kind(name).type for name in _table()}
    assert types - {None} == set(
        "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
        "MOBILIZE COERCE ASSAULT".split()
    )
