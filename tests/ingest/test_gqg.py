"""GDELT's quotations: each in its context, none twice."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.article import Article
from onrecord.ingest import Unread, articles_from_lines
from onrecord.ingest.gqg import article_from_gqg, is_gqg

LINE = {
    "date": "2021-03-05T10:15:00Z",
    "url": "https://courier.example/cod",
    "title": "Norway to cut cod quota",
    "lang": "ENGLISH",
    "quotes": [
        {
            "pre": "of fisheries, Ingrid Moe, said on Monday. ",
            "quote": "We would rather be poor for a winter",
            "post": ", she said. “The quay is empty as it is.”",
        },
        {
            "pre": "rather be poor for a winter,” she said. “",
            "quote": "The quay is empty as it is.",
            "post": "” The council meets on Friday",
        },
    ],
}


def test_a_whole_line():
    assert is_gqg(LINE)
    article, flaws = article_from_gqg(LINE, place="x")
    assert [flaw.kind for flaw in flaws] == ["excerpts"]
    assert article.text.split("\n\n") == [
        "Norway to cut cod quota",
        "of fisheries, Ingrid Moe, said on Monday. “We would rather be poor for a winter”, she said.",
        "she said. “The quay is empty as it is.” The council meets on Friday",
    ]
    assert (article.url, article.title) == ("https://courier.example/cod", "Norway to cut cod quota")
    assert (article.published, article.published_how) == ("2021-03-05T10:15:00Z", "gdelt date")
    assert article.language == "en"


PARAGRAPHS = [
    (("Moe said: ", "No", " and left."), "Moe said: “No” and left."),
    (("Moe said: “", "No.", "” She left."), "Moe said: “No.” She left."),
    (('Moe said: "', "No", '," she added.'), "Moe said: “No,” she added."),
    (("gone.” Moe said: ", "No", " “The cod"), "Moe said: “No”"),
    (('gone." Moe said: ', "No", ' she added. "The cod'), "Moe said: “No” she added."),
    (("“All gone,” he said. Moe said: ", "No", ""), "“All gone,” he said. Moe said: “No”"),
    (("Moe said (", "No", ")."), "Moe said (“No”)."),
    (("", "“No”", ""), "“No”"),
    (("A\n b", "No\tno", None), "A b “No no”"),
]


@pytest.mark.parametrize(("quote", "paragraph"), PARAGRAPHS)
def test_paragraphs(quote, paragraph):
    line = {"url": "u:1", "quotes": [dict(zip(("pre", "quote", "post"), quote, strict=True))]}
    assert article_from_gqg(line, place="x")[0].text == paragraph


def test_the_quotation_before_is_not_repeated():
    first = {"pre": "Moe said: ", "quote": "Cod is gone.", "post": ""}
    second = {"pre": "said: “Cod is gone.” She added: ", "quote": "So is ling.", "post": ""}
    article, _ = article_from_gqg({"url": "u:1", "quotes": [first, second]}, place="x")
    assert article.text == "Moe said: “Cod is gone.”\n\nShe added: “So is ling.”"


OTHERS = [
    {"url": "u:1", "quotes": [{"quote": "No."}], "text": "Cod."},
    {"url": "u:1", "quotes": ["No."]},
    {"url": 5, "quotes": []},
    {"quotes": []},
    {"url": "u:1"},
    [],
    None,
]


@pytest.mark.parametrize("value", OTHERS)
def test_other_objects_are_none(value):
    assert not is_gqg(value)


@pytest.mark.parametrize("quotes", [[], [{"quote": " "}], [{"quote": 5}]])
def test_without_quotations_there_is_no_article(quotes):
    item = article_from_gqg({"url": "u:1", "title": "Cod", "quotes": quotes}, place="x")
    assert item == Unread("x", "GDELT found no quotation in this article.")


def test_a_line_is_known_by_itself():
    ((article, _),) = articles_from_lines([json.dumps(LINE).encode()], place="x")
    assert article.url == "https://courier.example/cod"


values = (
    st.none() | st.integers() | st.text(st.characters(), max_size=8) | st.sampled_from(["“", "”", "No", ","])
)
quotes = st.lists(st.dictionaries(st.sampled_from(["pre", "quote", "post"]), values) | values, max_size=4)


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(st.sampled_from(["url", "title", "lang", "date"]), values), quotes | values)
def test_any_line_gives_one_item(line, quotes):
    item = article_from_gqg({**line, "quotes": quotes}, place="x")
    assert isinstance(item, Unread) or isinstance(item[0], Article)
