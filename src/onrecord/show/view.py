"""A reading -> what a page in a browser says of it, in the order and the words of the page."""

import re
from urllib.parse import urlsplit

from msgspec import Struct

from onrecord.reading import Reading
from onrecord.show.chain import steps
from onrecord.show.entries import Person, Said, entries, people
from onrecord.show.order import nested
from onrecord.show.people import agents_of
from onrecord.show.pieces import Stretch, drawn
from onrecord.show.totals import counted, totals
from onrecord.show.visible import one_line, shortened

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class View(Struct, frozen=True):
    """One article of the page, ``number`` in it."""

    number: int
    title: str
    language: str | None
    facts: tuple[str, ...]
    published: str | None
    url: str | None
    head: tuple[Stretch, ...]
    paragraphs: tuple[tuple[Stretch, ...], ...]
    said: tuple[Said, ...]
    people: tuple[Person, ...]
    found: str
    totals: str
    flaws: tuple[str, ...]


def view(reading: Reading, number: int, *, by_speaker: bool = False) -> View:
    """The article of ``reading`` with its statements, as the ``number``-th of a page."""
    reading = nested(reading)
    article = reading.article
    agents = agents_of(reading)
    chains = [steps(statement, agents, article.text) for statement in reading.statements]
    paragraphs, noted = drawn(reading, chains)
    head = paragraphs.pop(0) if paragraphs and paragraphs[0][-1].kind == "headline" else ()
    language = article.language
    return View(
        number=number,
        title=title(reading),
        language=language if language and LANGUAGE.fullmatch(language) else None,
        facts=tuple(one_line(fact) for fact in (article.outlet, article.author) if fact),
        published=one_line(article.published) if article.published else None,
        url=_link(article.url),
        head=head,
        paragraphs=tuple(paragraphs),
        said=entries(reading, agents, chains, noted, by_speaker=by_speaker),
        people=people(reading, agents),
        found=counted(len(reading.statements), "statement"),
        totals=totals(reading),
        flaws=tuple(one_line(flaw.detail) for flaw in reading.flaws),
    )


def title(reading: Reading) -> str:
    """The article's title, or its first words."""
    stated = one_line(reading.article.title or "").strip()
    return stated or shortened(one_line(reading.article.text[:200]).strip(), 80) or "Empty article"


def _link(url: str | None) -> str | None:
    """``url`` if a browser opens it as a page: an article's own metadata may say "javascript:"."""
    try:
        scheme = urlsplit(url or "").scheme
    except ValueError:
        return None
    return url if url and scheme in {"http", "https"} and url == one_line(url).strip() else None
