"""Both databases index the same terms and count the same positions, whatever the text."""

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import text

from onrecord.record.frame import MOST_TERMS, searchable
from onrecord.record.keep import keep
from onrecord.record.keys import KEYS
from onrecord.record.rows import rows_of
from onrecord.terms import terms
from tests.record.readings import TEXTS, plain

# What parsers of full-text engines take for numbers, addresses, file names, markup or words with hyphens.
ODD = st.sampled_from(
    (
        "1e5 1e5x 01e2a17n 0x1f 3.14 -5 12e 9th 2016-11-14 a@b.example http://a.example/b?c=1 /usr/lib a_b "
        "x-ray <b>bold</b> &amp; U.S. o'clock 1,000 AND OR NOT NEAR café Straße 北京 москва ١٢٣ 1e400 e5 5e e"
    ).split()
)
SAID = st.lists(st.one_of(ODD, TEXTS), min_size=1, max_size=6).map(" ".join)


def test_the_same_words_are_found_everywhere(record):
    numbers = iter(range(10_000))

    @given(said=SAID)
    @settings(deadline=None, max_examples=60, phases=[Phase.generate])
    def are_found(said):
        reading = plain(next(numbers), statements=1)
        claim = replace(reading.claims[0], text=said)
        with record.writing() as connection:
            (id,) = keep(connection, [rows_of(replace(reading, claims=(claim,)), KEYS)])
        words = terms(said)
        with record.reading() as connection:
            for start in range(len(words)):
                for phrase in {words[start : start + 1], words[start : start + 3]}:
                    assert id in found(record, connection, phrase)
            for one, other in zip(words, words[2:], strict=False):
                near = f" {one} {other} "
                if near not in f" {searchable(said, 'pier opens', 'Inga Roos')} ":
                    assert id not in found(record, connection, (one, other))

    are_found()


def test_a_very_long_row_is_indexed_in_part(record):
    reading = plain(statements=1)
    claim = replace(reading.claims[0], text=" ".join(f"w{n}" for n in range(MOST_TERMS + 10)))
    with record.writing() as connection:
        (id,) = keep(connection, [rows_of(replace(reading, claims=(claim,)), KEYS)])
    with record.reading() as connection:
        assert found(record, connection, (f"w{MOST_TERMS - 2}", f"w{MOST_TERMS - 1}")) == [id]
        assert found(record, connection, (f"w{MOST_TERMS}",)) == []


def found(record, connection, phrase):
    """The articles of the claims that have the words one after the other."""
    if record.is_file:
        numbers = "SELECT rowid FROM claims_fts WHERE claims_fts MATCH :phrase"
        query = f"SELECT article FROM claims WHERE number IN ({numbers})"
        asked = f'"{" ".join(phrase)}"'
    else:
        query = "SELECT article FROM claims WHERE search @@ CAST(:phrase AS tsquery)"
        asked = " <-> ".join(f"'{word}'" for word in phrase)
    return list(connection.scalars(text(query), {"phrase": asked}))
