"""Claims in words, and under their events."""

from msgspec.structs import replace

from onrecord.show.claims import by_statement, degrees, rests_on, told
from onrecord.show.events import by_event
from tests.show.sample import CHAINED, CLAIMED, HARBOUR


def test_who_holds_what_and_how_sure():
    shown = [(each.holder, str(each.degree), each.text, each.time) for each in told(CLAIMED)]
    assert shown == [
        ("article", "△ possible", "the harbour closes for a week", "within P1W"),
        ("the harbour board", "△ possible", "the harbour closes", "after 2031-05-03 (“May 3”)"),
        ("Inga Roos", "? does not know", "the ferries sail", ""),
        ("Port Sela", "◇ should", "the city pays for the pier", ""),
        ("He", "△ expects", "talks resume soon", "after “soon”"),
        ("He", "▲ says so", "talks went on before", ""),
        ("a dock worker", "▲ says so", "the crews are angry", ""),
        ("the crews' union", "◇ leaves open", "the union sues", ""),
    ]


def test_holders_around_stand_out_only_where_they_add_something():
    found = told(CLAIMED)
    assert [(each.name, str(each.degree)) for each in found[1].others] == [
        ("article", "◇ passes it on"),
        ("Corvana", "◇ passes it on"),
    ]
    assert found[1].committed == ()
    assert [(each.name, str(each.degree)) for each in found[7].committed] == [("article", "▼ denies")]


def test_a_statement_of_two_claims_has_both_degrees():
    grouped = by_statement(told(CLAIMED))
    assert [str(each) for each in degrees(grouped["h4"])] == ["△ expects", "▲ says so"]
    assert set(grouped) == {"h1a", "h2a", "h3c", "h4", "h5", "h6"}


def test_what_a_claim_rests_on():
    assert [place.of(HARBOUR) for place in rests_on(CLAIMED.claims[2], HARBOUR)] == ["do not know", "whether"]
    assert told(CLAIMED)[7].evidence == ("never",)


def test_claims_stand_under_their_events_most_first():
    found = by_event(CLAIMED, told(CLAIMED))
    assert [(about.label, len(about.claims)) for about in found.several] == [
        ("the harbour closes", 2),
        ("talks", 2),
    ]
    assert [about.label for about in found.single] == ["the ferries sail"]
    assert found.several[0].facts == (
        "retreat",
        "after 2031-05-03 (“May 3”)",
        "the harbour board (actor), nobody",
    )
    assert [claim.time for claim in found.several[0].claims] == ["within P1W", ""]
    assert [(str(each), count) for each, count in found.several[0].sums] == [("△ possible", 2)]
    assert [claim.text for claim in found.loose] == [
        "the city pays for the pier",
        "the crews are angry",
        "the union sues",
    ]
    assert found.unclaimed == ("interview",)


def test_nothing_read_is_nothing_shown():
    assert told(CHAINED) == () and not by_event(CHAINED, ())
    assert not by_event(replace(CLAIMED, events=()), told(CLAIMED))
    bare = replace(CLAIMED, claims=(replace(CLAIMED.claims[0], stances=()),))
    assert (told(bare)[0].degree, told(bare)[0].holder) == (None, "")
