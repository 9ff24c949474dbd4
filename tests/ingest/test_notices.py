"""What a text says of its own version: notices, and news that only looks like one."""

import pytest

from onrecord.article import Article
from onrecord.ingest import article_from_text
from onrecord.ingest.notices import noticed

LEAD = "Norway will cut its cod quota by a third, the minister who answers for fisheries said on Monday."
MORE = "“We would rather be poor for a winter than for good,” Ingrid Moe told the agency."
LAST = "The council of Vardo meets on Friday."


def report(*, headline="Norway to cut cod quota", above="", below="", **known):
    parts = [headline, above, f"OSLO (Fjordpress) - {LEAD}", MORE, LAST, below]
    return article_from_text("\n\n".join(filter(None, parts)), **known)[0]


HEADLINES = [
    ("CORRECTED-Norway to cut cod quota", "CORRECTED", "usable"),
    ("CORRECTED: Norway to cut cod quota", "CORRECTED", "usable"),
    ("CORRECTED-UPDATE 1-Norway to cut cod quota", "CORRECTED-UPDATE 1", "usable"),
    ("CORRECTED (OFFICIAL)-Norway to cut cod quota", "CORRECTED (OFFICIAL)", "usable"),
    ("CORRECTION: Norway to cut cod quota", "CORRECTION", "usable"),
    ("Correction: Norway-Cod story", "Correction", "usable"),
    ("REFILE-Norway to cut cod quota", "REFILE", "usable"),
    ("UPDATE 2-Norway to cut cod quota", "UPDATE 2", "usable"),
    ("WRAPUP 3 - Norway to cut cod quota", "WRAPUP 3", "usable"),
    ("[Corrected] Norway to cut cod quota", "Corrected", "usable"),
    ("Clarification: Norway-Cod story", "Clarification", "usable"),
    ("BULLETIN KILL", "BULLETIN KILL", "withdrawn"),
    ("KILL - Norway to cut cod quota", "KILL", "withdrawn"),
    ("WITHDRAWN-Norway to cut cod quota", "WITHDRAWN", "withdrawn"),
    ("Story removed: Norway-Cod", "Story removed", "withdrawn"),
    ("ADVISORY-Story withdrawn", "ADVISORY-Story withdrawn", "withdrawn"),
    ("KILL BILL: tax plan divides Oslo", None, "usable"),
    ("KILLED: THREE FISHERMEN OFF VARDO", None, "usable"),
    ("Minister withdraws cod bill", None, "usable"),
    ("Withdrawn troops reach the border", None, "usable"),
    ("Ministry corrects figure for cod", None, "usable"),
    ("Courier retracts story on mayor of Vardo", None, "usable"),
    ("Correction: why the price of cod fell by a tenth", None, "usable"),
    ("Correction officers strike in Vardo", None, "usable"),
    ("Updated forecast sees less cod", None, "usable"),
    ("Update on the cod talks expected on Friday", None, "usable"),
]


@pytest.mark.parametrize(("headline", "note", "status"), HEADLINES)
def test_headlines(headline, note, status):
    article = report(headline=headline)
    assert (article.note, article.status) == (note, status)


