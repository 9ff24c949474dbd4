"""ninjs: the same story in the names of 1.x, 2.x and 3.x, and what is no story."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.article import Article
from onrecord.ingest import Unread, articles_from_lines
from onrecord.ingest.ninjs import article_from_ninjs, is_ninjs

OLD = {
    "uri": "https://fp.example/cod/2",
    "type": "text",
    "version": "2",
    "firstcreated": "2019-05-13T08:30:00Z",
    "versioncreated": "2019-05-14T09:00:00Z",
    "pubstatus": "usable",
    "language": "en",
    "byline": "By Jane Doe",
    "located": "Oslo",
    "headline": "Norway to cut cod quota",
    "headline_short": "Cod",
    "body_text": "Norway will cut its quota. “Poor for a winter,” Moe said.",
    "body_xhtml": "<p>Norway will cut its quota.</p><p>&ldquo;Poor for a winter,&rdquo; Moe said.</p>",
    "body_sms": "Cod cut",
    "copyrightholder": "Fjordpress",
    "infosource": [{"name": "Norpress"}],
    "ednote": "Corrects name of minister",
    "associations": {"picture": {"uri": "u:1", "body_text": "The quay"}},
}
NEW = {
    "standard": {"name": "ninjs", "version": "3.1"},
    "uri": "https://fp.example/cod/2",
    "type": "text",
    "firstCreated": "2019-05-13T08:30:00Z",
    "versionCreated": "2019-05-14T09:00:00Z",
    "pubStatus": "usable",
    "language": "en",
    "by": "Jane Doe",
    "headlines": [{"role": "short", "value": "Cod"}, {"role": "main", "value": "Norway to cut cod quota"}],
    "bodies": [
        {"role": "sms", "contentType": "text/plain", "value": "Cod cut"},
        {"role": "main", "contentType": "text/plain", "value": OLD["body_text"]},
        {"role": "richtext", "contentType": "application/xhtml+xml", "value": OLD["body_xhtml"]},
    ],
    "copyrightHolder": "Fjordpress",
    "infoSources": [{"name": "Norpress", "role": "source"}],
    "edNote": "Corrects name of minister",
    "altIds": [{"role": "slug", "value": "cod"}],
    "associations": [{"name": "picture", "uri": "u:1"}],
}


@pytest.mark.parametrize(("value", "how"), [(OLD, "ninjs firstcreated"), (NEW, "ninjs firstCreated")])
def test_a_whole_object(value, how):
    assert is_ninjs(value)
    article, flaws = article_from_ninjs(value, place="cod.json")
    assert flaws == ()
    assert article == Article(
        id=article.id,
        text="Norway to cut cod quota\n\nNorway will cut its quota.\n\n“Poor for a winter,” Moe said.",
        blocks=article.blocks,
        url="https://fp.example/cod/2",
        outlet="Fjordpress",
        title="Norway to cut cod quota",
        author="Jane Doe",
        published="2019-05-13T08:30:00Z",
        published_how=how,
        modified="2019-05-14T09:00:00Z",
        language="en",
        guid="https://fp.example/cod/2",
        note="Corrects name of minister",
        credit="Norpress",
    )


FACTS = [
    ({"body_text": "Cod."}, "text", "Cod."),
    ({"body_other": "Cod."}, "text", "Cod."),
    ({"body_html": "<p>Cod.</p>", "headline": "Cod."}, "text", "Cod."),
    ({"bodies": [{"value": "<p>Cod &amp; ling.</p>"}]}, "text", "Cod & ling."),
    ({"bodies": [{"value": "Cod < ling &amp; so on."}]}, "text", "Cod < ling &amp; so on."),
    ({"bodies": [{"contenttype": "text/html", "value": "Cod<br>Ling"}]}, "text", "Cod\nLing"),
    ({"bodies": [{"contentType": "text/html", "value": "<p></p>"}, {"value": "Cod."}]}, "text", "Cod."),
    (
        {"body_html": "<p>x<script>alert()</script></p>", "headlines": [{"value": "<b>Cod</b>"}]},
        "text",
        "<b>Cod</b>\n\nx",
    ),
    ({"body_text": "Cod.", "pubstatus": "canceled"}, "status", "withdrawn"),
    ({"body_text": "Cod.", "pubStatus": "withheld"}, "status", "withdrawn"),
    ({"body_text": "Cod.", "signals": ["kill"]}, "status", "withdrawn"),
    ({"body_text": "Cod.", "signals": [{"uri": "sig:correction"}]}, "note", "Correction"),
    ({"pubstatus": "canceled", "headline": "Cod"}, "text", "Cod"),
    ({"body_text": "Cod.", "replacing": ["u:1", "u:2"]}, "supersedes", ("u:1",)),
    ({"body_text": "Cod.", "contentcreated": "2019-05-13"}, "published_how", "ninjs contentcreated"),
    (
        {"body_text": "Cod.", "contentCreated": "2019", "versionCreated": "2019-05-13"},
        "published",
        "2019-05-13",
    ),
    ({"body_text": "Cod.", "source": "FP"}, "outlet", "FP"),
    ({"body_text": "Cod.", "source": "FP"}, "credit", None),
    ({"body_text": "Cod.", "by": "Von Jane Doe, FP"}, "author", "Jane Doe, FP"),
    ({"body_text": "Cod.", "bylines": [{"byline": "Jane Doe"}]}, "author", "Jane Doe"),
]


@pytest.mark.parametrize(("fields", "field", "value"), FACTS)
def test_facts(fields, field, value):
    article, _ = article_from_ninjs({"uri": "u:2", **fields}, place="x")
    assert getattr(article, field) == value


def test_a_body_that_cannot_be_read_gives_way_to_the_next():
    article, flaws = article_from_ninjs(
        {"uri": "u:2", "body_html": "<div>x" * 100_000, "body_text": "Cod."}, place="x"
    )
    assert article.text == "Cod."
    assert [flaw.kind for flaw in flaws] == ["unread_body"]


NO_TEXT = [
    ({"type": "picture", "renditions": {}}, "This ninjs object is of the type 'picture' and has no text."),
    ({"type": "text", "headline": "Cod"}, "This ninjs object has no text."),
    ({"bodies": [{"value": 5}, 6], "headlines": "Cod"}, "This ninjs object has no text."),
]


@pytest.mark.parametrize(("fields", "reason"), NO_TEXT)
def test_no_text(fields, reason):
    assert article_from_ninjs({"uri": "u:2", **fields}, place="x") == Unread("x", reason)


OTHERS = [
    {},
    {"uri": "u:1"},
    {"uri": "u:1", "headline": "Cod"},
    {"headline": "Cod", "bodies": []},
    {"uri": "u:1", "text": "Cod.", "bodies": []},
    {"uri": "u:1", "body": "Cod.", "pubstatus": "usable"},
    {"article": {"text": "Cod."}, "guid": "u:1", "versioncreated": ""},
    [],
    "uri",
    None,
]


@pytest.mark.parametrize("value", OTHERS)
def test_other_objects_are_no_ninjs(value):
    assert not is_ninjs(value)


@pytest.mark.parametrize("value", [OLD, NEW])
def test_a_line_of_ninjs_is_known_by_itself(value):
    ((article, _),) = articles_from_lines([json.dumps(value).encode()], place="x")
    assert article.guid == "https://fp.example/cod/2"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(), max_size=8) | st.just("<p>Cod.</p>"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["value", "role", "contentType", "name"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(st.sampled_from([*OLD, *NEW, "signals", "replacing", "bylines", "source"]), values))
def test_any_object_gives_one_item(value):
    assert is_ninjs(value) in {True, False}
    item = article_from_ninjs(value, place="x")
    assert isinstance(item, Unread) or isinstance(item[0], Article)
