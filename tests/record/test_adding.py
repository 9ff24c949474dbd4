"""What is linked is a function of the articles, in whatever order and portions they come into a record."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.faults.dump import differences, dump, duplicates
from evaluation.faults.news import articles
from onrecord.article import Article
from onrecord.pipeline import read
from onrecord.record.integrity import integrity
from onrecord.record.keep import keep
from onrecord.record.keys import KEYS
from onrecord.record.linking import link, waiting
from onrecord.record.opened import Record, open_record
from onrecord.record.rows import Rows, rows_of
from onrecord.record.tables import metadata

COUNT = 12
# A report that is withdrawn, its three parts as others print them, and a name in another spelling.
PARTS = (
    """“The old pier stays open,” harbour master Inga Roos said on Monday. She had spoken with Tove Lind.
Nobody at the quay had asked for it, and the ferries of the northern line went on as before.""",
    """Minister Odd Vester will not meet Inga Roos before the summit in June, his spokesman said on Tuesday.
The two have not spoken since the strike of the dockers began in the first week of the winter.""",
    """According to two people at the ministry the price of a crossing rises by a fifth in the coming spring,
and the islands get no second boat, whatever the council of Kvie was told in the autumn of last year.""",
)
URL = "https://lantern.example/pier"
OWN = (
    Article("whole", "\n\n".join(PARTS), url=URL, outlet="The Lantern", published="2031-03-04T18:00:00Z"),
    Article("one", PARTS[0], outlet="Kvie Courier", published="2031-03-04T10:00:00Z"),
    Article("two", PARTS[1], outlet="Quay Weekly", published="2031-03-04T11:00:00Z"),
    Article("three", PARTS[2], outlet="Radio Sund", published="2031-03-04T12:00:00Z"),
    Article("later", "Inga ROOS kept her word: it opened.", outlet="Radio Sund", published="2031-05-02"),
    Article("gone", "Withdrawn.", url=URL, outlet="The Lantern", published="2031-03-05", status="withdrawn"),
)  # fmt: skip


@pytest.fixture(scope="module")
def rows() -> list[Rows]:
    """Of a dozen articles that have much in common, each read once."""
    given = [*OWN, *(Article(**line) for line in articles(COUNT - len(OWN)))]
    return [rows_of(reading, KEYS) for reading in read(given)]


def built(record: Record, rows: Sequence[Rows], sizes: Sequence[int]) -> dict:
    """The dump of a record to which ``rows`` were added in portions of ``sizes``, as often as it takes."""
    left = list(rows)
    for turn in range(len(rows)):
        portion, left = left[: sizes[turn % len(sizes)]], left[sizes[turn % len(sizes)] :]
        with record.writing() as connection:
            keep(connection, portion)
            link(connection, waiting(connection))
    return dump(record)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A record without articles, as the file is."""
    place = tmp_path_factory.mktemp("empty") / "news.db"
    open_record(place, create=True).close()
    return place.read_bytes()


def in_a_file(empty: bytes, rows: Sequence[Rows], sizes: Sequence[int]) -> dict:
    with TemporaryDirectory() as folder:
        place = Path(folder) / "news.db"
        place.write_bytes(empty)
        with open_record(place) as record:
            return built(record, rows, sizes)


@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_order_in_any_portions_gives_the_same_record(rows, empty, data):
    some = data.draw(st.lists(st.sampled_from(range(COUNT)), min_size=3, unique=True))
    sizes = data.draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    at_once = in_a_file(empty, [rows[number] for number in sorted(some)], [COUNT])
    assert differences(at_once, in_a_file(empty, [rows[number] for number in some], sizes)) == []


def test_both_databases_hold_the_same(record, rows, empty):
    assert differences(built(record, rows, [5]), in_a_file(empty, rows[::-1], [2])) == []
    assert integrity(record) == ()


def test_what_is_there_already_changes_nothing(record, rows):
    before = built(record, rows, [COUNT])
    assert differences(before, built(record, rows[::-1], [3])) == []
    assert duplicates(record) == 0


def test_a_difference_is_seen(rows, empty):
    told = differences(in_a_file(empty, rows, [COUNT]), in_a_file(empty, rows[1:], [COUNT]))
    assert {line.partition(":")[0] for line in told} >= {"articles", "readings", "statements", "people"}


def test_the_articles_have_something_in_common(rows, empty):
    names = [column.name for column in metadata.tables["articles"].columns]
    kept = [dict(zip(names, row, strict=True)) for row in in_a_file(empty, rows, [COUNT])["articles"]]
    assert {"reprint", "cut"} <= {article["copy_kind"] for article in kept}
    assert sum(bool(article["superseded_by"]) for article in kept) > 1
