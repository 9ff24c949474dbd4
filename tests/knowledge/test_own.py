from datetime import date

import pytest

from onrecord.errors import InputError
from onrecord.knowledge import holders, load, outlet, seat, shipped
from onrecord.knowledge import own as own_file

GOOD = """person,office,of,from,to,kind
Ayla Duman,PM,Turkish,2031-05,2033,
"Boateng, Ama",mayor,Takoradi,,,
The Lantern,newspaper,Ghana,,,outlet
Long House,president,Ghana,,,seat

"""


def write(folder, text, name="mine.csv"):
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_load(tmp_path):
    known = shipped().with_more(load(write(tmp_path, GOOD)))
    assert [h.person for h in holders(known, "prime minister", "Turkey", date(2032, 1, 1))] == ["Ayla Duman"]
    assert [h.person for h in holders(known, "mayor", "Takoradi")] == ["Boateng, Ama"]
    lantern, house = outlet(known, "the Lantern"), seat(known, "the Long House")
    assert lantern is not None
    assert (lantern.kind, lantern.country) == ("newspaper", "Ghana")
    assert house is not None
    assert (house.body, house.office, house.of) == ("Long House", "president", "Ghana")


@pytest.mark.parametrize(
    "text", ["person,office,of\n", "\ufeffPerson, Office ,OF,from\nAyla Duman,mayor,Izmir,2019-03-31\n"]
)
def test_columns_in_any_case_and_optional_ones_left_out(tmp_path, text):
    assert len(load(write(tmp_path, text)).terms) == text.count("Duman")


BAD = [
    ("", "line 1: no column person, office, of"),
    ("name,office,of\n", "line 1: no column person"),
    ("person,office,of\nAyla Duman,,Izmir\n", "line 2: office is empty"),
    ("person,office,of,from\nAyla Duman,mayor,Izmir,12/31/2019\n", "line 2: from is '12/31/2019'"),
    ("person,office,of,from\nA,mayor,Izmir,2019-13\n", "line 2: from is '2019-13'"),
    (
        "person,office,of,from,to\n\nA,mayor,Izmir,2020,2019\n",
        "line 3: it ends (2019) before it begins (2020)",
    ),
    ("person,office,of\nA,mayor,Izmir,more\n", "line 2: more cells than columns"),
    ("person,office,of,kind\nA,mayor,Izmir,king\n", "line 2: kind is 'king'"),
    ("person,office,of,kind\nA,pigeon,Ghana,outlet\n", "line 2: an outlet is no 'pigeon'"),
    ('person,office,of\n"A,mayor\n', "unexpected end of data: check quotation marks"),
    (b"person,office,of\n\xff\xfe\n", "is not UTF-8"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_what_is_wrong_is_said_with_its_line(tmp_path, text, message):
    with pytest.raises(InputError) as caught:
        load(write(tmp_path, text))
    assert message in str(caught.value)


def test_a_missing_file(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        load(tmp_path / "none.csv")


def test_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(own_file, "MOST_BYTES", 10)
    with pytest.raises(InputError, match="more than 10 bytes"):
        load(write(tmp_path, GOOD))


def test_too_many_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(own_file, "MOST_ROWS", 1)
    with pytest.raises(InputError, match="line 3: more than 1 rows"):
        load(write(tmp_path, GOOD))
