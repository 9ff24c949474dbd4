from datetime import date

import pytest

from onrecord.knowledge import (
    Knowledge,
    Term,
    fill,
    holders,
    names_holder,
    offices,
    role,
    shipped,
)

# Who held it on that day: one name where the tables are sure of one.
SURE = [
    ("president", "Russia", "2016-11-13", "Vladimir Putin"),
    ("president", "Russia", "2010-05-01", "Dmitry Medvedev"),
    ("prime minister", "Russia", "2010-05-01", "Vladimir Putin"),
    ("prime minister", "Russian", "2016-11-13", "Dmitry Medvedev"),
    ("leader", "Russia", "2016-11-13", "Vladimir Putin"),
    ("foreign minister", "Russia", "2016-11-13", "Sergei Lavrov"),
    ("defense minister", "Russia", "2022-03-01", "Sergei Shoigu"),
    ("defense minister", "Russia", "2024-06-01", "Andrei Belousov"),
    ("spokesperson", "Kremlin", "2016-11-13", "Dmitry Peskov"),
    ("spokesperson", "the Kremlin", "2009-03-01", "Natalya Timakova"),
    ("president", "US", "2017-01-19", "Barack Obama"),
    ("president", "United States", "2017-01-21", "Donald Trump"),
    ("president", "America", "2021-01-21", "Joe Biden"),
    ("president", "United States", "2025-03-01", "Donald Trump"),
    ("president", "United States", "1963-11-21", "John Kennedy"),
    ("vice president", "United States", "2016-11-13", "Joe Biden"),
    ("secretary of state", "US", "2016-11-13", "John Kerry"),
    ("foreign minister", "US", "2016-11-13", "John Kerry"),
    ("secretary of state", "US", "2024-02-02", "Antony Blinken"),
    ("spokesperson", "White House", "2016-11-13", "Josh Earnest"),
    ("press secretary", "White House", "2023-01-01", "Karine Jean-Pierre"),
    ("spokesperson", "State Department", "2023-09-01", "Matthew Miller"),
    ("director", "CIA", "2018-06-01", "Gina Haspel"),
    ("director", "FBI", "2016-10-28", "James Comey"),
    ("chair", "the Fed", "2015-12-16", "Janet Yellen"),
    ("head", "the Fed", "2022-06-15", "Jerome Powell"),
    ("speaker", "United States", "2023-12-01", "Mike Johnson"),
    ("governor", "Texas", "2016-11-13", "Greg Abbott"),
    ("mayor", "London", "2017-03-22", "Sadiq Khan"),
    ("prime minister", "Britain", "2016-07-14", "Theresa May"),
    ("prime minister", "UK", "2022-10-01", "Liz Truss"),
    ("foreign secretary", "United Kingdom", "2016-11-13", "Boris Johnson"),
    ("foreign minister", "United Kingdom", "2016-11-13", "Boris Johnson"),
    ("monarch", "United Kingdom", "2022-09-09", "King Charles III"),
    ("queen", "Britain", "2012-06-05", "Queen Elizabeth II"),
    ("president", "France", "2015-11-13", "François Hollande"),
    ("premier", "France", "2015-11-13", "Manuel Valls"),
    ("prime minister", "France", "2024-10-10", "Michel Barnier"),
    ("chancellor", "Germany", "2015-09-01", "Angela Merkel"),
    ("leader", "Germany", "2022-03-01", "Olaf Scholz"),
    ("chancellor", "Germany", "2025-06-01", "Friedrich Merz"),
    ("president", "Germany", "2016-11-13", "Joachim Gauck"),
    ("pope", "Vatican", "2013-03-01", None),
    ("pope", "Vatican", "2013-03-14", "Pope Francis"),
    ("pope", "the Vatican", "2025-05-09", "Pope Leo XIV"),
    ("secretary-general", "UN", "2016-11-13", "Ban Ki-moon"),
    ("secretary-general", "United Nations", "2022-04-01", "António Guterres"),
    ("chief", "NATO", "2019-04-04", "Jens Stoltenberg"),
    ("secretary-general", "NATO", "2025-01-01", "Mark Rutte"),
    ("president", "European Commission", "2016-06-24", "Jean-Claude Juncker"),
    ("president", "European Council", "2022-01-01", "Charles Michel"),
    ("high representative", "EU", "2023-01-01", "Josep Borrell"),
    ("foreign policy chief", "the European Union", "2025-01-15", "Kaja Kallas"),
    ("president", "ECB", "2012-07-26", "Mario Draghi"),
    ("managing director", "IMF", "2015-07-05", "Christine Lagarde"),
    ("director-general", "WHO", "2020-03-11", "Tedros Adhanom Ghebreyesus"),
    ("president", "World Bank", "2024-01-01", "Ajay Banga"),
    ("president", "Ukraine", "2014-12-01", "Petro Poroshenko"),
    ("president", "Ukraine", "2022-02-24", "Volodymyr Zelenskyy"),
    ("foreign minister", "Ukraine", "2023-01-01", "Dmytro Kuleba"),
    ("president", "Turkey", "2016-07-15", "Recep Tayyip Erdogan"),
    ("supreme leader", "Iran", "2015-07-14", "Ayatollah Ali Khamenei"),
    ("president", "Iran", "2015-07-14", "Hassan Rouhani"),
    ("foreign minister", "Iran", "2015-07-14", "Mohammad Javad Zarif"),
    ("prime minister", "Israel", "2022-05-01", "Naftali Bennett"),
    ("prime minister", "Israel", "2024-05-01", "Benjamin Netanyahu"),
    ("leader", "China", "2016-01-01", "Xi Jinping"),
    ("foreign minister", "China", "2023-05-01", "Qin Gang"),
    ("prime minister", "Japan", "2021-12-01", "Fumio Kishida"),
    ("emperor", "Japan", "2020-01-01", "Emperor Naruhito"),
    ("president", "South Korea", "2016-11-13", "Park Geun-hye"),
    ("leader", "North Korea", "2018-06-12", "Kim Jong Un"),
    ("prime minister", "India", "2016-11-08", "Narendra Modi"),
    ("foreign minister", "India", "2023-01-01", "S. Jaishankar"),
    ("president", "Brazil", "2019-06-01", "Jair Bolsonaro"),
    ("president", "Mexico", "2025-01-01", "Claudia Sheinbaum"),
    ("president", "Ghana", "2015-01-01", "John Mahama"),
    ("president", "South Africa", "1998-01-01", "Nelson Mandela"),
    ("leader", "Libya", "2010-01-01", "Muammar Gaddafi"),
    ("leader", "Afghanistan", "2015-01-01", "Ashraf Ghani"),
    ("king", "Saudi Arabia", "2018-10-02", "King Salman"),
    ("prime minister", "Canada", "2025-04-01", "Mark Carney"),
    ("prime minister", "Australia", "2023-01-01", "Anthony Albanese"),
    ("president", "Freedonia", "2016-11-13", None),
    ("archimandrite", "Russia", "2016-11-13", None),
]


