"""NITF: what of a document becomes an article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.article import Article
from onrecord.ingest import Unread
from onrecord.ingest.nitf import articles_from_nitf

WHOLE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" xml:lang="en-GB">
  <head>
    <title>Norway-Cod</title>
    <docdata>
      <correction info="Corrects the name of the minister" id-string="fp-0512" regsrc="FP"/>
      <doc-id id-string="fp-0513" regsrc="FP"/>
      <del-list><from-src src-name="Fjordpress" level-number="1"/></del-list>
      <date.issue norm="20190513T083000Z"/>
      <ed-msg info="Eds: with a new lead"/>
      <doc.copyright holder="Fjordpress Ltd" year="2019"/>
    </docdata>
    <pubdata name="Harbour Courier" date.publication="20190514"/>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Norway to cut cod quota</hl1><hl2>Minister says winter will be poor</hl2></hedline>
      <byline>By <person>Jane Doe</person>, <byttl>Staff Reporter</byttl></byline>
      <distributor>Fjordpress</distributor>
      <dateline><location>OSLO</location>, <story.date norm="20190513">May 13</story.date></dateline>
      <abstract><p>A third less.</p></abstract>
    </body.head>
    <body.content>
      <block>
        <media media-type="image"><media-caption>The quay</media-caption></media>
        <p>Norway will cut its <em>cod</em> quota
           by a third.</p>
        <hl2>Winter</hl2>
        <p>&ldquo;We would rather be poor,&rdquo; Ingrid Moe said.</p>
      </block>
    </body.content>
    <body.end><tagline>(Reporting by Jane Doe)</tagline></body.end>
  </body>
</nitf>"""


def read(data):
    return list(articles_from_nitf(data if isinstance(data, bytes) else data.encode(), place="cod.xml"))


def minimal(docdata="", head="", body="<p>Norway cut its quota.</p>", top=""):
    return (
        f"<nitf><head><docdata {top}>{docdata}</docdata></head><body><body.head>{head}</body.head>"
        f"<body.content>{body}</body.content></body></nitf>"
    )


def test_a_whole_document():
    ((article, flaws),) = read(WHOLE)
    assert flaws == ()
    assert article.text.split("\n\n") == [
        "Norway to cut cod quota",
        "Minister says winter will be poor",
        "OSLO, May 13 — Norway will cut its cod quota by a third.",
        "Winter",
        "“We would rather be poor,” Ingrid Moe said.",
        "(Reporting by Jane Doe)",
    ]
    assert article == Article(
        id=article.id,
        text=article.text,
        blocks=article.blocks,
        outlet="Harbour Courier",
        title="Norway to cut cod quota",
        author="Jane Doe",
        published="2019-05-13T08:30:00+00:00",
        published_how="nitf date.issue",
        language="en-GB",
        guid="fp-0513",
        supersedes=("fp-0512",),
        note="Corrects the name of the minister Eds: with a new lead",
        credit="Fjordpress",
    )
    assert [block.kind for block in article.blocks][:3] == ["headline", "headline", "dateline"]


FACTS = [
    (minimal(), "guid", None),
    (minimal('<doc-id id-string=" urn:1 "/>'), "guid", "urn:1"),
    (minimal('<doc-id id-string="https://fp.example/1"/>'), "url", "https://fp.example/1"),
    (minimal('<doc-id regsrc="FP"/>'), "outlet", "FP"),
    (minimal('<date.issue norm="20190513T083000-0500"/>'), "published", "2019-05-13T08:30:00-05:00"),
    (minimal('<date.issue norm="soon"/><date.release norm="20190513"/>'), "published", "2019-05-13"),
    (minimal('<date.release norm="20190513"/>'), "published_how", "nitf date.release"),
    (minimal(top='management-status="canceled"'), "status", "withdrawn"),
    (minimal(top='management-status="withheld"'), "status", "withdrawn"),
    (minimal(top='management-status="embargoed"'), "status", "usable"),
    (minimal(top='management-doc-idref="fp-1"'), "supersedes", ("fp-1",)),
    (minimal('<correction info=""/>'), "note", "Correction"),
    (minimal('<correction info="Name of minister"/>'), "note", "Correction: Name of minister"),
    (minimal(head="<byline>JANE DOE and RICHARD ROE</byline>"), "author", "JANE DOE and RICHARD ROE"),
    (minimal(head="<byline>By Jane Doe</byline><byline>Roe</byline>"), "author", "Jane Doe, Roe"),
    (minimal(head="<dateline>Oslo</dateline>"), "text", "Oslo — Norway cut its quota."),
    (
        minimal(head="<dateline>OSLO</dateline>", body="<p>OSLO (FP) _ Norway cut it.</p>"),
        "text",
        "OSLO (FP) _ Norway cut it.",
    ),
    (minimal(head="<abstract><p>Norway cut it.</p></abstract>", body=""), "text", "Norway cut it."),
    (minimal(top='management-status="canceled"', body=""), "text", ""),
]


@pytest.mark.parametrize(("data", "field", "value"), FACTS)
def test_facts(data, field, value):
    ((article, _),) = read(data)
    assert getattr(article, field) == value


UNREAD = [
    (b"<nitf/>", "no text"),
    (b"<rss/>", "no NITF document but <rss>"),
    (b"<nitf>", "not well-formed"),
    (b"", "not well-formed"),
    (minimal(body="<media><media-caption>Quay</media-caption></media>").encode(), "no text"),
]


@pytest.mark.parametrize(("data", "reason"), UNREAD)
def test_unread(data, reason):
    (unread,) = read(data)
    assert isinstance(unread, Unread)
    assert unread.place == "cod.xml"
    assert reason in unread.reason


def test_a_document_in_another_encoding():
    ((article, flaws),) = read(minimal(body="<p>The café.</p>").encode("cp1252"))
    assert article.text == "The café."
    assert [flaw.kind for flaw in flaws] == ["encoding"]


def element(name, attributes, children):
    said = " ".join(f'{key}="{value}"' for key, value in attributes.items())
    return f"<{name} {said}>{''.join(children)}</{name}>"


names = st.sampled_from(
    "nitf head docdata doc-id correction body body.head hedline hl1 byline body.content p block".split()
)
attributes = st.dictionaries(
    st.sampled_from(["norm", "id-string", "info", "management-status"]), st.sampled_from(["", "a", "2019"])
)
elements = st.recursive(
    st.sampled_from(["", "Cod ", "&amp;"]),
    lambda inner: st.builds(element, names, attributes, st.lists(inner, max_size=4)),
    max_leaves=12,
)


@settings(deadline=None, max_examples=100)
@given(elements.map(lambda inner: f"<nitf>{inner}</nitf>".encode()) | st.binary(max_size=50))
def test_any_document_gives_one_item(data):
    (item,) = read(data)
    assert isinstance(item, Unread) or isinstance(item[0], Article)
