import pytest

from onrecord.knowledge import looks_like_outlet, outlet, shipped

KNOWN = [
    ("Interfax", "Interfax", "agency"),
    ("the Interfax news agency", "Interfax", "agency"),
    ("Russia's Interfax news agency", "Interfax", "agency"),
    ("Tass", "TASS", "agency"),
    ("the state-run RIA Novosti news agency", "RIA Novosti", "agency"),
    ("The Associated Press", "Associated Press", "agency"),
    ("AP", "Associated Press", "agency"),
    ("Agence France-Presse", "Agence France-Presse", "agency"),
    ("Moskovsky Komsomolets", "Moskovskii Komsomolets", "newspaper"),
    ("Moskovskii Komsomolets (MK)", "Moskovskii Komsomolets", "newspaper"),
    ("MK", "Moskovskii Komsomolets", "newspaper"),
    ("the daily newspaper Izvestia", "Izvestia", "newspaper"),
    ("the New York Times", "New York Times", "newspaper"),
    ("The New York Times’", "New York Times", "newspaper"),
    ("Bild", "Bild", "newspaper"),
    ("Germany's Bild newspaper", "Bild", "newspaper"),
    ("El Pais", "El País", "newspaper"),
    ("“Kommersant”", "Kommersant", "newspaper"),
    ("the BBC", "BBC", "broadcaster"),
    ("BBC's", "BBC", "broadcaster"),
    ("Al-Jazeera", "Al Jazeera", "broadcaster"),
    ("Al Jazeera television", "Al Jazeera", "broadcaster"),
    ("CNN", "CNN", "broadcaster"),
    ("Der Spiegel magazine", "Der Spiegel", "magazine"),
    ("Time", "Time", "magazine"),
    ("Time magazine", "Time", "magazine"),
    ("The Hill", "The Hill", "newspaper"),
    ("the Sun", "The Sun", "newspaper"),
    ("Politico", "Politico", "online"),
    ("Meduza", "Meduza", "online"),
    ("Twitter", "Twitter", "social"),
    ("X", "X", "social"),
    ("Truth Social", "Truth Social", "social"),
    ("Meet the Press", "Meet the Press", "programme"),
    ("NBC's “Meet the Press”", "Meet the Press", "programme"),
    ("the Washington Post's editorial board", "Washington Post", "newspaper"),
    ("NBC's Meet the Press", "Meet the Press", "programme"),
]

UNKNOWN = [
    "",
    "time",
    "the time",
    "the sun",
    "Hill",
    "Sun",
    "politico",
    "x",
    "mk",
    "Mk",
    "ap",
    "Ap",
    "the hill",
    "people",
    "Ayla Duman",
    "the newspaper",
    "news agency",
    "the daily",
    "’s",
    "()",
    "(MK",
    "the Takoradi Evening Herald",
]


@pytest.mark.parametrize(("name", "expected", "kind"), KNOWN)
def test_outlet(name, expected, kind):
    found = outlet(shipped(), name)
    assert found is not None
    assert (found.name, found.kind) == (expected, kind)


@pytest.mark.parametrize("name", UNKNOWN)
def test_no_outlet(name):
    assert outlet(shipped(), name) is None


def test_a_programme_has_a_broadcaster_and_a_word_a_flag():
    meet, time = outlet(shipped(), "Meet the Press"), outlet(shipped(), "Time")
    assert meet is not None
    assert meet.owner == "NBC"
    assert time is not None
    assert time.word


LOOKS = [
    ("the Takoradi Evening Herald", "ends in Herald"),
    ("Lake Region News Agency", "is called a news agency"),
    ("the Coastline newspaper", "is called a newspaper"),
    ("Radio Meridian", "begins with Radio"),
    ("Meridian TV", "ends in TV"),
    ("Daily Lantern", "begins with Daily"),
    ("lantern.example.org", "is a web address"),
    ("Herald", None),
    ("the herald", None),
    ("the evening", None),
    ("Ayla Duman", None),
    ("daily bread", None),
    ("", None),
]


@pytest.mark.parametrize(("name", "why"), LOOKS)
def test_looks_like_an_outlet(name, why):
    assert looks_like_outlet(name) == why
