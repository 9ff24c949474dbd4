"""What is on record of who stands where, from articles that were read by hand; on both databases.

Duman does not rule a meeting out on Monday, two papers print it, she promises it on Friday, and an article
says in April that the two have met.
"""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import Row, select, update

from onrecord.claim import TimeBound
from onrecord.reading import Reading
from onrecord.record import tables
from onrecord.record.keep import keep
from onrecord.record.keys import KEYS
from onrecord.record.linking import link, waiting
from onrecord.record.opened import Record, open_record
from onrecord.record.rows import rows_of
from tests.record.linking.told import Line, add, article, linked, rows

DUMAN, AKSOY, BRANDT = "Ayla Duman", "Kerem Aksoy", "Olan Brandt"
SUMMIT = TimeBound("BEFORE", "2026-04-20", None, "2026-04-20")
AUTUMN = TimeBound("BEFORE", "2026-10-12", None, "2026-10-12")
MET = TimeBound("ON", "2026-04-14", "2026-04-14", "2026-04-14")


def meet(words: str, speaker: str | None = DUMAN, **told: Any) -> Line:
    """A sentence about a meeting of Duman and Aksoy."""
    told = {
        "type": "CONSULT",
        "mode": "meet",
        "people": (DUMAN, AKSOY),
        "label": "Duman and Aksoy meet",
    } | told
    return Line(words, speaker, **told)


OPEN = meet("she could *meet* Aksoy before the summit", value="PS+", time=SUMMIT, ahead=True)
PROMISED = meet(
    "she would certainly *meet* Aksoy before the summit", time=SUMMIT, ahead=True, on="2026-03-06"
)
DENIED = meet(
    "no *meeting* with Aksoy was planned before the summit",
    value="CT-",
    time=SUMMIT,
    ahead=True,
    on="2026-03-12",
)
TWIN = meet("she would not *meet* Aksoy before the autumn summit", value="CT-", time=AUTUMN, ahead=True)
SPOKESMAN = "Deniz Oral"
SPOKEN = meet(
    "she could *meet* Aksoy before the summit",
    SPOKESMAN,
    value="PS+",
    time=SUMMIT,
    ahead=True,
    principal=DUMAN,
)
DONE = meet("Duman and Aksoy *met* on Tuesday in Vellport", None, time=MET, told=True)
TAXES = Line("taxes on ferries would *rise*", BRANDT, label="taxes on ferries rise")
NO_TAXES = Line("taxes on ferries would never *rise*", BRANDT, value="CT-", label="taxes on ferries rise")

NEWS = (
    article("2026-03-02", OPEN, TAXES),
    article("2026-03-02", OPEN, TAXES, outlet="Tolm Post"),  # a reprint
    article("2026-03-06", PROMISED),
    article("2026-03-12", DENIED, NO_TAXES, outlet="Tolm Post"),
    article("2026-04-15", DONE),
    article("2026-09-02", TWIN),
    article("2026-03-07", PROMISED, outlet="Tolm Post", url="https://tolm.example/1"),
    article(
        "2026-03-14", DENIED, outlet="Tolm Post", url="https://tolm.example/1", note="A word was missing"
    ),
    article("2026-03-03", SPOKEN),
    article("2026-03-03", replace(SPOKEN, principal=None, time=AUTUMN), outlet="Tolm Post"),
)


def positions(record: Record, readings: list[Reading], holder: str = DUMAN) -> list[Row[Any]]:
    """The positions of one holder in order of saying."""
    p = tables.positions.c
    with record.writing() as connection:
        add(connection, readings)
        query = select(p.change, p.value, p.day, p.reports, p.superseded_why, p.why, p.event, p.place)
        return list(connection.execute(query.where(p.holder == holder).order_by(p.day, p.place)))


def told(found: list[Row[Any]]) -> list[tuple[str, str]]:
    return [(row.change, row.value) for row in found]


def test_a_position_through_a_spring(record: Record) -> None:
    found = positions(record, [NEWS[n] for n in (0, 1, 2, 3)])
    assert told(found) == [("first", "PS+"), ("firmer", "CT+"), ("reversed", "CT-")]
    assert [row.place for row in found] == [0, 1, 2]
    assert found[0].reports == 2
    assert len({row.event for row in found}) == 1
    assert found[2].why == "CT+ before, CT- now; told"


def test_a_reprint_is_no_change(record: Record) -> None:
    late = article("2026-03-20", OPEN, TAXES, outlet="Tolm Post")
    assert told(positions(record, [NEWS[0], late])) == [("first", "PS+")]


def test_the_same_words_before_another_summit_are_of_another_event(record: Record) -> None:
    found = positions(record, [NEWS[2], NEWS[5]])
    assert told(found) == [("first", "CT+"), ("first", "CT-")]
    assert len({row.event for row in found}) == 2


def test_an_article_that_tells_the_outcome_closes_the_event(record: Record) -> None:
    with record.writing() as connection:
        ids = add(connection, [NEWS[0], NEWS[4], NEWS[5]])
        events = rows(connection, "events", "type", "happened", "closed_on", "outcome", "label", "earliest")
    meetings = [row for row in events if row.type]
    assert [(row.happened, row.closed_on, row.outcome) for row in meetings if row.happened] == [
        (True, "2026-04-14", f"{ids[1]}/e0")
    ]
    assert {row.label for row in meetings} == {"Duman and Aksoy meet"}


