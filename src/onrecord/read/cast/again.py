"""Names that nobody tagged where they occur again: a surname, an abbreviation, a name in capitals."""

import re
from collections.abc import Iterator, Sequence

from onrecord.knowledge import looks_like_outlet, noun
from onrecord.read.network.mentions import Name

CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-z]\w*")
SHORTEST = 3  # letters of a name that is looked for
MOST_WORDINGS = 20  # that begin with the same word


def again(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, and where they occur again untagged: whole, in capitals, or a person's last word.

    A name that was tagged in part where it occurs whole is put right: "Ordel" in "Ordel Mobil".
    """
    wordings = dict(_wordings(text, names))
    starts: dict[str, list[str]] = {}
    for wording in sorted(wordings, key=len, reverse=True):
        starts.setdefault(_first(wording), []).append(wording)
    papers = _papers(text, names)
    found = [*names]
    for match in CAPITAL.finditer(text):
        start = match.start()
        called = (w for w in starts.get(match[0], ())[:MOST_WORDINGS] if _stands(text, w, start))
        said = next(called, None) or (match[0] if match[0] in papers and _with_article(text, match) else None)
        if said:
            found.append(Name(start, start + len(said), wordings.get(said, "organization")))
    return _longest(found)


def _papers(text: str, names: Sequence[Name]) -> set[str]:
    """The last words of media's names, for "the Times"."""
    bodies = (text[name.start : name.end] for name in names if name.kind == "organization")
    return {said.split()[-1] for said in bodies if looks_like_outlet(said)}


def _with_article(text: str, match: re.Match[str]) -> bool:
    return text[max(match.start() - 4, 0) : match.start()].lower() == "the "


def _longest(names: list[Name]) -> list[Name]:
    """The names without those inside others."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _wordings(text: str, names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """What to look for, with the kind: names that are long enough and no everyday words."""
    for name in reversed(names):
        said = text[name.start : name.end]
        last = said.split()[-1]
        people = (last, last.upper(), said.upper()) if name.kind == "person" else ()
        for wording in (*people, said):
            if len(wording) >= SHORTEST and wording[:1].isupper() and not noun(wording):
                yield wording, name.kind


def _first(wording: str) -> str:
    match = CAPITAL.match(wording)
    return match[0] if match else wording


def _stands(text: str, wording: str, start: int) -> bool:
    """Whether the wording stands at ``start`` as whole words."""
    end = start + len(wording)
    return text.startswith(wording, start) and not (
        text[end : end + 1].isalnum() or text[end : end + 1] == "-"
    )
