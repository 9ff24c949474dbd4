"""A reading -> what a page in a browser says of it, in the order and the words of the page."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from msgspec import Struct

from onrecord.reading import Reading
from onrecord.show import proofs
from onrecord.show.chain import steps
from onrecord.show.claims import by_statement, told
from onrecord.show.entries import Known, Person, Said, entries, people
from onrecord.show.events import Events, by_event
from onrecord.show.headline import Differs, Undated, differs, undated
from onrecord.show.order import nested
from onrecord.show.people import agents_of
from onrecord.show.pieces import Stretch, drawn
from onrecord.show.totals import counted, totals
from onrecord.show.visible import one_line, shortened
from onrecord.show.when import interval

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class View(Struct, frozen=True):
    """One article of the page, ``number`` in it.

    ``numbers`` gives, by the number of a claim, that of the statement it is part of.
    """

    number: int
    title: str
    language: str | None
    facts: tuple[str, ...]
    published: str | None
    url: str | None
    undated: Undated | None
    differs: Differs | None
    head: tuple[Stretch, ...]
    paragraphs: tuple[tuple[Stretch, ...], ...]
    events: Events
    numbers: Mapping[int, int]
    times: tuple[tuple[str, str], ...]
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
    claims = told(reading)
    headline, guess = differs(reading), undated(reading)
    rests = (
        *proofs.of_chains(chains, article.text),
        *proofs.of_claims(reading),
        *proofs.of_headline(headline),
        *proofs.of_date(guess),
    )
    paragraphs, noted = drawn(reading, rests)
    places = {statement.id: number for number, statement in enumerate(reading.statements, start=1)}
    head = paragraphs.pop(0) if paragraphs and paragraphs[0][-1].kind == "headline" else ()
    language = article.language
    return View(
        number=number,
        title=title(reading),
        language=language if language and LANGUAGE.fullmatch(language) else None,
        facts=tuple(one_line(fact) for fact in (article.outlet, article.author) if fact),
        published=one_line(article.published) if article.published else None,
        url=_link(article.url),
        undated=guess,
        differs=headline,
        head=head,
        paragraphs=tuple(paragraphs),
        events=by_event(reading, claims),
        numbers={each.number: places[id] for each in claims if (id := each.claim.statement) in places},
        times=tuple(_times(reading)),
        said=entries(reading, Known(agents, chains, by_statement(claims), noted), by_speaker=by_speaker),
        people=people(reading, agents),
        found=counted(len(reading.statements), "statement"),
        totals=totals(reading),
        flaws=tuple(one_line(flaw.detail) for flaw in reading.flaws),
    )


def _times(reading: Reading) -> Iterator[tuple[str, str]]:
    """The article's words for times, and the days that they stand for, where they stand for some."""
    for time in reading.times:
        words = shortened(one_line(reading.article.text[time.start : time.end]).strip(), 80)
        days = interval(time.earliest, time.latest) or one_line(time.value or "")
        if words and days:
            yield words, days


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
