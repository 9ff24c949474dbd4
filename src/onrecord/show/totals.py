"""A reading in one line of numbers."""

from collections import Counter

from onrecord.reading import Reading
from onrecord.show.segments import marks, segments
from onrecord.show.visible import one_line


def counted(number: int, noun: str) -> str:
    """A number and its noun.

    >>> counted(1, "statement"), counted(1200, "word")
    ('1 statement', '1,200 words')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def totals(reading: Reading) -> str:
    """How many statements of which kind, and how much of the article is somebody else's words or thoughts."""
    found = counted(len(reading.statements), "statement")
    kinds = Counter(statement.kind for statement in reading.statements)
    listed = ", ".join(f"{kinds[kind]} {kind}" for kind in ("direct", "mixed", "indirect") if kinds[kind])
    inside = sum(statement.level > 1 for statement in reading.statements)
    parts = [found + (f" ({listed})" if listed else "")]
    if inside:
        parts.append(f"{inside} inside another one")
    words = counted(len(reading.article.text.split()), "word")
    parts.append(words + (f", {reported(reading):.0%} of them reported" if reading.statements else ""))
    if reading.model:
        parts.append(one_line(f"read by {reading.model.name} {reading.model.version}"))
    return " · ".join(parts)


def reported(reading: Reading) -> float:
    """The part of the article's words that lies in the content of some statement."""
    text = reading.article.text
    contents = [mark for mark in marks(text, reading.statements) if mark.role == "content"]
    if not contents:
        return 0.0
    inside = sum(
        len(text[segment.start : segment.end].split())
        for segment in segments(contents, [0, len(text)])
        if segment.marks
    )
    return min(1.0, inside / max(1, len(text.split())))
