"""What the formats of agencies have in common: the same few facts about a story, and a text to make of it."""

import re
from collections.abc import Iterable, Mapping
from typing import TypedDict

from onrecord.article import Flaw, Status
from onrecord.ingest.headline import same_words
from onrecord.ingest.text import article_from_text, iso_date
from onrecord.ingest.unread import Item

BY = re.compile(r"(?:by|von|par|por|di|av)\s+(?=\S)", re.IGNORECASE)
URL = re.compile(r"https?://\S+", re.IGNORECASE)
TAKEN_BACK = frozenset({"canceled", "cancelled", "withheld", "withdrawn", "killed", "kill"})
SIGNALS = {"correction": "Correction", "update": "Update", "clarification": "Clarification"}
TAKING_BACK = frozenset({"kill", "withdrawal", "retraction", "cancel"})


class Known(TypedDict, total=False):
    """What an input may say of an article beside its text: the keywords of `article_from_text`."""

    id: str | None
    url: str | None
    outlet: str | None
    title: str | None
    author: str | None
    published: str | None
    language: str | None
    published_how: str | None
    modified: str | None
    guid: str | None
    status: Status
    supersedes: tuple[str, ...]
    note: str | None
    credit: str | None


def item(text: str, known: Known, flaws: tuple[Flaw, ...] = ()) -> Item:
    """The article of ``text`` with what is ``known``, and ``flaws`` before those of the text."""
    article, odd = article_from_text(text, **known)
    return article, (*flaws, *odd)


def told(headline: str | None, paragraphs: Iterable[str]) -> str:
    """Headline and paragraphs as one text, a blank line between each.

    Many publishers repeat the headline at the head of the body, where a second one would be read as prose.

    >>> told("Cod quota cut", ["Cod quota cut.", "Norway cut its quota."])
    'Cod quota cut\\n\\nNorway cut its quota.'
    """
    parts = [part for part in map(str.strip, paragraphs) if part]
    head = (headline or "").strip()
    if head and parts and same_words(parts[0], head):
        parts = parts[1:]
    return "\n\n".join([head, *parts] if head else parts)


def without_by(byline: str) -> str:
    """The names of a byline.

    >>> without_by("By Jane Doe")
    'Jane Doe'
    """
    return BY.sub("", byline.strip(), count=1) if BY.match(byline.strip()) else byline.strip()


def url_of(guid: str | None) -> str | None:
    """The identifier where it is an address too, as with some publishers it is."""
    return guid if guid and URL.fullmatch(guid.strip()) else None


def first_date(stated: Mapping[str, str | None]) -> tuple[str | None, str | None]:
    """The first of the dates that is one, with its name; else the first that there is, to be said.

    A date may be cut short where only the year is known ("1987"); a full one goes before it.

    >>> first_date({"contentCreated": "1987", "versionCreated": "2016-11-13"})
    ('2016-11-13', 'versionCreated')
    """
    there = [(value.strip(), name) for name, value in stated.items() if value and value.strip()]
    whole = [(value, name) for value, name in there if iso_date(value)[0]]
    return next(iter([*whole, *there]), (None, None))


def status_of(stated: str | None) -> Status:
    """The status that IPTC's pubStatus gives, as a code, a qcode or a URI.

    Withheld and canceled items are both taken back: nobody is to use them any more.

    >>> status_of("stat:canceled"), status_of("http://cv.iptc.org/newscodes/pubstatusg2/usable")
    ('withdrawn', 'usable')
    """
    return "withdrawn" if code_of(stated) in TAKEN_BACK else "usable"


def code_of(stated: str | None) -> str:
    """The code at the end of a qcode or a URI, in lower case.

    >>> code_of("sig:correction"), code_of("http://cv.iptc.org/newscodes/signal/update")
    ('correction', 'update')
    """
    return re.split(r"[:/#]", (stated or "").strip())[-1].casefold()


def note_of(signals: Iterable[str], words: str | None) -> str | None:
    """The publisher's word on this version: its note, behind the name of a signal that the note lacks.

    >>> note_of(["sig:correction"], "Adds name of minister")
    'Correction: Adds name of minister'
    """
    words = " ".join((words or "").split())
    named = [SIGNALS[code] for code in map(code_of, signals) if code in SIGNALS]
    new = [name for name in dict.fromkeys(named) if name[:7].casefold() not in words.casefold()]
    return ": ".join([*new, words] if words else new) or None


def takes_back(signals: Iterable[str]) -> bool:
    """Does one of the signals say that the item is taken back?"""
    return any(code in TAKING_BACK for code in map(code_of, signals))
