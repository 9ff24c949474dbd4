"""Who published an article, when and as what: all that is needed to put copies in order."""

from datetime import UTC, date, datetime, time

from msgspec import Struct

from onrecord.article import Article
from onrecord.knowledge import Knowledge
from onrecord.record.same.agency import Credit, credited, folded

DAY = len("2031-05-03")
EARLIEST, LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


class Imprint(Struct, frozen=True):
    """One article without its text. ``credits`` are the agencies whose copy it says it is.

    ``supersedes`` are the urls and guids of earlier items that it corrects, replaces or takes back.
    """

    id: str
    outlet: str | None = None
    url: str | None = None
    guid: str | None = None
    published: str | None = None
    credits: tuple[Credit, ...] = ()
    supersedes: tuple[str, ...] = ()


def imprint(article: Article, known: Knowledge | None = None) -> Imprint:
    """The imprint of an article.

    >>> imprint(Article("a", "", outlet="Kestrel news agency", published="2031-05-03")).credits[0].how
    'outlet'
    """
    return Imprint(
        id=article.id,
        outlet=article.outlet,
        url=article.url,
        guid=article.guid,
        published=article.published,
        credits=credited(article, known),
        supersedes=article.supersedes,
    )


def same_item(a: Imprint, b: Imprint) -> bool:
    """Whether both are one item of one publisher, so that one is a version of the other.

    So is what says that it supersedes the other. A customer may pass on the agency's guid with the agency's
    text. That is a reprint: the same guid or url makes a version only where it is not known that two outlets
    published it.

    >>> same_item(Imprint("a", "Herald", guid="x:1"), Imprint("b", "Herald", guid="x:1"))
    True
    >>> same_item(Imprint("a", "Kestrel", guid="x:1"), Imprint("b", "Herald", guid="x:1"))
    False
    """
    named = _names(a) & _names(b) or _names(a) & {*b.supersedes} or _names(b) & {*a.supersedes}
    return bool(named) and (not a.outlet or not b.outlet or same_outlet(a, b))


def _names(one: Imprint) -> set[str]:
    return {name for name in (one.guid, one.url) if name}


def same_outlet(a: Imprint, b: Imprint) -> bool:
    """Whether both are known to be of one outlet."""
    return a.outlet is not None and b.outlet is not None and folded(a.outlet) == folded(b.outlet)


def moment(published: str | None, *, source: bool = False) -> datetime:
    """When an article counts as published, in UTC, for the question who was first.

    A date without a clock can be any moment of its day, and who claims to have been first has to show it: it
    counts as the end of its day, and an article without a date comes after all that have one. Newspapers
    give dates where agencies give moments, so that this is mostly right as well. For the ``source`` that
    others credit it is the other way round: whom they copied had it before them. A moment without a zone is
    taken as UTC.

    >>> moment("2031-05-03T23:30:00-02:00").isoformat()
    '2031-05-04T01:30:00+00:00'
    >>> moment("2031-05-03") > moment("2031-05-03T20:00:00Z") > moment("2031-05-03", source=True)
    True
    """
    open_end = EARLIEST if source else LATEST
    if not published:
        return open_end
    try:
        if len(published) == DAY:
            clock = time.min if source else time.max
            return datetime.combine(date.fromisoformat(published), clock, UTC)
        stated = datetime.fromisoformat(published)
        return stated.replace(tzinfo=UTC) if stated.tzinfo is None else stated.astimezone(UTC)
    except (ValueError, OverflowError):
        return open_end
