"""One report as it was published: its untouched text, its blocks, and what was odd about it."""

from typing import Literal

from msgspec import Struct

BlockKind = Literal["headline", "dateline", "byline", "paragraph", "keywords", "caption", "boilerplate"]
Status = Literal["usable", "withdrawn"]


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
    ``published`` is an ISO date or date-time where the input states one, never a guess, and
    ``published_how`` says where it was found ("meta article:published_time", "feed item", "dateline").

    ``guid`` is what the publisher calls this item in all its versions (a ninjs uri, a NewsML-G2 or
    feed guid); ``supersedes`` names the urls or guids of earlier items that this one corrects, replaces
    or takes back. ``status`` is "withdrawn" where the publisher took the item back (IPTC pubStatus canceled
    or withheld, a kill notice). ``note`` is the publisher's word on this version ("corrects name in second
    paragraph"), ``credit`` whom the item is credited to ("Reuters"), ``modified`` when it was last changed.
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
    published_how: str | None = None
    modified: str | None = None
    guid: str | None = None
    status: Status = "usable"
    supersedes: tuple[str, ...] = ()
    note: str | None = None
    credit: str | None = None
