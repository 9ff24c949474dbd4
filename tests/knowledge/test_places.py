import pytest

from onrecord.knowledge import Knowledge, body, country, place, seat, shipped

COUNTRIES = [
    ("US", "United States"),
    ("U.S.", "United States"),
    ("USA", "United States"),
    ("America's", "United States"),
    ("the United States", "United States"),
    ("American", "United States"),
    ("us", None),
    ("Us", None),
    ("Britain", "United Kingdom"),
    ("UK", "United Kingdom"),
    ("U.K.’s", "United Kingdom"),
    ("British", "United Kingdom"),
    ("Russian", "Russia"),
    ("Dutch", "Netherlands"),
    ("dutch", None),
    ("Ivorian", "Ivory Coast"),
    ("Côte d’Ivoire", "Ivory Coast"),
    ("Türkiye", "Turkey"),
    ("turkey", None),
    ("Turks", "Turkey"),
    ("Kyiv", None),
    ("the Philippines'", "Philippines"),
    ("Filipino", "Philippines"),
    ("Myanmar", "Myanmar"),
    ("Burma", "Myanmar"),
    ("Czechia", "Czech Republic"),
    ("North Korean", "North Korea"),
    ("Texas", "Texas"),
    ("Swaziland", "Eswatini"),
    ("Emirati", "United Arab Emirates"),
    ("New Zealander", "New Zealand"),
    ("Atlantis", None),
    ("", None),
    ("’s", None),
]


@pytest.mark.parametrize(("words", "name"), COUNTRIES)
def test_country(words, name):
    assert country(shipped(), words) == name


FORMS = [
    ("Ghana", "name"),
    ("Ghanaian", "people"),
    ("Accra", "capital"),
    ("Washington", "capital"),
    ("Brussels", "capital"),
]


@pytest.mark.parametrize(("words", "form"), FORMS)
def test_how_a_place_is_named(words, form):
    found = place(shipped(), words)
    assert found is not None
    assert found.form == form


# words, body, office and of whom it is, whether the words name something else first
SEATS = [
    ("the Kremlin", "Kremlin", "president", "Russia", True),
    ("White House", "White House", "president", "United States", True),
    ("Downing Street", "Downing Street", "prime minister", "United Kingdom", True),
    ("No. 10", "Downing Street", "prime minister", "United Kingdom", True),
    ("the Élysée", "Elysee", "president", "France", True),
    ("the Pentagon", "Pentagon", "defense secretary", "United States", True),
    ("Foggy Bottom", "State Department", "secretary of state", "United States", True),
    ("Whitehall", "Whitehall", "prime minister", "United Kingdom", True),
    ("Turtle Bay", "United Nations", "secretary-general", "United Nations", True),
    ("Zhongnanhai", "Zhongnanhai", "general secretary", "China", True),
    ("the Blue House", "Blue House", "president", "South Korea", True),
    ("the Holy See", "Holy See", "pope", "Vatican", True),
    ("the Quai d’Orsay", "Foreign Ministry of France", "foreign minister", "France", True),
    ("the Foreign Office", "Foreign Office", "foreign secretary", "United Kingdom", False),
    ("Bankova", "Bankova", "president", "Ukraine", True),
    ("Langley", "Central Intelligence Agency", "director", "Central Intelligence Agency", True),
    ("the Fed", "Federal Reserve", "chair", "Federal Reserve", False),
    ("the Riksbank", "Riksbank", "governor", "Riksbank", False),
    ("Malacañang", "Malacanang", "president", "Philippines", True),
    ("Casa Rosada", "Casa Rosada", "president", "Argentina", True),
    ("Planalto", "Planalto", "president", "Brazil", True),
    ("La Moneda", "La Moneda", "president", "Chile", True),
    ("Rideau Hall", "Rideau Hall", "governor-general", "Canada", True),
    ("Brussels", "European Union", "president", "European Commission", True),
    ("Moscow", "Russia", "president", "Russia", True),
    ("London's", "United Kingdom", "prime minister", "United Kingdom", True),
    ("Riyadh", "Saudi Arabia", "monarch", "Saudi Arabia", True),
    ("the Kenyan Health Ministry", "Health Ministry of Kenya", "health minister", "Kenya", False),
    ("Kenya's government", "Government of Kenya", "prime minister", "Kenya", False),
    ("the Ministry of Energy of Kenya", "Energy Ministry of Kenya", "energy minister", "Kenya", False),
]


@pytest.mark.parametrize(("words", "name", "office", "of", "metonym"), SEATS)
def test_seat(words, name, office, of, metonym):
    found = seat(shipped(), words)
    assert found is not None
    assert (found.body, found.office, found.of, found.metonym) == (name, office, of, metonym)


@pytest.mark.parametrize(
    "words", ["", "Ghana", "the harbour", "pentagon", "the fed", "Ayla Duman", "’", "\x00" * 400]
)
def test_no_seat(words):
    assert seat(shipped(), words) is None


def test_body():
    assert body(shipped(), "the European Commission") == "European Commission"
    assert body(shipped(), "Moscow") is None


def test_nothing_known():
    assert place(Knowledge(), "Ghana") is None
    assert seat(Knowledge(), "Accra") is None
