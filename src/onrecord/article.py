"""One report as it was published: its untouched text, its blocks, and what was odd about it."""

from typing import Literal

from msgspec import Struct

BlockKind = Literal["headline", "dateline", "byline", "paragraph", "keywords", "caption", "boilerplate"]


class Block(Struct, frozen=True):
    """A stretch of the article with one job, as a half-open span of code points.

    An article's blocks follow one another without a gap and together cover its text to the last
    character, line breaks included, so that nothing can be lost between them. Prose (paragraphs and the
    headline) yields statements; a keyword line such as "Fishing, Harbours, Norway" is a list of tags
    and yields none.
    """

    kind: BlockKind
    start: int
    end: int


class Flaw(Struct, frozen=True):
    """Something odd in the input and what was done about it. Text never raises; it gives flaws.

    ``start`` and ``end`` say where, in code points of the article's text (both 0 where no place can be
    named). ``detail`` is a sentence for people: what was found, and what onrecord did.
    """

    kind: str
    start: int
    end: int
    detail: str


class Article(Struct, frozen=True):
    """One news report (schema:NewsArticle, prov:Entity).

    ``text`` is the input as it came (bytes that do not decode become U+FFFD, with a flaw) and is never
    changed by any later step. ``id`` is the first 16 hexadecimal digits of the SHA-256 of its text and
    url, so that the same report has the same id on every machine, or the id that the input gave.
    ``published`` is an ISO date or date-time where the input states one, never a guess.
    """

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    keywords: tuple[str, ...] = ()
