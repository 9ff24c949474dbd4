"""What a web page states of itself: headline, author, outlet, dates, language and address.

Only statements are read, never guesses: a date in the prose, or the newest date on the page, is not when it
was published. Each comes from the first place in a fixed order that has it, and the date says which.

JSON-LD: https://schema.org/NewsArticle; meta: https://ogp.me, https://www.dublincore.org/specifications/.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Any, TypeAlias
from urllib.parse import urljoin

from msgspec import Struct

from onrecord.ingest.moments import as_iso
from onrecord.ingest.story import without_by
from onrecord.ingest.text import iso_date

Element: TypeAlias = Any  # of lxml.html, which has no types

MAX_HEADINGS = 20
MAX_JSON = 2**20  # characters of one JSON-LD script
MAX_OBJECTS = 500  # objects in the JSON-LD of a page
LONGEST = 500  # characters of a headline, a name or an address

ARTICLES = re.compile(r"Article$|Posting$|^Report$|^Report\w*Article$")
# The names of meta elements, the surest first.
PUBLISHED = tuple(
    "article:published_time datepublished og:article:published_time parsely-pub-date sailthru.date"
    " dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date dcterms.date pubdate"
    " publish-date publish_date publication_date citation_publication_date article.published"
    " cxenseparse:recs:publishtime date".split()
)
MODIFIED = tuple(
    "article:modified_time datemodified og:updated_time dcterms.modified dc.date.modified lastmod"
    " last-modified".split()
)
AUTHOR = tuple("author article:author byl parsely-author sailthru.author dc.creator dcterms.creator".split())
OUTLET = tuple(
    "og:site_name application-name dc.publisher dcterms.publisher publisher article:publisher".split()
)
TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline")
IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:/|-|$)")
IS_PUBLISHED = re.compile(r"publish|posted|pubdate|entry-date", re.IGNORECASE)
IS_UPDATED = re.compile(r"updat|modif", re.IGNORECASE)
ASIDE = frozenset({"aside", "nav", "footer", "li"})
SITE = re.compile(r"\s+[-–—|·•»:]\s+")
SPACES = re.compile(r"\s+")


class Stated(Struct, frozen=True):
    """What a page states of itself; None where it does not. ``body`` is its article as JSON-LD has it."""

    headline: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_how: str | None = None
    modified: str | None = None
    language: str | None = None
    url: str | None = None
    body: str | None = None


def stated(tree: Element, url: str | None) -> Stated:
    """What the page ``tree``, which came from ``url``, states of itself."""
    linked = _linked(tree)
    meta = _meta(tree)
    address = _address(tree, meta, url)
    outlet = _first(_named(linked.get("publisher")), *(meta.get(name) for name in OUTLET))
    author = _first(_named(linked.get("author")), *(_no_url(meta.get(name)) for name in AUTHOR))
    published, how = _published(tree, linked, meta, address or url)
    return Stated(
        headline=_headline(tree, linked, meta, outlet),
        author=without_by(author) if author else None,
        outlet=_no_url(outlet),
        published=published,
        published_how=how,
        modified=_first(as_iso(linked.get("dateModified")), *(as_iso(meta.get(name)) for name in MODIFIED)),
        language=_language(tree, linked, meta),
        url=address or url,
        body=_prose(linked.get("articleBody")),
    )


def _linked(tree: Element) -> dict[str, object]:
    """The article in the JSON-LD of the page; of several the one that states most, the first of equals."""
    found: list[dict[str, object]] = []
    for script in tree.iter("script"):
        kind = (script.get("type") or "").strip().lower()
        text = script.text
        if kind.startswith("application/ld+json") and text and len(text) <= MAX_JSON:
            found += [value for value in _objects(text) if _is_article(value)]
    fields = ("headline", "datePublished", "articleBody", "author")
    return max(found, key=lambda value: sum(bool(value.get(field)) for field in fields), default={})


def _objects(text: str) -> Iterator[dict[str, object]]:
    """The objects of a JSON-LD script that stand on their own or in its graph."""
    try:
        ahead: list[object] = [
            json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        ]
    except (ValueError, RecursionError):
        return
    for _ in range(MAX_OBJECTS):
        if not ahead:
            return
        value = ahead.pop(0)
        if isinstance(value, list):
            ahead = [*value[:MAX_OBJECTS], *ahead]
        elif isinstance(value, dict):
            yield value
            ahead += [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]


def _is_article(value: dict[str, object]) -> bool:
    kinds = value.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and ARTICLES.search(kind) for kind in named)


def _meta(tree: Element) -> dict[str, str]:
    """The ``meta`` elements, by name in lower case; of several with one name the first."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _line(element.get("content"))
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _address(tree: Element, meta: dict[str, str], url: str | None) -> str | None:
    """The address the page gives itself: where it may be found in several, that is the one to know it by."""
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and (
            address := web_address(link.get("href"), url)
        ):
            return address
    return web_address(meta.get("og:url"), url)


def web_address(address: str | None, base: str | None) -> str | None:
    """The http(s) address that ``address`` is on a page at ``base``; None for what is none."""
    try:
        whole = urljoin(base or "", (address or "").strip())
    except ValueError:
        return None
    return whole if address and whole.startswith(("http://", "https://")) and len(whole) < 2000 else None


