"""Runs of capitalised words: what a name of a person, a place or an outlet looks like."""

import re
from collections.abc import Iterator

TOKEN = re.compile(r"[^\W_]+(?:[.&/\-][^\W_]+|['’](?![sS]\b)[^\W\d_]+)*")
JOINTS = {"of", "the", "de", "del", "du", "and", "with", "for", "al", "la", "el", "da", "do"}
ABBREVIATED, LONGEST = 4, 12

Run = list[re.Match[str]]


def names(text: str, start: int = 0, end: int | None = None) -> Iterator[Run]:
    """The runs of a stretch, with the small words inside them ("The Gazette of Port Lindos").

    A run ends at a possessive, so that "Radio Lindos's Ada Obi" is two, and after a dozen words: no name is
    longer, and a text in capitals may be.
    """
    run: Run = []
    joints: Run = []
    for token in TOKEN.finditer(text, start, len(text) if end is None else end):
        if run and (len(run) >= LONGEST or not _close(text, (joints or run)[-1], token)):
            yield run
            run, joints = [], []
        if token[0][0].isupper() or (run and token[0][0].isdigit()):
            run += [*joints, token]
            joints = []
        elif run and token[0] in JOINTS and len(joints) < 2:
            joints.append(token)
        elif run:
            yield run
            run, joints = [], []
    if run:
        yield run


def of(text: str, run: Run) -> str:
    """A run as it stands in the text."""
    return text[run[0].start() : run[-1].end()] if run else ""


def _close(text: str, before: re.Match[str], token: re.Match[str]) -> bool:
    """Whether two words may be of one name: a space between them, or the full stop of "Mr. Obi"."""
    gap = text[before.end() : token.start()]
    return gap == " " or (gap == ". " and len(before[0]) < ABBREVIATED)
