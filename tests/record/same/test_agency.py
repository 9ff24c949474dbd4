"""Whose copy an article says it is."""

import pytest

from onrecord.article import Article
from onrecord.ingest import article_from_text
from onrecord.record.same import Credit, Imprint, Source, canonical, credited

PROSE = "The council will close the old pier, its engineer said on Monday, and rebuild the steps behind it."


def credits_of(text=PROSE, **known):
    article, _ = article_from_text(text, **known)
    return [(credit.agency, credit.how) for credit in credited(article) if credit.sure]


HEADS = [
    ("OSLO, Nov 13 (Kestrel) - ", [("Kestrel", "dateline")]),
    ("OSLO, Norway (AP) — ", [("Associated Press", "dateline")]),
    ("OSLO, May 3 (Reuters) - ", [("Reuters", "dateline")]),
    ("(Kestrel) - ", [("Kestrel", "dateline")]),
    ("OSLO, 13 November 2016 — ", []),
    ("OSLO — ", []),
]


@pytest.mark.parametrize(("head", "expected"), HEADS)
def test_dateline(head, expected):
    assert credits_of(f"Pier to close\n\n{head}{PROSE}") == expected


FIELDS = [
    ({"credit": "Reuters"}, [("Reuters", "credit")]),
    ({"credit": "Ada Quist/AFP", "author": "Ada Quist"}, [("Agence France-Presse", "credit")]),
    ({"credit": "AP, Reuters"}, [("Associated Press", "credit"), ("Reuters", "credit")]),
    ({"credit": "Kestrel"}, [("Kestrel", "credit")]),
    ({"credit": "The Echo", "outlet": "The Echo"}, []),
    ({"credit": "Ada Quist", "author": "By Ada Quist"}, []),
    ({"credit": "The Guardian"}, []),
    ({"author": "Reuters Staff"}, [("Reuters", "byline")]),
    ({"author": "Ada Quist, Associated Press"}, [("Associated Press", "byline")]),
    ({"author": "Kestrel news agency"}, [("Kestrel news agency", "byline")]),
    ({"author": "Ada Quist"}, []),
    ({"outlet": "Reuters"}, [("Reuters", "outlet")]),
    ({"outlet": "The Echo"}, []),
]


@pytest.mark.parametrize(("known", "expected"), FIELDS)
def test_fields(known, expected):
    assert credits_of(**known) == expected


def test_who_puts_its_own_name_in_a_dateline_is_an_agency():
    assert credits_of(f"Pier to close\n\nOSLO, May 3 (Kestrel) - {PROSE}", outlet="Kestrel") == [
        ("Kestrel", "outlet")
    ]
    assert credits_of(f"Pier to close\n\nOSLO (CNN) — {PROSE}", outlet="CNN") == []


LAST = [
    ("Source: Reuters", [("Reuters", "last line")]),
    ("© 2031 Agence France-Presse", [("Agence France-Presse", "last line")]),
    ("(AFP)", [("Agence France-Presse", "last line")]),
    ("With reporting by Reuters", [("Reuters", "last line")]),
    ("© 2031 The Tarnmouth Echo", []),
    ("Source: Ministry of Fish", []),
]


@pytest.mark.parametrize(("line", "expected"), LAST)
def test_last_line(line, expected):
    assert credits_of(f"Pier to close\n\n{PROSE}\n\n{line}") == expected


def test_an_agency_that_is_quoted_is_not_credited():
    assert credits_of(f"Pier to close\n\n{PROSE} Nobody was hurt, the Reuters news agency reported.") == []


def test_text_is_not_searched_for_ever():
    assert len(credited(Article("a", "", credit=", ".join(f"Kestrel{n}" for n in range(9_999))))) < 50


WIRE = Imprint("wire", outlet="Kestrel", published="2031-05-03T10:00:00Z")
PAPER = Imprint("paper", outlet="Echo", published="2031-05-03", credits=(Credit("Kestrel", "dateline"),))
PAGE = Imprint("page", outlet="Wexcombe News", published="2031-05-03T09:00:00Z")
BYLINED = Imprint("bylined", outlet="Sandhaven Post", credits=(Credit("Kestrel", "byline", sure=False),))
OTHER = Imprint("other", outlet="Lindos Star", credits=(Credit("Merlin", "credit"),))
KNOWN = Imprint("known", outlet="Reuters", credits=(Credit("Reuters", "outlet"),))

SOURCES = [
    ([WIRE, PAPER, PAGE], ("Kestrel", "wire")),
    ([PAPER, PAGE], ("Kestrel", None)),
    ([WIRE, BYLINED], ("Kestrel", "wire")),
    ([BYLINED, PAGE], ("Wexcombe News", "page")),
    ([WIRE, PAPER, OTHER], ("Kestrel", "wire")),
    ([PAPER, OTHER, BYLINED, WIRE], ("Kestrel", "wire")),
    ([PAGE, KNOWN], ("Reuters", "known")),
    ([PAGE, Imprint("late", outlet="Echo", published="2031-05-03")], ("Wexcombe News", "page")),
    ([Imprint("bare")], (None, "bare")),
    ([], (None, None)),
]


@pytest.mark.parametrize(("imprints", "expected"), SOURCES)
def test_canonical(imprints, expected):
    for order in (imprints, imprints[::-1]):
        source = canonical(order)
        assert (source.name, source.article) == expected
        assert source.agency == (source.name in ("Kestrel", "Reuters"))
        assert source.why


def test_a_source_says_why():
    assert canonical([WIRE, PAPER]) == Source(
        "Kestrel", "wire", "Credited by 1 article, and its own item is here."
    )
