"""IPTC's news in JSON -> articles: ninjs 1.x, 2.x and 3.x, which differ in names more than in meaning.

1.x writes ``body_text``, ``body_xhtml`` and ``byline``; from 2.0 on there are lists (``bodies``,
``headlines``) and ``by``; 3.x writes names like ``versionCreated`` where the others have
``versioncreated``. Names are therefore read without their case. Objects that are associated with this one
(pictures, earlier stories) are not read, and ``located`` is no part of a text.
https://iptc.org/std/ninjs/
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from onrecord.article import Flaw
from onrecord.ingest.markup import MarkupError, paragraphs_of_html
from onrecord.ingest.story import (
    Known,
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

NAMES = frozenset(
    "versioncreated firstcreated contentcreated pubstatus headlines bodies associations".split()
)
PREFIXES = ("body_", "description_", "headline_")
OURS = frozenset({"text", "body", "article"})  # of JSON lines that are an article each
MARKUP = re.compile(r"<(?:p|div|br|html|body|section|article|h[1-6]|ul|nitf)\b[^<>]{0,200}>", re.IGNORECASE)
BODIES = ("xhtml", "html5", "html", "richhtml5", "text")  # with paragraphs first: a plain text may have none
DATES = ("firstcreated", "contentcreated", "versioncreated")


def is_ninjs(value: object) -> bool:
    """Is this a ninjs object: something with an identifier and with names that only ninjs has?

    >>> is_ninjs({"uri": "urn:cod:1", "pubStatus": "usable"}), is_ninjs({"uri": "urn:cod:1", "text": "Cod."})
    (True, False)
    """
    if not isinstance(value, Mapping):
        return False
    names = {name.lower() for name in value if isinstance(name, str)}
    if not OURS.isdisjoint(names) or not names & {"uri", "guid"}:
        return False
    return not NAMES.isdisjoint(names) or any(name.startswith(PREFIXES) for name in names)


def article_from_ninjs(value: Mapping[str, object], *, place: str) -> Item:
    """The article of one ninjs object, or why there is none: a picture has no words.

    As in NewsML-G2, the first version's date goes before the content's, and that before this version's. An
    item that is taken back is an article even without words, since others have to hear of it.

    >>> ninjs = {"uri": "urn:cod:1", "headlines": [{"value": "Cod"}], "bodies": [{"value": "It is gone."}]}
    >>> article_from_ninjs(ninjs, place="x")[0].text
    'Cod\\n\\nIt is gone.'
    """
    names = {name.lower(): name for name in value}
    fields = {low: value[name] for low, name in names.items()}
    headline = " ".join(_headline(fields).split())
    body, flaws = _body(fields)
    known = _known(fields, {low: names[low] for low in DATES if low in names})
    if not body and known["status"] != "withdrawn":
        kind = _string(fields.get("type"))
        what = f"is of the type {kind[:40]!r} and has" if kind not in {"", "text"} else "has"
        return Unread(place, f"This ninjs object {what} no text.")
    known["title"] = headline or None
    return item(told(headline, body), known, flaws)


def _known(fields: Mapping[str, object], dates: Mapping[str, str]) -> Known:
    guid = _string(fields.get("uri")) or _string(fields.get("guid"))
    published, how = first_date({f"ninjs {name}": _string(fields.get(low)) for low, name in dates.items()})
    signals = list(_strings(fields.get("signals"), "uri", "value", "name"))
    sources = chain.from_iterable(
        _strings(fields.get(name), "name") for name in ("infosources", "infosource", "source")
    )
    back = takes_back(signals) or status_of(_string(fields.get("pubstatus"))) == "withdrawn"
    outlet = next(_strings([fields.get("copyrightholder"), fields.get("source")], "name"), None)
    credit = _string(fields.get("creditline")) or ", ".join(dict.fromkeys(sources))
    by = without_by(_string(fields.get("by")) or _string(fields.get("byline")))
    return Known(
        guid=guid,
        url=url_of(guid),
        author=by or ", ".join(_strings(fields.get("bylines"), "byline", "name")),
        outlet=outlet,
        credit=credit if credit != outlet else None,
        language=_string(fields.get("language")),
        published=published,
        published_how=how,
        modified=_string(fields.get("versioncreated")),
        status="withdrawn" if back else "usable",
        supersedes=tuple(name for name in _strings(fields.get("replacing"), "uri") if name != guid),
        note=note_of(signals, " ".join(_strings(fields.get("ednote"), "value"))),
    )


def _headline(fields: Mapping[str, object]) -> str:
    """The main headline, in plain words: 1.x has one and names the others "headline_...", 2.x has a list."""
    listed = [one for one in _objects(fields.get("headlines")) if _string(one.get("value"))]
    main = sorted(listed, key=lambda one: _string(one.get("role")).lower() not in {"", "main"})
    headline = _string(fields.get("headline")) or next((_string(one.get("value")) for one in main), "")
    headline = headline or _string(fields.get("title"))
    return " ".join(_paragraphs(headline, "")[0]) if MARKUP.search(headline) else headline


def _body(fields: Mapping[str, object]) -> tuple[list[str], tuple[Flaw, ...]]:
    """The paragraphs of the best body; one that cannot be read gives way to the next, with a flaw."""
    flaws: tuple[Flaw, ...] = ()
    for kind, words in [*_old_bodies(fields), *_new_bodies(fields)]:
        found, odd = _paragraphs(words, kind)
        flaws += odd
        if found:
            return found, flaws
    return [], flaws


def _old_bodies(fields: Mapping[str, object]) -> Iterable[tuple[str, str]]:
    """1.x: the purpose or the form of a body is in its name."""
    kinds = [name.removeprefix("body_") for name in fields if name.startswith("body_")]
    for kind in sorted(kinds, key=lambda kind: (BODIES.index(kind) if kind in BODIES else len(BODIES), kind)):
        yield kind, _string(fields[f"body_{kind}"])


def _new_bodies(fields: Mapping[str, object]) -> Iterable[tuple[str, str]]:
    """2.x and 3.x: markup before plain text, and of the same form the main one first."""
    bodies: list[tuple[bool, bool, int, str, str]] = []
    for one in _objects(fields.get("bodies")):
        named = {name.lower(): value for name, value in one.items()}
        kind, role = _string(named.get("contenttype")).lower(), _string(named.get("role")).lower()
        words = _string(named.get("value"))
        bodies.append((not _is_markup(kind, words), role not in {"", "main"}, len(bodies), kind, words))
    for _, _, _, kind, words in sorted(bodies):
        yield kind, words


def _is_markup(kind: str, words: str) -> bool:
    """Is a body markup: by what is said of it, else by its looks?"""
    if kind in {"text", "text/plain"}:
        return False
    return "html" in kind or "xml" in kind or MARKUP.search(words) is not None


def _paragraphs(words: str, kind: str) -> tuple[list[str], tuple[Flaw, ...]]:
    if not _is_markup(kind, words):
        return ([words] if words.strip() else []), ()
    try:
        return paragraphs_of_html(words), ()
    except MarkupError as error:
        return [], (Flaw("unread_body", 0, 0, f"A body of this object was left out. {error}"),)


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _objects(value: object) -> list[Mapping[str, object]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _strings(value: object, *names: str) -> Iterator[str]:
    """The strings that ``value`` is or holds; those of objects under the first of ``names`` there is."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and one.strip():
            yield one.strip()
        elif isinstance(one, Mapping):
            found = (_string(one.get(name)).strip() for name in names)
            yield from filter(None, [next(filter(None, found), "")])
