"""XML and HTML -> elements and paragraphs, whatever was sent.

XML is read through defusedxml: no entity may be declared, none is fetched, so that nothing in a file can
grow when it is read or reach another one. What a hostile file can still do, it does by its mere size; that
is bounded before a tree is built.
"""

import re
from html.entities import html5
from xml.etree.ElementTree import Element, TreeBuilder

from onrecord.article import Flaw
from onrecord.ingest.charsets import decode_markup
from onrecord.ingest.decode import MAX_BYTES, too_large
from onrecord.ingest.oddities import CONTROL, REPLACEMENT, flaws_at

MAX_TAGS = 1_000_000  # an element takes some 200 bytes of memory, and as few as three in a file
MAX_DEPTH = 200  # elements in one another; a page has some thirty
OVERLONG = re.compile(rb"<[^<]{4000000}")  # a tag of a million attributes, or a picture in the file itself
MAX_ATTRIBUTES = 1_000  # libxml2 compares each with all others of its tag; pages have some twenty
TAG = re.compile(r"""(<[a-zA-Z][^\s/>]*+)((?:=\s*+"[^"]*+"|=\s*+'[^']*+'|[^>])*+)""")
VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
ATTRIBUTE = re.compile(r"[^\s/=]+")
NAMED = {name[:-1]: char for name, char in html5.items() if name.endswith(";")}
NOT_IN_XML = re.compile(f"{CONTROL.pattern}|[\ud800-\udfff\ufffe\uffff]")

BLOCKS = frozenset(
    """
    abstract address article aside block blockquote body body.content body.end body.head bq byline dateline
    dd details div dl dt figcaption footer h1 h2 h3 h4 h5 h6 header hedline hl1 hl2 hr html li main nitf ol
    p pre section summary table tagline tbody tfoot thead tr ul
    """.split()
)
NOT_PROSE = frozenset(
    """
    applet audio bibliography button canvas datasource del embed figure form frameset head iframe img media
    menu nav noscript object s script select strike style svg template textarea title video
    """.split()
)
CELLS = frozenset({"td", "th"})
QUOTATION_MARKS = frozenset("\"'“”„«»‘’")


class MarkupError(Exception):
    """Markup that cannot be read; its words are the reason of an `Unread`."""


def parsed(data: bytes) -> tuple[Element, tuple[Flaw, ...]]:
    """The root element of an XML document, and what was odd about its bytes.

    A document is read as it says it is encoded; where it is not, or names what the parser does not know, it
    is read as a page would be (see `decode_markup`), since agencies do send Windows-1252 as UTF-8.

    Raises `MarkupError`, and nothing else.
    """
    if len(data) > MAX_BYTES:
        raise MarkupError(too_large("It"))
    if data.count(b"<") > MAX_TAGS or OVERLONG.search(data):
        raise MarkupError("This XML has too many or too large elements to be read. Split it.")
    try:
        return _tree(data.lstrip(b" \t\r\n")), ()
    except _EncodingError as error:
        return _second_try(data, str(error))


def name_of(element: Element) -> str:
    """The name of an element without its namespace, in lower case; "" for a comment."""
    tag: object = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def words_of(element: Element | None) -> str:
    """The words of an element in one line.

    >>> words_of(parsed(b"<byline>By <person>Jane  Doe</person></byline>")[0])
    'By Jane Doe'
    """
    return "" if element is None else " ".join("".join(element.itertext()).split())


def paragraphs(element: Element) -> list[str]:
    """The prose in an element of NITF or XHTML, a string a paragraph.

    Text belongs to the innermost block around it. A line break stays one; two begin a new paragraph. What
    is no prose (pictures and their captions, scripts, forms) is left out; a row of a table makes a line.

    >>> paragraphs(parsed(b"<div>Oslo<p>Norway <b>cut</b><br/>its quota.</p> Moe agreed.</div>")[0])
    ['Oslo', 'Norway cut\\nits quota.', 'Moe agreed.']
    """
    prose = _Prose()
    ahead: list[tuple[Element, bool]] = [(element, True)]
    while ahead:
        here, entering = ahead.pop()
        if not entering:
            prose.close(name_of(here))
            prose.add(here.tail if here is not element else None)
            continue
        name = name_of(here)
        if not name or name in NOT_PROSE:
            prose.add(here.tail if here is not element else None)
            continue
        prose.open(name)
        prose.add(here.text)
        ahead.append((here, False))
        ahead += [(child, True) for child in reversed(here)]
    return prose.paragraphs()