def on(day: str) -> date:
    return date.fromisoformat(day)


@pytest.mark.parametrize(("office", "of", "day", "person"), SURE)
def test_who_held_the_office(office, of, day, person):
    found = {holder.person for holder in holders(shipped(), office, of, on(day)) if holder.sure}
    assert found == ({person} if person else set())


def test_a_leader_whom_the_question_does_not_settle_comes_with_the_other_and_the_reasons():
    found = holders(shipped(), "leader", "Russia", on("2010-05-01"))
    assert {holder.person for holder in found} == {"Vladimir Putin", "Dmitry Medvedev"}
    assert not any(holder.sure for holder in found)
    assert {holder.why.split(" of ")[0] for holder in found} == {"leader", "president"}


def test_without_a_day_everybody_may_be_meant_and_nobody_is_sure():
    found = holders(shipped(), "president", "France")
    assert {"Charles de Gaulle", "Jacques Chirac", "Emmanuel Macron"} <= {holder.person for holder in found}
    assert not any(holder.sure for holder in found)


def test_beyond_what_anybody_checked_an_open_term_is_a_maybe():
    found = holders(shipped(), "president", "Kenya", on("2033-01-01"))
    assert [(holder.person, holder.sure) for holder in found] == [("William Ruto", False)]


TERM = Term("Ama Boateng", "mayor", "Takoradi", "2014-05", "2019-03-07")
HELD = [
    ("2014-04-30", False),
    ("2014-05-11", None),
    ("2014-06-01", True),
    ("2019-03-06", True),
    ("2019-03-07", None),
    ("2019-03-08", False),
]