def _published(
    tree: Element, linked: dict[str, object], meta: dict[str, str], url: str | None
) -> tuple[str | None, str | None]:
    """When the page was published, and where it says so."""
    for field in ("datePublished", "dateCreated"):
        if moment := as_iso(linked.get(field)):
            return moment, f"JSON-LD {field}"
    for name in PUBLISHED:
        if moment := as_iso(meta.get(name)):
            return moment, f"meta {name}"
    if moment := _time(tree):
        return moment, "time element"
    if found := IN_URL.search(url or ""):
        year, month, day = map(int, found.groups())
        if moment := iso_date(f"{year:04}-{month:02}-{day:02}")[0]:
            return moment, "url"
    return None, None


def _time(tree: Element) -> str | None:
    """The ``time`` element that says it is the date of publication, or else the first below the headline.

    Lists of other stories have such elements too, and so has what was updated.
    """
    times = [element for element in tree.iter("time") if as_iso(element.get("datetime"))]
    for element in times:
        about = " ".join(
            filter(None, (element.get("itemprop"), element.get("class"), element.get("pubdate")))
        )
        if element.get("pubdate") is not None or IS_PUBLISHED.search(about):
            return as_iso(element.get("datetime"))
    headings = islice(tree.iter("h1"), MAX_HEADINGS)
    articles = {around for heading in headings for around in heading.iterancestors("article", "main")}
    for element in times:
        around = list(element.iterancestors())
        listed = any(parent.tag in ASIDE for parent in around)
        near = " ".join(filter(None, (element.get("class"), element.getparent().text)))
        if articles.intersection(around) and not listed and not IS_UPDATED.search(near[-80:]):
            return as_iso(element.get("datetime"))
    return None


def _headline(
    tree: Element, linked: dict[str, object], meta: dict[str, str], outlet: str | None
) -> str | None:
    """The headline as readers see it: the ``h1`` that other titles repeat, or the article's only one.

    Where there is none it is such a title. Many a site has its own name in an ``h1``.
    """
    window = _text(tree.find(".//title"))
    named = [_unescaped(linked.get("headline")), *(meta.get(name) for name in TITLE), window]
    given = [title for title in named if title]
    heads = {_words(part) for title in given for part in (title, SITE.split(title)[0])}
    site = _words(SITE.split(window)[-1]) if window else ""
    shown = [(heading, _text(heading)) for heading in islice(tree.iter("h1"), MAX_HEADINGS)]
    titles = [(heading, title) for heading, title in shown if title and _words(title) not in {site, outlet}]
    for _, title in titles or [(None, title) for _, title in shown if title]:
        if _words(title) in heads:
            return title
    inside = [
        title for heading, title in titles if next(heading.iterancestors("article", "main"), None) is not None
    ]
    if len(inside) == 1 or (len(titles) == 1 and given == [window]):
        return inside[0] if inside else titles[0][1]
    if given:
        return _without_site(given[0], outlet)
    return titles[0][1] if titles else None


def _without_site(title: str, outlet: str | None) -> str:
    """``Cod quota cut - Courier`` without the outlet's name, where that is what stands there."""
    parts = SITE.split(title)
    if outlet and len(parts) > 1 and _words(parts[-1]) in _words(outlet):
        return title[: title.rindex(parts[-1])].rstrip(" -–—|·•»:")
    return title


def _language(tree: Element, linked: dict[str, object], meta: dict[str, str]) -> str | None:
    root = tree.getroottree().getroot()
    given = (root.get("lang"), root.get("xml:lang"), linked.get("inLanguage"), meta.get("og:locale"))
    found = _first(*given, meta.get("language"))
    tag = (found or "").replace("_", "-").split(",")[0].strip()
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}", tag) else None


def _named(value: object) -> str | None:
    """The name, or the names with commas, of a person or an organization in JSON-LD."""
    values = value if isinstance(value, list) else [value]
    names = [entry.get("name") if isinstance(entry, dict) else entry for entry in values[:20]]
    whole = [_no_url(_unescaped(name[0] if isinstance(name, list) and name else name)) for name in names]
    return ", ".join(dict.fromkeys(filter(None, whole))) or None


def _prose(value: object) -> str | None:
    return unescape(value).strip() or None if isinstance(value, str) else None


def _unescaped(value: object) -> str | None:
    """A string of JSON-LD in one line; many are escaped as if they stood in HTML."""
    return _line(unescape(value)) if isinstance(value, str) else None


def _line(value: object) -> str | None:
    """A string in one line, or None for what is none or too long to be a name."""
    if not isinstance(value, str):
        return None
    line = SPACES.sub(" ", value).strip()
    return line if line and len(line) <= LONGEST else None


def _text(element: Element | None) -> str | None:
    return None if element is None else _line("".join(element.itertext()))


def _no_url(value: str | None) -> str | None:
    return None if value and value.startswith(("http://", "https://", "@", "www.")) else value


def _words(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.lower())) or title


def _first(*values: object) -> str | None:
    return next((value for value in map(_line, values) if value), None)
