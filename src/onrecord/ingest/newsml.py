"""NewsML-G2 -> articles: the envelope of IPTC in which agencies send one item or many.

Read is what NewsML-G2 2.34 calls a news item whose content is in it: inline XML (NITF or XHTML) or inline
text. Packages only list other items, and pictures have no words; both are said and skipped.
https://iptc.org/std/NewsML-G2/specification/
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from onrecord.article import Flaw
from onrecord.ingest.markup import (
    MarkupError,
    name_of,
    paragraphs,
    paragraphs_of_html,
    parsed,
    words_of,
)
from onrecord.ingest.nitf import printed
from onrecord.ingest.story import (
    Known,
    code_of,
    first_date,
    item,
    note_of,
    status_of,
    takes_back,
    told,
    url_of,
    without_by,
)
from onrecord.ingest.unread import Item, Unread

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
REPLACING = frozenset({"previousversion", "replaces", "correctionof"})
DATES = {
    "newsml firstCreated": "{*}itemMeta/{*}firstCreated",
    "newsml contentCreated": "{*}contentMeta/{*}contentCreated",
    "newsml versionCreated": "{*}itemMeta/{*}versionCreated",
}
NO_NEWS = {
    "packageitem": "This is a package, which only lists other items: it was skipped.",
    "conceptitem": "This is a concept item, which holds no news: it was skipped.",
    "knowledgeitem": "This is a knowledge item, which holds no news: it was skipped.",
    "planningitem": "This is a planning item, which holds no news yet: it was skipped.",
    "catalogitem": "This is a catalogue of codes, which holds no news: it was skipped.",
    "newsml": "This is NewsML 1, which is not read. Ask its sender for NewsML-G2, NITF or ninjs.",
}


def articles_from_newsml(data: bytes, *, place: str) -> Iterator[Item]:
    """The articles of a NewsML-G2 document: of one item, or of each in the sets of a message.

    The date of publication is ``firstCreated``, when the first version of the item was made: "on Sunday" in
    a report that is corrected on Tuesday counts from the day on which it was written. Without it
    ``contentCreated`` is taken, then ``versionCreated``, which in any case is when it was last modified.

    >>> list(articles_from_newsml(b"<packageItem/>", place="feed.xml"))
    [Unread(place='feed.xml', reason='This is a package, which only lists other items: it was skipped.')]
    """
    try:
        root, flaws = parsed(data)
    except MarkupError as error:
        yield Unread(place, str(error))
        return
    if name_of(root) != "newsmessage":
        yield _item(root, flaws, place)
        return
    number = 0
    for number, sent in enumerate(root.iterfind("{*}itemSet/*"), start=1):
        yield _item(sent, flaws, f"{place}, item {number}")
    if not number:
        yield Unread(place, "There is no item in this message.")


def _item(root: Element, flaws: tuple[Flaw, ...], place: str) -> Item:
    if (name := name_of(root)) != "newsitem":
        return Unread(
            place, NO_NEWS.get(name, f"<{name[:40]}> is no news item of NewsML-G2: it was skipped.")
        )
    try:
        title, author, text = _content(root)
        known = _known(root, title, author)
        if not text and known["status"] != "withdrawn":
            return Unread(place, _wordless(root))
    except MarkupError as error:
        return Unread(place, str(error))
    return item(text or known["title"] or "", known, flaws)


def _content(root: Element) -> tuple[str, str | None, str]:
    """Headline, author and text, of the first rendition that has a text."""
    headline = _main(root, "{*}contentMeta/{*}headline") or words_of(root.find("{*}itemMeta/{*}title"))
    for content in root.iterfind("{*}contentSet/*"):
        if name_of(content) == "inlinexml":
            for inner in content:
                title, author, text = _inline(inner, headline)
                if text:
                    return title, author, text
        elif name_of(content) == "inlinedata" and not content.get("encoding"):
            body = "".join(content.itertext())
            text = told(headline, _data(body, content.get("contenttype", "")))
            if body.strip():
                return headline, None, text
    return headline, None, ""


def _inline(inner: Element, headline: str) -> tuple[str, str | None, str]:
    if name_of(inner) == "nitf":
        story = printed(inner)
        text = story.text if story.headline or not story.text else told(headline, [story.text])
        return story.headline or headline, story.author, text
    title = headline or words_of(inner.find("{*}head/{*}title"))
    body = paragraphs(inner)
    return title, None, told(title, body) if body else ""


def _data(body: str, kind: str) -> list[str]:
    return paragraphs_of_html(body) if "html" in kind.lower() else [body]


def _known(root: Element, title: str, author: str | None) -> Known:
    guid = (root.get("guid") or "").strip()
    published, how = first_date({name: words_of(root.find(path)) for name, path in DATES.items()})
    signals = [_code(signal) for signal in root.iterfind("{*}itemMeta/{*}signal")]
    back = "withdrawn" if takes_back(signals) else status_of(_code(root.find("{*}itemMeta/{*}pubStatus")))
    notes = " ".join(words_of(note) for note in root.iterfind("{*}itemMeta/{*}edNote"))
    language = root.find("{*}contentMeta/{*}language")
    outlet = _named(root.find("{*}itemMeta/{*}provider")) or _named(root.find(".//{*}copyrightHolder"))
    return Known(
        guid=guid or None,
        url=url_of(guid),
        title=title or None,
        author=author or _author(root),
        published=published,
        published_how=how,
        modified=words_of(root.find(DATES["newsml versionCreated"])) or None,
        language=(language.get("tag") if language is not None else None) or root.get(LANGUAGE),
        outlet=outlet or None,
        credit=_credit(root),
        status="withdrawn" if back == "withdrawn" else "usable",
        supersedes=tuple(dict.fromkeys(name for name in _earlier(root) if name != guid)),
        note=note_of(signals, notes),
    )


def _earlier(root: Element) -> Iterator[str]:
    """The items that this one says it replaces: links to a previous version, not to what to see as well."""
    for link in root.iterfind("{*}itemMeta/{*}link"):
        name = link.get("residref") or link.get("href") or ""
        if code_of(link.get("rel") or link.get("reluri")) in REPLACING and name.strip():
            yield name.strip()


def _author(root: Element) -> str | None:
    by = [without_by(words_of(line)) for line in root.iterfind("{*}contentMeta/{*}by")]
    names = by or [_named(creator) for creator in root.iterfind("{*}contentMeta/{*}creator")]
    return ", ".join(filter(None, names)) or None


def _credit(root: Element) -> str | None:
    line = words_of(root.find("{*}contentMeta/{*}creditline"))
    sources = [_named(source) for source in root.iterfind("{*}contentMeta/{*}infoSource")]
    return line or ", ".join(filter(None, sources)) or None


def _main(root: Element, path: str) -> str:
    """The words of the main one of several elements: the first without a role, else the first."""
    found = list(root.iterfind(path))
    plain = [here for here in found if code_of(here.get("role")) in {"", "main"}]
    return next((words for here in [*plain, *found] if (words := words_of(here))), "")


def _code(element: Element | None) -> str:
    return (
        "" if element is None else element.get("qcode") or element.get("uri") or element.get("literal") or ""
    )


def _named(element: Element | None) -> str:
    """What a party is called: its name, else the literal or the code that stands for it ("nprov:AFP")."""
    if element is None:
        return ""
    code = element.get("literal") or (element.get("qcode") or "").rpartition(":")[2]
    return words_of(element.find("{*}name")) or " ".join(code.split())


def _wordless(root: Element) -> str:
    kind = code_of(_code(root.find("{*}itemMeta/{*}itemClass")))
    if kind not in {"", "text"}:
        return f"This news item is of the kind {kind[:40]!r} and has no text."
    return "There is no text in this news item: its content may be elsewhere."
