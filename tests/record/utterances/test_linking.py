"""What is linked hangs on the articles alone: not on their order, nor on how many come at a time."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from onrecord.record import tables
from onrecord.record.opened import Record, open_record
from tests.record.people.told import Said, add, told

HARBOUR = "the old harbour would be closed in May for good"
NEWS = (
    told("2026-03-02", Said("Ayla Duman", HARBOUR, role="harbour minister"), Said("Olan Brandt", "taxes would rise")),
    told("2026-03-02", Said("Ayla Duman", HARBOUR, role="harbour minister"), outlet="Tolm Post"),
    told("2026-03-03", Said("The harbour minister", "that the old harbour would be shut in May", form="nominal")),
    told("2026-03-04", Said("The minister's spokesman", "the old harbour would be closed", form="nominal")),
    told("2026-03-04", Said("Casper Holm", "she was tired", role="spokesman", speaks_for=("Ayla Duman",)), Said("Ayla Duman", "she was not tired")),
    told("2026-03-20", Said("Duman", "the old harbour would not be closed"), Said("Brandt", "he had never said that taxes would rise", cue="said")),
    told("2026-04-11", Said("Inga Roos", "the old harbour would stay open", role="harbour minister")),
    told("2026-04-12", Said("The harbour minister", "the old harbour would stay open", form="nominal")),
)  # fmt: skip


def linked(connection: Connection) -> list[list[object]]:
    """All that linking works out."""
    a, s = tables.agents.c, tables.statements.c
    queries = (
        select(a.id, a.person, a.person_why).order_by(a.id),
        select(s.id, s.person, s.utterance, s.utterance_why, s.shown).order_by(s.id),
        select(tables.utterances).order_by(tables.utterances.c.id),
        select(tables.people).order_by(tables.people.c.id),
    )
    return [[tuple(row) for row in connection.execute(query)] for query in queries]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(order=st.permutations(range(len(NEWS))), sizes=st.lists(st.integers(1, 4), max_size=8))
def test_any_order_and_any_batches(tmp_path_factory: object, order: list[int], sizes: list[int]) -> None:
    def built(order: list[int], sizes: list[int]) -> list[list[object]]:
        place = tmp_path_factory.mktemp("record") / "news.db"
        with open_record(place, create=True) as record, record.writing() as connection:
            add(connection, [NEWS[number] for number in order], sizes)
            return linked(connection)

    assert built(order, sizes) == built(list(range(len(NEWS))), [])


def test_who_said_it_and_how_often(record: Record) -> None:
    with record.writing() as connection:
        add(connection, NEWS, (3, 2))
        u = tables.utterances.c
        rows = {row.text: row for row in connection.execute(select(tables.utterances))}
        harbour = rows[HARBOUR]
        assert (harbour.person, harbour.reports) == ("ayla-duman", 4)
        stays = connection.execute(select(u.person, u.reports).where(u.text.like("%stay open%"))).all()
        assert stays == [("inga-roos", 2)]
