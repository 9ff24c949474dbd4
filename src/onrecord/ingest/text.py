"""A text and what is known of it -> an article, and what was odd about it."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256

from onrecord.article import Article, Block, Flaw, Status
from onrecord.ingest.blocks import blocks, keywords
from onrecord.ingest.decode import decode
from onrecord.ingest.language import language_of
from onrecord.ingest.notices import noticed
from onrecord.ingest.oddities import odd_characters, without_surrogates

CALENDAR_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def article_from_text(  # noqa: PLR0913 - each is a field of Article
    text: str,
    *,
    id: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    author: str | None = None,
    published: str | None = None,
    language: str | None = None,
    published_how: str | None = None,
    modified: str | None = None,
    guid: str | None = None,
    status: Status = "usable",
    supersedes: Iterable[str] = (),
    note: str | None = None,
    credit: str | None = None,
) -> tuple[Article, tuple[Flaw, ...]]:
    """The article that ``text`` is, divided into blocks, and what was odd about it.

    Nothing in a text is an error. The text is kept as it is, except that halves of surrogate pairs become
    U+FFFD. What is not given is taken from the text where it can be: the title from the headline, the
    language from its words; an empty string counts as not given. ``published`` is dropped, with a flaw,
    where it is not an ISO date, since everything that "on Sunday" means hangs on it.

    >>> article, flaws = article_from_text("Cod quota cut\\n\\nNorway cut its quota.", published="2016-11-13")
    >>> article.title, article.published, flaws
    ('Cod quota cut', '2016-11-13', ())
    """
    text, flaws = without_surrogates(text)
    given = {"id": id, "url": url, "outlet": outlet, "title": title, "author": author, "language": language}
    given |= {"guid": guid, "note": note, "credit": credit, "published_how": published_how}
    known = {name: _clean(value) for name, value in given.items() if value}
    title, url = known.get("title"), known.get("url")
    stretches = blocks(text, title=title)
    spoken, strange = language_of(text, known.get("language"))
    day, misdated = iso_date(published and without_surrogates(published)[0])
    changed, mischanged = iso_date(modified and without_surrogates(modified)[0], field="modified")
    article = Article(
        id=known.get("id") or article_id(text, url),
        text=text,
        blocks=stretches,
        url=url,
        outlet=known.get("outlet"),
        title=title or headline(text, stretches),
        author=known.get("author"),
        published=day,
        language=spoken,
        keywords=keywords(text, stretches),
        published_how=known.get("published_how") if day else None,
        modified=changed,
        guid=known.get("guid"),
        status=status,
        supersedes=tuple(name for name in map(_clean, supersedes) if name),
        note=known.get("note"),
        credit=known.get("credit"),
    )
    return noticed(article), (*flaws, *odd_characters(text), *_empty(text), *strange, *misdated, *mischanged)


def article_from_bytes(
    data: bytes, *, url: str | None = None, outlet: str | None = None
) -> tuple[Article, tuple[Flaw, ...]]:
    """As `article_from_text`, of a file or an upload whose encoding is not known.

    Raises `InputError` for more than `decode.MAX_BYTES`, and for nothing else.
    """
    text, undecoded = decode(data)
    article, flaws = article_from_text(text, url=url, outlet=outlet)
    return article, (*undecoded, *flaws)


def article_id(text: str, url: str | None) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of text and url, which a zero byte keeps apart.

    >>> article_id("Cod quota cut", None)
    'd57d44e0dbc2f51c'
    """
    return sha256(f"{text}\0{url or ''}".encode()).hexdigest()[:16]


def headline(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The words of the first headline block, in one line and without the mark of a Markdown heading."""
    for block in blocks:
        if block.kind == "headline":
            return " ".join(text[block.start : block.end].split()).lstrip("# ") or None
    return None


def iso_date(published: str | None, *, field: str = "published") -> tuple[str | None, tuple[Flaw, ...]]:
    """``published`` if it is an ISO date or date-time of a real day, else None and a flaw.

    >>> iso_date("2016-11-13T08:30:00Z")
    ('2016-11-13T08:30:00Z', ())
    >>> iso_date("13 November 2016")[0] is None
    True
    """
    if published is None or not published.strip():
        return None, ()
    stated = published.strip()
    for form in (date, datetime):
        try:
            moment = form.fromisoformat(stated)
        except ValueError:
            continue
        return (stated if CALENDAR_DATE.match(stated) else moment.isoformat()), ()
    detail = f"'{field}' is {stated[:40]!r}, which is no ISO date such as 2016-11-13: it was left out."
    return None, (Flaw("bad_date", 0, 0, detail),)


def _clean(value: str) -> str | None:
    return without_surrogates(value)[0].strip() or None


def _empty(text: str) -> tuple[Flaw, ...]:
    if text and not text.isspace():
        return ()
    return (Flaw("empty", 0, 0, "There are only spaces in this text." if text else "This text is empty."),)
