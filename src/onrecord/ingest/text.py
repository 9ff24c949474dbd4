"""A text and what is known of it -> an article, and what was odd about it."""

import re
from datetime import date, datetime
from hashlib import sha256

from onrecord.article import Article, Block, Flaw
from onrecord.ingest.blocks import blocks, keywords
from onrecord.ingest.decode import decode
from onrecord.ingest.language import language_of
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
    known = {"id": id, "url": url, "outlet": outlet, "title": title, "author": author, "language": language}
    known = {name: without_surrogates(value)[0].strip() or None for name, value in known.items() if value}
    title, url = known.get("title"), known.get("url")
    stretches = blocks(text, title=title)
    spoken, strange = language_of(text, known.get("language"))
    day, misdated = iso_date(published and without_surrogates(published)[0])
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
    )
    return article, (*flaws, *odd_characters(text), *_empty(text), *strange, *misdated)


def article_from_bytes(data: bytes, **known: str | None) -> tuple[Article, tuple[Flaw, ...]]:
    """As `article_from_text`, of a file or an upload whose encoding is not known.

    Raises `InputError` for more than `decode.MAX_BYTES`, and for nothing else.
    """
    text, undecoded = decode(data)
    article, flaws = article_from_text(text, **known)
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


def iso_date(published: str | None) -> tuple[str | None, tuple[Flaw, ...]]:
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
    detail = f"'published' is {stated[:40]!r}, which is no ISO date such as 2016-11-13: it was left out."
    return None, (Flaw("bad_date", 0, 0, detail),)


def _empty(text: str) -> tuple[Flaw, ...]:
    if text and not text.isspace():
        return ()
    return (Flaw("empty", 0, 0, "There are only spaces in this text." if text else "This text is empty."),)
