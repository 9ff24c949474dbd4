"""NewsML-G2: one item, many items, versions, and what is no text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.article import Article
from onrecord.ingest import Unread
from onrecord.ingest.newsml import articles_from_newsml

NITF = """<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Norway to cut cod
quota</hl1></hedline><byline>By Jane Doe, <byttl>Reporter</byttl></byline></body.head><body.content>
<p>OSLO (Fjordpress) - Norway will cut its quota.</p><p>Moe said so.</p></body.content></body></nitf>"""
XHTML = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Cod</title></head><body>
<h1>Norway to cut cod quota</h1><p>Norway will cut its quota.</p><p>Moe said<br/>so.</p></body></html>"""
TEXT = "Norway will cut its quota.\n\nMoe said so."


def news(
    content=f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>',
    item="",
    meta="<headline>Norway to cut cod quota</headline>",
    attributes='guid="urn:fp:cod" version="3" xml:lang="en"',
):
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" {attributes}><itemMeta>{item}</itemMeta>'
        f"<contentMeta>{meta}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def read(data):
    return list(articles_from_newsml(data if isinstance(data, bytes) else data.encode(), place="cod.xml"))


def test_a_whole_item():
    item = """
      <itemClass qcode="ninat:text"/><provider qcode="nprov:FP"><name>Fjordpress</name></provider>
      <versionCreated>2019-05-14T09:00:00Z</versionCreated><firstCreated>2019-05-13T08:30:00Z</firstCreated>
      <pubStatus qcode="stat:usable"/><edNote>Corrects name of minister</edNote>
      <signal qcode="sig:correction"/>
      <link rel="irel:previousVersion" residref="urn:fp:cod-old"/>
      <link rel="irel:previousVersion" residref="urn:fp:cod" version="2"/>
      <link rel="irel:seeAlso" residref="urn:fp:ling"/>"""
    meta = """<contentCreated>2019-05-12</contentCreated><creditline>Fjordpress/Roe</creditline>
      <by>By Jane Doe in Oslo</by><language tag="en-GB"/><headline>Norway to cut cod quota</headline>"""
    ((article, flaws),) = read(news(item=item, meta=meta))
    assert flaws == ()
    assert article == Article(
        id=article.id,
        text="Norway to cut cod quota\n\nOSLO (Fjordpress) - Norway will cut its quota.\n\nMoe said so.",
        blocks=article.blocks,
        outlet="Fjordpress",
        title="Norway to cut cod quota",
        author="Jane Doe",
        published="2019-05-13T08:30:00Z",
        published_how="newsml firstCreated",
        modified="2019-05-14T09:00:00Z",
        language="en-GB",
        guid="urn:fp:cod",
        supersedes=("urn:fp:cod-old",),
        note="Corrects name of minister",
        credit="Fjordpress/Roe",
    )


BODIES = [
    (f"<inlineXML>{NITF}</inlineXML>", ["OSLO (Fjordpress) - Norway will cut its quota.", "Moe said so."]),
    (f"<inlineXML>{XHTML}</inlineXML>", ["Norway will cut its quota.", "Moe said\nso."]),
    (f'<inlineData contenttype="text/plain">{TEXT}</inlineData>', TEXT.split("\n\n")),
    (
        '<inlineData contenttype="text/html">&lt;p&gt;Cod &amp;amp; ling.&lt;/p&gt;</inlineData>',
        ["Cod & ling."],
    ),
    ('<remoteContent href="cod.jpg"/><inlineData>Cod is gone.</inlineData>', ["Cod is gone."]),
    ("<inlineXML><html/></inlineXML><inlineData>Cod is gone.</inlineData>", ["Cod is gone."]),
]


@pytest.mark.parametrize(("content", "paragraphs"), BODIES)
def test_bodies(content, paragraphs):
    ((article, _),) = read(news(content))
    assert article.text.split("\n\n") == ["Norway to cut cod quota", *paragraphs]