CORRECTING = [
    "(Corrects spelling of name in paragraph 3)",
    "(Corrects name (Moe, not Mo) in second paragraph.)",
    "(Refiles to add dropped word in headline)",
    "(In Nov. 13 story, corrects figure in paragraph 2 to a third)",
    "(This Nov. 13 story corrects paragraph 4 to say Friday)",
    "(Adds comment of ministry, background)",
    "This version corrects the name of the minister.",
    "This story has been corrected to say that the council meets on Friday.",
    "This article was amended on 5 May 2019 to give the right name of the minister.",
    "This report has been corrected to show that the quota is cut by a third.",
    "An earlier version of this article misstated the day on which the council meets.",
    "The original version of this story gave a wrong figure.",
    "An earlier version of this report incorrectly named the minister.",
    "Because of an editing error, an earlier version of this article misnamed the minister.",
    "Correction: The minister is Ingrid Moe, not Inger Mo.",
    "Correction, May 5: An earlier version named the wrong minister.",
    "Correction, 5 Oct.: An earlier version named the wrong minister.",
    "CORRECTION (May 5, 2019): The minister is Ingrid Moe.",
    "Clarification: The quota is for the waters off Vardo alone.",
    "Editor's note: An earlier version named the wrong minister.",
    "Editor’s Note: This story has been updated with the words of the ministry.",
    "Eds: Corrects name of minister.",
    "Update: This article now has the words of the ministry.",
]
TAKING_BACK = [
    "Editor's note: This article has been withdrawn because it could not be confirmed.",
    "This story has been retracted.",
    "EDITORS: Please disregard the story slugged Norway-Cod.",
    "ATTENTION EDITORS - Kill the story slugged Norway-Cod, which moved at 0830 GMT.",
    "ADVISORY: The story headlined Norway to cut cod quota is withdrawn.",
    "Please kill the above story.",
    "The above story has been withdrawn.",
    "We have withdrawn this article while its sources are looked at.",
    "Fjordpress has withdrawn its story on the cod quota.",
    "This report has been withdrawn.",
]
NEWS = [
    "The ministry corrected its figure for cod on Tuesday.",
    "The minister withdrew the bill after the council of Vardo had turned it down.",
    "An earlier version of the bill was withdrawn in May.",
    "An earlier version of this report, which the ministry wrote in May, had a lower figure.",
    "The Harbour Courier has withdrawn its story on the mayor of Vardo.",
    "The Courier said that its article was retracted because of an error.",
    "This bill has been withdrawn three times.",
    "This report was withdrawn by the ministry in May.",
    "“This story has been corrected by history,” Moe said.",
    "Correction of the course will take years, Moe said.",
    "Corrections are due, said the auditor, who looked at the books of the port.",
    "The correction: a third less cod for everybody.",
    "Editor's note: Ingrid Moe is a fellow of the institute in Vardo.",
    "Editor's note: This article names a victim of violence.",
    "Advisory: Residents should disregard the alert, the county said.",
    "Please disregard the earlier alert, the county told residents.",
    "Attention turned to the bill, which the minister had withdrawn.",
    "This update adds nothing, said the master of the port.",
    "The original version of the story was told by her grandfather.",
    "(The bill was withdrawn in May.)",
    "(Moe corrects: a third.)",
    "Kill the bill, the crowd shouted.",
]


@pytest.mark.parametrize("notice", [*CORRECTING, *TAKING_BACK])
@pytest.mark.parametrize("place", ["above", "below"])
def test_notices_are_noted(place, notice):
    article = report(**{place: notice}, outlet="Fjordpress")
    assert article.note == (notice[1:-1] if notice.startswith("(") else notice)
    assert article.status == ("withdrawn" if notice in TAKING_BACK else "usable")


@pytest.mark.parametrize("sentence", NEWS)
@pytest.mark.parametrize("place", ["above", "below"])
def test_news_is_no_notice(place, sentence):
    article = report(**{place: sentence}, outlet="Fjordpress")
    assert (article.note, article.status) == (None, "usable")


def test_a_paragraph_says_more_than_a_headline():
    article = report(headline="CORRECTED-Norway to cut cod quota", above="(Corrects name of minister)")
    assert article.note == "Corrects name of minister"


def test_a_notice_ends_with_its_bracket():
    article, _ = article_from_text(f"Cod\n\n(Corrects name of minister) OSLO, May 13 (FP) - {LEAD}")
    assert article.note == "Corrects name of minister"


def test_the_words_of_a_label_stand_below_it():
    article = report(below="CORRECTION:\n\nMay 5, 2019\n\nThe minister is Ingrid Moe.")
    assert article.note == "CORRECTION: May 5, 2019 The minister is Ingrid Moe."


def test_what_came_with_the_text_goes_before_what_is_in_it():
    article = report(below=TAKING_BACK[0], note="Do not use.")
    assert (article.note, article.status) == ("Do not use.", "withdrawn")
    assert report(status="withdrawn").status == "withdrawn"


def test_a_note_to_editors_that_came_with_the_text_is_read_too():
    assert report(note="Eds: Please kill this story.").status == "withdrawn"
    assert report(note="Eds: Corrects name of minister.").status == "usable"


def test_the_middle_of_a_long_report_is_not_searched():
    text = "\n\n".join([*[LEAD] * 9, "Correction: It is more.", *[LEAD] * 9])
    assert article_from_text(text)[0].note is None


def test_a_note_is_bounded():
    assert len(report(below="Correction: " + "so long " * 500).note) <= 600


def test_without_a_notice_it_is_the_same_article():
    article = Article(id="x", text="Cod.")
    assert noticed(article) is article
