"""NITF -> articles: the News Industry Text Format of IPTC, in which agencies mark up a story.

The elements are those of NITF 3.6 (https://iptc.org/std/NITF/3.6/): what is known of a document stands in
``head/docdata``, what is printed in ``body``. Versions differ in their namespace and little else, so names
are read without one.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from onrecord.article import Flaw
from onrecord.ingest.dateline import dateline as dateline_of
from onrecord.ingest.markup import MarkupError, name_of, paragraphs, parsed, words_of
from onrecord.ingest.story import Known, first_date, item, note_of, status_of, told, url_of, without_by
from onrecord.ingest.unread import Item, Unread

DATES = {  # in the order in which they are believed
    "nitf date.issue": ("{*}head/{*}docdata/{*}date.issue", "norm"),
    "nitf date.release": ("{*}head/{*}docdata/{*}date.release", "norm"),
    "nitf date.publication": ("{*}head/{*}pubdata", "date.publication"),
    "nitf story.date": (".//{*}body.head/{*}dateline/{*}story.date", "norm"),
}
OUTLETS = (  # the paper that printed it goes before the agency that sent it
    ("{*}head/{*}pubdata", "name"),
    ("{*}body/{*}body.head/{*}distributor", ""),
    ("{*}head/{*}docdata/{*}doc.copyright", "holder"),
    ("{*}head/{*}docdata/{*}doc-id", "regsrc"),
)
CREDITS = (
    ("{*}body/{*}body.head/{*}distributor", ""),
    ("{*}body/{*}body.head/{*}rights/{*}rights.owner", ""),
    ("{*}head/{*}docdata/{*}del-list/{*}from-src", "src-name"),
)


class Printed(Struct, frozen=True):
    """What the body of a document prints: its headline, who wrote it, and its text, headline included."""

    headline: str | None
    author: str | None
    text: str


def articles_from_nitf(data: bytes, *, place: str) -> Iterator[Item]:
    """The article of an NITF document, or what is wrong with it.

    >>> nitf = b"<nitf><body><body.content><p>Norway cut its quota.</p></body.content></body></nitf>"
    >>> [(article, _)] = articles_from_nitf(nitf, place="cod.xml")
    >>> article.text
    'Norway cut its quota.'
    """
    try:
        root, flaws = parsed(data)
        yield _article(root, flaws)
    except MarkupError as error:
        yield Unread(place, str(error))


def printed(root: Element) -> Printed:
    """The printed part of an NITF document or of a piece of one.

    A dateline of its own goes in front of the first paragraph, where papers print it, unless the paragraph
    has it already. Without a body the abstract is read: some feeds send nothing more.
    """
    headline = words_of(root.find(".//{*}hedline/{*}hl1")) or words_of(root.find("{*}head/{*}title"))
    decks = [words_of(deck) for deck in root.iterfind(".//{*}hedline/{*}hl2")]
    body = [line for content in _outermost(root, "body.content") for line in paragraphs(content)]
    if not body:
        body = [
            line for abstract in root.iterfind(".//{*}body.head/{*}abstract") for line in paragraphs(abstract)
        ]
    body = _behind(words_of(root.find(".//{*}body.head/{*}dateline")), body)
    ends = [line for end in root.iterfind(".//{*}body.end/{*}tagline") for line in paragraphs(end)]
    text = told(headline, [*decks, *body, *ends]) if body or ends else ""
    return Printed(headline or None, _author(root), text)


def _article(root: Element, flaws: tuple[Flaw, ...]) -> Item:
    if name_of(root) != "nitf":
        raise MarkupError(f"This is no NITF document but <{name_of(root)[:40]}>.")
    story, data = printed(root), _docdata(root)
    if not story.text and data.get("status") != "withdrawn":
        raise MarkupError("There is no text in the body of this NITF document.")
    known = Known(
        title=story.headline,
        author=story.author,
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("lang"),
        outlet=_first(root, OUTLETS),
        **data,
    )
    credit = _first(root, CREDITS)
    known["credit"] = credit if credit != known["outlet"] else None
    return item(story.text or story.headline or "", known, flaws)


def _docdata(root: Element) -> Known:
    """What ``docdata`` says of the document itself and of those before it.

    ``management-status`` is its own status, ``management-doc-idref`` names the document that it changes the
    status of, and ``correction`` the one that it corrects.
    """
    docdata = root.find("{*}head/{*}docdata")
    if docdata is None:
        docdata = Element("docdata")
    guid = _at(docdata, "{*}doc-id", "id-string")
    published, how = first_date({name: _at(root, *where) for name, where in DATES.items()})
    correction = docdata.find("{*}correction")
    earlier = [docdata.get("management-doc-idref", "").strip(), _at(docdata, "{*}correction", "id-string")]
    words = [_at(docdata, "{*}correction", "info"), _at(docdata, "{*}ed-msg", "info")]
    return Known(
        guid=guid or None,
        url=url_of(guid),
        published=published,
        published_how=how,
        status=status_of(docdata.get("management-status")),
        supersedes=tuple(dict.fromkeys(name for name in earlier if name and name != guid)),
        note=note_of([] if correction is None else ["correction"], " ".join(filter(None, words))),
    )


def _author(root: Element) -> str | None:
    """Who the bylines name, without their titles ("Staff Reporter")."""
    names = []
    for byline in root.iterfind(".//{*}body.head/{*}byline"):
        parts = [byline.text or ""]
        for part in byline:
            parts += ["" if name_of(part) == "byttl" else words_of(part), part.tail or ""]
        names.append(without_by(" ".join(" ".join(parts).replace(" ,", ",").split()).strip(" ,")))
    return ", ".join(filter(None, names)) or None


def _behind(dateline: str, body: list[str]) -> list[str]:
    place = dateline.partition(",")[0].casefold()
    if not place or not body or dateline_of(body[0]) or body[0].casefold().startswith(place):
        return body
    return [f"{dateline.rstrip(' -–—_')} — {body[0]}", *body[1:]]


def _outermost(element: Element, name: str) -> Iterator[Element]:
    for child in element:
        if name_of(child) == name:
            yield child
        else:
            yield from _outermost(child, name)


def _at(element: Element, path: str, attribute: str) -> str:
    """The attribute of the first element at ``path`` that has it; the element's words for ""."""
    found = (here.get(attribute) if attribute else words_of(here) for here in element.iterfind(path))
    return next((" ".join(value.split()) for value in found if value and value.strip()), "")


def _first(root: Element, places: tuple[tuple[str, str], ...]) -> str | None:
    return next((value for place in places if (value := _at(root, *place))), None)