FACTS = [
    ({"item": '<pubStatus qcode="stat:canceled"/>'}, "status", "withdrawn"),
    ({"item": '<pubStatus qcode="stat:withheld"/>'}, "status", "withdrawn"),
    ({"item": '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'}, "status", "withdrawn"),
    ({"item": '<pubStatus qcode="stat:usable"/>'}, "status", "usable"),
    ({"item": '<signal qcode="sig:kill"/>'}, "status", "withdrawn"),
    ({"item": '<signal uri="http://cv.iptc.org/newscodes/signal/correction"/>'}, "note", "Correction"),
    ({"item": '<signal qcode="sig:update"/><edNote>Adds quote</edNote>'}, "note", "Update: Adds quote"),
    ({"item": '<signal qcode="nmsig:atomic"/>'}, "note", None),
    ({"item": '<link rel="irel:previousVersion" href="u:1"/>'}, "supersedes", ("u:1",)),
    ({"item": '<link rel="irel:seeAlso" href="u:1"/>'}, "supersedes", ()),
    ({"item": '<provider literal="FP"/>'}, "outlet", "FP"),
    ({"item": '<provider qcode="nprov:FP"/>'}, "outlet", "FP"),
    ({"item": '<provider uri="http://fp.example/"/>'}, "outlet", None),
    ({"meta": "<contentCreated>2019-05-13</contentCreated>"}, "published_how", "newsml contentCreated"),
    (
        {
            "item": "<versionCreated>2019-05-14T09:00:00Z</versionCreated>",
            "meta": "<contentCreated>2019</contentCreated>",
        },
        "published_how",
        "newsml versionCreated",
    ),
    ({"meta": '<creator literal="Jane Doe"/><creator><name>Roe</name></creator>'}, "author", "Jane Doe"),
    ({"meta": "<infoSource><name>Norpress</name></infoSource>"}, "credit", "Norpress"),
    ({"attributes": 'guid="https://fp.example/cod"'}, "url", "https://fp.example/cod"),
    ({"attributes": ""}, "guid", None),
    ({"attributes": 'xml:lang="en-US"'}, "language", "en-US"),
]


@pytest.mark.parametrize(("parts", "field", "value"), FACTS)
def test_facts(parts, field, value):
    ((article, _),) = read(news(**parts))
    assert getattr(article, field) == value


def test_a_message_of_several_items():
    message = (
        f"<newsMessage><header/><itemSet><packageItem/>{news()}</itemSet><itemSet>"
        f"{news(content='<remoteContent/>', item='<itemClass qcode=&quot;ninat:picture&quot;/>')}"
        f"<planningItem/>{news(content='')}{news(content='<inlineData>Cod.</inlineData>')}"
        "</itemSet></newsMessage>"
    ).replace("&quot;", '"')
    package, text, picture, planning, elsewhere, plain = read(message)
    assert package == Unread(
        "cod.xml, item 1", "This is a package, which only lists other items: it was skipped."
    )
    assert text[0].guid == "urn:fp:cod"
    assert picture == Unread("cod.xml, item 3", "This news item is of the kind 'picture' and has no text.")
    assert "planning item" in planning.reason
    assert "no text" in elsewhere.reason
    assert plain[0].text == "Norway to cut cod quota\n\nCod."


def test_an_item_that_is_taken_back_needs_no_text():
    ((article, _),) = read(
        news(content="", item='<pubStatus qcode="stat:canceled"/><edNote>Not true</edNote>')
    )
    assert (article.text, article.status) == ("Norway to cut cod quota", "withdrawn")
    assert (article.guid, article.note) == ("urn:fp:cod", "Not true")


UNREAD = [
    (b"<newsMessage/>", "no item in this message"),
    (b"<conceptItem/>", "concept item"),
    (b"<NewsML/>", "This is NewsML 1"),
    (b"<svg/>", "<svg> is no news item"),
    (b"<newsItem>", "not well-formed"),
    (b"<newsItem/>", "no text"),
    (news(content='<inlineData encoding="base64">Q29k</inlineData>').encode(), "no text"),
]


@pytest.mark.parametrize(("data", "reason"), UNREAD)
def test_unread(data, reason):
    (unread,) = read(data)
    assert isinstance(unread, Unread)
    assert reason in unread.reason


pieces = st.lists(
    st.sampled_from(
        [
            "<itemMeta>",
            "</itemMeta>",
            "<contentMeta/>",
            "<contentSet><inlineData>Cod</inlineData></contentSet>",
            "<contentSet><inlineXML/></contentSet>",
            '<pubStatus qcode=":"/>',
            '<link rel="" residref=""/>',
            "<headline/>",
            "<contentCreated>x</contentCreated>",
            "Cod",
        ]
    ),
    max_size=8,
).map("".join)


@settings(deadline=None, max_examples=100)
@given(pieces.map(lambda inner: f"<newsItem>{inner}</newsItem>".encode()) | st.binary(max_size=50))
def test_any_item_gives_one(data):
    (item,) = read(data)
    assert isinstance(item, Unread) or isinstance(item[0], Article)