def test_what_was_corrected_stays_superseded_and_the_correction_takes_its_place(record: Record) -> None:
    wrong = article("2026-03-02", PROMISED, TAXES, url="https://vell.example/1")
    right = article(
        "2026-03-03", DENIED, TAXES, url="https://vell.example/2", supersedes=("https://vell.example/1",)
    )
    found = positions(record, [wrong, right])
    assert told(found) == [("first", "CT+"), ("corrected", "CT-")]
    assert found[0].superseded_why and not found[1].superseded_why


def test_a_version_with_a_note_of_what_it_corrects(record: Record) -> None:
    wrong = article("2026-03-02", PROMISED, TAXES, guid="tag:vell.example,2026:1")
    right = article(
        "2026-03-03", DENIED, TAXES, guid="tag:vell.example,2026:1", note="corrects a quotation: she said no"
    )
    found = positions(record, [wrong, right])
    assert told(found) == [("first", "CT+"), ("corrected", "CT-")]


def test_a_later_version_takes_the_earlier_ones_word_back(record: Record) -> None:
    found = positions(record, [NEWS[6], NEWS[7]])
    assert [(row.value, bool(row.superseded_why)) for row in found] == [("CT+", True), ("CT-", False)]
    assert "reversed" not in {row.change for row in found}


def test_a_note_of_what_was_misreported_is_no_second_report(record: Record) -> None:
    """As in: an earlier version of this report said that Duman had promised a meeting."""
    note = Line("Duman had *promised* it", "An earlier version", function="correction", label="a promise")
    told = meet("she would certainly *meet* Aksoy before the summit", time=SUMMIT, ahead=True,
                cue="had said that", function="correction", inside=1)  # fmt: skip
    wrong = article("2026-03-06", replace(PROMISED, on=None), TAXES, url="https://vell.example/1")
    right = article("2026-03-07", OPEN, note, told, TAXES, url="https://vell.example/1", note="It was wrong.")
    found = positions(record, [wrong, right])
    assert [(row.value, bool(row.superseded_why)) for row in found] == [("CT+", True), ("PS+", False)]
    assert "softer" not in {row.change for row in found}


def test_a_day_that_has_passed_is_not_that_of_what_lies_ahead(record: Record) -> None:
    """ "On 20 February she promised that she would meet him": the day is that of the promise."""
    past = TimeBound("ON", "2026-02-20", "2026-02-20", "2026-02-20")
    again = meet("she would *meet* Aksoy", time=past, ahead=True)
    with record.writing() as connection:
        add(connection, [NEWS[0], article("2026-03-06", again)])
        assert len([row for row in rows(connection, "events", "type") if row.type]) == 1


def test_what_is_said_for_certain_of_now_is_not_what_comes_in_autumn(record: Record) -> None:
    strike = Line("the pilots were on *strike*", BRANDT, label="a strike of the pilots")
    autumn = TimeBound("DURING", "2026-FA", "2026-09-01", "2026-11-30")
    none = Line("there would be no *strike*", BRANDT, value="CT-", time=autumn, ahead=True,
                label="no strike of the pilots")  # fmt: skip
    found = positions(record, [article("2026-06-08", strike), article("2026-06-30", none)], BRANDT)
    assert {row.change for row in found} == {"first"}


def test_what_a_speaker_is_said_never_to_have_said(record: Record) -> None:
    denial = Line("taxes on ferries would *rise*", BRANDT, value="CT-", cue="never said that", negated=True,
                  label="taxes on ferries rise")  # fmt: skip
    again = article("2026-03-20", replace(TAXES, on="2026-03-19"))
    found = positions(record, [NEWS[0], article("2026-03-10", denial), again], BRANDT)
    assert told(found)[:2] == [("first", "CT+"), ("disavowed", "CT-")]
    assert found[0].superseded_why
    assert found[2].change == "first"


def test_everybody_has_positions_of_their_own(record: Record) -> None:
    other = meet("there would be no *meeting* with her", AKSOY, value="CT-", time=SUMMIT, ahead=True)
    readings = [NEWS[2], article("2026-03-06", other, outlet="Tolm Post")]
    assert told(positions(record, readings)) == [("first", "CT+")]
    with record.reading() as connection:
        assert [row.holder for row in rows(connection, "positions", "holder", "event")] == [DUMAN, AKSOY]
        assert len({row.event for row in rows(connection, "positions", "event")}) == 1


def test_a_spokesperson_commits_who_is_spoken_for(record: Record) -> None:
    readings = [article("2026-03-02", SPOKEN), NEWS[2]]
    assert told(positions(record, readings)) == [("first", "PS+"), ("firmer", "CT+")]
    with record.reading() as connection:
        found = rows(connection, "positions", "holder", "day", "why", "utterance")
    assert [row.holder for row in found] == [DUMAN, DUMAN, SPOKESMAN]
    assert found[0].why == f"PS+, the first on record; told; said by {SPOKESMAN}"
    assert found[0].utterance == found[2].utterance


