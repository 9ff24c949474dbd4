"""A reading -> what a page in a browser says of it, in the order and the words of the page."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from msgspec import Struct

from onrecord.article import BlockKind
from onrecord.reading import Reading
from onrecord.show.segments import Mark, Segment, marks, paragraphs
from onrecord.show.totals import counted, totals
from onrecord.show.visible import one_line, shortened
from onrecord.span import words

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
DEEPEST = 3  # levels of content that a page tells apart by shade


class Piece(Struct, frozen=True):
    """A segment as one element: its words, its classes, and the statement it leads to.

    ``notes`` are the numbers of the statements that end here, as footnote marks behind it.
    """

    text: str
    classes: str = ""
    number: int | None = None
    title: str = ""
    notes: tuple[int, ...] = ()


class Stretch(Struct, frozen=True):
    """The pieces of one block: a dateline and the sentence after it are two stretches of a paragraph."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


class Entry(Struct, frozen=True):
    """A statement in the list beside its article; ``noted`` says whether the text has a mark to return to."""

    number: int
    level: int
    parent: int | None
    source: str
    cue: str
    content: str
    kind: str
    p: str
    noted: bool


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
    entries: tuple[Entry, ...]
    found: str
    totals: str
    flaws: tuple[str, ...]


def view(reading: Reading, number: int) -> View:
    """The article of ``reading`` with its statements, as the ``number``-th of a page."""
    article = reading.article
    notes = _notes(marks(article.text, reading.statements))
    drawn = [
        tuple(Stretch(run.kind, _pieces(reading, run.segments, notes)) for run in paragraph.runs)
        for paragraph in paragraphs(reading)
    ]
    head = drawn.pop(0) if drawn and drawn[0][-1].kind == "headline" else ()
    language = article.language
    return View(
        number=number,
        title=title(reading),
        language=language if language and LANGUAGE.fullmatch(language) else None,
        facts=tuple(one_line(fact) for fact in (article.outlet, article.author) if fact),
        published=one_line(article.published) if article.published else None,
        url=_link(article.url),
        head=head,
        paragraphs=tuple(drawn),
        entries=_entries(reading, set(notes.values())),
        found=counted(len(reading.statements), "statement"),
        totals=totals(reading),
        flaws=tuple(one_line(flaw.detail) for flaw in reading.flaws),
    )


def title(reading: Reading) -> str:
    """The article's title, or its first words."""
    stated = one_line(reading.article.title or "").strip()
    return stated or shortened(one_line(reading.article.text[:200]).strip(), 80) or "Empty article"


def _notes(found: list[Mark]) -> dict[Mark, int]:
    """Where the footnote mark of each statement stands: behind its last words."""
    last: dict[int, Mark] = {}
    for mark in found:
        before = last.get(mark.number)
        if before is None or (mark.role == "content", mark.end) > (before.role == "content", before.end):
            last[mark.number] = mark
    return {mark: number for number, mark in last.items()}


def _pieces(reading: Reading, segments: Iterable[Segment], notes: dict[Mark, int]) -> tuple[Piece, ...]:
    return tuple(_piece(reading, segment, notes) for segment in segments)


def _piece(reading: Reading, segment: Segment, notes: dict[Mark, int]) -> Piece:
    text = one_line(reading.article.text[segment.start : segment.end])
    if not segment.marks:
        return Piece(text)
    inner = segment.marks[-1]
    depth = sum(mark.role == "content" for mark in segment.marks)
    shades = [f"content depth{min(depth, DEEPEST)}"] if depth else []
    role = [] if inner.role == "content" else [inner.role]
    about = [f"s{number}" for number in sorted({mark.number for mark in segment.marks})]
    return Piece(
        text,
        classes=" ".join([*shades, *role, *about]),
        number=inner.number,
        title=f"{inner.role} of statement {inner.number}: {_who(reading, inner.number)}",
        notes=tuple(sorted(notes[mark] for mark in segment.closing if mark in notes)),
    )


def _who(reading: Reading, number: int) -> str:
    statement = reading.statements[number - 1]
    parts = (words(statement.source, reading.article.text), words(statement.cue, reading.article.text))
    return shortened(one_line(" – ".join(part for part in parts if part)), 100)


def _entries(reading: Reading, noted: set[int]) -> tuple[Entry, ...]:
    text = reading.article.text
    numbers = {statement.id: number for number, statement in enumerate(reading.statements, start=1)}
    return tuple(
        Entry(
            number=number,
            level=statement.level,
            parent=numbers.get(statement.parent or ""),
            source=one_line(words(statement.source, text)),
            cue=one_line(words(statement.cue, text)),
            content=one_line(words(statement.content, text)),
            kind=statement.kind,
            p=f"{statement.p:.2f}",
            noted=number in noted,
        )
        for number, statement in enumerate(reading.statements, start=1)
    )


def _link(url: str | None) -> str | None:
    """``url`` if a browser opens it as a page: an article's own metadata may say "javascript:"."""
    try:
        scheme = urlsplit(url or "").scheme
    except ValueError:
        return None
    return url if url and scheme in {"http", "https"} and url == one_line(url).strip() else None
