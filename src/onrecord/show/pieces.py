"""A reading -> its text as a page in a browser has it: pieces that each say what they are part of."""

from collections.abc import Iterable

from msgspec import Struct

from onrecord.article import BlockKind
from onrecord.reading import Reading
from onrecord.show.segments import Mark, Segment, marks, paragraphs
from onrecord.show.visible import one_line, shortened
from onrecord.span import Span, words

DEEPEST = 3  # levels of content that a page tells apart by shade


class Proof(Struct, frozen=True):
    """Words that something on the page rests on.

    ``light`` is the class by which they light up with it, ``anchor`` the place that it links to, which has
    the class ``target`` if coming there is to light up more.
    """

    span: Span
    light: str
    anchor: str
    target: str = ""


class Piece(Struct, frozen=True):
    """A segment as one element: its words, its classes, and the statement it leads to.

    ``notes`` are the numbers of the statements that end here, as footnote marks behind it; ``proves`` is
    what begins here of the words that something rests on, and links to them.
    """

    text: str
    classes: str = ""
    number: int | None = None
    title: str = ""
    notes: tuple[int, ...] = ()
    proves: tuple[Proof, ...] = ()


class Stretch(Struct, frozen=True):
    """The pieces of one block: a dateline and the sentence after it are two stretches of a paragraph."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


class _Signs(Struct, frozen=True):
    """What else stands at the marks of an article.

    ``notes`` are the footnote marks, by the last mark of each statement; ``evidence``, by its number, what
    rests on it.
    """

    notes: dict[Mark, int]
    evidence: tuple[tuple[Proof, ...], ...]


def drawn(reading: Reading, proofs: Iterable[Proof]) -> tuple[list[tuple[Stretch, ...]], set[int]]:
    """The article's paragraphs, each as its stretches, and the statements that have a footnote mark there."""
    text = reading.article.text
    places: dict[Span, list[Proof]] = {}
    for proof in proofs:
        places.setdefault(proof.span, []).append(proof)
    evidence = [Mark(span.start, span.end, "evidence", number) for number, span in enumerate(places)]
    signs = _Signs(_notes(marks(text, reading.statements)), tuple(map(tuple, places.values())))
    stretches = [
        tuple(
            Stretch(run.kind, tuple(_piece(reading, segment, signs) for segment in run.segments))
            for run in paragraph.runs
        )
        for paragraph in paragraphs(reading, evidence)
    ]
    return stretches, set(signs.notes.values())


def _notes(found: list[Mark]) -> dict[Mark, int]:
    """Where the footnote mark of each statement stands: behind its last words."""
    last: dict[int, Mark] = {}
    for mark in found:
        before = last.get(mark.number)
        if before is None or (mark.role == "content", mark.end) > (before.role == "content", before.end):
            last[mark.number] = mark
    return {mark: number for number, mark in last.items()}


def _piece(reading: Reading, segment: Segment, signs: _Signs) -> Piece:
    text = one_line(reading.article.text[segment.start : segment.end])
    proofs = [mark for mark in segment.marks if mark.role == "evidence"]
    said = [mark for mark in segment.marks if mark.role != "evidence"]
    lights = dict.fromkeys(proof.light for mark in proofs for proof in signs.evidence[mark.number])
    proved = ["proof", *lights] if lights else []
    begin = [mark.number for mark in proofs if mark.start == segment.start]
    proves = [proof for number in begin for proof in signs.evidence[number]]
    if not said:
        return Piece(text, classes=" ".join(proved), proves=tuple(proves))
    inner = said[-1]
    return Piece(
        text,
        classes=" ".join([*_classes(said), *proved]),
        number=inner.number,
        title=f"{inner.role} of statement {inner.number}: {_who(reading, inner.number)}",
        notes=tuple(sorted(signs.notes[mark] for mark in segment.closing if mark in signs.notes)),
        proves=tuple(proves),
    )


def _classes(said: list[Mark]) -> list[str]:
    """The shade of the innermost content, the role of the innermost mark, and every statement around."""
    depth = sum(mark.role == "content" for mark in said)
    shades = ["content", f"depth{min(depth, DEEPEST)}"] if depth else []
    role = [] if said[-1].role == "content" else [said[-1].role]
    return [*shades, *role, *(f"s{number}" for number in sorted({mark.number for mark in said}))]


def _who(reading: Reading, number: int) -> str:
    statement = reading.statements[number - 1]
    parts = (words(statement.source, reading.article.text), words(statement.cue, reading.article.text))
    return shortened(one_line(" – ".join(part for part in parts if part)), 100)