def test_who_is_quoted_by_a_spokesperson_is_no_principal(record: Record) -> None:
    quoted = meet("there would be no *meeting*", AKSOY, value="CT-", time=SUMMIT, ahead=True, inside=0)
    assert told(positions(record, [article("2026-03-02", SPOKEN, quoted)])) == [("first", "PS+")]


def test_a_week_later_is_no_day_beside_a_report_of_the_time(record: Record) -> None:
    later = replace(OPEN, on="2026-03-01", how="relative: a week later")
    assert [row.day for row in positions(record, [NEWS[0], article("2026-03-20", later)])] == ["2026-03-02"]


def test_a_day_that_a_later_report_tells(record: Record) -> None:
    later = replace(OPEN, on="2026-03-01", how="relative: March 1")
    assert [row.day for row in positions(record, [NEWS[0], article("2026-03-20", later)])] == ["2026-03-01"]


@pytest.mark.parametrize("day", ["0001-01-01", "0002-01-01", "9998-12-31", "9999-12-31"])
def test_days_at_the_ends_of_the_calendar(record: Record, day: str) -> None:
    """Publishers write the first or the last day where they know none."""
    odd = [article(day, OPEN), article(day, replace(DENIED, on=day), outlet="Tolm Post"), NEWS[2]]
    assert {"PS+", "CT-"} <= {row.value for row in positions(record, odd)}


def test_who_takes_part_is_told_once(record: Record) -> None:
    with record.writing() as connection:
        add(connection, NEWS[:4])
        found = rows(connection, "participants", "name", "person", "role")
    assert [tuple(row) for row in found] == [(DUMAN, "ayla-duman", "actor"), (AKSOY, "kerem-aksoy", "actor")]


@pytest.mark.parametrize(
    ("labels", "label"),
    [
        (("a meeting", "Duman and Aksoy meet", "Duman and Aksoy meet in …"), "Duman and Aksoy meet"),
        (("meet", "the two may meet soon"), "the two may meet soon"),  # a word or two say too little
        (("Duman and Aksoy meet in Vellport", "Duman and Aksoy meet"), "Duman and Aksoy meet"),
    ],
)
def test_an_event_is_called_by_the_words_that_name_who_takes_part(
    record: Record, labels: tuple[str, ...], label: str
) -> None:
    lines = [meet("she would *meet* Aksoy", ahead=True, label=given) for given in labels]
    with record.writing() as connection:
        add(connection, [article(f"2026-03-0{n}", line) for n, line in enumerate(lines, 2)])
        assert [row.label for row in rows(connection, "events", "label")] == [label]


# What is linked is a function of the articles alone


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(order=st.permutations(range(len(NEWS))), sizes=st.lists(st.integers(1, 4), max_size=8))
def test_any_order_and_any_batches(tmp_path_factory: Any, order: list[int], sizes: list[int]) -> None:
    def built(order: list[int], sizes: list[int]) -> dict[str, list[tuple[object, ...]]]:
        place = tmp_path_factory.mktemp("record") / "news.db"
        with open_record(place, create=True) as record, record.writing() as connection:
            add(connection, [NEWS[number] for number in order], sizes)
            return linked(connection)

    whole, parts = built(list(range(len(NEWS))), []), built(order, sizes)
    for name, expected in whole.items():
        assert parts[name] == expected, name


@pytest.mark.parametrize(
    ("order", "sizes"),
    [((9, 8, 7, 6, 5, 4, 3, 2, 1, 0), (1,) * 10), ((3, 0, 9, 5, 1, 8, 7, 2, 6, 4), (3, 4, 3))],
)
def test_both_databases_link_in_any_order(
    record: Record, order: tuple[int, ...], sizes: tuple[int, ...]
) -> None:
    with record.writing() as connection:
        add(connection, NEWS)
        whole = linked(connection)
        connection.rollback()
    with record.writing() as connection:
        add(connection, [NEWS[number] for number in order], sizes)
        assert linked(connection) == whole
    assert len(whole["positions"]) > 5


def test_linking_again_changes_nothing(record: Record) -> None:
    with record.writing() as connection:
        ids = add(connection, NEWS)
        once = linked(connection)
        link(connection, ids)
        link(connection, ids[2:3])
        assert linked(connection) == once


def test_what_was_kept_and_not_linked_is_linked_next_time(record: Record) -> None:
    """As after a power cut between the keeping and the linking."""
    with record.writing() as connection:
        first = add(connection, NEWS[:3])
        kept = keep(connection, [rows_of(reading, KEYS) for reading in NEWS[3:]])
        assert waiting(connection) == sorted(kept)
    with record.writing() as connection:
        assert link(connection, waiting(connection)) >= len(kept)
        assert waiting(connection) == []
        cut = linked(connection)
    with record.writing() as connection:
        connection.execute(update(tables.articles).values(linked=False))
        assert set(waiting(connection)) == {*first, *kept}
        link(connection, waiting(connection))
        assert linked(connection) == cut