@pytest.mark.parametrize(("day", "held"), HELD)
def test_dates_as_exact_as_they_are_known(day, held):
    assert TERM.held(on(day)) is held


def test_an_end_not_before_a_month_leaves_later_days_open():
    term = Term("Ama Boateng", "mayor", "Takoradi", "2014", "2022-08..")
    assert term.held(on("2022-07-31")) is True
    assert term.held(on("2022-09-01")) is None
    assert not term.over(on("2024-01-01"))


# The offices of a name on 13 November 2016.
OF_NAMES = [
    ("Putin", {"leader of Russia", "president of Russia"}),
    ("Vladimir Putin", {"leader of Russia", "president of Russia"}),
    ("Mr. Medvedev", {"prime minister of Russia"}),
    ("Prime Minister May", {"prime minister of United Kingdom", "party leader of Conservative Party"}),
    ("President Xi", {"general secretary of China", "president of China"}),
    ("Donald J. Trump", set()),
    ("Vladimir", set()),
    ("Dmitri Peskov", {"spokesperson of Kremlin"}),
    ("Ban Ki Moon", {"secretary-general of United Nations"}),
    ("Erdoğan", {"president of Turkey"}),
    ("Peña Nieto", {"president of Mexico"}),
    ("Bunsi Okereke", set()),
    ("", set()),
]


@pytest.mark.parametrize(("name", "expected"), OF_NAMES)
def test_offices_of_a_name(name, expected):
    found = offices(shipped(), name, on("2016-11-13"))
    assert {f"{holder.term.office} of {holder.term.of}" for holder in found} == expected


PEOPLE = [
    "Vladimir Putin",
    "Trump",
    "Dmitry Peskov",
    "Barack Obama",
    "Hollande",
    "Angela Merkel",
    "Steffen Seibert",
    "Theresa May",
    "Bill Clinton",
    "Lavrov",
    "John Kerry",
    "Ban Ki-moon",
    "Ayla Duman",
]

# Which of them a phrase means on 13 November 2016.
FILLED = [
    ("the Russian leader", ["Vladimir Putin"]),
    ("Russia's president", ["Vladimir Putin"]),
    ("the US president", ["Barack Obama"]),
    ("the U.S. president-elect", ["Trump"]),
    ("the former US president", ["Bill Clinton"]),
    ("the British prime minister", ["Theresa May"]),
    ("the prime minister", ["Theresa May"]),
    ("the Kremlin spokesman", ["Dmitry Peskov"]),
    ("a spokesman for the Russian president", ["Dmitry Peskov"]),
    ("the German chancellor's spokesman", ["Steffen Seibert"]),
    ("the chancellor", ["Angela Merkel"]),
    ("the secretary of state", ["John Kerry"]),
    ("the Russian foreign minister", ["Lavrov"]),
    ("the UN chief", ["Ban Ki-moon"]),
    ("the French president", ["Hollande"]),
    ("the Turkish president", []),
    ("the fisherman", []),
]


@pytest.mark.parametrize(("phrase", "names"), FILLED)
def test_whom_of_an_article_a_role_means(phrase, names):
    found = role(shipped(), phrase)
    assert found is not None
    assert [match.name for match in fill(shipped(), found, PEOPLE, on("2016-11-13"))] == names


def test_names_that_cannot_be_the_holder():
    term = Term("Dmitry Medvedev", "prime minister", "Russia")
    assert names_holder(shipped(), "Dmitri Medvedev", term)
    assert not names_holder(shipped(), "Anatoly Medvedev", term)
    assert not names_holder(shipped(), "Dmitry", term)


def test_more_knowledge_leaves_the_shipped_as_it_was():
    more = Knowledge(terms=(Term("Ayla Duman", "president", "Turkey", "2030-01-01"),))
    both = shipped().with_more(more)
    day = on("2031-05-05")
    assert [holder.person for holder in holders(both, "president", "Turkey", day)] == ["Ayla Duman"]
    assert [holder.person for holder in holders(shipped(), "president", "Turkey", day)] == [
        "Recep Tayyip Erdogan"
    ]
