"""Changes of marks and spaces that say nothing, and a sentence at the end that is about something else."""

import re
from collections.abc import Iterator

from evaluation.perturb.edit import Case, Edit, Subject, edited
from evaluation.readings import article_of

STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
CURLY = re.compile(r"[\"']")
HYPHEN = re.compile(r"(?<=\w) (?:-|--) (?=\w)|(?<=[\w”\"])--(?=\w)")
DASH = re.compile(r"(?<=\S)(?: [—–] |—)(?=[^\W\d])")
# Where a typesetter keeps two words on a line: before a number's unit, after a title, inside a name.
TIGHT = re.compile(
    r"(?<=\d) (?=[a-z])|(?<=\bMr\.) |(?<=\bMs\.) |(?<=\bDr\.) |(?<=[A-Z]\.) (?=[A-Z])|(?<=[a-z]) (?=\d)"
)
LINE_END = re.compile(r"(?<=[.”\"])(?=\n|$)")
NEUTRAL = "The old market square is open to visitors every day."


def cases(subjects: list[Subject]) -> Iterator[Case]:
    """Each change of the whole text that does something to it, for every claim; neither may change."""
    text = subjects[0].text
    for kind, edits in (
        (
            "curly > straight quotes",
            [Edit(i, i + 1, STRAIGHT[c]) for i, c in enumerate(text) if c in STRAIGHT],
        ),
        ("straight > curly quotes", [*_curly(text)]),
        ("another dash", _dashes(text)),
        ("trailing spaces", [Edit(m.start(), m.start(), " ") for m in LINE_END.finditer(text)]),
        ("no-break spaces", [Edit(*m.span(), "\xa0") for m in TIGHT.finditer(text)]),
        ("neutral sentence added", _sentence(subjects[0])),
    ):
        if edits:
            changed = edited(text, edits)
            for subject in subjects:
                yield Case(kind, subject, changed, "value and speaker", changes=False)


def _curly(text: str) -> Iterator[Edit]:
    """A mark after white space or an opening bracket opens; any other closes, or is an apostrophe."""
    for found in CURLY.finditer(text):
        opens = found.start() == 0 or text[found.start() - 1] in " \n\t([—–\"“'‘"
        marks = "“”" if found[0] == '"' else "‘’"
        yield Edit(*found.span(), marks[0] if opens else marks[1])


def _dashes(text: str) -> list[Edit]:
    """Long dashes for hyphens that stand for them; where there are none, the other long dash."""
    hyphens = [Edit(*found.span(), " — ") for found in HYPHEN.finditer(text)]
    other = {"—": " – ", "–": " — "}
    return hyphens or [Edit(*m.span(), other[m[0].strip()]) for m in DASH.finditer(text)]


def _sentence(subject: Subject) -> list[Edit]:
    """A paragraph of its own, after the last one of prose."""
    blocks = article_of(subject.text, subject.article.published).blocks
    prose = [block.end for block in blocks if block.kind == "paragraph"]
    end = len(subject.text[: prose[-1]].rstrip()) if prose else 0
    return [Edit(end, end, f"\n\n{NEUTRAL}")] if end else []
