"""Blocks: what each line of an article is for. One table a rule; all sentences are made up."""

import textwrap

import pytest

from onrecord.ingest import furniture
from onrecord.ingest.blocks import blocks, keywords
from onrecord.ingest.headline import is_headline, same_words

LEAD = "Norway will cut its cod quota by a third next year, the fisheries minister said on Monday."
MORE = (
    "“The stock is thin, and we would rather be poor for a winter than for good,” Ingrid Moe told Fjordpress."
)
BODY = f"{LEAD}\n\n{MORE}"
HEAD = "Norway to cut cod quota"


def kinds(text, **known):
    return [block.kind for block in blocks(text, **known)]


def cut(text):
    return [(block.kind, text[block.start : block.end].strip()) for block in blocks(text)]


ARTICLES = [
    ("", ""),
    (" \n ", "paragraph"),
    (LEAD, "paragraph"),
    (BODY, "paragraph paragraph"),
    (HEAD, "headline"),
    (f"{HEAD}\n\n{BODY}", "headline paragraph paragraph"),
    (f"{HEAD}\n{LEAD}\n{MORE}", "headline paragraph paragraph"),
    (f"# {HEAD}\n\n{BODY}", "headline paragraph paragraph"),
    (f"{HEAD}\nFleet was not asked, say owners\n\n{LEAD}", "headline headline paragraph"),
    (f"{HEAD};\nFleet was not asked.\n\n{LEAD}", "headline headline paragraph"),
    (f"{HEAD}\nBy Jane Doe\n\n{LEAD}", "headline byline paragraph"),
    (f"{HEAD}\nBy Jane Doe\nHarbour Courier\n\n{LEAD}", "headline byline byline paragraph"),
    (f"{BODY}\n\nBy Jane Doe", "paragraph paragraph byline"),
    (f"By Jane Doe\n\n{BODY}", "byline paragraph paragraph"),
    (f"{HEAD}\nJANE DOE IN BERGEN\n{LEAD}", "headline byline paragraph"),
    (f"{HEAD}\nJane Doe, Oslo\n13 May 2019\n{LEAD}", "headline byline dateline paragraph"),
    (f"{HEAD}\nCourier\nPublished May 13, 2019, 4:12 p.m.\n{LEAD}", "headline byline dateline paragraph"),
    (f"{HEAD}\nFish | 13 May 2019 | Tags: cod, Norway\n{LEAD}", "headline dateline keywords paragraph"),
    (f"{HEAD}\n\nOSLO (FP) - {BODY}", "headline dateline paragraph paragraph"),
    (f"OSLO, May 13 - {BODY}", "dateline paragraph paragraph"),
    (f"{HEAD}\n\nThis report was updated.\n\nOSLO, Norway - {LEAD}", "headline paragraph dateline paragraph"),
    (f"{BODY}\n\nFishing, Harbours, Norway", "paragraph paragraph keywords"),
    (f"{BODY}\n\n  Fishing, Norway", "paragraph paragraph keywords"),
    (f"{LEAD}\n\nTags: cod; Norway\nRead more: Cod in maps", "paragraph keywords boilerplate"),
    (f"{LEAD}\n\nRead more\nCod in maps\nWho may fish: a guide", "paragraph" + 3 * " boilerplate"),
    (f"{LEAD}\n\nFILE PHOTO: Cod boats at Svolvær\n\n{MORE}", "paragraph caption paragraph"),
    (f"{LEAD}\n\nAdvertisement\n\n{MORE}", "paragraph boilerplate paragraph"),
    (f"{BODY}\n\n(Reporting by Jane Doe; editing by Richard Roe)", "paragraph paragraph boilerplate"),
    (f"{BODY}\n\nRoe reported from Bergen.", "paragraph paragraph boilerplate"),
    (f"{BODY}\n\n© 2019 Fjordpress. All rights reserved.", "paragraph paragraph boilerplate"),
    (f"Sign up for jabs now, mayor tells fishermen\n\n{LEAD}", "headline paragraph"),
    (
        "HOST: Welcome.\nMOE: Thank you.\nHOST: Is the cod gone?\nMOE: Not yet.",
        "paragraph" + 3 * " paragraph",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ARTICLES)
def test_blocks(text, expected):
    assert " ".join(kinds(text)) == expected


@pytest.mark.parametrize(("text", "expected"), ARTICLES)
def test_blocks_with_other_line_breaks(text, expected):
    for newline in ("\r\n", "\r", "\u2028"):
        assert " ".join(kinds(text.replace("\n", newline))) == expected


def test_blocks_cover_the_text():
    text = f"\n Norway to cut cod quota\n\nOSLO - {BODY}\n\nFishing, Norway\n\n"
    assert "".join(text[block.start : block.end] for block in blocks(text)) == text
    assert cut(text)[1:3] == [("dateline", "OSLO -"), ("paragraph", LEAD)]


def test_wrapped_article():
    parts = ["Norway to cut cod quota", f"OSLO, May 13 (Fjordpress) - {LEAD}", MORE, "Fishing, Norway"]
    text = "\n\n".join(textwrap.fill(part, 64) for part in parts)
    assert kinds(text) == ["headline", "dateline", "paragraph", "paragraph", "keywords"]


def test_known_title_is_the_headline_whatever_it_looks_like():
    text = f"The cod is gone and it was we who ate it.\n\n{BODY}"
    assert kinds(text)[0] == "paragraph"
    assert kinds(text, title="The cod is  gone, and it was we who ate it")[0] == "paragraph"
    assert kinds(text, title="The cod is  gone and it was we who ate it")[0] == "headline"
    assert same_words("# Cod gone.", "cod  gone")
    assert not same_words("", "")


def test_link_headlines_in_the_middle_of_an_article_stay_prose():
    text = f"{LEAD}\n\nRelated:\n\nWhat happens next\n\n{MORE}"
    assert kinds(text) == ["paragraph", "boilerplate", "paragraph", "paragraph"]


HEADLINES = [
    ("Norway to cut cod quota", True),
    ("Norway 'will not' cut cod quota", True),
    ("Will Norway cut its cod quota?", True),
    ("Norway Cuts Cod Quota for Third Year Running.", True),
    ("Norway cuts cod quota for third year running.", True),
    ("Cod: ‘All gone.’", True),
    ("Cod: ‘We ate it all.’", False),
    ("Norway quits talks. Sweden stays", True),
    ("The minister resigned on Monday.", False),
    ("Norway has cut its cod quota.", False),
    ("Norway cut cod. Sweden did not.", False),
    ("“No,” Ingrid Moe said.", False),
    ("“Never again!”", False),
    ("and then the cod was gone", False),
    ("What the minister said:", False),
    ("***", False),
    ("• Norway to cut cod quota", False),
    ("Q: Is the cod gone?", False),
    ("", False),
    ("cod " * 40, False),
    ("Cod " * 40, False),
]


@pytest.mark.parametrize(("line", "expected"), HEADLINES)
def test_headline(line, expected):
    assert is_headline(line.strip()) is expected


BYLINES = [
    ("By Jane Doe", True),
    ("BY JANE DOE", True),
    ("By Jane Doe, Fjordpress Staff", True),
    ("By Jane Doe and Richard Roe in Bergen", True),
    ("By Ludwig van den Berg | 13 May 2019", True),
    ("By Our Fisheries Staff", True),
    ("BYLINE: Jane Doe.", True),
    ("From Jane Doe, Bergen", True),
    ("JANE DOE IN BERGEN", True),
    ("Jane Doe, Fisheries Correspondent", True),
    ("Our Foreign Desk", True),
    ("By Monday night the water was gone", False),
    ("By contrast, Sweden raised its quota", False),
    ("By the Numbers", False),
    ("By July 2013", False),
    ("From Bergen with love and cod", False),
    ("TEN BOATS SINK", False),
    ("Norway to cut cod quota", False),
    ("By Jane Doe, who has covered cod since 1994, and others", False),
]


@pytest.mark.parametrize(("line", "expected"), BYLINES)
def test_byline(line, expected):
    assert furniture.is_byline(line) is expected


DATE_LINES = [
    ("Friday, 21 August 2015", True),
    ("2019-05-13", True),
    ("OSLO, June 3", True),
    ("Fish | 2019-05-13 16:40 | Bergen", True),
    ("Published May 13, 2019, 4:12 p.m. CET", True),
    ("Courier, 14 April 2008, updated 19:05", True),
    ("May 13, 2019 4:12 PM GMT+2 Updated 3 days ago", True),
    ("Friday", False),
    ("The quota was cut on June 3", False),
    ("On June 3 Norway cut its quota.", False),
    ("Norway to Cut Quota for Cod and Haddock by June 3", False),
]


@pytest.mark.parametrize(("line", "expected"), DATE_LINES)
def test_date_line(line, expected):
    assert furniture.is_date_line(line) is expected


TAGS = [
    ("Fishing, Harbours, Norway", True),
    ("Fishing, Norway", True),
    ("cod; haddock; North Sea", True),
    ("#cod, #norway", True),
    ("Fishing", False),
    ("Fishing, Harbours, Norway.", False),
    ("Jane Doe, Harbour News", False),
    ("Cod, haddock and what the minister said", False),
    ("The cod, the haddock", False),
    ("Cod is gone, haddock too", False),
    ("João Roe, 62", False),
    ("First, second,", False),
    ("Cod, or what is left of it in the sea, Norway", False),
    ("“Cod”, she said", False),
]


@pytest.mark.parametrize(("line", "expected"), TAGS)
def test_tags(line, expected):
    assert furniture.is_tags(line) is expected


CAPTIONS = [
    ("Photo: Jane Doe", True),
    ("FILE PHOTO: Cod boats at Svolvær, Norway, May 13, 2019. REUTERS/Jane Doe", True),
    ("(Photo by Jane Doe/Fjordpress)", True),
    ("Image caption The fleet has halved since 1990", True),
    ("Cod boats at Svolvær. Photo: Jane Doe", True),
    ("Photo credit: Fjordpress", True),
    ("Image caption,", True),
    ("Getty Images", True),
    ("REUTERS/Jane Doe", True),
    ("Photos by Fjordpress showed that the quay was empty.", False),
    ("Picture by picture, the exhibition tells of cod.", False),
    ("AP/NORC asked 1,000 fishermen and most said no.", False),
    ("Image is everything, the minister said.", False),
    ("The photo: a quay without a boat, she said, and nothing else.", False),
]


@pytest.mark.parametrize(("line", "expected"), CAPTIONS)
def test_caption(line, expected):
    assert furniture.is_caption(line) is expected


BOILERPLATE = [
    ("Read more: Cod in maps", True),
    ("READ MORE Cod in maps", True),
    ("ALSO READ: Cod in maps", True),
    ("ALSO READ Cod in maps", True),
    ("Subscribe to our newsletter.", True),
    ("Sign up for our newsletter", True),
    ("Follow us on Twitter", True),
    ("Follow Jane Doe on Twitter @janedoe.", True),
    ("Click here to read the letter", True),
    ("Watch the interview below:", True),
    ("(Reporting by Jane Doe in Oslo; Writing by Richard Roe; editing by Ola Nordmann)", True),
    ("(Additional reporting by Jane Doe in Bergen)", True),
    ("Contributing: Jane Doe.", True),
    ("Copyright 2019 Fjordpress", True),
    ("Copyright © Fjordpress", True),
    ("© Fjordpress", True),
    ("Fjordpress AS. All rights reserved.", True),
    ("Advertisement", True),
    ("ADVERTISEMENT - scroll to continue", True),
    ("Story continues below", True),
    ("(Adds ministry, fleet; recasts)", True),
    ("(h/t Harbour Courier.)", True),
    ("Read more than once, the letter says what the minister meant.", False),
    ("Read on the quay, the letter drew laughter.", False),
    ("Reporting by the Harbour Courier showed that the letter was forged.", False),
    ("Reporting by Fjordpress showed that the letter was forged.", False),
    ("Following the cut, prices rose.", False),
    ("Follow the cod, she said, and you find the whales.", False),
    ("More from the minister: “We will not wait for Sweden,” she said.", False),
    ("Copyright law may change, the minister said.", False),
    ("(c) The court must hear both sides.", False),
    ("Advertisements for cod were banned in 2019.", False),
    ("Adds to the list of quotas that were cut (cod, haddock)", False),
    ("Correction: An earlier version of this report gave the quota as 30 per cent.", False),
    ("(An earlier version of this report gave the quota as 30 per cent.)", False),
    ("Sharing this quota would be fair, she said.", False),
]


@pytest.mark.parametrize(("line", "expected"), BOILERPLATE)
def test_boilerplate(line, expected):
    assert furniture.is_boilerplate(line) is expected


KEYWORDS = [
    (f"{BODY}\n\nFishing, Harbours, Norway\n", ("Fishing", "Harbours", "Norway")),
    (f"Cod quota cut\nKeywords: cod; Norway, quota; cod\n\n{BODY}", ("cod", "Norway, quota")),
    (f"{BODY}\n\nTags: QUOTA/NORWAY", ("QUOTA/NORWAY",)),
    (f"{BODY}\n\nTags:", ()),
    (BODY, ()),
]


@pytest.mark.parametrize(("text", "expected"), KEYWORDS)
def test_keywords(text, expected):
    assert keywords(text, blocks(text)) == expected
