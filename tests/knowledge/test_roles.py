import pytest

from onrecord.knowledge import Knowledge, Term, noun, role, shipped, speaks_for

# phrase, office, of, modifiers, name
ROLES = [
    ("the Russian leader", "leader", "Russia", (), ""),
    ("the French foreign minister", "foreign minister", "France", (), ""),
    ("the Turkish president", "president", "Turkey", (), ""),
    ("the US Secretary of State", "secretary of state", "United States", (), ""),
    ("U.S. Secretary of State Noor Haddad", "secretary of state", "United States", (), "Noor Haddad"),
    ("the Iranian supreme leader", "supreme leader", "Iran", (), ""),
    ("Iran’s Supreme Leader", "supreme leader", "Iran", (), ""),
    ("president of Ghana", "president", "Ghana", (), ""),
    ("Ukraine's prime minister", "prime minister", "Ukraine", (), ""),
    ("Ukraine's new prime minister", "prime minister", "Ukraine", ("new",), ""),
    ("UN chief", "head", "United Nations", (), ""),
    ("NATO's secretary general", "secretary-general", "NATO", (), ""),
    ("the secretary-general of the United Nations", "secretary-general", "United Nations", (), ""),
    ("EU foreign policy chief Inês Duarte", "high representative", "European Union", (), "Inês Duarte"),
    ("the former French foreign minister", "foreign minister", "France", ("former",), ""),
    ("Ukraine's ex-president", "president", "Ukraine", ("former",), ""),
    ("President-elect Kofi Mensah", "president", "", ("future",), "Kofi Mensah"),
    ("deputy foreign minister of Iran", "foreign minister", "Iran", ("deputy",), ""),
    (
        "Acting US Defense Secretary Owen Price",
        "defense secretary",
        "United States",
        ("acting",),
        "Owen Price",
    ),
    ("governor of the Bank of England, Maeve Doyle", "governor", "Bank of England", (), "Maeve Doyle"),
    ("the Texas governor", "governor", "Texas", (), ""),
    ("the mayor of London", "mayor", "London", (), ""),
    ("Fed chair Owen Price", "chair", "Federal Reserve", (), "Owen Price"),
    ("the prime minister", "prime minister", "", (), ""),
    ("vice president", "vice president", "", (), ""),
    ("Prime Minister Ayla Duman", "prime minister", "", (), "Ayla Duman"),
    ("the Dutch premier", "prime minister", "Netherlands", (), ""),
    ("the Ivorian president", "president", "Ivory Coast", (), ""),
    ("Chancellor of the Exchequer Maeve Doyle", "chancellor of the exchequer", "", (), "Maeve Doyle"),
    ("US ambassador to Ghana", "ambassador to Ghana", "United States", (), ""),
    ("the Polish ambassador to the United Nations", "ambassador to United Nations", "Poland", (), ""),
    ("a local farmer", "worker", "", ("local",), ""),
    ("Republican presidential nominee Owen Price", "candidate", "Republican", (), "Owen Price"),
    ("Senator Owen Price", "senator", "", (), "Owen Price"),
    ("a political analyst", "analyst", "", (), ""),
    ("CNN president Owen Price", "president", "CNN", (), "Owen Price"),
    ("Kommersant editor", "journalist", "Kommersant", (), ""),
    ("Anna Baker, a nurse", "doctor", "", (), "Anna Baker"),
    ("Ayla Duman, the Turkish president", "president", "Turkey", (), "Ayla Duman"),
    ("opposition deputies", "lawmaker", "", ("opposition",), ""),
    ("Britain's Queen", "monarch", "United Kingdom", (), ""),
]


@pytest.mark.parametrize(("phrase", "office", "of", "modifiers", "name"), ROLES)
def test_role(phrase, office, of, modifiers, name):
    found = role(shipped(), phrase)
    assert found is not None
    assert (found.office, found.of, found.modifiers, found.name) == (office, of, modifiers, name)
    assert not found.speaks


# phrase, of, office of the principal, name: all of them speak for somebody
SPEAKERS = [
    ("the German chancellor's spokesman", "Germany", "chancellor", ""),
    ("a spokesman for the French president", "France", "president", ""),
    ("spokeswoman for Germany's chancellor", "Germany", "chancellor", ""),
    ("press secretary of the Russian president", "Russia", "president", ""),
    ("Kremlin spokesman Arkady Belov", "Kremlin", None, "Arkady Belov"),
    ("White House press secretary", "White House", None, ""),
    ("Russian Foreign Ministry spokeswoman Daria Belova", "Foreign Ministry of Russia", None, "Daria Belova"),
    ("the Ghanaian Foreign Ministry spokesperson", "Foreign Ministry of Ghana", None, ""),
    ("Apple spokesman", "Apple", None, ""),
    ("Duman's lawyer Owen Price", "Duman", None, "Owen Price"),
    ("a lawyer for Ayla Duman", "Ayla Duman", None, ""),
    ("Duman campaign manager Owen Price", "Duman", None, "Owen Price"),
    ("Duman campaign spokesman Owen Price", "Duman campaign", None, "Owen Price"),
    ("Trump campaign spokeswoman", "Trump campaign", None, ""),
    ("Interior Ministry spokesmen", "Interior Ministry", None, ""),
    ("Kenya's Health Ministry spokesperson", "Health Ministry of Kenya", None, ""),
    ("an aide to the prime minister", "", "prime minister", ""),
]


@pytest.mark.parametrize(("phrase", "of", "principal", "name"), SPEAKERS)
def test_who_speaks_for_others(phrase, of, principal, name):
    found = role(shipped(), phrase)
    assert found is not None
    assert found.speaks
    assert (found.of, found.name) == (of, name)
    assert (found.principal.office if found.principal else None) == principal


NO_ROLES = ["", " ", "table", "Ayla Duman", "Moscow", "the Kremlin", "it", "’s", "of of of", ",", "x" * 5000]


@pytest.mark.parametrize("phrase", NO_ROLES)
def test_no_role(phrase):
    assert role(shipped(), phrase) is None


def test_deputy_is_an_office_of_its_own():
    found = role(shipped(), "Iran's deputy foreign minister")
    assert found is not None
    assert found.title == "deputy foreign minister"


def test_what_a_user_knows_has_roles_too():
    known = shipped().with_more(Knowledge(terms=(Term("Ayla Duman", "mayor", "Üsküdar"),)))
    found = role(known, "the mayor of Uskudar")
    assert found is not None
    assert found.found
    assert found.of == "Üsküdar"


SPEAKING = [
    "spokesman",
    "Spokeswoman",
    "press secretary",
    "lawyer",
    "aide",
    "representatives",
    "campaign manager",
]
NOT_SPEAKING = ["analyst", "professor", "president", "farmer", "senator", "spokes", ""]


@pytest.mark.parametrize("word", SPEAKING)
def test_words_for_those_who_speak_for_others(word):
    found = noun(word)
    assert found is not None
    assert speaks_for(found.office)


@pytest.mark.parametrize("word", NOT_SPEAKING)
def test_words_for_those_who_speak_for_themselves(word):
    found = noun(word)
    assert found is None or not speaks_for(found.office)