def paragraphs_of_html(html: str) -> list[str]:
    """The prose in a piece of HTML, however badly it is written, with its entities read.

    >>> paragraphs_of_html("<p>Cod &amp; haddock<p>No &ldquo;deal&rdquo;<script>x()</script>")
    ['Cod & haddock', 'No “deal”']

    Raises `MarkupError` where the HTML is too large or too deeply nested to be read to its end.
    """
    from lxml import etree  # type: ignore[import-untyped]

    if html.count("<") > MAX_TAGS or len(html) > MAX_BYTES:
        raise MarkupError("This HTML has too many elements to be read.")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    whole = slimmed(NOT_IN_XML.sub(REPLACEMENT, html))
    root = etree.fromstring(f"<html><body>{whole}</body></html>".encode(), parser)
    if root is None or any(error.level_name == "FATAL" for error in parser.error_log):
        raise MarkupError("This HTML is nested too deeply, or too long, to be read.")
    return paragraphs(root)


def slimmed(html: str) -> str:
    """HTML in which a tag with more than `MAX_ATTRIBUTES` has none, for libxml2 takes hours to read it.

    >>> slimmed("<p class='lead'>Cod</p>")
    "<p class='lead'>Cod</p>"
    """
    return TAG.sub(_slim, html)


def _slim(tag: "re.Match[str]") -> str:
    if len(tag[2]) <= 2 * MAX_ATTRIBUTES:
        return tag[0]
    many = len(ATTRIBUTE.findall(VALUE.sub(" ", tag[2]))) > MAX_ATTRIBUTES
    return tag[1] if many else tag[0]


class _EncodingError(Exception):
    """What may be a matter of encoding: a second try is worth it."""


class _Bounded(TreeBuilder):
    """Builds a tree, and stops where it gets too deep for whoever walks it."""

    depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise MarkupError("This XML is nested too deeply to be an article.")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self.depth -= 1
        return super().end(tag)


class _Prose:
    """Gathers words into paragraphs while somebody walks the markup."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._words: list[str] = []
        self._quotes: list[int] = []  # where in the words a quotation begins
        self._preformatted = 0

    def open(self, name: str) -> None:
        if name in BLOCKS:
            self._end()
        elif name == "br":
            self._words.append("\0")
        elif name in CELLS:
            self._words.append(" ")
        elif name == "q":
            self._quotes.append(len(self._words))
            self._words.append("")
        self._preformatted += name == "pre"

    def close(self, name: str) -> None:
        if name in BLOCKS:
            self._end()
        elif name == "q" and self._quotes:
            start = self._quotes.pop()
            first = next((words.lstrip()[0] for words in self._words[start:] if words.strip()), "")
            if first and first not in QUOTATION_MARKS:
                self._words[start] = "“"
                self._words.append("”")
        self._preformatted -= name == "pre"

    def add(self, words: str | None) -> None:
        if words:
            words = words.replace("\0", REPLACEMENT)
            self._words.append(words.replace("\n", "\0") if self._preformatted else words)

    def paragraphs(self) -> list[str]:
        self._end()
        return self._done

    def _end(self) -> None:
        lines = [" ".join(line.split()) for line in "".join(self._words).split("\0")]
        self._words, self._quotes = [], []
        for part in "\n".join(lines).split("\n\n"):
            if part.strip():
                self._done.append(part.strip())


def _tree(data: bytes, encoding: str | None = None) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    parser = DefusedXMLParser(target=_Bounded(), encoding=encoding)
    parser.entity.update(NAMED)  # "&nbsp;" is of a DTD that is not fetched
    try:
        parser.feed(data)
        root = parser.close()
    except DefusedXmlException:
        raise MarkupError("This XML declares entities, which are not read: they can hide anything.") from None
    except ParseError as error:
        raise _EncodingError(f"This is not well-formed XML: {error}.") from None
    except (LookupError, ValueError) as error:
        raise _EncodingError(f"This XML cannot be read: {error}.") from None
    if not isinstance(root, Element):
        raise MarkupError("There is no element in this XML.")
    return root


def _second_try(data: bytes, reason: str) -> tuple[Element, tuple[Flaw, ...]]:
    text, flaws = decode_markup(data)
    if flaws and not text:
        raise MarkupError(flaws[0].detail)
    controls = [match.start() for match in NOT_IN_XML.finditer(text)]
    odd = flaws_at("control_character", controls, "Characters that XML may not hold became U+FFFD")
    clean = NOT_IN_XML.sub(REPLACEMENT, text.lstrip("\ufeff \t\r\n"))
    try:
        root = _tree(clean.encode(), "utf-8")
    except _EncodingError:
        raise MarkupError(reason) from None
    return root, tuple(Flaw(flaw.kind, 0, 0, f"In the XML: {flaw.detail}") for flaw in (*flaws, *odd))
