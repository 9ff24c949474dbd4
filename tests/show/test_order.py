"""Parents before what is inside them, whatever the order they come in; speakers with all they say."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.article import Article
from onrecord.reading import Reading
from onrecord.show.order import by_speaker, groups, nested
from onrecord.statement import Statement
from tests.show.sample import CHAINED


def reading(*parents: str | None) -> Reading:
    """Statements s0, s1, ... with these parents."""
    return Reading(
        Article("a", ""),
        statements=tuple(
            Statement(f"s{n}", "direct", (), (), (), p=1.0, parent=parent) for n, parent in enumerate(parents)
        ),
    )


def ids(found: Reading) -> list[str]:
    return [statement.id for statement in found.statements]


def test_parents_come_first():
    order = ["h1", "h1a", "h2", "h2a", "h3", "h3a", "h3b", "h3c", "h4", "h5", "h6"]
    assert ids(nested(CHAINED)) == order
    assert ids(nested(reading("s2", None, None, "s1"))) == ["s1", "s3", "s2", "s0"]


def test_parents_that_are_no_parents():
    assert ids(nested(reading("gone", None))) == ["s0", "s1"]
    assert ids(nested(reading("s1", "s0", None, "s3"))) == ["s2", "s0", "s1", "s3"]


@given(st.lists(st.none() | st.sampled_from([f"s{n}" for n in range(6)]), max_size=8))
def test_nothing_is_lost(parents):
    assert sorted(ids(nested(reading(*parents)))) == sorted(ids(reading(*parents)))


def test_speakers_most_statements_first_and_nobody_last():
    found = groups(nested(CHAINED))
    assert [(group.agent.id if group.agent else None, group.numbers) for group in found][:2] == [
        ("roos", (3, 4, 5)),
        ("corvana", (1,)),
    ]
    assert (found[-1].agent, found[-1].numbers) == (None, (9,))


def test_by_speaker_is_each_article_for_itself():
    one, other = by_speaker([CHAINED, replace(CHAINED, statements=CHAINED.statements[:2])])
    assert ids(one)[:3] == ["h2", "h2a", "h3"] and ids(one)[-1] == "h4"
    assert ids(other) == ["h1", "h1a"]
