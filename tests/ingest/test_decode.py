"""Bytes -> text: one row an encoding, a damage or a file that is no text."""

import pytest

from onrecord.errors import InputError
from onrecord.ingest import decode as module
from onrecord.ingest.decode import MAX_BYTES, decode
from onrecord.ingest.oddities import odd_characters, without_surrogates

NO = "“No,” said Zoë Brûlé."

DECODED = [
    (b"", "", []),
    (b"Plain words.", "Plain words.", []),
    (NO.encode(), NO, []),
    (NO.encode("utf-8-sig"), NO, []),
    (NO.encode("utf-16"), NO, []),
    (b"\xfe\xff" + NO.encode("utf-16-be"), NO, []),
    (NO.encode("utf-32"), NO, []),
    (b"\x00\x00\xfe\xff" + NO.encode("utf-32-be"), NO, []),
    (NO.encode("utf-16-le"), NO, ["encoding"]),
    (NO.encode("utf-16-be"), NO, ["encoding"]),
    (NO.encode("cp1252"), NO, ["encoding"]),
    (b"At the caf\xe9", "At the café", ["encoding"]),
    ("Tromsø ".encode() + b"caf\xe9.", "Tromsø café.", ["encoding"]),  # mixed: UTF-8 and Windows-1252
    ("“Yes”, ".encode() + b"\x93no\x94.", "“Yes”, “no”.", ["encoding"]),
    (b"In the caf\xe9\x94 she said.", "In the café” she said.", ["encoding"]),
    (b"five \x81 undefined", "five � undefined", ["undecodable"]),
    ("She said “no”".encode()[:-1], "She said “no�", ["undecodable"]),  # cut within its last character
    ("She said no…".encode()[:-1], "She said no�", ["undecodable"]),
    ("Harbour 🚢 ".encode()[:-3], "Harbour �", ["undecodable"]),
    ("“Aye” ".encode() + b"\xed\xa0\xbd ends", "“Aye” � ends", ["undecodable"]),  # half a surrogate pair
    (NO.encode("utf-16") + b"!", NO + "�", ["undecodable"]),  # an odd byte behind the last pair
    (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", []),
    (b"a zero \x00 among words", "a zero \x00 among words", []),
]

BINARY = [
    (b"\x89PNG\r\n\x1a\n" + bytes(40), "PNG"),
    (b"\xff\xd8\xff\xe0" + bytes(40), "JPEG"),
    (b"PK\x03\x04" + bytes(40), "ZIP"),
    (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    (b"\x1f\x8b\x08\x00rest", "gzip"),
    (b"{\\rtf1\\ansi Words}", "RTF"),
    (bytes(200), "program"),
    (bytes(range(256)) * 4, "program"),
]


@pytest.mark.parametrize(("data", "text", "kinds"), DECODED)
def test_decode(data, text, kinds):
    found, flaws = decode(data)
    assert found == text
    assert [flaw.kind for flaw in flaws] == kinds


@pytest.mark.parametrize(("data", "form"), BINARY)
def test_binary_gives_a_flaw_and_no_text(data, form):
    text, (flaw,) = decode(data)
    assert text == ""
    assert flaw.kind == "binary"
    assert form in flaw.detail


def test_flaw_names_the_places():
    text, (flaw,) = decode(b"caf\xe9, caf\xe9")
    assert (flaw.start, flaw.end) == (3, 4)
    assert flaw.detail == "Bytes that are not UTF-8, read as Windows-1252: 2, at 3, 9."
    assert all(text[place] == "é" for place in (3, 9))


def test_flaw_places_count_code_points_behind_damage():
    text, flaws = decode("“”".encode() + b"\xe2\x80 " + b"caf\xe9!")
    assert text == "“”� café!"
    assert {flaw.kind: text[flaw.start] for flaw in flaws} == {"undecodable": "�", "encoding": "é"}


def test_flaw_does_not_list_a_thousand_places():
    _, (flaw,) = decode(b"\xe9." * 1000)
    assert flaw.detail.endswith("16, 18 and 990 more.")


def test_too_large_says_what_to_do(monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    with pytest.raises(InputError, match="Split it"):
        decode(b"eleven byte")
    assert MAX_BYTES == 64 * 2**20


MOJIBAKE = [
    ("â€œNo,â€\x9d she said.", [0, 6]),
    ("The cafÃ© was shut.", [7]),
    ("It cost Â£5.", [8]),
    ("São Paulo, SÃO PAULO, IRMÃ”, Âge", []),
    ("“No,” she said.", []),
]


@pytest.mark.parametrize(("text", "places"), MOJIBAKE)
def test_mojibake_is_reported(text, places):
    flaws = [flaw for flaw in odd_characters(text) if flaw.kind == "mojibake"]
    assert [flaw.detail.rpartition("at ")[2] for flaw in flaws] == [
        ", ".join(map(str, places)) + "." for _ in places[:1]
    ]


def test_control_characters_are_reported_but_tabs_are_none():
    assert [flaw.kind for flaw in odd_characters("a\x00b\tc\r\n\f\x1b")] == ["control_character"]


def test_halves_of_surrogate_pairs_become_replacement_characters():
    text, (flaw,) = without_surrogates("a\ud800b\udfff")
    assert text == "a�b�"
    assert flaw.detail.endswith("2, at 1, 3.")
    assert without_surrogates("🚢") == ("🚢", ())
