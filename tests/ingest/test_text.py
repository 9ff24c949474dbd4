"""A text and what is known of it -> an article."""

import pytest

from onrecord.article import Article
from onrecord.ingest import article_from_bytes, article_from_text
from onrecord.ingest.language import looks_english
from onrecord.ingest.text import iso_date

LEAD = "Norway will cut its cod quota by a third, the minister who answers for fisheries said on Monday."
MORE = "“We would rather be poor for a winter than for good,” Ingrid Moe told the agency."
TEXT = f"Norway to cut cod quota\n\nOSLO (Fjordpress) - {LEAD}\n\n{MORE}\n\nFishing, Norway"


def test_article():
    article, flaws = article_from_text(TEXT, outlet="Harbour Courier", url="https://courier.example/cod")
    assert flaws == ()
    assert article.text == TEXT
    assert article.title == "Norway to cut cod quota"
    assert article.keywords == ("Fishing", "Norway")
    assert article.language == "en"
    assert (article.outlet, article.url) == ("Harbour Courier", "https://courier.example/cod")
    assert [block.kind for block in article.blocks] == [
        "headline",
        "dateline",
        "paragraph",
        "paragraph",
        "keywords",
    ]


def test_id_is_of_text_and_url_alone():
    plain, _ = article_from_text(TEXT)
    assert plain.id == article_from_text(TEXT, outlet="Courier", published="2019-05-13")[0].id
    assert plain.id != article_from_text(TEXT, url="https://courier.example/cod")[0].id
    assert plain.id != article_from_text(TEXT + " ")[0].id
    assert len(plain.id) == 16
    assert article_from_text(TEXT, id="cod-1")[0].id == "cod-1"


def test_what_is_given_goes_before_what_is_found_and_empty_is_not_given():
    article, _ = article_from_text(TEXT, title="Cod", language="en-GB", id="", url=" ", outlet="")
    assert (article.title, article.language, article.url, article.outlet) == ("Cod", "en-GB", None, None)
    assert article.id == article_from_text(TEXT)[0].id


FLAWS = [
    ("", ["empty"]),
    (" \n ", ["empty"]),
    ("Yes.", []),
    ("A \ud83d B", ["lone_surrogate"]),
    ("A \x00 B", ["control_character"]),
    ("â€œNoâ€ she said.", ["mojibake"]),
]


@pytest.mark.parametrize(("text", "kinds"), FLAWS)
def test_flaws(text, kinds):
    article, flaws = article_from_text(text)
    assert [flaw.kind for flaw in flaws] == kinds
    assert len(article.text) == len(text)


def test_surrogates_in_what_is_known_are_replaced_too():
    article, _ = article_from_text("Yes.", title="\ud800", outlet="Courier \udc00", published="\ud800")
    assert (article.title, article.outlet, article.published) == ("�", "Courier �", None)


def test_title_is_one_line_without_markup():
    assert article_from_text("\n# Norway to  cut\tquota\n\nIt is cut.")[0].title == "Norway to cut quota"


def test_article_from_bytes():
    article, flaws = article_from_bytes(b"\x93No,\x94 she said.", outlet="Courier")
    assert (article.text, article.outlet) == ("“No,” she said.", "Courier")
    assert [flaw.kind for flaw in flaws] == ["encoding"]
    picture, flaws = article_from_bytes(b"\x89PNG\r\n\x1a\n")
    assert picture == Article(id=picture.id, text="")
    assert [flaw.kind for flaw in flaws] == ["binary", "empty"]


DATES = [
    ("2016-11-13", "2016-11-13"),
    (" 2016-11-13 ", "2016-11-13"),
    ("2016-11-13T08:30:00Z", "2016-11-13T08:30:00Z"),
    ("2016-11-13 08:30+01:00", "2016-11-13 08:30+01:00"),
    ("20161113", "2016-11-13"),
    ("20161113T0830", "2016-11-13T08:30:00"),
    ("2016-W45-7", "2016-11-13"),
    ("2016-02-30", None),
    ("2016-11", None),
    ("2016", None),
    ("13 November 2016", None),
    ("13/11/2016", None),
    ("2016-11-13T25:00", None),
    ("yesterday", None),
]


@pytest.mark.parametrize(("stated", "expected"), DATES)
def test_published(stated, expected):
    article, flaws = article_from_text("Yes.", published=stated)
    assert article.published == expected
    assert [flaw.kind for flaw in flaws] == ([] if expected else ["bad_date"])


def test_no_date_is_no_flaw():
    assert iso_date(None) == iso_date(" ") == (None, ())


GERMAN = """
Der Minister sagte am Montag, dass der Hafen nicht geschlossen werde, bevor das Jahr zu Ende sei. Die Fischer
hätten davon in einem Brief erfahren, der in der ganzen Stadt für Unruhe sorgte.
"""
DUTCH = """
De minister zei maandag dat de haven niet gesloten zal worden voor het einde van het jaar. De vissers hebben
dat in een brief gelezen, en er was sprake van onrust in de stad.
"""
DANISH = """
Ministeren sagde mandag, at havnen ikke vil blive lukket før årets udgang. Fiskerne har fået det at vide i et
brev, og de er nu vrede på regeringen, der vil have kvoten sat ned for alle.
"""
FRENCH = """
Le ministre a dit lundi que le port ne serait pas fermé avant la fin de l’année. Les pêcheurs l’ont appris
dans une lettre qui a provoqué la colère des habitants de la ville.
"""
SPANISH = """
El ministro dijo el lunes que el puerto no se cerrará antes de que termine el año. Los pescadores lo supieron
por una carta que provocó el enfado de los vecinos de la ciudad.
"""
LANGUAGES = [
    (TEXT, True),
    (GERMAN, False),
    (DUTCH, False),
    (DANISH, False),
    (FRENCH, False),
    (SPANISH, False),
    ("Министр заявил в понедельник, что порт не будет закрыт до конца года.", False),
    ("港口在年底之前不会关闭。渔民们从一封信中得知了这一消息，引起了城市居民的不安。", False),
    ("The port is shut.", None),
    ("Здрасте.", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), LANGUAGES)
def test_language(text, expected):
    assert looks_english(text) is expected
    article, flaws = article_from_text(text or "Yes.")
    assert article.language == ("en" if expected else None)
    assert ("not_english" in {flaw.kind for flaw in flaws}) is (expected is False)


def test_a_language_that_is_given_is_believed():
    article, flaws = article_from_text(TEXT, language="no")
    assert article.language == "no"
    assert [flaw.kind for flaw in flaws] == ["not_english"]
